import { timed, type Reported } from '../run.ts'
import { commitPrune } from './commit-prune.ts'
import type { PruneRun } from './inputs.ts'
import { lookAtCache } from './look.ts'
import { pruneReleases } from './releases.ts'
import { reportPrune } from './report/report.ts'
import type { PruneReport } from './report/types.ts'

/**
 * Removes what no rule keeps, in one commit, and then the release assets that nothing names any more. `error` in what it returns is
 * what failed after that commit; what stops the whole run is thrown, and then nothing was written.
 */
export async function prune(
  given: Omit<PruneRun, 'now'> & Partial<Pick<PruneRun, 'now'>>
): Promise<Reported<PruneReport>> {
  const run: PruneRun = { now: Date.now(), ...given }
  const looked = await timed(run, 'look', () => lookAtCache(run))
  const committed = await timed(run, 'commit', () => commitPrune(run, looked))
  const cleaned = await timed(run, 'releases', () => pruneReleases(run, committed))
  return reportPrune(run, cleaned)
}
