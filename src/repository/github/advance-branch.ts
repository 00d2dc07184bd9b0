import { NarPublishError } from '../../errors.ts'
import { Turns } from '../turns.ts'
import type { GitHubApi } from './api.ts'
import type { BranchHead, BranchState, Head } from './branch-head.ts'
import { updateRef } from './ref-update.ts'

export interface Advanced {
  /** Where the branch was before. */
  from: BranchState
  /** Where it is now: the same when that needed no commit. */
  head: Head
  isMoved: boolean
}

/**
 * Moves a branch to a commit that is made for the state it is in; never by force. Again, for the new state, each time somebody else was
 * quicker. `makeCommit` answers that state's own head when nothing is left to do. Throws HEAD_MOVED, and what `makeCommit` throws.
 */
export async function advanceBranch(
  api: GitHubApi,
  branch: BranchHead,
  makeCommit: (state: BranchState) => Promise<Head>
): Promise<Advanced> {
  const turns = new Turns(() => api.pace.random())
  const begin = api.pace.now()
  for (let round = 1; ; round++) {
    const roundBegin = api.workingTime
    const from = await branch.read()
    const head = await makeCommit(from)
    if (from.kind === 'at' && from.head.commit === head.commit) {
      return { from, head, isMoved: false }
    }
    if (await updateRef(api, branch, from, head.commit)) {
      branch.advance(from, head)
      return { from, head, isMoved: true }
    }
    const timeLeft = begin + api.limits.commitTime - api.pace.now()
    if (round >= api.limits.refAttempts || timeLeft <= 0) {
      throw new NarPublishError({
        code: 'HEAD_MOVED',
        subject: `${api.repository} branch ${JSON.stringify(branch.branch)}`,
        reason: `it moved each time while a commit was made for it, after ${round} attempts`
      })
    }
    api.log.info(`${branch.branch} has moved; once more`)
    await api.pace.sleep(Math.min(turns.pauseAfterLoss(api.workingTime - roundBegin), timeLeft))
  }
}
