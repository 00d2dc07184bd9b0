import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { RequestKind, TokenSetup } from './options.ts'
import type { Repository } from './repository.ts'

/** One request, read whole. */
export interface Call {
  readonly method: string
  /** As sent: encoded, with the query. */
  readonly url: string
  /** Decoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly kind: RequestKind
  /** The repository it is about, if it is one of the set-up ones. */
  readonly repository: Repository | null
  /** What of the repository, decoded: `git/refs/heads/main`; `` for the repository itself; for raw, `<ref>/<path>`; of a site, its path. */
  readonly resource: string
  /** Who asks, once the token was looked at. */
  readonly login: string | null
  /** What the asker's token may do, once it was looked at; null: there was none. */
  readonly token: TokenSetup | null
  /** Where the request came from. */
  readonly address: string
  /** Of an update of a ref by GraphQL: where the ref has to be before. */
  readonly beforeOid?: string
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** The connection dies instead of an answer. */
export const reset = Symbol('reset')
export type Reply = Answer | typeof reset

/** One trait of GitHub. It answers by itself, or hands on and looks at what comes back. */
export type Layer = (call: Call, next: (call: Call) => Promise<Reply>) => Promise<Reply>

/** The first layer is the outermost; the last one never hands on. */
export function stack(layers: readonly Layer[]): (call: Call) => Promise<Reply> {
  return layers.reduceRight<(call: Call) => Promise<Reply>>(
    (inner, layer) => (call) => layer(call, inner),
    () => Promise.reject(new Error('no layer answered'))
  )
}

export function isWrite({ method }: { method: string }): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** Whether it is fetched as any web page is: no API, no quota. */
export function isPlainFile(kind: RequestKind): kind is 'raw' | 'asset' | 'pages' {
  return kind === 'raw' || kind === 'asset' || kind === 'pages'
}

const jsonObject = z.record(z.string(), z.unknown())

/** A body as a JSON object; null when it is something else. */
export function readJson(body: Buffer): Record<string, unknown> | null {
  try {
    return jsonObject.safeParse(JSON.parse(body.toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {}
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(body))
  }
}

/** One page of a list, as `per_page` and `page` ask for it. */
export function pageOf<T>(call: Call, all: readonly T[], json: (item: T) => unknown): Answer {
  const size = Number(call.query.get('per_page') ?? 30)
  const begin = (Number(call.query.get('page') ?? 1) - 1) * size
  return jsonAnswer(200, all.slice(begin, begin + size).map(json))
}

/** Why an input is not accepted: words only for what has no code of its own. */
export function validationFailed(
  errors: readonly { resource: string; code: string; field?: string; message?: string }[]
): Answer {
  return jsonAnswer(422, {
    message: 'Validation Failed',
    errors,
    documentation_url: 'https://docs.github.com/rest',
    status: '422'
  })
}

/** An error in the form GitHub gives all of its. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {}
): Answer {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` }
  return jsonAnswer(status, body, headers)
}
