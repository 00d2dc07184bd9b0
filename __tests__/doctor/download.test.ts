import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { downloaderOf } from '../../src/doctor/download.ts'
import { NarPublishError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const seen: { server: string; url: string; authorization: string | undefined }[] = []
let store: { url: string; server: Server }
let elsewhere: typeof store
let handle: Handler

async function start(name: string): Promise<typeof store> {
  const server = createServer((request, response) => {
    seen.push({
      server: name,
      url: request.url ?? '',
      authorization: request.headers.authorization
    })
    handle(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, url: `http://127.0.0.1:${address.port}` }
}

beforeAll(async () => {
  store = await start('store')
  elsewhere = await start('elsewhere')
})

beforeEach(() => {
  seen.length = 0
})

afterAll(() => {
  for (const { server } of [store, elsewhere]) {
    server.close()
    server.closeAllConnections()
  }
})

async function download(credentials: boolean, mayRedirect: boolean): Promise<string> {
  const chunks: Buffer[] = []
  const login = { host: '127.0.0.1', login: 'x-access-token', password: 'hunter2' }
  for await (const chunk of downloaderOf(silentLog)({
    url: `${store.url}/nar/x.nar`,
    credentials: credentials ? login : null,
    mayRedirect
  })) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const redirect: Handler = (request, response) => {
  if (request.url === '/asset') response.end('asset')
  else response.writeHead(302, { location: `${elsewhere.url}/asset` }).end()
}

test('with credentials follows no redirect, so that no other host gets them', async () => {
  handle = redirect
  await expect(download(true, false)).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' })
  expect(seen).toEqual([
    { server: 'store', url: '/nar/x.nar', authorization: expect.stringMatching(/^Basic /) }
  ])
})

test('of a release asset follows the redirect, without any credentials', async () => {
  handle = redirect
  expect(await download(false, true)).toBe('asset')
  expect(seen.map(({ server, authorization }) => [server, authorization])).toEqual([
    ['store', undefined],
    ['elsewhere', undefined]
  ])
})

test('waits when it is told to, and goes on', async () => {
  let answers = 0
  handle = (_request, response) => {
    if (++answers === 1) response.writeHead(429, { 'retry-after': '1' }).end()
    else response.end('whole')
  }
  expect(await download(false, false)).toBe('whole')
})

test('does not ask again for what is not there', async () => {
  handle = (_request, response) => {
    response.writeHead(404).end()
  }
  await expect(download(false, false)).rejects.toThrow('DOWNLOAD_FAILED')
  expect(seen).toHaveLength(1)
})

test('a body that breaks off is a failed download, never a whole file', async () => {
  handle = (_request, response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('half')
    setTimeout(() => response.destroy(), 20)
  }
  await expect(download(false, false)).rejects.toBeInstanceOf(NarPublishError)
})
