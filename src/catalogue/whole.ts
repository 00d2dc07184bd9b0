import type { NarPublishError } from '../errors.ts'
import type { TargetSnapshot, TreeItem } from '../repository/types.ts'
import { cataloguePath, emptyIndex, parseIndex, rowsOf, type CatalogueIndex } from './catalogue.ts'
import { newestPath } from './newest.ts'
import { catalogueInvalid, refuseHuge } from './parse-file.ts'
import { uniqueRows } from './rows.ts'
import {
  catalogueFolder,
  groupAt,
  namesFolder,
  newestPagePath,
  pinsPath,
  shardAt,
  shardPath
} from './shard-name.ts'
import { isOthersFile, parseShard } from './shards.ts'
import type { Catalogue } from './types.ts'

/** The catalogue's files in a state of a branch, by path. */
export type CatalogueFiles = ReadonlyMap<string, Buffer>

/** Whether a file is one of the catalogue's, of whatever version of its format. */
export function isCatalogueFile(path: string): boolean {
  return (
    [cataloguePath, newestPath, newestPagePath, pinsPath].includes(path) ||
    shardAt(path) !== null ||
    groupAt(path) !== null
  )
}

/** All of them. Without a folder of shards no more is asked than where the branch's root is listed. */
export async function readCatalogueFiles(
  snapshot: Pick<TargetSnapshot, 'itemsAt' | 'itemsIn' | 'readFiles'>
): Promise<Map<string, Buffer>> {
  const paths: string[] = []
  const isFolder = (item: TreeItem | undefined): boolean => item?.kind === 'folder'
  const folder = catalogueFolder.slice(0, -1)
  if (isFolder((await snapshot.itemsAt([folder])).get(folder))) {
    const items = await snapshot.itemsIn(folder)
    paths.push(...[...items.keys()].map((name) => catalogueFolder + name))
    const names = namesFolder.slice(catalogueFolder.length, -1)
    if (isFolder(items.get(names))) {
      const below = await snapshot.itemsIn(catalogueFolder + names)
      paths.push(...[...below.keys()].map((name) => namesFolder + name))
    }
  }
  return snapshot.readFiles([cataloguePath, ...paths.filter(isCatalogueFile)])
}

/** What the files say before any shard is read; null: there is no `catalogue.json`. Throws CATALOGUE_INVALID. */
export function indexOf(files: CatalogueFiles): CatalogueIndex | null {
  const content = files.get(cataloguePath)
  return content === undefined ? null : parseIndex(content, cataloguePath)
}

/** Paths of shards that `catalogue.json` names and that are not there. Throws CATALOGUE_INVALID. */
export function missingShards(files: CatalogueFiles): string[] {
  const shards = indexOf(files)?.shards ?? emptyIndex.shards
  return [...shards.keys()].map(shardPath).filter((path) => !files.has(path))
}

/**
 * The whole catalogue, from all of its files: every row that lies in one of them, whatever `catalogue.json` says of it, so that nothing is
 * lost of what was merged or brought back by hand, a catalogue of version 1 beside shards included. null: there is none. Throws
 * CATALOGUE_INVALID about the first file that cannot be read, or that is not there.
 */
export function wholeCatalogue(files: CatalogueFiles): Catalogue | null {
  const [missing] = missingShards(files)
  if (missing !== undefined) throw shardMissing(missing, indexOf(files) ?? emptyIndex)
  return presentCatalogue(files)
}

/** The files of shards; not somebody's own that is called so, and that `catalogue.json` does not name. Throws CATALOGUE_INVALID. */
export function shardFiles(files: CatalogueFiles): [path: string, content: Buffer][] {
  const named = indexOf(files)?.shards ?? emptyIndex.shards
  return [...files].filter(([path, content]) => {
    const shard = shardAt(path)
    return shard !== null && (named.has(shard) || !isOthersFile(content))
  })
}

/** The same of what is there, without a word on what is missing. */
export function presentCatalogue(files: CatalogueFiles): Catalogue | null {
  const index = indexOf(files)
  const shards = shardFiles(files)
  if (index === null && shards.length === 0) return null
  const bytes = shards.reduce((sum, [, { length }]) => sum + length, 0)
  refuseHuge(bytes, `${catalogueFolder} as a whole`)
  return {
    publicKeys: index?.publicKeys ?? [],
    rows: uniqueRows([
      ...(index?.rows ?? []),
      ...shards.flatMap(([path, content]) => parseShard(content, path))
    ])
  }
}

/** CATALOGUE_INVALID about a shard that `catalogue.json` names. */
export function shardMissing(path: string, index: CatalogueIndex): NarPublishError {
  const rows = index.shards.get(shardAt(path) ?? '') ?? 0
  return catalogueInvalid(
    path,
    `it is not there, and ${cataloguePath} says that it has ${rows} of its ${rowsOf(index)} rows`,
    {
      hint: 'Restore it from the branch’s history; `nar-publish doctor --fix` goes on without it.'
    }
  )
}
