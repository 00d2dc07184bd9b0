import { join } from 'node:path'
import { z } from 'zod'
import { asNarPublishError, type NarPublishError } from '../../errors.ts'
import { oneLine } from '../../harmless.ts'
import { parseAttributePath } from '../project/package-reference.ts'
import type { PackageReference } from '../types.ts'
import { leftName, writeWhole } from './left-file.ts'
import { line, mostTogether, parseDocument, system } from './schema.ts'

/** That phase `compute` failed, for the job that commits: somebody else's words, as its answers are. */
export interface LeftFailure {
  /** Texts of the packages of the change. */
  packages: readonly string[]
  /** For which they were to be worked out; empty: it did not come to that. */
  systems: readonly string[]
  code: string
  subject: string
  reason: string
}

/** The end of its file's name. */
export const failureSuffix = '.failed.json'

const schemaVersion = 1

const schema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  packages: z.array(line(1000).min(1)).min(1).max(mostTogether),
  systems: z.array(system).max(20),
  code: z.string().regex(/^[A-Z][A-Z_]{0,49}$/, 'is no code of an error'),
  subject: line(2000),
  reason: line(4000)
})

/** Runs what computes; where that fails, the reason is left in the folder before it is thrown. */
export async function leavingFailure<T>(
  folder: string,
  packages: readonly PackageReference[],
  systems: readonly string[],
  compute: () => Promise<T>
): Promise<T> {
  try {
    return await compute()
  } catch (thrown) {
    const error = asNarPublishError(thrown)
    // What went wrong is what is to be told, and not that this does, too.
    await writeFailure(folder, packages, systems, error).catch(() => undefined)
    throw error
  }
}

/** `<name>-<system>.failed.json`, by the attribute: whether it has another name, nobody may know. */
async function writeFailure(
  folder: string,
  packages: readonly PackageReference[],
  systems: readonly string[],
  { code, subject, reason }: NarPublishError
): Promise<void> {
  const [first] = packages
  if (first === undefined) return
  const document: z.input<typeof schema> = {
    schemaVersion,
    packages: packages.map(({ text }) => text),
    systems: [...systems],
    code,
    subject: oneLine(subject, 2000),
    reason: oneLine(reason, 4000)
  }
  const name = leftName(`${attributeName(first)}-${systems.join('+')}`)
  await writeWhole(
    join(folder, `${name}${failureSuffix}`),
    `${JSON.stringify(document, null, 2)}\n`
  )
}

/** The last name of the attribute, or the file's; for people. */
export function attributeName(reference: PackageReference): string {
  const last = parseAttributePath(reference.attribute)?.at(-1)
  if (last !== undefined) return last
  return reference.kind === 'file' ? (reference.path.split('/').at(-1) ?? '') : 'default'
}

/** Throws COMPUTED_INVALID about `file` for all that phase `compute` cannot have written. */
export function parseFailure(text: string, file: string): LeftFailure {
  const { packages, systems, code, subject, reason } = parseDocument(text, file, schema)
  return { packages, systems, code, subject, reason }
}
