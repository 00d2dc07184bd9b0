import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CacheDescription } from '../../src/catalogue/types.ts'
import { addressesOf } from '../../src/repository/github/addresses.ts'
import { runCommandLine } from '../support/command-line.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import {
  edit,
  narInfoFile,
  narPath,
  newKey,
  soundStore,
  writeFiles,
  type Files
} from './fixture.ts'

const key = newKey()
const stores = ['alice/sound', 'alice/damaged', 'alice/private', 'alice/served'] as const
let folder: string
let scratch: string
let github: GitHubServer
let env: Record<string, string>

function aboutOf(repository: string): CacheDescription {
  const [owner = '', repo = ''] = repository.split('/')
  const addresses = addressesOf(github.serverUrl, owner, repo, 'main')
  return {
    substituterUrl: addresses.branchFiles,
    servedBy: 'raw',
    login: github.repository(repository).isPrivate
      ? { host: addresses.host, name: 'x-access-token' }
      : null,
    repository,
    branch: 'main',
    webUrl: (path) => addresses.page(path)
  }
}

async function filesOf(repository: string): Promise<Files> {
  return (await soundStore(key, aboutOf(repository))).files
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-cli-doctor-'))
  scratch = join(folder, 'tmp')
  mkdirSync(scratch)
  github = await startGitHub({
    repositories: stores.map((name) => ({ name, private: name === 'alice/private' })),
    tokens: { 'writer-token': { login: 'alice', access: 'write' } }
  })
  env = {
    TMPDIR: scratch,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GH_TOKEN: 'writer-token'
  }
  for (const name of ['alice/sound', 'alice/private']) {
    await commit(name, await filesOf(name))
  }
  const damaged = await filesOf('alice/damaged')
  damaged.delete(narInfoFile('data-3.0'))
  damaged.delete(narPath(damaged, 'lib-2.0'))
  edit(damaged, narPath(damaged, 'hello-1.0'), (text) => `${text}x`)
  await commit('alice/damaged', damaged)
})

afterAll(async () => {
  await github.close()
  rmSync(folder, { recursive: true })
})

async function commit(repository: string, files: Files): Promise<void> {
  await github.commitFiles(repository, 'main', Object.fromEntries(files), 'store')
}

const doctor = (...args: string[]) => runCommandLine(['doctor', ...args], { cwd: folder, env })

describe('on GitHub', () => {
  test.each([
    ['alice/sound', ['ADDRESS_RAW']],
    ['alice/private', []]
  ])('%s is sound: status 0, and counts', async (name, notes) => {
    github.reset()
    const run = await doctor(name, '--json')
    expect(JSON.parse(run.stdout)).toMatchObject({
      sound: true,
      store: name,
      findings: notes.map((code) => expect.objectContaining({ code, kind: 'note' })),
      counts: { narInfos: 3, signed: 3, nars: 3, rows: 2, pins: 1 }
    })
    expect(run.status).toBe(0)
    expect(github.counts().writes).toBe(0)
    // However many narinfos there are: the repository, the branch, the commit, the listing, and what of the index the raw address lacks.
    expect(github.counts().api).toBeLessThanOrEqual(5)
    expect(readdirSync(scratch)).toEqual([])
  })

  test('reads a public store without showing the token to the raw host', async () => {
    github.reset()
    await doctor('alice/sound')
    const raw = github.requests.filter(({ kind }) => kind === 'raw')
    expect(raw.length).toBeGreaterThan(3)
    expect(raw.filter(({ headers }) => headers['authorization'])).toEqual([])
  })

  test('a damaged one is status 1 with a list, and nothing is written', async () => {
    const head = await github.head('alice/damaged', 'main')
    const run = await doctor('alice/damaged')
    expect(run.status).toBe(1)
    expect(run.stdout).toContain(`error NAR_MISSING ${narInfoFile('lib-2.0')}: `)
    expect(run.stdout).toContain(`error NAR_FILE_DIFFERS ${narInfoFile('hello-1.0')}: `)
    expect(run.stdout).toContain('error CATALOGUE_ROW_GONE catalogue/hj.json: ')
    expect(run.stdout).toContain('note NAR_ORPHAN nar/')
    expect(run.stdout).toMatch(/alice\/damaged: 3 findings to mend\.\n$/)
    expect(await github.head('alice/damaged', 'main')).toBe(head)
  })

  test('--quick downloads no NAR', async () => {
    github.reset()
    const run = await doctor('alice/damaged', '--quick')
    expect(run.status).toBe(1)
    expect(github.requests.filter(({ path }) => path.includes('/nar/'))).toEqual([])
  })

  test('--fix commits the index alone, with a message that says what; what is left is still status 1', async () => {
    const before = await github.listFiles('alice/damaged', 'main')
    const run = await doctor('alice/damaged', '--fix', '--json')
    expect(run.status).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({
      sound: false,
      repair: expect.stringContaining('/commit/'),
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'CATALOGUE_ROW_GONE', repaired: true }),
        expect.objectContaining({ code: 'NAR_MISSING', repaired: false })
      ])
    })
    const head = (await github.head('alice/damaged', 'main')) ?? ''
    const commit = await github.objects.commit(github.repository('alice/damaged'), head)
    expect(commit?.message).toMatch(/^repair the index\n\n/)
    expect(commit?.message).toContain('1 row without a narinfo dropped')
    expect(await github.listFiles('alice/damaged', 'main')).toEqual(
      before.filter(
        (path) =>
          !['catalogue/hj.json', 'catalogue/names/ha.json'].includes(path) &&
          !path.startsWith('badge/data.')
      )
    )
    expect((await doctor('alice/damaged')).stdout).not.toContain('CATALOGUE_ROW_GONE')
  })

  test('says in numbers what raw files bear, and gives the command that switches Pages on', async () => {
    const run = await doctor('alice/sound', '--quick')
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(/^note ADDRESS_RAW README\.md: .*60 requests an hour.*1 \+ 2 × N/m)
    expect(run.stdout).toContain('`download-attempts = 1` and `fallback = true`')
    expect(run.stdout).toContain(
      "-X POST repos/alice/sound/pages -f 'source[branch]=main' -f 'source[path]=/'"
    )
  })

  test('compares with Pages once it serves the branch; --fix tells readers, and writes what Pages needs', async () => {
    const files = await filesOf('alice/served')
    files.delete('.nojekyll')
    files.set('404.html', Buffer.from('ours'))
    await commit('alice/served', files)
    await github.configurePages('alice/served', {})
    const run = await doctor('alice/served', '--quick')
    const pages = github.pagesUrl('alice/served').slice(0, -1)
    expect(run.status).toBe(1)
    expect(run.stdout).toContain(`error README_ADDRESS README.md: `)
    expect(run.stdout).toContain(`instead of ${pages})`)
    expect(run.stdout).toContain('note SITE_FILE_MISSING .nojekyll: ')
    expect(run.stdout).not.toContain('ADDRESS_RAW')
    await doctor('alice/served', '--quick', '--fix')
    const again = await doctor('alice/served', '--quick', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ sound: true, findings: [] })
    const text = async (path: string) =>
      (await github.readFile('alice/served', 'main', path))?.toString()
    expect(await text('README.md')).toContain(
      `- Substituter: \`${pages}\`\n- Served by: GitHub Pages\n`
    )
    expect(await text('404.html')).toBe('ours')
  })

  test('a branch that is not there is an error', async () => {
    const run = await doctor('alice/sound', '--target-branch', 'nix-cache')
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('error: BRANCH_MISSING alice/sound, branch "nix-cache"')
  })

  test('reads by the API what a raw host gives to nobody', async () => {
    github.change({ rawClosedTo: 'everybody' })
    const run = await doctor('alice/sound')
    github.change({ rawClosedTo: 'nobody' })
    expect(run).toMatchObject({ status: 0 })
    expect(run.stdout).toMatch(/^3 narinfos, 3 signed, 3 NARs .*is sound\.\n$/ms)
  })

  test('survives answers that break off and a raw host that asks to wait', async () => {
    github.failNext(
      { path: '/nar/' },
      { status: 429, message: 'slow down', headers: { 'retry-after': '1' } }
    )
    github.failNext({ path: '/nar/' }, 'reset')
    expect(await doctor('alice/sound')).toMatchObject({ status: 0 })
  })
})

describe('on a disk', () => {
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      encoding: 'utf8'
    })

  async function clone(): Promise<string> {
    const path = writeFiles(await filesOf('alice/sound'))
    git(path, 'init', '-q', '-b', 'main')
    git(path, 'remote', 'add', 'origin', `${github.serverUrl}/alice/sound.git`)
    git(path, 'add', '.')
    git(path, 'commit', '-qm', 'store')
    return path
  }

  test('a clone is checked with its README, without a token', async () => {
    const path = await clone()
    const without = { ...env, GH_TOKEN: '' }
    const run = await runCommandLine(['doctor', path], { cwd: folder, env: without })
    expect(run).toMatchObject({ status: 0 })
    expect(run.stdout).toMatch(/^3 narinfos, 3 signed, 3 NARs .*is sound\.\n$/ms)
    rmSync(path, { recursive: true })
  })

  test('a bare repository is fetched, and its repair pushed', async () => {
    const path = await clone()
    rmSync(join(path, narInfoFile('data-3.0')))
    git(path, 'commit', '-qam', 'damage')
    const bare = join(folder, 'store.git')
    git(folder, 'clone', '-q', '--bare', path, bare)
    const first = await doctor(bare)
    expect(first.status).toBe(1)
    expect(first.stdout).toContain('CATALOGUE_ROW_GONE')
    const fixed = await doctor(bare, '--fix')
    expect(fixed.stderr + fixed.stdout).toContain('repaired: commit ')
    expect(git(bare, 'log', '--format=%s', '-1', 'main')).toBe('repair the index\n')
    // The page is of the repository that it is a clone of.
    expect(git(bare, 'diff', '--name-only', 'main~', 'main').trim().split('\n')).toEqual([
      '404.html',
      'README.md',
      ...['badge.json', 'badge.svg', 'badge/data.json', 'badge/data.svg'],
      'catalogue.json',
      'catalogue/hj.json',
      'catalogue/names/ha.json',
      ...['catalogue/newest.html', 'catalogue/newest.json']
    ])
    expect((await doctor(bare)).status).toBe(0)
    rmSync(path, { recursive: true })
  })
})
