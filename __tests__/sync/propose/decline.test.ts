/** A pull request that somebody closed is a no to what it proposed, and to nothing else. */
import { describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { lookAhead } from '../../../src/sync/propose/look-ahead.ts'
import type { Proposal } from '../../../src/sync/propose/propose.ts'
import type { SyncChange } from '../../../src/sync/types.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import { createClient } from '../../support-github/client.ts'
import type { GitHubServer, StoredPullRequest } from '../../support/github/server.ts'
import {
  blockOf,
  changeIn,
  changeTo,
  eachWithTool,
  fork,
  fromFork,
  hashOf,
  onlyPullRequest,
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

const proposalOf = (version: string) => proposalTo(version, { change: changeTo(version) })
const states = () => github.pullRequests(upstream).map(({ state }) => state)
const close = (pullRequest: StoredPullRequest) => Object.assign(pullRequest, { state: 'closed' })

/** What a run asks before it computes. */
const ahead = (change: SyncChange, isChange = true, wishes = {}) =>
  lookAhead(
    {
      destination: { ...toUpstream, ...wishes },
      environment: readEnvironment({ GITHUB_API_URL: github.apiUrl }),
      log: silentLog,
      pace: fastPace()
    },
    change,
    isChange
  )

test('a version whose pull request was closed is not proposed again, however often', async () => {
  await propose(github, proposalOf('0.76.1'))
  close(onlyPullRequest(github))
  const head = await github.head(upstream, branch)
  github.reset()
  for (let run = 0; run < 2; run++) {
    expect(await propose(github, proposalOf('0.76.1'))).toEqual({
      operation: 'declined',
      number: 1,
      url: `${github.serverUrl}/alice/tool/pull/1`,
      branch,
      commit: null,
      closed: [],
      notes: []
    })
  }
  expect(github.counts()).toMatchObject({ writes: 0 })
  expect(await github.head(upstream, branch)).toBe(head)
})

test('nor is it when GitHub closed it as its branch was deleted', async () => {
  await propose(github, proposalOf('0.76.1'))
  const path = `/repos/${upstream}/git/refs/heads/${branch}`
  expect((await createClient(github, 'app').call('DELETE', path)).status).toBe(204)
  expect(states()).toEqual(['closed'])
  expect(await propose(github, proposalOf('0.76.1'))).toMatchObject({ operation: 'declined' })
  expect(await github.head(upstream, branch)).toBeNull()
})

test('nor is it when somebody had gone on with it', async () => {
  await propose(github, proposalOf('0.76.1'))
  await github.commitFiles(upstream, branch, { x: 'mine' }, 'mine')
  close(onlyPullRequest(github))
  expect(await propose(github, proposalOf('0.76.1'))).toMatchObject({ operation: 'declined' })
})

test('it is known before anything is computed', async () => {
  await propose(github, proposalOf('0.76.1'))
  close(onlyPullRequest(github))
  const change = { ...changeTo('0.76.1'), hashes: [] }
  expect((await ahead(change)).left).toMatchObject({ operation: 'declined', number: 1 })
  expect((await ahead({ ...changeTo('0.77.0'), hashes: [] })).left).toBeNull()
})

test('a token that may no longer propose is no matter where there is nothing to propose', async () => {
  await propose(github, proposalOf('0.76.1'))
  close(onlyPullRequest(github))
  github.change({ actionsMayNotPropose: true })
  const { left } = await ahead(changeTo('0.76.1'), true, { token: 'job' })
  expect(left).toMatchObject({ operation: 'declined' })
})

test('a later version is proposed', async () => {
  await propose(github, proposalOf('0.76.1'))
  close(onlyPullRequest(github))
  expect(await propose(github, proposalOf('0.77.0'))).toMatchObject({
    operation: 'created',
    number: 2,
    closed: []
  })
  expect(states()).toEqual(['closed', 'open'])
})

test('one that is opened again is brought up to date', async () => {
  await propose(github, proposalOf('0.76.1'))
  close(onlyPullRequest(github))
  await propose(github, proposalOf('0.76.1'))
  onlyPullRequest(github).state = 'open'
  expect(await propose(github, { ...proposalOf('0.76.1'), notes: ['new'] })).toMatchObject({
    operation: 'updated',
    number: 1
  })
})

describe('what a later one of ours superseded', () => {
  test('nobody has said no to', async () => {
    await propose(github, proposalOf('0.76.1'))
    await propose(github, proposalOf('0.77.0'))
    expect(await propose(github, proposalOf('0.76.1'))).toMatchObject({
      operation: 'created',
      number: 3,
      closed: [{ number: 2 }]
    })
    expect(states()).toEqual(['closed', 'closed', 'open'])
  })

  test('is a no once somebody has opened it again, and a run later closed it', async () => {
    await propose(github, proposalOf('0.76.1'))
    await propose(github, proposalOf('0.77.0'))
    const [old] = github.pullRequests(upstream)
    if (old === undefined) throw new Error('there is none')
    old.state = 'open'
    expect(await propose(github, proposalOf('0.76.1'))).toMatchObject({ number: 1 })
    close(old)
    expect(await propose(github, proposalOf('0.76.1'))).toMatchObject({ operation: 'declined' })
  })

  test('is told by no words of a comment', async () => {
    await propose(github, proposalOf('0.76.1'))
    const only = onlyPullRequest(github)
    only.comments.push({ id: 1, author: 'sync-app', body: 'Superseded by #2.' })
    close(only)
    expect(await propose(github, proposalOf('0.76.1'))).toMatchObject({ operation: 'declined' })
  })
})

describe('on a branch of one’s own for all versions', () => {
  const wishes = { branch: 'update' }

  test('a no to one is none to the next, and stays one after it', async () => {
    await propose(github, proposalOf('0.76.1'), wishes)
    close(onlyPullRequest(github))
    const next = await propose(github, proposalOf('0.77.0'), wishes)
    expect(next).toMatchObject({ operation: 'created', number: 2 })
    expect(await propose(github, proposalOf('0.76.1'), wishes)).toMatchObject({
      operation: 'declined',
      number: 1
    })
    expect(github.pullRequests(upstream)[1]?.title).toBe('infer: 0.76.0 → 0.77.0')
  })
})

describe('where the version stays', () => {
  const keep = (hash: string) => {
    const change = changeTo('0.76.0')
    const hashes = change.hashes.map((edit) => ({ ...edit, newHash: hashOf(hash) }))
    return proposalTo('0.76.1', { change: { ...change, versions: [], hashes } })
  }
  const pinned = (commit: string) =>
    proposalTo('0.76.1', {
      change: {
        ...changeTo('0.76.0'),
        revision: { old: 'a'.repeat(40), new: commit.repeat(40) }
      }
    })
  test.each([
    ['hashes', keep('one'), keep('other')],
    ['a commit', pinned('b'), pinned('c')]
  ])('a no to %s is none to the next', async (_, first, next) => {
    await propose(github, first)
    close(onlyPullRequest(github))
    expect(await propose(github, first)).toMatchObject({ operation: 'declined', number: 1 })
    expect(await propose(github, next)).toMatchObject({ operation: 'created', number: 2 })
  })

  test('a newer commit of a package without a version supersedes the older one', async () => {
    const without = (proposal: Proposal) =>
      proposalTo('0.76.1', {
        change: { ...changeIn(proposal), oldVersion: null, newVersion: null }
      })
    await propose(github, without(pinned('b')))
    expect(await propose(github, without(pinned('c')))).toMatchObject({
      number: 2,
      closed: [{ number: 1 }]
    })
  })

  test('a no to the update is none to hashes that are mended afterwards', async () => {
    const update = { change: changeTo('0.76.0', '0.75.0') }
    await propose(github, proposalTo('0.76.1', update))
    close(onlyPullRequest(github))
    expect(await propose(github, keep('one'))).toMatchObject({ operation: 'created' })
  })
})

describe('is no no:', () => {
  const marked = blockOf({})
  type Given = Partial<Omit<StoredPullRequest, 'head'>> & { repository?: string; head?: string }
  const cases: [string, Given][] = [
    ['one from a stranger’s fork with a branch of that name', { repository: fork }],
    ['one from another branch', { head: 'theirs' }],
    ['one to another base', { base: 'next' }],
    ['one of another package', { body: blockOf({ name: 'refer' }) }],
    ['one of the same name elsewhere', { body: blockOf({ package: '.#x' }) }],
    ['one without a marker', { body: 'words' }],
    ['one with two markers', { body: marked + marked }],
    ['one that was merged', { isMerged: true }]
  ]
  const placed = async ({ repository = upstream, head = branch, ...details }: Given) => {
    await github.commitFiles(upstream, 'next', { x: 'x' }, 'x')
    await github.commitFiles(repository, head, { x: 'theirs' }, 'theirs')
    close(
      github.openPullRequest(upstream, {
        head,
        headRepository: repository,
        base: 'main',
        title: 'theirs',
        author: 'eve',
        body: marked,
        ...details
      })
    )
  }
  test.each(cases)('%s', async (_, given) => {
    await placed(given)
    expect((await ahead(changeTo('0.76.1'))).left).toBeNull()
  })

  test('but the one that all of this is true of', async () => {
    await placed({})
    expect((await ahead(changeTo('0.76.1'))).left).toMatchObject({ operation: 'declined' })
  })
})

test('from a fork it is a no when it came from that fork', async () => {
  await propose(github, proposalOf('0.76.1'), fromFork)
  close(onlyPullRequest(github))
  expect(await propose(github, proposalOf('0.76.1'), fromFork)).toMatchObject({
    operation: 'declined'
  })
})
