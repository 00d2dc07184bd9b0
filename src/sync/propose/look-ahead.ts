import { NarPublishError } from '../../errors.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { Subject } from './about.ts'
import {
  askRefusal,
  bookOf,
  branchFor,
  historyOf,
  isAsComputed,
  isWished,
  possibleBranches,
  type Book
} from './book.ts'
import { declined } from './decline.ts'
import { openDestination, type ProposeRun } from './destination.ts'
import { invite } from './invitations.ts'
import { leave, leftToPeople, type Left } from './left.ts'
import { closeSuperseded } from './superseded.ts'

export interface Ahead {
  /** For the proposal; null: it cannot be opened, which does not matter where there is nothing to propose. */
  opened: Book | null
  /** Not null: people have it in hand, and nothing is to be proposed. */
  left: Left | null
}

/**
 * Asks, before hashes are computed, whether people have the change in hand, and whether GitHub would refuse the branch or the pull request.
 * `isChange`: there will be something to propose, and what is refused is thrown: TOKEN_FORBIDDEN, BRANCH_RULE, PULL_REQUESTS_FORBIDDEN, and
 * what opening the repositories throws. Where there may be nothing, or the pull request is open already and may be as it should be, it is
 * a warning.
 */
export async function lookAhead(
  run: ProposeRun,
  change: Subject,
  isChange: boolean
): Promise<Ahead> {
  const { log } = run
  let opened: Book | null = null
  try {
    opened = bookOf(run, await openDestination(run))
    const branch = await branchFor(opened, [change], null)
    const refusal = await askRefusal(opened, branch)
    if (!isChange && refusal === null) return { opened, left: null }
    const history = await historyOf(opened, branch)
    const left = isChange ? await leftToPeople(opened, history, [change], null) : null
    if (left !== null || refusal === null) return { opened, left }
    const isOpen = history.some(({ state }) => state === 'open')
    if (isChange && !isOpen) throw refusal
    log.warning(`What this run proposes will be refused. ${refusal.message}`)
  } catch (error) {
    if (isChange || !(error instanceof NarPublishError)) throw error
    log.warning(`What this run proposes, if anything, will be refused. ${error.message}`)
  }
  return { opened, left: null }
}

/**
 * The same in a run of many: null, and nothing speaks against proposing it. What people have in hand, or declined, is left, and so is what
 * computing it anew would leave as it is. Where the version stays nobody knows yet whether there is a change. Throws what GitHub refuses,
 * and what `branchFor` does. `group`: null of a change by itself.
 */
export async function leftAhead(
  book: Book,
  subjects: readonly Subject[],
  group: string | null
): Promise<Left | null> {
  const branch = await branchFor(book, subjects, group)
  const history = await historyOf(book, branch)
  const isChange = subjects.some(
    ({ oldVersion, newVersion, revision }) => newVersion !== oldVersion || revision !== null
  )
  const left = isChange ? await leftToPeople(book, history, subjects, group) : null
  if (left !== null) return left
  const open = history.find(({ state }) => state === 'open')
  if (open !== undefined && isAsComputed(book, open, subjects, group)) {
    return leaveAsComputed(book, open, subjects, group)
  }
  const refusal = await askRefusal(book, branch)
  if (refusal !== null && isChange && open === undefined) throw refusal
  if (refusal !== null)
    book.run.log.warning(
      `${branch}, if there is anything to write, will be refused. ${refusal.message}`
    )
  return null
}

/**
 * The closed pull request that is a no to a change by itself, for a run that would take it into a group: what somebody has declined alone stays
 * out of it. null: there is none, or somebody has asked for it since.
 */
export async function saidNo(book: Book, subjects: readonly Subject[]): Promise<Left | null> {
  if (isWished(book, subjects)) return null
  const possible = possibleBranches({ branch: null }, subjects, null)
  // The other name is a rare one, and not worth a request.
  for (const branch of possible.slice(0, book.isAll ? 2 : 1)) {
    const no = declined(await historyOf(book, branch), subjects)
    if (no !== null) return leave(no, 'declined', book.run.log)
  }
  return null
}

/** What does no harm to ask for again is done: labels that are missing, and closing what an earlier run came no further to close. */
async function leaveAsComputed(
  book: Book,
  open: PullRequest,
  subjects: readonly Subject[],
  group: string | null
): Promise<Left> {
  const { run, base, destination, pullRequests } = book
  const wanted = { labels: run.destination.labels, reviewers: [] }
  const found = { pullRequest: open, isNew: false }
  const invited = await invite(pullRequests, found, wanted, destination.upstream.owner)
  const baseCommit = base?.kind === 'at' ? base.head.commit : ''
  const { closed, notes } = await closeSuperseded(book, open, { subjects, group }, baseCommit)
  const isChanged = invited.isChanged || closed.length > 0
  const left = leave(open, isChanged ? 'updated' : 'unchanged', run.log)
  return {
    ...left,
    commit: open.head.commit,
    closed,
    notes: [...invited.notes, ...notes]
  }
}
