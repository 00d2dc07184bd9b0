import { setTimeout } from 'node:timers/promises'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Target } from '../repository/types.ts'
import { retryAfterMs } from '../retry-after.ts'
import { webClient, type WebClient } from '../web-client.ts'

export interface Download {
  url: string
  /** For the host of `url`; they go nowhere else, as a download with them follows no redirect. */
  credentials: Target['readerCredentials']
  mayRedirect: boolean
}

/** Silence after which a connection is given up, in milliseconds. */
const socketTimeout = 30_000
/** Tries to get an answer; a body that breaks off is the caller's to ask for again. */
const attempts = 4
const longestWait = 60_000

/** The cause of a DOWNLOAD_FAILED: the host was reached, and does not give the file. */
export class FinalAnswer extends Error {}

/** Gives files as they come; proxies are honoured. Throws DOWNLOAD_FAILED. */
export function downloaderOf(log: Log): (download: Download) => AsyncIterable<Buffer> {
  const client = (allowRedirects: boolean): WebClient =>
    webClient({ socketTimeout, keepAlive: true, allowRedirects })
  const clients = { direct: client(false), redirected: client(true) }
  return ({ url, credentials, mayRedirect }) =>
    read(mayRedirect ? clients.redirected : clients.direct, url, credentials, log)
}

async function* read(
  client: WebClient,
  url: string,
  credentials: Download['credentials'],
  log: Log
): AsyncGenerator<Buffer> {
  const headers =
    credentials === null
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${credentials.login}:${credentials.password}`).toString('base64')}`
        }
  for (let attempt = 1; ; attempt++) {
    let reason: string
    let wait = 1000 * 2 ** attempt
    try {
      const { message } = await (await client()).get(url, headers)
      const status = message.statusCode ?? 0
      if (status === 200) {
        yield* wholeBody(message as AsyncIterable<Buffer>, url)
        return
      }
      message.destroy()
      reason = `the answer is ${status}`
      wait = Math.max(wait, retryAfterMs(message.headers['retry-after'], Date.now()) ?? 0)
      if (status < 500 && status !== 429) throw failed(url, reason, new FinalAnswer(reason))
    } catch (cause) {
      if (cause instanceof NarPublishError) throw cause
      reason = cause instanceof Error ? cause.message : String(cause)
    }
    if (attempt === attempts || wait > longestWait) throw failed(url, reason)
    const line = `${url}: ${reason}; again in ${wait / 1000} s`
    if (attempt > 1 || wait >= 10_000) log.info(line)
    else log.debug(line)
    await setTimeout(wait)
  }
}

async function* wholeBody(body: AsyncIterable<Buffer>, url: string): AsyncGenerator<Buffer> {
  try {
    yield* body
  } catch (cause) {
    throw failed(url, cause instanceof Error ? cause.message : 'the connection broke', cause)
  }
}

function failed(url: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({ code: 'DOWNLOAD_FAILED', subject: url, reason, cause })
}
