import type { ShownRow } from '../catalogue/types.ts'
import { compareVersions } from '../catalogue/version-order.ts'
import { storePathBaseName } from '../store-path.ts'
import { nameOf } from './narinfo.ts'
import type { ListRoute } from './routes.ts'
import type { NameSearch } from './search.ts'
import type { Name, Pin } from './shapes.ts'

/** What the list shows of a name. */
export interface Entry extends Name {
  isPinned: boolean
}

/** Names as the files of names have them, and before these are read those that are newest. */
export function entriesOf(
  names: ReadonlyMap<string, Name>,
  newest: readonly ShownRow[],
  pins: readonly Pin[]
): Entry[] {
  const all = new Map(names)
  for (const [name, rows] of Map.groupBy(newest, (row) => row.name)) {
    if (!all.has(name)) all.set(name, nameOfRows(name, rows))
  }
  const pinned = pinnedNames(all, newest, pins)
  return [...all.values()].map((each) => ({ ...each, isPinned: pinned.has(each.name) }))
}

function nameOfRows(name: string, rows: readonly ShownRow[]): Name {
  const versions = rows.flatMap(({ version }) => version ?? [])
  const days = rows.map(({ publishedAt }) => publishedAt.slice(0, 10)).sort()
  return {
    name,
    version: versions.sort(compareVersions).at(-1) ?? null,
    day: days.at(-1) ?? '',
    systems: [...new Set(rows.map(({ system }) => system))].sort()
  }
}

/** A pin names a store path. Of what is shown as newest the name is known; of others it is the longest that the path's name begins with. */
function pinnedNames(
  names: ReadonlyMap<string, unknown>,
  newest: readonly ShownRow[],
  pins: readonly Pin[]
): Set<string> {
  const known = new Map(newest.map(({ storePath, name }) => [storePath, name]))
  return new Set(
    pins.flatMap(({ storePath }) => known.get(storePath) ?? nameAmong(names, storePath) ?? [])
  )
}

function nameAmong(names: ReadonlyMap<string, unknown>, storePath: string): string | null {
  const baseName = storePathBaseName(storePath)
  const likely = nameOf(baseName)
  if (names.has(likely)) return likely
  const parts = baseName.slice(33).split('-')
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('-')
    if (names.has(name)) return name
  }
  return null
}

/** Those that the route asks for, in the order in which they are shown: newest first; what was searched for, best first. */
export function chosen(
  entries: readonly Entry[],
  { query, system, pinned }: Omit<ListRoute, 'view'>,
  search: NameSearch
): Entry[] {
  const fits = (entry: Entry): boolean =>
    (system === null || entry.systems.includes(system)) && (!pinned || entry.isPinned)
  if (query.trim() === '') return newestFirst(entries.filter(fits))
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return search
    .find(query)
    .flatMap((name) => byName.get(name) ?? [])
    .filter(fits)
}

function newestFirst(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => compare(b.day, a.day) || compare(a.name, b.name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Systems of all entries, the one with most first. */
export function systemsOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>()
  for (const { systems } of entries) {
    for (const system of systems) counts.set(system, (counts.get(system) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || compare(a, b))
    .slice(0, 50)
    .map(([system]) => system)
}
