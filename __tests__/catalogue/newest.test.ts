import { deepStrictEqual } from 'node:assert/strict'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatNewest,
  mostShown,
  newestAfter,
  newestRows,
  parseNewest,
  pinsHash
} from '../../src/catalogue/newest.ts'
import { uniqueRows } from '../../src/catalogue/rows.ts'
import { shardOf } from '../../src/catalogue/shards.ts'
import type { CatalogueRow, ShownRow } from '../../src/catalogue/types.ts'
import { hostileRows, rowWith } from './support.ts'

const none: ReadonlySet<string> = new Set()

function path(number: number, name: string): string {
  return `/nix/store/${String(number).padStart(32, '0')}-${name}`
}

/** Days after the first of the month. */
function date(day: number): string {
  return `2026-11-${String(day + 1).padStart(2, '0')}T00:00:00Z`
}

function tool(number: number, overrides: Partial<CatalogueRow> = {}): CatalogueRow {
  const name = `tool-${String(number).padStart(3, '0')}`
  return rowWith({ name, storePath: path(number, name), publishedAt: date(1), ...overrides })
}

const tools = (count: number): CatalogueRow[] => Array.from({ length: count }, (_, i) => tool(i))
const names = (rows: readonly ShownRow[] | null): string[] => (rows ?? []).map(({ name }) => name)

describe('what is shown', () => {
  test('is of each artifact the newest version, in the catalogue’s order', () => {
    const rows = [
      rowWith({ version: '1.9', storePath: path(1, 'a') }),
      rowWith({ version: '1.10', storePath: path(2, 'a') }),
      rowWith({ output: 'dev', storePath: path(3, 'a') }),
      rowWith({ name: 'a', storePath: path(4, 'a') })
    ]
    expect(
      newestRows(rows, none).map(({ name, version, output }) => [name, version, output])
    ).toEqual([
      ['a', '2.12.1', 'out'],
      ['hello', '1.10', 'out'],
      ['hello', '2.12.1', 'dev']
    ])
  })

  test('are at most 100, those published last, and the first by name of those published at once', () => {
    const rows = [...tools(101), tool(500, { publishedAt: date(2) })]
    const shown = names(newestRows(rows, none))
    expect(shown).toHaveLength(mostShown)
    expect([shown[0], shown[98], shown[99]]).toEqual(['tool-000', 'tool-098', 'tool-500'])
  })

  test('puts pinned ones first, however old, and none that another version has replaced', () => {
    const old = tool(200, { publishedAt: date(0) })
    const replaced = tool(3, { version: '1.0', storePath: path(900, 'old') })
    const pins = new Set([old, replaced, tool(50)].map(({ storePath }) => storePath))
    const shown = names(newestRows([...tools(150), old, replaced], pins))
    expect(shown.slice(0, 3)).toEqual(['tool-050', 'tool-200', 'tool-000'])
    expect(shown).toHaveLength(mostShown)
    expect(new Set(shown).size).toBe(mostShown)
  })

  test('has the run only where the source has no page', () => {
    const runs = [rowWith(), rowWith({ name: 'x', source: null })].map(
      (row) => newestRows([row], none)[0]?.runUrl
    )
    expect(runs).toEqual([null, 'https://github.com/o/hello/actions/runs/1'])
  })
})

describe('the file', () => {
  test('says by which pins it was chosen, whatever their order', () => {
    const [a, b] = [path(1, 'a'), path(2, 'b')]
    expect(pinsHash(new Set([a, b]))).toBe(pinsHash(new Set([b, a])))
    expect(pinsHash(new Set([a]))).not.toBe(pinsHash(new Set([b])))
    expect(formatNewest([], none).toString()).toBe('{\n  "pins": null,\n  "artifacts": []\n}\n')
  })

  test('is read back as it was, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileRows, fc.boolean(), (rows, isPinned) => {
        const pins = new Set(isPinned ? rows.map(({ storePath }) => storePath) : [])
        const shown = newestRows(rows, pins)
        const content = formatNewest(shown, pins)
        const read = parseNewest(content)
        expect(read?.pins).toBe(pinsHash(pins))
        expect(formatNewest(read?.rows ?? [], pins)).toEqual(content)
      })
    )
  })

  test.each([
    ['nothing', ''],
    ['a merge with both sides', '{\n<<<<<<< ours\n'],
    ['another shape', '{"artifacts":[]}'],
    ['a hash that is none', '{"pins":"x","artifacts":[]}'],
    ['a whole row', JSON.stringify({ pins: null, artifacts: [rowWith()] })],
    ['a path of another store', rowsText([{ storePath: '/gnu/store/x' }])],
    ['101 rows', rowsText(Array.from({ length: 101 }, () => ({})))],
    ['10 MB in one row', rowsText([{ name: 'x'.repeat(10_000_000) }])]
  ])('with %s is as good as none', (_what, content) => {
    expect(parseNewest(Buffer.from(content))).toBeNull()
  })

  function rowsText(changes: readonly object[]): string {
    const [row] = newestRows([rowWith()], none)
    return JSON.stringify({
      pins: null,
      artifacts: changes.map((change) => ({ ...row, ...change }))
    })
  }
})

/** Each hashed once: these branches are looked through a thousand times. */
const knownShards = new Map<string, string>()
function shardOfRow({ name }: CatalogueRow): string {
  const shard = knownShards.get(name) ?? shardOf(name)
  knownShards.set(name, shard)
  return shard
}

/** One state after another, each told from the one before and the shards that were touched, and from scratch. */
class Branch {
  rows: readonly CatalogueRow[] = []
  pins: ReadonlySet<string> = none
  shown: readonly ShownRow[] = []
  /** How often the step before did not tell. */
  wholes = 0

  step({ add = [], pin = [], unpin = [] }: Step): void {
    const known = new Set(this.rows.map(({ storePath }) => storePath))
    const rows = uniqueRows([...this.rows, ...add])
    const pins = new Set([...this.pins, ...pin].filter((one) => !unpin.includes(one)))
    const touched = new Set(add.map(shardOfRow))
    const ofShards = Map.groupBy(rows, shardOfRow)
    const shards = [...touched].map((shard) => [shard, ofShards.get(shard) ?? []] as const)
    const told = newestAfter(
      { rows: this.shown, pins: pinsHash(this.pins) },
      {
        shards: new Map(shards),
        pinsBefore: this.pins,
        pinsAfter: pins,
        brought: new Set(
          add.map(({ storePath }) => storePath).filter((storePath) => !known.has(storePath))
        )
      }
    )
    const expected = newestRows(rows, pins)
    if (told === null) this.wholes++
    else deepStrictEqual(told, expected)
    this.rows = rows
    this.pins = pins
    this.shown = expected
  }
}

interface Step {
  add?: readonly CatalogueRow[]
  /** Store paths. */
  pin?: readonly string[]
  unpin?: readonly string[]
}

describe('what is shown after a change', () => {
  test('is told by the touched shards alone, publish after publish, far beyond 100 artifacts', () => {
    const branch = new Branch()
    for (let number = 0; number < 300; number++) {
      const publishedAt = new Date(Date.UTC(2026, 10, 1, number)).toISOString().replace('.000', '')
      const row = tool(number, { publishedAt })
      const update = tool(number % 7, {
        version: `3.${number}`,
        storePath: path(1000 + number, 'update'),
        publishedAt
      })
      branch.step({ add: [row, update], pin: number % 9 === 0 ? [row.storePath] : [] })
    }
    expect(branch.wholes).toBe(0)
    expect(branch.shown).toHaveLength(mostShown)
  })

  test.each<[string, Step, number]>([
    ['a new artifact', { add: [tool(700, { publishedAt: date(9) })] }, 0],
    ['one that was published before all others', { add: [tool(700, { publishedAt: date(0) })] }, 0],
    ['an older version', { add: [tool(3, { version: '1', storePath: path(701, 'x') })] }, 0],
    ['a new one that is pinned', { add: [tool(700)], pin: [path(700, 'tool-700')] }, 0],
    ['a pin of what has no row, brought beside', { add: [tool(700)], pin: [] }, 0],
    // Something that was not shown may be next.
    [
      'a version that is newer and was published before',
      { add: [tool(3, { version: '3', storePath: path(701, 'x'), publishedAt: date(0) })] },
      1
    ],
    [
      'a row that was published before, as is found out later',
      { add: [tool(3, { publishedAt: date(0) })] },
      1
    ],
    ['an unpinned one', { unpin: [path(400, 'tool-400')] }, 1],
    ['a pin of what was there', { pin: [path(140, 'tool-140')] }, 1],
    ['a pin of what nobody knows', { pin: [path(999, 'unknown')] }, 1]
  ])('with %s is told, or not: %#', (_what, step, wholes) => {
    const branch = new Branch()
    const old = tool(400, { publishedAt: date(0) })
    branch.step({ add: [...tools(150), old], pin: [old.storePath] })
    branch.step(step)
    expect(branch.wholes).toBe(wholes)
  })

  test('is always told of a cache with less than 100 artifacts', () => {
    const branch = new Branch()
    branch.step({ add: tools(50), pin: [path(1, 'tool-001')] })
    branch.step({ pin: [path(7, 'tool-007'), path(999, 'unknown')], unpin: [path(1, 'tool-001')] })
    branch.step({ add: [tool(3, { publishedAt: date(0) })] })
    expect(branch.wholes).toBe(0)
  })

  test.each<[string, (rows: readonly ShownRow[]) => readonly ShownRow[]]>([
    ['in another order', (rows) => rows.toReversed()],
    ['one of them twice', (rows) => [...rows, ...rows.slice(0, 1)]]
  ])('is not told by rows that somebody has put %s', (_how, change) => {
    const rows = change(newestRows(tools(5), none))
    const change1 = { shards: new Map(), pinsBefore: none, pinsAfter: none, brought: none }
    expect(newestAfter({ rows, pins: null }, change1)).toBeNull()
    expect(newestAfter({ rows: newestRows(tools(5), none), pins: null }, change1)).not.toBeNull()
  })

  test('is not told where pins were changed by hand', () => {
    const rows = newestRows(tools(5), none)
    const pinsBefore = new Set([path(1, 'tool-001')])
    const change = { shards: new Map(), pinsBefore, pinsAfter: pinsBefore, brought: none }
    expect(newestAfter({ rows, pins: null }, change)).toBeNull()
  })

  test('is, whenever it is told, what the whole gives, whatever is published, merged, pinned, unpinned', () => {
    const number = fc.integer({ min: 0, max: 160 })
    const row = fc
      .record({
        number,
        version: fc.constantFrom('1', '2', '2-0', null),
        output: fc.constantFrom('out', 'dev', null),
        // Another name for the same path.
        alias: fc.constantFrom('', '', '', '-alias'),
        day: fc.integer({ min: 0, max: 3 })
      })
      .map(({ number, version, output, alias, day }) =>
        tool(number, {
          name: `tool-${number}${alias}`,
          version,
          output,
          storePath: path(number * 100 + ['1', '2', '2-0', null].indexOf(version) * 10, 'tool'),
          publishedAt: date(day)
        })
      )
    const pin = number.map((number) => path(number * 100, 'tool'))
    const step = fc.record({
      add: fc.array(row, { maxLength: 4 }),
      pin: fc.array(pin, { maxLength: 3 }),
      unpin: fc.array(pin, { maxLength: 3 })
    })
    const first = fc.array(row, { minLength: 120, maxLength: 180, size: 'max' })
    let told = 0
    fc.assert(
      fc.property(first, fc.array(step, { maxLength: 6 }), (add, steps) => {
        const branch = new Branch()
        branch.step({ add })
        for (const one of steps) branch.step(one)
        if (branch.shown.length === mostShown) told += steps.length + 1 - branch.wholes
      }),
      { numRuns: 100 }
    )
    expect(told).toBeGreaterThan(50)
  })
})
