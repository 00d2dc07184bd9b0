import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { checkRequests, createClient, headOf } from './client.ts'

const path = '/repos/alice/tool/pulls'
let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub({
    repositories: [
      { name: 'alice/tool', reviewers: ['bob', 'alice/core'], labels: ['nix'] },
      { name: 'bob/tool', forkOf: 'alice/tool' },
      { name: 'alice/plain', drafts: false },
      { name: 'bob/plain', forkOf: 'alice/plain', letsMaintainersIn: false }
    ],
    tokens: {
      alice: { login: 'alice', access: 'write' },
      bob: {
        login: 'bob',
        access: 'write',
        repositories: ['bob/tool'],
        proposesTo: ['alice/tool']
      },
      job: { login: 'github-actions[bot]', access: 'write' },
      contents: { login: 'carol', access: 'write', lacks: ['pull-requests'] }
    }
  })
  await github.commitFiles('alice/tool', 'next', { a: 'a' }, 'next')
})
afterEach(async () => {
  await github.close()
  checkRequests(github)
})

function open(body: object, token = 'alice', repository = 'alice/tool') {
  return createClient(github, token).call('POST', `/repos/${repository}/pulls`, {
    title: 'Next',
    base: 'main',
    ...body
  })
}

const reasonsOf = ({ json }: { json: Record<string, unknown> | null }) =>
  (json?.['errors'] as { message?: string }[] | undefined)?.map(({ message }) => message)

describe('opening', () => {
  test('gives the author, both ends where they are now, and the text', async () => {
    expect(await open({ head: 'next', body: 'text', draft: true }, 'job')).toMatchObject({
      status: 201,
      json: {
        number: 1,
        state: 'open',
        html_url: `${github.serverUrl}/alice/tool/pull/1`,
        user: { login: 'github-actions[bot]', type: 'Bot' },
        body: 'text',
        draft: true,
        head: { ref: 'next', repo: { full_name: 'alice/tool' } },
        base: { ref: 'main', sha: await headOf(github, 'alice/tool') }
      }
    })
    const sha = await github.commitFiles('alice/tool', 'next', { b: 'b' }, 'more')
    expect(await createClient(github).call('GET', `${path}/1`)).toMatchObject({ status: 401 })
    expect((await createClient(github, 'alice').call('GET', `${path}/1`)).json).toMatchObject({
      head: { sha }
    })
  })

  test('a second one for the same ends is refused in GitHub’s words', async () => {
    await open({ head: 'next' })
    const second = await open({ head: 'next' })
    expect(second).toMatchObject({ status: 422, message: 'Validation Failed' })
    expect(reasonsOf(second)).toEqual(['A pull request already exists for alice:next.'])
  })

  test('a branch without commits of its own has nothing to be opened for', async () => {
    const head = await headOf(github, 'alice/tool')
    await createClient(github, 'alice').call('POST', '/repos/alice/tool/git/refs', {
      ref: 'refs/heads/same',
      sha: head
    })
    expect(reasonsOf(await open({ head: 'same' }))).toEqual(['No commits between main and same'])
  })

  test.each([
    [{ head: 'absent' }, 'head'],
    [{ head: 'next', base: 'absent' }, 'base']
  ])('of a branch that does not exist is refused, and makes none: %j', async (body, field) => {
    expect(await open(body)).toMatchObject({
      status: 422,
      json: { errors: [{ resource: 'PullRequest', code: 'invalid', field }] }
    })
    expect(await github.head('alice/tool', 'absent')).toBeNull()
  })

  test('drafts, the workflow’s own token and a weaker token can be refused', async () => {
    github.change({ actionsMayNotPropose: true })
    await github.commitFiles('alice/plain', 'next', { a: 'a' }, 'next')
    expect(await open({ head: 'next', draft: true }, 'alice', 'alice/plain')).toMatchObject({
      status: 422,
      message: 'Draft pull requests are not supported in this repository.'
    })
    expect(await open({ head: 'next' }, 'job')).toMatchObject({
      status: 403,
      message: 'GitHub Actions is not permitted to create or approve pull requests.'
    })
    const weak = await open({ head: 'next' }, 'contents')
    expect([weak.status, weak.headers.get('x-accepted-github-permissions')]).toEqual([
      403,
      'pull_requests=write'
    ])
  })

  test('a title or text that is too long is refused', async () => {
    expect(await open({ head: 'next', title: 'x'.repeat(257) })).toMatchObject({ status: 422 })
    expect(await open({ head: 'next', body: 'x'.repeat(65_537) })).toMatchObject({ status: 422 })
  })
})

test('lists are by state, head and base, newest first, and can be late', async () => {
  await github.commitFiles('alice/tool', 'other', { b: 'b' }, 'other')
  await open({ head: 'next' })
  await open({ head: 'other' })
  const client = createClient(github, 'alice')
  const numbers = async (query: string) => {
    const { json } = await client.call('GET', `${path}${query}`)
    return (json as unknown as { number: number }[]).map(({ number }) => number)
  }
  expect(await numbers('')).toEqual([2, 1])
  expect(await numbers('?head=alice%3Anext&base=main')).toEqual([1])
  expect(await numbers('?per_page=1&page=2')).toEqual([1])
  await client.call('PATCH', `${path}/1`, { state: 'closed' })
  expect(await numbers('')).toEqual([2])
  expect(await numbers('?state=all')).toEqual([2, 1])
  github.change({ stalePullRequestsMs: 60_000 })
  expect(await numbers('?state=all')).toEqual([])
})

test('a branch that is deleted closes its pull request, which remembers where it was', async () => {
  await open({ head: 'next' })
  const sha = await headOf(github, 'alice/tool', 'next')
  const client = createClient(github, 'alice')
  expect(await client.call('DELETE', '/repos/alice/tool/git/refs/heads/next')).toMatchObject({
    status: 204
  })
  expect((await client.call('GET', `${path}/1`)).json).toMatchObject({
    state: 'closed',
    head: { sha }
  })
})

test('labels that nobody made, and reviewers who are no collaborators, are refused all together', async () => {
  await open({ head: 'next' })
  const client = createClient(github, 'alice')
  const label = (labels: string[]) =>
    client.call('POST', '/repos/alice/tool/issues/1/labels', { labels })
  expect(await label(['nix', 'new'])).toMatchObject({
    status: 403,
    message: 'You do not have permission to create labels on this repository.'
  })
  expect(await label(['nix'])).toMatchObject({ status: 200 })
  const ask = (reviewers: string[], teams: string[] = []) =>
    client.call('POST', `${path}/1/requested_reviewers`, { reviewers, team_reviewers: teams })
  const refused = await ask(['bob', 'eve'])
  expect([refused.status, refused.message]).toEqual([
    422,
    'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the alice/tool repository.'
  ])
  expect(await ask(['alice'])).toMatchObject({
    status: 422,
    message: 'Review cannot be requested from pull request author.'
  })
  expect(await ask(['bob'], ['core'])).toMatchObject({
    status: 201,
    json: { requested_reviewers: [{ login: 'bob' }], requested_teams: [{ slug: 'core' }] }
  })
  const events = await client.call('GET', '/repos/alice/tool/issues/1/events')
  expect(events.json).toMatchObject([
    { event: 'review_requested', requested_reviewer: { login: 'bob' } },
    { event: 'review_requested', requested_team: { slug: 'core' } }
  ])
})

describe('forks', () => {
  test('begin where their upstream is, say so, and see its newer objects', async () => {
    expect(await github.head('bob/tool', 'main')).toBe(await headOf(github, 'alice/tool'))
    const client = createClient(github, 'bob')
    expect((await client.call('GET', '/repos/bob/tool')).json).toMatchObject({
      fork: true,
      parent: { full_name: 'alice/tool' },
      source: { full_name: 'alice/tool' }
    })
    const newer = await github.commitFiles('alice/tool', 'main', { 'x/y': 'y' }, 'newer')
    const mine = await client.commitOn('bob/tool', newer, 'z')
    const ref = { ref: 'refs/heads/feat', sha: mine }
    expect(await client.call('POST', '/repos/bob/tool/git/refs', ref)).toMatchObject({
      status: 201
    })
    expect(await github.listFiles('bob/tool', 'feat')).toEqual(['README.md', 'x/y', 'z'])
  })

  test('whose objects are their own get them by merge-upstream, or conflict', async () => {
    github.change({ separateForks: true })
    const newer = await github.commitFiles('alice/tool', 'main', { x: 'x' }, 'newer')
    const client = createClient(github, 'bob')
    const commit = `/repos/bob/tool/git/commits/${newer}`
    expect((await client.call('GET', commit)).status).toBe(404)
    const sync = () => client.call('POST', '/repos/bob/tool/merge-upstream', { branch: 'main' })
    expect(await sync()).toMatchObject({ status: 200, json: { merge_type: 'fast-forward' } })
    expect((await client.call('GET', commit)).status).toBe(200)
    await github.commitFiles('bob/tool', 'main', { y: 'y' }, 'my own')
    await github.commitFiles('alice/tool', 'main', { y: 'z' }, 'theirs')
    expect((await sync()).status).toBe(409)
  })

  test('propose to an upstream that their owner cannot push to, and nothing more', async () => {
    const head = await github.commitFiles('bob/tool', 'feat', { z: 'z' }, 'z')
    expect(head).toHaveLength(40)
    const client = createClient(github, 'bob')
    const opened = await open({ head: 'bob:feat', head_repo: 'bob/tool' }, 'bob')
    expect(opened).toMatchObject({ status: 201, json: { head: { label: 'bob:feat' } } })
    const issue = '/repos/alice/tool/issues/1'
    expect(await client.call('PATCH', `${path}/1`, { title: 'Mine' })).toMatchObject({
      status: 200
    })
    expect(await client.call('POST', `${issue}/comments`, { body: 'x' })).toMatchObject({
      status: 201,
      json: { user: { login: 'bob' } }
    })
    expect((await client.call('POST', `${issue}/labels`, { labels: ['nix'] })).status).toBe(403)
    await open({ head: 'next' })
    expect((await client.call('PATCH', `${path}/2`, { title: 'Mine' })).status).toBe(403)
  })

  test('some of them cannot let upstream’s maintainers in', async () => {
    await github.commitFiles('bob/plain', 'feat', { z: 'z' }, 'z')
    const ends = { head: 'bob:feat', head_repo: 'bob/plain' }
    expect(reasonsOf(await open(ends, 'alice', 'alice/plain'))).toEqual([
      "fork_collab Fork collab can't be granted by someone without permission"
    ])
    const closed = { ...ends, maintainer_can_modify: false }
    expect(await open(closed, 'alice', 'alice/plain')).toMatchObject({ status: 201 })
  })
})
