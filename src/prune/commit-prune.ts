import { planWrites, writePlanLine, type WritePlan } from '../publish/plan-writes.ts'
import { mayWrite } from '../publish/run.ts'
import type { CommitResult } from '../repository/types.ts'
import { count } from '../text.ts'
import { composePrune } from './compose.ts'
import type { PruneRun } from './inputs.ts'
import type { Looked } from './look.ts'

export interface CommittedPrune extends Looked {
  /** What the commit takes and by which route; null when nothing is to go. */
  plan: WritePlan | null
  /** null when nothing was written: nothing is to go, or the run may not write. */
  commit: CommitResult | null
}

/** Takes out of the branch what is to go by then, in one commit, on top of whatever the branch is by then, or instead of it. */
export async function commitPrune(run: PruneRun, looked: Looked): Promise<CommittedPrune> {
  const { inputs, log } = run
  const { target, before, known } = looked
  let { composed } = looked
  const { change } = composed
  if (change === null) return { ...looked, plan: null, commit: null }
  const texts = {
    count: change.files.size + (change.deletedFiles?.length ?? 0),
    longest: Math.max(0, ...[...change.files.values()].map(({ length }) => length))
  }
  const plan = planWrites([], texts, target, inputs.route)
  if (!mayWrite(run)) {
    log.info(`would write by ${writePlanLine(plan)}`)
    return { ...looked, plan, commit: null }
  }
  return log.group(`Commit to ${target.name}`, async () => {
    log.info(`${count(change.deletedFiles?.length ?? 0, 'file')} to delete; ${writePlanLine(plan)}`)
    const commit = await target.commit(
      [],
      before,
      async (snapshot) => {
        composed = await composePrune(run, target, snapshot, known)
        return composed.change
      },
      plan.route
    )
    log.info(
      commit.changed
        ? `${commit.url || commit.commit} after ${count(commit.attempts, 'update')} of ${target.branch}`
        : 'the branch moved meanwhile, and nothing is left to remove'
    )
    return { ...looked, composed, plan, commit }
  })
}
