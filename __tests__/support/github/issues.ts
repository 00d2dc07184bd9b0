import { jsonAnswer, pageOf, readJson, refusal, validationFailed } from './call.ts'
import type { Answer, Call, Layer } from './call.ts'
import { userJson } from './pull-request-store.ts'
import type { PullRequestStore } from './pull-request-store.ts'
import type { Repository } from './repository.ts'

export interface StoredIssue {
  number: number
  /** null: the account was deleted. */
  author: string | null
  title: string
  body: string | null
  state: 'open' | 'closed'
  /** milliseconds since 1970 */
  updatedAt: number
}

export type NewIssue = Pick<StoredIssue, 'author' | 'title' | 'body'>

/** Issues by repository, which share their numbers with its pull requests. */
export class IssueStore {
  readonly #url: string
  readonly #pullRequests: PullRequestStore
  readonly #byRepository = new Map<Repository, StoredIssue[]>()

  /** @param url what the server calls itself */
  constructor(url: string, pullRequests: PullRequestStore) {
    this.#url = url
    this.#pullRequests = pullRequests
  }

  /** Oldest first; changes to them take effect. */
  of(repository: Repository): StoredIssue[] {
    const known = this.#byRepository.get(repository) ?? []
    this.#byRepository.set(repository, known)
    return known
  }

  make(repository: Repository, made: NewIssue): StoredIssue {
    const number = this.#pullRequests.nextNumber(repository)
    const issue: StoredIssue = { number, state: 'open', updatedAt: Date.now(), ...made }
    this.of(repository).push(issue)
    return issue
  }

  json(repository: Repository, issue: StoredIssue): object {
    const { number, state, title, body, author, updatedAt } = issue
    return {
      ...{ number, state, title, body, locked: false },
      url: `${this.#url}/repos/${repository.fullName}/issues/${number}`,
      html_url: `${this.#url}/${repository.fullName}/issues/${number}`,
      user: author === null ? null : userJson(author),
      updated_at: new Date(updatedAt).toISOString()
    }
  }

  /** All that GitHub calls an issue, which every pull request is: the one that was changed last first. */
  list(repository: Repository): { author: string | null; state: string; json: object }[] {
    const issues = this.of(repository).map((issue) => ({
      ...issue,
      json: this.json(repository, issue)
    }))
    const pulls = this.#pullRequests.of(repository).map((one) => {
      const { title, body, author, state, number, createdAt } = one
      const issue = { title, body, author, state, number, updatedAt: createdAt }
      const json = { ...this.json(repository, issue), pull_request: {} }
      return { ...issue, json }
    })
    return [...issues, ...pulls].toSorted(
      (a, b) => b.updatedAt - a.updatedAt || b.number - a.number
    )
  }
}

/** Issues as GitHub has them; what is a pull request's is handed on. */
export function issues(store: IssueStore): Layer {
  return async (call, next) => {
    const { repository, resource, method } = call
    if (!repository) return next(call)
    if (resource === 'issues') {
      return method === 'POST' ? create(store, call, repository) : list(store, call, repository)
    }
    const [, number] = /^issues\/(\d+)$/.exec(resource) ?? []
    const issue = store.of(repository).find((one) => one.number === Number(number))
    if (issue === undefined) return next(call)
    if (!repository.hasIssues) return disabled()
    return method === 'PATCH'
      ? update(store, call, repository, issue)
      : jsonAnswer(200, store.json(repository, issue))
  }
}

function list(store: IssueStore, call: Call, repository: Repository): Answer {
  const { query } = call
  const [state, creator] = [query.get('state') ?? 'open', query.get('creator')]
  const found = store
    .list(repository)
    .filter(
      (one) =>
        (state === 'all' || one.state === state) && (creator === null || one.author === creator)
    )
  return pageOf(call, found, ({ json }) => json)
}

function create(store: IssueStore, call: Call, repository: Repository): Answer {
  if (!repository.hasIssues) return disabled()
  const { title, body = null } = readJson(call.body) ?? {}
  if (typeof title !== 'string' || (body !== null && typeof body !== 'string')) {
    return validationFailed([{ resource: 'Issue', code: 'missing_field', field: 'title' }])
  }
  if (tooLong(body)) return tooLongAnswer()
  const made = store.make(repository, { author: call.login, title, body })
  return jsonAnswer(201, store.json(repository, made))
}

function update(store: IssueStore, call: Call, repository: Repository, issue: StoredIssue): Answer {
  const { title, body } = readJson(call.body) ?? {}
  if (tooLong(body)) return tooLongAnswer()
  if (typeof title === 'string') issue.title = title
  if (typeof body === 'string') issue.body = body
  issue.updatedAt = Date.now()
  return jsonAnswer(200, store.json(repository, issue))
}

function disabled(): Answer {
  return refusal(410, 'Issues has been disabled in this repository.')
}

function tooLong(body: unknown): boolean {
  return typeof body === 'string' && body.length > 65_536
}

function tooLongAnswer(): Answer {
  const message = 'body is too long (maximum is 65536 characters)'
  return validationFailed([{ resource: 'Issue', code: 'custom', field: 'body', message }])
}
