import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../support/program.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

const store = 'alice/store'
let github: GitHubServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'git-service-'))
  github = await startGitHub({
    repositories: [{ name: store }, { name: 'alice/secret', private: true }],
    tokens: {
      writer,
      stranger: { login: 'bob', access: 'write', repositories: ['bob/own'] }
    }
  })
})
beforeEach(() => {
  github.change({ git: 'served' })
  github.reset()
})
afterAll(async () => {
  await github.close()
  await rm(folder, { recursive: true })
})

/** Git without the machine's settings. `token`: sent as GitHub takes it. */
async function git(
  args: readonly string[],
  token?: string
): Promise<{ text: string; failure: string }> {
  const credentials = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64')
  const header =
    token === undefined ? [] : ['-c', `http.extraHeader=Authorization: Basic ${credentials}`]
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }
  }
  const { stdout, failure } = await runProgram('git', [...header, ...args], { env, cwd: folder })
  return { text: stdout.trim(), failure }
}
const urlOf = (repository: string): string => `${github.serverUrl}/${repository}.git`

test('a stranger clones a branch with all that it has, and later what came meanwhile', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256))
  await github.commitFiles(store, 'main', { 'nar/ab/x.nar': bytes, a: 'a' }, 'files')
  const clone = join(folder, 'clone')
  expect(await git(['clone', '--quiet', urlOf(store), clone])).toMatchObject({ failure: '' })
  expect(await readFile(join(clone, 'nar/ab/x.nar'))).toEqual(bytes)
  await github.commitFiles(store, 'other', { b: 'b' }, 'other')
  const newest = await github.commitFiles(store, 'main', { a: 'a2' }, 'more')
  expect(await git(['-C', clone, 'pull', '--quiet'])).toMatchObject({ failure: '' })
  expect(await git(['-C', clone, 'rev-parse', 'HEAD'])).toMatchObject({ text: newest })
  expect((await git(['-C', clone, 'branch', '--remotes'])).text).toContain('origin/other')
  expect(await git(['-C', clone, 'fsck', '--strict'])).toMatchObject({ text: '', failure: '' })
  const { api, git: counted, calls } = github.counts()
  expect([api, counted]).toEqual([0, github.traffic().git.requests])
  expect(calls['GET info/refs']).toBe(2)
})

test('a commit that is in no branch is fetched by its name without files, and then one file', async () => {
  const client = createClient(github)
  const commit = await client.commitOn(store, await headOf(github, store), 'aside', 'aside')
  const bare = join(folder, 'bare')
  await git(['init', '--quiet', '--bare', bare])
  const inBare = (...args: string[]) => git(['-C', bare, ...args])
  await inBare('config', 'extensions.partialClone', 'origin')
  await inBare('remote', 'add', 'origin', urlOf(store))
  const fetched = await inBare('fetch', '--depth=1', '--filter=blob:none', 'origin', commit)
  expect(fetched).toMatchObject({ failure: '' })
  const { text: blob } = await inBare('rev-parse', `${commit}:aside`)
  expect((await inBare('cat-file', 'blob', blob)).failure).not.toBe('')
  expect(await inBare('fetch', '--filter=blob:none', 'origin', blob)).toMatchObject({ failure: '' })
  expect(await inBare('cat-file', 'blob', blob)).toMatchObject({ text: 'aside' })
  const nothing = '0123456789'.repeat(4)
  expect((await inBare('fetch', 'origin', nothing)).failure).toContain(`not our ref ${nothing}`)
})

test('a private repository is for who has a token for it; a token that is none is refused everywhere', async () => {
  const list = async (repository: string, token?: string): Promise<string> =>
    (await git(['ls-remote', urlOf(repository)], token)).failure
  expect(await list('alice/secret', 'writer')).toBe('')
  expect(await list('alice/secret')).toContain('could not read Username')
  expect(await list('alice/secret', 'stranger')).toContain('not found')
  expect(await list(store, 'stranger')).toBe('')
  expect(await list(store, 'expired')).toContain('could not read Username')
  expect(await list('alice/nothing', 'writer')).toContain('not found')
})

test('nobody pushes, and without the switch there is no git', async () => {
  const clone = join(folder, 'pushed')
  await git(['clone', '--quiet', urlOf(store), clone])
  const push = await git(['-C', clone, 'push', 'origin', 'HEAD:refs/heads/new'], 'writer')
  expect(push.failure).toContain('403')
  github.change({ git: 'refused' })
  expect((await git(['ls-remote', urlOf(store)], 'writer')).failure).toContain('403')
  github.change({ git: 'absent' })
  expect((await git(['ls-remote', urlOf(store)], 'writer')).failure).toContain('not found')
})
