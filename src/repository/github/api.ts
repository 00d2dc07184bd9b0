import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { oneLine } from '../../harmless.ts'
import type { Log } from '../../log.ts'
import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'
import {
  readAnswer,
  type Answer,
  type AnswerKind,
  type AnswerOf,
  type FailedRequest
} from './answers.ts'
import { BoundedFetch } from './bounded-fetch.ts'
import { connect, type Client } from './client.ts'
import { ContentPace } from './content-pace.ts'
import { graphqlRefusal } from './graphql.ts'
import { Patience } from './patience.ts'
import type { ApiRequest } from './request.ts'
import { readUnreadable, webPage } from './unreadable.ts'

interface ApiOptions {
  owner: string
  repo: string
  token: string
  apiUrl: string
  isForkPullRequest: boolean
  limits: Limits
  pace: Pace
  log: Log
}

/** An answer that the caller said it has a way on from, or the data. */
type Reply<T, K extends AnswerKind> = { kind: 'done'; data: T } | AnswerOf<K>

// The longest that GitHub itself works on a request is 10 s (documented); a large tree may be slow to send.
const requestTimeout = 120_000

/** Bytes; the largest that is documented is a listing of 7 MB. What holds a file says its own. */
const largestReply = 33_554_432

/** The most that GitHub gives of a list at once. */
export const perPage = 100

/** One repository's API. Every request is counted, tried again within the limits, and its answer checked. */
export class GitHubApi {
  owner: string
  repo: string
  /** Requests sent, those tried again included. */
  requests = 0
  readonly apiUrl: string
  readonly limits: Limits
  readonly pace: Pace
  readonly log: Log
  readonly content: ContentPace
  readonly #connect: () => Promise<Client>
  #client: Promise<Client> | null = null
  readonly #isForkPullRequest: boolean
  /** While GitHub limits the rate, no request goes out before this time: asking on makes it worse. */
  #closed: { until: number; answer: AnswerOf<'limited'> | null } = {
    until: 0,
    answer: null
  }
  /** When somebody who waits said so last. */
  readonly #outage = { saidAt: -Infinity }
  /** Milliseconds so far, and up to when they are counted. */
  #limited = { total: 0, until: 0 }

  constructor(options: ApiOptions) {
    this.owner = options.owner
    this.repo = options.repo
    this.apiUrl = options.apiUrl
    this.limits = options.limits
    this.pace = options.pace
    this.log = options.log
    this.content = new ContentPace(options.pace, options.limits)
    this.#isForkPullRequest = options.isForkPullRequest
    const onRequest = (): void => {
      this.requests++
    }
    this.#connect = () => connect({ token: options.token, apiUrl: options.apiUrl, onRequest })
  }

  get repository(): string {
    return `${this.owner}/${this.repo}`
  }

  /** Milliseconds on a clock that stands while GitHub limits the rate: for measuring what work takes. */
  get workingTime(): number {
    return this.pace.now() - this.#limited.total
  }

  patience(): Patience {
    return new Patience(this.pace, this.limits, this.log, this.#outage)
  }

  /** The data; every other answer is thrown once the budget for trying again is used up. */
  async call<T>(request: ApiRequest, shape: z.ZodType<T>): Promise<T> {
    const reply = await this.ask(request, shape, [])
    return reply.data
  }

  /** All that a list has, page by page; it ends after the page with which there are `most`. */
  async callPages<T>(request: ApiRequest, item: z.ZodType<T>, most = Infinity): Promise<T[]> {
    const all: T[] = []
    for (let page = 1; ; page++) {
      const parameters = { ...request.parameters, per_page: perPage, page }
      const found = await this.call({ ...request, parameters }, z.array(item))
      all.push(...found)
      if (found.length < perPage || all.length >= most) return all
    }
  }

  /** The data, or one of the `expected` answers, which then are not tried again here. */
  async ask<T, K extends AnswerKind = never>(
    request: ApiRequest,
    shape: z.ZodType<T>,
    expected: readonly K[]
  ): Promise<Reply<T, K>> {
    const patience = this.patience()
    for (;;) {
      const reply = await this.#send(request, shape)
      if (reply.kind === 'done' || isExpected(reply, expected)) return reply
      request.signal?.throwIfAborted()
      if (reply.kind === 'limited') {
        const until = this.pace.now() + (reply.afterMs ?? 60_000)
        if (until > this.#closed.until) this.#closed = { until, answer: reply }
      }
      if (reply.kind !== 'limited' && reply.kind !== 'lost' && reply.kind !== 'not-visible-yet') {
        throw reply.error
      }
      const begin = this.pace.now()
      await patience.wait(reply, request.signal)
      if (reply.kind === 'limited') this.#countLimited(begin)
    }
  }

  /** From `begin` till now, without what another request that waited at the same time has counted. */
  #countLimited(begin: number): void {
    const now = this.pace.now()
    this.#limited.total += Math.max(0, now - Math.max(begin, this.#limited.until))
    this.#limited.until = now
  }

  async #send<T>(
    { route, parameters, stream, receive, accept, largest = largestReply, signal }: ApiRequest,
    shape: z.ZodType<T>
  ): Promise<{ kind: 'done'; data: T } | Answer> {
    const { until, answer } = this.#closed
    const closedFor = until - this.pace.now()
    if (answer !== null && closedFor > this.limits.requestTime)
      return { ...answer, afterMs: closedFor }
    if (closedFor > 0) {
      const begin = this.pace.now()
      await this.pace.sleep(closedFor, signal)
      this.#countLimited(begin)
    }
    const body = stream?.()
    const client = await (this.#client ??= this.#connect())
    const bounded = new BoundedFetch(client.fetch, largest)
    const tooLarge = (): Answer => this.#invalid(route, `has over ${largest} bytes`)
    this.content.count(route)
    try {
      const response = await client.request(route, {
        owner: this.owner,
        repo: this.repo,
        ...parameters,
        ...(body === undefined ? {} : { data: body.chunks }),
        headers: {
          ...(accept === undefined ? {} : { accept }),
          ...(body === undefined
            ? {}
            : { 'content-type': body.type ?? 'application/json', 'content-length': body.length })
        },
        request: {
          fetch: bounded.fetch,
          // fetch keeps a copy of all that it sends, for a redirect that may come, unless that is an error (undici 6,
          // httpNetworkOrCacheFetch: 280 MiB cost 400 MB). A stream could not be sent a second time anyhow.
          ...(body === undefined ? {} : { redirect: 'error' }),
          parseSuccessResponseBody: receive === undefined,
          signal: AbortSignal.any([
            ...(signal === undefined ? [] : [signal]),
            // A file takes as long as the line does; undici ends it after 5 minutes of silence.
            ...(body === undefined && accept === undefined
              ? [AbortSignal.timeout(requestTimeout)]
              : [])
          ])
        }
      })
      const received: unknown = response.data
      const refusal = graphqlRefusal(route, received)
      if (refusal !== null) {
        return this.#read({ route, ...refusal, headers: response.headers, cause: undefined })
      }
      const data = receive === undefined ? received : await receive(received)
      if (bounded.isExceeded) return tooLarge()
      const parsed = shape.safeParse(data)
      if (parsed.success) return { kind: 'done', data: parsed.data }
      const contentType = response.headers['content-type']
      const { isLost, words } =
        accept === undefined
          ? readUnreadable(data, contentType, parsed.error)
          : { isLost: true, words: 'is not whole' }
      if (!isLost) return this.#invalid(route, words, parsed.error)
      const message = `the answer to ${route} ${words}`
      return this.#read({ route, status: null, message, headers: {}, cause: parsed.error })
    } catch (thrown) {
      if (bounded.isExceeded) return tooLarge()
      return this.#read(failedRequest(route, thrown))
    }
  }

  /** GITHUB_ANSWER_INVALID: the next answer would be the same. `words` ends `the answer to GET …`. */
  #invalid(route: string, words: string, cause?: unknown): Answer {
    const reason = `the answer to ${route} ${words}`
    return {
      kind: 'final',
      error: new NarPublishError({
        code: 'GITHUB_ANSWER_INVALID',
        subject: this.repository,
        reason,
        cause
      })
    }
  }

  #read(failed: FailedRequest): Answer {
    return readAnswer(failed, {
      repository: this.repository,
      isForkPullRequest: this.#isForkPullRequest,
      now: this.pace.now()
    })
  }
}

function isExpected<K extends AnswerKind>(
  answer: Answer,
  expected: readonly K[]
): answer is Extract<Answer, AnswerOf<K>> {
  return (expected as readonly AnswerKind[]).includes(answer.kind)
}

const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z
    .object({
      headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()),
      data: z.unknown()
    })
    .optional()
})

/** With words, or only with GitHub's codes: `ReleaseAsset name already_exists`. */
const detailedError = z
  .object({
    message: z.string().optional(),
    resource: z.string().optional(),
    field: z.string().optional(),
    code: z.string().optional()
  })
  .transform(
    ({ message, resource, field, code }) =>
      message ?? [resource, field, code].filter((word) => word !== undefined).join(' ')
  )

const errorBody = z.object({
  message: z.string(),
  errors: z.array(z.union([z.string(), detailedError])).catch([])
})

/** What Octokit threw, taken apart. Rethrows what is not about the request: a file that could not be read. */
function failedRequest(route: string, thrown: unknown): FailedRequest {
  const ours = causes(thrown).find((cause) => cause instanceof NarPublishError)
  if (ours !== undefined) throw ours
  const error = requestError.safeParse(thrown)
  if (!error.success || error.data.response === undefined) {
    // Octokit gives status 500 to what never got an answer.
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return { route, status: null, message: `${route}: ${message}`, headers: {}, cause: thrown }
  }
  const { status, response } = error.data
  const body = errorBody.safeParse(response.data)
  const page = webPage(response.data, response.headers['content-type']?.toString())
  const words = body.success
    ? [body.data.message, ...body.data.errors]
    : [page ?? error.data.message]
  return {
    route,
    status,
    isPage: page !== null,
    message: oneLine(words.join(': '), 500),
    headers: response.headers,
    cause: thrown
  }
}

function causes(thrown: unknown): unknown[] {
  return thrown instanceof Error ? [thrown, ...causes(thrown.cause)] : []
}
