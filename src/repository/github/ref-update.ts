import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import { sameState, type BranchHead, type BranchState } from './branch-head.ts'
import type { ApiRequest } from './request.ts'

/** How the branch is moved, and what GitHub answers when it was. */
export interface RefUpdate extends ApiRequest {
  shape: z.ZodType
}

/**
 * Makes the branch point at `commit`, whose parent is `from`; never by force, unless `update` does. Answers false when the branch
 * has moved. An update whose answer was lost counts when the commit turns out to be in the branch.
 */
export async function updateRef(
  api: GitHubApi,
  branch: BranchHead,
  from: BranchState,
  commit: string,
  { shape, ...request }: RefUpdate = updateRequest(branch.branch, from, commit)
): Promise<boolean> {
  const patience = api.patience()
  let mayHaveLanded = false
  for (;;) {
    const reply = await api.ask(request, shape, ['lost', 'ref-moved', 'ref-exists', 'ref-missing'])
    if (reply.kind === 'done') return true
    if (reply.kind === 'lost') {
      mayHaveLanded = true
      await patience.wait(reply)
    } else {
      branch.leave(from)
      // Where it is instead is read after the pause that follows: by then it may have moved again.
      if (!mayHaveLanded) return false
    }
    const state = await branch.read()
    if (await branch.contains(state, commit)) return true
    // Lost and still where it was: either it never arrived, or the read is stale; sending it again is safe in both cases.
    if (reply.kind !== 'lost' || !sameState(state, from)) return false
  }
}

/** From where the branch is, or to make it; by no force. */
export function updateRequest(branch: string, from: BranchState, sha: string): RefUpdate {
  const shape = z.unknown()
  return from.kind === 'at'
    ? {
        route: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
        parameters: { ref: `heads/${branch}`, sha, force: false },
        shape
      }
    : {
        route: 'POST /repos/{owner}/{repo}/git/refs',
        parameters: { ref: `refs/heads/${branch}`, sha },
        shape
      }
}
