import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import prettyBytes from 'pretty-bytes'
import type { PathInfo } from '../binary-cache/types.ts'
import { writeExport } from '../nix/export-file.ts'
import type { Nix } from '../nix/types.ts'
import { count } from '../text.ts'
import { planVersion } from './parse.ts'
import { planPath, type BuildPlan, type PathOrigin, type PlannedRow } from './plan.ts'
import { streamsOf } from './streams.ts'

interface WriteRequest {
  /** Empty. */
  folder: string
  /** `roots`: store paths that the row's job needs, with all that they refer to. */
  rows: readonly { row: Omit<PlannedRow, 'streams'>; roots: readonly string[] }[]
  referencesOf: (storePath: string) => readonly string[]
  /** Of what is no .drv. */
  infos: ReadonlyMap<string, PathInfo>
}

/** The streams, and then the plan: with it the folder is whole, and nothing is left of one that could not be written to its end. Throws NIX_FAILED, DISK_FULL. */
export async function writePlan(
  nix: Nix,
  { folder, rows, referencesOf, infos }: WriteRequest
): Promise<BuildPlan> {
  const { streams: paths, byRow } = streamsOf(
    rows.map(({ row: { id, system }, roots }) => ({ id, system, roots })),
    referencesOf
  )
  const streams: BuildPlan['streams'] = []
  try {
    for (const { file, storePaths } of paths) {
      const written = await writeExport(nix, storePaths, join(folder, file))
      streams.push({ file, ...written, origins: originsOf(storePaths, infos) })
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

function originsOf(
  storePaths: readonly string[],
  infos: ReadonlyMap<string, PathInfo>
): PathOrigin[] {
  return storePaths.flatMap((storePath) => {
    const { signatures = [], ca = null } = infos.get(storePath) ?? {}
    const isKnown = !storePath.endsWith('.drv') && (signatures.length > 0 || ca !== null)
    return isKnown ? [{ storePath, signatures, ca }] : []
  })
}

/** One line of JSON. */
function formatPlan({ rows, streams }: BuildPlan): string {
  return `${JSON.stringify({ version: planVersion, rows, streams })}\n`
}
