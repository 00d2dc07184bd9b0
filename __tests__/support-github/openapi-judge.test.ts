import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

const store = '/repos/alice/store'
let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ name: 'alice/store' }], tokens: { writer } })
})
afterAll(() => github.close())
beforeEach(() => {
  github.reset()
})

test('finds nothing against all that a publish sends', async () => {
  const client = createClient(github)
  const head = await headOf(github, 'alice/store')
  await client.call('GET', store)
  await client.call('GET', `${store}/commits/heads%2Fmain?per_page=1`)
  await client.call('GET', `${store}/commits/heads/main?per_page=1`)
  await client.call('GET', `${store}/contents/nar/ab/x%20y.nar?ref=${head}`)
  await client.make('alice/store', 'blobs', { content: 'eA==', encoding: 'base64' })
  const tree = await client.make('alice/store', 'trees', {
    tree: [
      { path: 'a', mode: '100644', type: 'blob', content: 'a' },
      { path: 'b/c', mode: '100644', type: 'blob', content: 'c' }
    ]
  })
  await client.call('GET', `${store}/git/trees/${tree}?recursive=1`)
  await client.call('POST', `${store}/git/trees`, {
    base_tree: tree,
    tree: [{ path: 'a', mode: '100644', type: 'blob', sha: null }]
  })
  const sha = await client.commitOn('alice/store', head, 'new')
  await client.updateRef('alice/store', 'main', sha)
  await client.call('POST', `${store}/git/refs`, { ref: 'refs/heads/feat/x', sha })
  await client.call('PUT', `${store}/contents/dir/f`, { message: 'm', content: 'eA==' })
  await fetch(`${github.substituterUrl('alice/store', 'main')}/README.md`)

  expect(github.requests).toHaveLength(15)
  expect(judgeRequests(github.requests)).toEqual([])
})

describe('names what is wrong with', () => {
  const entry = { path: 'a', mode: '100644', type: 'blob', content: 'x' }
  const author = { name: 'n', email: 'e' }

  test.each<[string, string, string, unknown, RegExp]>([
    ['a path', 'GET', '/repos/alice', undefined, /^no such path: \/repos\/alice$/],
    ['a method', 'POST', `${store}/git/trees/main`, {}, /^no POST \/repos/],
    ['a query parameter', 'GET', `${store}/commits/main?pages=1`, undefined, /unknown.* pages$/],
    ['its value', 'GET', `${store}/commits/main?per_page=x`, undefined, /per_page=x: .*integer/],
    ['a body where none belongs', 'DELETE', `${store}/git/refs/heads/x`, {}, /takes no body/],
    ['a missing body', 'POST', `${store}/git/blobs`, undefined, /create-blob: body is missing/],
    ['a missing property', 'POST', `${store}/git/blobs`, {}, /required property.*content/],
    ['an unknown one', 'POST', `${store}/git/blobs`, { content: '', size: 1 }, /"size"/],
    ['a type', 'POST', `${store}/git/blobs`, { content: 7 }, /\/content must be string/],
    [
      'a nested value',
      'POST',
      `${store}/git/trees`,
      { tree: [{ ...entry, mode: '644' }] },
      /\/tree\/0\/mode/
    ],
    [
      'a nested unknown one',
      'POST',
      `${store}/git/trees`,
      { tree: [{ ...entry, size: 1 }] },
      /"size"/
    ],
    [
      'null where it may not be',
      'POST',
      `${store}/git/trees`,
      { base_tree: null, tree: [] },
      /\/base_tree must be string/
    ],
    [
      'a format',
      'POST',
      `${store}/git/commits`,
      { message: '', tree: '', author: { ...author, date: 'now' } },
      /\/author\/date.*date-time/
    ],
    ['a branch of several', 'POST', `${store}/issues`, { title: { text: 'x' } }, /\/title/]
  ])('%s', async (_, method, path, body, problem) => {
    await createClient(github).call(method, path, body)
    const judged = judgeRequests(github.requests)
    expect(judged.map(({ request }) => request)).toEqual(github.requests)
    expect(judged[0]?.problems.join('\n')).toMatch(problem)
  })

  test('a body that does not say that it is JSON', async () => {
    const body = JSON.stringify({ content: 'x' })
    const headers = { authorization: 'token writer', 'content-type': 'text/plain' }
    await fetch(`${github.apiUrl}${store}/git/blobs`, { method: 'POST', headers, body })
    expect(judgeRequests(github.requests)[0]?.problems).toEqual([
      'git/create-blob: content-type is text/plain'
    ])
  })
})
