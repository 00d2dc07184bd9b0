import type { TargetSnapshot } from '../repository/types.ts'
import {
  cataloguePath,
  emptyIndex,
  formatIndex,
  mergeCatalogue,
  parseIndex,
  rowsOf,
  uniqueTexts,
  type CatalogueIndex
} from './catalogue.ts'
import {
  formatNewest,
  mayBeNewestOf,
  newestAfter,
  newestPath,
  parseNewest,
  type NewestFile,
  type PinnedPaths
} from './newest.ts'
import type { Badged } from './change-badges.ts'
import { manyFiles } from './glance.ts'
import { rowKey, uniqueRows } from './rows.ts'
import { formatShard, isMisplaced, parseShard, shardOf, shardPath } from './shards.ts'
import type { Catalogue, CatalogueRow } from './types.ts'
import {
  changeWhole,
  differing,
  readCatalogueFiles,
  shardMissing,
  wholeCatalogue,
  type CatalogueChange
} from './whole.ts'

/** As much of a state's catalogue as is about some artifacts, whatever the size of the whole. */
export interface CatalogueParts {
  /** Sorted. */
  publicKeys: readonly string[]
  /** Whether the catalogue has no row at all. */
  isEmpty: boolean
  /** The row of one of those artifacts. */
  row(artifact: Pick<CatalogueRow, 'name' | 'storePath'>): CatalogueRow | undefined
  newest: NewestFile | null
  /**
   * The files with more rows, all of those artifacts, and keys. The whole catalogue is read for it only where the parts do not tell, and
   * then it is put in order: of version 1, changed by hand, or with something to be shown that was not shown before.
   */
  change(added: Catalogue, pins: PinsChange): Promise<CatalogueChange>
}

export interface PinsChange {
  before: PinnedPaths
  after: PinnedPaths
  /** Store paths that come with the change. */
  brought: ReadonlySet<string>
}

/**
 * Reads `catalogue.json`, `newest.json` and the shards of some names. Throws CATALOGUE_INVALID about the one that cannot be read, or is
 * not there.
 */
export async function readParts(
  snapshot: TargetSnapshot,
  names: readonly string[]
): Promise<CatalogueParts> {
  const wanted = [...new Set(names.map(shardOf))].sort()
  const files = await readFew(snapshot, [cataloguePath, newestPath, ...wanted.map(shardPath)])
  const indexFile = files.get(cataloguePath)
  const index = indexFile === undefined ? emptyIndex : parseIndex(indexFile, cataloguePath)
  const shards = new Map(
    wanted.map((shard): [string, readonly CatalogueRow[]] => {
      const path = shardPath(shard)
      const content = files.get(path)
      if (content === undefined && index.shards.has(shard)) throw shardMissing(path, index)
      return [shard, content === undefined ? [] : parseShard(content, path)]
    })
  )
  const newestFile = files.get(newestPath)
  const newest = newestFile === undefined ? null : parseNewest(newestFile)
  const found = [...(index.rows ?? []), ...[...shards.values()].flat()]
  const rows = new Map(uniqueRows(found).map((row) => [rowKey(row), row]))
  // Without the one the others are no catalogue, but their rows are there.
  const isInParts = indexFile === undefined ? files.size === 0 : index.rows === null
  return {
    publicKeys: index.publicKeys,
    isEmpty: rowsOf(index) === 0 && found.length === 0,
    row: (artifact) => rows.get(rowKey(artifact)),
    newest,
    async change(added, pins) {
      const parts = isInParts ? changeParts({ files, index, newest, shards }, added, pins) : null
      if (parts !== null) return parts
      const whole = await readCatalogueFiles(snapshot)
      const before = wholeCatalogue(whole) ?? { rows: [], publicKeys: [] }
      return changeWhole(whole, mergeCatalogue(before, added), pins.after)
    }
  }
}

interface Parts {
  files: ReadonlyMap<string, Buffer>
  index: CatalogueIndex
  newest: NewestFile | null
  shards: ReadonlyMap<string, readonly CatalogueRow[]>
}

/** null: the parts do not tell. */
function changeParts(
  { files, index, newest, shards }: Parts,
  added: Catalogue,
  pins: PinsChange
): CatalogueChange | null {
  const isNew = files.size === 0
  const isMixed = [...shards].some(([shard, rows]) => isMisplaced(shard, rows))
  if (isMixed || (newest === null ? !isNew : !mayBeNewestOf(index.shards, newest))) return null
  const news = Map.groupBy(added.rows, ({ name }) => shardOf(name))
  const after = new Map(
    [...shards].map(([shard, rows]) => [shard, uniqueRows([...rows, ...(news.get(shard) ?? [])])])
  )
  const rows = newestAfter(newest ?? { rows: [], pins: null }, {
    shards: after,
    pinsBefore: isNew ? new Set() : pins.before,
    pinsAfter: pins.after,
    brought: pins.brought
  })
  if (rows === null) return null
  const counts = new Map(index.shards)
  for (const [shard, { length }] of after) {
    if (length === 0) counts.delete(shard)
    else counts.set(shard, length)
  }
  const next = {
    publicKeys: uniqueTexts([...index.publicKeys, ...added.publicKeys]),
    shards: counts
  }
  const changed = [...after].filter(([shard, of]) => !isSame(of, shards.get(shard) ?? []))
  const shown = { newest: rows, artifacts: rowsOf({ ...next, rows: null }) }
  const names = new Set(added.rows.map(({ name }) => name))
  const artifacts = (of: ReadonlyMap<string, readonly CatalogueRow[]>): Badged['artifacts'] =>
    Map.groupBy(
      [...of.values()].flat().filter(({ name }) => names.has(name)),
      ({ name }) => name
    )
  return {
    files: differing(
      files,
      new Map([
        [cataloguePath, formatIndex(next)],
        [newestPath, formatNewest(rows, pins.after)],
        ...changed.map(([shard, of]) => [shardPath(shard), formatShard(shard, of)] as const)
      ])
    ),
    deletedFiles: [],
    shown: { ...shown, publicKeys: next.publicKeys },
    badges: {
      before: {
        shown: newest && { newest: newest.rows, artifacts: rowsOf(index) },
        artifacts: artifacts(shards)
      },
      after: { shown, artifacts: artifacts(after) },
      isWhole: false
    }
  }
}

/** Whether no row is another object: merging keeps those that stay as they are. */
function isSame(a: readonly CatalogueRow[], b: readonly CatalogueRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}

async function readFew(
  snapshot: Pick<TargetSnapshot, 'readFile' | 'readFiles'>,
  paths: readonly string[]
): Promise<Map<string, Buffer>> {
  if (paths.length >= manyFiles) return snapshot.readFiles(paths)
  const contents = await Promise.all(
    paths.map(async (path): Promise<[string, Buffer][]> => {
      const content = await snapshot.readFile(path)
      return content === null ? [] : [[path, content]]
    })
  )
  return new Map(contents.flat())
}
