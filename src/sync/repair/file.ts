import { lstatSync } from 'node:fs'
import { z } from 'zod'
import {
  commit,
  editShape,
  hasSaneSpan,
  line,
  mostEdits,
  parseDocument,
  sri,
  system
} from '../computed/schema.ts'
import { readLeft, writeLeft } from '../computed/files.ts'
import type { ReadRepair, Repair } from './types.ts'

/** Raised when a reader of the old form would go wrong. */
const schemaVersion = 1

const edit = z
  .strictObject({
    ...editShape,
    oldHash: sri.nullable(),
    newHash: sri,
    systems: z.array(system).min(1).max(20),
    derivations: z.array(line(300)).max(100),
    packages: z.array(line(1000)).min(1).max(100)
  })
  .refine(hasSaneSpan, 'has a span that is not its text’s')

const kept = z
  .strictObject({
    file: editShape.file,
    start: editShape.start,
    end: editShape.end,
    line: editShape.line,
    text: editShape.text
  })
  .refine(hasSaneSpan, 'has a span that is not its text’s')

const schema = z.strictObject({
  kind: z.literal('repair'),
  schemaVersion: z.literal(schemaVersion),
  head: commit,
  systems: z.array(system).min(1).max(20),
  edits: z.array(edit).max(mostEdits),
  kept: z.array(kept).max(mostEdits)
})

/** Writes `repair-<system>.json` into the folder, which is made when it is missing, and gives its path. */
export async function writeRepair(
  folder: string,
  { head, systems, edits, kept }: Repair
): Promise<string> {
  const document: z.input<typeof schema> = {
    kind: 'repair',
    schemaVersion,
    head,
    systems,
    edits: edits.map((edit) => ({
      ...edit,
      derivations: edit.derivations.slice(0, 100).map((name) => name.slice(0, 300)),
      packages: edit.packages.slice(0, 100)
    })),
    kept: kept.slice(0, mostEdits)
  }
  const text = `${JSON.stringify(document, null, 2)}\n`
  return writeLeft(folder, `repair-${systems.join('+')}`, text)
}

/** Throws COMPUTED_INVALID about `file` for all that `writeRepair` cannot have written. */
function parseRepair(text: string, file: string): Repair {
  const { head, systems, edits, kept } = parseDocument(text, file, schema)
  return { head, systems, edits, kept }
}

/** Some hundred hashes have 100 KB; a pull request's own code ran beside what wrote it, and may have left anything. */
const limits = { largest: 1_000_000, mostFiles: 20 }

/** What the other side left, none where it did not come to that. Links are not followed. Throws COMPUTED_INVALID. */
export async function readRepairs(paths: readonly string[]): Promise<ReadRepair[]> {
  // Where nothing was uploaded, nothing was downloaded.
  const there = paths.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined)
  return readLeft(there, limits, parseRepair)
}
