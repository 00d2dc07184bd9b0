import type { IncomingHttpHeaders } from 'node:http'
import { isPlainFile, readJson } from './call.ts'
import type { RequestKind } from './options.ts'

/** One request as it was met. */
export interface RecordedRequest {
  readonly kind: RequestKind
  readonly method: string
  /** Encoded, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** `authorization` is `present` or not there: never the token. */
  readonly headers: Readonly<Record<string, string>>
  /** `GET commits`, `POST git/blobs`, `PATCH git/refs`, `GET raw`, `GET repository`, `POST git-upload-pack`: what `counts().calls` counts. */
  readonly call: string
  /** Of a JSON object up to 4 MiB; otherwise undefined. */
  readonly body?: Readonly<Record<string, unknown>>
  /** As received: 0 when the connection was reset before. */
  readonly bodyBytes: number
  /** What GitHub did, even when the client never learned it; null: nothing (the connection was reset before). */
  readonly status: number | null
  /** The client got something else than that: a reset, or a 502. */
  readonly replyLost: boolean
  readonly responseBytes: number
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly durationMs: number
}

export interface Counts extends Record<RequestKind, number> {
  /** API requests other than GET and HEAD, and than GraphQL's questions. */
  writes: number
  /** Most requests that were under way at once. */
  atOnce: number
  /** By `call`. */
  calls: Record<string, number>
}

const largestRecordedBody = 4 * 1024 * 1024

export interface RequestHead {
  kind: RequestKind
  method: string
  url: string
  /** Decoded, without the query. */
  path: string
  /** As in a Call. */
  resource: string
  headers: IncomingHttpHeaders
}

export interface Outcome {
  body: Buffer
  status: number | null
  replyLost: boolean
  responseBytes: number
}

export class Recorder {
  /** In the order in which they were answered. */
  readonly requests: RecordedRequest[] = []
  #underWay = 0
  #atOnce = 0

  /** Notes that a request came in; the function that it gives back notes how it ended. */
  open(head: RequestHead): (outcome: Outcome) => void {
    const startedAt = Date.now()
    this.#atOnce = Math.max(this.#atOnce, ++this.#underWay)
    return ({ body, ...outcome }) => {
      this.#underWay--
      const url = new URL(head.url, 'http://github.test')
      const json = body.length <= largestRecordedBody ? readJson(body) : null
      this.requests.push({
        kind: head.kind,
        method: head.method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: withoutToken(head.headers),
        call: callName(head),
        ...(json && { body: json }),
        bodyBytes: body.length,
        ...outcome,
        startedAt,
        durationMs: Date.now() - startedAt
      })
    }
  }

  counts(): Counts {
    const counts: Counts = {
      api: 0,
      raw: 0,
      upload: 0,
      asset: 0,
      pages: 0,
      git: 0,
      writes: 0,
      atOnce: this.#atOnce,
      calls: {}
    }
    for (const request of this.requests) {
      const { kind, call } = request
      counts[kind]++
      if (kind === 'api' && isWriting(request)) counts.writes++
      counts.calls[call] = (counts.calls[call] ?? 0) + 1
    }
    return counts
  }

  reset(): void {
    this.requests.length = 0
    this.#atOnce = this.#underWay
  }
}

/** GraphQL's queries ask; so do an empty blob, and a pull request of a branch into itself, which tell whether more may be written. */
export function isWriting({ method, call, body }: RecordedRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const isQuestion =
    String(body?.['query']).startsWith('query') ||
    (call === 'POST git/blobs' && body?.['content'] === '' && body['encoding'] === 'utf-8') ||
    (call === 'POST pulls' && body?.['base'] !== undefined && body['head'] === body['base'])
  return !isQuestion
}

/** The kind of thing that is called, without names and shas. */
export function callName({
  kind,
  method,
  resource
}: Pick<RequestHead, 'kind' | 'method' | 'resource'>): string {
  if (isPlainFile(kind)) return `${method} ${kind}`
  if (kind === 'git') return `${method} ${resource}`
  const [first, second] = resource.split('/')
  if (!first) return `${method} repository`
  return first === 'git' && second ? `${method} git/${second}` : `${method} ${first}`
}

function withoutToken(headers: IncomingHttpHeaders): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) shown[name] = name === 'authorization' ? 'present' : String(value)
  }
  return shown
}
