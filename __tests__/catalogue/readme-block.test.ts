import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { emptyCatalogue, mergeCatalogue } from '../../src/catalogue/catalogue.ts'
import { shown } from '../support/catalogue.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import { beginMarker, endMarker } from '../../src/catalogue/readme.ts'
import type { CacheDescription, CatalogueRow, ShownCatalogue } from '../../src/catalogue/types.ts'
import {
  description,
  hostileRows,
  hostileText,
  nodesOf,
  parseMarkdown,
  rowWith
} from './support.ts'

const publicKey = 'binstore-1:/mDHYuX144+VHqsYRVx+WAjpHT9Z+i+bnvqBd15a7bE='

function catalogueOf(rows: readonly CatalogueRow[], publicKeys: string[] = []): ShownCatalogue {
  return shown(mergeCatalogue(emptyCatalogue, { rows, publicKeys }))
}

function path(digit: string, name: string): string {
  return `/nix/store/${digit.repeat(32)}-${name}`
}

function many(number: number): CatalogueRow[] {
  return Array.from({ length: number }, (_, i) => {
    const name = `artifact-${String(i).padStart(5, '0')}`
    return rowWith({ name, storePath: path('0', name) })
  })
}

const golden = (name: string): string =>
  readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8')

describe('renderReadmeBlock', () => {
  const rows = [
    rowWith(),
    rowWith({ output: 'dev', storePath: path('1', 'hello-2.12.1-dev') }),
    rowWith({
      version: '2.9',
      storePath: path('2', 'hello-2.9'),
      publishedAt: '2026-11-22T00:00:00Z'
    }),
    rowWith({
      name: 'a|b @c',
      version: null,
      system: 'aarch64-darwin',
      output: null,
      mainProgram: null,
      nar: 'https://github.com/o/binstore/releases/download/nars/big.nar.zst',
      storePath: path('3', 'b'),
      publishedAt: '2026-11-20T00:00:00Z'
    })
  ]

  test('of a signed cache: how to use it, and its current artifacts', () => {
    expect(`${renderReadmeBlock(catalogueOf(rows, [publicKey]), description)}\n`).toBe(
      golden('signed.md')
    )
  })

  test('of an unsigned cache: says so, and trusts no more than this cache', () => {
    expect(`${renderReadmeBlock(catalogueOf(rows.slice(3)), description)}\n`).toBe(
      golden('unsigned.md')
    )
  })

  test('of an empty cache: says that there is nothing yet', () => {
    expect(`${renderReadmeBlock(catalogueOf([], [publicKey]), description)}\n`).toBe(
      golden('empty.md')
    )
  })

  const served: CacheDescription = {
    ...description,
    substituterUrl: 'https://o.github.io/binstore',
    servedBy: 'pages'
  }
  const ofPrivate: CacheDescription = {
    ...description,
    login: { host: 'raw.githubusercontent.com', name: 'x-access-token' }
  }

  test('of a cache that GitHub Pages serves: nothing of what raw files bear', () => {
    expect(`${renderReadmeBlock(catalogueOf(rows, [publicKey]), served)}\n`).toBe(
      golden('pages.md')
    )
  })

  test('of a private cache: says so, and gives the netrc', () => {
    expect(`${renderReadmeBlock(catalogueOf(rows, [publicKey]), ofPrivate)}\n`).toBe(
      golden('private.md')
    )
  })

  test.each([
    ['raw files', description],
    ['Pages', served],
    ['a token', ofPrivate]
  ])(
    'of a cache read by %s makes nobody scroll sideways, but for a key in nix.conf',
    async (_by, told) => {
      const key = `a-name-of-24-characters-1:${'A'.repeat(43)}=`
      const block = renderReadmeBlock(catalogueOf(rows, [key, publicKey]), told)
      const lines = nodesOf(await parseMarkdown(block), 'code').flatMap(({ value }) =>
        (value ?? '').split('\n')
      )
      expect(lines.length).toBeGreaterThan(30)
      expect(lines.filter((line) => line.length > 80)).toEqual([
        `extra-trusted-public-keys = ${key}`,
        `extra-trusted-public-keys = ${publicKey}`
      ])
    }
  )

  test.each([
    ['pages', 'GitHub Pages shows a commit up to 10 minutes late'],
    ['raw', 'The raw files of a branch are up to 5 minutes late'],
    ['other', 'A server may show a commit late']
  ] as const)(
    'of a cache served by %s tells what to do about a path that seems missing',
    (servedBy, late) => {
      const block = renderReadmeBlock(catalogueOf(rows), { ...description, servedBy })
      expect(block).toContain(
        `${late}, and Nix remembers for an hour that a path was not there. After that time, ask past Nix’s memory: add \`--option narinfo-cache-negative-ttl 0\` to the command.`
      )
    }
  )

  test('links a name to its source, else to its run, and to no server but the cache’s own', async () => {
    const linked = async (row: Partial<CatalogueRow>): Promise<(string | undefined)[]> => {
      const block = renderReadmeBlock(catalogueOf([rowWith(row)]), description)
      const links = nodesOf(await parseMarkdown(block), 'link').map(({ url }) => url)
      return links.slice(1, -1)
    }
    const revision = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d'
    const runUrl = 'https://github.com/o/hello/actions/runs/1'
    expect(await linked({})).toEqual([`https://github.com/o/hello/tree/${revision}`])
    expect(await linked({ source: null, runUrl })).toEqual([runUrl])
    const repository = 'https://evil.example/o'
    expect(await linked({ source: { repository, revision }, runUrl })).toEqual([runUrl])
    const evil = 'https://evil.example/run'
    expect(await linked({ source: null, runUrl: evil })).toEqual([])
    // An address of the same server can be anything: only a run's page is made again.
    const oauth = 'https://github.com/login/oauth/authorize?client_id=evil'
    expect(await linked({ source: null, runUrl: oauth })).toEqual([])
    expect(await linked({ source: null, runUrl: `${runUrl}?x=1#y` })).toEqual([runUrl])
    const up = { repository: 'login/..', revision }
    expect(await linked({ source: up, runUrl: `${runUrl}/../../../../../evil` })).toEqual([])
  })

  test('folds a long list, so that what stands below it is found', async () => {
    const folds = async (number: number): Promise<boolean> => {
      const block = renderReadmeBlock(catalogueOf(many(number)), description)
      const html = nodesOf(await parseMarkdown(block), 'html').map(({ value }) => value)
      return html.includes(`<details><summary>${number} artifacts</summary>`)
    }
    expect([await folds(20), await folds(50)]).toEqual([false, true])
  })

  test('advises nobody to become a trusted user', () => {
    for (const told of [description, served, ofPrivate]) {
      expect(renderReadmeBlock(catalogueOf(rows, [publicKey]), told)).not.toContain('trusted-users')
    }
  })

  test('names every key that signed, so that a new key leaves older artifacts readable', () => {
    const block = renderReadmeBlock(catalogueOf(rows, ['b-2:QQ==', 'a-1:QQ==']), description)
    expect(block).toContain(
      '\nextra-trusted-public-keys = a-1:QQ==\nextra-trusted-public-keys = b-2:QQ==\n'
    )
    expect(block).toContain(
      '--extra-trusted-public-keys a-1:QQ== \\\n  --extra-trusted-public-keys b-2:QQ== \\\n'
    )
  })

  test('never advises to switch signatures off for the machine', () => {
    expect(renderReadmeBlock(catalogueOf(rows), description)).not.toMatch(
      /require-sigs|no-check-sigs/
    )
  })

  test('shows for running the output that holds the program, of what was published last', () => {
    const outputs = ['bin', 'dev', 'out'].map((output, i) =>
      rowWith({ output, storePath: path(String(i), `hello-${output}`) })
    )
    const older = rowWith({
      name: 'a',
      storePath: path('9', 'a'),
      publishedAt: '2026-11-01T00:00:00Z'
    })
    const block = renderReadmeBlock(catalogueOf([older, ...outputs]), description)
    expect(block).toContain(` ${path('0', 'hello-bin')} --command hello\n`)
  })

  test.each(['-x', 'a b', "'; id", '$(id)', 'a/b', ''])(
    'builds instead of running when the program is called %j',
    (mainProgram) => {
      const block = renderReadmeBlock(catalogueOf([rowWith({ mainProgram })]), description)
      expect(block).toContain('\nnix build ')
      expect(block).not.toContain('--command')
    }
  )

  test('tells to clone a repository whose files nobody serves', () => {
    const block = renderReadmeBlock(catalogueOf(rows), {
      ...description,
      substituterUrl: null,
      servedBy: null,
      cloneUrl: "ssh://git@host/it's/store.git",
      branch: 'nix`cache'
    })
    expect(block).toContain('- Substituter: a clone of this branch, as `file:///path/to/the/clone`')
    expect(block).toContain(
      "\ngit clone --depth 1 --branch 'nix`cache' -- 'ssh://git@host/it'\\''s/store.git' clone\n"
    )
    expect(block).toContain('\nextra-substituters = file:///path/to/the/clone')
  })

  test('joins `trusted` to an address that has parameters', () => {
    const block = renderReadmeBlock(catalogueOf([]), {
      ...description,
      substituterUrl: 'http://h/c?a=1'
    })
    expect(block).not.toContain('trusted=true\n')
    const full = renderReadmeBlock(catalogueOf(rows), {
      ...description,
      substituterUrl: 'http://h/c?a=1'
    })
    expect(full).toContain('\nextra-substituters = http://h/c?a=1&trusted=true\n')
  })

  const tableRows = async (block: string): Promise<number> =>
    Math.max(0, nodesOf(await parseMarkdown(block), 'tableRow').length - 1)
  const all =
    'in all, older versions included, in the folder [catalogue](https://github.com/o/binstore/blob/main/catalogue).\n'

  test('tells how many there are in all, and where', () => {
    expect(renderReadmeBlock(catalogueOf(rows), description)).toContain(`\n4 artifacts ${all}`)
    expect(renderReadmeBlock(catalogueOf([]), description)).not.toContain('in all')
  })

  test('ends its table at 100 rows, those published last, and says so', async () => {
    const old = many(100).map((row) => ({ ...row, publishedAt: '2026-11-01T00:00:00Z' }))
    const block = renderReadmeBlock(catalogueOf([...old, ...rows]), description)
    expect(await tableRows(block)).toBe(100)
    expect(block).toContain('[hello](')
    expect(block).not.toContain('artifact-00098')
    expect(block).toContain(
      `\n100 artifacts are shown, each in its newest version: what is pinned, and what was published last. 104 artifacts ${all}`
    )
  })

  test('shows what is pinned first, however old it is', () => {
    const [oldest, ...others] = many(101).toReversed()
    if (oldest === undefined) throw new Error('there are none')
    const old = { ...oldest, publishedAt: '2026-11-01T00:00:00Z' }
    const pins = new Set([old.storePath])
    const catalogue = mergeCatalogue(emptyCatalogue, { rows: [old, ...others], publicKeys: [] })
    const names = renderReadmeBlock(shown(catalogue, pins), description).match(
      /artifact-\d{5}(?=\])/g
    )
    expect(names).toHaveLength(100)
    expect(names?.slice(0, 2)).toEqual(['artifact-00100', 'artifact-00000'])
    expect(names).not.toContain('artifact-00099')
  })

  test.each([
    [99, 99],
    [100, 100],
    [101, 100]
  ])(
    'of %i artifacts shows %i, and tells that there are others where that may be',
    async (number, rows) => {
      const block = renderReadmeBlock(catalogueOf(many(number)), description)
      expect(await tableRows(block)).toBe(rows)
      expect(block.includes('100 artifacts are shown, ')).toBe(rows === 100)
      expect(block).toContain(`${number} artifacts ${all}`)
    }
  )

  test('of more than 100 that are pinned shows those published last, and no other', () => {
    const artifacts = many(120)
    const day = (number: number): string => `2026-11-${String(1 + (number % 20)).padStart(2, '0')}`
    const pinned = artifacts.map((row, number) => ({
      ...row,
      publishedAt: `${day(number)}T00:00:00Z`
    }))
    const free = many(150).slice(120)
    const pins = new Set(pinned.map(({ storePath }) => storePath))
    const catalogue = mergeCatalogue(emptyCatalogue, { rows: [...pinned, ...free], publicKeys: [] })
    const names = renderReadmeBlock(shown(catalogue, pins), {
      ...description,
      pins: pinned.map(({ name, storePath }) => ({ name: `pin-${name}`, storePath }))
    })
    const shownNames = new Set(names.match(/(?<=\[)artifact-\d{5}(?=\])/g))
    const last = pinned.filter((row) => row.publishedAt > '2026-11-05')
    expect(last.length).toBe(96)
    expect(last.filter(({ name }) => !shownNames.has(name))).toEqual([])
    expect(shownNames.size).toBe(100)
    expect([...shownNames].filter((name) => name >= 'artifact-00120')).toEqual([])
    expect(names).toContain('20 more pins are not shown.')
  })

  test('stays below 200 KiB, whatever the rows hold', async () => {
    const long = many(100).map((row, index) => ({
      ...row,
      source: { repository: `o/${'x'.repeat(1900)}`, revision: 'f'.repeat(40) },
      storePath: path('1', `${index}-${'y'.repeat(170)}`)
    }))
    const block = renderReadmeBlock(catalogueOf(long), description)
    expect(Buffer.byteLength(block)).toBeLessThanOrEqual(200 * 1024)
    const number = await tableRows(block)
    expect(number).toBeGreaterThan(80)
    expect(number).toBeLessThan(100)
    expect(block).toContain(`\n${number} artifacts are shown, `)
  })

  test('keeps to the limit that it is given', async () => {
    const whole = renderReadmeBlock(catalogueOf(many(5)), description)
    const lessBytes = Buffer.byteLength(whole) - 200
    const less = renderReadmeBlock(catalogueOf(many(5)), description, lessBytes)
    expect(await tableRows(less)).toBeLessThan(5)
    expect(Buffer.byteLength(less)).toBeLessThanOrEqual(lessBytes)
    const none = renderReadmeBlock(catalogueOf(many(5)), description, 100)
    expect(none).toContain('\n0 artifacts are shown, ')
    expect(none).not.toContain('| Artifact |')
  })

  test('of any rows has one pair of markers and one table with a row for each current artifact', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileRows,
        fc.array(hostileText, { maxLength: 2 }),
        hostileText,
        async (rows, keys, text) => {
          const catalogue = catalogueOf(rows, keys)
          const current = catalogue.newest
          const block = renderReadmeBlock(catalogue, {
            substituterUrl: `https://h.example/${text}`,
            servedBy: 'raw',
            login: null,
            repository: text,
            branch: text,
            webUrl: (file) => `https://web.example/${text}/${file}`
          })
          expect(block.split(beginMarker)).toHaveLength(2)
          expect(block.split(endMarker)).toHaveLength(2)
          expect(block.startsWith(`${beginMarker}\n`) && block.endsWith(`\n${endMarker}`)).toBe(
            true
          )
          expect(block).not.toContain('\r')
          const document = await parseMarkdown(block)
          const rowsShown = nodesOf(document, 'tableRow')
          expect(rowsShown).toHaveLength(current.length === 0 ? 0 : current.length + 1)
          expect(rowsShown.every((row) => row.children?.length === 4)).toBe(true)
          const html = nodesOf(document, 'html').map(({ value }) => value)
          const ours = ['<span>', '</span>', '<code>', '</code>', '<br>', '</details>']
          const foreign = html.filter(
            (tag) => ![beginMarker, endMarker, ...ours].includes(tag ?? '')
          )
          expect(foreign.filter((tag) => tag?.startsWith('<details><summary>') !== true)).toEqual(
            []
          )
          const hosts = nodesOf(document, 'link').map(({ url }) => new URL(url ?? '').host)
          expect(['nixos.org', 'web.example', 'github.com']).toEqual(expect.arrayContaining(hosts))
          const images = nodesOf(document, 'image')
          expect(images.map(({ url }) => url)).toEqual(['badge.svg'])
          expect(nodesOf(document, 'heading')).toHaveLength(1)
          expect(nodesOf(document, 'definition')).toEqual([])
          expect(nodesOf(document, 'code')).toHaveLength(current.length === 0 ? 2 : 7)
        }
      ),
      { numRuns: 200 }
    )
  })
})
