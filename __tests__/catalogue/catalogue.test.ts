import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  emptyCatalogue,
  emptyIndex,
  formatIndex,
  mergeCatalogue,
  parseIndex,
  rowsOf
} from '../../src/catalogue/catalogue.ts'
import { rowKey } from '../../src/catalogue/rows.ts'
import type { Catalogue, CatalogueRow, History } from '../../src/catalogue/types.ts'
import { catalogueFiles, version1 } from '../support/catalogue.ts'
import { readAsVersion1 } from '../support/version-1-reader.ts'
import { hostileRows, rowWith, someKeys } from './support.ts'

function catalogueOf(rows: readonly CatalogueRow[], publicKeys: string[] = []): Catalogue {
  return mergeCatalogue(emptyCatalogue, { rows, publicKeys })
}

function path(digit: string, name: string): string {
  return `/nix/store/${digit.repeat(32)}-${name}`
}

function read(content: string | Buffer): ReturnType<typeof parseIndex> {
  return parseIndex(Buffer.from(content), 'o/r catalogue.json')
}

const hostileCatalogue = fc
  .tuple(hostileRows, fc.subarray(someKeys))
  .map(([rows, keys]) => catalogueOf(rows, keys))

describe('formatIndex', () => {
  const fileSize = 4_200_000_000
  const history: History = [
    ['2026-10-31', 20, 3_900_000_000],
    ['2026-11-21', 24, fileSize]
  ]
  const shards = new Map([
    ['b2', 3],
    ['aa', 12],
    ['2a', 1],
    ['22', 7],
    ['a7', 1]
  ])

  test('writes version, keys, and the shards in lines by their first digit', () => {
    expect(
      formatIndex({ publicKeys: someKeys.toReversed(), shards, fileSize, history }).toString()
    ).toBe(
      [
        '{',
        '  "version": 2,',
        `  "publicKeys": ["${someKeys.join('","')}"],`,
        '  "fileSize": 4200000000,',
        '  "history": [',
        '    ["2026-10-31",20,3900000000],',
        '    ["2026-11-21",24,4200000000]',
        '  ],',
        '  "shards": {',
        '    "22":7,"2a":1,',
        '    "a7":1,"aa":12,',
        '    "b2":3',
        '  }',
        '}\n'
      ].join('\n')
    )
  })

  test('is read back as it was, and counts its rows', () => {
    const index = parseIndex(formatIndex({ publicKeys: someKeys, shards, fileSize, history }), 'c')
    expect(index).toEqual({ publicKeys: someKeys, shards, fileSize, history, rows: null })
    expect([...index.shards.keys()]).toEqual(['22', '2a', 'a7', 'aa', 'b2'])
    expect([rowsOf(index), rowsOf(emptyIndex)]).toEqual([24, 0])
    expect(parseIndex(formatIndex(emptyIndex), 'c')).toEqual(emptyIndex)
  })

  test('has with each of all shards filled some 9 kB', () => {
    const digits = Array.from('abcdefghijklmnopqrstuvwxyz234567')
    const all = digits.flatMap((a) => digits.map((b): [string, number] => [a + b, 10]))
    const index = { publicKeys: someKeys, shards: new Map(all), fileSize, history }
    expect(formatIndex(index).length).toBeLessThan(9_500)
  })

  test('refuses to write what could not be read again', () => {
    expect(() => formatIndex({ ...emptyIndex, publicKeys: ['a:QQ=='] })).toThrow(
      /^CATALOGUE_INVALID catalogue\.json: publicKeys\[0\]: it is not a public key/
    )
  })

  test('is refused by a publisher of before there were shards, with what to do', () => {
    expect(() =>
      readAsVersion1(formatIndex({ ...emptyIndex, publicKeys: someKeys, shards }))
    ).toThrow(
      'CATALOGUE_INVALID catalogue.json: it is of format version 2, and this nar-publish knows version 1. Publish with a newer version of nar-publish, as the one that wrote it did.'
    )
    expect(readAsVersion1(Buffer.from(version1(catalogueOf([rowWith()]))))).toMatchObject({
      version: 1
    })
  })
})

describe('parseIndex', () => {
  test.each([
    ['an empty file', '', 'Unexpected end of JSON input'],
    ['no JSON', 'hello\n::error::x', 'Unexpected token'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not valid'],
    ['deep nesting', '['.repeat(200_000), ''],
    ['a list', '[]', 'the file: Invalid input'],
    ['null', 'null', 'the file: Invalid input'],
    ['no version', '{"publicKeys":[],"shards":{}}', 'version: '],
    ['version 0', '{"version":0,"publicKeys":[],"shards":{}}', 'version: '],
    ['a version as text', '{"version":"2","publicKeys":[],"shards":{}}', 'version: '],
    ['no shards', '{"version":2,"publicKeys":[]}', 'shards: '],
    ['shards in a list', '{"version":2,"publicKeys":[],"shards":["aa"]}', 'shards: '],
    ['a shard above the folder', '{"version":2,"publicKeys":[],"shards":{"..":1}}', 'shards'],
    ['a shard of three digits', '{"version":2,"publicKeys":[],"shards":{"aaa":1}}', 'shards'],
    ['an empty shard', '{"version":2,"publicKeys":[],"shards":{"aa":0}}', 'shards.aa: '],
    ['a huge shard', '{"version":2,"publicKeys":[],"shards":{"aa":1e15}}', 'shards.aa: '],
    ['half a row', '{"version":2,"publicKeys":[],"shards":{"aa":1.5}}', 'shards.aa: '],
    ['rows in both', '{"version":2,"publicKeys":[],"shards":{},"artifacts":[]}', 'artifacts'],
    ['version 1 without rows', '{"version":1,"publicKeys":[]}', 'artifacts: '],
    ['keys that are no texts', '{"version":2,"publicKeys":[1],"shards":{}}', 'publicKeys[0]: '],
    [
      'a key that Nix would refuse',
      '{"version":2,"publicKeys":["a:QQ=="],"shards":{}}',
      'publicKeys[0]: it is not a public key'
    ]
  ])('refuses %s, naming where', (_what, content, reason) => {
    expect(() => read(content)).toThrow(
      expect.objectContaining({
        code: 'CATALOGUE_INVALID',
        subject: 'o/r catalogue.json',
        reason: expect.stringMatching(/^[^\n\r]+$/)
      })
    )
    expect(() => read(content)).toThrow(reason)
  })

  test('refuses a later format by its number and says to update', () => {
    expect(() => read('{"version":3,"shards":[]}')).toThrow(
      'it is of format version 3, and this nar-publish knows version 2. Use a newer version'
    )
  })

  test('takes no prototype for a shard', () => {
    const { shards } = read('{"version":2,"publicKeys":[],"shards":{"__proto__":1,"aa":2}}')
    expect([...shards]).toEqual([['aa', 2]])
  })

  test('refuses a file above its bound without reading it', () => {
    expect(() => read(Buffer.alloc(64 * 1024 * 1024 + 1))).toThrow('67108865 bytes')
  })

  test('reads what earlier versions wrote', () => {
    const golden = readFileSync(new URL('./golden/version-1.json', import.meta.url))
    const { rows, publicKeys } = read(golden)
    expect(publicKeys).toEqual(someKeys)
    expect(rows?.map(({ name, version }) => `${name} ${String(version)}`)).toEqual([
      'Zed null',
      'hello 2.11',
      'hello 2.9',
      'hello 2.9',
      'hello 2.10'
    ])
    expect(version1({ rows: rows ?? [], publicKeys })).toBe(golden.toString())
  })

  test('takes rows of version 1 in any order and one twice, as a merge by hand leaves them', () => {
    const late = rowWith({ publishedAt: '2026-11-22T00:00:00Z', closures: ['source'] })
    const other = rowWith({ name: 'a', storePath: path('a', 'a') })
    const text = JSON.stringify({
      version: 1,
      publicKeys: [...someKeys, ...someKeys],
      artifacts: [late, rowWith(), other]
    })
    expect(read(text)).toEqual({
      shards: new Map(),
      fileSize: null,
      history: null,
      rows: [other, rowWith({ closures: ['binary', 'source'] })],
      publicKeys: someKeys
    })
  })

  test('parses the same bytes once, wherever they were read', () => {
    const text = version1(catalogueOf([rowWith()]))
    expect(parseIndex(Buffer.from(text), 'b').rows).toBe(parseIndex(Buffer.from(text), 'a').rows)
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

  test('keeps a row for each name that a store path goes by, as they may lie in two shards', () => {
    const [one, other] = [rowWith(), rowWith({ name: 'hello-wrapped' })]
    expect(mergeCatalogue(catalogueOf([other]), catalogueOf([one])).rows).toEqual([one, other])
  })

  test('puts names that have the same bytes, as halves of surrogate pairs do, in one order', () => {
    const rows = ['\ud800', '\ud801', '\ufffd'].map((name) => rowWith({ name }))
    const [a, b] = [catalogueOf(rows), catalogueOf(rows.toReversed())]
    expect(mergeCatalogue(b, a)).toEqual(mergeCatalogue(a, b))
    expect(catalogueFiles(b)).toEqual(catalogueFiles(a))
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
        expect(catalogueFiles(mergeCatalogue(b, a))).toEqual(catalogueFiles(merged))
      })
    )
  })

  test('loses no store path, key or closure', () => {
    fc.assert(
      fc.property(hostileCatalogue, hostileCatalogue, (a, b) => {
        const merged = mergeCatalogue(a, b)
        expect(new Set(merged.publicKeys)).toEqual(new Set([...a.publicKeys, ...b.publicKeys]))
        const closures = new Map(merged.rows.map((row) => [rowKey(row), row.closures]))
        for (const row of [...a.rows, ...b.rows]) {
          expect(closures.get(rowKey(row))).toEqual(expect.arrayContaining(row.closures))
        }
      })
    )
  })
})
