import { z } from 'zod'
import { attempt } from '../errors.ts'
import { compareBytes } from './byte-order.ts'
import { parseAs, parseJson } from './parse-file.ts'
import { compareAge } from './rows.ts'
import { groupOf } from './shard-name.ts'
import { shardOf } from './shards.ts'
import type { CatalogueRow } from './types.ts'

/** What search finds a name by. */
export interface NameEntry {
  name: string
  /** The newest of its rows; null: it has none. */
  version: string | null
  /** Of its last publication, in UTC: `2026-11-21`. */
  day: string
  /** Sorted. */
  systems: readonly string[]
}

/** bytes; a name has some 50, and a file with 10,000 artifacts some 160 names */
const largestFile = 4 * 1024 * 1024

const shape = z.strictObject({
  systems: z.array(z.string()),
  names: z.array(
    z.tuple([
      z.string(),
      z.string().nullable(),
      z.iso.date(),
      z.array(z.int().nonnegative()).min(1)
    ])
  )
})

/** Of each name, sorted. Pure, and the same whoever published in which order. */
export function namesOf(rows: readonly CatalogueRow[]): NameEntry[] {
  const byName = Map.groupBy(rows, ({ name }) => name)
  return [...byName].map(([name, of]) => entryOf(name, of)).sort(compareNames)
}

function entryOf(name: string, rows: readonly CatalogueRow[]): NameEntry {
  const newest = rows.reduce((a, b) => (compareAge(a, b) < 0 ? b : a))
  const days = rows.map(({ publishedAt }) => publishedAt.slice(0, 10))
  return {
    name,
    version: newest.version,
    day: days.reduce((a, b) => (a < b ? b : a)),
    systems: uniqueSorted(rows.map(({ system }) => system))
  }
}

/** The file's text: JSON, a line for each name. `entries`: sorted by name. */
export function formatNames(entries: readonly NameEntry[]): Buffer {
  const all = uniqueSorted(entries.flatMap(({ systems }) => systems))
  const numbers = new Map(all.map((system, number) => [system, number]))
  const lines = entries.map(({ name, version, day, systems }) => {
    const of = systems.map((system) => numbers.get(system))
    return JSON.stringify([name, version, day, of])
  })
  const names = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  return Buffer.from(`{"systems":${JSON.stringify(all)},"names":${names}}\n`)
}

/** null for what `formatNames` cannot have written: who needs it makes it anew from the shards. */
export function parseNames(content: Uint8Array): NameEntry[] | null {
  if (content.length > largestFile) return null
  const entries = attempt(() => {
    const { systems, names } = parseAs(shape, parseJson(content, 'names'), 'names')
    return names.map(([name, version, day, numbers]) => {
      const of = numbers.flatMap((number) => systems[number] ?? [])
      return { name, version, day, systems: of }
    })
  }, null)
  return entries !== null && formatNames(entries).equals(content) && isSorted(entries)
    ? entries
    : null
}

/** Whether each shard of the group that has rows has a name in it, none more names than rows, and no other shard one. */
export function mayBeNamesOf(
  group: string,
  shards: ReadonlyMap<string, number>,
  entries: readonly NameEntry[]
): boolean {
  const named = Map.groupBy(entries, ({ name }) => shardOf(name))
  const own = [...shards.keys()].filter((shard) => groupOf(shard) === group)
  return (
    own.length === named.size &&
    own.every((shard) => (named.get(shard)?.length ?? Infinity) <= (shards.get(shard) ?? 0))
  )
}

/** The entries of a group after a change of some of its shards → their rows afterwards. */
export function namesAfter(
  entries: readonly NameEntry[],
  shards: ReadonlyMap<string, readonly CatalogueRow[]>
): NameEntry[] {
  const others = entries.filter(({ name }) => !shards.has(shardOf(name)))
  const own = namesOf([...shards.values()].flat())
  return [...others, ...own].sort(compareNames)
}

function isSorted(entries: readonly NameEntry[]): boolean {
  return entries.every(
    (entry, index) => index === 0 || compareNames(entries[index - 1] ?? entry, entry) < 0
  )
}

function compareNames({ name: a }: NameEntry, { name: b }: NameEntry): number {
  return compareBytes(a, b)
}

function uniqueSorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareBytes)
}
