import type { IncomingMessage } from 'node:http'
import { HttpClient } from '@actions/http-client'

/** Silence after which an anonymous read is given up: the API can be asked instead. */
const rawTimeout = 15_000
/** Failures after which anonymous reads are no longer tried. */
const failuresAllowed = 3

export type RawAnswer = Buffer | 'missing' | 'unavailable'

/**
 * Reads a public repository's files as any stranger does: without a token, which keeps it from whoever serves them, and without
 * cost to GitHub's request quota. It is never the last word: who gets `unavailable`, or `missing` where that
 * matters, asks the API.
 */
export class RawFiles {
  requests = 0
  #failures = 0
  readonly #addressOf: (commit: string, path: string) => string
  readonly #client: HttpClient

  /** `addressOf`: where a file of a commit is; null when the repository is not public. */
  constructor(addressOf: ((commit: string, path: string) => string) | null) {
    this.#addressOf = addressOf ?? (() => '')
    if (addressOf === null) this.#failures = failuresAllowed
    this.#client = new HttpClient('nar-publish', [], {
      socketTimeout: rawTimeout,
      keepAlive: true,
      // An Enterprise server in private mode redirects strangers to its login page, which answers 200.
      allowRedirects: false
    })
  }

  get isUsable(): boolean {
    return this.#failures < failuresAllowed
  }

  async read(commit: string, path: string): Promise<RawAnswer> {
    if (!this.isUsable) return 'unavailable'
    this.requests++
    try {
      const { message } = await this.#client.get(this.#addressOf(commit, path))
      const body = await readWhole(message)
      const status = message.statusCode ?? 0
      if (status === 200) return body
      if (status === 404) return 'missing'
      // 5xx may pass; a redirect, a refusal and a rate limit (429) will not.
      this.#failures += status >= 500 ? 1 : failuresAllowed
    } catch {
      this.#failures++
    }
    return 'unavailable'
  }
}

/** @actions/http-client's own readers wait for ever when the connection breaks within the body. */
async function readWhole(message: IncomingMessage): Promise<Buffer> {
  const timer = setTimeout(() => message.destroy(new Error('time-out')), 4 * rawTimeout)
  try {
    const chunks: Buffer[] = []
    for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
    return Buffer.concat(chunks)
  } finally {
    clearTimeout(timer)
  }
}
