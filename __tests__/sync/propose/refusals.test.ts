import { describe, expect, test } from '@jest/globals'
import type { Pace } from '../../../src/repository/pace.ts'
import type { PullRequestDestination } from '../../../src/sync/inputs.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { eachWithTool, onlyPullRequest, proposalTo, propose, upstream } from './fixture.ts'

const branch = 'nar-publish/infer-0.76.1'
let github: GitHubServer
eachWithTool(
  (made) => {
    github = made
  },
  { drafts: false }
)

describe('a pull request that GitHub refuses', () => {
  const refusals: [string, string, string, Partial<PullRequestDestination>][] = [
    [
      'by the setting for workflows',
      'PULL_REQUESTS_FORBIDDEN',
      'Allow GitHub Actions',
      { token: 'job' }
    ],
    ['as a draft', 'DRAFT_REFUSED', 'Leave `draft` out', { draft: true }],
    ['for the token’s permissions', 'TOKEN_FORBIDDEN', 'pull-requests: write', { token: 'weak' }]
  ]
  test.each(refusals)('%s is %s, and leaves no branch behind', async (_, code, hint, wishes) => {
    github.change({ actionsMayNotPropose: true })
    await expect(propose(github, proposalTo('0.76.1'), wishes)).rejects.toMatchObject({
      code,
      subject: upstream,
      hint: expect.stringContaining(hint)
    })
    expect(await github.head(upstream, branch)).toBeNull()
    expect(github.pullRequests(upstream)).toEqual([])
  })

  test('for another reason is told in GitHub’s words, and leaves no branch behind', async () => {
    github.failNext(
      { method: 'POST', path: /\/pulls$/ },
      { status: 422, message: 'Validation Failed: something new' }
    )
    await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
      code: 'GITHUB_REFUSED',
      reason: expect.stringContaining('something new')
    })
    expect(await github.head(upstream, branch)).toBeNull()
  })

  test('leaves the branch when somebody committed to it meanwhile', async () => {
    const failing = github.failNext(
      { method: 'POST', path: /\/pulls$/ },
      { status: 503, message: 'wait' }
    )
    github.failNext({ method: 'POST', path: /\/pulls$/ }, { status: 422, message: 'no' })
    let head: string | null = null
    const pace: Pace = {
      ...fastPace(),
      // In the pause after the 503.
      sleep: async () => {
        if (failing.hits > 0)
          head ??= await github.commitFiles(upstream, branch, { x: 'mine' }, 'mine')
      }
    }
    await expect(propose(github, proposalTo('0.76.1'), {}, { pace })).rejects.toMatchObject({
      code: 'GITHUB_REFUSED'
    })
    expect(head).not.toBeNull()
    expect(await github.head(upstream, branch)).toBe(head)
  })

  test('leaves a branch that was there before', async () => {
    await propose(github, proposalTo('0.76.1'))
    Object.assign(onlyPullRequest(github), { state: 'closed', isMerged: true })
    github.change({ actionsMayNotPropose: true })
    await expect(propose(github, proposalTo('0.76.1'), { token: 'job' })).rejects.toMatchObject({
      code: 'PULL_REQUESTS_FORBIDDEN'
    })
    expect(await github.head(upstream, branch)).not.toBeNull()
  })
})

describe('the workflow’s own token', () => {
  test('is told of in the text and in the notes, at the first writing', async () => {
    const { notes } = await propose(github, proposalTo('0.76.1'), { token: 'job' })
    expect(notes).toEqual([
      expect.stringMatching(/^The checks of a pull request that the workflow’s own token opened/)
    ])
    expect(onlyPullRequest(github).body).toContain('“Approve workflows to run”')
    expect(github.counts().calls).not.toHaveProperty('PATCH pulls')
    github.reset()
    await propose(github, proposalTo('0.76.1'), { token: 'job' })
    expect(github.counts()).toMatchObject({ writes: 0 })
  })

  test('is told of when only the pull request’s author shows it', async () => {
    // The branch's commit is by another token than the pull request.
    await propose(github, proposalTo('0.76.1'))
    Object.assign(onlyPullRequest(github), { state: 'closed', isMerged: true })
    await propose(github, proposalTo('0.76.1'), { token: 'job' })
    expect(github.pullRequests(upstream)[1]?.body).toContain('“Approve workflows to run”')
  })

  test('is not told of when an App opened the pull request', async () => {
    const { notes } = await propose(github, proposalTo('0.76.1'))
    expect(notes).toEqual([])
    expect(onlyPullRequest(github).body).not.toContain('Approve workflows')
  })
})

describe('labels and reviewers', () => {
  test('are added to a new pull request', async () => {
    const { notes } = await propose(github, proposalTo('0.76.1'), {
      labels: ['nix', 'update'],
      reviewers: ['bob', 'alice/core']
    })
    expect(notes).toEqual([])
    expect(onlyPullRequest(github)).toMatchObject({
      labels: ['nix', 'update'],
      reviewers: ['bob'],
      teams: ['core']
    })
  })

  test('that GitHub refuses are notes, and cost the others nothing', async () => {
    const { operation, notes } = await propose(github, proposalTo('0.76.1'), {
      labels: ['nix', 'x'.repeat(51)],
      reviewers: ['bob', 'eve', 'alice/core', 'other/team', 'Sync-App']
    })
    expect(operation).toBe('created')
    expect(onlyPullRequest(github)).toMatchObject({
      labels: ['nix'],
      reviewers: ['bob'],
      teams: ['core']
    })
    expect(notes).toEqual([
      expect.stringMatching(/^label "x+" was not added: GitHub answered 422 .*Label name invalid$/),
      'other/team was not asked for a review: only teams of alice can be',
      'Sync-App was not asked for a review: the pull request is theirs',
      expect.stringMatching(/^eve was not asked for a review: .*not a collaborator/)
    ])
  })

  test('are added to an open pull request that lacks them, and nobody is asked twice', async () => {
    await propose(github, proposalTo('0.76.1'), { labels: ['NIX'], reviewers: ['bob'] })
    const pullRequest = onlyPullRequest(github)
    // Bob has answered, or was taken off.
    pullRequest.reviewers = []
    github.reset()
    const wishes = { labels: ['nix', 'update'], reviewers: ['bob', 'carol'] }
    expect(await propose(github, proposalTo('0.76.1'), wishes)).toMatchObject({
      operation: 'updated',
      notes: []
    })
    expect(pullRequest).toMatchObject({ labels: ['NIX', 'update'], reviewers: ['carol'] })
    expect(github.counts()).toMatchObject({ writes: 2 })
    github.reset()
    expect(await propose(github, proposalTo('0.76.1'), wishes)).toMatchObject({
      operation: 'unchanged'
    })
    expect(github.counts()).toMatchObject({ writes: 0 })
  })
})

test('a repository that is not there is said before anything is written', async () => {
  const absent = { upstream: { owner: 'alice', repo: 'absent' } }
  await expect(propose(github, proposalTo('0.76.1'), absent)).rejects.toMatchObject({
    code: 'REPOSITORY_NOT_FOUND'
  })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('an archived upstream is said before anything is written', async () => {
  const archived = { upstream: { owner: 'eve', repo: 'archive' } }
  await expect(propose(github, proposalTo('0.76.1'), archived)).rejects.toMatchObject({
    code: 'REPOSITORY_READ_ONLY',
    reason: 'it is archived'
  })
  expect(github.counts()).toMatchObject({ writes: 0 })
})
