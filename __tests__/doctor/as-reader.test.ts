/** `doctor --as-reader`: what a reader meets at the address that he is told, by the command line. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import type { ReaderDiagnosis } from '../../src/doctor/as-reader/read-as-reader.ts'
import { runCommandLine } from '../support/command-line.ts'
import { githubLimits } from '../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import {
  edit,
  narInfoFile,
  narPath,
  newKey,
  pathOf,
  soundStore,
  type Files,
  type SoundStore
} from './fixture.ts'

const token = 'reader-token-of-alice'
const key = newKey()
let folder: string
let github: GitHubServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-as-reader-'))
  github = await startGitHub({
    repositories: [
      ...['raw', 'damaged', 'late', 'assets', 'moved'].map((name) => ({ name: `alice/${name}` })),
      // A domain of its own: all else of this GitHub is on one host.
      { name: 'alice/pages', pages: { cname: 'localhost' } },
      { name: 'alice/private', private: true }
    ],
    tokens: { [token]: { login: 'alice', access: 'read' } }
  })
  await commit('alice/raw', (await storeOf('alice/raw')).files)
  await commit('alice/private', (await storeOf('alice/private')).files)
  await commit('alice/pages', (await storeOf('alice/pages', github.pagesUrl('alice/pages'))).files)
})

afterEach(() => {
  github.change({ rawLimit: null, rawClosedTo: 'nobody', missingRawMs: 0, pagesBuildMs: 0 })
})

afterAll(async () => {
  await github.close()
  rmSync(folder, { recursive: true })
})

function storeOf(repository: string, address?: string): Promise<SoundStore> {
  return soundStore(key, {
    substituterUrl: address ?? github.substituterUrl(repository, 'main'),
    servedBy: 'raw',
    login: null,
    repository,
    branch: 'main',
    webUrl: (path) => path
  })
}

async function commit(repository: string, files: Files): Promise<void> {
  await github.commitFiles(repository, 'main', Object.fromEntries(files), 'store')
}

interface Read {
  status: number | null
  stdout: string
  stderr: string
  json: ReaderDiagnosis & { sound: boolean }
  /** `CODE file` of each finding, sorted. */
  findings: string[]
}

/** Without a token unless the environment has one. */
async function read(args: string[], env: Record<string, string> = {}): Promise<Read> {
  github.reset()
  const run = await runCommandLine(['doctor', ...args, '--as-reader', '--json'], {
    cwd: folder,
    env: {
      TMPDIR: folder,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      ...env
    }
  })
  if (run.stdout === '') throw new Error(run.stderr)
  const json = JSON.parse(run.stdout) as Read['json']
  const findings = json.findings.map(({ code, file }) => `${code} ${file}`).sort()
  return { ...run, json, findings }
}

const served = () => github.requests.filter(({ kind }) => ['raw', 'pages', 'asset'].includes(kind))
/** Of these requests, those that doctor made as a reader; it reads README and catalogue of the commit as any mode does. */
const asReader = (prefix: string) =>
  served().filter(
    ({ path }) => path.startsWith(prefix) && /nix-cache-info|narinfo|\/nar\//.test(path)
  )

describe('a sound cache', () => {
  test('at its raw address is read whole: 1 + 2N requests, no token, one more for nothing', async () => {
    const run = await read(['alice/raw'])
    expect(run).toMatchObject({ status: 0, findings: [] })
    expect(run.json).toMatchObject({
      sound: true,
      quick: false,
      address: github.substituterUrl('alice/raw', 'main'),
      repository: { name: 'alice/raw', branch: 'main' },
      counts: { requests: 7, asked: 2, listed: 2, good: 3, nars: 3, unread: 0 },
      unread: [],
      upstream: [pathOf('glibc-2.40')]
    })
    const asked = asReader('/alice/raw/raw/main/')
    expect(asked).toHaveLength(7)
    expect(run.json.counts.bytes).toBe(
      asked.reduce((sum, { responseBytes }) => sum + responseBytes, 0)
    )
    expect(github.requests.filter(({ headers }) => headers['authorization'])).toEqual([])
  })

  test('at Pages is read with raw closed to everybody', async () => {
    github.change({ rawClosedTo: 'everybody' })
    const run = await read(['alice/pages'], { GH_TOKEN: token })
    expect(run).toMatchObject({ status: 0, findings: [] })
    expect(run.json).toMatchObject({
      address: github.pagesUrl('alice/pages').replace(/\/$/, ''),
      counts: { requests: 7, good: 3 }
    })
    // Whether Pages serves the branch was asked of the site before, on top.
    expect(github.traffic().pages.requests).toBeGreaterThanOrEqual(7)
    expect(served().filter(({ headers }) => headers['authorization'])).toEqual([])
  })

  test('is known by its address alone, too; what it leaves to others is asked for', async () => {
    const run = await read([github.substituterUrl('alice/raw', 'main')], { GH_TOKEN: token })
    expect(run).toMatchObject({ status: 0, findings: [] })
    // Catalogue with its two shards and README on top, and the reference that only the address can tell of.
    expect(run.json).toMatchObject({
      repository: null,
      counts: { requests: 12, good: 3 },
      upstream: [pathOf('glibc-2.40')]
    })
    expect(github.traffic().api.requests).toBe(0)
    expect(github.requests.filter(({ headers }) => headers['authorization'])).toEqual([])
  })

  test('that is private is read with its token, which goes to its own host only', async () => {
    const run = await read(['alice/private'], { GH_TOKEN: token })
    expect(run).toMatchObject({ status: 0, findings: [] })
    expect(
      asReader('/alice/private/raw/').filter(({ headers }) => !headers['authorization'])
    ).toEqual([])
    const stranger = await startForeign(infoAlone)
    const elsewhere = await read(['alice/private', '--substituter-url', stranger.url], {
      GH_TOKEN: token
    })
    expect(elsewhere.status).toBe(1)
    expect(stranger.asked.length).toBeGreaterThan(1)
    expect(stranger.asked.filter(({ authorization }) => authorization !== undefined)).toEqual([])
    stranger.server.close()
  })

  test('--newest, --path and --quick read less, and what was not looked at is said', async () => {
    const { json } = await read(['alice/raw', '--newest', '1'])
    expect(json.counts).toMatchObject({ asked: 1, listed: 2 })
    const one = await read(['alice/raw', '--path', pathOf('lib-2.0')])
    expect(one.json.counts).toMatchObject({ asked: 1, listed: 1, good: 1, requests: 3 })
    const quick = await read(['alice/raw', '--quick'])
    expect(quick).toMatchObject({
      status: 0,
      json: { quick: true, counts: { requests: 7, good: 3 } }
    })
    const nars = asReader('/alice/raw/raw/main/nar/')
    expect(nars.map(({ method }) => method)).toEqual(['HEAD', 'HEAD', 'HEAD'])
    const plain = await runCommandLine(['doctor', 'alice/raw', '--as-reader', '--quick'], {
      cwd: folder,
      env: { TMPDIR: folder, GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }
    })
    expect(plain.stdout).toMatch(
      /^alice\/raw, branch main at [0-9a-f]{40}\n7 requests, \S+ k?B, 2 closures, 3 paths there, 3 NARs, 1 reference left to upstream caches\nhttp\S+ serves its readers; what the NARs hold was not looked at \(--quick\)\.\n$/
    )
  })
})

describe('names', () => {
  test('429: it asks no more, and counts what is unread', async () => {
    github.change({ rawLimit: { ...githubLimits.raw, requests: 4 }, rawClosedTo: 'nobody' })
    const run = await read(['alice/raw'])
    expect(run.status).toBe(1)
    expect(run.json.findings.filter(({ code }) => code === 'ADDRESS_LIMITED')).toHaveLength(1)
    expect(run.json.findings.map(({ code }) => code)).not.toContain('NAR_MISSING')
    expect(run.json.counts.unread).toBeGreaterThan(0)
    // Four at once may be on their way when the first refusal comes.
    expect(asReader('/alice/raw/raw/main/').length).toBeLessThanOrEqual(run.json.counts.requests)
    expect(run.json.counts.requests).toBeLessThan(8)
  })

  test('429 with its Retry-After', async () => {
    github.failNext(
      { path: '/raw/main/nar/' },
      { status: 429, message: 'slow down', headers: { 'retry-after': '30' } },
      9
    )
    const run = await read(['alice/raw'])
    expect(run.status).toBe(1)
    const [found, ...more] = run.json.findings
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'ADDRESS_LIMITED' })
    expect(found?.what).toContain('Retry-After: 30')
    expect(run.json.counts).toMatchObject({ good: 0 })
    // Leave none for the tests that follow.
    for (let left = 9; left > 0; left--) {
      await fetch(`${github.substituterUrl('alice/raw', 'main')}/nar/x`)
    }
  })

  test('lateness: what the commit has and the address does not give yet', async () => {
    const address = github.substituterUrl('alice/late', 'main')
    const { files } = await storeOf('alice/late')
    await commit('alice/late', files)
    github.change({ missingRawMs: 600_000 })
    const whole = await read(['alice/late'])
    expect(whole).toMatchObject({ status: 1, findings: ['ADDRESS_LATE nix-cache-info'] })
    expect(whole.json.address).toBe(address)
    // Nix asks for no more, either.
    expect(whole.json.counts).toMatchObject({ requests: 1, good: 0, unread: 2 })
  })

  test('lateness of a site: one path is new, another has a signature that readers are told', async () => {
    const { files } = await storeOf('alice/raw')
    const old = new Map(files)
    edit(old, narInfoFile('lib-2.0'), (text) => text.replace(/^Sig: .*\n/m, ''))
    old.delete(narInfoFile('data-3.0'))
    const site = await startForeign(old)
    const late = await read(['alice/raw', '--substituter-url', site.url])
    expect(late).toMatchObject({
      status: 1,
      findings: [
        `ADDRESS_LATE ${narInfoFile('data-3.0')}`,
        `ADDRESS_LATE ${narInfoFile('lib-2.0')}`
      ].sort()
    })
    expect(late.json.counts).toMatchObject({ good: 1, unread: 0 })
    for (const [file, content] of files) old.set(file, content)
    expect(await read(['alice/raw', '--substituter-url', site.url])).toMatchObject({
      status: 0,
      findings: []
    })
    site.server.close()
  })

  test('a wrong key, and who signed instead', async () => {
    const other = newKey('other-1')
    const run = await read(['alice/raw', '--public-key', publicKeyText(other)])
    expect(run.status).toBe(1)
    expect(run.findings).toEqual(
      ['hello-1.0', 'lib-2.0', 'data-3.0']
        .map((name) => `SIGNATURE_MISSING ${narInfoFile(name)}`)
        .sort()
    )
    expect(run.json.findings[0]?.what).toContain('signed by cache-1')
    const same = await read(['alice/raw', '--public-key', publicKeyText(newKey('cache-1'))])
    expect(same.findings).toContain(`SIGNATURE_WRONG ${narInfoFile('lib-2.0')}`)
    expect(same.json.counts.good).toBe(0)
  })

  test('what is damaged or gone: NARs by their content, also of the right size; a narinfo', async () => {
    const { files } = await storeOf('alice/damaged')
    const nar = narPath(files, 'hello-1.0')
    const bytes = Buffer.from(files.get(nar) ?? '')
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    files.set(nar, bytes)
    files.delete(narPath(files, 'lib-2.0'))
    files.delete(narInfoFile('data-3.0'))
    await commit('alice/damaged', files)
    const run = await read(['alice/damaged'])
    expect(run).toMatchObject({
      status: 1,
      findings: [
        `NARINFO_MISSING ${narInfoFile('data-3.0')}`,
        `NAR_FILE_DIFFERS ${narInfoFile('hello-1.0')}`,
        `NAR_MISSING ${narInfoFile('lib-2.0')}`
      ]
    })
    // --quick sees no more than that something is there.
    expect((await read(['alice/damaged', '--quick'])).findings).not.toContain(
      `NAR_FILE_DIFFERS ${narInfoFile('hello-1.0')}`
    )
  })

  test('an address without a catalogue, and one that is no cache', async () => {
    const foreign = await startForeign(infoAlone)
    expect(await read([foreign.url])).toMatchObject({
      status: 1,
      findings: ['NOTHING_LISTED catalogue.json', 'UNSIGNED README.md']
    })
    const none = await read([`${foreign.url}/nothing`, '--path', pathOf('lib-2.0')])
    expect(none.findings).toContain('CACHE_INFO_MISSING nix-cache-info')
    expect(none.json.counts).toMatchObject({ unread: 1 })
    foreign.server.close()
  })

  test('an address that does not give its README: which keys readers are told is not known', async () => {
    const { files } = await storeOf('alice/raw')
    const foreign = await startForeign(files, ['README.md'])
    const run = await read([foreign.url, '--path', pathOf('lib-2.0')])
    foreign.server.close()
    expect(run.findings).toContain('ADDRESS_FAILS README.md')
    expect(run.status).toBe(1)
  })

  test('an address where nobody answers', async () => {
    const run = await read(['http://127.0.0.1:9', '--path', pathOf('lib-2.0')])
    expect(run.findings).toContain('ADDRESS_FAILS nix-cache-info')
    expect(run.status).toBe(1)
  })
})

test('follows a narinfo’s absolute URL to a release asset, through its redirect, without a token', async () => {
  const { files } = await storeOf('alice/assets')
  const nar = narPath(files, 'hello-1.0')
  const [name = ''] = nar.split('/').slice(-1)
  const bytes = files.get(nar) ?? Buffer.alloc(0)
  const { tag } = github.makeRelease('alice/assets', { tag: 'nars-1' }, [
    { name, state: 'uploaded', bytes }
  ])
  files.delete(nar)
  edit(files, narInfoFile('hello-1.0'), (text) =>
    text.replace(
      /^URL: .*$/m,
      `URL: ${github.serverUrl}/alice/assets/releases/download/${tag}/${name}`
    )
  )
  await commit('alice/assets', files)
  const run = await read(['alice/assets'], { GH_TOKEN: token })
  expect(run).toMatchObject({ status: 0, findings: [] })
  expect(run.json.counts).toMatchObject({ good: 3, requests: 8 })
  expect(served().filter(({ headers }) => headers['authorization'])).toEqual([])
  github.releases('alice/assets').splice(0)
  expect(await read(['alice/assets'])).toMatchObject({
    status: 1,
    findings: [`NAR_MISSING ${narInfoFile('hello-1.0')}`]
  })
})

test.each([
  [['--fix'], 'options --as-reader and --fix'],
  [['--newest', '0'], 'option --newest'],
  [['--path', 'hello'], 'option --path'],
  [['--path', pathOf('lib-2.0'), '--newest', '1'], 'options --path and --newest']
])('refuses %j', async (args, says) => {
  const run = await runCommandLine(['doctor', 'alice/raw', '--as-reader', ...args], { cwd: folder })
  expect(run.status).toBe(2)
  expect(run.stderr).toContain(`USAGE ${says}: `)
})

const infoAlone: Files = new Map([['nix-cache-info', Buffer.from('StoreDir: /nix/store\n')]])

interface Foreign {
  url: string
  asked: { path: string; authorization: string | undefined }[]
  server: Server
}

/** A web server of somebody else's. */
async function startForeign(
  files: ReadonlyMap<string, Buffer>,
  refused: readonly string[] = []
): Promise<Foreign> {
  const asked: Foreign['asked'] = []
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, authorization: headers.authorization })
    const content = files.get(url.slice(1))
    const status = content === undefined ? 404 : 200
    response.writeHead(refused.includes(url.slice(1)) ? 403 : status).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, asked, server }
}
