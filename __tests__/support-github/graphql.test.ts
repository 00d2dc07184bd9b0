import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { createClient } from './client.ts'

const store = 'alice/store'
const query =
  'mutation ($repository: ID!, $updates: [RefUpdate!]!) { updateRefs(input: { repositoryId: $repository, refUpdates: $updates }) { clientMutationId } }'
let github: GitHubServer
let repository: string

beforeAll(async () => {
  github = await startGitHub({
    repositories: [{ name: store }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      reader: { login: 'bob', access: 'read' },
      stranger: { login: 'eve', access: 'write', repositories: ['eve/other'] }
    }
  })
  const { json } = await createClient(github).call('GET', `/repos/${store}`)
  repository = String(json?.['node_id'])
})
afterAll(() => github.close())

/** Asks for one update of `main`. Gives the errors that came back, none when it took effect. */
async function update(changes: object, token = 'writer', id = repository) {
  const head = (await github.head(store, 'main')) ?? ''
  const updates = [{ name: 'refs/heads/main', beforeOid: head, afterOid: head, ...changes }]
  const { status, json } = await createClient(github, token).call('POST', '/graphql', {
    query,
    variables: { repository: id, updates }
  })
  return { status, errors: (json?.['errors'] ?? []) as { type?: string; message: string }[] }
}

/** A commit that has nothing to do with the branch. */
function root(content: string): Promise<string> {
  const client = createClient(github)
  return client
    .make(store, 'trees', { tree: [{ path: 'x', mode: '100644', type: 'blob', content }] })
    .then((tree) => client.make(store, 'commits', { message: 'root', tree, parents: [] }))
}

describe('updateRefs', () => {
  test('moves a ref by force while it is where it is expected, and only then', async () => {
    const before = await github.head(store, 'main')
    const one = await root('one')
    expect(await update({ afterOid: one, force: true })).toEqual({ status: 200, errors: [] })
    expect(await github.head(store, 'main')).toBe(one)

    const two = await root('two')
    const late = await update({ beforeOid: before, afterOid: two, force: true })
    expect(late).toMatchObject({ status: 200, errors: [{ type: 'UNPROCESSABLE' }] })
    expect(await github.head(store, 'main')).toBe(one)
  })

  test('without force takes a fast-forward alone', async () => {
    const head = (await github.head(store, 'main')) ?? ''
    const refused = await update({ afterOid: await root('three') })
    expect(refused.errors).toMatchObject([{ message: 'Update is not a fast forward' }])
    const next = await createClient(github).commitOn(store, head, 'next')
    expect(await update({ afterOid: next })).toEqual({ status: 200, errors: [] })
  })

  test.each([
    ['reader', 200, 'FORBIDDEN'],
    ['stranger', 200, 'FORBIDDEN'],
    ['nobody', 401, undefined]
  ])('refuses the token of a %s', async (token, status, type) => {
    const { errors, ...answer } = await update({}, token)
    expect(answer.status).toBe(status)
    expect(errors[0]?.type).toBe(type)
  })

  test('knows no other repository, ref or mutation', async () => {
    expect((await update({}, 'writer', 'R_nope')).errors[0]?.type).toBe('NOT_FOUND')
    expect((await update({ name: 'refs/heads/nope' })).errors).toHaveLength(1)
    const { json } = await createClient(github).call('POST', '/graphql', { query: 'query { x }' })
    expect(json?.['errors']).toEqual([{ message: expect.stringMatching(/^Parse error/) }])
  })
})
