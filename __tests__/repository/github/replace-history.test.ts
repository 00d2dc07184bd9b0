import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { graphqlAddress } from '../../../src/repository/github/graphql.ts'
import type { Change, CommitResult, Target } from '../../../src/repository/types.ts'
import { judgeRequests } from '../../support/github/openapi-judge.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { openStore, publish, Scratch, startStore, store } from './fixture.ts'

let github: GitHubServer
const scratch = new Scratch()
afterEach(async () => {
  await github.close()
  expectAcceptable(github)
})
afterAll(() => {
  scratch.remove()
})

/** Each request is one that GitHub's own description knows. */
function expectAcceptable({ requests }: GitHubServer): void {
  expect(judgeRequests(requests)).toEqual([])
}

/** What a prune with `squash-history` asks for: these files go, and so does the history. */
function squash(target: Target, deletedFiles: readonly string[] = []): Promise<CommitResult> {
  return target.snapshot().then((snapshot) =>
    target.commit([], snapshot, async (state) => {
      const files = await state.listFiles()
      if (!(await state.hasHistory())) return null
      const change: Change = { message: 'squash\n', files: new Map(), largeFiles: [] }
      const here = deletedFiles.filter((path) => files.has(path))
      return { ...change, deletedFiles: here, replacesHistory: true }
    })
  )
}

async function parents(commit: string): Promise<number> {
  const found = await github.objects.commit(github.repository(store), commit)
  return found?.parents.length ?? -1
}

async function fill(files: number): Promise<string[]> {
  const paths = Array.from({ length: files }, (_, index) => `nar/aa/file-${index}.nar`)
  await github.commitFiles(
    store,
    'main',
    Object.fromEntries(paths.map((path) => [path, `of ${path}`])),
    'fill'
  )
  return paths
}

describe('a history that is replaced', () => {
  test('leaves one commit without a parent, with the files that are not deleted', async () => {
    github = await startStore()
    const paths = await fill(250)
    const gone = paths.slice(0, 230)
    const target = await openStore(github)
    const { commit, changed, attempts } = await squash(target, gone)
    expect({ changed, attempts, head: await github.head(store, 'main') }).toEqual({
      changed: true,
      attempts: 1,
      head: commit
    })
    expect(await parents(commit)).toBe(0)
    expect(await github.listFiles(store, 'main')).toEqual(['README.md', ...paths.slice(230)].sort())
    const trees = github.requests.filter(({ call }) => call === 'POST git/trees')
    expect(trees.map(({ body }) => (body?.['tree'] as unknown[]).length)).toEqual([100, 100, 30])
    const [update] = github.requests.filter(({ call }) => call === 'POST graphql')
    expect(update?.body?.['variables']).toMatchObject({
      updates: [{ name: 'refs/heads/main', afterOid: commit, force: true }]
    })
    // There is nothing left to replace.
    expect(await squash(target)).toMatchObject({ changed: false, attempts: 0, commit })
  })

  test('gives way to a publish that landed meanwhile, and takes it in', async () => {
    github = await startStore()
    await fill(3)
    const before = await github.head(store, 'main')
    const unhook = github.beforeRefUpdate(async () => {
      unhook()
      await github.commitFiles(store, 'main', { 'theirs.narinfo': 'x' }, 'meanwhile')
    })
    const { commit, attempts } = await squash(await openStore(github), ['nar/aa/file-0.nar'])
    expect(attempts).toBe(2)
    expect(await parents(commit)).toBe(0)
    expect(await github.listFiles(store, 'main')).toEqual([
      'README.md',
      'nar/aa/file-1.nar',
      'nar/aa/file-2.nar',
      'theirs.narinfo'
    ])
    expect(before).not.toBe(commit)
  })

  test('does not stop a publisher that had composed on what was replaced', async () => {
    github = await startStore()
    await fill(3)
    const squasher = await openStore(github)
    const unhook = github.beforeRefUpdate(async () => {
      unhook()
      await squash(squasher)
    })
    const nar = scratch.nar('published meanwhile')
    const { changed, attempts, commit } = await publish(github, [nar])
    expect({ changed, attempts }).toEqual({ changed: true, attempts: 2 })
    expect(await github.head(store, 'main')).toBe(commit)
    expect(await github.listFiles(store, 'main')).toEqual(
      expect.arrayContaining([nar.path, 'nar/aa/file-0.nar'])
    )
    const head = await github.objects.commit(github.repository(store), commit)
    expect(await parents(head?.parents[0]?.sha ?? '')).toBe(0)
  })

  test.each([
    ['whose answer is lost', () => github.loseReply({ path: '/graphql' })],
    [
      'on a GitHub whose reads are late',
      async () => {
        // What was made so far is old by then.
        await setTimeout(200)
        github.change({ staleRefsMs: 150, invisibleObjectsMs: 100 })
        github.loseReply({ path: '/graphql' })
      }
    ],
    [
      'that GitHub answers 502 at first',
      () => github.failNext({ path: '/graphql' }, { status: 502, message: 'Server Error' }, 2)
    ]
  ])('counts once, %s', async (_, mishap) => {
    github = await startStore()
    await fill(3)
    await mishap()
    const result = await squash(await openStore(github), ['nar/aa/file-0.nar'])
    expect(result.changed).toBe(true)
    expect(await github.head(store, 'main')).toBe(result.commit)
    expect(await parents(result.commit)).toBe(0)
  })
})

describe('a history that nobody may replace', () => {
  test.each([
    ['by a setting against force pushes', {}, { refuseForce: true }],
    ['by a rule for the branch', { protectedBranches: ['main'] }, {}]
  ])('is HISTORY_PROTECTED, %s', async (_, setup, conditions) => {
    github = await startStore(setup)
    await fill(1)
    github.change(conditions)
    const before = await github.head(store, 'main')
    await expect(squash(await openStore(github))).rejects.toMatchObject({
      code: 'HISTORY_PROTECTED'
    })
    expect(await github.head(store, 'main')).toBe(before)
  })

  test('is TOKEN_FORBIDDEN for a token that may only read', async () => {
    github = await startStore()
    await fill(1)
    const target = await openStore(github, { token: 'reader' })
    await expect(squash(target)).rejects.toMatchObject({ code: 'TOKEN_FORBIDDEN' })
  })
})

test.each([
  ['https://api.github.com', 'https://api.github.com/graphql'],
  ['https://github.example.org/api/v3', 'https://github.example.org/api/graphql'],
  ['https://api.acme.ghe.com', 'https://api.acme.ghe.com/graphql']
])('GraphQL of %s is at %s', (api, graphql) => {
  expect(graphqlAddress(api)).toBe(graphql)
})
