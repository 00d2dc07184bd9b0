import { readJson, refusal } from './call.ts'
import type { Call, Layer } from './call.ts'
import type { Conditions } from './options.ts'
import type { Repository } from './repository.ts'

/** When each object was made through the API. */
export class ObjectAges {
  readonly #bornAt = new Map<string, number>()

  note({ fullName }: Repository, sha: string): void {
    const key = `${fullName}:${sha}`
    if (!this.#bornAt.has(key)) this.#bornAt.set(key, Date.now())
  }

  isYoungerThan({ fullName }: Repository, sha: string, milliseconds: number): boolean {
    const bornAt = this.#bornAt.get(`${fullName}:${sha}`)
    return bornAt !== undefined && Date.now() - bornAt < milliseconds
  }
}

/** GitHub's replicas take a moment to learn of a new object; until then it does not exist. */
export function freshObjects(conditions: () => Conditions, ages: ObjectAges): Layer {
  return async (call, next) => {
    const { repository, method, resource } = call
    if (!repository || !resource.startsWith('git/')) return next(call)

    const isInvisible = (sha: unknown): boolean =>
      typeof sha === 'string' &&
      ages.isYoungerThan(repository, sha, conditions().invisibleObjectsMs)
    const complaint = complain(call, isInvisible)
    if (complaint !== null) return refusal(422, complaint)
    const read = /^git\/(?:blobs|trees|commits)\/([0-9a-f]{40})$/.exec(resource)
    if (method === 'GET' && isInvisible(read?.[1])) return refusal(404, 'Not Found')

    const reply = await next(call)
    if (method === 'POST' && typeof reply !== 'symbol' && reply.status === 201) {
      // The sha comes first; the rest of a tree can be long.
      const made = /^\{"sha":"([0-9a-f]{40})"/.exec(reply.body.subarray(0, 50).toString())
      if (made?.[1]) ages.note(repository, made[1])
    }
    return reply
  }
}

/** What GitHub says when a request refers to an object that it cannot find; null: it finds them all. */
function complain(
  { method, resource, body }: Call,
  isMissing: (sha: unknown) => boolean
): string | null {
  if (method !== 'POST' && method !== 'PATCH') return null
  if (resource === 'git/blobs') return null
  const json = readJson(body)
  if (resource === 'git/trees') {
    if (isMissing(json?.['base_tree'])) return 'base_tree is not a valid tree oid'
    const missing = shasIn(json?.['tree']).find(isMissing)
    return missing === undefined ? null : `tree.sha ${missing} is not a valid blob`
  }
  if (resource === 'git/commits') {
    if (isMissing(json?.['tree'])) return 'Tree SHA does not exist'
    const parents = json?.['parents']
    const isOrphan = Array.isArray(parents) && parents.some(isMissing)
    return isOrphan ? 'Parent SHA does not exist or is not a commit object.' : null
  }
  return /^git\/refs(\/|$)/.test(resource) && isMissing(json?.['sha'])
    ? 'Object does not exist'
    : null
}

function shasIn(entries: unknown): string[] {
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'sha' in entry && typeof entry.sha === 'string'
      ? [entry.sha]
      : []
  )
}
