import type { GitObjects } from './objects.ts'
import type { Repository } from './repository.ts'

export interface StoredComment {
  id: number
  author: string
  body: string
}

/** Who or what was asked for a review, in the order of asking; one that was taken back stays in here. */
export type ReviewRequest = { reviewer: string } | { team: string }

export interface StoredPullRequest {
  number: number
  /** null: the account was deleted. */
  author: string | null
  title: string
  body: string | null
  state: 'open' | 'closed'
  isMerged: boolean
  isDraft: boolean
  maintainerCanModify: boolean
  head: { repository: Repository; branch: string }
  base: string
  /** Where head and base were when it was closed; null while it is open. */
  closedAt: { head: string; base: string } | null
  labels: string[]
  /** Logins. */
  reviewers: string[]
  /** Slugs. */
  teams: string[]
  reviewRequests: ReviewRequest[]
  comments: StoredComment[]
  /** milliseconds since 1970 */
  createdAt: number
}

export type NewPullRequest = Pick<
  StoredPullRequest,
  'author' | 'title' | 'body' | 'head' | 'base'
> &
  Partial<Pick<StoredPullRequest, 'isDraft' | 'maintainerCanModify'>>

/** Pull requests by repository. */
export class PullRequestStore {
  readonly #url: string
  readonly #objects: GitObjects
  readonly #byRepository = new Map<Repository, StoredPullRequest[]>()
  readonly #numbers = new Map<Repository, number>()
  #lastComment = 0

  /** @param url what the server calls itself */
  constructor(url: string, objects: GitObjects) {
    this.#url = url
    this.#objects = objects
  }

  /** Oldest first; changes to them take effect. */
  of(repository: Repository): StoredPullRequest[] {
    const known = this.#byRepository.get(repository) ?? []
    this.#byRepository.set(repository, known)
    return known
  }

  make(repository: Repository, made: NewPullRequest): StoredPullRequest {
    const all = this.of(repository)
    const pullRequest: StoredPullRequest = {
      number: this.nextNumber(repository),
      state: 'open',
      isMerged: false,
      isDraft: false,
      maintainerCanModify: false,
      closedAt: null,
      labels: [],
      reviewers: [],
      teams: [],
      reviewRequests: [],
      comments: [],
      createdAt: Date.now(),
      ...made
    }
    all.push(pullRequest)
    return pullRequest
  }

  /** Of a pull request or an issue: they are numbered together. */
  nextNumber(repository: Repository): number {
    const number = (this.#numbers.get(repository) ?? 0) + 1
    this.#numbers.set(repository, number)
    return number
  }

  comment(pullRequest: StoredPullRequest, author: string, body: string): StoredComment {
    const comment = { id: ++this.#lastComment, author, body }
    pullRequest.comments.push(comment)
    return comment
  }

  async close(repository: Repository, pullRequest: StoredPullRequest): Promise<void> {
    if (pullRequest.state === 'closed') return
    pullRequest.closedAt = await this.#ends(repository, pullRequest)
    pullRequest.state = 'closed'
  }

  /** What closes each open one of a branch where it stands now: GitHub does so when the branch is deleted. */
  async openOf(head: Repository, branch: string): Promise<(() => void)[]> {
    const open = [...this.#byRepository].flatMap(([base, all]) =>
      all
        .filter(
          (one) =>
            one.state === 'open' && one.head.repository === head && one.head.branch === branch
        )
        .map((pullRequest) => ({ base, pullRequest }))
    )
    return Promise.all(
      open.map(async ({ base, pullRequest }) => {
        const closedAt = await this.#ends(base, pullRequest)
        return () => Object.assign(pullRequest, { state: 'closed', closedAt })
      })
    )
  }

  async json(repository: Repository, pullRequest: StoredPullRequest): Promise<object> {
    const { number, head, base, author } = pullRequest
    const api = `${this.#url}/repos/${repository.fullName}`
    const ends = pullRequest.closedAt ?? (await this.#ends(repository, pullRequest))
    return {
      url: `${api}/pulls/${number}`,
      html_url: `${this.#url}/${repository.fullName}/pull/${number}`,
      number,
      state: pullRequest.state,
      locked: false,
      title: pullRequest.title,
      body: pullRequest.body,
      user: author === null ? null : userJson(author),
      created_at: new Date(pullRequest.createdAt).toISOString(),
      merged_at: pullRequest.isMerged ? new Date().toISOString() : null,
      labels: pullRequest.labels.map((name) => ({ name })),
      requested_reviewers: pullRequest.reviewers.map(userJson),
      requested_teams: pullRequest.teams.map((slug) => ({ slug, name: slug })),
      draft: pullRequest.isDraft,
      head: endJson(head.repository, head.branch, ends.head),
      base: endJson(repository, base, ends.base)
    }
  }

  async #ends(
    repository: Repository,
    { head, base }: StoredPullRequest
  ): Promise<{ head: string; base: string }> {
    const [headCommit, baseCommit] = await Promise.all([
      this.#objects.ref(head.repository, `refs/heads/${head.branch}`),
      this.#objects.ref(repository, `refs/heads/${base}`)
    ])
    return { head: headCommit ?? '', base: baseCommit ?? '' }
  }
}

export function userJson(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

function endJson(
  { owner, name, fullName, isPrivate, defaultBranch }: Repository,
  ref: string,
  sha: string
) {
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userJson(owner),
    repo: {
      name,
      full_name: fullName,
      private: isPrivate,
      owner: userJson(owner),
      default_branch: defaultBranch
    }
  }
}
