import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
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
