import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from './api.ts'
import { BranchHead } from './branch-head.ts'
import { relationOf } from './compare.ts'
import { updateRequest } from './ref-update.ts'

/** What became of a branch that was to move forward to a commit. */
export type Advance =
  /** `from`: where it was; null: there was none. */
  | { kind: 'moved'; from: string | null }
  /** It was there already. */
  | { kind: 'there' }
  /** It has the commit in its history, and newer ones. */
  | { kind: 'past'; at: string }
  /** Neither is in the other's history. */
  | { kind: 'diverged'; at: string }

/**
 * Moves a branch to a commit that comes after where it is, or makes it there; by no force, so that GitHub refuses every other move, whoever moves it
 * at the same time. Two requests; one more when it is refused. Throws BRANCH_RULE, TOKEN_FORBIDDEN, and what the API throws.
 */
export async function advanceBranch(
  api: GitHubApi,
  name: string,
  commit: string
): Promise<Advance> {
  const branch = new BranchHead(api, name)
  const patience = api.patience()
  let from: string | null = null
  let mayHaveLanded = false
  for (;;) {
    const state = await branch.read()
    if (state.kind === 'empty') {
      const reason = 'it has no commit'
      throw new NarPublishError({ code: 'GITHUB_REFUSED', subject: api.repository, reason })
    }
    const at = state.kind === 'at' ? state.head.commit : null
    if (at === commit) return mayHaveLanded ? { kind: 'moved', from } : { kind: 'there' }
    from = at
    const { shape, ...request } = updateRequest(name, state, commit)
    const reply = await api.ask(request, shape, ['lost', 'ref-moved', 'ref-exists', 'ref-missing'])
    if (reply.kind === 'done') return { kind: 'moved', from }
    mayHaveLanded ||= reply.kind === 'lost'
    if (reply.kind === 'ref-moved' && at !== null) {
      const relation = await relationOf(api, at, commit)
      if (relation === 'behind') return { kind: 'past', at }
      // Ahead of what was read, and refused: the branch is somewhere else by now.
      if (relation !== 'ahead') return { kind: 'diverged', at }
    }
    await patience.wait(reply.kind === 'lost' ? reply : { ...reply, kind: 'not-visible-yet' })
  }
}
