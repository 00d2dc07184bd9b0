import { refusal, validationFailed } from './call.ts'
import type { Answer, Call } from './call.ts'
import type { GitObjects } from './objects.ts'
import type { PullRequestParts } from './pull-requests.ts'
import type { Repository } from './repository.ts'

/** `branch`, `owner:branch`, or the latter with `head_repo`; null: no such repository in the network. */
export function headOf(
  repositories: ReadonlyMap<string, Repository>,
  base: Repository,
  body: Readonly<Record<string, unknown>>
): { repository: Repository; branch: string } | null {
  const text = String(body['head'])
  const [, owner = base.owner, branch = text] = /^([^:]+):(.+)$/.exec(text) ?? []
  const named = body['head_repo']
  const repository =
    typeof named === 'string'
      ? repositories.get(named)
      : owner === base.owner
        ? base
        : [...repositories.values()].find((one) => one.owner === owner && one.parent === base)
  return repository === undefined ? null : { repository, branch }
}

/** Why GitHub refuses to open this pull request; null: it does not. */
export async function creationProblem(
  { conditions, store, objects, repositories }: PullRequestParts,
  { login }: Call,
  repository: Repository,
  body: Readonly<Record<string, unknown>>
): Promise<Answer | null> {
  if (conditions().actionsMayNotPropose && login === 'github-actions[bot]') {
    return refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  }
  if (body['draft'] === true && !repository.hasDrafts) {
    return refusal(422, 'Draft pull requests are not supported in this repository.')
  }
  const title = body['title']
  if (typeof title !== 'string' || title.length > 256) {
    return validationFailed([{ resource: 'Issue', code: 'custom', field: 'title' }])
  }
  const text = body['body']
  if (typeof text === 'string' && text.length > 65_536) {
    const message = 'body is too long (maximum is 65536 characters)'
    return validationFailed([{ resource: 'Issue', code: 'custom', field: 'body', message }])
  }
  const head = headOf(repositories, repository, body)
  const base = String(body['base'])
  const headCommit =
    head === null ? null : await objects.ref(head.repository, `refs/heads/${head.branch}`)
  const baseCommit = await objects.ref(repository, `refs/heads/${base}`)
  if (head === null || headCommit === null || baseCommit === null) {
    const field = baseCommit === null ? 'base' : 'head'
    return validationFailed([{ resource: 'PullRequest', code: 'invalid', field }])
  }
  const label = `${head.repository.owner}:${head.branch}`
  const isTaken = store
    .of(repository)
    .some(
      (one) =>
        one.state === 'open' &&
        one.base === base &&
        one.head.repository === head.repository &&
        one.head.branch === head.branch
    )
  if (isTaken) return custom(`A pull request already exists for ${label}.`)
  if (await isAncestor(objects, repository, baseCommit, headCommit)) {
    const shown = head.repository === repository ? head.branch : label
    return custom(`No commits between ${base} and ${shown}`)
  }
  if (!head.repository.letsMaintainersIn && body['maintainer_can_modify'] !== false) {
    const message = "fork_collab Fork collab can't be granted by someone without permission"
    return custom(message, 'fork_collab')
  }
  return null
}

function custom(message: string, field?: string): Answer {
  return validationFailed([
    { resource: 'PullRequest', code: 'custom', ...(field && { field }), message }
  ])
}

/** Whether `commit` is in the history of `tip`. */
export async function isAncestor(
  objects: GitObjects,
  repository: Repository,
  tip: string,
  commit: string
): Promise<boolean> {
  const seen = new Set<string>()
  const queue = [tip]
  for (let sha = queue.pop(); sha !== undefined; sha = queue.pop()) {
    if (sha === commit) return true
    if (seen.has(sha)) continue
    seen.add(sha)
    const found = await objects.commit(repository, sha)
    queue.push(...(found?.parents ?? []).map((parent) => parent.sha))
  }
  return false
}
