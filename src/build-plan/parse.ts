import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, NarPublishError } from '../errors.ts'
import {
  hash,
  parseStrictly,
  readBounded,
  rowId,
  source,
  storePath,
  system,
  text
} from '../job-files.ts'
import { planPath, type BuildPlan, type PlannedRow } from './plan.ts'

/** Raised when a reader of the old form would go wrong. */
export const planVersion = 1

/** bytes; some hundred thousand derivations */
const largestPlan = 64 * 1024 * 1024

/** characters; as a packed folder's manifest has them */
const longest = { name: 300, installable: 4000 }

const drvPath = storePath.endsWith('.drv', 'it is no derivation')

const attribute = z.strictObject({
  installable: text(longest.installable),
  drvPath,
  name: text(longest.name),
  pname: text(longest.name),
  version: text(longest.name).nullable(),
  system,
  outputs: z.array(z.strictObject({ name: text(longest.name), path: storePath })).min(1),
  mainProgram: text(longest.name).nullable(),
  source: source.nullable()
})

/** Nothing that leads out of the folder, or that a program would take for an option. */
const file = z.string().regex(/^[0-9A-Za-z][\w.-]{0,199}$/, 'it is no name of a file')

const row = z.strictObject({
  id: rowId,
  wave: z.union([z.literal(1), z.literal(2)]),
  system,
  attributes: z.array(attribute),
  paths: z.array(
    z.strictObject({
      installable: text(longest.installable),
      name: text(longest.name),
      storePath
    })
  ),
  builds: z.array(drvPath),
  handsOn: z.array(storePath),
  takes: z.array(z.strictObject({ storePath, drvPath, row: rowId })),
  streams: z.array(file)
})

const shape = z.strictObject({
  version: z.literal(planVersion),
  rows: z.array(row),
  streams: z.array(z.strictObject({ file, size: z.int().positive(), hash }))
})

/** Reads the plan in a folder that `mode: matrix` left. Throws PLAN_INVALID. */
export function readPlan(folder: string): BuildPlan {
  const path = join(folder, planPath)
  const subject = JSON.stringify(path.slice(-300))
  const refuse = (reason: string, cause?: unknown): NarPublishError =>
    planInvalid(subject, reason, cause)
  try {
    return parsePlan(readBounded(path, largestPlan, refuse), refuse)
  } catch (error) {
    if (error instanceof NarPublishError) throw error
    throw refuse(`it cannot be read (${codeOf(error)})`, error)
  }
}

/** `refuse` makes the error of what is wrong with it. */
function parsePlan(
  content: Buffer,
  refuse: (reason: string, cause?: unknown) => NarPublishError
): BuildPlan {
  const { rows, streams } = parseStrictly(content, shape, refuse)
  const problem = planProblem(
    rows,
    streams.map(({ file }) => file)
  )
  if (problem !== null) throw refuse(problem)
  return { rows, streams }
}

/** What does not go together in it. */
function planProblem(rows: readonly PlannedRow[], streams: readonly string[]): string | null {
  if (new Set(streams).size < streams.length) return 'it has a stream twice'
  const byId = new Map(rows.map((row) => [row.id, row]))
  if (byId.size < rows.length) return 'it has a row twice'
  for (const { id, wave, takes, streams: needed } of rows) {
    const missing = needed.find((file) => !streams.includes(file))
    if (missing !== undefined) return `the row ${id} needs the stream ${missing}, which it has not`
    for (const { storePath, drvPath, row } of takes) {
      const giver = byId.get(row)
      if (wave === 1 || giver?.wave !== 1 || !giver.builds.includes(drvPath)) {
        return `the row ${id} takes ${storePath} from ${row}, which is no row of the first wave that builds it`
      }
    }
  }
  return null
}

export function planInvalid(subject: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({ code: 'PLAN_INVALID', subject, reason, cause })
}
