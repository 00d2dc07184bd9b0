/** Whole prunes, in this process, whose commits are pushed by git. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cloneCommands } from '../../src/catalogue/reader-lines.ts'
import type { PruneReport } from '../../src/prune/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { cleanEnvironment, git, Hosts, tree } from '../repository/git/fixture.ts'
import { startGitHttp, type GitHttpServer } from '../support/git-http.ts'
import { startGitHub } from '../support/github/server.ts'
import {
  environmentWith,
  inventCache,
  narFile,
  narInfoFile,
  runPrune,
  type Files,
  type InventedPath,
  withBadges
} from './support.ts'

const execute = promisify(execFile)
const hosts = new Hosts()
let http: GitHttpServer

beforeAll(async () => {
  http = await startGitHttp({ root: hosts.root })
})
afterAll(async () => {
  await http.close()
  hosts.remove()
})

function run(
  target: string,
  inputs: Record<string, string> = {},
  github = { apiUrl: 'http://127.0.0.1:1', serverUrl: 'http://127.0.0.1:1' }
): Promise<Reported<PruneReport>> {
  const environment = environmentWith(
    { 'target-repository': target, ...inputs },
    { ...cleanEnvironment(), GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }
  )
  return runPrune(environment, hosts.folder())
}

const twoGenerations: InventedPath[] = [
  { name: 'tool-1.0', references: ['lib-1.0'], row: { daysAgo: 90 } },
  { name: 'lib-1.0' },
  { name: 'tool-2.0', references: ['lib-2.0'], row: { daysAgo: 80 } },
  { name: 'lib-2.0' }
]
const gone = ['tool-1.0', 'lib-1.0'].flatMap((name) => [narInfoFile(name), narFile(name)])

async function filled(invented: Files = inventCache(twoGenerations)): Promise<string> {
  const files = await withBadges(invented)
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n' })
  await hosts.commit(repository, Object.fromEntries(files))
  return repository
}

async function paths(repository: string): Promise<string[]> {
  return (await tree(repository)).map((line) => line.split('\t')[1] ?? '')
}

describe('a prune of any Git repository', () => {
  test('takes what is to go out of the branch with one push, and fetches no NAR for it', async () => {
    const repository = await filled()
    const before = await paths(repository)
    http.requests.length = 0
    const { report } = await run(http.url + repository.slice(hosts.root.length))
    expect(report).toMatchObject({ outcome: 'pruned', route: 'push', attempts: 1 })
    expect(await paths(repository)).toEqual(before.filter((path) => !gone.includes(path)))
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('3')
    expect(await git(repository, 'fsck', '--strict', '--full')).toBe('')
    // The default branch, its commit, the catalogue by which it is a cache, what is read, the 404.html that is another’s, the push.
    expect(report.requests).toEqual({ api: 0, raw: 0, git: 6 })
    const down = http.requests.reduce((sum, request) => sum + request.down, 0)
    expect(down).toBeLessThan(7500)
    // The sizes of what was not fetched are those of the narinfos.
    expect(report.bytes.before - report.bytes.after).toBeGreaterThan(2000)
  })

  test('lets the history go in the same push', async () => {
    const repository = await filled()
    const before = await git(repository, 'rev-parse', 'main')
    const { report } = await run(repository, { 'squash-history': 'true' })
    expect(report).toMatchObject({ outcome: 'pruned', squashed: before })
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('1')
    expect((await paths(repository)).filter((path) => gone.includes(path))).toEqual([])
    // What Git can forget now.
    await git(repository, 'gc', '--quiet', '--prune=now')
    await expect(git(repository, 'cat-file', '-e', before)).rejects.toThrow()
    expect((await run(repository, { 'squash-history': 'true' })).report.outcome).toBe('nothing')
  })

  test('leaves clones that are brought up to date as the README tells readers', async () => {
    const repository = await filled()
    const folder = hosts.folder()
    const [clone = '', update = ''] = cloneCommands(`file://${repository}`, 'main')
    const shell = (line: string) =>
      execute('sh', ['-c', line], { cwd: folder, env: cleanEnvironment() })
    await shell(clone)
    await run(repository, { 'squash-history': 'true' })
    await shell(update)
    const files = await git(join(folder, 'clone'), 'ls-files')
    expect(files.split('\n')).toEqual(await paths(repository))
  })

  test('keeps an old path that a publish refers to which lands while the push is on its way', async () => {
    // A pause after the lost round is drawn by chance; here it is short.
    jest.spyOn(Math, 'random').mockReturnValue(0)
    const repository = await filled()
    http.beforePush = async () => {
      http.beforePush = null
      const late: InventedPath = { name: 'late-1.0', references: ['lib-1.0'], row: { daysAgo: 0 } }
      await hosts.commit(repository, Object.fromEntries(inventCache([...twoGenerations, late])))
    }
    const { report } = await run(http.url + repository.slice(hosts.root.length), {
      'squash-history': 'true'
    })
    expect(report).toMatchObject({ outcome: 'pruned', attempts: 2 })
    const after = await paths(repository)
    expect(after).toEqual(
      expect.arrayContaining([narInfoFile('late-1.0'), narFile('late-1.0'), narFile('lib-1.0')])
    )
    expect(after).not.toContain(narFile('tool-1.0'))
    jest.restoreAllMocks()
  })

  test('that may not replace the history writes nothing at all', async () => {
    const repository = await filled()
    await git(repository, 'config', 'receive.denyNonFastForwards', 'true')
    const before = await git(repository, 'rev-parse', 'main')
    await expect(run(repository, { 'squash-history': 'true' })).rejects.toMatchObject({
      code: 'HISTORY_PROTECTED'
    })
    expect(await git(repository, 'rev-parse', 'main')).toBe(before)
  })

  test('that leaves a root with more files than four fifths of what GitHub advises is told so', async () => {
    const extra = Object.fromEntries(
      Array.from({ length: 2401 }, (_, index) => [`file-${index}`, `${index}`])
    )
    const { report } = await run(await filled(inventCache(twoGenerations, { extra })))
    // These, two narinfos, catalogue, README, nix-cache-info, what a branch needs beside them (three), the cache’s badge (two) and the folders nar, catalogue and badge.
    expect(report.warnings).toEqual([
      expect.stringMatching(/^The branch’s root has 2414 entries, and GitHub advises at most 3000 /)
    ])
  })

  test('that is a dry run connects to read alone', async () => {
    const repository = await filled()
    const before = await git(repository, 'rev-parse', 'main')
    const { report } = await run(repository, { 'dry-run': 'true' })
    expect(report).toMatchObject({ outcome: 'dry-run', removedNars: 2, requests: { git: 5 } })
    expect(await git(repository, 'rev-parse', 'main')).toBe(before)
  })
})

test('a prune of GitHub by `route: push` deletes and replaces by git', async () => {
  const files = inventCache(twoGenerations)
  const github = await startGitHub({
    repositories: [{ name: 'alice/store' }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  try {
    await github.commitFiles('alice/store', 'main', Object.fromEntries(files), 'fill')
    // What git is given the embedded GitHub does not see: the same files are in a repository of the same name.
    const repository = join(hosts.root, 'alice', 'store.git')
    mkdirSync(join(hosts.root, 'alice'))
    await git(hosts.root, 'clone', '--quiet', '--bare', await filled(files), repository)
    await git(repository, 'config', 'http.receivepack', 'true')
    const place = { apiUrl: github.apiUrl, serverUrl: http.url }
    const inputs = { route: 'push', 'squash-history': 'true' }
    const { report } = await run('alice/store', inputs, place)
    expect(report).toMatchObject({ outcome: 'pruned', route: 'push' })
    expect(await git(repository, 'rev-list', 'main')).toBe(report.commit.sha)
    expect((await paths(repository)).filter((path) => gone.includes(path))).toEqual([])
    expect(github.counts().writes).toBe(0)
  } finally {
    await github.close()
  }
})
