import { pinnedPaths, type Pin } from '../pins/pin.ts'
import { blobSha } from '../repository/github/git-objects.ts'
import {
  cataloguePath,
  formatIndex,
  rowsOf,
  uniqueTexts,
  type CatalogueIndex
} from './catalogue.ts'
import type { Badged } from './change-badges.ts'
import type { CatalogueChange } from './change-whole.ts'
import { endingWith, historyAfter, publishedBetween, totalsOf } from './history.ts'
import { formatNames, mayBeNamesOf, namesAfter, parseNames } from './names.ts'
import { formatNewest, mayBeNewestOf, newestAfter, newestPath, type NewestFile } from './newest.ts'
import { formatNewestPage } from './newest-page.ts'
import { formatPins } from './pins-file.ts'
import { uniqueRows } from './rows.ts'
import { groupOf, namesPath, newestPagePath, pinsPath, shardPath } from './shard-name.ts'
import { formatShard, isMisplaced, shardOf } from './shards.ts'
import type { Catalogue, CatalogueRow } from './types.ts'

export interface PinsChange {
  /** All that the branch had. */
  before: readonly Pin[]
  /** All that it has by then. */
  after: readonly Pin[]
  /** Store paths that come with the change. */
  brought: ReadonlySet<string>
}

/** What was read of a state. */
export interface Parts {
  /** Path → content: `catalogue.json`, `newest.json`, shards and what search reads of them. */
  files: ReadonlyMap<string, Buffer>
  /** Path → Git's name of the content, of the other files that a change may write. */
  blobs: ReadonlyMap<string, string>
  index: CatalogueIndex
  newest: NewestFile | null
  /** Of all artifacts that may be added. */
  shards: ReadonlyMap<string, readonly CatalogueRow[]>
}

type Shards = ReadonlyMap<string, readonly CatalogueRow[]>

/** The files that change when rows are added, byte for byte what the whole would give; null: the parts do not tell. */
export function changeParts(
  { files, blobs, index, newest, shards }: Parts,
  added: Catalogue,
  pins: PinsChange
): CatalogueChange | null {
  const isNew = files.size === 0
  if (!areInOrder(index, shards)) return null
  if (newest === null ? !isNew : !mayBeNewestOf(index.shards, newest)) return null
  const news = Map.groupBy(added.rows, ({ name }) => shardOf(name))
  const after = new Map(
    [...shards].map(([shard, rows]) => [shard, uniqueRows([...rows, ...(news.get(shard) ?? [])])])
  )
  const pinsAfter = pinnedPaths(pins.after)
  const rows = newestAfter(newest ?? { rows: [], pins: null }, {
    shards: after,
    pinsBefore: isNew ? new Set() : pinnedPaths(pins.before),
    pinsAfter,
    brought: pins.brought
  })
  const names = namesFilesAfter(files, index, after)
  if (rows === null || names === null) return null
  const next = indexAfter(index, shards, after, added.publicKeys)
  const pinsFile = formatPins(pins.after)
  const written = new Map([
    [cataloguePath, formatIndex(next)],
    [newestPath, formatNewest(rows, pinsAfter)],
    [newestPagePath, formatNewestPage(rows)],
    ...(pinsFile === null ? [] : [[pinsPath, pinsFile] as const]),
    ...names,
    ...[...after]
      .filter(([shard, of]) => !isSame(of, shards.get(shard) ?? []))
      .map(([shard, of]) => [shardPath(shard), formatShard(shard, of)] as const)
  ])
  const shown = { newest: rows, artifacts: rowsOf(next) }
  const isThere = (path: string, content: Buffer): boolean =>
    files.get(path)?.equals(content) === true || blobs.get(path) === blobSha(content)
  return {
    files: new Map([...written].filter(([path, content]) => !isThere(path, content))),
    deletedFiles: [],
    shown: { ...shown, publicKeys: next.publicKeys },
    badges: {
      before: {
        shown: newest && { newest: newest.rows, artifacts: rowsOf(index) },
        artifacts: rowsNamed(added, shards)
      },
      after: { shown, artifacts: rowsNamed(added, after) },
      isWhole: false
    }
  }
}

/** Of each name that something is added of. */
function rowsNamed(added: Catalogue, shards: Shards): Badged['artifacts'] {
  const names = new Set(added.rows.map(({ name }) => name))
  const rows = [...shards.values()].flat().filter(({ name }) => names.has(name))
  return Map.groupBy(rows, ({ name }) => name)
}

/** Whether rows lie where they belong, and as many as are counted, so that sums can be kept up without the others. */
function areInOrder({ shards: counts, ...index }: CatalogueIndex, shards: Shards): boolean {
  const hasHistory = index.history !== null && (index.history.length > 0 || counts.size === 0)
  return (
    index.fileSize !== null &&
    hasHistory &&
    [...shards].every(
      ([shard, rows]) => rows.length === (counts.get(shard) ?? 0) && !isMisplaced(shard, rows)
    )
  )
}

/** `before`, `after`: the rows of the shards that were read. */
function indexAfter(
  index: CatalogueIndex,
  before: Shards,
  after: Shards,
  publicKeys: readonly string[]
): CatalogueIndex {
  const shards = new Map(index.shards)
  for (const [shard, { length }] of after) {
    if (length === 0) shards.delete(shard)
    else shards.set(shard, length)
  }
  const [had, has] = [before, after].map((of) => [...of.values()].flat())
  const more = totalsOf(has ?? []).fileSize - totalsOf(had ?? []).fileSize
  const fileSize = Math.max(0, (index.fileSize ?? 0) + more)
  const history = historyAfter(index.history ?? [], publishedBetween(had ?? [], has ?? []))
  const next = {
    publicKeys: uniqueTexts([...index.publicKeys, ...publicKeys]),
    shards,
    fileSize,
    history,
    rows: null
  }
  return { ...next, history: endingWith(history, { artifacts: rowsOf(next), fileSize }) }
}

/** What search reads of these shards; null: the files that there are do not tell. */
function namesFilesAfter(
  files: Parts['files'],
  index: CatalogueIndex,
  shards: Shards
): [path: string, content: Buffer][] | null {
  const groups = [...Map.groupBy(shards, ([shard]) => groupOf(shard))].map(([group, of]) => {
    const content = files.get(namesPath(group))
    const entries = content === undefined ? [] : parseNames(content)
    if (entries === null || !mayBeNamesOf(group, index.shards, entries)) return null
    const names = namesAfter(entries, new Map(of))
    // Of artifacts that were to be added, and are not.
    return names.length === 0 ? [] : [[namesPath(group), formatNames(names)] as [string, Buffer]]
  })
  return groups.includes(null) ? null : groups.flatMap((group) => group ?? [])
}

/** Whether no row is another object: merging keeps those that stay as they are. */
function isSame(a: readonly CatalogueRow[], b: readonly CatalogueRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}
