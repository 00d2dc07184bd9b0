import { z } from 'zod'
import type { WorkflowRunEvent } from '../../pull-request-events.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { isSameName } from '../../repository/github/repository.ts'

/** The open pull request that a run was for, by GitHub alone: what the run left says nothing of it. */
export interface RepairedPullRequest {
  number: number
  url: string
  /** Login of who opened it; null: the account is gone. */
  author: string | null
  branch: string
  /** Why its branch is not to be written to; null: it may be. */
  shut: string | null
}

const shape = z.object({
  number: z.number(),
  html_url: z.string(),
  user: z.object({ login: z.string() }).nullable(),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    repo: z.object({ full_name: z.string() }).nullable()
  }),
  base: z.object({ repo: z.object({ default_branch: z.string().optional() }) })
})

/**
 * Asks for the open pull request of the branch that the run was for, in the repository that GitHub says that it was of. A text: there is none
 * any more, or its head is another one by now; the end of a sentence.
 */
export async function findPullRequest(
  api: GitHubApi,
  { head }: WorkflowRunEvent
): Promise<RepairedPullRequest | string> {
  const { repository, branch, commit } = head
  if (repository === null || branch === '') return 'the repository of the pull request is gone'
  const [owner = ''] = repository.split('/')
  const found = await api.callPages(
    {
      route: 'GET /repos/{owner}/{repo}/pulls',
      parameters: { state: 'open', head: `${owner}:${branch}` }
    },
    shape,
    300
  )
  // Repositories of one owner may have branches of one name, and so may a fork and this repository.
  const own = found.filter(
    (one) => one.head.ref === branch && isSameName(one.head.repo?.full_name ?? '', repository)
  )
  if (own.length === 0) return 'no pull request of this head is open any more'
  const pullRequest = own.find((one) => one.head.sha === commit)
  if (pullRequest === undefined) {
    return `the pull request has moved on from ${commit.slice(0, 12)}, and its new head has a run of its own`
  }
  const { number, html_url: url, user, base } = pullRequest
  const isFork = !isSameName(repository, api.repository)
  const shut = isFork
    ? 'its branch is a fork’s'
    : branch === base.repo.default_branch
      ? 'its branch is the repository’s default branch'
      : null
  return { number, url, author: user?.login ?? null, branch, shut }
}
