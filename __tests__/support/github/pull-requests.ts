import { isWrite, jsonAnswer, pageOf, readJson, refusal, validationFailed } from './call.ts'
import type { Answer, Call, Layer, Reply } from './call.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions, TokenSetup } from './options.ts'
import { creationProblem, headOf } from './pull-request-rules.ts'
import { userJson } from './pull-request-store.ts'
import type { PullRequestStore, StoredPullRequest } from './pull-request-store.ts'
import type { Repository } from './repository.ts'

export interface PullRequestParts {
  conditions: () => Conditions
  store: PullRequestStore
  objects: GitObjects
  repositories: ReadonlyMap<string, Repository>
  tokens: Readonly<Record<string, TokenSetup>>
}

/**
 * Pull requests as GitHub has them. emulate's make the branches that they name, take a second one for a branch, know no limits to who
 * may be asked for what, and stay at the commit that they were opened with.
 */
export function pullRequests(parts: PullRequestParts): Layer {
  return async (call, next) => {
    const { repository, resource, method } = call
    if (!repository) return next(call)
    const deleted = /^git\/refs\/heads\/(.+)$/.exec(resource)?.[1]
    if (method === 'DELETE' && deleted !== undefined) {
      return deleteBranch(parts.store, repository, deleted, () => next(call))
    }
    if (resource === 'pulls') {
      return method === 'POST' ? create(parts, call, repository) : list(parts, call, repository)
    }
    const comment = /^issues\/comments\/(\d+)$/.exec(resource)?.[1]
    if (comment !== undefined) return changeComment(parts, call, repository, Number(comment))
    const [, kind, number, part = ''] = /^(pulls|issues)\/(\d+)(?:\/(\w+))?$/.exec(resource) ?? []
    if (kind === undefined) return next(call)
    const pullRequest = parts.store.of(repository).find((one) => one.number === Number(number))
    if (pullRequest === undefined) return refusal(404, 'Not Found')
    const answer = await answerOf(parts, call, repository, pullRequest, `${kind}/${part}`)
    return answer ?? next(call)
  }
}

async function deleteBranch(
  store: PullRequestStore,
  repository: Repository,
  branch: string,
  remove: () => Promise<Reply>
): Promise<Reply> {
  const closers = await store.openOf(repository, branch)
  const reply = await remove()
  if (typeof reply !== 'symbol' && reply.status === 204) {
    for (const close of closers) close()
  }
  return reply
}

async function answerOf(
  parts: PullRequestParts,
  call: Call,
  repository: Repository,
  pullRequest: StoredPullRequest,
  what: string
): Promise<Answer | null> {
  switch (`${call.method} ${what}`) {
    case 'GET pulls/':
      return jsonAnswer(200, await parts.store.json(repository, pullRequest))
    case 'PATCH pulls/':
      return update(parts, call, repository, pullRequest)
    case 'POST pulls/requested_reviewers':
      return requestReviews(parts, call, repository, pullRequest)
    case 'POST issues/labels':
      return addLabels(call, repository, pullRequest)
    case 'GET issues/comments':
      return pageOf(call, pullRequest.comments, commentJson)
    case 'POST issues/comments': {
      const { store } = parts
      const body = String(readJson(call.body)?.['body'])
      return jsonAnswer(201, commentJson(store.comment(pullRequest, call.login ?? 'ghost', body)))
    }
    case 'GET issues/events':
      return pageOf(call, pullRequest.reviewRequests, (request) => ({
        event: 'review_requested',
        ...('team' in request
          ? { requested_team: { slug: request.team } }
          : { requested_reviewer: userJson(request.reviewer) })
      }))
    default:
      return null
  }
}

async function list(
  { conditions, store }: PullRequestParts,
  call: Call,
  repository: Repository
): Promise<Answer> {
  const { query } = call
  const state = query.get('state') ?? 'open'
  const [head, base] = [query.get('head'), query.get('base')]
  const youngest = Date.now() - conditions().stalePullRequestsMs
  const found = store
    .of(repository)
    .filter(
      (one) =>
        (state === 'all' || one.state === state) &&
        (head === null || `${one.head.repository.owner}:${one.head.branch}` === head) &&
        (base === null || one.base === base) &&
        one.createdAt <= youngest
    )
  if ((query.get('direction') ?? 'desc') === 'desc') found.reverse()
  const answers = await Promise.all(found.map((one) => store.json(repository, one)))
  return pageOf(call, answers, (answer) => answer)
}

async function create(
  parts: PullRequestParts,
  call: Call,
  repository: Repository
): Promise<Answer> {
  const body = readJson(call.body) ?? {}
  const problem = await creationProblem(parts, call, repository, body)
  if (problem !== null) return problem
  const head = headOf(parts.repositories, repository, body)
  if (head === null) return refusal(404, 'Not Found')
  const made = parts.store.make(repository, {
    author: call.login,
    title: String(body['title']),
    body: typeof body['body'] === 'string' ? body['body'] : null,
    head,
    base: String(body['base']),
    isDraft: body['draft'] === true,
    maintainerCanModify: head.repository !== repository && body['maintainer_can_modify'] !== false
  })
  return jsonAnswer(201, await parts.store.json(repository, made))
}

async function update(
  { store, tokens }: PullRequestParts,
  call: Call,
  repository: Repository,
  pullRequest: StoredPullRequest
): Promise<Answer> {
  const mayPush = Object.values(tokens).some(
    ({ login, repositories }) =>
      login === call.login && (repositories?.includes(repository.fullName) ?? true)
  )
  if (!mayPush && pullRequest.author !== call.login) {
    return refusal(403, 'Resource not accessible by personal access token')
  }
  const body = readJson(call.body) ?? {}
  if (typeof body['title'] === 'string') pullRequest.title = body['title']
  if (typeof body['body'] === 'string') pullRequest.body = body['body']
  if (body['state'] === 'closed') await store.close(repository, pullRequest)
  return jsonAnswer(200, await store.json(repository, pullRequest))
}

async function requestReviews(
  { store }: PullRequestParts,
  call: Call,
  repository: Repository,
  pullRequest: StoredPullRequest
): Promise<Answer> {
  const body = readJson(call.body) ?? {}
  const [logins, slugs] = [textsIn(body['reviewers']), textsIn(body['team_reviewers'])]
  const known = repository.reviewers
  if (pullRequest.author !== null && logins.includes(pullRequest.author)) {
    return refusal(422, 'Review cannot be requested from pull request author.')
  }
  const names = [...logins, ...slugs.map((slug) => `${repository.owner}/${slug}`)]
  // All or none.
  if (!names.every((name) => known.has(name))) {
    const message = `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${repository.fullName} repository.`
    return refusal(422, message)
  }
  pullRequest.reviewers = [...new Set([...pullRequest.reviewers, ...logins])]
  pullRequest.teams = [...new Set([...pullRequest.teams, ...slugs])]
  pullRequest.reviewRequests.push(
    ...logins.map((reviewer) => ({ reviewer })),
    ...slugs.map((team) => ({ team }))
  )
  return jsonAnswer(201, await store.json(repository, pullRequest))
}

/** A label that the repository does not have is made, by a token that may. */
function addLabels(call: Call, repository: Repository, pullRequest: StoredPullRequest): Answer {
  const labels = textsIn(readJson(call.body)?.['labels'])
  if (labels.some((label) => label.length > 50)) {
    return validationFailed([{ resource: 'Label', code: 'invalid', field: 'name' }])
  }
  if (repository.labels !== null && labels.some((label) => !repository.labels?.has(label))) {
    return jsonAnswer(403, {
      message: 'You do not have permission to create labels on this repository.',
      errors: [{ resource: 'Repository', field: 'label', code: 'unauthorized' }],
      status: '403'
    })
  }
  pullRequest.labels = [...new Set([...pullRequest.labels, ...labels])]
  return jsonAnswer(
    200,
    pullRequest.labels.map((name) => ({ name }))
  )
}

/** Whoever may write to the repository may change anybody's comment. */
function changeComment(
  { store }: PullRequestParts,
  { method, body }: Call,
  repository: Repository,
  id: number
): Answer {
  for (const { comments } of store.of(repository)) {
    const index = comments.findIndex((one) => one.id === id)
    const comment = comments[index]
    if (comment === undefined) continue
    if (method === 'DELETE') {
      comments.splice(index, 1)
      return { status: 204, headers: {}, body: Buffer.from('') }
    }
    comment.body = String(readJson(body)?.['body'])
    return jsonAnswer(200, commentJson(comment))
  }
  return refusal(404, 'Not Found')
}

function commentJson({ id, author, body }: StoredPullRequest['comments'][number]): object {
  return { id, user: userJson(author), body, html_url: `https://github.test/comments/${id}` }
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** What a person may do in a repository that only others push to: open pull requests and issues, write to their own, and comment. */
export function isProposal(call: Call): boolean {
  return isWrite(call) && /^(pulls(\/\d+)?|issues|issues\/\d+\/comments)$/.test(call.resource)
}

/** Which permission of a token a write is about, besides its contents. */
export function permissionOf(call: Call): 'pull-requests' | 'issues' | 'checks' | null {
  if (/^issues(\/\d+)?$/.test(call.resource)) return 'issues'
  if (/^check-runs(\/|$)/.test(call.resource)) return 'checks'
  return /^(pulls|issues)(\/|$)/.test(call.resource) ? 'pull-requests' : null
}
