import { createHash } from 'node:crypto'
import { z } from 'zod'
import { artifactLines, formatRow, rowShape } from './row-shape.ts'
import { parseAs, parseJson, ParsedOnce } from './parse-file.ts'
import { uniqueRows } from './rows.ts'
import type { CatalogueRow } from './types.ts'

/** Where the shards lie in the target, and `newest.json` beside them. */
export const catalogueFolder = 'catalogue/'

/** Base32's, as RFC 4648 has it, in lower case. */
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The shard of an artifact's name, one of 1,024: the first two digits, in base32, of the name's SHA-256. All versions, systems and
 * outputs of an artifact lie in one, so that which of them is current is known from it alone. With 10,000 artifacts one has some ten
 * rows, 5 kB; as many folders' entries as GitHub advises would be 3,000.
 */
export function shardOf(name: string): string {
  const bits = createHash('sha256').update(name).digest().readUInt16BE() >> 6
  return digits.charAt(bits >> 5) + digits.charAt(bits & 31)
}

export const shardPattern = /^[a-z2-7]{2}$/

export function shardPath(shard: string): string {
  return `${catalogueFolder}${shard}.json`
}

/** The shard whose file has this path; null: it is another file. */
export function shardAt(path: string): string | null {
  return /^catalogue\/([a-z2-7]{2})\.json$/.exec(path)?.[1] ?? null
}

const shardShape = z.strictObject({ artifacts: z.array(rowShape) })

const parsed = new ParsedOnce((content, subject) =>
  uniqueRows(parseAs(shardShape, parseJson(content, subject), subject).artifacts)
)

/**
 * Reads a shard. Rows may be in any order, twice (after a merge by hand), or of names that belong elsewhere: `isMisplaced` tells. Throws
 * CATALOGUE_INVALID about `subject` for anything else that `formatShard` could not have written.
 */
export function parseShard(content: Uint8Array, subject: string): readonly CatalogueRow[] {
  return parsed.parse(content, subject)
}

/** Whether a shard has rows of names that belong into another one. */
export function isMisplaced(shard: string, rows: readonly CatalogueRow[]): boolean {
  return rows.some(({ name }) => shardOf(name) !== shard)
}

/**
 * The file's text: JSON, a line for each row. It is read again before it is given out: what could not be read by the next publish is
 * CATALOGUE_INVALID before it is written.
 */
export function formatShard(shard: string, rows: readonly CatalogueRow[]): Buffer {
  const content = Buffer.from(`{\n${artifactLines(rows.map(formatRow))}\n}\n`)
  parseShard(content, shardPath(shard))
  return content
}
