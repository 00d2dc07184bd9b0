import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  emptyCatalogue,
  formatCatalogue,
  mergeCatalogue,
  parseCatalogue
} from '../../src/catalogue/catalogue.ts'
import { currentRows } from '../../src/catalogue/rows.ts'
import type { Catalogue, CatalogueRow } from '../../src/catalogue/types.ts'
import { hostileRows, rowWith, someKeys } from './support.ts'

function catalogueOf(rows: readonly CatalogueRow[], publicKeys: string[] = []): Catalogue {
  return mergeCatalogue(emptyCatalogue, { rows, publicKeys })
}

function path(digit: string, name: string): string {
  return `/nix/store/${digit.repeat(32)}-${name}`
}

const hostileCatalogue = fc
  .tuple(hostileRows, fc.subarray(someKeys))
  .map(([rows, keys]) => catalogueOf(rows, keys))

describe('formatCatalogue', () => {
  test('writes a line for each artifact, sorted by name, system, version as Nix orders it, output', () => {
    const rows = [
      rowWith({ version: '2.10', storePath: path('0', 'hello-2.10') }),
      rowWith({ version: '2.9', storePath: path('1', 'hello-2.9') }),
      rowWith({ version: '2.9', output: 'dev', storePath: path('2', 'hello-2.9-dev') }),
      rowWith({ version: '2.11', system: 'aarch64-darwin', storePath: path('3', 'hello-2.11') }),
      rowWith({
        name: 'Zed',
        version: null,
        output: null,
        attribute: null,
        mainProgram: null,
        source: null,
        runUrl: null,
        nar: 'https://github.com/o/binstore/releases/download/nars/zed.nar',
        closures: ['binary', 'cache'],
        storePath: path('4', 'Zed')
      })
    ]
    expect(formatCatalogue(catalogueOf(rows, someKeys.toReversed()))).toBe(
      readFileSync(new URL('./golden/catalogue.json', import.meta.url), 'utf8')
    )
  })

  test('writes an empty catalogue that reads as one', () => {
    const text = formatCatalogue(emptyCatalogue)
    expect(text).toBe('{\n  "version": 1,\n  "publicKeys": [],\n  "artifacts": []\n}\n')
    expect(parseCatalogue(text, 'catalogue.json')).toEqual(emptyCatalogue)
  })

  test('changes one line when one artifact is added before the last', () => {
    const old = catalogueOf([
      rowWith({ name: 'a', storePath: path('a', 'a') }),
      rowWith({ name: 'c', storePath: path('c', 'c') })
    ])
    const added = rowWith({ name: 'b', storePath: path('b', 'b') })
    const before = formatCatalogue(old).split('\n')
    const after = formatCatalogue(catalogueOf([...old.rows, added])).split('\n')
    expect(after.filter((line) => !before.includes(line))).toHaveLength(1)
    expect(before.filter((line) => !after.includes(line))).toEqual([])
  })

  test('refuses to write what could not be read again', () => {
    const wrong = catalogueOf([rowWith({ nar: 'README.md' })])
    expect(() => formatCatalogue(wrong)).toThrow(
      /^CATALOGUE_INVALID catalogue\.json: artifacts\[0\]\.nar/
    )
    const huge = catalogueOf([rowWith({ name: 'x'.repeat(64 * 1024 * 1024) })])
    expect(() => formatCatalogue(huge)).toThrow(/^CATALOGUE_INVALID catalogue\.json: its \d+ bytes/)
  })

  test('is read back as it was, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileCatalogue, (catalogue) => {
        const text = formatCatalogue(catalogue)
        expect(formatCatalogue(parseCatalogue(text, 'c'))).toBe(text)
        expect(text.split('\n')).toHaveLength(
          catalogue.rows.length === 0 ? 6 : catalogue.rows.length + 7
        )
      })
    )
  })
})

describe('parseCatalogue', () => {
  const good: unknown = JSON.parse(formatCatalogue(catalogueOf([rowWith()])))
  const row = JSON.stringify(rowWith())
  const withRow = (change: object): string =>
    JSON.stringify({ version: 1, publicKeys: [], artifacts: [{ ...rowWith(), ...change }] })

  test.each([
    ['an empty file', '', 'Unexpected end of JSON input'],
    ['no JSON', 'hello\n::error::x', 'Unexpected token'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not valid'],
    ['deep nesting', '['.repeat(200_000), ''],
    ['a list', '[]', 'the file: Invalid input'],
    ['null', 'null', 'the file: Invalid input'],
    ['no version', JSON.stringify({ ...Object(good), version: undefined }), 'version: '],
    ['version 0', JSON.stringify({ ...Object(good), version: 0 }), 'version: '],
    ['no artifacts', '{"version":1,"publicKeys":[]}', 'artifacts: '],
    ['keys that are no texts', '{"version":1,"publicKeys":[1],"artifacts":[]}', 'publicKeys[0]: '],
    [
      'a key that Nix would refuse',
      '{"version":1,"publicKeys":["a:QQ=="],"artifacts":[]}',
      'publicKeys[0]: it is not a public key'
    ],
    ['a row that is a text', '{"version":1,"publicKeys":[],"artifacts":["x"]}', 'artifacts[0]: '],
    ['a negative size', withRow({ narSize: -1 }), 'artifacts[0].narSize: '],
    ['a size with a fraction', withRow({ fileSize: 1.5 }), 'artifacts[0].fileSize: '],
    ['another store', withRow({ storePath: '/gnu/store/x' }), 'artifacts[0].storePath: it is not'],
    [
      'a path inside a store path',
      withRow({ storePath: `${rowWith().storePath}/bin` }),
      'storePath: '
    ],
    ['a NAR outside of nar/', withRow({ nar: 'README.md' }), 'artifacts[0].nar: it is neither'],
    ['a NAR that climbs', withRow({ nar: 'nar/../README.md' }), 'artifacts[0].nar: '],
    ['a NAR by file: URL', withRow({ nar: 'file:///etc/passwd' }), 'artifacts[0].nar: '],
    ['a local time', withRow({ publishedAt: '2026-11-21T04:05:06+01:00' }), 'publishedAt: '],
    ['an unknown closure', withRow({ closures: ['all'] }), 'artifacts[0].closures[0]: '],
    [
      'a field it does not know',
      withRow({ licence: 'MIT' }),
      'artifacts[0]: Unrecognized key: "licence"'
    ],
    [
      'a prototype',
      `{"version":1,"publicKeys":[],"artifacts":[${row.replace('{', '{"__proto__":{},')}]}`,
      '__proto__'
    ]
  ])('refuses %s, naming where', (_what, content, reason) => {
    let message = ''
    try {
      parseCatalogue(content, 'o/r catalogue.json')
    } catch (error) {
      message = String(error)
    }
    expect(message).toMatch(/^NarPublishError: CATALOGUE_INVALID o\/r catalogue\.json: [^\n\r]+$/)
    expect(message).toContain(reason)
  })

  test('refuses a later format by its number and says to update', () => {
    expect(() => parseCatalogue('{"version":2,"artifacts":{}}', 'catalogue.json')).toThrow(
      'CATALOGUE_INVALID catalogue.json: it is of format version 2, and this nar-publish knows version 1. Publish with a newer'
    )
  })

  test('refuses a file above its bound without reading it', () => {
    expect(() => parseCatalogue(Buffer.alloc(64 * 1024 * 1024 + 1), 'c')).toThrow('67108865 bytes')
  })

  test('takes rows in any order and a store path twice, as a merge by hand leaves them', () => {
    const late = rowWith({ publishedAt: '2026-11-22T00:00:00Z', closures: ['source'] })
    const other = rowWith({ name: 'a', storePath: path('a', 'a') })
    const text = JSON.stringify({
      version: 1,
      publicKeys: [...someKeys, ...someKeys],
      artifacts: [late, rowWith(), other]
    })
    expect(parseCatalogue(text, 'c')).toEqual({
      rows: [other, rowWith({ closures: ['binary', 'source'] })],
      publicKeys: someKeys
    })
  })
})

describe('mergeCatalogue', () => {
  test('keeps entries of other systems when one is republished', () => {
    const linux = rowWith()
    const darwin = rowWith({ system: 'aarch64-darwin', storePath: path('d', 'hello-2.12.1') })
    const again = rowWith({ publishedAt: '2026-11-23T00:00:00Z' })
    expect(mergeCatalogue(catalogueOf([linux, darwin]), catalogueOf([again])).rows).toEqual([
      darwin,
      linux
    ])
  })

  test('of two rows for one store path keeps the one published first, whatever else they say', () => {
    const first = rowWith({ attribute: '.#z', publishedAt: '2026-11-20T00:00:00Z' })
    const second = rowWith({ attribute: '.#a', publishedAt: '2026-11-21T00:00:00Z' })
    expect(mergeCatalogue(catalogueOf([second]), catalogueOf([first])).rows).toEqual([first])
  })

  test('does not let the closures of three publishes at once decide whose row stays', () => {
    const row = (revision: string, closures: CatalogueRow['closures']): Catalogue =>
      catalogueOf([rowWith({ source: { repository: 'o/r', revision }, closures })])
    const [a, b, c] = [row('1', ['bare']), row('2', ['bare', 'source']), row('0', ['source'])]
    const all = catalogueOf([
      rowWith({ source: { repository: 'o/r', revision: '0' }, closures: ['bare', 'source'] })
    ])
    expect(mergeCatalogue(mergeCatalogue(a, b), c)).toEqual(all)
    expect(mergeCatalogue(mergeCatalogue(a, c), b)).toEqual(all)
  })

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(hostileCatalogue, hostileCatalogue, hostileCatalogue, (a, b, c) => {
        const merged = mergeCatalogue(a, b)
        expect(mergeCatalogue(b, a)).toEqual(merged)
        expect(mergeCatalogue(merged, b)).toEqual(merged)
        expect(mergeCatalogue(merged, c)).toEqual(mergeCatalogue(a, mergeCatalogue(b, c)))
        expect(formatCatalogue(mergeCatalogue(b, a))).toBe(formatCatalogue(merged))
      })
    )
  })

  test('loses no store path, key or closure', () => {
    fc.assert(
      fc.property(hostileCatalogue, hostileCatalogue, (a, b) => {
        const merged = mergeCatalogue(a, b)
        expect(new Set(merged.publicKeys)).toEqual(new Set([...a.publicKeys, ...b.publicKeys]))
        const closures = new Map(merged.rows.map((row) => [row.storePath, row.closures]))
        for (const row of [...a.rows, ...b.rows]) {
          expect(closures.get(row.storePath)).toEqual(expect.arrayContaining(row.closures))
        }
      })
    )
  })
})

describe('currentRows', () => {
  test('are the newest version of each name, system and output, as Nix orders versions', () => {
    const rows = ['1.9', '1.10', '1.10pre2'].map((version, i) =>
      rowWith({ version, storePath: path(String(i), version) })
    )
    const dev = rowWith({ version: '1.9', output: 'dev', storePath: path('3', 'dev') })
    expect(
      currentRows(catalogueOf([...rows, dev])).map(({ version, output }) => [version, output])
    ).toEqual([
      ['1.9', 'dev'],
      ['1.10', 'out']
    ])
  })

  test('of one version take the row published last, then the greater store path', () => {
    const early = rowWith({ storePath: path('9', 'x'), publishedAt: '2026-11-20T00:00:00Z' })
    const late = ['1', '2'].map((digit) => rowWith({ storePath: path(digit, 'x') }))
    expect(currentRows(catalogueOf([...late, early]))).toEqual([late[1]])
  })

  test('take any version before none', () => {
    const none = rowWith({
      version: null,
      publishedAt: '2027-01-01T00:00:00Z',
      storePath: path('0', 'x')
    })
    expect(currentRows(catalogueOf([none, rowWith({ version: 'pre' })]))[0]?.version).toBe('pre')
  })

  test('do not take one artifact for another because of how its name joins its system', () => {
    const rows = [
      rowWith({ name: 'a-b', system: 'c', storePath: path('0', 'x') }),
      rowWith({ name: 'a', system: 'b-c', storePath: path('1', 'x') })
    ]
    expect(currentRows(catalogueOf(rows))).toHaveLength(2)
  })
})
