import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { LargeFile } from '../../../src/repository/types.ts'
import { rebuildGitRepository } from '../../support/github/git-rebuild.ts'
import { judgeRequests } from '../../support/github/openapi-judge.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  fastPace,
  hashOf,
  indexPath,
  openStore,
  publish,
  publishing,
  Scratch,
  startStore,
  store
} from './fixture.ts'

const scratch = new Scratch()
afterAll(() => {
  scratch.remove()
})

const nars = ['one', 'two', 'three'].map((text) => scratch.nar(text))
const other = scratch.nar('of another publisher')

/** What a publish of `published` into a store leaves behind. */
function storeFiles(published: readonly LargeFile[]): string[] {
  return [
    'README.md',
    indexPath,
    ...published.flatMap(({ path }) => [path, `${hashOf(path)}.narinfo`])
  ].sort()
}

/** Each request is one that GitHub's own description knows, and no update was forced. */
function expectAcceptable({ requests }: GitHubServer): void {
  const arrived = requests.filter(({ status }) => status !== null)
  expect(judgeRequests(arrived)).toEqual([])
  expect(arrived.filter(({ body }) => body?.['force'] === true)).toEqual([])
}

async function history(github: GitHubServer, branch = 'main'): Promise<string[]> {
  const messages: string[] = []
  for (let sha = await github.head(store, branch); sha !== null;) {
    const commit = await github.objects.commit(github.repository(store), sha)
    if (commit === null || commit.parents.length > 1) throw new Error('the history is not linear')
    messages.unshift(commit.message.split('\n')[0] ?? '')
    sha = commit.parents[0]?.sha ?? null
  }
  return messages
}

describe('a commit through the Git Data API', () => {
  let github: GitHubServer
  beforeEach(async () => {
    github = await startStore()
  })
  afterEach(async () => {
    await github.close()
    expectAcceptable(github)
  })

  test('of three NARs into a store that is there costs seven requests and one for each NAR', async () => {
    await publish(github, [other])
    github.reset()
    const { target, changed, attempts, commit, url, route } = await publish(github, nars)
    // Two of them look at what stands where the files go.
    expect(github.counts()).toMatchObject({ api: 7 + 3, writes: 3 + 3 })
    expect(target.requests).toEqual({ api: 10, raw: github.counts().raw })
    expect({ changed, attempts, route }).toEqual({ changed: true, attempts: 1, route: 'api' })
    expect(await github.head(store, 'main')).toBe(commit)
    expect(url).toBe(`${github.serverUrl}/${store}/commit/${commit}`)
    expect(await github.listFiles(store, 'main')).toEqual(storeFiles([...nars, other]))
    expect(await github.readFile(store, 'main', nars[1]?.path ?? '')).toEqual(Buffer.from('two'))
    await rebuildGitRepository(github, store, 'main', scratch.path)
  })

  test('names no author and no committer, so that GitHub signs it', async () => {
    await publish(github, nars)
    const bodies = github.requests
      .filter(({ call }) => call === 'POST git/commits')
      .map(({ body }) => body)
    expect(bodies.map((body) => Object.keys(body ?? {}).sort())).toEqual([
      ['message', 'parents', 'tree']
    ])
  })

  test('is not made when somebody else published the same', async () => {
    const first = await publish(github, nars)
    github.reset()
    const second = await publish(github, nars)
    expect(second).toMatchObject({ changed: false, commit: first.commit, attempts: 0 })
    expect(await history(github)).toHaveLength(2)
  })

  test('is not made when what was composed is what is there', async () => {
    const target = await openStore(github)
    const readme = await github.readFile(store, 'main', 'README.md')
    const result = await target.commit([], await target.snapshot(), () =>
      Promise.resolve({
        message: 'm',
        files: new Map([['README.md', readme ?? Buffer.of()]]),
        largeFiles: []
      })
    )
    expect(result).toMatchObject({ changed: false, commit: await github.head(store, 'main') })
    expect(github.counts().calls).not.toHaveProperty('POST git/commits')
  })

  test('keeps bytes as they are: a byte order mark, invalid UTF-8, NUL, nothing at all', async () => {
    const files = new Map([
      ['bom', Buffer.from('\ufefftext')],
      ['latin1', Buffer.from('caf\xe9', 'latin1')],
      ['nul', Buffer.from('a\0b')],
      ['empty', Buffer.of()],
      ['astral', Buffer.from('𝒳 "quoted" \\ \u2028')],
      ['long', Buffer.from('ü'.repeat(700_000))],
      ['pins/feat$(x)', Buffer.from('/nix/store/x\n')]
    ])
    const target = await openStore(github)
    await target.commit([], await target.snapshot(), () =>
      Promise.resolve({ message: 'm', files, largeFiles: [] })
    )
    for (const [path, content] of files) {
      expect([path, (await github.readFile(store, 'main', path))?.equals(content)]).toEqual([
        path,
        true
      ])
    }
    await rebuildGitRepository(github, store, 'main', scratch.path)
  })

  test('puts more files than one call takes into one commit', async () => {
    const files = new Map(
      Array.from({ length: 230 }, (_, i) => [`${hashOf(`${i}`)}.narinfo`, Buffer.from(`${i}`)])
    )
    const target = await openStore(github)
    await target.commit([], await target.snapshot(), () =>
      Promise.resolve({ message: 'm', files, largeFiles: [] })
    )
    expect(github.counts().calls).toMatchObject({
      'POST git/trees': 3,
      'POST git/commits': 1,
      'PATCH git/refs': 1
    })
    expect(await github.listFiles(store, 'main')).toHaveLength(231)
  })

  test('a second commit on the same target builds on the first without asking', async () => {
    const { target } = await publish(github, nars)
    github.reset()
    await target.commit([other], await target.snapshot(), publishing([other]))
    expect(await github.listFiles(store, 'main')).toEqual(storeFiles([...nars, other]))
    expect(github.counts().calls).toMatchObject({ 'GET commits': 1, 'PATCH git/refs': 1 })
  })

  test('on a branch that moved meanwhile merges again and uploads no NAR again', async () => {
    let moves = 0
    github.beforeRefUpdate(async () => {
      if (moves++ === 0) await github.commitFiles(store, 'main', { 'by-hand': 'x' }, 'by hand')
    })
    const { attempts } = await publish(github, nars)
    expect(attempts).toBe(2)
    expect(await github.listFiles(store, 'main')).toEqual(['by-hand', ...storeFiles(nars)].sort())
    expect(github.counts().calls).toMatchObject({
      'POST git/blobs': 3,
      'POST git/trees': 2,
      'POST git/commits': 2
    })
    expect(await history(github)).toEqual(['Initial commit', 'by hand', 'publish 3 NARs'])
  })

  test('gives up on a branch that never stands still, and says what it expected and found', async () => {
    let moves = 0
    github.beforeRefUpdate(async () => {
      await github.commitFiles(store, 'main', { 'by-hand': `${moves++}` }, 'by hand')
    })
    await expect(publish(github, nars, { limits: { refAttempts: 3 } })).rejects.toMatchObject({
      code: 'HEAD_MOVED',
      subject: 'alice/store branch "main"',
      reason: expect.stringMatching(/^expected [0-9a-f]{12}, found [0-9a-f]{12} after 3 attempts$/)
    })
    expect(moves).toBe(3)
  })

  test.each([
    ['reset', 'reset'],
    ['a bad gateway', { status: 502, message: 'Bad Gateway' }]
  ] as const)(
    'whose update took effect although the answer was lost (%s) is found, not made twice',
    async (_, as) => {
      github.loseReply({ method: 'PATCH', path: 'git/refs' }, 1, as)
      const { changed, commit, attempts } = await publish(github, nars)
      expect({ changed, attempts }).toEqual({ changed: true, attempts: 1 })
      expect(await github.head(store, 'main')).toBe(commit)
      expect(await history(github)).toEqual(['Initial commit', 'publish 3 NARs'])
    }
  )

  test('whose answer was lost is found below what somebody else put on top', async () => {
    github.loseReply({ method: 'PATCH', path: 'git/refs' })
    const target = await openStore(github, {
      pace: {
        sleep: async () => {
          await github.commitFiles(store, 'main', { 'by-hand': `${Math.random()}` }, 'by hand')
        },
        now: () => 0,
        random: () => 0.5
      }
    })
    const { changed, attempts } = await target.commit(
      nars,
      await target.snapshot(),
      publishing(nars)
    )
    expect({ changed, attempts }).toEqual({ changed: true, attempts: 1 })
    expect(await history(github)).toEqual(['Initial commit', 'publish 3 NARs', 'by hand'])
  })

  test('whose update never arrived is sent again', async () => {
    github.failNext({ method: 'PATCH', path: 'git/refs' }, 'reset', 2)
    const { attempts } = await publish(github, nars)
    expect(attempts).toBe(1)
    expect(await history(github)).toEqual(['Initial commit', 'publish 3 NARs'])
  })

  test('lost answers with stale reads of the branch make no second commit', async () => {
    github.change({ staleRefsMs: 60 })
    github.loseReply({ method: 'PATCH', path: 'git/refs' })
    const { target, changed } = await publish(github, nars)
    expect(changed).toBe(true)
    await target.commit([other], await target.snapshot(), publishing([other]))
    expect(await history(github)).toEqual(['Initial commit', 'publish 3 NARs', 'publish 1 NARs'])
    expect(await github.listFiles(store, 'main')).toEqual(storeFiles([...nars, other]))
  })

  test('after a moved ref a read that still shows the old state is not believed, nor costs an attempt', async () => {
    let moves = 0
    github.change({ staleRefsMs: Infinity })
    github.beforeRefUpdate(async () => {
      if (moves++ === 0) await github.commitFiles(store, 'main', { 'by-hand': 'x' }, 'by hand')
    })
    // Only pauses take time. GitHub was seen to be stale for 30 s; here reads are 30 s of pauses after the move.
    const fast = fastPace()
    let now = 0
    let paused = 0
    const sleep: typeof fast.sleep = (ms, signal) => {
      now += ms
      if (moves > 0) paused += ms
      if (paused >= 30_000) github.change({ staleRefsMs: 0 })
      return fast.sleep(0, signal)
    }
    const { attempts } = await publish(github, nars, { pace: { ...fast, sleep, now: () => now } })
    expect(attempts).toBe(2)
    expect(github.counts().calls['GET commits']).toBeGreaterThan(2)
  })

  test.each([
    { path: '/repos/alice/store' },
    { path: 'commits/heads/main' },
    { method: 'GET', path: 'git/trees' },
    { method: 'POST', path: 'git/blobs' },
    { method: 'POST', path: 'git/trees' },
    { method: 'POST', path: 'git/commits' }
  ])('goes on after 5xx, resets and lost answers of %j', async (request) => {
    const accidents = [
      github.failNext(request, { status: 503, message: 'Service Unavailable' }),
      github.failNext(request, 'reset'),
      github.loseReply(request)
    ]
    await publish(github, nars)
    expect(accidents.map(({ hits }) => hits)).toEqual([1, 1, 1])
    expect(await history(github)).toEqual(['Initial commit', 'publish 3 NARs'])
    expect(await github.listFiles(store, 'main')).toEqual(storeFiles(nars))
  })

  test('waits for fresh objects to become visible', async () => {
    github.change({ invisibleObjectsMs: 60_000 })
    const refusals = () => github.requests.filter(({ status }) => status === 422).length
    const pace = fastPace()
    await publish(github, nars, {
      pace: {
        ...pace,
        // In the pause after the first refusal.
        sleep: (...pause) => {
          if (refusals() > 0) github.change({ invisibleObjectsMs: 0 })
          return pace.sleep(...pause)
        }
      }
    })
    expect(refusals()).toBeGreaterThan(0)
    expect(await history(github)).toEqual(['Initial commit', 'publish 3 NARs'])
  })

  test('obeys retry-after: nobody asks on before its time', async () => {
    const refused = {
      status: 403,
      message: 'You have exceeded a secondary rate limit.',
      headers: { 'retry-after': '30' }
    }
    github.failNext({ path: 'git/blobs' }, refused)
    // The 30 seconds take 1.5: what was under way with the refused request has come long before.
    await publish(github, nars, { pace: fastPace(20) })
    const refusedAt = github.requests.find(({ status }) => status === 403)?.startedAt ?? 0
    const sinceRefusal = github.requests.map(({ startedAt }) => startedAt - refusedAt)
    expect(sinceRefusal.filter((ms) => ms > 750 && ms < 1490)).toEqual([])
    expect(sinceRefusal.filter((ms) => ms >= 1490).length).toBeGreaterThan(0)
  })

  test('a quota that is used up for longer than the budget is an error that says until when', async () => {
    github.change({ primaryLimit: { remaining: 3, resetSeconds: 3000 } })
    await expect(publish(github, nars)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      reason: expect.stringMatching(/until 20\d\d-.*Z: API rate limit exceeded/)
    })
    expect(await history(github)).toEqual(['Initial commit'])
  })

  test('a GitHub that stays down is given up within the attempts, and nothing was written', async () => {
    github.failNext(
      { method: 'POST', path: 'git/trees' },
      { status: 502, message: 'Bad Gateway' },
      100
    )
    await expect(publish(github, nars, { limits: { requestAttempts: 4 } })).rejects.toMatchObject({
      code: 'GITHUB_UNAVAILABLE'
    })
    expect(github.counts().calls['POST git/trees']).toBe(4)
    expect(await history(github)).toEqual(['Initial commit'])
  })

  test('makes a new branch without a parent, holding the cache alone', async () => {
    const { commit } = await publish(github, nars, { branch: 'feat/nix-cache' })
    expect(await history(github, 'feat/nix-cache')).toEqual(['publish 3 NARs'])
    expect(await github.head(store, 'feat/nix-cache')).toBe(commit)
    expect(await github.listFiles(store, 'feat/nix-cache')).toEqual(storeFiles(nars))
    expect(await history(github)).toEqual(['Initial commit'])
    expect(github.counts().calls).toEqual({
      'GET repository': 1,
      'GET commits': 1,
      'POST git/blobs': 3,
      'POST git/trees': 1,
      'POST git/commits': 1,
      'POST git/refs': 1
    })
  })

  test('two that make the same new branch at once both land in it', async () => {
    const results = await Promise.all([
      publish(github, nars, { branch: 'cache' }),
      publish(github, [other], { branch: 'cache' })
    ])
    expect(results.map(({ attempts }) => attempts).sort()).toEqual([1, 2])
    expect(await history(github, 'cache')).toHaveLength(2)
    expect(await github.listFiles(store, 'cache')).toEqual(storeFiles([...nars, other]))
  })

  test('a new branch whose answer was lost is found, not made twice', async () => {
    github.loseReply({ method: 'POST', path: 'git/refs' })
    const { changed, attempts } = await publish(github, nars, { branch: 'cache' })
    expect({ changed, attempts }).toEqual({ changed: true, attempts: 1 })
    expect(await history(github, 'cache')).toEqual(['publish 3 NARs'])
  })

  test('refuses a file over the limit before anything is sent', async () => {
    await expect(publish(github, nars, { limits: { largestBlob: 4 } })).rejects.toMatchObject({
      code: 'NAR_TOO_LARGE',
      subject: nars[2]?.path,
      reason: 'it has 5 bytes, and GitHub’s API takes files up to 4 bytes'
    })
    expect(github.counts().writes).toBe(0)
  })

  test('a NAR that is gone from the disk ends the run at once', async () => {
    const gone = {
      path: 'nar/go/gone.nar',
      diskPath: '/nonexistent/gone.nar',
      size: 5,
      placement: 'tree' as const
    }
    await expect(publish(github, [gone, ...nars])).rejects.toMatchObject({
      code: 'INTERNAL',
      subject: gone.path
    })
    expect(await history(github)).toEqual(['Initial commit'])
  })
})

describe('an empty repository', () => {
  let github: GitHubServer
  beforeEach(async () => {
    github = await startStore({ initialized: false })
  })
  afterEach(async () => {
    await github.close()
    expectAcceptable(github)
  })

  test('gets a README as its first commit, then everything at once', async () => {
    const { attempts } = await publish(github, nars)
    expect(attempts).toBe(1)
    expect(await history(github)).toEqual(['Start a Nix binary cache', 'publish 3 NARs'])
    const [first] =
      (
        await github.objects.commit(
          github.repository(store),
          (await github.head(store, 'main')) ?? ''
        )
      )?.parents ?? []
    expect(await github.listFiles(store, first?.sha ?? '')).toEqual(['README.md'])
    expect(await github.listFiles(store, 'main')).toEqual(storeFiles(nars))
    expect(github.counts().calls).toMatchObject({
      'GET repository': 1,
      'GET commits': 1,
      'PUT contents': 1,
      'POST git/blobs': 3,
      'POST git/trees': 1,
      'POST git/commits': 1,
      'PATCH git/refs': 1
    })
    await rebuildGitRepository(github, store, 'main', scratch.path)
  })

  test('takes another branch than its default one, which gets a heading', async () => {
    await publish(github, nars, { branch: 'cache' })
    expect(await history(github, 'cache')).toEqual(['publish 3 NARs'])
    expect((await github.readFile(store, 'main', 'README.md'))?.toString()).toBe('# store\n')
  })

  test('takes two publishers at once', async () => {
    await Promise.all([publish(github, nars), publish(github, [other])])
    expect(await history(github)).toHaveLength(3)
    expect(await github.listFiles(store, 'main')).toEqual(storeFiles([...nars, other]))
  })

  test('survives a lost answer to its first commit', async () => {
    github.loseReply({ path: 'contents/README.md' })
    await publish(github, nars)
    expect(await history(github)).toEqual(['Start a Nix binary cache', 'publish 3 NARs'])
  })
})
