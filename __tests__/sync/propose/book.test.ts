/** What many pull requests of a run ask of their repository together, and what it costs. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mayOpen, openBook } from '../../../src/sync/propose/book.ts'
import { leftAhead } from '../../../src/sync/propose/look-ahead.ts'
import type { Pace } from '../../../src/repository/pace.ts'
import type { GitHubServer, StoredPullRequest } from '../../support/github/server.ts'
import { blockOf, eachWithTool, fork, fromFork, upstream } from './fixture.ts'
import { Several } from './several.ts'

const names = Array.from({ length: 200 }, (_, index) => `p${index}`)
let github: GitHubServer
eachWithTool((made) => {
  github = made
})
let several: Several
beforeEach(async () => {
  several = await Several.in(github, names.slice(0, 11))
})

const pullRequest = (number: number): StoredPullRequest => {
  const found = github.pullRequests(upstream).find((one) => one.number === number)
  if (found === undefined) throw new Error(`no #${number}`)
  return found
}
const labels = ['nix']

/** As a run does that finds all of them outdated. */
async function bring(outdated: readonly string[], limit: number, computedBy = 'inputs') {
  github.reset()
  const book = await several.book({ labels, computedBy })
  const operations: Record<string, number> = {}
  const count = (word: string) => (operations[word] = (operations[word] ?? 0) + 1)
  for (const name of outdated) {
    const subjects = several.subjects(name)
    const left = await leftAhead(book, subjects, null)
    if (left !== null) count(left.operation)
    else if (!mayOpen(book, limit, subjects)) count('limit')
    else count((await several.propose(book, [name])).operation)
  }
  expect(book.requests).toBe(github.requests.length)
  return { operations, requests: book.requests, writes: github.counts().writes, book }
}

describe('of 200 outdated packages', () => {
  test('ten are proposed, and the same run again costs a handful of requests', async () => {
    github.change({ contentLimits: [{ requests: 80, windowMs: 1_000 }] })
    const first = await bring(names, 10)
    expect(first.operations).toEqual({ created: 10, limit: 190 })
    expect(first.book.openOnes).toBe(10)
    // Four for the book, three for whether it may propose, two folders of base, and eight for each.
    expect([first.requests, first.writes]).toEqual([89, 50])
    const second = await bring(names, 10)
    expect(second.operations).toEqual({ unchanged: 10, limit: 190 })
    expect([second.requests, second.writes]).toEqual([7, 0])
    const third = await bring(names.slice(0, 10), 10)
    expect(third.operations).toEqual({ unchanged: 10 })
    expect(third.requests).toBe(4)
  })

  test('one is proposed by a few requests', async () => {
    const { requests } = await bring(['p0'], 10)
    expect(requests).toBe(17)
  })
})

describe('what was computed by the same inputs from the same commit', () => {
  test.each<[string, () => unknown, string, string?]>([
    ['is left as it is', () => null, 'unchanged'],
    [
      'and has people’s words around it is, too',
      () =>
        (pullRequest(1).body = `Soon.\r\n\r\n${String(pullRequest(1).body)}\r\n\r\n- [x] tested`),
      'unchanged'
    ],
    ['gets a label that it lacks', () => (pullRequest(1).labels = []), 'updated'],
    ['is computed again by other inputs', () => null, 'null', 'others'],
    ['is computed again when its title was changed', () => (pullRequest(1).title = 'mine'), 'null'],
    [
      'is computed again when it has no word of it',
      () => (pullRequest(1).body = blockOf({ name: 'p0', package: '.#p0', version: '2.0.0' })),
      'null'
    ],
    [
      'is computed again when base has moved',
      async () => {
        several.head = await github.commitFiles(upstream, 'main', { x: 'x' }, 'x')
      },
      'null'
    ],
    [
      'is computed again when base has moved past the checkout',
      () => github.commitFiles(upstream, 'main', { x: 'x' }, 'x'),
      'null'
    ],
    [
      'is theirs when somebody has committed to its branch',
      () => github.commitFiles(upstream, 'nar-publish/p0-2.0.0', { x: 'x' }, 'x'),
      'taken-over'
    ],
    ['is declined when somebody has closed it', () => (pullRequest(1).state = 'closed'), 'declined']
  ])('%s', async (_, act, operation, computedBy = 'inputs') => {
    await bring(['p0'], 10)
    await act()
    const book = await several.book({ labels, computedBy })
    github.reset()
    const left = await leftAhead(book, several.subjects('p0'), null)
    expect(String(left?.operation ?? null)).toBe(operation)
    expect(pullRequest(1).labels).toEqual(labels)
    expect(github.counts().writes).toBe(operation === 'updated' ? 1 : 0)
  })

  test('is written down, so that it is known the next time, without a word to people', async () => {
    await bring(['p0'], 10)
    several.head = await github.commitFiles(upstream, 'main', { x: 'x' }, 'x')
    expect(await bring(['p0'], 10)).toMatchObject({ operations: { unchanged: 1 }, writes: 1 })
    expect(await bring(['p0'], 10)).toMatchObject({ operations: { unchanged: 1 }, requests: 4 })
  })

  test('closes what an earlier run came no further to close', async () => {
    await bring(['p0'], 10)
    await several.propose(await several.book({ labels }), ['p0@2.1.0'])
    const old = Object.assign(pullRequest(1), { state: 'open' })
    old.body = String(old.body).replace('"superseded":true,', '')
    const left = await leftAhead(await several.book({ labels }), several.subjects('p0@2.1.0'), null)
    expect(left).toMatchObject({ operation: 'updated', number: 2, closed: [{ number: 1 }] })
    expect(pullRequest(1).state).toBe('closed')
  })
})

describe('the limit', () => {
  test('is about open ones of ours, and lets these be brought up to date and replaced', async () => {
    await bring(['p0', 'p1'], 10)
    await github.commitFiles(upstream, 'theirs', { x: 'x' }, 'x')
    const others: Partial<StoredPullRequest>[] = [
      { author: 'eve' },
      { body: 'words' },
      { head: { repository: github.repository(fork), branch: 'main' } },
      { state: 'closed' },
      { base: 'next' }
    ]
    for (const other of others) {
      const made = github.openPullRequest(upstream, {
        head: 'theirs',
        base: 'main',
        title: 't',
        author: 'sync-app',
        body: blockOf({})
      })
      Object.assign(made, other)
    }
    const book = await several.book()
    expect(book.openOnes).toBe(2)
    expect(mayOpen(book, 3, several.subjects('p2'))).toBe(true)
    expect(mayOpen(book, 2, several.subjects('p2'))).toBe(false)
    for (const name of ['p0', 'p0@2.1.0']) {
      expect(mayOpen(book, 2, several.subjects(name))).toBe(true)
      expect(mayOpen(book, 0, several.subjects(name))).toBe(true)
    }
    expect(mayOpen(book, 0, several.subjects('p0', 'p1', 'p2'), 'packages')).toBe(true)
    expect(mayOpen(book, 0, several.subjects('p0@2.1.0', 'p2'), 'packages')).toBe(true)
    expect(mayOpen(book, 0, several.subjects('p2', 'p3'), 'packages')).toBe(false)
  })

  test('counts what the run itself opens, and what it closes', async () => {
    const { book } = await bring(['p0', 'p1'], 10)
    await several.propose(book, ['p0@2.1.0'])
    expect(book.openOnes).toBe(2)
    await several.propose(book, ['p0', 'p1', 'p2'], 'packages')
    expect(book.openOnes).toBe(1)
    expect(github.pullRequests(upstream).map(({ state }) => state)).toEqual([
      'closed',
      'closed',
      'closed',
      'open'
    ])
  })

  test('counts those of a fork', async () => {
    const wishes = { ...fromFork, token: 'app' }
    await several.propose(await several.book(wishes), ['p0'])
    expect((await several.book(wishes)).openOnes).toBe(1)
    expect((await several.book()).openOnes).toBe(0)
  })
})

test('among thousands of pull requests those of ours are found by their branches', async () => {
  await bring(['p0', 'p1'], 10)
  pullRequest(2).state = 'closed'
  await github.commitFiles(upstream, 'crowd', { x: 'x' }, 'x')
  for (let n = 0; n < 320; n++) {
    const crowd = { head: 'crowd', base: 'main', title: `${n}`, author: 'eve', body: null }
    // Told without a look at where its branch is.
    github.openPullRequest(upstream, crowd).closedAt = { head: '0'.repeat(40), base: '' }
  }
  github.reset()
  const book = await openBook(several.run({ labels, computedBy: 'inputs' }))
  expect(book.openOnes).toBe(1)
  expect(await leftAhead(book, several.subjects('p0'), null)).toMatchObject({ number: 1 })
  expect(await leftAhead(book, several.subjects('p1'), null)).toMatchObject({
    operation: 'declined',
    number: 2
  })
  expect(github.requests.length).toBeLessThan(20)
})

test('a refusal is asked for once, and said of each that is not open yet', async () => {
  await bring(['p0'], 10)
  const book = await several.book({ token: 'weak' })
  github.reset()
  for (const name of ['p1', 'p2']) {
    await expect(leftAhead(book, several.subjects(name), null)).rejects.toMatchObject({
      code: 'TOKEN_FORBIDDEN'
    })
  }
  expect(github.requests.length).toBe(3)
})

test('where the version stays nothing is refused before there is something to write', async () => {
  await bring(['p0'], 10)
  await github.commitFiles(upstream, 'nar-publish/p1-hashes', { x: 'x' }, 'mine')
  const kept = several.subjects('p1').map((one) => ({ ...one, newVersion: one.oldVersion }))
  expect(await leftAhead(await several.book({ token: 'weak' }), kept, null)).toBeNull()
})

test('what creates content keeps to GitHub’s pace, a minute at a time', async () => {
  let now = 0
  const slept: number[] = []
  const sleep: Pace['sleep'] = (ms) => {
    now += ms
    slept.push(ms)
    return Promise.resolve()
  }
  const limits = { writesPerMinute: 7 }
  const pace = { sleep, now: () => now, random: () => 0.5 }
  const book = await openBook({ ...several.run(), limits, pace })
  await several.propose(book, ['p0'])
  expect(slept).toEqual([])
  await several.propose(book, ['p1'])
  expect(slept).toEqual([60_000])
})

test('a token whose owner GitHub does not name counts what has our marker', async () => {
  await bring(['p0'], 10)
  github.failNext({ path: '/graphql' }, { status: 403, message: 'Resource not accessible' })
  const book = await several.book()
  expect([book.login, book.openOnes]).toEqual([null, 1])
})
