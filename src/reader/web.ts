import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { largestText, readAtMost } from '../bodies.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { webClient } from '../web-client.ts'
import type { ReaderLogin } from './types.ts'

/** What an address answers to one file. */
export type Served =
  /** `size`: bytes, where the answer says so. */
  | { kind: 'found'; body: AsyncIterable<Buffer>; size: number | null }
  | { kind: 'missing' }
  /** 429. `retryAfter`: as the answer has it; null when it does not. */
  | { kind: 'limited'; host: string; retryAfter: string | null }
  /** No answer, or one that is none of these. */
  | { kind: 'failed'; reason: string }

type Limited = Extract<Served, { kind: 'limited' }>

export interface WebOptions {
  /** For its host alone; null: the cache is public, and nothing is sent. */
  login: ReaderLogin | null
  log: Log
}

/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000
/** How often one file is asked for while the address answers 5xx or breaks off; Nix's own `download-attempts`. */
const attempts = 5
/** Files that a host may fail to give before it is asked for no more. */
const failuresAllowed = 3
/** curl's limit in Nix. */
const redirectsAllowed = 10

/**
 * Downloads as Nix's curl does: redirects are followed to http and https addresses, the login goes to its own host and nowhere else,
 * proxies are honoured. Unlike Nix it asks a host no more once that has answered 429. Every request is counted, each hop of a redirect too.
 */
export class ReaderWeb {
  requests = 0
  /** Of bodies, as they came. */
  bytes = 0
  readonly #options: WebOptions
  readonly #client = webClient({ socketTimeout, keepAlive: true, allowRedirects: false })
  readonly #limited = new Map<string, Limited>()
  readonly #failures = new Map<string, number>()

  constructor(options: WebOptions) {
    this.#options = options
  }

  /** `toRead: false` asks whether it is there, and how large (HEAD). The body throws DOWNLOAD_FAILED when it breaks off. */
  async get(url: string, { toRead = true } = {}): Promise<Served> {
    for (let attempt = 1; ; attempt++) {
      const served = await this.#follow(url, toRead)
      const { host } = new URL(url)
      if (served.kind !== 'failed') {
        this.#failures.delete(host)
        return served
      }
      const failures = this.#failures.get(host) ?? 0
      if (!served.mayPass || attempt === attempts || failures >= failuresAllowed) {
        this.#failures.set(host, failures + 1)
        return served
      }
      this.#options.log.debug(`${url}: ${served.reason}; again`)
      await sleep(250 * 2 ** attempt)
    }
  }

  /** A small file whole. */
  async read(url: string): Promise<Exclude<Served, { kind: 'found' }> | Buffer> {
    for (let attempt = 1; ; attempt++) {
      const served = await this.get(url)
      if (served.kind !== 'found') return served
      try {
        const most = largestText(new URL(url).pathname)
        const body = await readAtMost(served.body, most)
        return body ?? { kind: 'failed', reason: `it has over ${most} bytes` }
      } catch (error) {
        if (!isBroken(error)) throw error
        if (attempt === attempts) return { kind: 'failed', reason: error.reason }
      }
    }
  }

  async #follow(
    url: string,
    toRead: boolean
  ): Promise<
    Exclude<Served, { kind: 'failed' }> | { kind: 'failed'; reason: string; mayPass: boolean }
  > {
    let at = new URL(url)
    for (let hop = 0; hop <= redirectsAllowed; hop++) {
      const limited = this.#limited.get(at.host)
      if (limited !== undefined) return limited
      if ((this.#failures.get(at.host) ?? 0) >= failuresAllowed) {
        return { kind: 'failed', reason: `${at.host} gave nothing before`, mayPass: false }
      }
      this.requests++
      try {
        const client = await this.#client()
        const { message } = await client.request(
          toRead ? 'GET' : 'HEAD',
          at.href,
          null,
          this.#headersFor(at)
        )
        const status = message.statusCode ?? 0
        if (status === 200) {
          const length = Number(message.headers['content-length'] ?? NaN)
          const size = Number.isSafeInteger(length) ? length : null
          if (!toRead) message.resume()
          return { kind: 'found', size, body: this.#counted(message, at.href) }
        }
        message.destroy()
        if (status === 404 || status === 410) return { kind: 'missing' }
        if (status === 429) {
          const retryAfter = message.headers['retry-after'] ?? null
          const answer: Limited = { kind: 'limited', host: at.host, retryAfter }
          this.#limited.set(at.host, answer)
          return answer
        }
        const location = message.headers.location
        if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
          return { kind: 'failed', reason: `the answer is ${status}`, mayPass: status >= 500 }
        }
        if (!URL.canParse(location, at.href)) {
          return { kind: 'failed', reason: 'it redirects to no address', mayPass: false }
        }
        at = new URL(location, at.href)
        if (!/^https?:$/.test(at.protocol)) {
          return { kind: 'failed', reason: `it redirects to ${at.protocol}`, mayPass: false }
        }
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error), mayPass: true }
      }
    }
    return { kind: 'failed', reason: 'it redirects without an end', mayPass: false }
  }

  #headersFor({ hostname }: URL): Record<string, string> {
    const { login } = this.#options
    if (login?.host !== hostname) return {}
    const words = Buffer.from(`${login.login}:${login.password}`).toString('base64')
    return { authorization: `Basic ${words}` }
  }

  async *#counted(message: IncomingMessage, url: string): AsyncGenerator<Buffer> {
    // The client's own timer ends with the headers.
    const timer = setTimeout(() => message.destroy(new Error('it stalls')), 2 * socketTimeout)
    try {
      for await (const chunk of message as AsyncIterable<Buffer>) {
        timer.refresh()
        this.bytes += chunk.length
        yield chunk
      }
    } catch (cause) {
      throw new NarPublishError({
        code: 'DOWNLOAD_FAILED',
        subject: url,
        reason: reasonOf(cause),
        cause
      })
    } finally {
      clearTimeout(timer)
    }
  }
}

export function isBroken(error: unknown): error is NarPublishError {
  return error instanceof NarPublishError && error.code === 'DOWNLOAD_FAILED'
}

function reasonOf(error: unknown): string {
  // By its shape: Node's own errors are of another realm inside of a vm context.
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  return (
    [message, code].find((text) => typeof text === 'string' && text !== '')?.toString() ??
    String(error)
  )
}
