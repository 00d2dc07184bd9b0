import { NarPublishError } from '../../errors.ts'
import { PullRequests } from '../../repository/github/pull-requests.ts'
import { proposalRefusal, refusalOf } from '../../repository/github/refusal.ts'
import type { SyncChange } from '../types.ts'
import { openDestination, type ProposeRun } from './destination.ts'
import { proposalBranch } from './title.ts'

/**
 * Asks, before hashes are computed, whether GitHub would refuse the branch or the pull request. `isChange`: there will be something to
 * propose, and what is refused is thrown: TOKEN_FORBIDDEN, BRANCH_RULE, PULL_REQUESTS_FORBIDDEN, and what opening the repositories throws.
 * Where there may be nothing, or the pull request is open already and may be as it should be, it is a warning.
 */
export async function refuseProposal(
  run: ProposeRun,
  change: Pick<SyncChange, 'name' | 'newVersion' | 'revision'>,
  isChange: boolean
): Promise<void> {
  const { destination: wanted, log } = run
  try {
    const { upstream, head, base } = await openDestination(run)
    const branch = wanted.branch ?? proposalBranch(change)
    const refusal =
      (await refusalOf(head, { branch, isThere: null }, wanted.token)) ??
      (await proposalRefusal(upstream, base))
    if (refusal === null) return
    const ends = { repository: head.repository, branch, base }
    const isOpen = (await new PullRequests(upstream).find(ends)) !== null
    if (isChange && !isOpen) throw refusal
    log.warning(`What this run proposes will be refused. ${refusal.message}`)
  } catch (error) {
    if (isChange || !(error instanceof NarPublishError)) throw error
    log.warning(`What this run proposes, if anything, will be refused. ${error.message}`)
  }
}
