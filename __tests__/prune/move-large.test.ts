/** NARs of the branch's tree become release assets: in this process, of a store on the embedded GitHub. */
import { afterAll, afterEach, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { readCatalogue } from '../support/catalogue.ts'
import { renderPruneSummary } from '../../src/prune/report/summary.ts'
import type { PruneReport } from '../../src/prune/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import {
  environmentWith,
  inventCache,
  narFile,
  narInfoFile,
  narSize,
  runPrune,
  type Files
} from './support.ts'

const store = 'alice/store'
let github: GitHubServer
const folder = mkdtempSync(join(tmpdir(), 'nar-publish-move-'))
afterEach(async () => {
  await github.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A tool and its library. */
function cache(): Files {
  const files = inventCache([
    { name: 'tool-1.0', references: ['lib-1.0'], row: { daysAgo: 5 } },
    { name: 'lib-1.0' }
  ])
  return new Map([...files].map(([path, content]) => [path, withTrueHash(files, path, content)]))
}

/** Invented hashes are not those of the files, which are compared before they move. */
function withTrueHash(files: Files, path: string, content: Buffer): Buffer {
  if (!path.endsWith('.narinfo')) return content
  const text = content.toString()
  const nar = files.get(parseNarInfo(text, path).url) ?? Buffer.alloc(0)
  const hash = formatSha256(createHash('sha256').update(nar).digest())
  return Buffer.from(
    `${text.replace(/^FileHash: .*$/m, `FileHash: ${hash}`)}Sig: key-1:${'A'.repeat(86)}==\n`
  )
}

async function start(files: Files, isPrivate = false): Promise<void> {
  github = await startGitHub({
    repositories: [{ name: store, private: isPrivate }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  await github.commitFiles(store, 'main', Object.fromEntries(files), 'fill')
  github.reset()
}

function move(inputs: Record<string, string> = {}): Promise<Reported<PruneReport>> {
  const environment = environmentWith(
    {
      'target-repository': store,
      'move-large': 'true',
      'release-above': `${narSize - 1}`,
      ...inputs
    },
    {
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      PATH: process.env['PATH'] ?? ''
    }
  )
  return runPrune(environment, mkdtempSync(join(folder, 'run-')))
}

const text = async (path: string): Promise<string> =>
  String(await github.readFile(store, 'main', path))

const urlOf = async (name: string): Promise<string> => {
  const file = narInfoFile(name)
  return parseNarInfo(await text(file), file).url
}

async function narsInTree(): Promise<string[]> {
  return (await github.listFiles(store, 'main')).filter((path) => path.startsWith('nar/'))
}

const uploads = (): number =>
  github.requests.filter(({ kind, status }) => kind === 'upload' && status === 201).length

const addressOf = (name: string): string =>
  `${github.serverUrl}/${store}/releases/download/nar-publish-store-1/${basename(narFile(name))}`

test('they move in one commit, which changes nothing of a narinfo but its URL', async () => {
  const files = cache()
  await start(files)
  const before = await github.head(store, 'main')
  const { report, error } = await move()
  expect(error).toBeNull()
  expect(await narsInTree()).toEqual([])
  for (const name of ['tool-1.0', 'lib-1.0']) {
    const old = String(files.get(narInfoFile(name)))
    expect(await text(narInfoFile(name))).toBe(old.replace(/^URL: .*$/m, `URL: ${addressOf(name)}`))
    const bytes = Buffer.from(await (await fetch(await urlOf(name))).arrayBuffer())
    expect(bytes).toEqual(files.get(narFile(name)))
  }
  const { rows } = await readCatalogue(github, store, 'main')
  expect(rows.map(({ nar }) => nar)).toEqual([addressOf('tool-1.0')])
  const head = String(await github.head(store, 'main'))
  const commit = await github.objects.commit(github.repository(store), head)
  expect(commit?.parents.map(({ sha }) => sha)).toEqual([before])
  expect(commit?.message).toMatch(/^move 2 NARs to release assets /)
  expect(report).toMatchObject({ outcome: 'pruned', movedNars: 2, removedNars: 0, removed: [] })
  expect(renderPruneSummary(report)).toContain('**Moved** 2 NARs to release assets')
  expect(judgeRequests(github.requests)).toEqual([])
})

test('a second run finds nothing to do, and the assets stay', async () => {
  await start(cache())
  await move()
  const head = await github.head(store, 'main')
  const { report } = await move()
  expect(report.outcome).toBe('nothing')
  expect(await github.head(store, 'main')).toBe(head)
  expect(github.releases(store).flatMap(({ assets }) => assets)).toHaveLength(2)
})

test('those up to the border stay, and so does all without `move-large`', async () => {
  await start(cache())
  expect((await move({ 'release-above': `${narSize}` })).report.outcome).toBe('nothing')
  expect((await move({ 'move-large': 'false' })).report.outcome).toBe('nothing')
  expect(await narsInTree()).toHaveLength(2)
  expect(uploads()).toBe(0)
})

test('a dry run says how many would move, and uploads nothing', async () => {
  await start(cache())
  const { report } = await move({ 'dry-run': 'true' })
  expect(renderPruneSummary(report)).toContain(
    '2 NARs would be moved from the tree to release assets.'
  )
  expect(github.counts()).toMatchObject({ writes: 0, upload: 0 })
  expect(await narsInTree()).toHaveLength(2)
})

test('a run that dies before its commit leaves all as it was, and the next one uploads nothing again', async () => {
  await start(cache())
  const before = await github.head(store, 'main')
  github.failNext(
    { method: 'PATCH', path: '/git/refs' },
    { status: 403, message: 'Resource not accessible by integration' }
  )
  await expect(move()).rejects.toMatchObject({ code: 'TOKEN_FORBIDDEN' })
  expect(await github.head(store, 'main')).toBe(before)
  expect(uploads()).toBe(2)
  expect((await move()).report).toMatchObject({ outcome: 'pruned', movedNars: 2 })
  expect(uploads()).toBe(2)
  expect(await urlOf('tool-1.0')).toBe(addressOf('tool-1.0'))
})

test('what somebody publishes meanwhile with the same NAR names it where it is by then', async () => {
  await start(cache())
  const twin = await text(narInfoFile('tool-1.0'))
  let isFirst = true
  github.beforeRefUpdate(async () => {
    if (!isFirst) return
    isFirst = false
    const file = narInfoFile('twin-1.0')
    const hash = file.slice(0, 32)
    const own = narInfoFile('tool-1.0').slice(0, 32)
    await github.commitFiles(
      store,
      'main',
      { [file]: twin.replaceAll(`${own}-tool-1.0`, `${hash}-twin-1.0`) },
      'meanwhile'
    )
  })
  const { report } = await move()
  expect(report).toMatchObject({ outcome: 'pruned', attempts: 2 })
  expect(await urlOf('twin-1.0')).toBe(addressOf('tool-1.0'))
  expect(await urlOf('tool-1.0')).toBe(addressOf('tool-1.0'))
  expect(await narsInTree()).toEqual([])
  expect(uploads()).toBe(2)
})

test('one that is not what its narinfo says stays where it is, and is named', async () => {
  const files = cache()
  files.set(narFile('lib-1.0'), Buffer.alloc(narSize, 'other'))
  await start(files)
  const { report } = await move()
  expect(await narsInTree()).toEqual([narFile('lib-1.0')])
  expect(await urlOf('lib-1.0')).toBe(narFile('lib-1.0'))
  expect(report.notes).toEqual([
    `${narFile('lib-1.0')} is not what its narinfo says, and stays where it is; \`nar-publish doctor\` tells more.`
  ])
})

test('one whose narinfo says another size stays whole where it is', async () => {
  const files = cache()
  const file = narInfoFile('lib-1.0')
  const wrong = String(files.get(file)).replace(/^FileSize: .*$/m, `FileSize: ${narSize - 1}`)
  await start(files.set(file, Buffer.from(wrong)))
  const { report } = await move({ 'release-above': '10' })
  expect(await narsInTree()).toEqual([narFile('lib-1.0')])
  expect(await urlOf('lib-1.0')).toBe(narFile('lib-1.0'))
  expect(report.notes).toEqual([expect.stringContaining('is not what its narinfo says')])
})

test('with `squash-history` Git forgets them in the same commit', async () => {
  await start(cache())
  const { report } = await move({ 'squash-history': 'true' })
  const head = String(await github.head(store, 'main'))
  const commit = await github.objects.commit(github.repository(store), head)
  expect(commit?.parents).toEqual([])
  expect(report.movedNars).toBe(2)
  expect(await narsInTree()).toEqual([])
})

test('of a private repository none moves, and why is said', async () => {
  await start(cache(), true)
  const { report } = await move()
  expect(report.outcome).toBe('nothing')
  expect(report.notes).toEqual([
    'No NAR was moved: alice/store is private, and Nix cannot read its release assets.'
  ])
})

test('a target that is not on this GitHub is refused', async () => {
  await start(cache())
  await expect(
    (async () => move({ 'target-repository': '/srv/store.git', 'release-above': '' }))()
  ).rejects.toMatchObject({ code: 'INPUT_INVALID', subject: 'input move-large' })
})
