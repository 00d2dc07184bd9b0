import { z } from 'zod'
import type { GitHubApi } from './api.ts'
import { login } from './pull-request-shape.ts'

/** An issue as GitHub tells of it. What people wrote is data. */
export interface Issue {
  number: number
  url: string
  title: string
  body: string
  state: 'open' | 'closed'
  /** Login; null when the account is gone. */
  author: string | null
}

const issueShape = z
  .object({
    number: z.number(),
    html_url: z.string(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(['open', 'closed']),
    user: login.nullable(),
    /** Every pull request is an issue, too. */
    pull_request: z.object({}).nullish()
  })
  .transform(({ html_url: url, body, user, pull_request, ...issue }) => ({
    ...issue,
    url,
    body: body ?? '',
    author: user?.login ?? null,
    isPullRequest: (pull_request ?? null) !== null
  }))

/** Of somebody who has opened more issues and pull requests, those are looked through that were changed last. */
const mostIssues = 1000

/** A repository's issues. Each call throws TOKEN_FORBIDDEN, and GITHUB_REFUSED where issues are switched off. */
export class Issues {
  readonly #api: GitHubApi

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /** Issues, and no pull requests, that `creator` has opened, whatever their state: the one that was changed last first. */
  async by(creator: string): Promise<Issue[]> {
    const all = await this.#api.callPages(
      {
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: { creator, state: 'all', sort: 'updated', direction: 'desc' }
      },
      issueShape,
      mostIssues
    )
    return all.filter(({ isPullRequest }) => !isPullRequest)
  }

  async read(number: number): Promise<Issue> {
    return this.#api.call(
      {
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { issue_number: number }
      },
      issueShape
    )
  }

  /** Opens one. `find`: looks for it when the answer was lost, so that none is opened twice. */
  async open(
    issue: { title: string; body: string },
    find: () => Promise<Issue | null>
  ): Promise<Issue> {
    const patience = this.#api.patience()
    for (;;) {
      await this.#api.content.turn()
      const reply = await this.#api.ask(
        { route: 'POST /repos/{owner}/{repo}/issues', parameters: issue },
        issueShape,
        ['lost']
      )
      if (reply.kind === 'done') return reply.data
      await patience.wait(reply)
      const found = await find()
      if (found !== null) return found
    }
  }

  async update(number: number, changes: { title?: string; body?: string }): Promise<void> {
    await this.#api.content.turn()
    await this.#api.call(
      {
        route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { issue_number: number, ...changes }
      },
      z.unknown()
    )
  }
}
