import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import type { GitHubTargetOptions } from '../../../src/repository/github/open.ts'
import type { FileRelease, LargeFile, ReleasedFiles } from '../../../src/repository/types.ts'
import { judgeRequests } from '../../support/github/openapi-judge.ts'
import type { GitHubServer, StoredRelease } from '../../support/github/server.ts'
import { openStore, Scratch, startStore, store } from './fixture.ts'

const scratch = new Scratch()
let github: GitHubServer
beforeEach(async () => {
  github = await startStore()
})
afterEach(async () => {
  await github.close()
})
afterAll(() => {
  scratch.remove()
})

/** Sizes as in life, 10,000 times smaller. */
const limits = { largestBlob: 5_000, largestTreeFile: 10_000, largestAsset: 200_000 }

function largeNar(size = 20_000): LargeFile {
  return { ...scratch.nar(randomBytes(size)), placement: 'release' }
}

/** Publishes files as the real thing does; the narinfos hold nothing but their `URL:` line. */
async function publish(
  nars: readonly LargeFile[],
  options: Partial<GitHubTargetOptions> = {},
  onCompose: () => void | Promise<void> = () => undefined
) {
  const target = await openStore(github, { limits, ...options })
  return target.commit(nars, await target.snapshot(), async (snapshot, released) => {
    await onCompose()
    const files = new Map<string, Buffer>()
    for (const { path } of nars) {
      const text = Buffer.from(`URL: ${released?.get(path) ?? path}\n`)
      const name = narInfoOf(path)
      if ((await snapshot.readFile(name)) === null) files.set(name, text)
    }
    if (files.size === 0) return null
    return {
      message: 'publish',
      files,
      largeFiles: nars.filter(({ placement }) => placement === 'tree')
    }
  })
}

const narInfoOf = (path: string): string => `${basename(path).slice(0, 32)}.narinfo`

async function urlOf({ path }: LargeFile): Promise<string> {
  const text = await github.readFile(store, 'main', narInfoOf(path))
  return /^URL: (.*)\n$/.exec(String(text))?.[1] ?? ''
}

/** What a reader gets at the address in the narinfo. */
async function download(file: LargeFile): Promise<{ status: number; size: number }> {
  const response = await fetch(await urlOf(file))
  return { status: response.status, size: (await response.arrayBuffer()).byteLength }
}

const shown = ({ tag, isDraft, assets }: StoredRelease) => ({
  tag,
  isDraft,
  assets: assets.map(({ name, state }) => `${state} ${name}`)
})
const held = (...files: LargeFile[]) => files.map(({ path }) => `uploaded ${basename(path)}`)

describe('a NAR too large for Git', () => {
  test('that a rule about tags keeps out is refused with what to do about tags', async () => {
    github.change({ tagsRestricted: true })
    await expect(publish([largeNar()])).rejects.toMatchObject({
      code: 'BRANCH_RULE',
      reason: expect.stringMatching(/^a rule about tags refuses the release .*creations being/s),
      hint: expect.stringContaining('`nar-publish-store-*`')
    })
  })

  test('becomes an asset of a release that people understand, and its address is absolute', async () => {
    const [small, large] = [scratch.nar('small'), largeNar()]
    await publish([small, large])
    const [release] = github.releases(store)
    expect(release).toMatchObject({
      tag: 'nar-publish-store-1',
      title: 'Nix store: large NARs (1)',
      isDraft: false,
      // Never the repository's "latest release".
      isPrerelease: true
    })
    expect(release?.body).toMatch(/too large for Git/)
    expect(release?.assets.map(({ name }) => name)).toEqual([basename(large.path)])
    expect(await urlOf(large)).toBe(
      `${github.serverUrl}/${store}/releases/download/nar-publish-store-1/${basename(large.path)}`
    )
    expect(await download(large)).toEqual({ status: 200, size: 20_000 })
    expect(await urlOf(small)).toBe(small.path)
    expect(await github.listFiles(store, 'main')).toEqual(
      [narInfoOf(small.path), narInfoOf(large.path), 'README.md', small.path].sort()
    )
    expect(judgeRequests(github.requests)).toEqual([])
  })

  test('its tag points at a commit of its own, and the branch moves by one commit', async () => {
    const before = await github.head(store, 'main')
    await publish([largeNar()])
    const repository = github.repository(store)
    const tag = await github.objects.ref(repository, 'refs/tags/nar-publish-store-1')
    const commit = await github.objects.commit(repository, String(tag))
    expect(commit?.parents).toEqual([])
    expect([...(await github.objects.files(repository, String(tag))).keys()]).toEqual(['README.md'])
    const head = await github.objects.commit(repository, String(await github.head(store, 'main')))
    expect(head?.parents).toEqual(
      [{ sha: before }].map((parent) => expect.objectContaining(parent))
    )
  })

  test('reaches an empty repository', async () => {
    await github.close()
    github = await startStore({ initialized: false })
    const large = largeNar()
    await publish([large])
    expect(await download(large)).toEqual({ status: 200, size: 20_000 })
  })

  test('is there before the commit that names it', async () => {
    const large = largeNar()
    await publish([large], {}, () => {
      expect(github.releases(store).map(shown)).toEqual([
        { tag: 'nar-publish-store-1', isDraft: false, assets: held(large) }
      ])
    })
  })

  test('goes into the release that is there, without a draft', async () => {
    const [first, second] = [largeNar(), largeNar()]
    await publish([first])
    github.reset()
    await publish([second])
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(first, second) }
    ])
    expect(github.counts().calls).toMatchObject({ 'GET releases': 1, 'POST releases': 1 })
    expect(await download(first)).toEqual({ status: 200, size: 20_000 })
    expect(await download(second)).toEqual({ status: 200, size: 20_000 })
  })

  test('a run without one asks nothing about releases', async () => {
    await publish([scratch.nar('tiny')])
    expect(Object.keys(github.counts().calls).filter((call) => call.includes('releases'))).toEqual(
      []
    )
  })

  test('other releases and their tags stay as they are', async () => {
    github.makeRelease(store, { tag: 'v1.0.0' }, [
      { name: 'nar-publish-store-1', state: 'uploaded', bytes: Buffer.from('x') }
    ])
    await publish([largeNar()])
    expect(github.releases(store).map(({ tag }) => tag)).toEqual(['nar-publish-store-1', 'v1.0.0'])
    expect(github.releases(store)[1]?.assets).toHaveLength(1)
  })
})

describe('a full release', () => {
  test('is followed by the next number, also within one run', async () => {
    github.change({ assetsPerRelease: 2 })
    const nars = Array.from({ length: 5 }, () => largeNar())
    await publish(nars, { limits: { ...limits, assetsPerRelease: 2 } })
    expect(github.releases(store).map(({ tag, assets }) => [tag, assets.length])).toEqual([
      ['nar-publish-store-3', 1],
      ['nar-publish-store-2', 2],
      ['nar-publish-store-1', 2]
    ])
    for (const nar of nars) expect(await download(nar)).toEqual({ status: 200, size: 20_000 })
  })

  test('is known by GitHub’s refusal when it fills up meanwhile', async () => {
    github.change({ assetsPerRelease: 1 })
    await publish([largeNar()])
    const late = largeNar()
    await publish([late])
    expect(await urlOf(late)).toContain('/nar-publish-store-2/')
  })
})

describe('immutable releases', () => {
  beforeEach(() => {
    github.change({ immutableReleases: true })
  })

  test('each run that needs it makes a release of its own, whole before it is published', async () => {
    const [first, second, third] = [largeNar(), largeNar(), largeNar()]
    await publish([first, second])
    await publish([third])
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-2', isDraft: false, assets: held(third) },
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(first, second) }
    ])
    for (const nar of [first, second, third]) {
      expect(await download(nar)).toEqual({ status: 200, size: 20_000 })
    }
  })

  test('a tag that a deleted immutable release had is not tried for ever', async () => {
    await publish([largeNar()])
    github.releases(store).length = 0
    const large = largeNar()
    await publish([large])
    expect(await urlOf(large)).toContain('/nar-publish-store-2/')
  })

  test('two publishers at once both land', async () => {
    const shared = largeNar()
    const [a, b] = [largeNar(), largeNar()]
    await Promise.all([publish([shared, a]), publish([shared, b])])
    for (const nar of [shared, a, b]) {
      expect(await download(nar)).toEqual({ status: 200, size: 20_000 })
    }
  })
})

describe('what goes between the look at the releases and the commit, by a prune at the same time', () => {
  /** A file that was found there; `remove` is called when the commit is made. */
  async function publishFound(
    remove: (released: ReleasedFiles, release: FileRelease) => Promise<unknown>
  ): Promise<LargeFile> {
    const large = largeNar()
    const killed = publish([large], {}, () => {
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    github.reset()
    await publish([large], {}, async () => {
      const { releasedFiles } = await openStore(github, { limits })
      const [release] = (await releasedFiles?.list()) ?? []
      if (releasedFiles === null || release === undefined) throw new Error('there is no release')
      await remove(releasedFiles, release)
    })
    return large
  }

  test('is sent again to the address that the commit names', async () => {
    const large = await publishFound(async (released, { files: [file] }) => {
      if (file !== undefined) await released.deleteFile(file)
    })
    expect(github.counts().upload).toBe(1)
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(large) }
    ])
    expect(await download(large)).toEqual({ status: 200, size: 20_000 })
  })

  test('comes again with its release', async () => {
    const large = await publishFound((released, release) => released.deleteRelease(release))
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(large) }
    ])
    expect(await download(large)).toEqual({ status: 200, size: 20_000 })
  })

  test('is an error where somebody else has its address', async () => {
    const lost = publishFound(async (released, release) => {
      await released.deleteRelease(release)
      github.makeRelease(store, { tag: release.tag, isImmutable: true })
    })
    await expect(lost).rejects.toMatchObject({
      code: 'RELEASED_FILE_GONE',
      subject: expect.stringContaining('/releases/download/nar-publish-store-1/')
    })
  })

  test('is not sent again where nothing went', async () => {
    await publishFound(() => Promise.resolve())
    expect(github.counts().upload).toBe(0)
  })
})

describe('what a run that was killed leaves', () => {
  test('between upload and commit: an asset that the next run uses', async () => {
    const large = largeNar()
    await expect(
      publish([large], {}, () => {
        throw new Error('killed')
      })
    ).rejects.toThrow('killed')
    expect(await github.listFiles(store, 'main')).toEqual(['README.md'])
    github.reset()
    await publish([large])
    expect(github.counts().upload).toBe(0)
    expect(await download(large)).toEqual({ status: 200, size: 20_000 })
  })

  test('a draft with some of the files: the next run completes and publishes it', async () => {
    const [first, second] = [largeNar(), largeNar()]
    github.makeRelease(store, { tag: 'nar-publish-store-1', isDraft: true }, [
      { name: basename(first.path), state: 'uploaded', bytes: readFileSync(first.diskPath) }
    ])
    await publish([first, second])
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(first, second) }
    ])
  })

  test('an empty draft that is hours old: it is used', async () => {
    const createdAt = new Date(Date.now() - 7_200_000).toISOString()
    github.makeRelease(store, { tag: 'nar-publish-store-1', isDraft: true, createdAt })
    const large = largeNar()
    await publish([large])
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(large) }
    ])
  })

  test('a draft with other files: it is left to its publisher, who may still be at it', async () => {
    github.makeRelease(store, { tag: 'nar-publish-store-1', isDraft: true }, [
      { name: 'other.nar', state: 'uploaded', bytes: Buffer.from('x') }
    ])
    const large = largeNar()
    await publish([large])
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-2', isDraft: false, assets: held(large) },
      { tag: 'nar-publish-store-1', isDraft: true, assets: ['uploaded other.nar'] }
    ])
  })

  test('a tag without its release: the next number is taken', async () => {
    const sha = String(await github.head(store, 'main'))
    const tag = { ref: 'refs/tags/nar-publish-store-1', sha }
    await fetch(`${github.apiUrl}/repos/${store}/git/refs`, {
      method: 'POST',
      headers: { authorization: 'Bearer writer', 'content-type': 'application/json' },
      body: JSON.stringify(tag)
    })
    const large = largeNar()
    await publish([large])
    expect(await urlOf(large)).toContain('/nar-publish-store-2/')
  })

  test.each(['nar-publish-store-1', 'nar-publish-store-7'])(
    'an asset in state `starter` (%s): it is replaced',
    async (tag) => {
      const large = largeNar()
      const createdAt = new Date(Date.now() - 600_000).toISOString()
      const release = github.makeRelease(store, { tag }, [
        { name: basename(large.path), state: 'starter', bytes: Buffer.alloc(0) }
      ])
      for (const asset of release.assets) asset.createdAt = createdAt
      await publish([large])
      expect(github.releases(store).map(shown)).toEqual([
        { tag, isDraft: false, assets: held(large) }
      ])
    }
  )

  test('an asset with other bytes under the same name: it is replaced', async () => {
    const large = largeNar()
    github.makeRelease(store, { tag: 'nar-publish-store-1' }, [
      { name: basename(large.path), state: 'uploaded', bytes: randomBytes(large.size) }
    ])
    await publish([large])
    expect(github.releases(store).map(shown)).toEqual([
      { tag: 'nar-publish-store-1', isDraft: false, assets: held(large) }
    ])
    expect(await download(large)).toEqual({ status: 200, size: 20_000 })
  })
})

test('an upload that somebody else has under way is waited for, not broken', async () => {
  const large = largeNar()
  // Made in the future, as the test's clock runs 100 times as fast.
  const release = github.makeRelease(store, { tag: 'nar-publish-store-1' }, [
    { name: basename(large.path), state: 'starter', bytes: Buffer.alloc(0) }
  ])
  const [asset] = release.assets
  if (asset === undefined) throw new Error('no asset')
  asset.createdAt = new Date(Date.now() + 86_400_000_000).toISOString()
  const publishing = publish([large])
  // It has come back to look again.
  const looks = (): number =>
    github.requests.filter(({ method, path }) => method === 'GET' && path.includes('/releases'))
      .length
  let before = 0
  for (let seen = 0; seen < 3;) {
    if (looks() > before) {
      before = looks()
      seen++
    }
    await new Promise(setImmediate)
  }
  asset.bytes = readFileSync(large.diskPath)
  asset.state = 'uploaded'
  await publishing
  expect(github.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
  expect(await download(large)).toEqual({ status: 200, size: 20_000 })
})

describe('faults', () => {
  const one = { method: 'POST', path: /\/releases\/\d+\/assets$/ }
  const cases: [string, () => void][] = [
    ['502 on the upload', () => github.failNext(one, { status: 502, message: 'Server Error' })],
    ['a reset before the upload', () => github.failNext(one, 'reset')],
    [
      'a reset within the upload',
      () => {
        github.breakUploads('reset', 2)
      }
    ],
    [
      '502 after the upload',
      () => {
        github.breakUploads('bad-gateway', 2)
      }
    ],
    ['a lost answer to the upload', () => github.loseReply(one)],
    ['a lost answer to the draft', () => github.loseReply({ method: 'POST', path: /\/releases$/ })],
    ['a lost answer to the tag', () => github.loseReply({ method: 'POST', path: /\/git\/refs$/ })],
    [
      'a lost answer to the publication',
      () => github.loseReply({ method: 'PATCH', path: '/releases/' })
    ],
    ['a lost answer to the list', () => github.loseReply({ method: 'GET', path: /\/releases$/ })]
  ]
  test.each(cases)('%s', async (_, arrange) => {
    for (const immutableReleases of [false, true]) {
      github.change({ immutableReleases })
      arrange()
      const large = largeNar()
      await publish([large])
      expect(await download(large)).toEqual({ status: 200, size: 20_000 })
    }
    expect(github.releases(store).flatMap(({ assets }) => assets)).toHaveLength(2)
    expect(github.releases(store).filter(({ isDraft }) => isDraft)).toEqual([])
    expect(judgeRequests(github.requests.filter(({ status }) => status !== null))).toEqual([])
  })

  test('many at once, on many publishers', async () => {
    github.change({ badGateway: 0.05, resetBefore: 0.05, loseReply: 0.05, seed: 7 })
    const shared = largeNar()
    const nars = Array.from({ length: 6 }, () => largeNar())
    await Promise.all(nars.map((nar) => publish([nar, shared])))
    github.change({ badGateway: 0, resetBefore: 0, loseReply: 0 })
    for (const nar of [...nars, shared]) {
      expect(await download(nar)).toEqual({ status: 200, size: 20_000 })
    }
  })
})

describe('what fits nowhere is refused before anything is written', () => {
  async function refused(nars: readonly LargeFile[]): Promise<unknown> {
    const before = await github.head(store, 'main')
    const error: unknown = await publish(nars).then(
      () => null,
      (thrown: unknown) => thrown
    )
    expect(await github.head(store, 'main')).toBe(before)
    expect(github.releases(store)).toEqual([])
    expect(github.counts()).toMatchObject({ writes: 0, upload: 0 })
    return error
  }

  test('over 2 GiB', async () => {
    const huge = largeNar(200_001)
    expect(await refused([largeNar(), huge])).toMatchObject({
      code: 'NAR_TOO_LARGE',
      subject: huge.path,
      reason:
        'it has 200001 bytes, and alice/store takes files up to 200000 bytes, as release assets'
    })
  })

  test('over 100 MiB in a private repository', async () => {
    await github.close()
    github = await startStore({ private: true })
    const large = largeNar()
    expect(await refused([large])).toMatchObject({
      code: 'NAR_TOO_LARGE',
      subject: large.path,
      reason: expect.stringMatching(/private repository/) as unknown
    })
  })
})

test('a token that may not make releases is told so, and the branch stays', async () => {
  const before = await github.head(store, 'main')
  github.failNext(
    { method: 'POST', path: /\/releases$/ },
    { status: 403, message: 'Resource not accessible by integration' }
  )
  await expect(publish([largeNar()])).rejects.toMatchObject({ code: 'TOKEN_FORBIDDEN' })
  expect(await github.head(store, 'main')).toBe(before)
})

test('memory does not grow with the file: 32 MiB against 96 MiB', () => {
  // Each in a process of its own, beside a server that only counts.
  const peak = (mebibytes: number): number => {
    const script = join(import.meta.dirname, 'asset-upload-memory.ts')
    const env = { PATH: process.env['PATH'] }
    return Number(execFileSync(process.execPath, [script, scratch.path, `${mebibytes}`], { env }))
  }
  // 64 MiB more, of which nothing stays.
  expect(peak(96) - peak(32)).toBeLessThan(32)
})

test('an upload is not sent on to another host, nor is the token', async () => {
  let reached = 0
  const other = createServer((_, response) => {
    reached++
    response.writeHead(201).end('{}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const location = `http://127.0.0.1:${port}/repos/x/y/releases/1/assets`
  github.failNext(
    { method: 'POST', path: /\/assets$/ },
    { status: 307, message: 'Moved', headers: { location } },
    2
  )
  await expect(
    publish([largeNar()], { limits: { ...limits, requestAttempts: 2 } })
  ).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' })
  expect(reached).toBe(0)
  other.close()
})
