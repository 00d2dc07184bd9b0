import type { IncomingMessage } from 'node:http'
import { cacheInfoPath, parseCacheInfo } from '../../binary-cache/cache-info.ts'
import { readAtMost } from '../../bodies.ts'
import { NarPublishError } from '../../errors.ts'
import { webClient } from '../../web-client.ts'
import type { Pace } from '../pace.ts'
import { isOwnSiteFile, notFoundPagePath } from '../site-files.ts'

/**
 * What a site is, seen as readers see it.
 *
 *     cache    it answers as a binary cache at `url`, where a redirect led to. `isOf`: by its 404.html it is made of this branch, or of
 *              another one, if not of an older name of this; null: that is not known
 *     no-cache it answers, and is none
 *     silent   it does not answer, which says nothing of what it is
 */
export type Seen =
  | { kind: 'cache'; url: string; isOf: 'this' | 'another' | null }
  | { kind: 'no-cache' }
  | { kind: 'silent'; reason: string }

/** Milliseconds of silence after which a try is given up. */
const timeout = 15_000
const tries = 2
const pause = 1000
const mostRedirects = 5
/** Bytes; what is asked for has some hundred. */
const largestFile = 65_536

/** Asks the site at an address (without a slash at its end) as a stranger. `page`: what its 404.html is when it is made of the branch. */
export async function lookAtSite(address: string, page: Buffer, pace: Pace): Promise<Seen> {
  try {
    const info = await readFile(`${address}/${cacheInfoPath}`, pace)
    const url = info.url.endsWith(`/${cacheInfoPath}`)
      ? info.url.slice(0, -cacheInfoPath.length - 1)
      : null
    if (url === null || info.body === null || !isCacheInfo(info.body)) return { kind: 'no-cache' }
    const { body } = await readFile(`${url}/${notFoundPagePath}`, pace)
    const isOurs = body !== null && isOwnSiteFile(notFoundPagePath, body)
    const isOf = body?.equals(page) === true ? 'this' : isOurs ? 'another' : null
    return { kind: 'cache', url, isOf }
  } catch (error) {
    return { kind: 'silent', reason: error instanceof Error ? error.message : String(error) }
  }
}

function isCacheInfo(body: Buffer): boolean {
  try {
    parseCacheInfo(body.toString('utf8'), cacheInfoPath)
    return true
  } catch (error) {
    if (error instanceof NarPublishError) return false
    throw error
  }
}

/** `body` null: the server says that it has no such file. Throws when it says nothing of the kind. */
async function readFile(url: string, pace: Pace): Promise<{ url: string; body: Buffer | null }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await follow(url)
    } catch (error) {
      if (attempt === tries) throw error
      await pace.sleep(pause)
    }
  }
}

/** By hand, as the address that a custom domain's redirect leads to is the one to tell. */
async function follow(url: string): Promise<{ url: string; body: Buffer | null }> {
  const client = await webClient({ socketTimeout: timeout, allowRedirects: false })()
  let at = url
  for (let redirects = 0; ; redirects++) {
    const { message } = await client.get(at)
    const { statusCode: status = 0 } = message
    const { location } = message.headers
    if (status >= 300 && status < 400 && location !== undefined) {
      message.destroy()
      if (redirects === mostRedirects)
        throw new Error(`${url}: more than ${mostRedirects} redirects`)
      at = new URL(location, at).href
      if (!/^https?:/.test(at)) return { url: at, body: null }
      continue
    }
    if (status === 200) return { url: at, body: await wholeBody(message) }
    message.destroy()
    // What is busy or broken now may have the file a minute later.
    if (status >= 500 || status === 429 || status === 408) throw new Error(`${at}: ${status}`)
    return { url: at, body: null }
  }
}

/** null: larger than anything that is asked for. */
async function wholeBody(message: IncomingMessage): Promise<Buffer | null> {
  const timer = setTimeout(() => message.destroy(new Error('time-out')), timeout)
  try {
    return await readAtMost(message as AsyncIterable<Buffer>, largestFile)
  } finally {
    clearTimeout(timer)
  }
}
