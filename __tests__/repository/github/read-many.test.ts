import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import { BlobReader } from '../../../src/repository/git/blobs.ts'
import { Repository } from '../../../src/repository/git/repository.ts'
import { addressesOf } from '../../../src/repository/github/addresses.ts'
import { GitHubApi } from '../../../src/repository/github/api.ts'
import { filesOf, listItems } from '../../../src/repository/github/list-files.ts'
import { RawFiles } from '../../../src/repository/github/raw-files.ts'
import { snapshotAt } from '../../../src/repository/github/snapshot.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { cleanEnvironment, git, Hosts } from '../git/fixture.ts'
import { fastPace, openStore, startStore, store } from './fixture.ts'

const hosts = new Hosts()
let github: GitHubServer
afterEach(async () => {
  await github.close()
})
afterAll(() => {
  hosts.remove()
})

const files = Object.fromEntries(
  Array.from({ length: 220 }, (_, index) => [`file-${index}`, `content of ${index}\n`])
)

const [owner = '', repo = ''] = store.split('/')

function apiAt(apiUrl: string): GitHubApi {
  return new GitHubApi({
    ...{ owner, repo, token: 'writer', apiUrl, isForkPullRequest: false },
    ...{ limits: defaultLimits, pace: fastPace(), log: silentLog }
  })
}

/** The same files on the embedded GitHub, which git cannot talk to, and in a repository that it can. */
async function openBoth({ isGitThere = true } = {}) {
  github = await startStore()
  const sha = await github.commitFiles(store, 'main', files, 'fill')
  const url = isGitThere ? await hosts.bare() : `${hosts.root}/nowhere.git`
  if (isGitThere) await hosts.commit(url, files)
  const commit = await github.objects.commit(github.repository(store), sha)
  github.reset()
  const raw = new RawFiles(addressesOf(github.serverUrl, owner, repo, 'main').rawFile, null)
  const repository = Repository.make({
    ...{ url, scratch: hosts.folder(), env: cleanEnvironment(), log: silentLog, pace: fastPace() }
  })
  const readByGit = async (blobs: readonly string[]): Promise<Map<string, Buffer>> => {
    const reader = new BlobReader(repository)
    const read = blobs.map(async (blob) => [blob, await reader.read(blob)] as const)
    return new Map(await Promise.all(read))
  }
  const head = { commit: sha, tree: commit?.tree.sha ?? '' }
  return { snapshot: snapshotAt(apiAt(github.apiUrl), raw, head, readByGit), repository }
}

function texts(contents: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries([...contents].map(([path, content]) => [path, content.toString()]))
}

describe('many files of a snapshot', () => {
  test('come in one connection of git, and no request for each', async () => {
    const { snapshot, repository } = await openBoth()
    expect(texts(await snapshot.readFiles(Object.keys(files)))).toEqual(files)
    expect(repository.connections).toBe(1)
    // The listing.
    expect(github.counts()).toMatchObject({ api: 1, raw: 0 })
    expect(await git(repository.git.directory, 'for-each-ref')).toBe('')
  })

  test('come a hundred a request where git cannot, and one by one where GraphQL cannot either', async () => {
    const { snapshot } = await openBoth({ isGitThere: false })
    expect(texts(await snapshot.readFiles(Object.keys(files)))).toEqual(files)
    expect(github.counts()).toMatchObject({ api: 4, raw: 0, calls: { 'POST graphql': 3 } })
    github.reset()
    github.failNext({ path: '/graphql' }, { status: 403, message: 'Forbidden' }, 3)
    expect(texts(await snapshot.readFiles(Object.keys(files)))).toEqual(files)
    expect(github.counts()).toMatchObject({ api: 3, raw: 220 })
  })

  test('that are few come with one question, and one that is not there is left out', async () => {
    const { snapshot, repository } = await openBoth()
    const read = await snapshot.readFiles(['file-1', 'file-2', 'nope'])
    expect(texts(read)).toEqual({ 'file-1': files['file-1'], 'file-2': files['file-2'] })
    expect(repository.connections).toBe(0)
    expect(github.counts()).toMatchObject({ api: 1, raw: 0, calls: { 'POST graphql': 1 } })
  })

  test('that GraphQL does not give as they are, as it does no binary ones, are read by the API', async () => {
    github = await startStore()
    const bytes = { nul: Buffer.from([0, 1]), latin: Buffer.from([0xe9]), empty: Buffer.alloc(0) }
    await github.commitFiles(store, 'main', { 'file-1': 'content of 1\n', ...bytes }, 'binary')
    const target = await openStore(github)
    const read = await (await target.snapshot()).readFiles([...Object.keys(bytes), 'file-1'])
    expect(Object.fromEntries(read)).toEqual({ ...bytes, 'file-1': Buffer.from('content of 1\n') })
    expect(github.counts().calls['GET git/blobs']).toBe(2)
  })

  test('that GraphQL gives nothing of are listed and read at their raw addresses', async () => {
    const { snapshot, repository } = await openBoth()
    // Asked once, found out for good.
    github.failNext({ path: '/graphql' }, { status: 403, message: 'Forbidden' })
    const read = await snapshot.readFiles(['file-1', 'file-2', 'nope'])
    expect(texts(read)).toEqual({ 'file-1': files['file-1'], 'file-2': files['file-2'] })
    expect(repository.connections).toBe(0)
    expect(github.counts()).toMatchObject({ api: 2, raw: 2, calls: { 'POST graphql': 1 } })
  })

  test('that their raw addresses do not give are read by the API', async () => {
    const { snapshot } = await openBoth()
    github.failNext({ path: '/graphql' }, { status: 403, message: 'Forbidden' }, 2)
    github.failNext({ path: '/raw/' }, { status: 429, message: 'slow down' }, 1000)
    const read = await snapshot.readFiles(['file-1', 'file-2'])
    expect(texts(read)).toEqual({ 'file-1': files['file-1'], 'file-2': files['file-2'] })
    expect(github.counts().calls['GET git/blobs']).toBe(2)
  })
})

test('a folder that GraphQL says nothing of is looked for in the listing', async () => {
  github = await startStore()
  await github.commitFiles(store, 'main', { 'pins/a': 'x', 'pins/b/c': 'y' }, 'pins')
  const snapshot = await (await openStore(github)).snapshot()
  const commit = { __typename: 'Commit', oid: snapshot.commit }
  const body = JSON.stringify({ data: { repository: { commit, at0: null } } })
  github.failNext({ path: '/graphql' }, { status: 200, message: '', body }, 1000)
  expect([...(await snapshot.itemsIn('pins'))].map(([name, { kind }]) => [name, kind])).toEqual([
    ['a', 'file'],
    ['b', 'folder']
  ])
})

describe('a listing that GitHub cuts short', () => {
  const names = [
    'README.md',
    'a.txt',
    ...Array.from({ length: 120 }, (_, index) => `nar/${String(index).padStart(3, '0')}/x.nar`),
    'pins/main/x'
  ]

  /** As it answers for more than 100,000 entries, or 7 MB. */
  async function listCut({
    isGraphqlThere = true,
    graphql = null
  }: { isGraphqlThere?: boolean; graphql?: ((commit: string) => object) | null } = {}): Promise<
    Awaited<ReturnType<typeof listItems>>
  > {
    github = await startStore()
    const contents = Object.fromEntries(names.slice(1).map((path) => [path, path]))
    const commit = await github.commitFiles(store, 'main', contents, 'fill')
    github.reset()
    const cut = { status: 200, message: '', body: '{"tree":[],"truncated":true}' }
    github.failNext({ path: `/git/trees/${commit}` }, cut)
    if (!isGraphqlThere) {
      github.failNext({ path: '/graphql' }, { status: 403, message: 'Forbidden' }, 1000)
    }
    if (graphql !== null) {
      const body = JSON.stringify({ data: { repository: graphql(commit) } })
      github.failNext({ path: '/graphql' }, { status: 200, message: '', body }, 1000)
    }
    return listItems(apiAt(github.apiUrl), commit)
  }

  function expectWhole(listed: Awaited<ReturnType<typeof listItems>>): void {
    expect([...filesOf(listed).keys()].sort()).toEqual(names)
    expect(listed.get('nar/007/x.nar')).toMatchObject({ kind: 'file', size: 13 })
    expect(listed.get('nar/007')?.kind).toBe('folder')
  }

  test('is asked for a hundred folders at a time', async () => {
    expectWhole(await listCut())
    // The whole, the root; `nar` and `pins`, and what is in them.
    expect(github.counts().calls).toEqual({ 'GET git/trees': 2, 'POST graphql': 3 })
  })

  test('is asked for folder by folder where GraphQL cannot', async () => {
    expectWhole(await listCut({ isGraphqlThere: false }))
    // The whole, the root, and each of 123 folders, once one level was asked for in vain.
    expect(github.counts().calls).toEqual({ 'GET git/trees': 125, 'POST graphql': 1 })
  })

  const folder = { __typename: 'Tree', oid: '1'.repeat(40) }
  test.each([
    ['has nothing to say of one of them', { at0: { ...folder, entries: [] }, at1: null }],
    ['does not list one of them', { at0: folder, at1: { ...folder, entries: null } }]
  ])('is asked for folder by folder where GraphQL %s', async (_what, answer) => {
    const graphql = (oid: string): object => ({ commit: { __typename: 'Commit', oid }, ...answer })
    expectWhole(await listCut({ graphql }))
  })
})

test('a commit’s files are listed with their sizes', async () => {
  const { snapshot } = await openBoth()
  const listed = await snapshot.listFiles()
  expect(listed.size).toBe(221)
  expect(listed.get('file-7')).toEqual({ blob: expect.stringMatching(/^[0-9a-f]{40}$/), size: 13 })
  expect(await snapshot.hasHistory()).toBe(true)
})
