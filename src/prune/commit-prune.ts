import { planWrites, textsOf, writePlanLine, type WritePlan } from '../publish/plan-writes.ts'
import { mayWrite } from '../publish/run.ts'
import { isOwnTarget } from '../repository/own-repository.ts'
import { pathsOf, refuseTaken } from '../repository/refuse-taken.ts'
import type { CommitResult } from '../repository/types.ts'
import { count } from '../text.ts'
import { composePrune } from './compose.ts'
import type { PruneRun } from './inputs.ts'
import type { Looked } from './look.ts'
import { fetchMoved, placedBeside, planMoves } from './move-large.ts'

export interface CommittedPrune extends Looked {
  /** Sentences about NARs that were to be moved. */
  moveNotes: string[]
  /** What the commit takes and by which route; null when nothing is to go. */
  plan: WritePlan | null
  /** null when nothing was written: nothing is to go, or the run may not write. */
  commit: CommitResult | null
}

/** Takes out of the branch what is to go by then, in one commit, on top of whatever the branch is by then, or instead of it. */
export async function commitPrune(run: PruneRun, looked: Looked): Promise<CommittedPrune> {
  const { inputs, log } = run
  const { target, before, known } = looked
  const isSource = await isOwnTarget(inputs.target, run.environment, log)
  const moves = await planMoves({ ...run, isSource }, looked)
  const placed = moves.nars.map((nar) => placedBeside(run, nar))
  // Where they are yet stands for where they will be.
  let composed =
    placed.length === 0
      ? looked.composed
      : await composePrune(
          run,
          target,
          before,
          known,
          new Map(placed.map(({ path }) => [path, path]))
        )
  const { change } = composed
  const outcome = { ...looked, composed, moveNotes: moves.notes }
  if (change === null) return { ...outcome, plan: null, commit: null }
  await refuseTaken(before, pathsOf(change))
  const texts = textsOf(change.files, change.deletedFiles?.length)
  const plan = planWrites(placed, texts, target, inputs.route, moves.room)
  if (!mayWrite(run)) {
    log.info(`would write by ${writePlanLine(plan)}`)
    return { ...outcome, plan, commit: null }
  }
  // Before NARs are fetched that are to be moved.
  const refusal = await target.refusal(before, change)
  if (refusal !== null) throw refusal
  return log.group(`Commit to ${target.name}`, async () => {
    const deleted = count(change.deletedFiles?.length ?? 0, 'file')
    log.info(`${deleted} to delete; ${writePlanLine(plan)}`)
    const files = await fetchMoved(run, target, composed.from, moves.nars)
    const moved = new Set(files.map(({ path }) => path))
    const damaged = moves.nars.filter(({ path }) => !moved.has(path))
    const commit = await target.commit(
      files,
      before,
      async (snapshot, released) => {
        composed = await composePrune(run, target, snapshot, known, released)
        return composed.change
      },
      plan.route
    )
    log.info(
      commit.changed
        ? `${commit.url || commit.commit} after ${count(commit.attempts, 'update')} of ${target.branch}`
        : 'nothing is left to change'
    )
    const moveNotes = [...moves.notes, ...damaged.map(({ path }) => notMoved(path))]
    return { ...outcome, composed, plan, commit, moveNotes }
  })
}

function notMoved(path: string): string {
  return `${path} is not what its narinfo says, and stays where it is; \`nar-publish doctor\` tells more.`
}
