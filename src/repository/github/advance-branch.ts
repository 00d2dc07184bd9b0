import { land } from '../landing.ts'
import type { Head } from '../types.ts'
import type { GitHubApi } from './api.ts'
import type { BranchHead, BranchState } from './branch-head.ts'
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
  const read = (): Promise<BranchState> => branch.read()
  const whyLost = (_: BranchState, rounds: number): string =>
    `it moved each time while a commit was made for it, after ${rounds} attempts`
  return land<BranchState, Advanced>(
    { branch: branch.branch, host: api, read, whyLost },
    await read(),
    async (from) => {
      const head = await makeCommit(from)
      const isDone = from.kind === 'at' && from.head.commit === head.commit
      if (isDone) return { from, head, isMoved: false }
      if (!(await updateRef(api, branch, from, head.commit))) return null
      branch.advance(from, head)
      return { from, head, isMoved: true }
    },
    () => 'once more'
  )
}
