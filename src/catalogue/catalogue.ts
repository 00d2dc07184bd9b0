import { z } from 'zod'
import { attempt } from '../errors.ts'
import { compareBytes } from './byte-order.ts'
import { historyShape } from './history.ts'
import { catalogueInvalid, parseAs, parseJson, ParsedOnce } from './parse-file.ts'
import { rowShape } from './row-shape.ts'
import { uniqueRows } from './rows.ts'
import { cataloguePath } from './shard-name.ts'
import { shardPattern } from './shards.ts'
import type { Catalogue, CatalogueRow, History } from './types.ts'

export { cataloguePath }

export const emptyCatalogue: Catalogue = { rows: [], publicKeys: [] }

const formatVersion = 2

/** Rows of one shard: as many as the whole is read with. */
const mostRows = 1_000_000

// A reader's Nix refuses to do anything at all with a list that has one malformed key in it.
const publicKeyPattern = /^[^\s:]+:[A-Za-z0-9+/]{43}=$/

const publicKeys = z.array(z.string().regex(publicKeyPattern, 'it is not a public key'))

/** Of before there were shards: the rows stood here. */
const version1 = z.strictObject({
  version: z.literal(1),
  publicKeys,
  artifacts: z.array(rowShape)
})

const version2 = z.strictObject({
  version: z.literal(formatVersion),
  publicKeys,
  // These follow from the rows, or are for a picture alone: without them nobody is stopped.
  fileSize: z.int().nonnegative().nullable().catch(null),
  history: historyShape.nullable().catch(null),
  shards: z.record(
    z.string().regex(shardPattern, 'it is not the name of a shard'),
    z.int().min(1).max(mostRows)
  )
})

const anyVersion = z.discriminatedUnion('version', [version1, version2])

/** What `catalogue.json` says. */
export interface CatalogueIndex {
  /** Sorted. */
  publicKeys: readonly string[]
  /** Shard → how many rows it has. What lies in a shard counts more than this number. Sorted. */
  shards: ReadonlyMap<string, number>
  /** bytes, as downloaded, of all rows; null: it does not say. */
  fileSize: number | null
  /** null: there is none that can be read. */
  history: History | null
  /** The rows of a catalogue of version 1, which the next write takes over; null: it is of version 2. */
  rows: readonly CatalogueRow[] | null
}

export const emptyIndex: CatalogueIndex = {
  publicKeys: [],
  shards: new Map(),
  fileSize: 0,
  history: [],
  rows: null
}

const parsed = new ParsedOnce(parse)

/**
 * Reads a `catalogue.json` of either version; `subject` names it in errors. Throws CATALOGUE_INVALID for anything that `formatIndex`, or
 * an older version of this, could not have written.
 */
export function parseIndex(content: Uint8Array, subject: string): CatalogueIndex {
  return parsed.parse(content, subject)
}

function parse(content: Uint8Array, subject: string): CatalogueIndex {
  const json = parseJson(content, subject)
  const later = laterVersion(json)
  if (later !== null) {
    throw catalogueInvalid(
      subject,
      `it is of format version ${later}, and this nar-publish knows version ${formatVersion}`,
      {
        hint: 'Use a newer version of nar-publish, as whoever wrote it did; nothing is to be restored.'
      }
    )
  }
  const index = parseAs(anyVersion, json, subject)
  const keys = uniqueTexts(index.publicKeys)
  if (index.version === 1) {
    const rows = uniqueRows(index.artifacts)
    return { publicKeys: keys, shards: new Map(), fileSize: null, history: null, rows }
  }
  const { fileSize, history, shards } = index
  return {
    publicKeys: keys,
    shards: sortedShards(Object.entries(shards)),
    fileSize,
    history,
    rows: null
  }
}

/** Whether a `catalogue.json` is of a format after this one: nothing is known of the files that it is about. */
export function isOfLaterFormat(content: Uint8Array): boolean {
  return attempt(() => laterVersion(parseJson(content, cataloguePath)) !== null, false)
}

function laterVersion(json: unknown): number | null {
  const later = z.looseObject({ version: z.int().min(formatVersion + 1) }).safeParse(json)
  return later.success ? later.data.version : null
}

/**
 * The file's text: JSON, a line for each point of the history, the shards in lines by their first digit. The version stands where every earlier reader looks for it. It is read
 * again before it is given out: what could not be read by the next publish is CATALOGUE_INVALID before it is written.
 */
export function formatIndex({
  publicKeys,
  shards,
  fileSize,
  history
}: Omit<CatalogueIndex, 'rows'>): Buffer {
  const points = (history ?? []).map((point) => `    ${JSON.stringify(point)}`)
  const lines = [...Map.groupBy(sortedShards(shards), ([shard]) => shard.charAt(0)).values()].map(
    (group) => `    ${group.map(([shard, rows]) => `"${shard}":${rows}`).join(',')}`
  )
  const text = [
    '{',
    `  "version": ${formatVersion},`,
    `  "publicKeys": ${JSON.stringify(uniqueTexts(publicKeys))},`,
    `  "fileSize": ${JSON.stringify(fileSize)},`,
    `  "history": ${points.length === 0 ? '[]' : `[\n${points.join(',\n')}\n  ]`},`,
    `  "shards": ${lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`}`,
    '}\n'
  ]
  const content = Buffer.from(text.join('\n'))
  parseIndex(content, cataloguePath)
  return content
}

/** How many rows there are in all. */
export function rowsOf({ shards, rows }: CatalogueIndex): number {
  return rows?.length ?? [...shards.values()].reduce((sum, count) => sum + count, 0)
}

/** What either holds. Commutative, associative, idempotent: publishers may land in any order. */
export function mergeCatalogue(a: Catalogue, b: Catalogue): Catalogue {
  return {
    rows: uniqueRows([...a.rows, ...b.rows]),
    publicKeys: uniqueTexts([...a.publicKeys, ...b.publicKeys])
  }
}

/** Sorted. */
export function uniqueTexts(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareBytes)
}

function sortedShards(shards: Iterable<[string, number]>): Map<string, number> {
  return new Map([...shards].sort(([a], [b]) => compareBytes(a, b)))
}
