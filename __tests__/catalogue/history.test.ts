import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  changedOn,
  endingWith,
  historyAfter,
  historyOfRows,
  historyShape,
  mostPoints,
  publishedBetween,
  totalsOf,
  type DayChanges
} from '../../src/catalogue/history.ts'
import { uniqueRows } from '../../src/catalogue/rows.ts'
import type { CatalogueRow, History } from '../../src/catalogue/types.ts'
import { rowWith } from './support.ts'

const first = Date.UTC(2026, 0, 1)

function dayOf(number: number): string {
  return new Date(first + number * 86_400_000).toISOString().slice(0, 10)
}

function row(number: number, day: number, fileSize = 10): CatalogueRow {
  const storePath = `/nix/store/${String(number).padStart(32, '0')}-tool`
  return rowWith({
    name: `tool-${number}`,
    storePath,
    fileSize,
    publishedAt: `${dayOf(day)}T04:05:06Z`
  })
}

const more = (day: number, artifacts = 1, fileSize = 10): DayChanges =>
  new Map([[dayOf(day), { artifacts, fileSize }]])
const after = (history: History, changes: readonly DayChanges[]): History =>
  changes.reduce(historyAfter, history)

test('what is published counts from its day on, whoever lands first', () => {
  const expected = [
    [dayOf(3), 1, 10],
    [dayOf(5), 2, 20],
    [dayOf(9), 3, 30]
  ]
  expect(after([], [more(3), more(5), more(9)])).toEqual(expected)
  expect(after([], [more(9), more(3), more(5)])).toEqual(expected)
  expect(historyOfRows([row(1, 9), row(2, 3), row(3, 5)])).toEqual(expected)
})

test('what is pruned was there until that day', () => {
  const rows = [row(1, 3), row(2, 5)]
  const pruned = historyAfter(historyOfRows(rows), changedOn(dayOf(9), rows, rows.slice(1)))
  expect(pruned).toEqual([
    [dayOf(3), 1, 10],
    [dayOf(5), 2, 20],
    [dayOf(9), 1, 10]
  ])
  // Of who began before, and lands after.
  expect(historyAfter(pruned, more(8, 2, 7)).slice(2)).toEqual([
    [dayOf(8), 4, 27],
    [dayOf(9), 3, 17]
  ])
  expect(historyAfter(pruned, changedOn(dayOf(10), rows, rows))).toBe(pruned)
  expect(historyAfter(pruned, changedOn(dayOf(10), rows.slice(1), []))).toHaveLength(4)
})

test('ends with what there is, whatever was changed by hand', () => {
  const history = historyOfRows([row(1, 3), row(2, 5)])
  expect(endingWith(history, { artifacts: 7, fileSize: 8 })).toEqual([
    [dayOf(3), 1, 10],
    [dayOf(5), 7, 8]
  ])
  expect(historyAfter(history, more(5, -9, -900)).at(-1)).toEqual([dayOf(5), 0, 0])
  const huge = [1, 2].map((number) => row(number, 3, Number.MAX_SAFE_INTEGER))
  expect(totalsOf(huge).fileSize).toBe(Number.MAX_SAFE_INTEGER)
  expect(historyShape.parse(historyOfRows(huge))).toHaveLength(1)
})

describe('of a cache that is published to for years', () => {
  // So many that none is left out for being the 61st.
  const years = 9
  const lengths: number[] = []
  let history: History = []
  for (let day = 0; day < years * 365; day++) {
    history = historyAfter(history, more(day))
    lengths.push(history.length)
  }
  const days = history.map(([day]) => (Date.parse(day) - first) / 86_400_000)
  const last = years * 365 - 1

  test('there are some 60 points at most: of three weeks each day, then fewer and fewer', () => {
    expect(Math.max(...lengths)).toBeLessThanOrEqual(mostPoints)
    expect(Math.max(...lengths.slice(0, 5 * 365))).toBeLessThan(55)
    expect(days.slice(-15)).toEqual(Array.from({ length: 15 }, (_, index) => last - 14 + index))
    const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0))
    expect(new Set(gaps)).toEqual(new Set([364, 91, 7, 1]))
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a))
    expect(historyShape.parse(history)).toEqual(history)
  })

  test('each point that is left says what there was', () => {
    for (const [day, artifacts] of history) {
      expect(artifacts).toBe((Date.parse(day) - first) / 86_400_000 + 1)
    }
  })

  test('it makes no difference whether points were left out one after the other, or all at once', () => {
    const all = Array.from({ length: last + 1 }, (_, day) => row(day, day))
    expect(historyOfRows(all)).toEqual(history)
  })
})

test('of the last weeks it is the same in any order, and what the rows give, whatever is published twice', () => {
  const someRow = fc
    .record({ number: fc.nat(12), day: fc.integer({ min: 400, max: 414 }), size: fc.nat(3) })
    .map(({ number, day, size }) => row(number, day, size))
  const publishes = fc.array(fc.array(someRow, { maxLength: 3 }), { maxLength: 8 })
  fc.assert(
    fc.property(publishes, fc.array(someRow), fc.infiniteStream(fc.nat()), (some, held, order) => {
      const run = (all: readonly CatalogueRow[][]): History => {
        let rows = uniqueRows(held)
        let history = historyOfRows(rows)
        for (const added of all) {
          const next = uniqueRows([...rows, ...added])
          history = historyAfter(history, publishedBetween(rows, next))
          rows = next
        }
        expect(history).toEqual(historyOfRows(rows))
        expect(endingWith(history, totalsOf(rows))).toEqual(history)
        return history
      }
      const keys = new Map(some.map((one) => [one, order.next().value as number]))
      const shuffled = some.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
      expect(run(shuffled)).toEqual(run(some))
    })
  )
})

test.each([
  ['a day that is none', [['2026-02-30', 1, 1]]],
  [
    'days out of order',
    [
      ['2026-02-03', 1, 1],
      ['2026-02-02', 1, 1]
    ]
  ],
  [
    'a day twice',
    [
      ['2026-02-03', 1, 1],
      ['2026-02-03', 2, 1]
    ]
  ],
  ['less than nothing', [['2026-02-03', -1, 1]]],
  ['half an artifact', [['2026-02-03', 0.5, 1]]],
  ['a point with more', [['2026-02-03', 1, 1, 1]]],
  ['a text', 'x'],
  ['61 points', Array.from({ length: 61 }, (_, day) => [dayOf(day), day, day])]
])('with %s it is none', (_what, history) => {
  expect(historyShape.safeParse(history).success).toBe(false)
})
