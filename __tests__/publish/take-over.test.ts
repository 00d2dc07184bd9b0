/** A catalogue of before there were shards is taken over by the next publish, in one commit, and nothing of it is lost. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filledStore } from '../../bench/support/filled-store.ts'
import { git, makeBareRepository } from '../../bench/support/git-store.ts'
import { isBadgePath } from '../../src/catalogue/badge.ts'
import { cataloguePath } from '../../src/catalogue/catalogue.ts'
import { isCatalogueFile } from '../../src/catalogue/whole.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { catalogueAmong, readCatalogue, version1 } from '../support/catalogue.ts'
import { startGitHttp } from '../support/git-http.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { readPublishedStore } from '../support/published-store.ts'
import { inventedStorePath, startPublisher } from '../support/publisher-process.ts'
import { readAsVersion1 } from '../support/version-1-reader.ts'

const repository = 'alice/store'
const held = 110
const old = filledStore(held, 1)

let folder: string
let github: GitHubServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-take-over-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
})

const publisher = (name: string, target = repository) =>
  startPublisher({
    github:
      target === repository
        ? github
        : { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' },
    repository: target,
    directory: folder,
    storePath: inventedStorePath(name),
    ...(target === repository ? { route: 'api' as const } : {})
  })

const namesOf = (rows: readonly CatalogueRow[]): string[] =>
  rows.map(({ storePath }) => storePath.slice(44)).sort()
const oldNames = namesOf(catalogueAmong(old).rows)

/** The branch as nar-publish of before left it. */
async function begin(files: ReadonlyMap<string, string> = old): Promise<string> {
  const head = await github.head(repository, 'main')
  const gone = head === null ? [] : await github.listFiles(repository, 'main')
  const all = {
    ...Object.fromEntries(gone.map((path) => [path, null])),
    ...Object.fromEntries(files)
  }
  return github.commitFiles(repository, 'main', all, 'as it was')
}

test('by the API, with every row, by one commit', async () => {
  const before = await begin()
  const { start, result } = await publisher('app-1.0')
  start()
  expect(await result).toMatchObject({ changed: true, attempts: 1 })
  const store = await readPublishedStore(github, repository, 'main')
  expect(namesOf(store.rows)).toEqual(['app-1.0', ...oldNames])
  expect(store.commits[1]).toBe(before)
  expect(store.rows).toEqual(expect.arrayContaining([...catalogueAmong(old).rows]))
  // Each gets its badges, those that were there before there were any as well.
  const paths = await github.listFiles(repository, 'main')
  expect(paths.filter(isBadgePath)).toHaveLength(2 + 2 * (held + 1))
})

test('by a push', async () => {
  const root = join(folder, 'hosts')
  const bare = join(root, 'store.git')
  mkdirSync(root)
  await makeBareRepository(bare, old)
  const host = await startGitHttp({ root })
  try {
    const before = await git(bare, ['rev-parse', 'main'])
    const { start, result } = await publisher('app-1.0', `${host.url}/store.git`)
    start()
    expect(await result).toMatchObject({ changed: true })
    expect(await git(bare, ['rev-parse', 'main~'])).toBe(before)
    const paths = (await git(bare, ['ls-tree', '-r', '--name-only', 'main']))
      .split('\n')
      .filter(isCatalogueFile)
    const files = await Promise.all(
      paths.map(async (path) => [path, await git(bare, ['show', `main:${path}`])] as const)
    )
    expect(namesOf(catalogueAmong(new Map(files)).rows)).toEqual(['app-1.0', ...oldNames])
  } finally {
    await host.close()
  }
})

test('by two publishers at once, one of which has to begin again on what the other made', async () => {
  await begin()
  const publishers = await Promise.all(['app-1.0', 'other-1.0'].map((name) => publisher(name)))
  const other = publishers[1]
  const unhook = github.beforeRefUpdate(async () => {
    unhook()
    other?.start()
    await other?.result
  })
  publishers[0]?.start()
  const results = await Promise.all(publishers.map(({ result }) => result))
  expect(results.map((result) => result?.attempts)).toEqual([2, 1])
  const store = await readPublishedStore(github, repository, 'main')
  expect(namesOf(store.rows)).toEqual(['app-1.0', 'other-1.0', ...oldNames])
})

test('with what a publisher of before lands between its look and its commit', async () => {
  await begin(filledStore(held - 1, 1))
  const { start, result } = await publisher('app-1.0')
  const unhook = github.beforeRefUpdate(async () => {
    unhook()
    // It brings one artifact more, with all of its files.
    await github.commitFiles(repository, 'main', Object.fromEntries(old), 'publish from before')
  })
  start()
  expect(await result).toMatchObject({ changed: true, attempts: 2 })
  const store = await readPublishedStore(github, repository, 'main')
  expect(namesOf(store.rows)).toEqual(['app-1.0', ...oldNames])
})

test('and again where somebody has put the old file back beside the shards', async () => {
  await begin()
  const first = await publisher('app-1.0')
  first.start()
  await first.result
  await github.commitFiles(
    repository,
    'main',
    { [cataloguePath]: version1(catalogueAmong(old)) },
    'by hand'
  )
  const second = await publisher('other-1.0')
  second.start()
  await second.result
  const store = await readPublishedStore(github, repository, 'main')
  expect(namesOf(store.rows)).toEqual(['app-1.0', 'other-1.0', ...oldNames])
})

test('after which a publisher of before stops before it writes', async () => {
  await begin()
  const { start, result } = await publisher('app-1.0')
  start()
  await result
  const content = await github.readFile(repository, 'main', cataloguePath)
  expect(() => readAsVersion1(content ?? Buffer.alloc(0))).toThrow(
    /^CATALOGUE_INVALID .*Publish with a newer version/
  )
  expect((await readCatalogue(github, repository, 'main')).rows).toHaveLength(held + 1)
})
