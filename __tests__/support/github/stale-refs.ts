import {
  isPlainFile,
  jsonAnswer,
  readJson,
  refusal,
  type Call,
  type Layer,
  type Reply
} from './call.ts'
import type { Conditions } from './options.ts'
import type { Repository } from './repository.ts'

export interface Move {
  /** Milliseconds since the epoch. */
  at: number
  /** Where it was until then. */
  before: string | null
}

/** Where refs were before they moved. */
export class RefHistory {
  readonly #moves = new Map<string, Move[]>()

  note({ fullName }: Repository, ref: string, before: string | null): void {
    const key = `${fullName}:${ref}`
    const moves = this.#moves.get(key) ?? []
    moves.push({ at: Date.now(), before })
    this.#moves.set(key, moves)
  }

  /** Where the ref was so many milliseconds ago; undefined: where it is now. */
  earlier({ fullName }: Repository, ref: string, agoMs: number): string | null | undefined {
    if (agoMs === 0) return undefined
    const since = Date.now() - agoMs
    return this.#moves.get(`${fullName}:${ref}`)?.find(({ at }) => at > since)?.before
  }

  /** Its moves, oldest first. */
  moves({ fullName }: Repository, ref: string): readonly Move[] {
    return this.#moves.get(`${fullName}:${ref}`) ?? []
  }
}

/** Reads of a ref that an update has not reached yet. */
export function staleRefs(conditions: () => Conditions, history: RefHistory): Layer {
  return async (call, next) => {
    const { repository, method, resource } = call
    if (!repository || method !== 'GET' || isPlainFile(call.kind)) return next(call)
    const earlier = (ref: string) => history.earlier(repository, ref, conditions().staleRefsMs)
    const base = `/repos/${repository.fullName}`

    const ref = /^git\/ref\/(.+)$/.exec(resource)?.[1]
    if (ref !== undefined) {
      const sha = earlier(`refs/${ref}`)
      if (sha === undefined) return next(call)
      return sha === null ? refusal(404, 'Not Found') : pointedTo(sha, await next(call))
    }
    const committish = /^commits\/(.+)$/.exec(resource)?.[1]
    if (committish !== undefined) {
      const sha = earlier(branchRef(committish, repository))
      if (sha === undefined) return next(call)
      if (sha === null) return refusal(422, `No commit found for SHA: ${committish}`)
      return next({ ...at(call, `${base}/commits/${sha}`, call.query), resource: `commits/${sha}` })
    }
    if (/^(contents|readme)(\/|$)/.test(resource)) {
      const sha = earlier(branchRef(call.query.get('ref') ?? 'HEAD', repository))
      if (sha === undefined) return next(call)
      if (sha === null) return refusal(404, 'Not Found')
      const query = new URLSearchParams(call.query)
      query.set('ref', sha)
      return next(at(call, call.url.split('?')[0] ?? call.url, query))
    }
    return next(call)
  }
}

/** The full name of the branch that is meant if it is a branch: `main`, `heads/main`, `refs/heads/main`, `HEAD`. */
export function branchRef(name: string, { defaultBranch }: Repository): string {
  const branch = name === 'HEAD' ? defaultBranch : name.replace(/^(refs\/)?heads\//, '')
  return `refs/heads/${branch}`
}

function at(call: Call, path: string, query: URLSearchParams): Call {
  return { ...call, url: query.size > 0 ? `${path}?${query.toString()}` : path, query }
}

/** The answer about a ref, with another commit in it. */
function pointedTo(sha: string, reply: Reply): Reply {
  if (typeof reply === 'symbol' || reply.status !== 200) return reply
  const ref = readJson(reply.body)
  const url = String(ref?.['url']).replace(/\/git\/ref\/.*$/, `/git/commits/${sha}`)
  return jsonAnswer(200, { ...ref, object: { type: 'commit', sha, url } }, reply.headers)
}
