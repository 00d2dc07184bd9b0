/**
 * GitHub's cache service as @actions/cache asks it: Twirp for reserving, finalising and finding, and a blob store behind addresses with a
 * signature. It remembers, never writes a key twice, and can be made to fail.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'

/**
 *     error       500 to everything      refuse      403 to what Twirp asks       read-only   403 to reserving alone
 *     hang        no answer, ever        slow        half a second before each answer
 *     truncated   half of each archive   garbage     random bytes for archives
 *     { to, status, body }               this answer to one of its requests, in JSON or not
 */
export type CacheFault =
  | ('error' | 'refuse' | 'read-only' | 'hang' | 'slow' | 'truncated' | 'garbage')
  | { to: string; status: number; body: string }

export interface CacheEntry {
  key: string
  version: string
  /** tar, compressed by zstd */
  archive: Buffer
}

export interface CacheService {
  /** What the runner tells a job of it. */
  readonly env: Record<string, string>
  /** In the order of saving. A test may put others there. */
  entries: CacheEntry[]
  /** Names of what was asked for: Twirp methods, and `PUT`, `HEAD` and `GET` of archives. */
  requests: string[]
  /** Authorizations and addresses that a log must not show. */
  readonly secrets: readonly string[]
  fault: CacheFault | null
  close(): Promise<void>
}

const token = 'runtime-token-of-this-job'
const signature = 'c2lnbmF0dXJl-of-this-job'

const asked = z.object({
  key: z.string(),
  version: z.string(),
  restore_keys: z.array(z.string()).default([])
})

export async function startCacheService(): Promise<CacheService> {
  const uploads = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  const service: CacheService = {
    env: {},
    entries: [],
    requests: [],
    secrets: [token, signature],
    fault: null,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://service')
    const body = await buffer(request)
    const method = url.pathname.split('/').at(-1) ?? ''
    const isTwirp = url.pathname.startsWith('/twirp/')
    service.requests.push(isTwirp ? method : (request.method ?? ''))
    if (service.fault === 'hang') return
    if (service.fault === 'slow') await sleep(500)
    const { fault } = service
    if (fault !== null && typeof fault === 'object' && fault.to === service.requests.at(-1)) {
      response.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.body)
    } else if (service.fault === 'error') {
      json(response, 500, { code: 'internal', msg: 'the cache service is on fire' })
    } else if (!isTwirp) blob(request, response, url, body)
    else if (request.headers.authorization !== `Bearer ${token}`) {
      json(response, 401, { code: 'unauthenticated', msg: 'not the token of a job' })
    } else if (
      service.fault === 'refuse' ||
      (service.fault === 'read-only' && method === 'CreateCacheEntry')
    ) {
      json(response, 403, { code: 'permission_denied', msg: 'caches are not for this job' })
    } else twirp(response, method, asked.parse(JSON.parse(body.toString())))
  }

  function twirp(
    response: ServerResponse,
    method: string,
    { key, version, restore_keys: prefixes }: z.infer<typeof asked>
  ): void {
    const address = `${service.env['ACTIONS_RESULTS_URL'] ?? ''}blob/${encodeURIComponent(key)}/${version}?sig=${signature}`
    const entries = service.entries.filter((entry) => entry.version === version)
    switch (method) {
      case 'CreateCacheEntry':
        if (entries.some((entry) => entry.key === key)) {
          const msg = 'cache entry with the same key, version, and scope already exists'
          json(response, 409, { code: 'already_exists', msg })
        } else json(response, 200, { ok: true, signed_upload_url: address })
        return
      case 'FinalizeCacheEntryUpload': {
        const archive = uploads.get(`${key} ${version}`)
        if (archive !== undefined) service.entries.push({ key, version, archive })
        json(response, 200, { ok: archive !== undefined, entry_id: String(service.entries.length) })
        return
      }
      case 'GetCacheEntryDownloadURL': {
        const exact = entries.find((entry) => entry.key === key)
        const [first] = prefixes.flatMap((prefix) =>
          entries.filter((entry) => entry.key.startsWith(prefix)).slice(-1)
        )
        const found = exact ?? first
        const download = address.replace(encodeURIComponent(key), () =>
          encodeURIComponent(found?.key ?? '')
        )
        json(
          response,
          200,
          found === undefined
            ? { ok: false }
            : { ok: true, signed_download_url: download, matched_key: found.key }
        )
        return
      }
      default:
        json(response, 404, { code: 'bad_route', msg: method })
    }
  }

  function blob(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: Buffer
  ): void {
    const [, , key = '', version = ''] = url.pathname.split('/').map(decodeURIComponent)
    if (url.searchParams.get('sig') !== signature) {
      response.writeHead(403).end()
      return
    }
    if (method === 'PUT') {
      // One PUT, as archives of less than 128 MiB have it.
      if (headers['x-ms-blob-type'] !== 'BlockBlob') throw new Error('not a whole blob')
      uploads.set(`${key} ${version}`, body)
      const date = new Date().toUTCString()
      response.writeHead(201, { etag: '"1"', 'last-modified': date, 'x-ms-request-id': '1' }).end()
      return
    }
    const entry = service.entries.find((each) => each.key === key && each.version === version)
    const whole = entry?.archive ?? Buffer.alloc(0)
    const archive =
      service.fault === 'truncated'
        ? whole.subarray(0, whole.length / 2)
        : service.fault === 'garbage'
          ? Buffer.alloc(whole.length, 'garbage')
          : whole
    const [, from = '0', to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const part = archive.subarray(Number(from), to === undefined ? undefined : Number(to) + 1)
    response.writeHead(headers.range === undefined ? 200 : 206, { 'content-length': part.length })
    response.end(method === 'HEAD' ? undefined : part)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  Object.assign(service.env, {
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
    ACTIONS_RUNTIME_TOKEN: token,
    // On another host than GitHub's, @actions/cache asks a service of Enterprise, which is another one.
    GITHUB_SERVER_URL: 'https://github.com'
  })
  return service
}

function json(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}
