import { existsSync } from 'node:fs'
import type { PackedPath } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { shortList } from '../text.ts'
import type { Artifact } from './artifact.ts'
import type { Expected } from './expected.ts'
import { missingPaths } from './held-gone.ts'
import { leftOut } from './packed-folder/published.ts'
import type { PackedFolder } from './packed-folder/read.ts'

/** So many are named. */
const longestList = 20

/** PACKED_MISSING when a job that was expected left nothing, or when nobody left anything; null: all are there. */
export function missingError(
  { systems, rows }: Expected,
  folders: readonly PackedFolder[],
  given: readonly string[]
): NarPublishError | null {
  const packedSystems = new Set(
    folders.flatMap(({ manifest }) => [
      ...manifest.systems,
      ...manifest.artifacts.map(({ system }) => system)
    ])
  )
  const built = new Set(folders.flatMap(({ manifest }) => manifest.artifacts.map(keyOf)))
  // What failed to build is told as that.
  const failed = new Set(
    folders.flatMap(({ manifest: { systems: own, failures } }) =>
      failures.flatMap(({ installable }) =>
        own.map((system) => keyOf({ system, attribute: installable }))
      )
    )
  )
  const isThere = (system: string, attribute: string): boolean => {
    const key = keyOf({ system, attribute })
    return built.has(key) || failed.has(key)
  }
  const missing = [
    ...(systems ?? []).filter((system) => !packedSystems.has(system)),
    ...(rows ?? [])
      .filter(({ system, attributes }) => !attributes.every((one) => isThere(system, one)))
      .map(({ name, system }) => `${name} (${system})`)
  ]
  if (missing.length > 0) {
    return packedMissing(
      shortList(missing, longestList),
      'no build job left a packed folder for it'
    )
  }
  const isNothingExpected = rows?.length === 0
  if (folders.length > 0 || isNothingExpected) return null
  const absent = given.every((folder) => !existsSync(folder))
  return packedMissing(
    given.map((folder) => JSON.stringify(folder)).join(', '),
    absent ? 'it does not exist, so that nothing was packed there' : 'it holds no packed folder'
  )
}

/** A row of one's own may have the same line for several systems. */
function keyOf({ system, attribute }: Pick<Artifact, 'system' | 'attribute'>): string {
  return JSON.stringify([system, attribute])
}

/**
 * PACKED_MISSING when a job names an artifact that it did not pack, did not leave to upstream, and did not fail to build, and that the
 * target does not hold: it had it then, or never.
 */
export async function lostError(
  folders: readonly PackedFolder[],
  packed: readonly PackedPath[],
  before: TargetSnapshot
): Promise<NarPublishError | null> {
  const excused = new Set([
    ...packed.map(({ info }) => info.storePath),
    ...folders.flatMap(leftOut)
  ])
  const open = folders
    // The outputs of what was not built are no part of it.
    .filter(({ manifest }) => manifest.closure !== 'source')
    .flatMap(({ manifest: { artifacts, failures } }) => {
      const failed = new Set(failures.map(({ installable }) => installable))
      return artifacts.filter(({ attribute, storePath }) => !failed.has(attribute ?? storePath))
    })
    .map(({ storePath }) => storePath)
    .filter((storePath) => !excused.has(storePath))
  const lost = (await missingPaths(before, [...new Set(open)])).sort()
  return lost.length === 0
    ? null
    : packedMissing(
        shortList(lost, longestList),
        'no build job packed it, and the target does not hold it'
      )
}

function packedMissing(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'PACKED_MISSING', subject, reason })
}
