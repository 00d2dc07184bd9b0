import { z } from 'zod'
import { compareBytes } from './byte-order.ts'
import type { CatalogueRow, History, HistoryPoint } from './types.ts'

/** How much a cache holds, or how much more. `fileSize`: bytes, as downloaded. */
export interface Totals {
  artifacts: number
  fileSize: number
}

/** Day (`2026-11-21`, in UTC) → how much more there is from then on. */
export type DayChanges = ReadonlyMap<string, Totals>

/** Points of a history. */
export const mostPoints = 60

const size = z.int().nonnegative()

export const historyShape: z.ZodType<History> = z
  .array(z.tuple([z.iso.date(), size, size]))
  .max(mostPoints)
  .refine(
    (points) => points.every(([day], index) => index === 0 || (points[index - 1]?.[0] ?? '') < day),
    'its days are not in order'
  )

export function totalsOf(rows: readonly CatalogueRow[]): Totals {
  return { artifacts: rows.length, fileSize: sumOf(rows.map(({ fileSize }) => fileSize)) }
}

/** bytes, added up as far as JSON's numbers go: rows may be anybody's. */
function sumOf(sizes: Iterable<number>): number {
  let sum = 0
  for (const size of sizes) sum += size
  return bounded(sum)
}

/**
 * What makes of one history the other, when rows come and go and each is counted from the day on that it was published: the same whoever
 * landed first.
 */
export function publishedBetween(
  before: readonly CatalogueRow[],
  after: readonly CatalogueRow[]
): DayChanges {
  const changes = new Map<string, Totals>()
  const add = ({ publishedAt, fileSize }: CatalogueRow, sign: 1 | -1): void => {
    const day = publishedAt.slice(0, 10)
    const known = changes.get(day) ?? { artifacts: 0, fileSize: 0 }
    changes.set(day, {
      artifacts: known.artifacts + sign,
      fileSize: known.fileSize + sign * fileSize
    })
  }
  const kept = new Set(after)
  const had = new Set(before)
  for (const row of before) if (!kept.has(row)) add(row, -1)
  for (const row of after) if (!had.has(row)) add(row, 1)
  return changes
}

/** The same when what goes was there until this day, and what comes is there from then on. */
export function changedOn(
  day: string,
  before: readonly CatalogueRow[],
  after: readonly CatalogueRow[]
): DayChanges {
  const [old, now] = [totalsOf(before), totalsOf(after)]
  const change = {
    artifacts: now.artifacts - old.artifacts,
    fileSize: now.fileSize - old.fileSize
  }
  return new Map(change.artifacts === 0 && change.fileSize === 0 ? [] : [[day, change]])
}

/** As if each row had been there from its day on, and none had ever gone: for a catalogue without a history. */
export function historyOfRows(rows: readonly CatalogueRow[]): History {
  return historyAfter([], publishedBetween([], rows))
}

/** A change counts for its day and all that follow, so that those of several publishers may come in any order. */
export function historyAfter(history: History, changes: DayChanges): History {
  if (changes.size === 0) return history
  const before = new Map(history.map(([day, ...state]) => [day, state]))
  const days = [...new Set([...before.keys(), ...changes.keys()])].sort(compareBytes)
  let [artifacts, fileSize, moreArtifacts, moreBytes] = [0, 0, 0, 0]
  const points = days.map((day): HistoryPoint => {
    ;[artifacts, fileSize] = before.get(day) ?? [artifacts, fileSize]
    const change = changes.get(day)
    moreArtifacts += change?.artifacts ?? 0
    moreBytes += change?.fileSize ?? 0
    return [day, bounded(artifacts + moreArtifacts), bounded(fileSize + moreBytes)]
  })
  return thinned(withoutRepeats(points))
}

/** Without days on which nothing changed in the end. */
function withoutRepeats(points: readonly HistoryPoint[]): HistoryPoint[] {
  return points.filter(([, artifacts, fileSize], index) => {
    const [, oldArtifacts, oldSize] = points[index - 1] ?? ['', 0, 0]
    return artifacts !== oldArtifacts || fileSize !== oldSize
  })
}

/** With a last point that says what there is now, whatever was changed by hand; that of a cache which never had anything has none. */
export function endingWith(history: History, { artifacts, fileSize }: Totals): History {
  const last = history.at(-1)
  return last === undefined ? [] : [...history.slice(0, -1), [last[0], artifacts, fileSize]]
}

/** days */
const [week, quarter, year] = [7, 7 * 13, 7 * 52]

/**
 * Of three weeks each day, of this and the last quarter each week, of this and the last year each quarter, and then each year: the last
 * point in it. Each of these lies in one of the next longer, all of which change over at once, so that it makes no difference when a
 * point is left out.
 */
function thinned(points: readonly HistoryPoint[]): History {
  const newest = dayNumber(points.at(-1)?.[0] ?? '')
  const age = (day: number, days: number): number =>
    Math.floor(newest / days) - Math.floor(day / days)
  const stretchOf = (day: number): number => {
    if (age(day, week) < 3) return 1
    if (age(day, quarter) < 2) return week
    return age(day, year) < 2 ? quarter : year
  }
  const lastOf = new Map(
    points.map((point) => {
      const day = dayNumber(point[0])
      const stretch = stretchOf(day)
      return [`${stretch} ${Math.floor(day / stretch)}`, point]
    })
  )
  return [...lastOf.values()].slice(-mostPoints)
}

/** Days since 1970. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

function bounded(number: number): number {
  return Math.min(Math.max(0, number), Number.MAX_SAFE_INTEGER)
}
