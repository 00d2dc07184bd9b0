import { createHash } from 'node:crypto'
import { z } from 'zod'
import { attempt } from '../errors.ts'
import { artifactLines, formatRow, rowShape } from './row-shape.ts'
import { catalogueInvalid, parseAs, parseJson, ParsedOnce } from './parse-file.ts'
import { uniqueRows } from './rows.ts'
import { shardOfHash, shardPath } from './shard-name.ts'
import type { CatalogueRow } from './types.ts'

export { catalogueFolder, shardAt, shardPath, shardPattern } from './shard-name.ts'

/**
 * The shard of an artifact's name. All versions, systems and outputs of an artifact lie in one, so that which of them is current is known
 * from it alone. With 10,000 artifacts one has some ten rows, 6 to 9 kB; as many folders' entries as GitHub advises would be 3,000.
 */
export function shardOf(name: string): string {
  return shardOfHash(createHash('sha256').update(name).digest().readUInt16BE())
}

const shardShape = z.strictObject({ artifacts: z.array(rowShape) })

const parsed = new ParsedOnce((content, subject) => {
  const json = parseJson(content, subject)
  if (!hasRows(json)) {
    throw catalogueInvalid(
      subject,
      'it has no `artifacts`, and so is somebody’s own file of the name that a shard has',
      { hint: 'Move that file in the branch to another name or folder.' }
    )
  }
  return uniqueRows(parseAs(shardShape, json, subject).artifacts)
})

/**
 * Whether a file that is called as a shard is somebody's own: JSON of another kind. What is no JSON at all may be a shard that was damaged, and
 * its rows are not to be forgotten.
 */
export function isOthersFile(content: Uint8Array): boolean {
  return attempt(() => !hasRows(parseJson(content, '')), false)
}

function hasRows(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, 'artifacts')
}

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
