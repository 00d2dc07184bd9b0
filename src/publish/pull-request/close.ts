import { pinNameOf, pullRequestPrefix } from '../../pins/pin.ts'
import type { PullRequestEvent } from '../../pull-request-events.ts'
import type { Target, TargetSnapshot } from '../../repository/types.ts'
import type { Reported } from '../../run.ts'
import { commitArtifacts } from '../commit-artifacts.ts'
import { readPinFiles } from '../compose-pins.ts'
import type { CommitInputs } from '../inputs.ts'
import { openTarget } from '../open-target.ts'
import { reportPublish } from '../report/report-published.ts'
import type { PublishReport } from '../report/types.ts'
import { isOnlyPinned, type PublishRun } from '../run.ts'
import type { CommitOutcome, ReadyToCommit } from '../state.ts'

/** The run of a pull request that was closed: nothing is built, and its pins go. */
export async function closePullRequest(
  run: PublishRun<CommitInputs>,
  { number }: PullRequestEvent
): Promise<Reported<PublishReport>> {
  const [target, before] = await openTarget(run, { publishes: true })
  const committed = await unpinAll(run, number, target, before)
  const verification = { kind: 'none', paths: 0, error: null, served: null, note: '' } as const
  const notes = [`The pull request #${number} is closed: nothing was built.`]
  return reportPublish(run, { ...committed, verification }, { notes, error: null })
}

/** Takes away the pins of one pull request, and no other's: once they are gone there is nothing to commit. */
export async function unpinAll(
  run: PublishRun<CommitInputs>,
  number: number,
  target: Target,
  before: TargetSnapshot
): Promise<ReadyToCommit & CommitOutcome> {
  const nothing = { artifacts: [], held: new Set<string>(), packed: [], toSign: [] }
  const ready: ReadyToCommit = { target, before, ...nothing, dropped: [], failures: [] }
  const files = isOnlyPinned(run) ? await readPinFiles(before) : new Map<string, Buffer>()
  const names = [...files.keys()].map(pinNameOf)
  const unpin = names.filter((name) => name.startsWith(pullRequestPrefix(number)))
  const committed = await commitArtifacts({ ...run, inputs: { ...run.inputs, unpin } }, ready)
  if (committed.kind === 'committed') return committed
  throw new Error('a run without paths counts on none')
}
