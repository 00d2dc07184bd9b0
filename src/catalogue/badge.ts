import { oneLine } from '../harmless.ts'
import { count } from '../text.ts'
import { mostShown } from './newest.ts'
import { currentRows } from './rows.ts'
import type { CatalogueRow, ShownCatalogue, ShownRow } from './types.ts'
import { compareVersions } from './version-order.ts'

/** What a badge says, left and right. Other people's text, on one line and bounded. */
export interface Badge {
  label: string
  message: string
}

/** Where the cache's own badge lies in the target, without the ending. */
export const cacheBadgeStem = 'badge'
/** Those of artifacts lie in this folder. */
export const badgeFolder = 'badge'

const label = 'Nix cache'

/** characters */
const longest = { name: 60, version: 40, system: 30 }
/** Those that a flake is written for as a rule; more would be wider than a page. */
const mostSystems = 4
/** A file system takes 255 bytes. */
const longestFileName = 200

/**
 * Where an artifact's badge lies, without the ending; null: its name is no file's name that every system, server and address takes as it
 * stands, so that it has none.
 */
export function artifactBadgeStem(name: string): string | null {
  const isPlain = /^[A-Za-z0-9_][A-Za-z0-9+._-]*$/.test(name) && name.length <= longestFileName
  return isPlain && !device.test(name) ? `${badgeFolder}/${name}` : null
}

// Windows has no files of these names, and a clone there would end with an error.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** Whether we could have made it; what else lies in the folder is nobody's business. */
export function isBadgePath(path: string): boolean {
  const [, stem = ''] = /^(.+)\.(?:svg|json)$/.exec(path) ?? []
  const name = stem.startsWith(`${badgeFolder}/`) ? stem.slice(badgeFolder.length + 1) : null
  return name === null ? stem === cacheBadgeStem : artifactBadgeStem(name) !== null
}

/**
 * What the cache as a whole has. Of one artifact: its newest version, and for which systems; of many: how many, and for which systems
 * those are that are shown. Follows from what the README's block shows.
 */
export function cacheBadge({
  newest,
  artifacts
}: Pick<ShownCatalogue, 'newest' | 'artifacts'>): Badge {
  const [first] = newest
  if (first === undefined) return { label, message: count(artifacts, 'artifact') }
  const isOne = newest.length < mostShown && newest.every(({ name }) => name === first.name)
  if (isOne) return newestBadge(newest)
  return { label, message: `${count(artifacts, 'artifact')} | ${systemsOf(newest)}` }
}

/** What the cache has of one artifact. `rows`: all of that name. null: there is none. */
export function artifactBadge(rows: readonly CatalogueRow[]): Badge | null {
  return rows.length === 0 ? null : newestBadge(currentRows(rows))
}

/** `rows`: of one artifact, the current one of each system and output. Those of an older version do not count. */
function newestBadge(rows: readonly ShownRow[]): Badge {
  const [first, ...others] = rows
  if (first === undefined) return { label, message: '' }
  // Equal versions may be spelled differently: of these the text that sorts last, whoever merged.
  const newest = others.reduce((best, row) => (compareRows(best, row) < 0 ? row : best), first)
  const name = short(newest.name, longest.name)
  const version = newest.version === null ? '' : ` ${short(newest.version, longest.version)}`
  const ofIt = rows.filter((row) => compareByVersion(row, newest) === 0)
  return { label, message: `${name}${version} | ${systemsOf(ofIt)}` }
}

type Versioned = Pick<ShownRow, 'version'>

function compareRows(a: Versioned, b: Versioned): number {
  const [left, right] = [a.version ?? '', b.version ?? '']
  return compareByVersion(a, b) || Number(left > right) - Number(left < right)
}

/** None is older than any. */
function compareByVersion({ version: a }: Versioned, { version: b }: Versioned): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null)
  return compareVersions(a, b)
}

function systemsOf(rows: readonly ShownRow[]): string {
  const systems = [...new Set(rows.map(({ system }) => short(system, longest.system)))].sort()
  const more = systems.length - mostSystems
  const shown = systems.slice(0, mostSystems).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

/** What does not show is U+FFFD. XML has neither of the two that are no characters, however they are written. */
function short(text: string, most: number): string {
  const line = oneLine(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
  const characters = Array.from(line.slice(0, most * 2 + 2))
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`
}
