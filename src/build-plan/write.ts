import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import prettyBytes from 'pretty-bytes'
import { writeExport } from '../nix/export-file.ts'
import type { Nix } from '../nix/types.ts'
import { count } from '../text.ts'
import { planPath, type BuildPlan, type PlannedRow } from './plan.ts'
import { streamsOf } from './streams.ts'

interface WriteRequest {
  /** Empty. */
  folder: string
  /** `roots`: store paths that the row's job needs, with all that they refer to. */
  rows: readonly { row: Omit<PlannedRow, 'streams'>; roots: readonly string[] }[]
  referencesOf: (storePath: string) => readonly string[]
}

/** The streams, and then the plan: with it the folder is whole, and nothing is left of one that could not be written to its end. Throws NIX_FAILED, DISK_FULL. */
export async function writePlan(
  nix: Nix,
  { folder, rows, referencesOf }: WriteRequest
): Promise<BuildPlan> {
  const { streams: paths, byRow } = streamsOf(
    rows.map(({ row: { id, system }, roots }) => ({ id, system, roots })),
    referencesOf
  )
  const streams: BuildPlan['streams'] = []
  try {
    for (const { file, storePaths } of paths) {
      streams.push({ file, ...(await writeExport(nix, storePaths, join(folder, file))) })
    }
    const plan: BuildPlan = {
      rows: rows.map(({ row }) => ({ ...row, streams: byRow.get(row.id) ?? [] })),
      streams
    }
    writeFileSync(join(folder, planPath), formatPlan(plan))
    const size = streams.reduce((sum, stream) => sum + stream.size, 0)
    nix.log.info(
      `plan of ${count(rows.length, 'row')} in ${folder}: ${count(streams.length, 'stream')} with ${prettyBytes(size)}`
    )
    return plan
  } catch (error) {
    for (const { file } of paths) rmSync(join(folder, file), { force: true })
    throw error
  }
}

/** Raised when a reader of the old form would go wrong. */
const planVersion = 1

/** One line of JSON. */
function formatPlan({ rows, streams }: BuildPlan): string {
  return `${JSON.stringify({ version: planVersion, rows, streams })}\n`
}
