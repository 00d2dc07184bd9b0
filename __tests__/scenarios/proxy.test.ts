/** GitHub at other addresses than github.com's, and ways to it that are not straight. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse
} from 'node:http'
import { connect } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { nixConfig } from '../support/nix.ts'
import { runAction, type RunResult, type RunnerOptions } from '../support/runner.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const repository = 'alice/binstore'

let github: GitHubServer
let workspace: string
const storePaths: string[] = []
const closing: (() => void)[] = []

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'proxy-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { 'write-token': { login: 'alice', access: 'write' } }
  })
})

afterAll(async () => {
  for (const close of closing) close()
  await github.close()
  deleteStorePaths(storePaths)
  rmSync(workspace, { recursive: true })
})

/** Publishes a new path to a GitHub at these addresses. */
async function publish(
  addresses: RunnerOptions['github'],
  env: Record<string, string> = {},
  inputs: Record<string, string> = {}
): Promise<RunResult & { storePath: string }> {
  const storePath = addStorePath(`small${storePaths.length}-1.0`)
  storePaths.push(storePath)
  github.reset()
  const result = await runAction({
    github: addresses,
    workspace,
    inputs: {
      paths: storePath,
      'target-repository': repository,
      token: 'write-token',
      ...inputs
    },
    env: { NIX_CONFIG: nixConfig, ...env }
  })
  rmSync(dirname(result.runnerTemp), { recursive: true })
  return { ...result, storePath }
}

/** Gives the port. */
async function listen(
  handler: RequestListener,
  onConnect?: (
    request: IncomingMessage,
    socket: NodeJS.WritableStream & NodeJS.ReadableStream
  ) => void
): Promise<number> {
  const server = createServer(handler)
  if (onConnect) server.on('connect', onConnect)
  // On all addresses, as the machine's name may mean another one than localhost.
  server.listen(0)
  await once(server, 'listening')
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Hands a request on to the embedded GitHub, under another path. */
function forward(path: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request
  const onward = httpRequest(new URL(path, github.apiUrl), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

describe('a proxy', () => {
  /** Nobody can resolve this name but the proxy. */
  const host = 'github.test'

  test('carries every request; Nix, which proves the commit on this machine, makes none', async () => {
    const asked: string[] = []
    const port = await listen(
      (request, response) => {
        const url = new URL(request.url ?? '')
        asked.push(`${request.method ?? ''} ${url.host}`)
        forward(url.pathname + url.search, request, response)
      },
      (request, socket) => {
        asked.push(`CONNECT ${request.url ?? ''}`)
        const onward = connect(Number(new URL(github.apiUrl).port), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
          onward.pipe(socket)
          socket.pipe(onward)
        })
        onward.on('error', () => {
          socket.end()
        })
        socket.on('error', () => onward.destroy())
      }
    )
    const addresses = { apiUrl: `http://${host}`, serverUrl: `http://${host}` }
    const proxy = `http://127.0.0.1:${port}`
    const result = await publish(addresses, { http_proxy: proxy })

    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expect(github.counts()).toMatchObject({ api: expect.any(Number), raw: expect.any(Number) })
    expect(github.counts().calls).toMatchObject({ 'POST git/blobs': 1, 'PATCH git/refs': 1 })
    expect(result.summary).toContain('Nix copied 1 path')
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.filter((line) => !line.includes(host))).toEqual([])
    expect(new Set(asked)).toEqual(new Set([`CONNECT ${host}:80`]))
  })

  test('is not asked for hosts that no_proxy names', async () => {
    const dead = 'http://127.0.0.1:9'
    const port = await listen((request, response) => {
      forward(request.url ?? '/', request, response)
    })
    const address = `http://${hostname()}:${port}`
    const result = await publish(
      { apiUrl: address, serverUrl: address },
      { http_proxy: dead, no_proxy: hostname() }
    )
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expect(result.summary).toContain('Nix copied 1 path')
  })
})

describe('GitHub Enterprise Server', () => {
  test('has its API below a path and a port of its own', async () => {
    const elsewhere: string[] = []
    const port = await listen((request, response) => {
      const path = request.url ?? '/'
      if (path.startsWith('/api/v3/repos/')) {
        forward(path.slice('/api/v3'.length), request, response)
      } else if (path.startsWith(`/${repository}/raw/`)) {
        forward(path, request, response)
      } else {
        elsewhere.push(path)
        response.writeHead(404).end()
      }
    })
    const server = `http://127.0.0.1:${port}`
    const result = await publish(
      { apiUrl: `${server}/api/v3`, serverUrl: server },
      {},
      { 'target-repository': `${server}/${repository}.git` }
    )
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expect(result.outputs).toMatchObject({
      substituter: `${server}/${repository}/raw/main`,
      'commit-url': `${server}/${repository}/commit/${result.outputs['commit-sha'] ?? ''}`
    })
    // Nix asks each cache for its nix-cache-info once. This server has no GraphQL, which is as well.
    expect(elsewhere.filter((path) => !path.endsWith('/nix-cache-info'))).toEqual(['/api/graphql'])
    const readme = await github.readFile(repository, 'main', 'README.md')
    expect(readme?.toString()).toContain(`${server}/${repository}/raw/main`)
    expect(readme?.toString()).toContain(result.storePath)
  })
})

describe('a redirect to another host', () => {
  test.each([301, 302, 307])('(%d) of an API request never carries the token', async (status) => {
    const strangers: IncomingMessage['headers'][] = []
    const strangerPort = await listen((request, response) => {
      strangers.push(request.headers)
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
    })
    const authorized: boolean[] = []
    const port = await listen((request, response) => {
      authorized.push(request.headers.authorization !== undefined)
      const location = `http://127.0.0.1:${strangerPort}${request.url ?? ''}`
      response.writeHead(status, { location }).end()
    })
    const address = `http://127.0.0.1:${port}`
    const { errors } = await publish({ apiUrl: address, serverUrl: address })

    expect(authorized).toContain(true)
    expect(strangers.length).toBeGreaterThan(0)
    expect(strangers.filter(({ authorization }) => authorization !== undefined)).toEqual([])
    expect(JSON.stringify(strangers)).not.toContain('write-token')
    expect(errors).toEqual([expect.stringMatching(/^REPOSITORY_NOT_FOUND /)])
  })
})
