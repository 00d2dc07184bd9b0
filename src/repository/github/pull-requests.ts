import { z } from 'zod'
import { perPage, type GitHubApi } from './api.ts'
import { login, pullRequestShape, type PullRequest } from './pull-request-shape.ts'
import { isSameName } from './repository.ts'

/** Where the changes of a pull request are, and where they are to go. */
export interface Ends {
  /** `owner/name`, as GitHub spells it. */
  repository: string
  branch: string
  base: string
}

interface NewPullRequest {
  ends: Ends
  title: string
  body: string
  draft: boolean
}

export interface Opened {
  pullRequest: PullRequest
  /** False: somebody else was quicker. */
  isNew: boolean
  /** Upstream's maintainers could not be let into the fork's branch. */
  isShut: boolean
}

/** A repository's pull requests. Every call is safe to repeat: a reply that was lost is looked up first. */
export class PullRequests {
  readonly #api: GitHubApi

  /** @param api of the repository that they are opened in */
  constructor(api: GitHubApi) {
    this.#api = api
  }

  /** The open one of these ends: GitHub has at most one. */
  async find(ends: Ends): Promise<PullRequest | null> {
    const [found] = await this.#between(ends, 'open')
    return found ?? null
  }

  /** As it is now. */
  async read(number: number): Promise<PullRequest> {
    return this.#api.call(
      {
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: number }
      },
      pullRequestShape
    )
  }

  /** All that there ever were of these ends, newest first; of a branch with thousands the newest 300. */
  async history(ends: Ends): Promise<PullRequest[]> {
    return this.#between(ends, 'all')
  }

  /** Those with that base, newest first. `isAll`: there are no older ones. */
  async newest(
    base: string,
    pages: number,
    state: 'open' | 'all'
  ): Promise<{ pullRequests: PullRequest[]; isAll: boolean }> {
    const most = pages * perPage
    const pullRequests = await this.#list({ state, base }, most)
    return { pullRequests, isAll: pullRequests.length < most }
  }

  /**
   * Opens it; one that somebody opened meanwhile with the same ends is as good. Throws PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED,
   * TOKEN_FORBIDDEN, GITHUB_REFUSED.
   */
  async open({ ends, title, body, draft }: NewPullRequest): Promise<Opened> {
    const [owner = ''] = ends.repository.split('/')
    const isFork = !isSameName(ends.repository, this.#api.repository)
    const patience = this.#api.patience()
    let isShut = false
    let mayBeOurs = false
    for (;;) {
      await this.#api.content.turn()
      const reply = await this.#api.ask(
        {
          route: 'POST /repos/{owner}/{repo}/pulls',
          parameters: {
            title,
            body,
            draft,
            base: ends.base,
            ...(isFork
              ? {
                  head: `${owner}:${ends.branch}`,
                  head_repo: ends.repository,
                  maintainer_can_modify: !isShut
                }
              : { head: ends.branch })
          }
        },
        pullRequestShape,
        ['lost', 'exists', 'no-fork-edits']
      )
      if (reply.kind === 'done') {
        return { pullRequest: reply.data, isNew: true, isShut }
      }
      if (reply.kind === 'no-fork-edits') {
        if (!isFork || isShut) throw reply.error
        isShut = true
        continue
      }
      if (reply.kind === 'lost') {
        mayBeOurs = true
        await patience.wait(reply)
      }
      const pullRequest = await this.find(ends)
      if (pullRequest !== null) return { pullRequest, isNew: mayBeOurs, isShut }
      // It is there, but lists are late.
      if (reply.kind === 'exists') await patience.wait({ ...reply, kind: 'not-visible-yet' })
    }
  }

  async update(
    number: number,
    changes: { title?: string; body?: string; state?: 'closed' }
  ): Promise<void> {
    await this.#api.content.turn()
    await this.#api.call(
      {
        route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { pull_number: number, ...changes }
      },
      z.unknown()
    )
  }

  /** GitHub's reason when it does not take them: then none was added. */
  async addLabels(number: number, labels: readonly string[]): Promise<string | null> {
    return this.#tryTo('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      issue_number: number,
      labels
    })
  }

  /** GitHub's reason when it asks none of them. */
  async requestReviews(
    number: number,
    reviewers: readonly string[],
    teams: readonly string[]
  ): Promise<string | null> {
    return this.#tryTo('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', {
      pull_number: number,
      reviewers,
      team_reviewers: teams
    })
  }

  /** Everybody who was ever asked, those who answered or were taken off again included. */
  async everAsked(number: number): Promise<{ reviewers: string[]; teams: string[] }> {
    const events = await this.#api.callPages(
      {
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
        parameters: { issue_number: number }
      },
      z.object({
        requested_reviewer: login.nullish(),
        requested_team: z.object({ slug: z.string() }).nullish()
      })
    )
    return {
      reviewers: events.flatMap(({ requested_reviewer: one }) => (one ? [one.login] : [])),
      teams: events.flatMap(({ requested_team: one }) => (one ? [one.slug] : []))
    }
  }

  /** Says `body`, once: not when `author` has said just that before. */
  async comment(number: number, author: string, body: string): Promise<void> {
    const shape = z.object({ user: login.nullable(), body: z.string().nullish() })
    const patience = this.#api.patience()
    for (;;) {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
      const parameters = { issue_number: number }
      const comments = await this.#api.callPages({ route, parameters }, shape)
      if (comments.some((one) => one.user?.login === author && one.body === body)) return
      await this.#api.content.turn()
      const reply = await this.#api.ask(
        {
          route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
          parameters: { issue_number: number, body }
        },
        z.unknown(),
        ['lost']
      )
      if (reply.kind === 'done') return
      await patience.wait(reply)
    }
  }

  async #between(
    { repository, branch, base }: Ends,
    state: 'open' | 'all'
  ): Promise<PullRequest[]> {
    const [owner = ''] = repository.split('/')
    const found = await this.#list({ state, head: `${owner}:${branch}`, base }, 3 * perPage)
    // Two repositories of one owner may have a branch of that name.
    return found.filter(({ head }) => isSameName(head.repository ?? '', repository))
  }

  async #list(parameters: Record<string, unknown>, most?: number): Promise<PullRequest[]> {
    return this.#api.callPages(
      { route: 'GET /repos/{owner}/{repo}/pulls', parameters: { state: 'open', ...parameters } },
      pullRequestShape,
      most
    )
  }

  async #tryTo(route: string, parameters: Record<string, unknown>): Promise<string | null> {
    await this.#api.content.turn()
    const reply = await this.#api.ask({ route, parameters }, z.unknown(), ['final'])
    return reply.kind === 'done' ? null : reply.error.reason
  }
}
