import { z } from 'zod'
import { NarPublishError } from '../errors.ts'
import { oneLine } from '../harmless.ts'
import { closureTypes } from '../nix/types.ts'
import { isStorePath } from '../store-path.ts'
import { compareBytes } from './byte-order.ts'
import { formatRow, uniqueRows } from './rows.ts'
import type { Catalogue, CatalogueRow } from './types.ts'

/** Where the catalogue lies in the target. */
export const cataloguePath = 'catalogue.json'

export const emptyCatalogue: Catalogue = { rows: [], publicKeys: [] }

const formatVersion = 1

/** bytes; some 100,000 rows. Below what GitHub gives out as one file (100 MB), and a bound for what a hostile file costs us. */
const largestCatalogue = 64 * 1024 * 1024

const size = z.int().nonnegative()

// Strict: a field that this version does not know would be lost by the next write. New fields come with a new format version.
const rowShape = z.strictObject({
  name: z.string(),
  version: z.string().nullable(),
  system: z.string(),
  output: z.string().nullable(),
  attribute: z.string().nullable(),
  storePath: z.string().refine(isStorePath, 'it is not a store path'),
  nar: z.string().refine(isNarLocation, 'it is neither a path below nar/ nor an http(s) URL'),
  narSize: size,
  fileSize: size,
  references: size,
  mainProgram: z.string().nullable(),
  closures: z.array(z.enum(closureTypes)),
  source: z.strictObject({ repository: z.string(), revision: z.string() }).nullable(),
  publishedAt: z.iso.datetime({ precision: 0 }),
  runUrl: z.string().nullable()
})

// A reader's Nix refuses to do anything at all with a list that has one malformed key in it.
const publicKeyPattern = /^[^\s:]+:[A-Za-z0-9+/]{43}=$/

/** characters of a parser's words, which may quote the file */
const longestWords = 300

const catalogueShape = z.strictObject({
  version: z.literal(formatVersion),
  publicKeys: z.array(z.string().regex(publicKeyPattern, 'it is not a public key')),
  artifacts: z.array(rowShape)
})

/**
 * Reads a `catalogue.json`; `subject` names it in errors. Rows may be in any order, and a store path that is there twice (after a
 * merge by hand) counts once. Throws CATALOGUE_INVALID for anything that `formatCatalogue` could not have written.
 */
export function parseCatalogue(content: Uint8Array | string, subject: string): Catalogue {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  if (bytes.length > largestCatalogue) {
    throw new NarPublishError({
      code: 'CATALOGUE_INVALID',
      subject,
      reason: `its ${bytes.length} bytes are more than the ${largestCatalogue} that are read`,
      hint: 'Drop old artifacts (`mode: prune`), or publish to another repository or branch.'
    })
  }
  const json = parseJson(bytes, subject)
  const version = z.looseObject({ version: z.int().min(formatVersion + 1) }).safeParse(json)
  if (version.success) {
    throw new NarPublishError({
      code: 'CATALOGUE_INVALID',
      subject,
      reason: `it is of format version ${version.data.version}, and this nar-publish knows version ${formatVersion}`,
      hint: 'Publish with a newer version of nar-publish, as the one that wrote it did.'
    })
  }
  const parsed = catalogueShape.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new NarPublishError({
      code: 'CATALOGUE_INVALID',
      subject,
      reason: `${oneLine(z.core.toDotPath(issue?.path ?? []), longestWords) || 'the file'}: ${oneLine(issue?.message ?? 'not a catalogue', longestWords)}`,
      cause: parsed.error
    })
  }
  return normalCatalogue(parsed.data.artifacts, parsed.data.publicKeys)
}

/** What either holds. Commutative, associative, idempotent: publishers may land in any order. */
export function mergeCatalogue(a: Catalogue, b: Catalogue): Catalogue {
  return normalCatalogue([...a.rows, ...b.rows], [...a.publicKeys, ...b.publicKeys])
}

/**
 * The file's text: JSON, a line for each artifact so that Git's deltas stay small, a newline at the end. It is read again before it is
 * given out: what could not be read by the next publish is CATALOGUE_INVALID before it is written.
 */
export function formatCatalogue(catalogue: Catalogue): string {
  const lines = catalogue.rows.map((row) => `    ${formatRow(row)}`)
  const artifacts = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  const publicKeys = JSON.stringify(catalogue.publicKeys)
  const text = `{\n  "version": ${formatVersion},\n  "publicKeys": ${publicKeys},\n  "artifacts": ${artifacts}\n}\n`
  parseCatalogue(text, cataloguePath)
  return text
}

function normalCatalogue(rows: readonly CatalogueRow[], publicKeys: readonly string[]): Catalogue {
  return { rows: uniqueRows(rows), publicKeys: [...new Set(publicKeys)].sort(compareBytes) }
}

function parseJson(bytes: Uint8Array, subject: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new NarPublishError({
      code: 'CATALOGUE_INVALID',
      subject,
      reason: oneLine(cause instanceof Error ? cause.message : String(cause), longestWords),
      cause
    })
  }
}

/** `prune` deletes what rows name, so a row cannot name a file outside of the NARs. */
function isNarLocation(nar: string): boolean {
  const [folder, ...segments] = nar.split('/')
  return (
    /^https?:\/\/[^/]/.test(nar) ||
    (folder === 'nar' &&
      segments.length > 0 &&
      segments.every((segment) => !['', '.', '..'].includes(segment)))
  )
}
