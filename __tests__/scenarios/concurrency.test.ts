import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { calm, type Conditions } from '../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'
import { readPublishedStore } from '../support/published-store.ts'
import type { PublisherResult } from '../support/publisher-main.ts'
import { inventedStorePath, startPublisher } from '../support/publisher-process.ts'

// Each publisher is a process of its own, which takes a third of a second to start.
const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
const publishers = isLong ? 64 : 8
/** Milliseconds for which fresh objects stay invisible for a second (or less): each round waits for two, so that it cannot last. */
const lagTime = isLong ? 20_000 : 1500
const testTime = isLong ? 900_000 : 180_000
const repository = 'alice/store'
const run = promisify(execFile)

let folder: string
let signingKey: string
let publicKey: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-concurrency-'))
  const [secret, pub] = [join(folder, 'secret'), join(folder, 'public')]
  await run('nix-store', ['--generate-binary-cache-key', 'cache.example.org-1', secret, pub])
  signingKey = (await readFile(secret, 'utf8')).trim()
  publicKey = (await readFile(pub, 'utf8')).trim()
})
afterAll(() => removeFolder(folder))

describe(`${publishers} publishers that start together`, () => {
  test(
    'all land, and share the updates of the branch fairly',
    async () => {
      const github = await startStore({ latencyMs: 50 })
      await race(github, (results, seconds) => {
        const updates = github.requests.filter(({ call }) => /^(PATCH|POST) git\/refs$/.test(call))
        report('calm', results, updates.length, seconds)
        expect(updates.length).toBeLessThanOrEqual(4 * publishers)
        expect(github.counts().api).toBeLessThanOrEqual(30 * publishers)
      })
    },
    testTime
  )

  test(
    'all land on a GitHub that has every fault at once',
    async () => {
      const faults: Partial<Conditions> = {
        seed: 3,
        latencyMs: isLong ? 50 : 5,
        badGateway: 0.05,
        resetBefore: 0.02,
        loseReply: 0.05,
        accidentKinds: ['api', 'raw'],
        invisibleObjectsMs: isLong ? 1000 : 100,
        secondaryLimit: { writes: isLong ? 100 : 18, windowMs: 1000, retryAfterSeconds: 1 }
      }
      const github = await startStore(faults)
      github.failNext({ method: 'POST', path: 'git/blobs' }, refusal(403))
      await race(github, (results, seconds) => {
        const updates = github.requests.filter(({ call }) => /^(PATCH|POST) git\/refs$/.test(call))
        report('faults', results, updates.length, seconds)
        expect(github.requests.some(({ replyLost }) => replyLost)).toBe(true)
        const statuses = github.requests.map(({ status }) => status)
        expect(statuses).toEqual(expect.arrayContaining([null, 403, 422, 502]))
      })
    },
    testTime
  )
})

/** Each fault of a commit that there is, all from the first request on: the branch and the repository's first commit are made under them. */
const everyFault: Partial<Conditions> = {
  ...{ seed: 32, latencyMs: 20, badGateway: 0.05, resetBefore: 0.03, loseReply: 0.05 },
  accidentKinds: ['api', 'upload', 'raw', 'git'],
  ...{ invisibleObjectsMs: 500, staleRefsMs: 500, missingRawMs: 2000, rawClosedTo: 'everybody' },
  secondaryLimit: { writes: 100, windowMs: 1000, retryAfterSeconds: 1 },
  primaryLimit: { remaining: 400, resetSeconds: 3 }
}

if (isLong) {
  test.each([
    ['an empty repository', false],
    ['a branch that does not exist', true]
  ])(
    '32 publishers land in %s while every fault is switched on',
    async (_what, initialized) => {
      const github = await startStore(everyFault, initialized)
      for (const status of [403, 429])
        github.failNext({ method: 'POST', path: 'git/blobs' }, refusal(status))
      await race(
        github,
        (results, seconds) => {
          const updates = github.requests.filter(({ call }) =>
            /^(PATCH|POST) git\/refs$/.test(call)
          )
          report('every fault', results, updates.length, seconds)
          const statuses = new Set(github.requests.map(({ status }) => status))
          expect([...statuses]).toEqual(expect.arrayContaining([null, 403, 422, 429, 502]))
          expect(github.requests.some(({ replyLost }) => replyLost)).toBe(true)
        },
        { number: 32, branch: initialized ? 'cache' : 'main' }
      )
    },
    testTime
  )
}

/** As the limits answer, which by themselves strike only where the machine is quick enough for them. */
const refusal = (status: number): Parameters<GitHubServer['failNext']>[1] => ({
  status,
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes.',
  headers: { 'retry-after': '1' }
})

function startStore(conditions: Partial<Conditions>, initialized = true): Promise<GitHubServer> {
  return startGitHub({
    repositories: [{ name: repository, initialized }],
    tokens: { writer: { login: 'alice', access: 'write' } },
    conditions
  })
}

/** Closes the GitHub at the end. */
async function race(
  github: GitHubServer,
  check: (results: PublisherResult[], seconds: number) => void,
  { number, branch } = { number: publishers, branch: 'main' }
): Promise<void> {
  try {
    const storePaths = Array.from({ length: number }, (_, index) =>
      inventedStorePath(`tool${index}-1.${index}`)
    )
    const waiting = await Promise.all(
      storePaths.map((storePath) =>
        startPublisher({ github, repository, branch, signingKey, directory: folder, storePath })
      )
    )
    const begin = performance.now()
    for (const { start } of waiting) start()
    const endOfLag = setTimeout(() => {
      github.change({ invisibleObjectsMs: 0, staleRefsMs: 0 })
    }, lagTime)
    const results = (await Promise.all(waiting.map(({ result }) => result))).flatMap((result) =>
      result === null ? [] : [result]
    )
    clearTimeout(endOfLag)
    check(results, (performance.now() - begin) / 1000)
    expectPolite(github)
    await expectAllLanded(github, storePaths, results, branch)
  } finally {
    await github.close()
  }
}

/** Nothing was forced, and each request is one that GitHub's own description knows. */
function expectPolite({ requests }: GitHubServer): void {
  const arrived = requests.filter(({ status }) => status !== null)
  expect(arrived.filter(({ body }) => body?.['force'] === true)).toEqual([])
  expect(judgeRequests(arrived)).toEqual([])
}

async function expectAllLanded(
  github: GitHubServer,
  storePaths: readonly string[],
  results: readonly PublisherResult[],
  branch: string
): Promise<void> {
  github.change(calm)
  const { narInfos, rows, readme, commits } = await readPublishedStore(github, repository, branch)
  expect(rows.map(({ storePath }) => storePath).sort()).toEqual([...storePaths].sort())
  for (const storePath of storePaths) expect(readme.split(`\`${storePath}\``)).toHaveLength(2)
  // Each brings itself and a library; one more they have in common.
  expect(narInfos).toHaveLength(2 * storePaths.length + 1)

  // One commit for each, on top of the branch's first where that is not ours.
  expect(new Set(results.map(({ commit }) => commit)).size).toBe(storePaths.length)
  expect(commits).toHaveLength(storePaths.length + (branch === 'main' ? 1 : 0))
  expect(commits).toEqual(expect.arrayContaining(results.map(({ commit }) => commit)))
  const branches = await github.objects.branches(github.repository(repository))
  expect(branches).toEqual([...new Set([branch, 'main'])].sort())

  await rebuildGitRepository(github, repository, branch, folder)
  const sample = [storePaths[0], storePaths.at(-1), storePaths[storePaths.length >> 1]]
  await substitute(
    github.substituterUrl(repository, branch),
    sample.flatMap((path) => path ?? [])
  )
}

/** As a stranger: into a store of its own, with no key but the publishers'. */
async function substitute(from: string, storePaths: readonly string[]): Promise<void> {
  const store = mkdtempSync(join(folder, 'store-'))
  const settings = join(store, 'nix.conf')
  await mkdir(join(store, 'cache'))
  await writeFile(settings, `trusted-public-keys = ${publicKey}\nrequire-sigs = true\n`)
  await run('nix', ['copy', '--from', from, '--to', `local?root=${store}`, ...storePaths], {
    env: {
      ...testEnvironment(),
      NIX_USER_CONF_FILES: settings,
      XDG_CACHE_HOME: join(store, 'cache')
    }
  })
  for (const storePath of storePaths) {
    expect(await readFile(join(store, storePath), 'utf8')).toContain(storePath)
  }
}

function report(
  what: string,
  results: readonly PublisherResult[],
  updates: number,
  seconds: number
): void {
  const mean = (numbers: number[]): string =>
    (numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toFixed(2)
  const requests = results.map(({ api }) => api)
  const attempts = results.map((result) => result.attempts)
  console.log(
    `${what}: ${results.length} publishers, ${seconds.toFixed(1)} s; ref updates ${(updates / results.length).toFixed(2)} ` +
      `(at most ${Math.max(...attempts)} by one); API requests ${mean(requests)} (at most ${Math.max(...requests)})`
  )
}
