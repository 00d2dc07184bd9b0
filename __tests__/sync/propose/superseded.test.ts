import { describe, expect, test } from '@jest/globals'
import type { GitHubServer, StoredPullRequest } from '../../support/github/server.ts'
import {
  blockOf,
  changeTo,
  packageText,
  proposalTo,
  startTool,
  propose,
  upstream,
  eachWithTool,
  fork,
  fromFork
} from './fixture.ts'

let github: GitHubServer
eachWithTool((made) => {
  github = made
})

const proposalOf = (version: string) => proposalTo(version, { change: changeTo(version) })
const pullRequest = (number: number): StoredPullRequest => {
  const found = github.pullRequests(upstream)[number - 1]
  if (found === undefined) throw new Error(`no #${number}`)
  return found
}

test('a newer version closes the pull request of the older one, with a word, and its branch goes', async () => {
  await propose(github, proposalOf('0.76.1'))
  const proposed = await propose(github, proposalOf('0.77.0'))
  expect(proposed).toMatchObject({
    operation: 'created',
    number: 2,
    closed: [{ number: 1, url: `${github.serverUrl}/alice/tool/pull/1` }],
    notes: []
  })
  expect(pullRequest(1)).toMatchObject({
    state: 'closed',
    comments: [
      { author: 'sync-app', body: expect.stringMatching(/^Superseded by #2, which updates to 0/) }
    ]
  })
  expect(pullRequest(2)).toMatchObject({ state: 'open', comments: [] })
  expect(await github.head(upstream, 'nar-publish/infer-0.76.1')).toBeNull()
  github.reset()
  expect(await propose(github, proposalOf('0.77.0'))).toMatchObject({ operation: 'unchanged' })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('an older version that was asked for supersedes the newer one', async () => {
  await propose(github, proposalOf('0.77.0'))
  await propose(github, proposalOf('0.76.1'))
  expect([pullRequest(1).state, pullRequest(2).state]).toEqual(['closed', 'open'])
})

test('a pull request that is newer than ours is left to its own run', async () => {
  await propose(github, proposalOf('0.76.1'))
  await github.commitFiles(upstream, 'newer', { x: 'x' }, 'x')
  const body = String(pullRequest(1).body).replaceAll('0.76.1', '0.77.0')
  const newer = { head: 'newer', base: 'main', title: 'newer', author: 'sync-app', body }
  github.openPullRequest(upstream, newer)
  expect((await propose(github, proposalOf('0.76.1'))).closed).toEqual([])
  expect([pullRequest(1).state, pullRequest(2).state]).toEqual(['open', 'open'])
})

test('one that somebody committed to stays open, which is said', async () => {
  await propose(github, proposalOf('0.76.1'))
  const old = 'nar-publish/infer-0.76.1'
  const head = await github.commitFiles(upstream, old, { x: 'mine' }, 'mine')
  const { closed, notes } = await propose(github, proposalOf('0.77.0'))
  expect(closed).toEqual([])
  expect(notes).toEqual([
    `pull request #1 stays open, as somebody goes on there: commit ${head.slice(0, 12)} by "Somebody Else", "mine", was not made by nar-publish, or was changed since`
  ])
  expect(pullRequest(1)).toMatchObject({ state: 'open', comments: [] })
  expect(await github.head(upstream, old)).toBe(head)
})

test('one whose branch is gone is closed all the same', async () => {
  await propose(github, proposalOf('0.76.1'))
  Object.assign(pullRequest(1), { head: { ...pullRequest(1).head, branch: 'gone' } })
  const { closed, notes } = await propose(github, proposalOf('0.77.0'))
  expect([closed, notes]).toEqual([[expect.objectContaining({ number: 1 })], []])
})

test('the branch of a closed one stays when a rule keeps it, which is said', async () => {
  const old = 'nar-publish/infer-0.76.1'
  const ruled = await startTool({ protectedBranches: [old] })
  try {
    await propose(ruled, proposalOf('0.76.1'))
    const { closed, notes } = await propose(ruled, proposalOf('0.77.0'))
    expect(closed).toHaveLength(1)
    expect(notes).toEqual([
      expect.stringMatching(
        /^branch .* of the closed pull request #1 stays: .*rule violations found/
      )
    ])
    expect(await ruled.head(upstream, old)).not.toBeNull()
  } finally {
    await ruled.close()
  }
})

describe('nothing else is closed', () => {
  const marked = (marker: object) => blockOf({ version: '0.75.0', ...marker })
  /** One of ours on a branch of ours, apart from what is given. */
  const made = async (given: Partial<StoredPullRequest>, wishes = {}) => {
    await propose(github, proposalOf('0.76.1'), { branch: 'theirs', ...wishes })
    Object.assign(pullRequest(1), { body: marked({}) }, given)
  }
  const cases: [string, Partial<StoredPullRequest> & { from?: typeof fromFork }][] = [
    ['of somebody else with our marker', { author: 'eve' }],
    ['of a deleted account', { author: null }],
    ['of another package', { body: marked({ name: 'refer' }) }],
    ['of a package of the same name elsewhere', { body: marked({ package: '.#infer' }) }],
    ['of the same version', { body: marked({ version: '0.77.0' }) }],
    ['to another base', { base: 'next' }],
    ['from another repository', { from: fromFork }],
    ['without a marker', { body: 'a person’s words' }],
    ['with two markers', { body: marked({}) + marked({}) }],
    [
      'whose marker is no JSON',
      { body: '<!-- nar-publish:begin {"name": -->\n<!-- nar-publish:end -->' }
    ]
  ]
  test.each(cases)('%s', async (_, { from, ...given }) => {
    await made(given, from)
    const repository = from === undefined ? upstream : fork
    const head = await github.head(repository, 'theirs')
    const { closed, notes } = await propose(github, proposalOf('0.77.0'))
    expect([closed, notes]).toEqual([[], []])
    expect(pullRequest(1)).toMatchObject({ state: 'open', comments: [] })
    expect(await github.head(repository, 'theirs')).toBe(head)
  })

  test('but the one that all of this is true of', async () => {
    await made({})
    expect((await propose(github, proposalOf('0.77.0'))).closed).toHaveLength(1)
  })
})

test('among thousands of open pull requests the one of our older branch is found', async () => {
  await propose(github, proposalOf('0.76.1'))
  await github.commitFiles(upstream, 'crowd', { x: 'x' }, 'x')
  for (let n = 0; n < 320; n++) {
    github.openPullRequest(upstream, {
      head: 'crowd',
      base: 'main',
      title: `${n}`,
      author: `user${n}`,
      body: packageText(`${n}`)
    })
  }
  github.reset()
  expect((await propose(github, proposalOf('0.77.0'))).closed).toMatchObject([{ number: 1 }])
  expect(github.counts().calls['GET pulls']).toBeLessThan(8)
})

test('a comment whose answer was lost is not made twice', async () => {
  await propose(github, proposalOf('0.76.1'))
  const lost = github.loseReply({ method: 'POST', path: /\/comments$/ }, 2, {
    status: 502,
    message: 'Server Error'
  })
  await propose(github, proposalOf('0.77.0'))
  expect(lost.hits).toBe(1)
  expect(pullRequest(1).comments).toHaveLength(1)
})
