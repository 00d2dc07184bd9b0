import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Accidents } from './accidents.ts'
import { refusal, reset, type Answer, type Call, type Reply } from './call.ts'
import type { Failure, RequestKind } from './options.ts'
import type { PagesStore } from './pages-store.ts'
import type { Recorder } from './recorder.ts'
import type { ReleaseStore } from './release-store.ts'
import type { Repository } from './repository.ts'

export interface ConnectionParts {
  repositories: ReadonlyMap<string, Repository>
  accidents: Accidents
  recorder: Recorder
  releases: ReleaseStore
  pages: PagesStore
  answer: (call: Call) => Promise<Reply>
}

/** One request, from its first line to its record. Never rejects. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { repositories, accidents, recorder, releases, pages, answer }: ConnectionParts
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const site = pages.locate(headers.host, pathOf(url))
  const address: Address = site
    ? { kind: 'pages', path: pathOf(url), ...site }
    : parseAddress(method, url, repositories)
  const head = { method, url, headers, ...address }
  const record = recorder.open(head)
  const fate = accidents.fateOf(head)
  const nothing = { body: Buffer.alloc(0), status: null, replyLost: false, responseBytes: 0 }

  if (fate.outcome === 'failed' && fate.as === 'reset') {
    record(nothing)
    request.socket.resetAndDestroy()
    return
  }
  const leaveStarter = (): void => {
    const name = new URL(url, 'http://github.test').searchParams.get('name')
    releases.leaveStarter(address.repository, address.resource, name)
  }
  if (address.kind === 'upload' && releases.takeBreak('reset')) {
    await once(request, 'data')
    leaveStarter()
    record(nothing)
    request.socket.resetAndDestroy()
    return
  }
  let body: Buffer
  try {
    body = await readBody(request)
  } catch {
    if (address.kind === 'upload') leaveStarter()
    record(nothing)
    return
  }
  let reply: Reply
  try {
    reply =
      fate.outcome === 'failed'
        ? failure(fate.as)
        : await answer({
            ...head,
            query: new URL(url, 'http://github.test').searchParams,
            body,
            login: null,
            token: null,
            address: request.socket.remoteAddress ?? ''
          })
  } catch (error) {
    reply = refusal(500, `the embedded GitHub is at fault: ${String(error)}`)
  }
  const sent = fate.outcome === 'lost' ? failure(fate.as) : reply
  record({
    body,
    status: reply === reset ? null : reply.status,
    replyLost: fate.outcome === 'lost',
    responseBytes: sent === reset || method === 'HEAD' ? 0 : sent.body.length
  })
  if (sent === reset) request.socket.resetAndDestroy()
  else send(response, sent)
}

function failure(as: Failure): Reply {
  if (as === 'reset') return reset
  const { status, message, headers = {}, body } = as
  return body === undefined
    ? refusal(status, message, headers)
    : {
        status,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: Buffer.from(body)
      }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    ...headers,
    ...(status !== 204 && status !== 304 && { 'content-length': body.length })
  })
  response.end(body)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Address {
  kind: RequestKind
  path: string
  repository: Repository | null
  resource: string
}

/** Which repository a request is about, and what of it. */
function parseAddress(
  method: string,
  url: string,
  repositories: ReadonlyMap<string, Repository>
): Address {
  const path = pathOf(url)
  const git =
    /^\/(?!repos\/)([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-(?:upload|receive)-pack)$/.exec(path)
  if (git?.[1] !== undefined && git[2] !== undefined) {
    return { kind: 'git', path, repository: repositories.get(git[1]) ?? null, resource: git[2] }
  }
  const raw = /^\/([^/]+\/[^/]+)\/raw\/(.+)$/.exec(path)
  // Bytes of an asset, first by its public address and then where that redirects to.
  const asset =
    /^\/([^/]+\/[^/]+)\/(releases\/download\/.+)$/.exec(path) ??
    /^\/(release-asset-files)\/(\d+)$/.exec(path)
  const api = /^\/repos\/([^/]+\/[^/]+?)(?:\/(.*))?$/.exec(path)
  const [, name = '', resource = ''] = (path.startsWith('/repos/') ? api : (raw ?? asset)) ?? []
  const isUpload = method === 'POST' && /^releases\/[^/]+\/assets$/.test(resource)
  return {
    kind: isUpload ? 'upload' : api !== null ? 'api' : raw ? 'raw' : asset ? 'asset' : 'api',
    path,
    repository: repositories.get(name) ?? null,
    resource: path === '/graphql' ? 'graphql' : resource
  }
}

/** Decoded, without the query. */
function pathOf(url: string): string {
  return decode(new URL(url, 'http://github.test').pathname)
}

/** A path that is not proper percent-encoding is taken as it stands: it will not be found. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
