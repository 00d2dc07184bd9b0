import { cataloguePath, rowsOf } from '../../catalogue/catalogue.ts'
import { mayBeNewestOf, mostShown, newestPath, parseNewest } from '../../catalogue/newest.ts'
import { refuseHuge } from '../../catalogue/parse-file.ts'
import { catalogueFolder, parseShard, shardPath } from '../../catalogue/shards.ts'
import type { ShownRow } from '../../catalogue/types.ts'
import { NarPublishError } from '../../errors.ts'
import { finding, unreadable, type Finding } from '../findings.ts'
import type { ToldCache } from './told-cache.ts'

/** Store paths that the catalogue lists. */
export interface Listing {
  /** Those to read, the one published last first. */
  storePaths: string[]
  /** How many rows the catalogue has. */
  listed: number
  findings: Finding[]
}

/** Shards that are asked for at once. */
const shardsAtOnce = 32

/**
 * What the catalogue lists, or so many of it that were published last (`newest`; null: all). Up to a hundred are taken from what is shown
 * first, which is one file; more, or all, from every shard.
 */
export async function readListing(cache: ToldCache, newest: number | null): Promise<Listing> {
  const { index } = cache
  const nothing = { storePaths: [], listed: 0 }
  if (index === null) return { ...nothing, findings: [finding('NOTHING_LISTED', cataloguePath)] }
  if (index instanceof NarPublishError) return { ...nothing, findings: [unreadable(index)] }
  const listed = rowsOf(index)
  if (index.rows !== null) return { ...lastOf(index.rows, newest), listed, findings: [] }
  if (newest !== null && newest <= mostShown) {
    const file = (await cache.readFiles([newestPath])).get(newestPath)
    const shown = file === undefined ? null : parseNewest(file)
    const isOf = shown !== null && mayBeNewestOf(index.shards, shown)
    if (isOf) return { ...lastOf(shown.rows, newest), listed, findings: [] }
  }
  try {
    const { rows, findings } = await readShards(cache, [...index.shards.keys()].map(shardPath))
    return { ...lastOf(rows, newest), listed, findings }
  } catch (error) {
    if (!(error instanceof NarPublishError) || error.code !== 'CATALOGUE_INVALID') throw error
    return { ...nothing, findings: [unreadable(error)] }
  }
}

async function readShards(
  { readFiles, failures }: ToldCache,
  paths: readonly string[]
): Promise<{ rows: ShownRow[]; findings: Finding[] }> {
  const rows: ShownRow[] = []
  const findings: Finding[] = []
  let bytes = 0
  for (let begin = 0; begin < paths.length; begin += shardsAtOnce) {
    const asked = paths.slice(begin, begin + shardsAtOnce)
    const files = await readFiles(asked)
    for (const path of asked) {
      const content = files.get(path)
      if (content === undefined) {
        const hasFailed = failures.some(({ file }) => file === path)
        if (!hasFailed) findings.push(finding('CATALOGUE_SHARD_MISSING', path))
        continue
      }
      bytes += content.length
      refuseHuge(bytes, `${catalogueFolder} as a whole`)
      rows.push(...parseShard(content, path))
    }
  }
  return { rows, findings }
}

function lastOf(rows: readonly ShownRow[], newest: number | null): Pick<Listing, 'storePaths'> {
  const sorted = rows.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
  const paths = new Set(sorted.map(({ storePath }) => storePath))
  return { storePaths: [...paths].slice(0, newest ?? paths.size) }
}
