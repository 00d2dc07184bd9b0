import { z } from 'zod'
import type { GitHubApi } from './api.ts'

interface NewCommit {
  message: string
  tree: string
  /** The first is what the branch has; none: the commit begins a history. */
  parents: readonly string[]
}

interface WrittenCommit {
  sha: string
  /** Whom GitHub made its author: the token's owner. */
  author: string | null
}

const commitReply = z.object({ sha: z.string(), author: z.object({ name: z.string() }).nullish() })

/** Makes a commit that is in no branch yet. */
export async function writeCommit(
  api: GitHubApi,
  { message, tree, parents }: NewCommit
): Promise<WrittenCommit> {
  const { sha, author } = await api.call(
    {
      route: 'POST /repos/{owner}/{repo}/git/commits',
      // Without author and committer, so that GitHub signs a bot's commit as verified.
      parameters: { message, tree, parents }
    },
    commitReply
  )
  return { sha, author: author?.name ?? null }
}
