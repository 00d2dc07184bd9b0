import { NarPublishError } from '../../errors.ts'
import type { Head } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { sameState, type BranchHead, type BranchState } from './branch-head.ts'
import { updateRef } from './ref-update.ts'
import { conditionalUpdate } from './update-refs.ts'

/**
 * Makes the branch point at `commit`, which has no parent, in place of `from`: by force, and only while the branch is at `from`
 * (the REST API cannot say that). Answers false when it has moved. Throws HISTORY_PROTECTED, and what an update throws.
 * `repositoryId`: GraphQL's name of the repository.
 */
export async function replaceHistory(
  api: GitHubApi,
  branch: BranchHead,
  repositoryId: string,
  from: Head,
  commit: string
): Promise<boolean> {
  try {
    return await moveFrom(api, branch, repositoryId, { from, to: commit, force: true })
  } catch (error) {
    if (!(error instanceof NarPublishError) || !isProtection(error)) throw error
    const subject = `${api.repository} branch ${JSON.stringify(branch.branch)}`
    throw error.with({ code: 'HISTORY_PROTECTED', subject, hint: undefined })
  }
}

/**
 * Moves the branch from one commit to another, only while it is at the first. Answers false when it has moved. Throws what an update throws.
 * `repositoryId`: GraphQL's name of the repository; `force` false: the other one comes after it.
 */
export async function moveFrom(
  api: GitHubApi,
  branch: BranchHead,
  repositoryId: string,
  { from, to, force }: { from: Head; to: string; force: boolean }
): Promise<boolean> {
  const state: BranchState = { kind: 'at', head: from }
  const move = { branch: branch.branch, from: from.commit, to, force }
  const update = conditionalUpdate(api, repositoryId, move)
  const patience = api.patience()
  for (;;) {
    try {
      return await updateRef(api, branch, state, to, update)
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      if (error.code !== 'GITHUB_REFUSED' || isProtection(error)) throw error
      // GitHub documents no words for a ref that is not where it was expected: where it is tells.
      const seen = await branch.read()
      if (!sameState(seen, state)) {
        branch.leave(state)
        return branch.contains(seen, to)
      }
      await patience.wait({ kind: 'not-visible-yet', error })
    }
  }
}

function isProtection({ code, reason }: NarPublishError): boolean {
  return code === 'BRANCH_RULE' || (code === 'GITHUB_REFUSED' && /force[- ]push/i.test(reason))
}
