import type { Environment } from '../environment.ts'
import type { PruneInputs } from '../inputs/prune.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../target/github/limits.ts'
import { timed, type Timings } from '../timings.ts'
import { commitPrune } from './commit.ts'
import { lookAtCache } from './look.ts'
import { pruneReleases } from './releases.ts'
import { reportPrune, type ReportedPrune } from './report.ts'

export interface PruneRun {
  inputs: PruneInputs
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  timings: Timings
  /** Milliseconds since 1970 that ages are reckoned from. */
  now: number
  /** Others than GitHub's, for a test. */
  limits?: Partial<Limits>
}

/**
 * Removes what no rule keeps, in one commit, and then the release assets that nothing names any more. `error` in what it returns is
 * what failed after that commit; what stops the whole run is thrown, and then nothing was written.
 */
export async function prune(
  given: Omit<PruneRun, 'now'> & Partial<Pick<PruneRun, 'now'>>
): Promise<ReportedPrune> {
  const run: PruneRun = { now: Date.now(), ...given }
  const looked = await timed(run, 'look', () => lookAtCache(run))
  const committed = await timed(run, 'commit', () => commitPrune(run, looked))
  const cleaned = await timed(run, 'releases', () => pruneReleases(run, committed))
  return reportPrune(run, cleaned)
}

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only. */
export function mayWrite({
  inputs,
  environment
}: Pick<PruneRun, 'inputs' | 'environment'>): boolean {
  return !inputs.dryRun && !environment.isForkPullRequest
}
