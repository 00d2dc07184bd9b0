/** Answers that are none of GitHub's: each is named at once, and none fills the memory. */
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import type { Failure, GitHubServer } from '../../support/github/server.ts'
import { openStore, startStore, store } from './fixture.ts'

let github: GitHubServer
beforeEach(async () => {
  github = await startStore()
})
afterEach(() => github.close())

const answer = (
  body: string | Buffer,
  headers: Record<string, string> = {},
  status = 200
): Failure => ({
  status,
  message: '',
  headers,
  body
})
const html = { 'content-type': 'text/html; charset=utf-8' }
const portal = '<html><head><title>Welcome\n to the hotel</title></head></html>'
const repository = { node_id: 'R_1', private: false, owner: { login: 'a' }, default_branch: 'main' }

describe('an answer in the place of GitHub’s', () => {
  test.each<[string, Failure, RegExp]>([
    ['a page', answer(portal, html), /is a web page \(“Welcome to the hotel”\)/],
    ['a page that says it is JSON', answer(portal), /is a web page/],
    ['a page that forbids', answer(portal, html, 403), /403.*a web page/],
    ['text', answer('It works!', { 'content-type': 'text/plain' }), /is no JSON, but text\/plain/],
    ['{}', answer('{}'), /is `\{\}`: it lacks `node_id`, `name` and `private` and 2 more/],
    ['[]', answer('[]'), /is `\[\]`/],
    ['null', answer('null'), /is of another shape/],
    ['one without a field', answer(JSON.stringify(repository)), /it lacks `name`, or has/],
    [
      'one of another type',
      answer(JSON.stringify({ ...repository, name: 5 })),
      /it lacks `name`, or has something else there/
    ],
    [
      'one without end',
      answer(`{"node_id": "${'x'.repeat(34_000_000)}"}`),
      /has over 33554432 bytes/
    ],
    [
      'one that unpacks to one without end',
      answer(gzipSync(`{"node_id": "${'x'.repeat(34_000_000)}"}`), { 'content-encoding': 'gzip' }),
      /has over 33554432 bytes/
    ]
  ])('that is %s is named at the first', async (_name, as, words) => {
    const planned = github.failNext({ path: `/repos/${store}` }, as, 1000)
    await expect(openStore(github)).rejects.toMatchObject({
      code: 'GITHUB_ANSWER_INVALID',
      subject: store,
      reason: expect.stringMatching(words)
    })
    expect(planned.hits).toBe(1)
  })

  test.each<[string, Failure]>([
    ['cut', answer('{"node_id": "R_1", "na')],
    ['empty', answer('')],
    ['a page that says GitHub is down', answer(portal, html, 502)]
  ])('that is %s is asked for again', async (_name, as) => {
    const planned = github.failNext({ path: `/repos/${store}` }, as, 3)
    expect((await openStore(github)).name).toBe(store)
    expect(planned.hits).toBe(3)
  })

  test('that refuses without end is read no further than what it says first', async () => {
    const body = `{"message": "Bad credentials", "errors": []}${' '.repeat(50_000_000)}`
    github.failNext({ path: `/repos/${store}` }, { status: 401, message: '', body })
    await expect(openStore(github)).rejects.toMatchObject({ code: 'TOKEN_REJECTED' })
  })
})

test('a raw file that is larger than any of its kind is asked of the API', async () => {
  await github.commitFiles(store, 'main', { 'nix-cache-info': 'StoreDir: /nix/store\n' }, 'info')
  github.failNext({ path: '/raw/' }, answer('x'.repeat(2_000_000)), 1000)
  const snapshot = await (await openStore(github)).snapshot()
  expect((await snapshot.glanceAt('nix-cache-info'))?.toString()).toBe('StoreDir: /nix/store\n')
})

describe('whether a commit would be refused', () => {
  const refusalOn = async (branch: string, token: string) => {
    const target = await openStore(github, { branch, token })
    return target.refusal(await target.snapshot())
  }

  beforeEach(async () => {
    await github.close()
    github = await startStore({ protectedBranches: ['ruled'] })
    await github.commitFiles(store, 'ruled', { a: 'b' }, 'one')
  })

  test.each([
    ['main', 'writer', undefined],
    ['new', 'writer', undefined],
    ['main', 'reader', 'TOKEN_FORBIDDEN'],
    ['main', 'stranger', 'TOKEN_FORBIDDEN'],
    ['ruled', 'writer', 'BRANCH_RULE']
  ])('on %s by %s is %s, and nothing is written', async (branch, token, code) => {
    const refusal = await refusalOn(branch, token)
    expect(refusal?.code).toBe(code)
    expect(github.counts().writes).toBe(0)
  })

  test.each(['always', null] as const)('is not said where bypassing is %j', async (may) => {
    github.change({ mayBypassRules: may })
    expect(await refusalOn('ruled', 'writer')).toBeNull()
  })

  test.each([
    ['required_signatures', 1],
    ['non_fast_forward', 0],
    // Asks for a review of pull requests, and is in nobody's way.
    ['copilot_code_review', 0]
  ])('by the rule %s is doubtful in %d warnings', async (type, warnings) => {
    const rules = JSON.stringify([{ type, ruleset_id: 1 }])
    github.failNext({ path: '/rules/branches/' }, answer(rules))
    const told: string[] = []
    const log = { ...silentLog, warning: (text: string) => void told.push(text) }
    const target = await openStore(github, { branch: 'ruled', log })
    expect(await target.refusal(await target.snapshot())).toBeNull()
    expect(told).toHaveLength(warnings)
  })

  test.each([
    ['git/blobs', { status: 422, message: 'Validation Failed' }],
    ['git/blobs', { status: 409, message: 'Git Repository is empty.' }],
    ['git/blobs', { status: 502, message: 'Server Error' }],
    ['git/blobs', { status: 403, message: 'You have exceeded a secondary rate limit.' }],
    ['/rules/branches/', { status: 404, message: 'Not Found' }],
    ['/rules/branches/', { status: 500, message: 'Server Error' }],
    ['/rulesets/', { status: 403, message: 'Resource not accessible by integration' }],
    ['/rulesets/', 'reset']
  ] as [string, Failure][])('is not known when %s is answered %j', async (path, as) => {
    if (path === 'git/blobs') github.change({ mayBypassRules: 'always' })
    github.failNext({ path }, as)
    expect(await refusalOn('ruled', 'writer')).toBeNull()
  })
})
