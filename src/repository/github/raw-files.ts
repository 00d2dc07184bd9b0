import type { IncomingMessage } from 'node:http'
import { largestText, readAtMost } from '../../bodies.ts'
import { webClient } from '../../web-client.ts'

/** Silence after which an anonymous read is given up: the API can be asked instead. */
const rawTimeout = 15_000
/** Failures after which anonymous reads are no longer tried. */
const failuresAllowed = 3

type RawAnswer = Buffer | 'missing' | 'unavailable'

/**
 * Reads the repository's files at their raw addresses, without cost to GitHub's request quota: of a public repository as any
 * stranger does, without a token; of a private one as Nix does with a netrc. It is never the last word: who gets `unavailable`, or
 * `missing` where that matters, asks the API.
 */
export class RawFiles {
  requests = 0
  #failures = 0
  /** A private file that the token does not reach is answered 404 as well: only after a success does 404 tell anything. */
  #is404Telling: boolean
  readonly #addressOf: (commit: string, path: string) => string
  readonly #headers: Record<string, string>
  readonly #client = webClient({
    socketTimeout: rawTimeout,
    keepAlive: true,
    // An Enterprise server in private mode redirects to its login page, which answers 200. Nor does a token follow a redirect.
    allowRedirects: false
  })

  /** `addressOf`: where a file of a commit is. `token`: null when the repository is public. */
  constructor(addressOf: (commit: string, path: string) => string, token: string | null) {
    this.#addressOf = addressOf
    this.#is404Telling = token === null
    this.#headers = token === null ? {} : { authorization: basicAuthorization(token) }
  }

  get isUsable(): boolean {
    return this.#failures < failuresAllowed
  }

  async read(commit: string, path: string): Promise<RawAnswer> {
    if (!this.isUsable) return 'unavailable'
    this.requests++
    try {
      const { message } = await (
        await this.#client()
      ).get(this.#addressOf(commit, path), this.#headers)
      const body = await readWhole(message, largestText(path))
      const status = message.statusCode ?? 0
      if (status === 200) {
        // The API says what the file is.
        if (body === null) return 'unavailable'
        this.#is404Telling = true
        return body
      }
      if (status === 404) return this.#is404Telling ? 'missing' : 'unavailable'
      // 5xx may pass; a redirect, a refusal and a rate limit (429) will not.
      this.#failures += status >= 500 ? 1 : failuresAllowed
    } catch {
      this.#failures++
    }
    return 'unavailable'
  }
}

/** GitHub's name for "the password is a token", whoever's it is. */
export const tokenLogin = 'x-access-token'

function basicAuthorization(token: string): string {
  return `Basic ${Buffer.from(`${tokenLogin}:${token}`).toString('base64')}`
}

/** @actions/http-client's own readers wait for ever when the connection breaks within the body. */
async function readWhole(message: IncomingMessage, most: number): Promise<Buffer | null> {
  const timer = setTimeout(() => message.destroy(new Error('time-out')), 4 * rawTimeout)
  try {
    return await readAtMost(message as AsyncIterable<Buffer>, most)
  } finally {
    clearTimeout(timer)
  }
}
