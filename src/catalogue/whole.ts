import type { NarPublishError } from '../errors.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import {
  cataloguePath,
  emptyIndex,
  formatIndex,
  parseIndex,
  rowsOf,
  type CatalogueIndex
} from './catalogue.ts'
import type { Badged, BadgedChange } from './change-badges.ts'
import { formatNewest, newestPath, newestRows, parseNewest, type PinnedPaths } from './newest.ts'
import { catalogueInvalid, refuseHuge } from './parse-file.ts'
import { uniqueRows } from './rows.ts'
import { catalogueFolder, formatShard, parseShard, shardAt, shardOf, shardPath } from './shards.ts'
import type { Catalogue, ShownCatalogue } from './types.ts'

/** The catalogue's files in a state of a branch, by path. */
export type CatalogueFiles = ReadonlyMap<string, Buffer>

/** What makes the files of a state those of a catalogue. */
export interface CatalogueChange {
  /** Those whose bytes change. */
  files: Map<string, Buffer>
  /** Those that go: of shards without a row. */
  deletedFiles: string[]
  /** For the README; `publicKeys` are those of the catalogue. */
  shown: ShownCatalogue
  badges: BadgedChange
}

/** Whether a file is one of the catalogue's, of whatever version of its format. */
export function isCatalogueFile(path: string): boolean {
  return path === cataloguePath || path === newestPath || shardAt(path) !== null
}

/** All of them. Without a folder of shards no more is asked than where the branch's root is listed. */
export async function readCatalogueFiles(
  snapshot: Pick<TargetSnapshot, 'itemsAt' | 'itemsIn' | 'readFiles'>
): Promise<Map<string, Buffer>> {
  const folder = catalogueFolder.slice(0, -1)
  const isFolder = (await snapshot.itemsAt([folder])).get(folder)?.kind === 'folder'
  const names = isFolder ? [...(await snapshot.itemsIn(folder)).keys()] : []
  const paths = names.map((name) => catalogueFolder + name).filter(isCatalogueFile)
  return snapshot.readFiles([cataloguePath, ...paths])
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

/** The same of what is there, without a word on what is missing. */
export function presentCatalogue(files: CatalogueFiles): Catalogue | null {
  const index = indexOf(files)
  const shards = [...files].filter(([path]) => shardAt(path) !== null)
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

/** Makes the files of a state those of a catalogue. `before`: all that the state has of them. Throws CATALOGUE_INVALID. */
export function changeWhole(
  before: CatalogueFiles,
  catalogue: Catalogue,
  pins: PinnedPaths
): CatalogueChange {
  const shards = Map.groupBy(catalogue.rows, ({ name }) => shardOf(name))
  const newest = newestRows(catalogue.rows, pins)
  const index = {
    publicKeys: catalogue.publicKeys,
    shards: new Map([...shards].map(([shard, rows]) => [shard, rows.length]))
  }
  const files = new Map([
    [cataloguePath, formatIndex(index)],
    [newestPath, formatNewest(newest, pins)],
    ...[...shards].map(([shard, rows]) => [shardPath(shard), formatShard(shard, rows)] as const)
  ])
  const shown = { newest, artifacts: catalogue.rows.length, publicKeys: catalogue.publicKeys }
  return {
    files: differing(before, files),
    deletedFiles: [...before.keys()].filter((path) => isCatalogueFile(path) && !files.has(path)),
    shown,
    badges: {
      before: badgedBefore(before),
      after: { shown, artifacts: Map.groupBy(catalogue.rows, ({ name }) => name) },
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

/** Those of the files that are not there as they are. */
export function differing(
  before: CatalogueFiles,
  after: ReadonlyMap<string, Buffer>
): Map<string, Buffer> {
  return new Map([...after].filter(([path, content]) => before.get(path)?.equals(content) !== true))
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
