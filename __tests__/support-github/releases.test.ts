import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { githubLimits, startGitHub, type GitHubServer } from '../support/github/server.ts'
import { createClient, writer } from './client.ts'

const path = '/repos/alice/store/releases'
let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub({
    repositories: [{ name: 'alice/store' }, { name: 'alice/secret', private: true }],
    tokens: { writer, reader: { login: 'bob', access: 'read' } }
  })
})
afterEach(() => github.close())

async function makeDraft(tag: string): Promise<number> {
  const { status, json } = await createClient(github).call('POST', path, {
    tag_name: tag,
    draft: true
  })
  expect(status).toBe(201)
  return Number(json?.['id'])
}
const publish = (id: number) =>
  createClient(github).call('PATCH', `${path}/${id}`, { draft: false })

async function upload(id: number, name: string, bytes = 'bytes', token = 'writer') {
  const response = await fetch(`${github.apiUrl}${path}/${id}/assets?name=${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: bytes
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

test('a draft is seen by those who may write, and by nobody else', async () => {
  const id = await makeDraft('v1')
  for (const [token, status] of [
    ['writer', 200],
    ['reader', 404],
    [null, 404]
  ] as const) {
    expect((await createClient(github, token).call('GET', `${path}/${id}`)).status).toBe(status)
  }
  await publish(id)
  expect((await createClient(github, null).call('GET', `${path}/${id}`)).status).toBe(200)
  expect(await github.objects.ref(github.repository('alice/store'), 'refs/tags/v1')).not.toBeNull()
})

test('an asset is downloaded through a redirect, once its release is published', async () => {
  const id = await makeDraft('v1')
  await upload(id, 'a.nar', 'content')
  const url = `${github.serverUrl}/alice/store/releases/download/v1/a.nar`
  expect((await fetch(url)).status).toBe(404)
  await publish(id)
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(302)
  expect(await (await fetch(url)).text()).toBe('content')
  expect(judgeRequests(github.requests)).toEqual([])
})

test('a name is taken once, in GitHub’s own form', async () => {
  const id = await makeDraft('v1')
  await upload(id, 'a.nar')
  expect(await upload(id, 'a.nar')).toMatchObject({
    status: 422,
    json: { errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] }
  })
})

test('an immutable release takes nothing more, and its tag is spent', async () => {
  github.change({ immutableReleases: true })
  const id = await makeDraft('v1')
  await publish(id)
  expect(await upload(id, 'a.nar')).toMatchObject({
    status: 422,
    json: { message: 'Cannot upload assets to an immutable release.' }
  })
  await createClient(github).call('DELETE', `${path}/${id}`)
  expect((await publish(await makeDraft('v1'))).status).toBe(422)
})

test('an upload that breaks off leaves an asset in state `starter`', async () => {
  const id = await makeDraft('v1')
  github.breakUploads('reset')
  await expect(upload(id, 'a.nar', 'x'.repeat(1_000_000))).rejects.toThrow()
  github.breakUploads('bad-gateway')
  expect((await upload(id, 'b.nar')).status).toBe(502)
  expect(github.releases('alice/store')[0]?.assets).toMatchObject([
    { name: 'a.nar', state: 'starter' },
    { name: 'b.nar', state: 'starter' }
  ])
})

test('a private repository’s assets are at no public address', async () => {
  github.makeRelease('alice/secret', { tag: 'v1' }, [
    { name: 'a.nar', state: 'uploaded', bytes: Buffer.from('x') }
  ])
  const url = `${github.serverUrl}/alice/secret/releases/download/v1/a.nar`
  const headers = { authorization: 'Bearer writer' }
  expect((await fetch(url, { headers })).status).toBe(404)
})

test('sizes and numbers end where they end on GitHub', async () => {
  github.change({ assetsPerRelease: 1, largestAsset: 10 })
  const id = await makeDraft('v1')
  expect((await upload(id, 'a.nar', 'more than ten')).status).toBe(422)
  expect((await upload(id, 'a.nar')).status).toBe(201)
  expect(await upload(id, 'b.nar')).toMatchObject({
    status: 422,
    json: { errors: [{ message: 'file_count limited to 1 assets per release' }] }
  })
  expect((await upload(id, 'c.nar', 'x', 'reader')).status).toBe(403)
})

test('an asset’s digest and size are those of its bytes, which the API gives as well', async () => {
  const id = await makeDraft('v1')
  const { json } = await upload(id, 'a.nar', 'content')
  const digest = createHash('sha256').update('content').digest('hex')
  expect(json).toMatchObject({ state: 'uploaded', size: 7, digest: `sha256:${digest}` })
  await publish(id)
  const address = `${github.apiUrl}${path}/assets/${String(json['id'])}`
  const answer = await fetch(address, { headers: { accept: 'application/octet-stream' } })
  expect(await answer.text()).toBe('content')
  const download = `${github.serverUrl}/alice/store/releases/download/v1/a.nar`
  const head = await fetch(download, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '7'])
  // The redirect and the bytes, for the API's and for the public address.
  expect(github.counts()).toMatchObject({ asset: 3, raw: 0 })
})

test('80 things are created in a minute, and then none until it is over', async () => {
  github.change({ contentLimits: githubLimits.content })
  const id = await makeDraft('v1')
  const statuses: number[] = []
  for (let number = 1; number < 80; number++) {
    statuses.push((await upload(id, `${number}.nar`)).status)
  }
  expect(new Set(statuses)).toEqual(new Set([201]))
  const answer = await createClient(github).call('POST', path, { tag_name: 'v2', draft: true })
  expect([answer.status, answer.message]).toEqual([
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  ])
  const wait = Number(answer.headers.get('retry-after'))
  expect([wait > 0, wait <= 60]).toEqual([true, true])
  // Reading goes on, and so does deleting.
  expect((await createClient(github).call('GET', path)).status).toBe(200)
  expect((await createClient(github).call('DELETE', `${path}/${id}`)).status).toBe(204)
})

test('a longer window goes on counting over several shorter ones, and not what was refused', async () => {
  const id = await makeDraft('v1')
  github.change({
    contentLimits: [
      { requests: 2, windowMs: 1_000 },
      { requests: 3, windowMs: 60_000 }
    ]
  })
  const statuses: number[] = []
  const uploads = async (...names: string[]) => {
    for (const name of names) statuses.push((await upload(id, name)).status)
  }
  await uploads('1', '2', '3')
  await sleep(1_050)
  await uploads('3', '4')
  await sleep(1_050)
  await uploads('5')
  expect(statuses).toEqual([201, 201, 403, 201, 403, 403])
})
