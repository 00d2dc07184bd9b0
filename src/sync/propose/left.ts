import type { Log } from '../../log.ts'
import { compareCommits } from '../../repository/github/compare.ts'
import { BranchHead } from '../../repository/github/branch-head.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import { isAbout, type Subject } from './about.ts'
import { isUntouched, isWished, type Book } from './book.ts'
import { foreignWork } from './branch.ts'
import { declined } from './decline.ts'
import { readMarkedText } from './marker.ts'
import type { Proposed } from './proposal.ts'

/** What a run says that leaves a pull request as it is: to people, or as there is nothing new. */
export type Left = Proposed & { operation: Exclude<Proposed['operation'], 'created'> }

/**
 * Asks, before hashes are computed, whether people have taken a change in hand: said no to it, or gone on with its pull request. `history`:
 * the pull requests of its branch. Two requests where one of ours is open, none where its branch is seen to be as we left it.
 */
export async function leftToPeople(
  book: Book,
  history: readonly PullRequest[],
  subjects: readonly Subject[],
  group: string | null
): Promise<Left | null> {
  const { upstream, head, base } = book.destination
  const no = isWished(book, subjects) ? null : declined(history, subjects)
  if (no !== null) return leave(no, 'declined', upstream.log)
  const open = history.find(({ state }) => state === 'open')
  if (open === undefined || !isAbout(open, subjects, group)) return null
  const marker = readMarkedText(open.body)?.marker
  if (marker !== undefined && isUntouched(open, marker)) return null
  const newest = book.base ?? (await new BranchHead(upstream, base).read())
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
