import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { uniqueRows } from '../../src/catalogue/rows.ts'
import {
  formatShard,
  isMisplaced,
  parseShard,
  shardAt,
  shardOf,
  shardPath
} from '../../src/catalogue/shards.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { hostileRows, rowWith } from './support.ts'

function path(digit: string, name: string): string {
  return `/nix/store/${digit.repeat(32)}-${name}`
}

describe('the shard of a name', () => {
  test.each([
    // printf %s NAME | openssl dgst -sha256 -binary | base32 | cut -c 1-2 | tr A-Z a-z
    ['hello', 'ft'],
    ['', '4o'],
    ['é', 'jk'],
    ['nar-publish', '36']
  ])('%j lies where coreutils say: %s', (name, shard) => {
    expect(shardOf(name)).toBe(shard)
  })

  test('has a file of its own, and no other file is one', () => {
    expect(shardPath('a7')).toBe('catalogue/a7.json')
    expect(shardAt('catalogue/a7.json')).toBe('a7')
    for (const other of [
      'catalogue/newest.json',
      'catalogue/a1.json',
      'catalogue/A7.json',
      'catalogue/a7.json/x',
      'x/catalogue/a7.json',
      'catalogue/a7.json\n',
      'catalogue.json'
    ]) {
      expect(shardAt(other)).toBeNull()
    }
  })

  test('is any of all 1,024 for names of all kinds, some ten rows each of 10,000', () => {
    const counts = new Map<string, number>()
    for (let index = 0; index < 10_000; index++) {
      const shard = shardOf(`package-${index}`)
      counts.set(shard, (counts.get(shard) ?? 0) + 1)
    }
    expect(counts.size).toBe(1024)
    expect(Math.max(...counts.values())).toBeLessThan(30)
  })
})

describe('formatShard', () => {
  test('writes a line for each row, and changes one when one is added before the last', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((version) =>
      rowWith({ version, storePath: path('0', version) })
    )
    if (a === undefined || b === undefined || c === undefined) throw new Error('unreachable')
    const lines = (rows: CatalogueRow[]): string[] => formatShard('ft', rows).toString().split('\n')
    expect(lines([a])).toEqual([
      '{',
      '  "artifacts": [',
      `    ${JSON.stringify(a)}`,
      '  ]',
      '}',
      ''
    ])
    const [before, after] = [lines([a, c]), lines([a, b, c])]
    expect(after.filter((line) => !before.includes(line))).toHaveLength(1)
    expect(before.filter((line) => !after.includes(line))).toEqual([])
  })

  test('refuses to write what could not be read again', () => {
    expect(() => formatShard('ft', [rowWith({ nar: 'README.md' })])).toThrow(
      /^CATALOGUE_INVALID catalogue\/ft\.json: artifacts\[0\]\.nar/
    )
    expect(() => formatShard('ft', [rowWith({ name: 'x'.repeat(64 * 1024 * 1024) })])).toThrow(
      /^CATALOGUE_INVALID catalogue\/ft\.json: its \d+ bytes/
    )
  })

  test('is read back as it was, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileRows, (rows) => {
        const content = formatShard('aa', uniqueRows(rows))
        expect(formatShard('aa', parseShard(content, 'c'))).toEqual(content)
      })
    )
  })
})

describe('parseShard', () => {
  const row = JSON.stringify(rowWith())
  const withRow = (change: object): string =>
    JSON.stringify({ artifacts: [{ ...rowWith(), ...change }] })
  const parse = (content: string | Buffer): readonly CatalogueRow[] =>
    parseShard(Buffer.from(content), 'catalogue/ft.json')

  test.each([
    ['an empty file', '', 'Unexpected end of JSON input'],
    ['what a merge leaves', '{\n<<<<<<< ours\n', 'JSON'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not valid'],
    ['deep nesting', '['.repeat(200_000), ''],
    ['a list', '[]', 'it has no `artifacts`'],
    ['no artifacts', '{}', 'it has no `artifacts`'],
    ['a field it does not know', '{"artifacts":[],"version":3}', 'Unrecognized key: "version"'],
    ['a row that is a text', '{"artifacts":["x"]}', 'artifacts[0]: '],
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
    ['a prototype', `{"artifacts":[${row.replace('{', '{"__proto__":{},')}]}`, '__proto__']
  ])('refuses %s, naming where', (_what, content, reason) => {
    expect(() => parse(content)).toThrow(
      expect.objectContaining({
        code: 'CATALOGUE_INVALID',
        subject: 'catalogue/ft.json',
        reason: expect.stringMatching(/^[^\n\r]+$/)
      })
    )
    expect(() => parse(content)).toThrow(reason)
  })

  test('refuses a file above its bound without reading it', () => {
    expect(() => parse(Buffer.alloc(64 * 1024 * 1024 + 1))).toThrow('67108865 bytes')
  })

  test('takes rows in any order and one twice, and tells which belong elsewhere', () => {
    const late = rowWith({ publishedAt: '2026-11-22T00:00:00Z', closures: ['source'] })
    const other = rowWith({ name: 'a', storePath: path('a', 'a') })
    const rows = parse(JSON.stringify({ artifacts: [late, rowWith(), other] }))
    expect(rows).toEqual([other, rowWith({ closures: ['binary', 'source'] })])
    expect(isMisplaced('ft', rows)).toBe(true)
    expect(isMisplaced(shardOf('hello'), rows.slice(1))).toBe(false)
  })

  test('parses the same bytes once, and keeps no more than some of it', () => {
    const text = JSON.stringify({ artifacts: [rowWith()] })
    const first = parse(text)
    expect(parse(text)).toBe(first)
    parse(withRow({ attribute: 'x'.repeat(9 * 1024 * 1024) }))
    expect(parse(text)).not.toBe(first)
    expect(parse(text)).toEqual(first)
  })
})
