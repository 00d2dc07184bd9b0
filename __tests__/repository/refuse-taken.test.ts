import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ComposeChange, Target, TreeItem } from '../../src/repository/types.ts'
import type { Failure, FileChanges } from '../support/github/server.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { git, Hosts, tree } from './git/fixture.ts'
import { openStore, Scratch, startStore, store } from './github/fixture.ts'

const submodule = { mode: '160000', text: '3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a' } as const
const link = (text: string) => ({ mode: '120000', text }) as const
const hash = '0'.repeat(32)

const scratch = new Scratch()
const hosts = new Hosts()
const nar = scratch.nar('a NAR')
let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub({
    repositories: [{ name: store }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
})
afterAll(async () => {
  await github.close()
  scratch.remove()
  hosts.remove()
})

/** What a publish writes. */
const publishing: ComposeChange = () =>
  Promise.resolve({
    message: 'publish x\n',
    files: new Map(
      [
        'README.md',
        'catalogue.json',
        'catalogue/newest.json',
        'catalogue/a7.json',
        'nix-cache-info',
        `${hash}.narinfo`,
        'pins/x',
        '404.html'
      ].map((path) => [path, Buffer.from('ours\n')])
    ),
    largeFiles: [nar]
  })

async function commit(target: Target) {
  return target.commit([nar], await target.snapshot(), publishing)
}

async function onGitHub(branch: string, files: FileChanges): Promise<Target> {
  await github.commitFiles(store, branch, files, 'theirs')
  return openStore(github, { branch })
}

/** As somebody commits them with git. */
async function withGit(files: FileChanges): Promise<string> {
  const repository = await hosts.bare()
  const clone = hosts.folder()
  await git(clone, 'init', '--quiet', '--initial-branch=main')
  for (const [path, content] of Object.entries(files)) {
    const file = join(clone, path)
    mkdirSync(dirname(file), { recursive: true })
    if (content === null) continue
    if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(file, content)
    else if (content.mode === '120000') symlinkSync(content.text, file)
    else if (content.mode === '100755') {
      writeFileSync(file, content.text)
      chmodSync(file, 0o755)
    }
  }
  await git(clone, 'add', '--all')
  for (const [path, content] of Object.entries(files)) {
    if (content === null || typeof content === 'string' || Buffer.isBuffer(content)) continue
    if (content.mode !== '160000') continue
    await git(clone, 'update-index', '--add', '--cacheinfo', `160000,${content.text},${path}`)
  }
  await git(clone, 'commit', '--quiet', '--message=theirs')
  await git(clone, 'push', '--quiet', repository, 'HEAD:refs/heads/main')
  return repository
}

const cases: [string, FileChanges, string][] = [
  ['a file `nar`', { nar: 'theirs' }, 'nar'],
  ['a link `nar`', { nar: link('elsewhere') }, 'nar'],
  ['a submodule `nar`', { nar: submodule }, 'nar'],
  ['a file where a folder of NARs goes', { [dirname(nar.path)]: 'theirs' }, dirname(nar.path)],
  ['a link there', { [dirname(nar.path)]: link('..') }, dirname(nar.path)],
  ['a folder of a NAR’s name', { [`${nar.path}/x`]: 'theirs' }, nar.path],
  ['a file `pins`', { pins: 'theirs' }, 'pins'],
  ['a folder of a pin’s name', { 'pins/x/y': 'theirs' }, 'pins/x'],
  ['a folder `README.md`', { 'README.md/x': 'theirs' }, 'README.md'],
  ['a link `README.md`', { 'README.md': link('x.txt'), 'x.txt': 'theirs' }, 'README.md'],
  ['a folder `catalogue.json`', { 'catalogue.json/x': 'theirs' }, 'catalogue.json'],
  ['a submodule `catalogue.json`', { 'catalogue.json': submodule }, 'catalogue.json'],
  ['a file `catalogue`', { catalogue: 'theirs' }, 'catalogue'],
  ['a link `catalogue`', { catalogue: link('elsewhere') }, 'catalogue'],
  ['a submodule `catalogue`', { catalogue: submodule }, 'catalogue'],
  ['a folder of a shard’s name', { 'catalogue/a7.json/x': 'theirs' }, 'catalogue/a7.json'],
  ['a link of a shard’s name', { 'catalogue/a7.json': link('x') }, 'catalogue/a7.json'],
  ['a submodule of a shard’s name', { 'catalogue/a7.json': submodule }, 'catalogue/a7.json'],
  ['a folder `nix-cache-info`', { 'nix-cache-info/x': 'theirs' }, 'nix-cache-info'],
  ['a folder of a narinfo’s name', { [`${hash}.narinfo/x`]: 'theirs' }, `${hash}.narinfo`],
  ['a link of a narinfo’s name', { [`${hash}.narinfo`]: link('x') }, `${hash}.narinfo`],
  ['a folder `404.html`', { '404.html/x': 'theirs' }, '404.html']
]

test.each(cases)('%s stays on GitHub, and nothing is written', async (_what, files, named) => {
  const error = { code: 'PATH_TAKEN', subject: JSON.stringify(named) }
  const branch = `branch-${cases.findIndex(([, other]) => other === files)}`
  const target = await onGitHub(branch, files)
  const before = await github.head(store, branch)
  github.reset()
  await expect(commit(target)).rejects.toMatchObject(error)
  expect(await github.head(store, branch)).toBe(before)
  // The NAR alone, which this test sends before it composes.
  const writes = github.requests.filter(({ call }) => /^(POST|PATCH|PUT) git\//.test(call))
  expect(writes.map(({ call }) => call)).toEqual(['POST git/blobs'])
})

test.each(cases.filter((_case, index) => [0, 2, 4, 5, 9].includes(index)))(
  '%s stays in any Git repository, and nothing is written',
  async (_what, files, named) => {
    const repository = await withGit(files)
    const before = await tree(repository)
    const error = { code: 'PATH_TAKEN', subject: JSON.stringify(named) }
    await expect(commit(await hosts.open(repository))).rejects.toMatchObject(error)
    expect(await tree(repository)).toEqual(before)
  }
)

test.each<[string, Failure]>([
  ['forbids', { status: 403, message: 'Resource not accessible' }],
  ['does not have', { status: 404, message: 'Not Found' }],
  ['does not let through', { status: 405, message: 'Method Not Allowed' }],
  ['answers with an error of', { status: 502, message: 'Bad Gateway' }],
  ['breaks off', 'reset']
])('where the server %s GraphQL, the listing tells', async (_what, as) => {
  const server = await startStore()
  await server.commitFiles(store, 'main', { [`${nar.path}/x`]: 'theirs' }, 'theirs')
  const failing = server.failNext({ path: /\/graphql$/ }, as, 1000)
  const error = { code: 'PATH_TAKEN', subject: JSON.stringify(nar.path) }
  await expect(commit(await openStore(server))).rejects.toMatchObject(error)
  expect(failing.hits).toBeGreaterThan(0)
  await server.close()
})

describe('a file that is executable stays so when it is written anew', () => {
  const files: FileChanges = { 'README.md': { mode: '100755', text: 'theirs' } }
  const modeIn = (items: ReadonlyMap<string, TreeItem>): unknown =>
    ['README.md', nar.path].map((path) => items.get(path)?.isExecutable)

  test('on GitHub', async () => {
    const target = await onGitHub('executable', files)
    await commit(target)
    const after = await (await openStore(github, { branch: 'executable' })).snapshot()
    expect(modeIn(await after.itemsAt(['README.md', nar.path]))).toEqual([true, false])
  })

  test('in any Git repository', async () => {
    const repository = await withGit(files)
    await commit(await hosts.open(repository))
    const modes = (await tree(repository)).filter((line) => line.startsWith('100755'))
    expect(modes.map((line) => line.split('\t')[1])).toEqual(['README.md'])
  })
})
