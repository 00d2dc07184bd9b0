import { afterEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { judgeRequests } from '../../support/github/openapi-judge.ts'
import type { GitHubOptions } from '../../support/github/options.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { hashOf, openStore, startStore, store } from './fixture.ts'

let github: GitHubServer
afterEach(async () => {
  await github.close()
  expectAcceptable(github)
})

/** Each request is one that GitHub's own description knows. */
function expectAcceptable({ requests }: GitHubServer): void {
  expect(judgeRequests(requests)).toEqual([])
}

const hashes = Array.from({ length: 100 }, (_, index) => hashOf(`${index}`))
const held = hashes.slice(0, 10)

async function start(
  setup: Partial<GitHubOptions['repositories'][number]> = {}
): Promise<GitHubServer> {
  github = await startStore(setup)
  await github.commitFiles(
    store,
    'main',
    {
      'catalogue.json': '{}\n',
      'pins/main/x': '/nix/store/x\n',
      ...Object.fromEntries(held.map((hash) => [`${hash}.narinfo`, `of ${hash}\n`]))
    },
    'fill'
  )
  return github
}

const heldTexts = new Map(held.map((hash) => [hash, `of ${hash}\n`]))

describe('a snapshot of a public repository', () => {
  test('asks of a folder that may have thousands of files for those alone that are wanted, with all else', async () => {
    await start()
    const badges = Array.from({ length: 300 }, (_, index): [string, string] => [
      `badge/b${index}.svg`,
      `${index}`
    ])
    const files = {
      ...Object.fromEntries(badges),
      'nar/ab/x': 'x',
      [`debuginfo/${'a'.repeat(40)}`]: ''
    }
    await github.commitFiles(store, 'main', files, 'fill')
    const snapshot = await (await openStore(github)).snapshot()
    await snapshot.readFile('catalogue.json')
    github.reset()
    const paths = ['badge', 'badge/b7.svg', 'badge/none.svg', 'nar/ab', 'nar/ab/x', 'nar/ab/y']
    const kinds = (items: Awaited<ReturnType<typeof snapshot.itemsAt>>): string[] =>
      [...items].map(([path, { kind }]) => `${path} ${kind}`)
    const expected = ['badge folder', 'badge/b7.svg file', 'nar/ab folder', 'nar/ab/x file']
    expect(kinds(await snapshot.itemsAt(paths))).toEqual(expected)
    expect(kinds(await snapshot.itemsAt(paths))).toEqual(expected)
    expect(github.counts()).toMatchObject({ api: 1, raw: 0 })
    expect(JSON.stringify(github.requests[0]?.body)).not.toMatch(/:badge"/)
    // All of it where all of it is wanted, and then nothing more.
    expect((await snapshot.itemsIn('badge')).size).toBe(300)
    expect(kinds(await snapshot.itemsAt(['badge/b8.svg']))).toEqual(['badge/b8.svg file'])
    expect(github.counts()).toMatchObject({ api: 2, raw: 0 })
  })

  test('tells that nothing is to be done with two API requests, opening included', async () => {
    await start()
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(snapshot.commit).toBe(await github.head(store, 'main'))
    expect(await snapshot.readNarInfos(held)).toEqual(heldTexts)
    expect((await snapshot.glanceAt('catalogue.json'))?.toString()).toBe('{}\n')
    await snapshot.glanceAt('catalogue.json')
    expect(target.requests).toEqual({ api: 2, raw: 11 })
    expect(github.counts()).toMatchObject({ api: 2, raw: 11 })
  })

  test.each([
    ['nothing', ''],
    ['a login page', '<!DOCTYPE html><title>Sign in</title>'],
    ['an older state', '{"version": 1}\n']
  ])('believes a raw address that gives %s only at a glance', async (_name, given) => {
    await start()
    const snapshot = await (await openStore(github)).snapshot()
    github.failNext({ path: '/catalogue.json' }, { status: 200, message: '', body: given })
    expect((await snapshot.glanceAt('catalogue.json'))?.toString()).toBe(given)
    expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}\n')
  })

  test('shows the token to the API alone', async () => {
    await start()
    const snapshot = await (await openStore(github)).snapshot()
    await snapshot.readFile('catalogue.json')
    expect(
      new Set(
        github.requests.map(
          ({ kind, headers }) => `${kind} ${headers['authorization'] ?? 'absent'}`
        )
      )
    ).toEqual(new Set(['api present', 'raw absent']))
  })

  test('finds a few among many narinfos by one listing, and reads these by one question', async () => {
    await start()
    const target = await openStore(github)
    expect(await (await target.snapshot()).readNarInfos(hashes)).toEqual(heldTexts)
    expect(target.requests).toEqual({ api: 4, raw: 0 })
  })

  test('tells that narinfos are there without an API request, and by the listing which are not', async () => {
    await start()
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(await snapshot.missingNarInfos(held)).toEqual(new Set())
    expect(target.requests).toEqual({ api: 2, raw: 10 })
    expect(await snapshot.missingNarInfos(hashes.slice(9, 11))).toEqual(new Set([hashes[10]]))
    expect(target.requests).toEqual({ api: 3, raw: 12 })
  })

  test('tells which of many narinfos are missing by the listing alone', async () => {
    await start()
    const target = await openStore(github)
    const missing = await (await target.snapshot()).missingNarInfos(hashes)
    expect(missing).toEqual(new Set(hashes.slice(10)))
    expect(target.requests).toEqual({ api: 3, raw: 0 })
  })

  test.each([
    ['is late', { status: 404, message: 'Not Found' }],
    ['breaks off', 'reset'],
    ['answers with a page', { status: 200, message: '<title>Log in</title>' }]
  ] as const)('takes no narinfo for missing whose raw address %s', async (_, failure) => {
    await start()
    github.failNext({ path: '/raw/' }, failure, 1000)
    const snapshots = await Promise.all(
      [1, 2].map(async () => (await openStore(github)).snapshot())
    )
    expect(await snapshots[0]?.missingNarInfos(held)).toEqual(new Set())
    expect(await snapshots[1]?.readNarInfos(hashes.slice(0, 20))).toEqual(heldTexts)
  })

  test('asks for narinfos that are not there once, and then the listing', async () => {
    await start()
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(await snapshot.readNarInfos(hashes.slice(10, 60))).toEqual(new Map())
    expect(target.requests.api).toBe(3)
    expect(target.requests.raw).toBe(1)
  })

  test('answers null only after the commit’s listing said so, and asks for that once', async () => {
    await start()
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(await snapshot.readFile('nix-cache-info')).toBeNull()
    expect(await snapshot.readFile('pins')).toBeNull()
    expect(await snapshot.readFile('catalogue.json/x')).toBeNull()
    expect(target.requests.api).toBe(3)
    expect((await snapshot.readFile('pins/main/x'))?.toString()).toBe('/nix/store/x\n')
  })

  test('takes nothing for missing of a commit that GraphQL does not know yet', async () => {
    await start()
    const body = JSON.stringify({ data: { repository: { commit: null, at0: null } } })
    const planned = github.failNext({ path: '/graphql' }, { status: 200, message: '', body }, 2)
    const snapshot = await (await openStore(github)).snapshot()
    expect(new Set((await snapshot.readFiles(['catalogue.json', 'nope'])).keys())).toEqual(
      new Set(['catalogue.json'])
    )
    expect(planned.hits).toBe(2)
  })

  test('reads a file whose raw address is not there yet', async () => {
    await start()
    github.failNext({ path: '/raw/' }, { status: 404, message: 'Not Found' }, 3)
    const snapshot = await (await openStore(github)).snapshot()
    expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}\n')
  })

  test.each([
    ['a rate limit', { status: 429, message: 'Too Many Requests' }],
    ['a refusal', { status: 403, message: 'Forbidden' }],
    ['a login page', { status: 302, message: '', headers: { location: '/login' } }]
  ] as const)('leaves raw addresses at %s and asks the API', async (_, failure) => {
    await start()
    const planned = github.failNext({ path: '/raw/' }, failure, 1000)
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}\n')
    expect(await snapshot.readNarInfos(hashes)).toEqual(heldTexts)
    expect(planned.hits).toBe(1)
  })

  test('loses nothing while raw addresses answer 5xx or break off', async () => {
    await start()
    github.failNext({ path: '/raw/' }, { status: 503, message: '' })
    github.failNext({ path: '/raw/' }, 'reset')
    const snapshot = await (await openStore(github)).snapshot()
    expect(await snapshot.readNarInfos(held)).toEqual(heldTexts)
  })

  test('stays at its commit when the branch moves on', async () => {
    await start()
    const snapshot = await (await openStore(github)).snapshot()
    await github.commitFiles(store, 'main', { 'catalogue.json': 'new' }, 'later')
    expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}\n')
  })

  test.each(['missing branch', 'empty repository'])('of a %s holds nothing', async (kind) => {
    github = await startStore({ initialized: kind !== 'empty repository' })
    const snapshot = await (await openStore(github, { branch: 'cache' })).snapshot()
    expect(snapshot.commit).toBeNull()
    expect(await snapshot.readFile('README.md')).toBeNull()
    expect(await snapshot.readNarInfos(held)).toEqual(new Map())
  })
})

describe('a snapshot of a private repository', () => {
  test('tells that nothing is to be done with two API requests, as Nix reads it with a netrc', async () => {
    await start({ private: true })
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(await snapshot.readNarInfos(held)).toEqual(heldTexts)
    expect((await snapshot.glanceAt('catalogue.json'))?.toString()).toBe('{}\n')
    expect(target.requests).toEqual({ api: 2, raw: 11 })
  })

  test('believes a 404 only once a file was to be had: a token that raw addresses refuse is answered so too', async () => {
    await start({ private: true })
    github.failNext({ path: '/raw/' }, { status: 404, message: 'Not Found' }, 1000)
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(await snapshot.readNarInfos(held)).toEqual(heldTexts)
    expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}\n')
  })

  test('asks for a hundred narinfos only where they are', async () => {
    await start({ private: true })
    const target = await openStore(github)
    const snapshot = await target.snapshot()
    expect(await snapshot.readNarInfos(hashes)).toEqual(heldTexts)
    expect(target.requests).toEqual({ api: 4, raw: 0 })
  })

  test('gives bytes as they are', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0, 10])
    await start({ private: true })
    await github.commitFiles(store, 'main', { 'README.md': bytes }, 'odd')
    const snapshot = await (await openStore(github)).snapshot()
    expect(await snapshot.readFile('README.md')).toEqual(bytes)
  })
})

test('a listing that GitHub cut is no proof that a file is not there', async () => {
  await start({ private: true })
  // GitHub's answer for a folder of over 100,000 entries, made small.
  const cut = createServer((request, response) => {
    const json = { 'content-type': 'application/json' }
    void Array.fromAsync(request as AsyncIterable<Buffer>).then(async (chunks) => {
      const answer = await fetch(`${github.apiUrl}${request.url ?? ''}`, {
        ...{ method: request.method ?? '', headers: { authorization: 'token writer', ...json } },
        ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {})
      })
      const body = await answer.text()
      const isTree = request.url?.includes('/git/trees/') === true
      response.writeHead(answer.status, json).end(isTree ? '{"tree":[],"truncated":true}' : body)
    })
  }).listen(0, '127.0.0.1')
  await once(cut, 'listening')
  const { port } = cut.address() as AddressInfo
  const target = await openStore(github, { apiUrl: `http://127.0.0.1:${port}` })
  const snapshot = await target.snapshot()
  expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}\n')
  expect((await snapshot.readFile('pins/main/x'))?.toString()).toBe('/nix/store/x\n')
  expect(await snapshot.readFile('README')).toBeNull()
  expect(await snapshot.readNarInfos(hashes.slice(8, 12))).toEqual(new Map([...heldTexts].slice(8)))
  expect(await snapshot.missingNarInfos(hashes.slice(8, 12))).toEqual(new Set(hashes.slice(10, 12)))
  const kinds = [...(await snapshot.itemsAt(['pins', 'pins/main', 'pins/main/x', 'nar/ab/x']))].map(
    ([path, { kind }]) => [path, kind]
  )
  expect(kinds).toEqual([
    ['pins', 'folder'],
    ['pins/main', 'folder'],
    ['pins/main/x', 'file']
  ])
  cut.closeAllConnections()
  cut.close()
})
