import type { GitHubApi } from './api.ts'
import type { BranchHead } from './branch-head.ts'
import { conditionalUpdate } from './update-refs.ts'

/**
 * Deletes a branch while it is at `commit`, and answers whether it is gone; one that somebody has moved on is left alone. Throws
 * BRANCH_RULE, TOKEN_FORBIDDEN, GITHUB_REFUSED. `repositoryId`: GraphQL's name of the repository.
 */
export async function deleteBranch(
  api: GitHubApi,
  branch: BranchHead,
  repositoryId: string,
  commit: string
): Promise<boolean> {
  const patience = api.patience()
  const { shape, ...request } = conditionalUpdate(api, repositoryId, {
    branch: branch.branch,
    from: commit,
    to: null
  })
  for (;;) {
    const reply = await api.ask(request, shape, ['lost', 'ref-missing', 'ref-moved', 'final'])
    const state = reply.kind === 'done' ? null : await branch.read()
    if (reply.kind === 'done' || state?.kind !== 'at') return true
    if (state.head.commit !== commit) return false
    if (reply.kind === 'final' && reply.error.code !== 'GITHUB_REFUSED') throw reply.error
    // GitHub documents no words for a branch that is not where it was expected: where it is tells, once reads are not stale.
    await patience.wait(reply.kind === 'lost' ? reply : { ...reply, kind: 'not-visible-yet' })
  }
}
