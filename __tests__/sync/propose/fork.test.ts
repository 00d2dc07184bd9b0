import { beforeEach, describe, expect, test } from '@jest/globals'
import { checkRequests } from '../../support-github/client.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'
import {
  changeTo,
  commitOf,
  fork,
  fromFork,
  onlyPullRequest,
  packagePath,
  packageText,
  proposalTo,
  propose,
  upstream,
  eachWithTool
} from './fixture.ts'

const branch = 'nar-publish/infer-0.76.1'
// A person's token, which pushes to the fork alone.
const mine = { ...fromFork, token: 'person' }
let github: GitHubServer
eachWithTool((made) => {
  github = made
})

test('the branch goes to the fork, on upstream’s newest commit, and the pull request to upstream', async () => {
  const base = await github.head(upstream, 'main')
  const forkHead = await github.head(fork, 'main')
  expect(forkHead).not.toBe(base)
  const proposed = await propose(github, proposalTo('0.76.1'), mine)
  expect(proposed).toMatchObject({
    operation: 'created',
    url: `${github.serverUrl}/${upstream}/pull/1`,
    commit: await github.head(fork, branch),
    notes: []
  })
  expect((await commitOf(github, fork, branch)).parents).toMatchObject([{ sha: base }])
  expect(await github.head(upstream, branch)).toBeNull()
  expect(onlyPullRequest(github)).toMatchObject({
    maintainerCanModify: true,
    head: { repository: { fullName: fork }, branch }
  })
  // The fork's own branches are its owner's.
  expect(await github.head(fork, 'main')).toBe(forkHead)
  github.reset()
  expect(await propose(github, proposalTo('0.76.1'), mine)).toMatchObject({
    operation: 'unchanged'
  })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('a superseded pull request of the fork is closed, and its branch deleted there', async () => {
  await propose(github, proposalTo('0.76.1'), mine)
  const { closed } = await propose(
    github,
    proposalTo('0.77.0', { change: changeTo('0.77.0') }),
    mine
  )
  expect(closed).toMatchObject([{ number: 1 }])
  expect(await github.head(fork, branch)).toBeNull()
})

test('labels and reviewers that only upstream’s people may set are notes', async () => {
  const { operation, notes } = await propose(github, proposalTo('0.76.1'), {
    ...mine,
    labels: ['nix'],
    reviewers: ['bob']
  })
  expect(operation).toBe('created')
  expect(notes).toEqual([
    expect.stringMatching(/^label "nix" was not added: GitHub answered 403/),
    expect.stringMatching(/^bob was not asked for a review: GitHub answered 403/)
  ])
})

describe('a fork that does not see upstream’s objects', () => {
  beforeEach(() => {
    github.change({ separateForks: true })
  })

  test('is synced first', async () => {
    await propose(github, proposalTo('0.76.1'), mine)
    const base = await github.head(upstream, 'main')
    expect(await github.head(fork, 'main')).toBe(base)
    expect((await commitOf(github, fork, branch)).parents).toMatchObject([{ sha: base }])
  })

  test('is told to be stale when it cannot be, and nothing was written', async () => {
    await github.commitFiles(fork, 'main', { x: 'my own' }, 'mine')
    await expect(propose(github, proposalTo('0.76.1'), mine)).rejects.toMatchObject({
      code: 'FORK_STALE',
      subject: fork,
      reason: expect.stringContaining('409')
    })
    expect(await github.head(fork, branch)).toBeNull()
  })

  test('is told to be stale when the sync brings nothing', async () => {
    const message = 'Successfully fetched and fast-forwarded from upstream alice:main.'
    github.failNext({ method: 'POST', path: 'merge-upstream' }, { status: 200, message })
    await expect(propose(github, proposalTo('0.76.1'), mine)).rejects.toMatchObject({
      code: 'FORK_STALE',
      reason: 'it was synced, and still does not have upstream’s newest commit'
    })
  })
})

test('a fork that shows a commit and takes no branch on it is stale', async () => {
  github.failNext(
    { method: 'POST', path: /git\/refs$/ },
    { status: 422, message: 'Object does not exist' },
    1000
  )
  await expect(propose(github, proposalTo('0.76.1'), mine)).rejects.toMatchObject({
    code: 'FORK_STALE',
    reason: expect.stringContaining('Object does not exist')
  })
})

test.each([
  [{ owner: 'eve', repo: 'other' }, 'it is no fork, and the pull request goes to alice/tool'],
  [{ owner: 'alice', repo: 'tool' }, 'it is no fork, and the pull request goes to alice/tool']
])('what is no fork of upstream is refused: %j', async (other, reason) => {
  await expect(propose(github, proposalTo('0.76.1'), { fork: other })).rejects.toMatchObject({
    code: 'FORK_INVALID',
    reason
  })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('forks of one owner, of a fork, and of another repository are told apart', async () => {
  const family = await startGitHub({
    repositories: [
      { name: 'corp/tool' },
      { name: 'corp/tool-next', forkOf: 'corp/tool' },
      { name: 'corp/tool-next-2', forkOf: 'corp/tool-next', letsMaintainersIn: false },
      { name: 'corp/unrelated' }
    ],
    tokens: { app: { login: 'app', access: 'write' } }
  })
  try {
    await family.commitFiles('corp/tool', 'main', { [packagePath]: packageText('0.76.0') }, 'x')
    const to = (repo: string) => ({
      upstream: { owner: 'corp', repo: 'tool' },
      fork: { owner: 'corp', repo }
    })
    expect(await propose(family, proposalTo('0.76.1'), to('tool-next'))).toMatchObject({
      operation: 'created'
    })
    expect(await propose(family, proposalTo('0.76.1'), to('tool-next'))).toMatchObject({
      operation: 'unchanged'
    })
    // Of the same owner, and so of the same label; upstream's maintainers cannot be let in.
    family.change({ separateForks: false })
    const second = await propose(family, proposalTo('0.76.1'), to('tool-next-2')).catch(
      (error: unknown) => error
    )
    expect(second).toMatchObject({
      operation: 'created',
      number: 2,
      notes: ['upstream’s maintainers cannot push to this fork: GitHub refuses to let them in']
    })
    const unrelated = { ...to('tool-next'), upstream: { owner: 'corp', repo: 'unrelated' } }
    await expect(propose(family, proposalTo('0.76.1'), unrelated)).rejects.toMatchObject({
      code: 'FORK_INVALID',
      reason: 'it is a fork of corp/tool, and the pull request goes to corp/unrelated'
    })
    checkRequests(family)
  } finally {
    await family.close()
  }
})
