import { NarPublishError } from '../../errors.ts'
import { PullRequests } from '../../repository/github/pull-requests.ts'
import { proposalRefusal, refusalOf } from '../../repository/github/refusal.ts'
import type { Subject } from './decline.ts'
import { openDestination, type Destination, type ProposeRun } from './destination.ts'
import { leftToPeople, type Left } from './left.ts'
import { proposalBranch } from './title.ts'

export interface Ahead {
  /** For the proposal; null: it cannot be opened, which does not matter where there is nothing to propose. */
  opened: Destination | null
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
  const { destination: wanted, log } = run
  let opened: Destination | null = null
  try {
    opened = await openDestination(run)
    const { upstream, head, base } = opened
    const branch = wanted.branch ?? proposalBranch(change)
    const refusal =
      (await refusalOf(head, { branch, isThere: null }, wanted.token)) ??
      (await proposalRefusal(upstream, base))
    if (!isChange && refusal === null) return { opened, left: null }
    const ends = { repository: head.repository, branch, base }
    const history = await new PullRequests(upstream).history(ends)
    const left = isChange ? await leftToPeople(opened, history, change) : null
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
