import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { headOf, writer } from './client.ts'

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 251))
let github: GitHubServer

beforeAll(async () => {
  github = await startGitHub({
    repositories: [{ name: 'alice/store' }, { name: 'alice/secret', private: true }],
    tokens: { writer }
  })
  const files = { 'nar/ab/x y+z.nar': bytes, 'a b.narinfo': 'text\r\n' }
  await github.commitFiles('alice/store', 'cache/v1', files, 'files')
})
afterAll(() => github.close())

const get = (path: string, init?: RequestInit) => fetch(github.serverUrl + path, init)

test('serves a file by branch with a slash, by its full ref and by commit', async () => {
  const commit = await headOf(github, 'alice/store', 'cache/v1')
  for (const ref of ['cache/v1', 'refs/heads/cache/v1', 'cache%2Fv1', commit]) {
    const answer = await get(`/alice/store/raw/${ref}/nar/ab/x%20y+z.nar`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('300000')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  }
})

test('serves the default branch as HEAD and by its name', async () => {
  for (const ref of ['HEAD', 'main']) {
    expect(await (await get(`/alice/store/raw/${ref}/README.md`)).text()).toBe('# store\n')
  }
})

test('answers a HEAD request with the length and no body', async () => {
  const answer = await get('/alice/store/raw/cache/v1/a%20b.narinfo', { method: 'HEAD' })
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '6'])
  expect(await answer.text()).toBe('')
})

test.each([
  ['a missing file', '/alice/store/raw/main/nope'],
  ['a folder', '/alice/store/raw/cache/v1/nar/ab'],
  ['a path below a file', '/alice/store/raw/main/README.md/x'],
  ['a missing branch', '/alice/store/raw/nope/README.md'],
  ['a missing commit', `/alice/store/raw/${'0'.repeat(40)}/README.md`],
  ['a missing repository', '/alice/nope/raw/main/README.md'],
  ['a malformed path', '/alice/store/raw/main/%ff%zz']
])('answers 404 to %s', async (_, path) => {
  expect((await get(path)).status).toBe(404)
})

test('gives a private file to a token only, in any form that carries one', async () => {
  const path = '/alice/secret/raw/main/README.md'
  expect((await get(path)).status).toBe(404)
  const basic = `Basic ${Buffer.from('anybody:writer').toString('base64')}`
  for (const authorization of ['Bearer writer', 'token writer', basic]) {
    expect((await get(path, { headers: { authorization } })).status).toBe(200)
  }
})

test('sees a branch move', async () => {
  const url = `${github.substituterUrl('alice/store', 'moving')}/f`
  await github.commitFiles('alice/store', 'moving', { f: 'old' }, 'old')
  expect(await (await fetch(url)).text()).toBe('old')
  await github.commitFiles('alice/store', 'moving', { f: 'new' }, 'new')
  expect(await (await fetch(url)).text()).toBe('new')
  await github.commitFiles('alice/store', 'moving', { f: null, g: 'g' }, 'gone')
  expect((await fetch(url)).status).toBe(404)
})
