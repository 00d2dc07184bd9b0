import { NarPublishError } from '../errors.ts'
import { needsOtherMachine } from './build-errors.ts'
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
  const { failed: blamed, unexplained, exit } = await realise(nix, evaluated, options)
  const failures: InstallableFailure[] = []
  const logTails = new Map<string, string>()
  for (const [installable, [culprit]] of blamed) {
    const log = logTails.get(culprit.drvPath) ?? (await readLogTail(nix, culprit.drvPath))
    logTails.set(culprit.drvPath, log)
    failures.push({
      installable: installable.installable,
      error: buildFailed(installable, culprit, log)
    })
  }
  for (const { installable, drvPath } of unexplained) {
    failures.push({ installable, error: unexplainedFailure(installable, drvPath, exit) })
  }
  const failed = new Set(failures.map(({ installable }) => installable))
  return { built: evaluated.filter(({ installable }) => !failed.has(installable)), failures }
}

function buildFailed(
  { installable, drvPath, system }: EvaluatedInstallable,
  culprit: Culprit,
  log: string
): NarPublishError {
  return new NarPublishError({
    code: 'BUILD_FAILED',
    subject: installable,
    reason: failureReason(drvPath, culprit, log),
    hint: needsOtherMachine(culprit.reason)
      ? `Build it on a runner for ${system} (\`mode: matrix\` makes a job for each system), ` +
        'or give this machine’s Nix a remote builder or emulation (`extra-platforms`) for it.'
      : undefined
  })
}
