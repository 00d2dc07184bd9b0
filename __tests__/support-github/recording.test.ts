import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { createClient, writer } from './client.ts'

let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ name: 'alice/store' }], tokens: { writer } })
})
afterAll(() => github.close())
beforeEach(() => {
  github.reset()
})

test('records a call with its parts, and never the token', async () => {
  const body = { content: 'eA==', encoding: 'base64' }
  await createClient(github).call('POST', '/repos/alice/store/git/blobs?a=b%20c', body)
  expect(github.requests).toHaveLength(1)
  expect(github.requests[0]).toMatchObject({
    kind: 'api',
    method: 'POST',
    path: '/repos/alice/store/git/blobs',
    query: { a: 'b c' },
    headers: { authorization: 'present', 'content-type': 'application/json' },
    call: 'POST git/blobs',
    body,
    bodyBytes: JSON.stringify(body).length,
    status: 201,
    replyLost: false
  })
  expect(github.requests[0]?.responseBytes).toBeGreaterThan(100)
  expect(JSON.stringify(github.requests)).not.toContain('writer')
})

test('shows that a request came without a token', async () => {
  await createClient(github, null).call('GET', '/repos/alice/store')
  expect(github.requests[0]?.headers).not.toHaveProperty('authorization')
})

test('counts by kind and by call, and forgets on reset', async () => {
  const client = createClient(github)
  await Promise.all([
    client.call('GET', '/repos/alice/store/commits/heads%2Fmain'),
    client.call('GET', '/repos/alice/store'),
    client.call('POST', '/repos/alice/store/git/blobs', { content: 'x' }),
    client.call('POST', '/repos/alice/store/git/blobs', { content: 'y' }),
    fetch(`${github.substituterUrl('alice/store', 'main')}/README.md`)
  ])
  expect(github.counts()).toMatchObject({
    api: 4,
    raw: 1,
    upload: 0,
    writes: 2,
    calls: { 'GET commits': 1, 'GET repository': 1, 'POST git/blobs': 2, 'GET raw': 1 }
  })
  expect(github.counts().atOnce).toBeGreaterThan(1)
  github.reset()
  expect(github.counts()).toMatchObject({ api: 0, raw: 0, atOnce: 0, calls: {} })
  expect(github.requests).toEqual([])
})

test('names itself, not the emulator, in every link that it gives', async () => {
  const { json } = await createClient(github).call('GET', '/repos/alice/store')
  const links = Object.values(json ?? {}).filter(
    (v) => typeof v === 'string' && v.startsWith('http')
  )
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((link) => !String(link).startsWith(`${github.serverUrl}/`))).toEqual([])
})

test('passes pull requests through', async () => {
  await github.commitFiles('alice/store', 'feature', { f: 'f' }, 'f')
  const client = createClient(github)
  const pull = { title: 't', head: 'feature', base: 'main' }
  expect(await client.call('POST', '/repos/alice/store/pulls', pull)).toMatchObject({
    status: 201,
    json: { number: 1, state: 'open' }
  })
})

test('tells the bytes of a release asset from API calls', async () => {
  const client = createClient(github)
  const release = await client.call('POST', '/repos/alice/store/releases', { tag_name: 'v1' })
  const assets = `/repos/alice/store/releases/${String(release.json?.['id'])}/assets`
  const answer = await fetch(`${github.apiUrl}${assets}?name=a.nar`, {
    method: 'POST',
    headers: { authorization: 'token writer', 'content-type': 'application/octet-stream' },
    body: Buffer.alloc(1_000)
  })
  expect(answer.status).toBe(201)
  expect(github.requests.at(-1)).toMatchObject({ kind: 'upload', bodyBytes: 1_000 })
  expect(github.counts()).toMatchObject({ api: 1, upload: 1 })
  expect(judgeRequests(github.requests)).toEqual([])
})
