import { blobSha } from '../repository/github/git-objects.ts'
import { shownPins } from '../pins/pin.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { cataloguePath, emptyIndex, mergeCatalogue, parseIndex, rowsOf } from './catalogue.ts'
import { changeParts, type PinsChange } from './change-parts.ts'
import { changeWhole, type CatalogueChange } from './change-whole.ts'
import { manyFiles } from './glance.ts'
import { publishedBetween } from './history.ts'
import { newestPath, parseNewest, type NewestFile } from './newest.ts'
import { isPinsFile } from './pins-file.ts'
import { rowKey, uniqueRows } from './rows.ts'
import { groupOf, namesPath, newestPagePath, pinsPath, shardPath } from './shard-name.ts'
import { parseShard, shardOf } from './shards.ts'
import type { Catalogue, CatalogueRow } from './types.ts'
import { readCatalogueFiles, shardMissing, wholeCatalogue } from './whole.ts'

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

/** What a change of the catalogue's writes whatever there is: only whether it is there as it is to be is asked. */
const unreadFiles = [newestPagePath, pinsPath]

/** The files that a change of these artifacts reads or replaces, those of them that are there. */
export function partPaths(names: readonly string[]): string[] {
  return [...pathsOf([...new Set(names.map(shardOf))]), ...unreadFiles]
}

function pathsOf(shards: readonly string[]): string[] {
  const groups = [...new Set(shards.map(groupOf))]
  return [cataloguePath, newestPath, ...shards.map(shardPath), ...groups.map(namesPath)]
}

/**
 * Reads `catalogue.json`, `newest.json`, and the shards of some names with what search reads of them. Throws CATALOGUE_INVALID about the one
 * that cannot be read, or is not there.
 */
export async function readParts(
  snapshot: TargetSnapshot,
  names: readonly string[]
): Promise<CatalogueParts> {
  const wanted = [...new Set(names.map(shardOf))].sort()
  const { files, blobs } = await readFew(snapshot, pathsOf(wanted))
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
    async change(added, allPins) {
      const { before: pinsBefore, after: pinsAfter } = allPins
      const pins = { ...allPins, before: shownPins(pinsBefore), after: shownPins(pinsAfter) }
      const parts = isInParts
        ? changeParts({ files, blobs, index, newest, shards }, added, pins)
        : null
      if (parts !== null) {
        const isLeft = pins.after.length === 0 && blobs.has(pinsPath)
        const left = isLeft ? await snapshot.readFile(pinsPath) : null
        return left !== null && isPinsFile(left) ? { ...parts, deletedFiles: [pinsPath] } : parts
      }
      const whole = await readCatalogueFiles(snapshot)
      const before = wholeCatalogue(whole) ?? { rows: [], publicKeys: [] }
      const after = mergeCatalogue(before, added)
      return changeWhole(whole, after, pins.after, publishedBetween(before.rows, after.rows))
    }
  }
}

/** `files`: what is at the paths; `blobs`: what Git calls those that are not read for it. */
async function readFew(
  snapshot: Pick<TargetSnapshot, 'readFile' | 'readFiles' | 'itemsAt'>,
  paths: readonly string[]
): Promise<{ files: Map<string, Buffer>; blobs: Map<string, string> }> {
  if (paths.length >= manyFiles) {
    const files = await snapshot.readFiles([...paths, ...unreadFiles])
    const blobs = new Map<string, string>()
    for (const path of unreadFiles) {
      const content = files.get(path)
      if (content !== undefined) blobs.set(path, blobSha(content))
      files.delete(path)
    }
    return { files, blobs }
  }
  const contents = await Promise.all(
    paths.map(async (path): Promise<[string, Buffer][]> => {
      const content = await snapshot.readFile(path)
      return content === null ? [] : [[path, content]]
    })
  )
  // After those: by then the folder is listed.
  const items = await snapshot.itemsAt(unreadFiles)
  const blobs = [...items].map(([path, { object }]) => [path, object] as const)
  return { files: new Map(contents.flat()), blobs: new Map(blobs) }
}
