/** Bare repositories over HTTP as a Git host serves them: `git http-backend` behind a small CGI server that counts, asks and breaks. */
import { spawn } from 'node:child_process'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'

export interface GitHttpOptions {
  /** Folder that holds the repositories. */
  root: string
  /** Basic authentication, for every request. */
  login?: { user: string; password: string }
  /** Anything that is not for git: another server's answer. */
  otherwise?: (request: IncomingMessage, response: ServerResponse) => void
}

export interface GitRequest {
  method: string
  /** With the query. */
  url: string
  authorization: string | null
  /** bytes of the body, as they came in */
  up: number
  down: number
}

export interface GitHttpServer {
  /** Without a slash at its end. */
  url: string
  requests: GitRequest[]
  /** So many of the next pushes take effect, and their answer is lost. */
  losePushAnswers: number
  /** So many of the next requests are answered 502 and do nothing. */
  badGateways: number
  /** Called before a pack of a push reaches the repository, after the client has seen its refs. */
  beforePush: (() => Promise<void> | void) | null
  /** Sends every request there instead (301). */
  redirectTo: string | null
  close(): Promise<void>
}

export async function startGitHttp(options: GitHttpOptions): Promise<GitHttpServer> {
  const http = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const self: GitHttpServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests: [],
    losePushAnswers: 0,
    badGateways: 0,
    beforePush: null,
    redirectTo: null,
    close: () =>
      new Promise((resolve) => {
        http.close(() => {
          resolve()
        })
        http.closeAllConnections()
      })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', self.url)
    const isGit = /\/(info\/refs|git-(upload|receive)-pack|HEAD|objects\/.*)$/.test(url.pathname)
    if (!isGit && options.otherwise !== undefined) {
      options.otherwise(request, response)
      return
    }
    const entry: GitRequest = {
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization ?? null,
      up: 0,
      down: 0
    }
    self.requests.push(entry)
    const end = (status: number, headers: Record<string, string> = {}): void => {
      request.resume()
      response.writeHead(status, headers).end()
    }
    if (self.redirectTo !== null) {
      end(301, { location: self.redirectTo + entry.url })
      return
    }
    if (self.badGateways > 0) {
      self.badGateways--
      end(502)
      return
    }
    if (options.login !== undefined && !isLoggedIn(entry, options.login)) {
      end(401, { 'www-authenticate': 'Basic realm="git"' })
      return
    }
    const isPush = entry.method === 'POST' && url.pathname.endsWith('/git-receive-pack')
    if (isPush) await self.beforePush?.()
    request.on('data', (chunk: Buffer) => (entry.up += chunk.length))
    const answer = await runGitBackend(
      {
        ...{
          method: entry.method,
          path: decodeURIComponent(url.pathname),
          query: url.search.slice(1)
        },
        ...{ headers: request.headers, body: request }
      },
      // Who is known may push.
      { root: options.root, user: options.login?.user ?? 'anybody' }
    )
    if (isPush && self.losePushAnswers > 0) {
      self.losePushAnswers--
      response.destroy()
      return
    }
    entry.down = answer.body.length
    response.writeHead(answer.status, answer.headers).end(answer.body)
  }

  return self
}

function isLoggedIn(
  { authorization }: GitRequest,
  { user, password }: { user: string; password: string }
): boolean {
  const expected = Buffer.from(`${user}:${password}`).toString('base64')
  return authorization?.replace(/^basic /i, '') === expected
}

export interface GitCall {
  method: string
  /** Below the root, decoded. */
  path: string
  /** Encoded, without its question mark. */
  query: string
  headers: IncomingHttpHeaders
  body: Readable
}

/**
 * One answer of https://git-scm.com/docs/git-http-backend. `root`: folder of the repositories; `user`: who asks and may push, unless the
 * repository says otherwise.
 */
export async function runGitBackend(
  { method, path, query, headers: sent, body }: GitCall,
  { root, user }: { root: string; user?: string }
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const header = (name: string): string => String(sent[name] ?? '')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_HTTP_MAX_REQUEST_BUFFER: '1G',
      ...(user === undefined ? {} : { REMOTE_USER: user }),
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: method,
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      ...(sent['content-length'] === undefined ? {} : { CONTENT_LENGTH: header('content-length') }),
      ...(header('git-protocol') === '' ? {} : { GIT_PROTOCOL: header('git-protocol') })
    },
    stdio: ['pipe', 'pipe', 'ignore']
  })
  child.stdin.on('error', () => undefined)
  body.pipe(child.stdin)
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) chunks.push(chunk)
  const output = Buffer.concat(chunks)
  const split = output.indexOf('\r\n\r\n')
  const headers: Record<string, string> = {}
  let status = 200
  for (const line of output.toString('latin1', 0, Math.max(0, split)).split('\r\n')) {
    const [name = '', ...value] = line.split(': ')
    if (name.toLowerCase() === 'status') status = Number.parseInt(value.join(': '), 10)
    else if (name !== '') headers[name] = value.join(': ')
  }
  return { status: split < 0 ? 500 : status, headers, body: output.subarray(split + 4) }
}
