import type { PlannedRow } from '../../build-plan/plan.ts'
import { NarPublishError } from '../../errors.ts'
import type { FailedBuild } from '../../failed-build.ts'
import { knownSecrets } from '../../known-secrets.ts'
import type { InstallableFailure, Nix } from '../../nix/types.ts'
import { invalidPaths } from '../../nix/validity.ts'
import type { Manifest } from '../packed-folder/manifest.ts'
import type { Derivations } from './derivations.ts'
import type { Handed } from './handed.ts'

/**
 * Attributes that need what the first wave was to build and did not, each with what its job says of that: they are not tried here. What
 * this machine's store has is there all the same.
 */
export async function undoneAttributes(
  nix: Nix,
  row: PlannedRow,
  { paths, manifests }: Handed,
  derivations: Derivations
): Promise<InstallableFailure[]> {
  const open = row.takes.filter(({ storePath }) => !paths.has(storePath))
  const invalid = await invalidPaths(
    nix,
    open.map(({ storePath }) => storePath)
  )
  const missing = new Map(
    open.filter(({ storePath }) => invalid.has(storePath)).map((take) => [take.drvPath, take])
  )
  if (missing.size === 0) return []
  const builds = new Set(row.builds)
  return row.attributes.flatMap(({ installable, drvPath }) => {
    const needed = [...buildsOf(drvPath, builds, derivations)]
    const take = needed.flatMap((drv) => missing.get(drv) ?? [])[0]
    if (take === undefined) return []
    const { reason, builds: failed } = whyMissing(take, manifests.get(take.row) ?? [])
    const error = new NarPublishError({
      code: 'BUILD_FAILED',
      subject: installable,
      reason: `${drvPath} needs ${take.drvPath}, which the job of row ${take.row} was to build: ${reason}`,
      terminal: {
        reason: `${drvPath} needs ${take.drvPath}, which was to be built for row ${take.row}: ${reason}`
      },
      builds: failed
    })
    return [{ installable, error }]
  })
}

/** It, and what it takes to build it that the plan has built: not what a cache has, nor what that was made with. */
function buildsOf(
  drvPath: string,
  builds: ReadonlySet<string>,
  derivations: Derivations
): Set<string> {
  const needed = new Set([drvPath])
  // A set gives what is added to it while it is read.
  for (const drv of needed) {
    if (!builds.has(drv)) continue
    for (const input of derivations.get(drv)?.inputDrvs.keys() ?? []) needed.add(input)
  }
  return needed
}

/** By what that job says of the very derivation, or of another one that it needs. */
function whyMissing(
  { drvPath }: PlannedRow['takes'][number],
  manifests: readonly Manifest[]
): { reason: string; builds: FailedBuild[] } {
  if (manifests.length === 0) return { reason: 'it left nothing', builds: [] }
  const failure = manifests
    .flatMap(({ failures }) => failures)
    .find(({ installable }) => installable === drvPath)
  if (failure === undefined) return { reason: 'it packed no such path', builds: [] }
  return {
    reason: knownSecrets.hide(failure.reason),
    builds: (failure.builds ?? []).map(({ drvPath, lines }) => ({
      drvPath,
      lines: knownSecrets.hide(lines)
    }))
  }
}
