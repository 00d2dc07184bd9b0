import type { Log } from '../../log.ts'
import { BranchHead } from '../../repository/github/branch-head.ts'
import { compareCommits } from '../../repository/github/compare.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import { foreignWork } from './branch.ts'
import { declined, isAboutPackage, type Subject } from './decline.ts'
import type { Destination } from './destination.ts'
import type { Proposed } from './proposal.ts'

/** What a run says that leaves a pull request to people. */
export type Left = Proposed & { operation: 'declined' | 'taken-over' }

/**
 * Asks, before hashes are computed, whether people have taken a change in hand: said no to it, or gone on with its pull request. `history`:
 * the pull requests of its branch. Two requests where one of ours is open.
 */
export async function leftToPeople(
  { upstream, head, base }: Destination,
  history: readonly PullRequest[],
  change: Subject
): Promise<Left | null> {
  const no = declined(history, change)
  if (no !== null) return leave(no, 'declined', upstream.log)
  const open = history.find(({ state }) => state === 'open')
  if (open === undefined || !isAboutPackage(open, change)) return null
  const newest = await new BranchHead(upstream, base).read()
  if (newest.kind !== 'at') return null
  const why = foreignWork(await compareCommits(head, newest.head.commit, open.head.commit))
  return why === null ? null : leave(open, 'taken-over', upstream.log, why)
}

/** Says so in the log, too. */
export function leave(
  { number, url, head: { branch } }: PullRequest,
  operation: Left['operation'],
  log: Log,
  why?: string
): Left {
  log.info(wordsOf({ operation, number, url }))
  const notes =
    why === undefined ? [] : [`branch ${JSON.stringify(branch)} is left as it is: ${why}`]
  return { operation, number, url, branch, commit: null, closed: [], notes }
}

/** For the log. */
export function wordsOf({
  operation,
  number,
  url
}: Pick<Proposed, 'operation' | 'number' | 'url'>): string {
  return `pull request #${number} ${operation}: ${url}`
}
