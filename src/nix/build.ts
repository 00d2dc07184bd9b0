import { NarPublishError } from '../errors.ts'
import type { FailedBuild } from '../failed-build.ts'
import { needsOtherMachine } from './build-errors.ts'
import { hashMismatches, type HashMismatch } from './hash-mismatch.ts'
import {
  failureReason,
  readLogTail,
  realise,
  unexplainedFailure,
  type Culprit,
  type RealiseOptions
} from './realise.ts'
import type { EvaluatedInstallable, InstallableFailure, Nix } from './types.ts'

export interface BuildResult {
  /** Those with all their wanted outputs valid, in the order of the request. */
  built: EvaluatedInstallable[]
  failures: InstallableFailure[]
  /** Hashes that turned out to be wrong on the way. */
  mismatches: HashMismatch[]
}

/**
 * Builds or fetches the wanted outputs of all installables at once; the build log goes to the log, fenced. What cannot be built is
 * reported with BUILD_FAILED and leaves the others alone. Throws what is the machine's failure: DISK_FULL, NIX_MISSING, or
 * NIX_FAILED when the roots cannot be made.
 */
export async function buildInstallables(
  nix: Nix,
  evaluated: readonly EvaluatedInstallable[],
  options: RealiseOptions
): Promise<BuildResult> {
  const { failed: blamed, unexplained, exit, blocks } = await realise(nix, evaluated, options)
  const failures: InstallableFailure[] = []
  // Whose reason is told comes before what is to blame as well.
  const culprits = [...blamed.values()]
  const logs = await readLogTails(nix, [
    ...culprits.map(([first]) => first),
    ...culprits.flatMap(([, ...others]) => others)
  ])
  for (const [installable, own] of blamed) {
    const builds = own.flatMap(({ drvPath }) => logs.get(drvPath) ?? [])
    failures.push({
      installable: installable.installable,
      error: buildFailed(installable, own[0], builds)
    })
  }
  for (const { installable, drvPath } of unexplained) {
    failures.push({ installable, error: unexplainedFailure(installable, drvPath, exit) })
  }
  const failed = new Set(failures.map(({ installable }) => installable))
  const built = evaluated.filter(({ installable }) => !failed.has(installable))
  return { built, failures, mismatches: hashMismatches(blocks) }
}

/** Of so many failed derivations the logs are read: a process each, and more than anybody reads. */
const mostLogs = 100

async function readLogTails(
  nix: Nix,
  culprits: readonly Culprit[]
): Promise<Map<string, FailedBuild>> {
  const logs = new Map<string, FailedBuild>()
  const drvPaths = new Set(culprits.map(({ drvPath }) => drvPath))
  for (const drvPath of [...drvPaths].slice(0, mostLogs)) {
    logs.set(drvPath, { drvPath, lines: await readLogTail(nix, drvPath) })
  }
  return logs
}

function buildFailed(
  { installable, drvPath, system }: EvaluatedInstallable,
  culprit: Culprit,
  builds: readonly FailedBuild[]
): NarPublishError {
  const log = builds.find((build) => build.drvPath === culprit.drvPath)?.lines ?? ''
  const otherwise =
    'or give this machine’s Nix a remote builder or emulation (`extra-platforms`) for it.'
  return new NarPublishError({
    code: 'BUILD_FAILED',
    subject: installable,
    reason: failureReason(drvPath, culprit, log),
    builds,
    ...(needsOtherMachine(culprit.reason)
      ? {
          hint: `Build it on a runner for ${system} (\`mode: matrix\` makes a job for each system), ${otherwise}`,
          terminal: { hint: `Build it on a machine for ${system}, ${otherwise}` }
        }
      : {})
  })
}
