import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { startGitHub, type Conditions, type GitHubServer } from '../support/github/server.ts'
import { createClient, headOf, writer } from './client.ts'

const store = 'alice/store'
const path = `/repos/${store}`
const running: GitHubServer[] = []

async function start(conditions: Partial<Conditions> = {}): Promise<GitHubServer> {
  const github = await startGitHub({
    repositories: [{ name: store }],
    tokens: { writer },
    conditions
  })
  running.push(github)
  return github
}
/** What the clock of the emulated GitHub says; it stands still until a test moves it. */
let now: number
beforeEach(() => {
  now = Date.now()
  jest.spyOn(Date, 'now').mockImplementation(() => now)
})
afterEach(async () => {
  jest.restoreAllMocks()
  await Promise.all(running.splice(0).map((github) => github.close()))
})

/** How a request ended: its status, or `reset`. */
async function outcome(answer: Promise<{ status: number }>): Promise<number | 'reset'> {
  try {
    return (await answer).status
  } catch (error) {
    // `fetch failed`, because of this. (No `instanceof`: node's errors come from outside of jest's realm.)
    const { cause } = error as { cause?: unknown }
    if (/ECONNRESET|EPIPE|other side closed/.test(String(cause))) return 'reset'
    throw error
  }
}

describe('planned accidents', () => {
  test('a lost reply leaves its effect, once', async () => {
    const github = await start()
    const client = createClient(github)
    const sha = await client.commitOn(store, await headOf(github, store), 'a')
    const planned = github.loseReply({ method: 'PATCH', path: 'git/refs/heads/main' })

    expect(await outcome(client.updateRef(store, 'main', sha))).toBe('reset')
    expect(await github.head(store, 'main')).toBe(sha)
    expect(planned.hits).toBe(1)
    expect(github.requests.at(-1)).toMatchObject({ status: 200, replyLost: true, responseBytes: 0 })
    expect(await outcome(client.updateRef(store, 'main', sha))).toBe(200)
    expect(planned.hits).toBe(1)
  })

  test('a lost reply can come as a 502', async () => {
    const github = await start()
    github.loseReply({ path: 'contents/x' }, 1, { status: 502, message: 'Server Error' })
    const file = { message: 'm', content: 'eA==' }
    const answer = createClient(github).call('PUT', `${path}/contents/x`, file)
    expect(await outcome(answer)).toBe(502)
    expect(await github.readFile(store, 'main', 'x')).toEqual(Buffer.from('x'))
  })

  test('a planned failure has no effect, strikes as often as asked, and then no more', async () => {
    const github = await start()
    const client = createClient(github)
    const as = { status: 503, message: 'No server', headers: { 'retry-after': '7' } }
    const planned = github.failNext({ method: 'PUT', path: /\/contents\/x$/ }, as, 2)
    const put = () => client.call('PUT', `${path}/contents/x`, { message: 'm', content: 'eA==' })

    const failed = await put()
    expect([failed.status, failed.message]).toEqual([503, 'No server'])
    expect(failed.headers.get('retry-after')).toBe('7')
    expect(await outcome(client.call('GET', `${path}/contents/README.md`))).toBe(200)
    expect(await outcome(put())).toBe(503)
    expect(await github.readFile(store, 'main', 'x')).toBeNull()
    expect(await outcome(put())).toBe(201)
    expect(planned.hits).toBe(2)
  })

  test('a planned reset does nothing, and is recorded without a status', async () => {
    const github = await start()
    github.failNext({ method: 'POST', path: 'git/blobs' }, 'reset')
    const content = 'x'.repeat(1_000_000)
    const answer = createClient(github).call('POST', `${path}/git/blobs`, { content })
    expect(await outcome(answer)).toBe('reset')
    expect(github.requests).toMatchObject([{ call: 'POST git/blobs', status: null, bodyBytes: 0 }])
  })
})

describe('accidents of chance', () => {
  const outcomes = async (conditions: Partial<Conditions>, count: number) => {
    const client = createClient(await start(conditions))
    const ends: (number | 'reset')[] = []
    for (let n = 0; n < count; n++) ends.push(await outcome(client.call('GET', path)))
    return ends
  }

  test('are as frequent as asked, and the same for the same seed', async () => {
    const conditions = { badGateway: 0.3, resetBefore: 0.2, seed: 7 }
    const ends = await outcomes(conditions, 120)
    const share = (end: number | 'reset') => ends.filter((other) => other === end).length / 120
    expect(share(502)).toBeCloseTo(0.3, 0)
    expect(share(502)).toBeGreaterThan(0.15)
    expect(share('reset')).toBeGreaterThan(0.08)
    expect(share(200)).toBeGreaterThan(0.3)
    expect(await outcomes(conditions, 120)).toEqual(ends)
    expect(await outcomes({ ...conditions, seed: 8 }, 120)).not.toEqual(ends)
  })

  test('lose replies after the effect, some by a reset and some by a 502', async () => {
    const github = await start({ loseReply: 1 })
    const client = createClient(github)
    const ends = []
    for (let n = 0; n < 12; n++) {
      const file = { message: 'm', content: 'eA==' }
      ends.push(await outcome(client.call('PUT', `${path}/contents/f${n}`, file)))
    }
    expect(new Set(ends)).toEqual(new Set(['reset', 502]))
    expect(await github.listFiles(store, 'main')).toHaveLength(13)
  })

  test('leave raw files alone, unless asked', async () => {
    const github = await start({ badGateway: 1 })
    const readme = `${github.substituterUrl(store, 'main')}/README.md`
    expect((await fetch(readme)).status).toBe(200)
    github.change({ accidentKinds: ['raw'] })
    expect((await fetch(readme)).status).toBe(502)
    expect(await outcome(createClient(github).call('GET', path))).toBe(200)
  })

  test('latency comes on top of every answer', async () => {
    const github = await start({ latencyMs: 80 })
    const startedAt = performance.now()
    await createClient(github).call('GET', path)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79)
  })
})

describe('what was written a moment ago', () => {
  /** Milliseconds. */
  const fresh = 200
  const blob = { path: 'a', mode: '100644', type: 'blob' }

  test('objects are not found where they are referred to, and then are', async () => {
    const github = await start({ invisibleObjectsMs: fresh })
    const client = createClient(github)
    const head = await headOf(github, store)
    const sha = await client.make(store, 'blobs', { content: 'new' })
    const tree = await client.make(store, 'trees', { tree: [{ ...blob, content: 'new' }] })
    const commit = await client.make(store, 'commits', {
      message: 'm',
      tree: await treeOf(head),
      parents: [head]
    })
    const attempts = () =>
      Promise.all([
        client.call('GET', `${path}/git/blobs/${sha}`),
        client.call('POST', `${path}/git/trees`, { tree: [{ ...blob, sha }] }),
        client.call('POST', `${path}/git/trees`, { base_tree: tree, tree: [] }),
        client.call('POST', `${path}/git/commits`, { message: 'm', tree, parents: [] }),
        client.updateRef(store, 'main', commit)
      ])

    const early = await attempts()
    expect(early.map(({ status, message }) => `${status} ${message}`)).toEqual([
      '404 Not Found',
      `422 tree.sha ${sha} is not a valid blob`,
      '422 base_tree is not a valid tree oid',
      '422 Tree SHA does not exist',
      '422 Object does not exist'
    ])
    now += fresh
    const late = await attempts()
    expect(late.map(({ status }) => status)).toEqual([200, 201, 201, 201, 200])

    async function treeOf(commit: string): Promise<string> {
      const read = await client.call('GET', `${path}/git/commits/${commit}`)
      return (read.json?.['tree'] as { sha: string }).sha
    }
  })

  test('refs are read as before the update, while the update itself compares truly', async () => {
    const github = await start({ staleRefsMs: fresh })
    const client = createClient(github)
    const before = await headOf(github, store)
    const after = await client.commitOn(store, before, 'new')
    expect(await outcome(client.updateRef(store, 'main', after))).toBe(200)
    const reads = async () => {
      const ref = await client.call('GET', `${path}/git/ref/heads/main`)
      const commit = await client.call('GET', `${path}/commits/heads/main?per_page=1`)
      const file = await client.call('GET', `${path}/contents/new`)
      const raw = await fetch(`${github.substituterUrl(store, 'main')}/new`)
      return [
        (ref.json?.['object'] as { sha: string }).sha,
        commit.json?.['sha'],
        file.status,
        raw.status
      ]
    }
    expect(await reads()).toEqual([before, before, 404, 404])
    const other = await client.commitOn(store, before, 'other')
    expect(await outcome(client.updateRef(store, 'main', other))).toBe(422)
    now += fresh
    expect(await reads()).toEqual([after, after, 200, 200])
  })

  test('a new branch is not seen at first', async () => {
    const github = await start({ staleRefsMs: fresh })
    const client = createClient(github)
    await github.commitFiles(store, 'new', { a: 'a' }, 'a')
    expect(await outcome(client.call('GET', `${path}/git/ref/heads/new`))).toBe(404)
    expect(await outcome(client.call('GET', `${path}/commits/heads/new`))).toBe(422)
    now += fresh
    expect(await outcome(client.call('GET', `${path}/git/ref/heads/new`))).toBe(200)
  })

  test('raw files of a new commit are 404 for a while', async () => {
    const github = await start({ missingRawMs: fresh })
    const client = createClient(github)
    const sha = await client.commitOn(store, await headOf(github, store), 'new')
    const read = async () => (await fetch(`${github.substituterUrl(store, sha)}/new`)).status
    expect(await read()).toBe(404)
    now += fresh
    expect(await read()).toBe(200)
  })
})

describe('rate limits', () => {
  test('the secondary limit stops writes with retry-after, not reads, until its window ends', async () => {
    const secondaryLimit = { writes: 2, windowMs: 3000, retryAfterSeconds: 1 }
    const client = createClient(await start({ secondaryLimit }))
    const write = () => client.call('POST', `${path}/git/blobs`, { content: 'x' })
    expect([await outcome(write()), await outcome(write())]).toEqual([201, 201])
    const refused = await write()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '1'])
    expect(refused.message).toMatch(/secondary rate limit/)
    expect(await outcome(client.call('GET', path))).toBe(200)
    now += 2999
    expect(await outcome(write())).toBe(403)
    now += 1
    expect(await outcome(write())).toBe(201)
  })

  test('the primary limit stops everything but raw files until the second that it names', async () => {
    const github = await start({ primaryLimit: { remaining: 2, resetSeconds: 3 } })
    const client = createClient(github)
    const read = () => client.call('GET', path)
    expect((await read()).headers.get('x-ratelimit-remaining')).toBe('1')
    expect((await read()).headers.get('x-ratelimit-remaining')).toBe('0')
    const refused = await read()
    expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([403, '0'])
    expect((await fetch(`${github.substituterUrl(store, 'main')}/README.md`)).status).toBe(200)

    const resetAt = Number(refused.headers.get('x-ratelimit-reset')) * 1_000
    expect(resetAt - now).toBeLessThanOrEqual(4_000)
    now = resetAt - 1
    expect((await read()).status).toBe(403)
    now = resetAt
    expect((await read()).headers.get('x-ratelimit-remaining')).toBe('4999')
  })
})

test('somebody can commit between a client’s read and its update, until the hook is taken off', async () => {
  const github = await start()
  const client = createClient(github)
  const seen: unknown[] = []
  const unhook = github.beforeRefUpdate(async (update) => {
    seen.push(update)
    await github.commitFiles(store, 'main', { [`theirs${seen.length}`]: 'x' }, 'theirs')
  })
  const first = await client.commitOn(store, await headOf(github, store), 'ours')
  expect(await client.updateRef(store, 'main', first)).toMatchObject({
    status: 422,
    message: 'Update is not a fast forward'
  })
  unhook()
  const second = await client.commitOn(store, await headOf(github, store), 'ours')
  expect(await outcome(client.updateRef(store, 'main', second))).toBe(200)
  expect(seen).toEqual([{ repository: store, method: 'PATCH', ref: 'refs/heads/main' }])
  expect(await github.listFiles(store, 'main')).toEqual(['README.md', 'ours', 'theirs1'])
})
