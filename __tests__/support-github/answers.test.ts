import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

const absent = '0'.repeat(40)

let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub({
    repositories: [
      { name: 'alice/store' },
      { name: 'alice/empty', initialized: false, defaultBranch: 'trunk' },
      { name: 'alice/raced', initialized: false },
      { name: 'alice/prepared', initialized: false },
      { name: 'alice/secret', private: true },
      { name: 'alice/archived', archived: true },
      { name: 'alice/ruled', protectedBranches: ['main'] },
      { name: 'bob/theirs' }
    ],
    tokens: {
      writer,
      reader: { login: 'forker', access: 'read' },
      job: { login: 'github-actions[bot]', access: 'write', repositories: ['alice/store'] }
    }
  })
})
afterAll(() => github.close())

describe('an empty repository', () => {
  test.each([
    ['GET', 'commits/heads/trunk'],
    ['GET', 'git/ref/heads/trunk'],
    ['GET', `git/trees/${absent}`],
    ['POST', 'git/blobs'],
    ['POST', 'git/trees'],
    ['POST', 'git/commits'],
    ['POST', 'git/refs'],
    ['PATCH', 'git/refs/heads/trunk']
  ])('answers 409 to %s %s', async (method, resource) => {
    const body = method === 'GET' ? undefined : { content: 'x' }
    const answer = await createClient(github).call(method, `/repos/alice/empty/${resource}`, body)
    expect([answer.status, answer.message]).toEqual([409, 'Git Repository is empty.'])
  })

  test('is described like any other, and has no files', async () => {
    const client = createClient(github)
    const described = await client.call('GET', '/repos/alice/empty')
    expect(described.json).toMatchObject({ full_name: 'alice/empty', default_branch: 'trunk' })
    expect(await client.call('GET', '/repos/alice/empty/contents/README.md')).toMatchObject({
      status: 404,
      message: 'This repository is empty.'
    })
  })

  test('gets a first commit that holds just the first file, and then takes objects', async () => {
    const client = createClient(github)
    const content = Buffer.from('first\n').toString('base64')
    const made = await client.call('PUT', '/repos/alice/empty/contents/first.txt', {
      message: 'first',
      content
    })
    expect(made.status).toBe(201)
    const head = await headOf(github, 'alice/empty', 'trunk')
    expect(made.json).toMatchObject({ commit: { sha: head, parents: [] } })
    expect(await github.listFiles('alice/empty', 'trunk')).toEqual(['first.txt'])
    expect(await client.make('alice/empty', 'blobs', { content: 'x' })).toMatch(/^[0-9a-f]{40}$/)
  })

  test('takes one of two first files that come at once, and answers 409 to the other', async () => {
    // None is taken before both have come.
    let missing = 2
    const { promise: allCome, resolve } = Promise.withResolvers<undefined>()
    const unhook = github.beforeRefUpdate(async () => {
      if (--missing === 0) resolve(undefined)
      await allCome
    })
    const put = (name: string) =>
      createClient(github).call('PUT', `/repos/alice/raced/contents/${name}`, {
        message: name,
        content: 'eA=='
      })
    const answers = await Promise.all(['a', 'b'].map(put))
    unhook()
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await github.listFiles('alice/raced', 'main')).toHaveLength(1)
  })

  test('is no longer empty when somebody else made its first commit', async () => {
    const sha = await github.commitFiles('alice/prepared', 'main', { 'a/b': 'text' }, 'prepare')
    const answer = await createClient(github).call('GET', '/repos/alice/prepared/commits/main')
    expect(answer.json).toMatchObject({ sha, parents: [] })
  })
})

describe('refs', () => {
  test('a missing ref is 404 to git/ref, 422 to commits, PATCH and DELETE', async () => {
    const client = createClient(github)
    const base = '/repos/alice/store'
    const sha = await headOf(github, 'alice/store')
    expect(await client.call('GET', `${base}/git/ref/heads/x`)).toMatchObject({ status: 404 })
    expect(await client.call('GET', `${base}/commits/heads%2Fx?per_page=1`)).toMatchObject({
      status: 422,
      message: 'No commit found for SHA: heads/x'
    })
    const missing = { status: 422, message: 'Reference does not exist' }
    expect(await client.updateRef('alice/store', 'x', sha)).toMatchObject(missing)
    expect(await client.call('DELETE', `${base}/git/refs/heads/x`)).toMatchObject(missing)
  })

  test('an update that is no fast forward is refused in GitHub’s spelling', async () => {
    const client = createClient(github)
    const old = await headOf(github, 'alice/store')
    const left = await client.commitOn('alice/store', old, 'left')
    const right = await client.commitOn('alice/store', old, 'right')
    expect(await client.updateRef('alice/store', 'main', left)).toMatchObject({ status: 200 })
    expect(await client.updateRef('alice/store', 'main', right)).toMatchObject({
      status: 422,
      message: 'Update is not a fast forward'
    })
    expect(await github.head('alice/store', 'main')).toBe(left)
  })

  test('a forced update is recorded as such, and refused when asked for', async () => {
    const client = createClient(github)
    const base = await headOf(github, 'alice/store')
    await github.commitFiles('alice/store', 'forced', { x: 'x' }, 'other root')
    github.change({ refuseForce: true })
    expect(await client.updateRef('alice/store', 'forced', base, true)).toMatchObject({
      status: 422
    })
    github.change({ refuseForce: false })
    expect(await client.updateRef('alice/store', 'forced', base, true)).toMatchObject({
      status: 200
    })
    expect(await github.head('alice/store', 'forced')).toBe(base)
    expect(github.requests.at(-1)).toMatchObject({ call: 'PATCH git/refs', body: { force: true } })
  })

  test('a ref cannot be made twice, nor point at what is not there', async () => {
    const client = createClient(github)
    const sha = await headOf(github, 'alice/store')
    const make = (ref: string, target: string) =>
      client.call('POST', '/repos/alice/store/git/refs', { ref, sha: target })
    expect(await make('refs/heads/feat/x', sha)).toMatchObject({ status: 201 })
    expect(await make('refs/heads/feat/x', sha)).toMatchObject({
      status: 422,
      message: 'Reference already exists'
    })
    expect(await make('refs/heads/y', absent)).toMatchObject({
      status: 422,
      message: 'Object does not exist'
    })
  })
})

describe('objects', () => {
  const blob = { mode: '100644', type: 'blob' }

  test.each([
    ['trees', { base_tree: absent, tree: [] }, 'base_tree is not a valid tree oid'],
    ['trees', { tree: [{ path: 'a', ...blob, sha: absent }] }, 'tree.sha is not a valid blob'],
    ['trees', { tree: [{ path: 'a', ...blob, sha: null }] }, 'GitRPC::BadObjectState'],
    ['commits', { message: 'm', tree: absent, parents: [] }, 'Tree SHA does not exist']
  ])('%s that refer to what is not there are 422: %j', async (what, body, message) => {
    const answer = await createClient(github).call('POST', `/repos/alice/store/git/${what}`, body)
    expect([answer.status, answer.message]).toEqual([422, message])
  })

  test('a tree takes 500 entries, and is 502 with more of them or over 3 MB', async () => {
    const post = (count: number, content: string) =>
      createClient(github).call('POST', '/repos/alice/store/git/trees', {
        tree: Array.from({ length: count }, (_, n) => ({ path: `f${n}`, ...blob, content }))
      })
    expect(await post(500, 'x')).toMatchObject({ status: 201 })
    expect(await post(501, 'x')).toMatchObject({ status: 502 })
    expect(await post(2, 'x'.repeat(1_500_000))).toMatchObject({ status: 502 })
  })

  test('a blob of 36,700,160 bytes is taken, and one byte more is refused for its size', async () => {
    const client = createClient(github)
    const post = (size: number) =>
      client.call('POST', '/repos/alice/store/git/blobs', {
        content: Buffer.alloc(size, 7).toString('base64'),
        encoding: 'base64'
      })
    expect(await post(36_700_160)).toMatchObject({ status: 201 })
    const refused = await post(36_700_161)
    expect(refused.status).toBe(422)
    expect(refused.message).toMatch(/^Sorry, your input was too large to process\. Consider/)
  })

  test('a blob is read as lines of base64, or as its bytes by the raw media type', async () => {
    const client = createClient(github)
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n))
    const sha = await client.make('alice/store', 'blobs', {
      content: bytes.toString('base64'),
      encoding: 'base64'
    })
    const path = `/repos/alice/store/git/blobs/${sha}`
    const content = String((await client.call('GET', path)).json?.['content'])
    expect(content.split('\n').map(({ length }) => length)).toEqual([60, 60, 60, 60, 60, 44, 0])
    expect(Buffer.from(content, 'base64')).toEqual(bytes)
    const raw = await fetch(github.apiUrl + path, {
      headers: { accept: 'application/vnd.github.raw+json' }
    })
    expect(Buffer.from(await raw.arrayBuffer())).toEqual(bytes)
  })
})

test('contents gives a file over 1 MB by the raw media type only', async () => {
  const bytes = Buffer.alloc(1_048_577, 7)
  await github.commitFiles('alice/store', 'files', { big: bytes, small: 'small' }, 'files')
  const client = createClient(github)
  const path = '/repos/alice/store/contents'
  expect((await client.call('GET', `${path}/big?ref=files`)).json).toMatchObject({
    size: 1_048_577,
    content: '',
    encoding: 'none'
  })
  expect((await client.call('GET', `${path}/small?ref=files`)).json).toMatchObject({
    content: 'c21hbGw=\n',
    encoding: 'base64'
  })
  const raw = await fetch(`${github.apiUrl}${path}/big?ref=files`, {
    headers: { accept: 'application/vnd.github.raw+json' }
  })
  expect(Buffer.from(await raw.arrayBuffer()).equals(bytes)).toBe(true)
})

test('a commit is given with its tree, parents and changed files, by name and by sha', async () => {
  const parent = await github.commitFiles(
    'alice/store',
    'changes',
    { 'a/kept': 'x', 'a/changed': 'x', gone: 'x' },
    'before'
  )
  const changes = { 'a/changed': 'y', 'b/c/new': 'y', gone: null }
  const sha = await github.commitFiles('alice/store', 'changes', changes, 'after')
  const client = createClient(github)
  for (const name of ['changes', 'heads%2Fchanges', 'refs/heads/changes', sha]) {
    const { json } = await client.call('GET', `/repos/alice/store/commits/${name}`)
    expect(json).toMatchObject({ sha, commit: { message: 'after' }, parents: [{ sha: parent }] })
    const files = json?.['files'] as { filename: string; status: string }[]
    expect(files.map(({ filename, status }) => `${status} ${filename}`).sort()).toEqual([
      'added b/c/new',
      'modified a/changed',
      'removed gone'
    ])
  }
  const page = await client.call('GET', '/repos/alice/store/commits/changes?per_page=1')
  expect(page.json?.['files']).toHaveLength(1)
})

describe('access', () => {
  const blobs = { content: 'x' }

  test('an unknown token is 401, none at all is enough to read what is public', async () => {
    expect(await createClient(github, 'nobody').call('GET', '/repos/alice/store')).toMatchObject({
      status: 401,
      message: 'Bad credentials'
    })
    const anonymous = createClient(github, null)
    expect(await anonymous.call('GET', '/repos/alice/store')).toMatchObject({ status: 200 })
    expect(await anonymous.call('POST', '/repos/alice/store/git/blobs', blobs)).toMatchObject({
      status: 401
    })
  })

  test.each([
    ['a read-only token', 'reader', 'alice/store'],
    ['a job’s token in another repository', 'job', 'bob/theirs']
  ])('%s reads, and its writes are 403 with what is missing', async (_, token, repository) => {
    const client = createClient(github, token)
    expect(await client.call('GET', `/repos/${repository}`)).toMatchObject({ status: 200 })
    const answer = await client.call('POST', `/repos/${repository}/git/blobs`, blobs)
    expect([answer.status, answer.message]).toEqual([403, 'Resource not accessible by integration'])
    expect(answer.headers.get('x-accepted-github-permissions')).toBe('contents=write')
  })

  test('a write token that owns nothing writes, and commits are by its login', async () => {
    const client = createClient(github, 'job')
    const sha = await client.commitOn('alice/store', await headOf(github, 'alice/store'), 'by-job')
    const read = await client.call('GET', `/repos/alice/store/git/commits/${sha}`)
    expect(read.json).toMatchObject({ author: { name: 'github-actions[bot]' } })
  })

  test('a private repository is 404 to all who do not reach it', async () => {
    for (const token of [null, 'job']) {
      const client = createClient(github, token)
      expect(await client.call('GET', '/repos/alice/secret')).toMatchObject({ status: 404 })
    }
    expect(await createClient(github).call('GET', '/repos/alice/secret')).toMatchObject({
      status: 200,
      json: { private: true }
    })
  })

  test('an archived repository says so and refuses writes', async () => {
    const client = createClient(github)
    expect((await client.call('GET', '/repos/alice/archived')).json).toMatchObject({
      archived: true
    })
    for (const [method, resource] of [
      ['POST', 'git/blobs'],
      ['PATCH', 'git/refs/heads/main']
    ] as const) {
      expect(await client.call(method, `/repos/alice/archived/${resource}`, blobs)).toMatchObject({
        status: 403,
        message: 'Repository was archived so is read-only.'
      })
    }
  })

  test('a rule refuses updates of its branch by ref and by file, and of no other', async () => {
    const client = createClient(github)
    const head = await headOf(github, 'alice/ruled')
    const sha = await client.commitOn('alice/ruled', head, 'new')
    const refused = await client.updateRef('alice/ruled', 'main', sha)
    expect(refused.status).toBe(422)
    expect(refused.message).toMatch(
      /^Repository rule violations found\n\nChanges must be made through a pull request\./
    )
    const file = { message: 'm', content: 'eA==' }
    expect(await client.call('PUT', '/repos/alice/ruled/contents/x', file)).toMatchObject({
      status: 409,
      message: 'Could not update file: Changes must be made through a pull request.'
    })
    expect(await github.head('alice/ruled', 'main')).toBe(head)
    const ref = { ref: 'refs/heads/free', sha: head }
    expect(await client.call('POST', '/repos/alice/ruled/git/refs', ref)).toMatchObject({
      status: 201
    })
    expect(await client.updateRef('alice/ruled', 'free', sha)).toMatchObject({ status: 200 })
  })
})
