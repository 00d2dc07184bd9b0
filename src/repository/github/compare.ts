import { z } from 'zod'
import type { GitHubApi } from './api.ts'

/** What one commit has that another has not. */
export interface Comparison {
  /** The newest commit that both have in their histories; `head` itself when `base` has all of it. */
  mergeBase: ComparedCommit
  /** How many commits of `base` are not in `head`. */
  behindBy: number
  /** Commits of `head` that are not in `base`, oldest first, at most 100. */
  commits: readonly ComparedCommit[]
  /** There are no more of them. */
  isWhole: boolean
  /** Path → blob of what `head` changed since the merge base. */
  files: ReadonlyMap<string, string>
}

export interface ComparedCommit {
  sha: string
  tree: string
  message: string
  /** Their name; data. */
  author: string | null
}

/** A branch of ours has one commit for each time that it was brought up to date. */
const mostCommits = 100

const commitShape = z
  .object({
    sha: z.string(),
    commit: z.object({
      message: z.string(),
      tree: z.object({ sha: z.string() }),
      author: z.object({ name: z.string() }).nullish()
    })
  })
  .transform(({ sha, commit: { message, tree, author } }): ComparedCommit => ({
    sha,
    tree: tree.sha,
    message,
    author: author?.name ?? null
  }))

const compareReply = z.object({
  total_commits: z.number(),
  behind_by: z.number(),
  merge_base_commit: commitShape,
  commits: z.array(commitShape),
  files: z.array(z.object({ filename: z.string(), sha: z.string().nullable() })).default([])
})

/** What `head` is to `base`; null: their histories have nothing in common. One request. */
export async function relationOf(
  api: GitHubApi,
  base: string,
  head: string
): Promise<'ahead' | 'behind' | 'diverged' | 'identical' | null> {
  const reply = await api.ask(
    {
      route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
      parameters: { basehead: `${base}...${head}`, per_page: 1 }
    },
    z.object({ status: z.enum(['ahead', 'behind', 'diverged', 'identical']) }),
    ['not-found']
  )
  return reply.kind === 'done' ? reply.data.status : null
}

/** null: their histories have nothing in common. One request. `base`, `head`: commits that the repository, or its network, has. */
export async function compareCommits(
  api: GitHubApi,
  base: string,
  head: string
): Promise<Comparison | null> {
  const reply = await api.ask(
    {
      route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
      parameters: { basehead: `${base}...${head}`, per_page: mostCommits, page: 1 }
    },
    compareReply,
    ['not-found']
  )
  if (reply.kind === 'not-found') return null
  const { total_commits, behind_by, merge_base_commit, commits, files } = reply.data
  return {
    mergeBase: merge_base_commit,
    behindBy: behind_by,
    commits,
    isWhole: commits.length === total_commits,
    files: new Map(files.map(({ filename, sha }) => [filename, sha ?? '']))
  }
}
