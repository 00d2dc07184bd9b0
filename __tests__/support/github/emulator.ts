import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { createServer } from 'node:net'
import { createEmulator } from 'emulate'
import type { Answer } from './call.ts'
import type { GitHubOptions } from './options.ts'
import type { Repository } from './repository.ts'

export interface EmulatorRequest {
  method: string
  /** Encoded, with its query. */
  url: string
  headers?: Record<string, string>
  /** Bytes as they are, or something to be sent as JSON. */
  body?: unknown
  /** Whom the emulator takes the request to be from; null: nobody. */
  login: string | null
}

/** emulate's GitHub, as it is. Only the proxy speaks with it. */
export interface Emulator {
  ask: (request: EmulatorRequest) => Promise<Answer>
  close: () => Promise<void>
}

// emulate counts 5,000 requests an hour for each token and cannot be told not to; so everybody has many tokens.
const requestsPerToken = 4_000
const tokensPerLogin = 100

/** @param baseUrl what the emulator calls itself in its answers: the proxy's address. */
export async function startEmulator(
  options: GitHubOptions,
  repositories: readonly Repository[],
  baseUrl: string
): Promise<Emulator> {
  const tokens = Object.values(options.tokens ?? {})
  const logins = new Set([...repositories.map(({ owner }) => owner), ...tokens.map((t) => t.login)])
  const tokenOf = (login: string, number: number) => `${login}#${number}`
  const seed = {
    tokens: Object.fromEntries(
      [...logins].flatMap((login) =>
        Array.from({ length: tokensPerLogin }, (_, number) => [
          tokenOf(login, number),
          { login, scopes: ['repo'] }
        ])
      )
    ),
    github: {
      users: [...logins].map((login) => ({ login })),
      repos: repositories
        .filter(({ parent }) => parent === null)
        .map((repository) => ({
          owner: repository.owner,
          name: repository.name,
          private: repository.isPrivate,
          default_branch: repository.defaultBranch,
          auto_init: !repository.isEmpty
        }))
    }
  }
  const { port, close } = await listenSomewhere((port) =>
    createEmulator({ service: 'github', port, baseUrl, seed })
  )

  const agent = new Agent({ keepAlive: true })
  let asked = 0
  const ask = (request: EmulatorRequest): Promise<Answer> => {
    const number = Math.floor(asked++ / requestsPerToken) % tokensPerLogin
    const authorization = request.login && `Bearer ${tokenOf(request.login, number)}`
    const identity = authorization ? { authorization } : {}
    return isRepeatable(request)
      ? send(port, request, identity, agent).catch((error: unknown) => {
          if (!(error instanceof Stale)) throw error
          return send(port, request, identity)
        })
      : send(port, request, identity)
  }
  for (const repository of repositories) await furnish(repository, logins, ask)
  const closeAll = async (): Promise<void> => {
    agent.destroy()
    await close()
  }
  return { ask, close: closeAll }
}

/** What the seed cannot say: forks, who else may write, and that nobody may. */
async function furnish(
  repository: Repository,
  logins: ReadonlySet<string>,
  ask: Emulator['ask']
): Promise<void> {
  const url = `/repos/${repository.fullName}`
  const login = repository.owner
  if (repository.parent !== null) {
    const path = `/repos/${repository.parent.fullName}/forks`
    succeeded(await ask({ method: 'POST', url: path, body: { name: repository.name }, login }))
  }
  for (const other of logins) {
    if (other === login) continue
    const path = `${url}/collaborators/${encodeURIComponent(other)}`
    succeeded(await ask({ method: 'PUT', url: path, body: { permission: 'push' }, login }))
  }
  if (repository.isArchived) {
    succeeded(await ask({ method: 'PATCH', url, body: { archived: true }, login }))
  }
}

/** The answer, or an error with the emulator's words: for calls of ours that have no reason to be refused. */
export function succeeded(answer: Answer): Answer {
  if (answer.status < 300) return answer
  throw new Error(`the emulator answered ${answer.status}: ${answer.body.toString()}`)
}

/** A kept connection died under a request, which would look like a fault of the client's. */
class Stale extends Error {}

/** Whether it comes to the same when it is sent a second time; all else has a connection of its own. */
function isRepeatable({ method, url }: EmulatorRequest): boolean {
  return method === 'GET' || (method === 'POST' && /\/git\/(blobs|trees)$/.test(url))
}

function send(
  port: number,
  { method, url, headers = {}, body }: EmulatorRequest,
  identity: { authorization?: string },
  agent?: Agent
): Promise<Answer> {
  const bytes =
    body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path: url,
      agent: agent ?? false,
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...identity,
        ...(bytes && { 'content-length': bytes.length })
      }
    })
    outgoing.on('error', (error) => {
      reject(outgoing.reusedSocket ? new Stale(error.message) : error)
    })
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const status = incoming.statusCode ?? 500
        resolve({ status, headers: plainHeaders(incoming.headers), body: Buffer.concat(chunks) })
      })
    })
    outgoing.end(bytes)
  })
}

// emulate's own count is not the client's, and connection headers are for the hop that they are on.
const droppedHeaders = /^(connection|keep-alive|transfer-encoding|content-length|x-ratelimit-.*)$/

function plainHeaders(headers: Record<string, string | string[] | undefined>) {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !droppedHeaders.test(name)) kept[name] = String(value)
  }
  return kept
}

/** emulate does not say which port it was given when it asks for any, so one is looked for; another process may be quicker. */
async function listenSomewhere(
  start: (port: number) => Promise<{ close(): Promise<void> }>
): Promise<{ port: number; close: () => Promise<void> }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      const started = await start(port)
      return { port, close: () => started.close() }
    } catch (error) {
      // No `instanceof Error`: under jest, node's own errors come from another realm.
      const isTaken = (error as { code?: unknown }).code === 'EADDRINUSE'
      if (!isTaken || attempt === 10) throw error
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
