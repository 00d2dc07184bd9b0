import { pinnedPaths, shownPins, type Pin } from '../pins/pin.ts'
import { cataloguePath, formatIndex } from './catalogue.ts'
import type { Badged, BadgedChange } from './change-badges.ts'
import { endingWith, historyAfter, historyOfRows, totalsOf, type DayChanges } from './history.ts'
import { formatNames, namesOf, parseNames } from './names.ts'
import { formatNewest, newestPath, newestRows, parseNewest } from './newest.ts'
import { formatNewestPage } from './newest-page.ts'
import { formatPins, isPinsFile } from './pins-file.ts'
import {
  groupAt,
  groupOf,
  namesPath,
  newestPagePath,
  pinsPath,
  shardAt,
  shardPath
} from './shard-name.ts'
import { formatShard, isOthersFile, parseShard, shardOf } from './shards.ts'
import type { Catalogue, CatalogueRow, History, ShownCatalogue } from './types.ts'
import { indexOf, isCatalogueFile, presentCatalogue, type CatalogueFiles } from './whole.ts'

/** What makes the files of a state those of a catalogue. */
export interface CatalogueChange {
  /** Those whose bytes change. */
  files: Map<string, Buffer>
  /** Those that go: of shards, and of groups of them, without a row; that of the pins without a pin. */
  deletedFiles: string[]
  /** For the README; `publicKeys` are those of the catalogue. */
  shown: ShownCatalogue
  badges: BadgedChange
}

/**
 * Makes the files of a state those of a catalogue. `before`: all that the state has of them; `all`: the pins that it has by then; `changes`:
 * those of the history since. Throws CATALOGUE_INVALID.
 */
export function changeWhole(
  before: CatalogueFiles,
  { rows, publicKeys }: Catalogue,
  all: readonly Pin[],
  changes: DayChanges = new Map()
): CatalogueChange {
  const shards = Map.groupBy(rows, ({ name }) => shardOf(name))
  const groups = Map.groupBy(rows, ({ name }) => groupOf(shardOf(name)))
  const pins = shownPins(all)
  const pinned = pinnedPaths(pins)
  const newest = newestRows(rows, pinned)
  const pinsFile = formatPins(pins)
  const index = {
    publicKeys,
    shards: new Map([...shards].map(([shard, of]) => [shard, of.length])),
    fileSize: totalsOf(rows).fileSize,
    history: historyOf(before, rows, changes)
  }
  const files = new Map([
    [cataloguePath, formatIndex(index)],
    [newestPath, formatNewest(newest, pinned)],
    [newestPagePath, formatNewestPage(newest)],
    ...(pinsFile === null ? [] : [[pinsPath, pinsFile] as const]),
    ...[...shards].map(([shard, of]) => [shardPath(shard), formatShard(shard, of)] as const),
    ...[...groups].map(([group, of]) => [namesPath(group), formatNames(namesOf(of))] as const)
  ])
  for (const [path, content] of before) {
    // Says what is to become of somebody's own.
    if (shardAt(path) !== null && files.has(path)) parseShard(content, path)
  }
  const shown = { newest, artifacts: rows.length, publicKeys }
  return {
    files: new Map(
      [...files].filter(([path, content]) => before.get(path)?.equals(content) !== true)
    ),
    deletedFiles: [...before]
      .filter(([path, content]) => !files.has(path) && isOurs(path, content))
      .map(([path]) => path),
    shown,
    badges: {
      before: badgedBefore(before),
      after: { shown, artifacts: Map.groupBy(rows, ({ name }) => name) },
      isWhole: true
    }
  }
}

function badgedBefore(files: CatalogueFiles): Badged {
  const rows = presentCatalogue(files)?.rows ?? []
  const newestFile = files.get(newestPath)
  const newest = newestFile === undefined ? null : parseNewest(newestFile)
  return {
    shown: newest && { newest: newest.rows, artifacts: rows.length },
    artifacts: Map.groupBy(rows, ({ name }) => name)
  }
}

/** The one that there is goes on; where there is none it is made of the rows that there were, or are. */
function historyOf(
  before: CatalogueFiles,
  rows: readonly CatalogueRow[],
  changes: DayChanges
): History {
  const known = indexOf(before)?.history ?? []
  const begun = known.length > 0 ? known : historyOfRows(presentCatalogue(before)?.rows ?? [])
  const history = historyAfter(begun, changes)
  return history.length === 0 ? historyOfRows(rows) : endingWith(history, totalsOf(rows))
}

/** Whether a file of a catalogue's name may go: one that we cannot have written stays. */
function isOurs(path: string, content: Buffer): boolean {
  if (shardAt(path) !== null) return !isOthersFile(content)
  if (groupAt(path) !== null) return parseNames(content) !== null
  return path === pinsPath ? isPinsFile(content) : isCatalogueFile(path)
}
