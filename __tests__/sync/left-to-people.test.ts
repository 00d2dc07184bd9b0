/** A whole run whose pull request people have in hand: real git and Nix, and a GitHub on loopback. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRequests } from '../support-github/client.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { git } from '../repository/git/fixture.ts'
import { flake, hashOf, runIn, type Ran } from './small-flake.ts'

const repository = 'alice/tool'
const branch = 'nar-publish/infer-1.1.0'
let folder: string
let checkout: string
let github: GitHubServer

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-people-')))
  checkout = mkdtempSync(join(folder, 'checkout-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { app: { login: 'sync-app', access: 'write' } }
  })
  await place(flake('1.0.0', hashOf('1.0.0')))
})

afterAll(async () => {
  await github.close()
  checkRequests(github)
  await removeFolder(folder)
})

/** On main, and checked out. */
async function place(text: string): Promise<void> {
  await github.commitFiles(repository, 'main', { 'flake.nix': text }, 'infer')
  writeFileSync(join(checkout, 'flake.nix'), text)
  await git(checkout, 'init', '--quiet', '--initial-branch=main')
  await git(checkout, 'add', '--all')
  await git(checkout, 'commit', '--quiet', '--message=infer')
}

/** Its source cannot be fetched: whatever computes a hash fails. */
const broken = (version: string): string =>
  flake(version, hashOf(version)).replace('echo ${url} > $out', 'exit 1')

function sync(version: string): Promise<Ran> {
  github.reset()
  return runIn(
    { checkout, folder },
    ['.#infer', version, '--pull-request', '--target-repository', repository],
    { GH_TOKEN: 'app', GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }
  )
}

const pullRequest = () => {
  const [first] = github.pullRequests(repository)
  if (first === undefined) throw new Error('there is none')
  return first
}

test('what people say and do is known before a hash is computed, and is no failure', async () => {
  expect((await sync('1.1.0')).json).toMatchObject({ outcome: 'proposed', changed: true })
  // Each repository is opened once.
  expect(github.counts().calls['GET repository']).toBe(1)
  await place(broken('1.0.0'))
  const page = `${github.serverUrl}/alice/tool/pull/1`

  await github.commitFiles(repository, branch, { 'x.nix': 'mine' }, 'my fix')
  const over = await sync('1.1.0')
  expect(over.error).toBeNull()
  expect(over.json).toMatchObject({
    outcome: 'taken-over',
    changed: false,
    hashes: [],
    'pull-request-url': page,
    'pull-request-operation': 'taken-over',
    'commit-sha': ''
  })
  expect(over.text).toMatch(/^Left to people: somebody goes on in pull request alice\/tool#1, /)
  expect(over.text).toMatch(/note: branch .* is left as it is: commit .*"my fix", was not made by/)
  expect(over.text).toContain(`pull request  ${page}`)
  expect(over.said).toContain(`pull request #1 taken-over: ${page}`)

  pullRequest().state = 'closed'
  const no = await sync('1.1.0')
  expect(no.error).toBeNull()
  expect(no.json).toMatchObject({
    outcome: 'declined',
    changed: false,
    'pull-request-number': 1,
    'pull-request-operation': 'declined'
  })
  expect(no.text).toMatch(
    /^Not proposed again: somebody closed pull request alice\/tool#1 for infer 1\.0\.0 → 1\.1\.0, /
  )
  expect(no.said).toContain(`pull request #1 declined: ${page}`)
  expect(github.pullRequests(repository)).toHaveLength(1)

  // And a hash would be computed, were it not for them.
  await expect(sync('1.2.0')).rejects.toMatchObject({ code: expect.stringMatching(/FAILED$/) })
})
