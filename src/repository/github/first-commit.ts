import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import type { BranchHead, BranchState } from './branch-head.ts'

const readmePath = 'README.md'

const contentsReply = z.object({
  commit: z.object({ sha: z.string(), tree: z.object({ sha: z.string() }) })
})

/**
 * Gives an empty repository its first commit, which holds a README and nothing else: GitHub takes objects only after that.
 * The commit is on the default branch whatever branch is published to. Somebody else's first commit is as good.
 */
export async function makeFirstCommit(
  api: GitHubApi,
  branch: BranchHead,
  defaultBranch: string,
  readme: Buffer
): Promise<BranchState> {
  const patience = api.patience()
  for (;;) {
    const reply = await api.ask(
      {
        route: 'PUT /repos/{owner}/{repo}/contents/{path}',
        parameters: {
          path: readmePath,
          message: 'Start a Nix binary cache',
          content: readme.toString('base64')
        }
      },
      contentsReply,
      // 409 or 422 when two publishers start the same repository; `lost` may have taken effect.
      ['lost', 'ref-moved', 'ref-exists', 'not-visible-yet']
    )
    if (reply.kind === 'done') {
      const { sha, tree } = reply.data.commit
      if (branch.branch === defaultBranch) {
        return branch.advance({ kind: 'empty' }, { commit: sha, tree: tree.sha })
      }
      branch.leave({ kind: 'empty' })
      return { kind: 'missing' }
    }
    if (reply.kind === 'ref-moved' || reply.kind === 'ref-exists') branch.leave({ kind: 'empty' })
    else await patience.wait(reply)
    const state = await branch.read()
    if (state.kind !== 'empty') return state
  }
}
