import { attempt } from '../errors.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { cataloguePath, emptyIndex, parseIndex, type CatalogueIndex } from './catalogue.ts'
import { parseShard, shardOf, shardPath } from './shards.ts'
import type { CatalogueRow } from './types.ts'
import { shardMissing } from './whole.ts'

/** From so many files on they are asked for together, which a target may answer in one connection. */
export const manyFiles = 32

/** `catalogue.json` for who decides by it what need not be done, and writes nothing of it. Throws CATALOGUE_INVALID. */
export async function glanceAtIndex(snapshot: TargetSnapshot): Promise<CatalogueIndex> {
  return (await glanceAs(snapshot, cataloguePath, parseIndex)) ?? emptyIndex
}

/** The rows of these names, for the same; other rows may be among them. Throws CATALOGUE_INVALID. */
export async function glanceAtRows(
  snapshot: TargetSnapshot,
  index: CatalogueIndex,
  names: ReadonlySet<string>
): Promise<readonly CatalogueRow[]> {
  if (index.rows !== null) return index.rows
  const shards = new Set([...names].map(shardOf))
  const paths = [...shards].filter((shard) => index.shards.has(shard)).map(shardPath)
  const files = paths.length < manyFiles ? null : await snapshot.readFiles(paths)
  const found = await Promise.all(
    paths.map(async (path) => {
      const content = files?.get(path)
      const rows =
        content === undefined
          ? await glanceAs(snapshot, path, parseShard)
          : parseShard(content, path)
      if (rows === null) throw shardMissing(path, index)
      return rows
    })
  )
  return found.flat()
}

/** A glance is enough; but what is no file of the catalogue may be a login page in its place. null: it is not there. */
async function glanceAs<Value>(
  snapshot: TargetSnapshot,
  path: string,
  parse: (content: Uint8Array, subject: string) => Value
): Promise<Value | null> {
  const seen = await snapshot.glanceAt(path)
  const glance = seen === null ? null : attempt(() => parse(seen, path), null)
  if (glance !== null) return glance
  const content = await snapshot.readFile(path)
  return content === null ? null : parse(content, path)
}
