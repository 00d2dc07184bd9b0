import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

const store = 'alice/store'
let github: GitHubServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'git-rebuild-'))
  github = await startGitHub({
    repositories: [{ name: store }, { name: 'alice/other' }],
    tokens: { writer }
  })
})
afterAll(async () => {
  await github.close()
  await rm(folder, { recursive: true })
})

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

test('gives a repository that git finds sound and clones, with the emulator’s own shas', async () => {
  const client = createClient(github)
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256))
  await github.commitFiles(store, 'main', { 'nar/ab/x.nar': bytes, 'crlf é\t"': 'a\r\nb' }, 'files')
  // Git sorts a folder as if its name ended with a slash: `a.b` before the folder `a`.
  await github.commitFiles(store, 'main', { 'a/x': 'x', 'a.b': 'x', a0: 'x' }, 'order\n\nbody\n')
  await github.commitFiles(store, 'main', { 'a.b': null, 'README.md': '' }, 'gone')
  // Dates and zones of a client's own, and a merge.
  const head = await headOf(github, store)
  const left = await client.commitOn(store, head, 'left')
  const right = await client.commitOn(store, head, 'right')
  const tree = await client.make(store, 'trees', {
    tree: [{ path: 'm', mode: '100755', type: 'blob', content: 'm' }]
  })
  const who = { name: 'Zoë', email: 'zoe@example.com' }
  const merge = await client.make(store, 'commits', {
    message: 'merge',
    tree,
    parents: [left, right],
    author: { ...who, date: '2026-01-02T03:04:05+05:30' },
    committer: { ...who, date: '2026-01-02T03:04:05Z' }
  })
  await client.updateRef(store, 'main', merge)

  const path = await rebuildGitRepository(github, store, 'main', folder)
  const clone = join(folder, 'clone')
  git(folder, 'clone', '--quiet', path, clone)
  expect(git(clone, 'rev-parse', 'HEAD')).toBe(merge)
  expect(git(clone, 'log', '-1', '--format=%an %ai %ci')).toBe(
    'Zoë 2026-01-02 03:04:05 +0530 2026-01-02 03:04:05 +0000'
  )
  expect(git(clone, 'rev-list', '--count', 'HEAD')).toBe('7')
  git(clone, 'checkout', '--quiet', 'HEAD^')
  expect(await readFile(join(clone, 'nar/ab/x.nar'))).toEqual(bytes)
  expect(await readFile(join(clone, 'crlf é\t"'), 'utf8')).toBe('a\r\nb')
  expect(git(clone, 'ls-files').split('\n')).toHaveLength(6)
})

test('refuses an object that git hashes otherwise', async () => {
  await github.commitFiles('alice/other', 'main', { f: 'f' }, 'f')
  const lying: GitHubServer = {
    ...github,
    objects: { ...github.objects, blob: () => Promise.resolve(Buffer.from('something else')) }
  }
  await expect(rebuildGitRepository(lying, 'alice/other', 'main', folder)).rejects.toThrow(
    /^blob [0-9a-f]{40}: git makes it [0-9a-f]{40}$/
  )
})

test('refuses a commit that git calls unsound', async () => {
  const client = createClient(github)
  const head = await headOf(github, 'alice/other')
  const read = await client.call('GET', `/repos/alice/other/git/commits/${head}`)
  const { sha: tree } = read.json?.['tree'] as { sha: string }
  const sha = await client.make('alice/other', 'commits', {
    message: 'm',
    tree,
    parents: [head],
    author: { name: 'no > mail', email: 'a@b> <c' }
  })
  await client.updateRef('alice/other', 'main', sha)
  await expect(rebuildGitRepository(github, 'alice/other', 'main', folder)).rejects.toThrow(/git/)
})

test('says that a branch is not there', async () => {
  await expect(rebuildGitRepository(github, store, 'nope', folder)).rejects.toThrow(
    'alice/store has no branch nope'
  )
})
