/** A pull request of ours whose branch has other people's commits: theirs by now, and no failure. */
import { expect, test } from '@jest/globals'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { lookAhead } from '../../../src/sync/propose/look-ahead.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import { createClient } from '../../support-github/client.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  changeIn,
  changeTo,
  commitOf,
  eachWithTool,
  fileTo,
  onlyPullRequest,
  packagePath,
  packageText,
  proposalTo,
  propose,
  toUpstream,
  upstream
} from './fixture.ts'

const branch = 'nar-publish/infer-0.76.1'
let github: GitHubServer
eachWithTool((made) => {
  github = made
})

const commitOn = (name: string, files: Record<string, string>, message = 'my fix') =>
  github.commitFiles(upstream, name, files, message)

async function commitWith(parents: string[], files: Record<string, string>): Promise<string> {
  const client = createClient(github, 'app')
  const [first = ''] = parents
  const { tree, message } = await commitOf(github, upstream, first)
  const made = await client.make(upstream, 'trees', {
    base_tree: tree.sha,
    tree: Object.entries(files).map(([path, content]) => {
      return { path, mode: '100644', type: 'blob', content }
    })
  })
  return client.make(upstream, 'commits', { message, tree: made, parents })
}

async function moveBranch(sha: string, force = false): Promise<void> {
  const path = `/repos/${upstream}/git/refs/heads/${branch}`
  const { status } = await createClient(github, 'app').call('PATCH', path, { sha, force })
  expect(status).toBe(200)
}

const changes: [string, () => Promise<unknown>][] = [
  ['in another file', () => commitOn(branch, { 'nix/other.nix': 'mine\n' })],
  ['in the same file', () => commitOn(branch, { [packagePath]: 'mine\n' })],
  [
    'and taken back by a later one',
    async () => {
      await commitOn(branch, { 'nix/other.nix': 'mine\n' })
      await commitOn(branch, { 'nix/other.nix': '{ }\n' })
    }
  ],
  [
    'with our own message on another content, as an amended one has it',
    async () => {
      const { message } = await commitOf(github, upstream, branch)
      await commitOn(branch, { [packagePath]: 'mine\n' }, message)
    }
  ],
  [
    'that merges base, as GitHub’s button does',
    async () => {
      const base = await commitOn('main', { 'nix/other.nix': 'x\n' }, 'other')
      const ours = String(await github.head(upstream, branch))
      await moveBranch(await commitWith([ours, base], { 'nix/other.nix': 'x\n' }))
    }
  ],
  [
    'in place of ours, which was rebased',
    async () => {
      const base = await commitOn('main', { 'nix/other.nix': 'x\n' }, 'other')
      const rebased = await commitWith([base], { [packagePath]: packageText('0.76.1') })
      await moveBranch(rebased, true)
    }
  ],
  [
    'in place of ours, with a history of its own',
    async () => {
      const { tree } = await commitOf(github, upstream, 'main')
      const orphan = { message: 'orphan', tree: tree.sha, parents: [] }
      await moveBranch(await createClient(github, 'app').make(upstream, 'commits', orphan), true)
    }
  ]
]

test.each(changes)('somebody’s commit %s leaves the pull request to them', async (_, act) => {
  await propose(github, proposalTo('0.76.1'))
  await act()
  const head = String(await github.head(upstream, branch))
  const { title, body } = onlyPullRequest(github)
  github.reset()
  const proposal = proposalTo('0.76.1', { notes: ['new'] })
  const left = {
    operation: 'taken-over',
    number: 1,
    url: `${github.serverUrl}/alice/tool/pull/1`,
    branch,
    commit: null,
    closed: [],
    notes: [expect.stringMatching(/^branch "nar-publish\/infer-0\.76\.1" is left as it is: /)]
  }
  expect(await propose(github, proposal)).toEqual(left)
  expect(github.counts()).toMatchObject({ writes: 0 })
  // And it is known before anything is computed.
  const environment = readEnvironment({ GITHUB_API_URL: github.apiUrl })
  const run = { destination: toUpstream, environment, log: silentLog, pace: fastPace() }
  expect((await lookAhead(run, changeIn(proposal), true)).left).toEqual(left)
  expect(await github.head(upstream, branch)).toBe(head)
  expect(onlyPullRequest(github)).toMatchObject({ title, body, state: 'open' })
})

test('the note names the commit', async () => {
  await propose(github, proposalTo('0.76.1'))
  const head = (await commitOn(branch, { 'nix/other.nix': 'mine\n' })).slice(0, 12)
  expect((await propose(github, proposalTo('0.76.1'))).notes).toEqual([
    `branch "${branch}" is left as it is: commit ${head} by "Somebody Else", "my fix", was not made by nar-publish, or was changed since`
  ])
})

test('where hashes alone are looked at, that is known when there is something to change', async () => {
  await propose(github, proposalTo('0.76.1'))
  await commitOn(branch, { 'nix/other.nix': 'mine\n' })
  github.reset()
  const environment = readEnvironment({ GITHUB_API_URL: github.apiUrl })
  const run = { destination: toUpstream, environment, log: silentLog, pace: fastPace() }
  expect((await lookAhead(run, changeTo('0.76.1', '0.76.1'), false)).left).toBeNull()
  expect(github.counts().calls).not.toHaveProperty('GET pulls')
})

test('a commit that comes while ours is made is left, too', async () => {
  await propose(github, proposalTo('0.76.1'))
  const unhook = github.beforeRefUpdate(async () => {
    unhook()
    await commitOn(branch, { 'nix/other.nix': 'mine\n' })
  })
  const content = Buffer.from(`# better\n${packageText('0.76.1')}`)
  const proposal = proposalTo('0.76.1', { files: [{ ...fileTo('0.76.1'), content }] })
  expect(await propose(github, proposal)).toMatchObject({ operation: 'taken-over', number: 1 })
})

test('on a branch for all versions the next version waits for them', async () => {
  const wishes = { branch: 'update' }
  await propose(github, proposalTo('0.76.1'), wishes)
  const head = await commitOn('update', { 'nix/other.nix': 'mine\n' })
  const next = proposalTo('0.77.0', { change: changeTo('0.77.0') })
  expect(await propose(github, next, wishes)).toMatchObject({ operation: 'taken-over', number: 1 })
  expect(await github.head(upstream, 'update')).toBe(head)
})
