/** Whole prunes, in this process, of a store on the embedded GitHub. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pruneOutputs } from '../../src/prune/report/outputs.ts'
import type { PruneReport } from '../../src/prune/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import type { GitHubOptions } from '../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { inventedStorePath } from '../support/publisher-process.ts'
import {
  environmentWith,
  inventCache,
  narFile,
  narInfoFile,
  now,
  pathNames,
  runPrune,
  type Files,
  type InventedPath,
  withBadges
} from './support.ts'

const store = 'alice/store'
const day = 86_400_000
let github: GitHubServer
const folder = mkdtempSync(join(tmpdir(), 'nar-publish-prune-'))

afterEach(async () => {
  await github.close()
  expectAcceptable(github)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Each request is one that GitHub's own description knows. */
function expectAcceptable({ requests }: GitHubServer): void {
  expect(judgeRequests(requests)).toEqual([])
}

async function start(
  files: Files,
  setup: Partial<GitHubOptions['repositories'][number]> = {}
): Promise<void> {
  github = await startGitHub({
    repositories: [{ name: store, ...setup }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      reader: { login: 'bob', access: 'read' }
    }
  })
  await github.commitFiles(store, 'main', Object.fromEntries(files), 'fill')
  github.reset()
}

function run(inputs: Record<string, string> = {}): Promise<Reported<PruneReport>> {
  const environment = environmentWith(
    { 'target-repository': store, ...inputs },
    {
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      PATH: process.env['PATH'] ?? ''
    }
  )
  return runPrune(environment, folder)
}

async function branch(name = 'main'): Promise<Files> {
  const paths = await github.listFiles(store, name)
  const files = paths.map(async (path): Promise<[string, Buffer]> => {
    return [path, (await github.readFile(store, name, path)) ?? Buffer.alloc(0)]
  })
  return new Map(await Promise.all(files))
}

/** Two generations, each with a library of its own. */
const twoGenerations: InventedPath[] = [
  { name: 'tool-1.0', references: ['lib-1.0'], row: { daysAgo: 90 } },
  { name: 'lib-1.0' },
  { name: 'tool-2.0', references: ['lib-2.0'], row: { daysAgo: 80 } },
  { name: 'lib-2.0' }
]

describe('a prune', () => {
  test('takes what is to go out of the branch, in one commit on top of it', async () => {
    await start(await withBadges(inventCache(twoGenerations)))
    const before = (await github.head(store, 'main')) ?? ''
    const { report, error } = await run()
    expect(error).toBeNull()
    expect(pathNames(await branch())).toEqual(['lib-2.0', 'tool-2.0'])
    const head = (await github.head(store, 'main')) ?? ''
    const commit = await github.objects.commit(github.repository(store), head)
    expect(commit?.parents.map(({ sha }) => sha)).toEqual([before])
    expect(commit?.message).toMatch(/^prune 1 artifact and 2 paths /)
    expect(report).toMatchObject({ outcome: 'pruned', route: 'api', attempts: 1, squashed: null })
    const outputs = pruneOutputs(report)
    expect(outputs).toMatchObject({ changed: 'true', 'commit-sha': head, route: 'api' })
    expect((JSON.parse(outputs['removed'] ?? '') as string[]).sort()).toEqual(
      [inventedStorePath('lib-1.0'), inventedStorePath('tool-1.0')].sort()
    )
    expect(JSON.parse(outputs['kept'] ?? '')).toEqual([
      { storePath: inventedStorePath('tool-2.0'), reason: 'generation' }
    ])
    expect(Number(outputs['freed-bytes'])).toBeGreaterThan(2000)
    // Repository, head, listing, texts; an empty blob and the rules, which tell whether it may; tree, commit, ref; releases.
    expect(github.counts()).toMatchObject({ api: 10, writes: 3 })
  })

  test('that finds nothing to remove makes no commit, and says so', async () => {
    await start(inventCache(twoGenerations))
    await run()
    const head = await github.head(store, 'main')
    github.reset()
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'nothing', route: null, attempts: 0, removedPaths: [] })
    expect(pruneOutputs(report)).toMatchObject({ changed: 'false', removed: '[]' })
    expect(await github.head(store, 'main')).toBe(head)
    expect(github.counts()).toMatchObject({ api: 5, writes: 0 })
  })

  test('that is a dry run tells the same and writes nothing', async () => {
    await start(inventCache(twoGenerations))
    const dry = await run({ 'dry-run': 'true', token: 'reader' })
    expect(github.counts().writes).toBe(0)
    const { report } = await run()
    expect(dry.report).toMatchObject({ outcome: 'dry-run', route: null })
    expect(dry.report.removedPaths).toEqual(report.removedPaths)
    expect(dry.report.bytes).toEqual(report.bytes)
  })

  test('of a private store reads with its token, and no release is looked at', async () => {
    await start(inventCache(twoGenerations), { private: true })
    const { report } = await run()
    expect(report.outcome).toBe('pruned')
    expect(github.counts().calls['GET releases']).toBeUndefined()
    expect(pathNames(await branch())).toEqual(['lib-2.0', 'tool-2.0'])
  })

  test('of many files deletes them in chunks of a hundred', async () => {
    const many = Array.from({ length: 60 }, (_, index): InventedPath => {
      return { name: `tool-1.${index}`, row: { daysAgo: 90 } }
    })
    await start(await withBadges(inventCache(many)))
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'pruned', removedNars: 59 })
    // 59 narinfos, 59 NARs, catalogue and shard, README and the page that was another repository’s.
    const trees = github.requests.filter(({ call }) => call === 'POST git/trees')
    expect(trees.map(({ body }) => (body?.['tree'] as unknown[]).length)).toEqual([100, 22])
    expect(pathNames(await branch())).toEqual(['tool-1.59'])
  })
})

describe('a publish that lands meanwhile', () => {
  test('keeps the old path that it refers to, and its own', async () => {
    const before = inventCache(twoGenerations)
    await start(before)
    const theirs = inventCache([
      ...twoGenerations,
      { name: 'late-1.0', references: ['lib-1.0'], row: { daysAgo: 0 } }
    ])
    const unhook = github.beforeRefUpdate(async () => {
      unhook()
      await github.commitFiles(store, 'main', Object.fromEntries(theirs), 'meanwhile')
    })
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'pruned', attempts: 2 })
    expect(report.removedPaths).toEqual([inventedStorePath('tool-1.0')])
    expect(pathNames(await branch())).toEqual(['late-1.0', 'lib-1.0', 'lib-2.0', 'tool-2.0'])
  })

  test('may leave nothing to remove', async () => {
    const before = inventCache(twoGenerations)
    await start(before)
    const pinned = inventCache(twoGenerations, { pins: { main: 'tool-1.0' } })
    const unhook = github.beforeRefUpdate(async () => {
      unhook()
      await github.commitFiles(store, 'main', Object.fromEntries(pinned), 'pin')
    })
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'nothing', removedPaths: [] })
    expect(pathNames(await branch())).toEqual(['lib-1.0', 'lib-2.0', 'tool-1.0', 'tool-2.0'])
  })
})

describe('what stops a prune leaves the branch as it is', () => {
  test.each<[string, Files, object, Record<string, string>, string]>([
    [
      'a token that may only read',
      inventCache(twoGenerations),
      {},
      { token: 'reader' },
      'TOKEN_FORBIDDEN'
    ],
    [
      'a branch that is not there',
      inventCache(twoGenerations),
      {},
      { 'target-branch': 'x' },
      'BRANCH_MISSING'
    ],
    ['a branch that is no cache', new Map([['a', Buffer.from('b')]]), {}, {}, 'CACHE_MISSING'],
    ['a rule', inventCache(twoGenerations), { protectedBranches: ['main'] }, {}, 'BRANCH_RULE'],
    [
      'a rule, when its history is to be replaced',
      inventCache(twoGenerations),
      { protectedBranches: ['main'] },
      { 'squash-history': 'true' },
      'BRANCH_RULE'
    ],
    [
      'a narinfo that cannot be read',
      inventCache(twoGenerations, { extra: { [narInfoFile('lib-2.0')]: 'x' } }),
      {},
      {},
      'NARINFO_UNREADABLE'
    ],
    [
      'a pin that cannot be read',
      inventCache(twoGenerations, { extra: { 'pins/x': '' } }),
      {},
      {},
      'PIN_INVALID'
    ]
  ])('%s', async (_, files, setup, inputs, code) => {
    await start(files, setup)
    const before = await github.head(store, 'main')
    await expect(run(inputs)).rejects.toMatchObject({ code })
    expect(await github.head(store, 'main')).toBe(before)
  })
})

test('a rule against force is in the way of a squash alone, and found before anything is sent', async () => {
  await start(inventCache(twoGenerations))
  github.change({ refuseForce: 'by a rule' })
  const before = await github.head(store, 'main')
  await expect(run({ 'squash-history': 'true' })).rejects.toMatchObject({
    code: 'HISTORY_PROTECTED',
    reason: expect.stringContaining('`non_fast_forward`')
  })
  expect(github.counts().writes).toBe(0)
  expect(await github.head(store, 'main')).toBe(before)
  expect((await run()).report).toMatchObject({ outcome: 'pruned' })
})

describe('release assets', () => {
  const tag = 'nar-publish-store-1'
  const urlOf = (name: string): string =>
    `http://github.test/${store}/releases/download/${tag}/${name}`
  const large = (name: string, asset: string, daysAgo: number): InventedPath => ({
    name,
    url: urlOf(asset),
    row: { daysAgo }
  })
  const asset = (name: string) => ({ name, state: 'uploaded' as const, bytes: Buffer.from(name) })

  function assetNames(): string[] {
    return github
      .releases(store)
      .flatMap(({ assets }) => assets.map(({ name }) => name))
      .sort()
  }

  async function startWithAssets(cache: Files, assets = ['old.nar', 'new.nar']): Promise<void> {
    await start(cache)
    github.makeRelease(store, { tag }, assets.map(asset))
    const sha = await github.head(store, 'main')
    await fetch(`${github.apiUrl}/repos/${store}/git/refs`, {
      method: 'POST',
      headers: { authorization: 'Bearer writer', 'content-type': 'application/json' },
      body: JSON.stringify({ ref: `refs/tags/${tag}`, sha })
    })
    github.reset()
  }
  const tools = [large('tool-1.0', 'old.nar', 90), large('tool-2.0', 'new.nar', 80)]

  test('that nothing names any more go after the commit that stops naming them', async () => {
    await startWithAssets(inventCache(tools))
    const { report, error } = await run()
    expect(error).toBeNull()
    expect(report.removedAssets).toEqual([{ name: 'old.nar', size: 7 }])
    expect(assetNames()).toEqual(['new.nar'])
    const calls = github.requests.map(({ call }) => call)
    expect(calls.indexOf('DELETE releases')).toBeGreaterThan(calls.indexOf('PATCH git/refs'))
  })

  test('stay when the commit is refused', async () => {
    await startWithAssets(inventCache(tools))
    github.failNext(
      { method: 'PATCH' },
      { status: 422, message: 'Repository rule violations found' }
    )
    await expect(run()).rejects.toMatchObject({ code: 'BRANCH_RULE' })
    expect(assetNames()).toEqual(['new.nar', 'old.nar'])
  })

  test('stay while another branch names them, even for a path without a row', async () => {
    await startWithAssets(inventCache(tools))
    const other = inventCache([{ name: 'big-lib-1.0', url: urlOf('old.nar') }])
    await github.commitFiles(store, 'staging', Object.fromEntries(other), 'another cache')
    await github.commitFiles(
      store,
      'source',
      { 'x.narinfo': `URL: ${urlOf('new.nar')}\n` },
      'no cache'
    )
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'pruned', removedAssets: [] })
    expect(assetNames()).toEqual(['new.nar', 'old.nar'])
  })

  test('stay when a publish that landed meanwhile names them', async () => {
    await startWithAssets(inventCache(tools))
    const again = inventCache([...tools, large('again-1.0', 'old.nar', 0)])
    const unhook = github.beforeRefUpdate(async () => {
      unhook()
      await github.commitFiles(store, 'main', Object.fromEntries(again), 'meanwhile')
    })
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'pruned', removedAssets: [] })
    expect(assetNames()).toEqual(['new.nar', 'old.nar'])
  })

  test('stay where there are too many branches to look at, which is said', async () => {
    await startWithAssets(inventCache(tools))
    const sha = await github.head(store, 'main')
    const branches = Array.from({ length: 199 }, (_, index) => `refs/heads/branch-${index}`)
    for (const ref of branches) {
      await fetch(`${github.apiUrl}/repos/${store}/git/refs`, {
        method: 'POST',
        headers: { authorization: 'Bearer writer', 'content-type': 'application/json' },
        body: JSON.stringify({ ref, sha })
      })
    }
    const { report, error } = await run()
    expect(report).toMatchObject({ outcome: 'pruned', removedAssets: [] })
    expect(error?.reason).toBe('it has 200 branches or more, too many to look at')
    expect(assetNames()).toEqual(['new.nar', 'old.nar'])
  })

  test('go with their release and its tag when none is left', async () => {
    await startWithAssets(
      inventCache([large('tool-1.0', 'old.nar', 90), ...twoGenerations.slice(2)]),
      ['old.nar']
    )
    await run()
    expect(github.releases(store)).toEqual([])
    expect(await github.objects.ref(github.repository(store), `refs/tags/${tag}`)).toBeNull()
  })

  test('that are young and not named yet stay, abandoned drafts and uploads go', async () => {
    await startWithAssets(inventCache(tools.slice(1)), ['new.nar'])
    const old = new Date(now - 3 * day).toISOString()
    const [release] = github.releases(store)
    if (release === undefined) throw new Error('no release')
    release.assets.push(
      { id: 901, ...asset('on-its-way.nar'), createdAt: new Date(now).toISOString() },
      { id: 902, ...asset('forgotten.nar'), createdAt: old }
    )
    github.makeRelease(store, { tag: 'nar-publish-store-2', isDraft: true, createdAt: old })
    github.makeRelease(store, { tag: 'v1.0', isDraft: true, createdAt: old })
    const { report } = await run()
    expect(report).toMatchObject({ outcome: 'pruned', removedPaths: [] })
    expect(assetNames()).toEqual(['new.nar', 'on-its-way.nar'])
    expect(
      github
        .releases(store)
        .map((one) => one.tag)
        .sort()
    ).toEqual([tag, 'v1.0'])
  })

  test('of an immutable release stay with it, and that is said', async () => {
    await startWithAssets(inventCache(tools))
    for (const release of github.releases(store)) release.isImmutable = true
    const { report } = await run()
    expect(report.notes).toEqual([expect.stringContaining(`Release ${tag} is immutable`)])
    expect(assetNames()).toEqual(['new.nar', 'old.nar'])
  })

  test('that cannot be deleted fail the run, whose commit stands; the next one tries again', async () => {
    await startWithAssets(inventCache(tools))
    github.failNext(
      { method: 'DELETE' },
      { status: 403, message: 'Resource not accessible by integration' }
    )
    const { report, error } = await run()
    expect(error).toMatchObject({ code: 'TOKEN_FORBIDDEN' })
    expect(report).toMatchObject({ outcome: 'pruned', removedAssets: [] })
    expect(pathNames(await branch())).toEqual(['tool-2.0'])
    // By then it is an asset that nobody has named for days.
    for (const { assets } of github.releases(store)) {
      for (const one of assets) one.createdAt = new Date(now - 3 * day).toISOString()
    }
    expect((await run()).report).toMatchObject({
      outcome: 'pruned',
      removedAssets: [{ name: 'old.nar' }]
    })
    expect(assetNames()).toEqual(['new.nar'])
  })

  test('are told by a dry run, and stay', async () => {
    await startWithAssets(inventCache(tools))
    const { report } = await run({ 'dry-run': 'true' })
    expect(report.removedAssets).toEqual([{ name: 'old.nar', size: 7 }])
    expect(github.counts().writes).toBe(0)
  })
})

test('the history goes in the same commit as what is pruned', async () => {
  await start(inventCache(twoGenerations))
  const before = await github.head(store, 'main')
  const { report } = await run({ 'squash-history': 'true' })
  const head = (await github.head(store, 'main')) ?? ''
  const commit = await github.objects.commit(github.repository(store), head)
  expect(commit?.parents).toEqual([])
  expect(pathNames(await branch())).toEqual(['lib-2.0', 'tool-2.0'])
  expect((await branch()).has(narFile('tool-1.0'))).toBe(false)
  expect(report).toMatchObject({ outcome: 'pruned', squashed: before })
  expect(report.notes).toEqual([expect.stringContaining(`The branch was at ${before ?? ''}`)])
  const again = await run({ 'squash-history': 'true' })
  expect(again.report).toMatchObject({ outcome: 'nothing', squashed: null })
})

test('a store and a repository that grow too large are warned of', async () => {
  await start(inventCache(twoGenerations))
  const { report } = await run({ 'size-budget': '1 kB' })
  expect(report.warnings).toEqual([
    expect.stringMatching(/^The branch’s files have .* kB/),
    // As the embedded GitHub says of every repository.
    expect.stringMatching(/^The repository has 1.02 kB/)
  ])
})
