import { describe, expect, test } from '@jest/globals'
import { blobSha } from '../../../src/repository/github/git-objects.ts'
import { isOwnCommit } from '../../../src/sync/propose/commit-message.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  changeTo,
  commitOf,
  eachWithTool,
  fork,
  fromFork,
  onlyPullRequest,
  packagePath,
  packageText,
  proposalTo,
  propose,
  upstream
} from './fixture.ts'

const branch = 'nar-publish/infer-0.76.1'
let github: GitHubServer
eachWithTool((made) => {
  github = made
})

/** Commits of the branch back to main's newest. */
async function ownCommits(repository = upstream): Promise<number> {
  const base = await github.head(upstream, 'main')
  let commit = await commitOf(github, repository, branch)
  for (let count = 0; ; count++) {
    if (commit.sha === base) return count
    expect(isOwnCommit({ message: commit.message, tree: commit.tree.sha })).toBe(true)
    commit = await commitOf(github, repository, String(commit.parents[0]?.sha))
  }
}

describe('an answer that is lost', () => {
  test.each([
    ['the branch', { method: 'POST', path: /git\/refs$/ }],
    ['the commit', { method: 'POST', path: /git\/commits$/ }],
    ['the pull request', { method: 'POST', path: /\/pulls$/ }],
    ['the labels', { method: 'POST', path: /\/labels$/ }],
    ['the reviewers', { method: 'POST', path: /requested_reviewers$/ }]
  ])('to %s makes nothing twice', async (_, matcher) => {
    const lost = github.loseReply(matcher)
    const wishes = { labels: ['nix'], reviewers: ['bob'] }
    const proposed = await propose(github, proposalTo('0.76.1'), wishes)
    expect(lost.hits).toBe(1)
    expect(proposed).toMatchObject({ operation: 'created', number: 1, notes: [] })
    expect(onlyPullRequest(github)).toMatchObject({ labels: ['nix'], reviewers: ['bob'] })
    expect(await ownCommits()).toBe(1)
  })

  test('to the pull request makes no second one while lists are late', async () => {
    github.change({ stalePullRequestsMs: 300 })
    const lost = github.loseReply({ method: 'POST', path: /\/pulls$/ })
    expect(await propose(github, proposalTo('0.76.1'))).toMatchObject({ number: 1 })
    expect(lost.hits).toBe(1)
    expect(github.pullRequests(upstream)).toHaveLength(1)
  })

  test('to the deletion of a branch is no failure', async () => {
    await propose(github, proposalTo('0.76.1'))
    const lost = github.loseReply({ path: '/graphql' })
    const next = proposalTo('0.77.0', { change: changeTo('0.77.0') })
    expect((await propose(github, next)).closed).toHaveLength(1)
    expect(lost.hits).toBe(1)
    expect(await github.head(upstream, branch)).toBeNull()
  })
})

test('a base branch that GitHub shows as it was before the checkout is waited for', async () => {
  const text = `# note\n${packageText('0.76.0')}`
  await github.commitFiles(upstream, 'main', { [packagePath]: text }, 'note')
  const checkout = (await github.head(upstream, 'main')) ?? ''
  github.change({ staleRefsMs: 150 })
  const [file] = proposalTo('0.76.1').files
  const oldBlob = blobSha(Buffer.from(text))
  const proposal = proposalTo('0.76.1', {
    change: changeTo('0.76.1', '0.76.0', checkout),
    files: file === undefined ? [] : [{ ...file, oldBlob }]
  })
  expect(await propose(github, proposal)).toMatchObject({ operation: 'created' })
  expect((await commitOf(github, upstream, branch)).parents).toMatchObject([{ sha: checkout }])
})

test('a branch that GitHub does not show yet is waited for', async () => {
  const early = github.failNext(
    { method: 'POST', path: /\/pulls$/ },
    { status: 422, message: 'Validation Failed: No commits between main and x' },
    2
  )
  expect(await propose(github, proposalTo('0.76.1'))).toMatchObject({ operation: 'created' })
  expect(early.hits).toBe(2)
})

test('the secondary limit is waited for', async () => {
  github.change({ secondaryLimit: { writes: 2, windowMs: 200, retryAfterSeconds: 30 } })
  expect(await propose(github, proposalTo('0.76.1'))).toMatchObject({ operation: 'created' })
  expect(github.requests.some(({ status }) => status === 403)).toBe(true)
})

test('runs of the same version at once make one commit and one pull request', async () => {
  const all = await Promise.all(
    [1, 2, 3, 4].map((seed) =>
      propose(github, proposalTo('0.76.1'), {}, { pace: fastPace(100, seed) })
    )
  )
  expect(new Set(all.map(({ number }) => number))).toEqual(new Set([1]))
  expect(new Set(all.map(({ commit }) => commit))).toEqual(
    new Set([await github.head(upstream, branch)])
  )
  expect(all.filter(({ operation }) => operation === 'created')).toHaveLength(1)
  expect(await ownCommits()).toBe(1)
})

test('runs of two versions at once leave one pull request open', async () => {
  const versions = ['0.76.1', '0.77.0']
  await Promise.all(
    versions.map((version) => propose(github, proposalTo(version, { change: changeTo(version) })))
  )
  const states = github.pullRequests(upstream).map(({ state }) => state)
  expect(states).toEqual(['closed', 'open'])
})

test('a person who commits to the branch first is not overwritten', async () => {
  let head = ''
  const unhook = github.beforeRefUpdate(async ({ ref }) => {
    if (ref !== `refs/heads/${branch}`) return
    unhook()
    head = await github.commitFiles(upstream, branch, { x: 'mine' }, 'mine')
  })
  await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
    code: 'BRANCH_NOT_OURS'
  })
  expect(await github.head(upstream, branch)).toBe(head)
})

test('a branch that moves each time is given up on', async () => {
  await propose(github, proposalTo('0.76.1'))
  const content = Buffer.from(`# other\n${packageText('0.76.1')}`)
  const [file] = proposalTo('0.76.1').files
  const files = file === undefined ? [] : [{ ...file, content }]
  github.failNext(
    { method: 'PATCH', path: /git\/refs/ },
    { status: 422, message: 'Update is not a fast forward' },
    100
  )
  await expect(
    propose(github, proposalTo('0.76.1', { files }), {}, { limits: { refAttempts: 3 } })
  ).rejects.toMatchObject({
    code: 'HEAD_MOVED',
    subject: `alice/tool branch "${branch}"`,
    reason: 'it moved each time while a commit was made for it, after 3 attempts'
  })
})

describe.each([
  ['upstream', upstream, {}],
  ['a fork', fork, { ...fromFork, token: 'person' }]
])('a bad day, with the branch in %s', (_, repository, destination) => {
  test.each([1, 2, 3])('ends as a good one would (seed %i)', async (seed) => {
    const accidents = {
      badGateway: 0.12,
      resetBefore: 0.08,
      loseReply: 0.12,
      invisibleObjectsMs: 30,
      staleRefsMs: 60,
      stalePullRequestsMs: 30,
      seed
    }
    github.change(accidents)
    const run = { pace: fastPace(100, seed) }
    const checkout = (await github.head(upstream, 'main')) ?? ''
    const [first, next] = ['0.76.1', '0.77.0'].map((version) =>
      proposalTo(version, { change: changeTo(version, '0.76.0', checkout) })
    )
    if (first === undefined || next === undefined) return
    await propose(github, first, destination, run)
    const { closed } = await propose(github, next, destination, run)
    await propose(github, next, destination, run)

    expect(closed).toMatchObject([{ number: 1 }])
    expect(github.pullRequests(upstream)).toMatchObject([
      { state: 'closed', title: 'infer: 0.76.0 → 0.76.1', comments: [{ author: 'sync-app' }] },
      { state: 'open', title: 'infer: 0.76.0 → 0.77.0', comments: [] }
    ])
    const kept = 'nar-publish/infer-0.77.0'
    expect(await github.objects.branches(github.repository(repository))).toEqual(['main', kept])
    expect(await github.readFile(repository, kept, packagePath)).toEqual(
      Buffer.from(packageText('0.77.0'))
    )
    expect((await commitOf(github, repository, kept)).parents).toMatchObject([
      { sha: await github.head(upstream, 'main') }
    ])
    expect(github.requests.filter(({ replyLost }) => replyLost)).not.toEqual([])
  })
})
