import fc from 'fast-check'
import { parsers } from 'prettier/plugins/markdown'
import { z } from 'zod'
import type { CacheDescription, CatalogueRow } from '../../src/catalogue/types.ts'
import { closureTypes } from '../../src/nix/types.ts'
import { anyCharacter } from '../support/any-character.ts'

export const someHash = '0123456789abcdfghijklmnpqrsvwxyz'

export function rowWith(overrides: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    name: 'hello',
    version: '2.12.1',
    system: 'x86_64-linux',
    output: 'out',
    attribute: '.#hello',
    storePath: `/nix/store/${someHash}-hello-2.12.1`,
    nar: 'nar/1b/1bgn-hello.nar.zst',
    narSize: 226560,
    fileSize: 50123,
    closureSize: 31_000_000,
    references: 2,
    refersTo: [`1${someHash.slice(1)}`],
    mainProgram: 'hello',
    closures: ['binary'],
    source: { repository: 'o/hello', revision: '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d' },
    publishedAt: '2026-11-21T04:05:06Z',
    runUrl: 'https://github.com/o/hello/actions/runs/1',
    ...overrides
  }
}

/** Public keys as Nix takes them. */
export const someKeys = ['a-1', 'b-2'].map(
  (name, i) => `${name}:${Buffer.alloc(32, i).toString('base64')}`
)

export const description: CacheDescription = {
  substituterUrl: 'https://raw.githubusercontent.com/o/binstore/main',
  servedBy: 'raw',
  login: null,
  repository: 'o/binstore',
  branch: 'main',
  webUrl: (path) => `https://github.com/o/binstore/blob/main/${path}`
}

/** Text that tries to be more than text. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '|',
          '\\|',
          '`',
          '```',
          '\n',
          '\r\n',
          '\u2028',
          '-->',
          '<!--',
          '@user',
          '#123',
          '\\',
          '**b**',
          '_e_'
        ],
        ...[
          '<!-- nar-publish:begin -->',
          '\n<!-- nar-publish:end -->\n',
          '[x](http://evil.example)',
          '![i](x)'
        ],
        ...[
          '<img src=x>',
          '&copy;',
          '~~s~~',
          'http://evil.example',
          'www.evil.example',
          'a@b.example',
          ':tada:'
        ],
        ...[
          '\u202e',
          '\0',
          '\u001b[31m',
          '$x$',
          '\ud800',
          '---',
          '# h',
          '- ',
          '[skip ci]',
          "'; id; '",
          '${x}',
          '$(id)'
        ],
        ...[
          '\nCo-authored-by: X <x@y.example>',
          '</code>',
          '</details>',
          'GH-1',
          ' ',
          '$&',
          '[1]: http://e.example'
        ]
      ),
      fc.string({ unit: anyCharacter, maxLength: 8 })
    ),
    { maxLength: 6 }
  )
  .map((parts) => parts.join(''))

const hash = fc.string({
  unit: fc.constantFrom(...Array.from(someHash)),
  minLength: 32,
  maxLength: 32
})

/** Rows that `catalogue.json` may hold, from few names and paths, so that rows meet. */
export const hostileRow: fc.Arbitrary<CatalogueRow> = fc.record({
  name: fc.oneof(fc.constantFrom('a', 'b'), hostileText),
  version: fc.oneof(fc.constantFrom(null, '1.0', '1.0pre', '1.0.1', '1-0'), hostileText),
  system: fc.oneof(fc.constantFrom('x86_64-linux', 'aarch64-darwin'), hostileText),
  output: fc.oneof(fc.constantFrom(null, 'out', 'dev'), hostileText),
  attribute: fc.option(hostileText),
  storePath: fc
    .oneof(fc.constantFrom(someHash, Array.from(someHash).reverse().join('')), hash)
    .map((hash) => `/nix/store/${hash}-a-1.0`),
  nar: fc.oneof(
    fc.constantFrom('nar/aa/a.nar', 'https://github.com/o/r/releases/download/t/a.nar'),
    hostileText.map((text) => `nar/x${text.replaceAll('/', '')}`)
  ),
  narSize: fc.nat(),
  fileSize: fc.nat(),
  closureSize: fc.option(fc.nat()),
  references: fc.nat(9),
  refersTo: fc.array(hash, { maxLength: 3 }),
  mainProgram: fc.oneof(fc.constantFrom(null, 'a'), hostileText),
  closures: fc.subarray([...closureTypes].sort()),
  source: fc.option(fc.record({ repository: hostileText, revision: hostileText })),
  publishedAt: fc.constantFrom('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'),
  runUrl: fc.option(hostileText)
})

/** Rows that differ in little, so that only the last of our rules tells which one wins or comes first. */
const rivalRow: fc.Arbitrary<CatalogueRow> = fc
  .record({
    storePath: fc.constantFrom('0', '1').map((digit) => `/nix/store/${digit.repeat(32)}-hello`),
    closures: fc.subarray([...closureTypes].sort()),
    closureSize: fc.constantFrom(null, 1, 2),
    refersTo: fc.subarray([someHash]),
    source: fc.constantFrom('a', 'b', 'c').map((revision) => ({ repository: 'o/r', revision }))
  })
  .map(rowWith)

export const hostileRows = fc.oneof(
  fc.array(hostileRow, { maxLength: 8 }),
  fc.array(rivalRow, { maxLength: 3 })
)

export interface MarkdownNode {
  type: string
  value?: string | null | undefined
  url?: string | undefined
  children?: MarkdownNode[] | undefined
}

const node: z.ZodType<MarkdownNode> = z.object({
  type: z.string(),
  value: z.string().nullish(),
  url: z.string().optional(),
  get children() {
    return z.array(node).optional()
  }
})

/** The document as a parser of GitHub's Markdown (remark, which prettier carries) sees it. */
export async function parseMarkdown(text: string): Promise<MarkdownNode> {
  const parse = parsers.markdown.parse as (text: string, options: object) => unknown
  return node.parse(await parse(text, { originalText: text }))
}

export function nodesOf(root: MarkdownNode, type?: string): MarkdownNode[] {
  const below = (root.children ?? []).flatMap((child) => nodesOf(child, type))
  return type === undefined || root.type === type ? [root, ...below] : below
}

/** What a reader sees. */
export function shownText(root: MarkdownNode): string {
  if (root.type === 'html') return ''
  return (root.value ?? '') + (root.children ?? []).map(shownText).join('')
}
