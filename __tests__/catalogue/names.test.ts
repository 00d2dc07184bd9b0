import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatNames,
  mayBeNamesOf,
  namesAfter,
  namesOf,
  parseNames
} from '../../src/catalogue/names.ts'
import { formatPins, isPinsFile } from '../../src/catalogue/pins-file.ts'
import { uniqueRows } from '../../src/catalogue/rows.ts'
import { groupAt, groupOf, namesPath, shardOfHash } from '../../src/catalogue/shard-name.ts'
import { shardOf } from '../../src/catalogue/shards.ts'
import { pinsOn } from '../support/catalogue.ts'
import { hostileRows, rowWith } from './support.ts'

function path(number: number): string {
  return `/nix/store/${String(number).padStart(32, '0')}-x`
}

const rows = [
  rowWith({ version: '1.9', storePath: path(1), publishedAt: '2026-11-23T23:59:59Z' }),
  rowWith({ version: '1.10', storePath: path(2), system: 'aarch64-linux' }),
  rowWith({ version: null, storePath: path(3), output: 'dev' }),
  rowWith({ name: 'a "b"', version: null, storePath: path(4), system: 'aarch64-darwin' })
]

describe('the file of names', () => {
  test('has a line for each name: newest version, last day, and of which systems it is', () => {
    expect(formatNames(namesOf(rows)).toString()).toBe(
      [
        '{"systems":["aarch64-darwin","aarch64-linux","x86_64-linux"],"names":[',
        '["a \\"b\\"",null,"2026-11-21",[0]],',
        '["hello","1.10","2026-11-23",[1,2]]',
        ']}\n'
      ].join('\n')
    )
    expect(formatNames([]).toString()).toBe('{"systems":[],"names":[]}\n')
  })

  test('covers 16 shards that follow each other, one of 64 files', () => {
    const shards = Array.from({ length: 1024 }, (_, bits) => shardOfHash(bits << 6))
    const groups = Map.groupBy(shards, groupOf)
    expect(groups.size).toBe(64)
    expect([...groups.keys()].slice(0, 4)).toEqual(['aa', 'aq', 'ba', 'bq'])
    for (const [group, of] of groups) {
      expect([of.length, of[0], groupAt(namesPath(group))]).toEqual([16, group, group])
    }
    expect(['catalogue/names/ab.json', 'catalogue/aa.json', 'names/aa.json'].map(groupAt)).toEqual([
      null,
      null,
      null
    ])
  })

  test('is read back as it was, and kept up by some shards as by all, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileRows, hostileRows, (some, others) => {
        const before = uniqueRows(some)
        const content = formatNames(namesOf(before))
        const entries = parseNames(content)
        expect(entries).toEqual(namesOf(before))
        const all = uniqueRows([...some, ...others])
        const touched = new Set(others.map(({ name }) => shardOf(name)))
        const after = Map.groupBy(
          all.filter(({ name }) => touched.has(shardOf(name))),
          ({ name }) => shardOf(name)
        )
        expect(formatNames(namesAfter(entries ?? [], after))).toEqual(formatNames(namesOf(all)))
      })
    )
  })

  test.each([
    ['nothing', ''],
    ['a merge with both sides', '<<<<<<< ours\n'],
    ['another shape', '{"names":[]}'],
    ['a system that is none', '{"systems":[],"names":[\n["a",null,"2026-11-21",[0]]\n]}\n'],
    ['a system of nobody', '{"systems":["x"],"names":[]}\n'],
    ['a day that is none', '{"systems":["x"],"names":[\n["a",null,"yesterday",[0]]\n]}\n'],
    ['no system', '{"systems":[],"names":[\n["a",null,"2026-11-21",[]]\n]}\n'],
    ['a name twice', twice('a', 'a')],
    ['names out of order', twice('b', 'a')],
    ['other blanks', '{"systems": [],"names":[]}\n'],
    ['more than is read', `{"systems":["${'x'.repeat(5_000_000)}"],"names":[]}\n`]
  ])('with %s is as good as none', (_what, content) => {
    expect(parseNames(Buffer.from(content))).toBeNull()
  })

  function twice(a: string, b: string): string {
    const lines = [a, b].map((name) => JSON.stringify([name, null, '2026-11-21', [0]]))
    return `{"systems":["x"],"names":[\n${lines.join(',\n')}\n]}\n`
  }

  test('is not believed where shards have no name in it, fewer rows than names, or are of another group', () => {
    const shard = shardOf('hello')
    const entries = namesOf(rows.filter(({ name }) => name === 'hello'))
    const may = (shards: [string, number][]): boolean =>
      mayBeNamesOf(groupOf(shard), new Map(shards), entries)
    const others: [string, number][] = [['22', 3]]
    expect(may([[shard, 3], ...others])).toBe(true)
    expect(may(others)).toBe(false)
    expect(
      may([
        [shard, 3],
        [`${shard.charAt(0)}z`, 1]
      ])
    ).toBe(false)
    expect(mayBeNamesOf('22', new Map([['22', 1]]), entries)).toBe(false)
    expect(mayBeNamesOf(groupOf(shard), new Map([[shard, 1]]), [...entries, ...entries])).toBe(
      false
    )
  })
})

describe('the file of pins', () => {
  test('has them by name, and says how many of a thousand it leaves out', () => {
    const pins = [
      { name: 'main "x"', storePath: path(2) },
      { name: 'a', storePath: path(1) }
    ]
    expect(formatPins(pins)?.toString()).toBe(
      `{"pins":[\n["a","${path(1)}"],\n["main \\"x\\"","${path(2)}"]\n],"omitted":0}\n`
    )
    const many = pinsOn(Array.from({ length: 1003 }, (_, number) => path(number)))
    const { pins: listed, omitted } = JSON.parse(formatPins(many)?.toString() ?? '') as {
      pins: unknown[]
      omitted: number
    }
    expect([listed.length, listed[0], omitted]).toEqual([1000, [`pin of ${path(0)}`, path(0)], 3])
    expect(formatPins([])).toBeNull()
  })

  test('is told from somebody’s own', () => {
    const content = formatPins(pinsOn([path(1)])) ?? Buffer.alloc(0)
    const others = ['', '[]', '{"pins":[]}', '{"pins":["a"],"omitted":0}', '<<<<<<< ours']
    expect([content, ...others.map((text) => Buffer.from(text))].map(isPinsFile)).toEqual([
      true,
      ...others.map(() => false)
    ])
  })
})
