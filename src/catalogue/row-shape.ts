import { z } from 'zod'
import { closureTypes } from '../nix/types.ts'
import { isStorePath } from '../store-path.ts'
import type { CatalogueRow, ShownRow } from './types.ts'

/** Hash parts in a row: from all of them one finds the way back. */
export const mostReferences = 50

const size = z.int().nonnegative()

/** What a table shows of an artifact. */
const shown = {
  name: z.string(),
  version: z.string().nullable(),
  system: z.string(),
  output: z.string().nullable(),
  storePath: z.string().refine(isStorePath, 'it is not a store path'),
  narSize: size,
  fileSize: size,
  mainProgram: z.string().nullable(),
  source: z.strictObject({ repository: z.string(), revision: z.string() }).nullable(),
  publishedAt: z.iso.datetime({ precision: 0 }),
  runUrl: z.string().nullable()
}

// Strict: a field that this version does not know would be lost by the next write. New fields come with a new format version.
export const shownRowShape: z.ZodType<ShownRow> = z.strictObject({
  ...shown,
  output: shown.output.default('out'),
  mainProgram: shown.mainProgram.default(null),
  runUrl: shown.runUrl.default(null)
})

export const rowShape: z.ZodType<CatalogueRow> = z.strictObject({
  ...shown,
  attribute: z.string().nullable(),
  nar: z.string().refine(isNarLocation, 'it is neither a path below nar/ nor an http(s) URL'),
  // Of before there were these, and of what is taken over.
  closureSize: size.nullable().default(null),
  references: size,
  refersTo: z
    .array(z.string().regex(/^[0-9a-df-np-sv-z]{32}$/, 'it is no hash part'))
    .max(mostReferences)
    .default([]),
  closures: z.array(z.enum(closureTypes))
})

/** A row as it stands in its file: its fields always in this order, so that a line changes only when its row does. */
export function formatRow(row: CatalogueRow): string {
  return JSON.stringify({
    name: row.name,
    version: row.version,
    system: row.system,
    output: row.output,
    attribute: row.attribute,
    storePath: row.storePath,
    nar: row.nar,
    narSize: row.narSize,
    fileSize: row.fileSize,
    closureSize: row.closureSize,
    references: row.references,
    refersTo: row.refersTo,
    mainProgram: row.mainProgram,
    closures: row.closures,
    source: row.source && { repository: row.source.repository, revision: row.source.revision },
    publishedAt: row.publishedAt,
    runUrl: row.runUrl
  } satisfies CatalogueRow)
}

/** The same of what a table shows; a publish sends a hundred of them, and what most have alike is left out. */
export function formatShownRow(row: ShownRow): string {
  return JSON.stringify({
    name: row.name,
    version: row.version,
    system: row.system,
    output: row.output === 'out' ? undefined : row.output,
    storePath: row.storePath,
    narSize: row.narSize,
    fileSize: row.fileSize,
    mainProgram: row.mainProgram ?? undefined,
    source: row.source && { repository: row.source.repository, revision: row.source.revision },
    publishedAt: row.publishedAt,
    runUrl: row.runUrl ?? undefined
  } satisfies Record<keyof ShownRow, unknown>)
}

/** `"artifacts": […]` with a line for each row, so that Git's deltas stay small. */
export function artifactLines(rows: readonly string[]): string {
  const lines = rows.map((row) => `    ${row}`)
  return `  "artifacts": ${lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`}`
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
