/** Hundreds of release assets within what GitHub takes in a minute and in an hour. */
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { ContentPace } from '../../../src/repository/github/content-pace.ts'
import { defaultLimits } from '../../../src/repository/limits.ts'
import type { LargeFile } from '../../../src/repository/types.ts'
import { githubLimits, type GitHubServer } from '../../support/github/server.ts'
import { fastPace, openStore, Scratch, startStore, store } from './fixture.ts'

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

const minute = 60_000
/** Times that time passes as fast. */
const speed = 100

function nars(number: number): LargeFile[] {
  return Array.from({ length: number }, () => ({
    ...scratch.nar(randomBytes(100)),
    placement: 'release'
  }))
}

async function publish(files: readonly LargeFile[]): Promise<void> {
  const target = await openStore(github, { pace: fastPace(speed) })
  await target.commit(files, await target.snapshot(), (_, released) =>
    Promise.resolve({
      message: 'publish',
      files: new Map([['urls', Buffer.from([...(released?.values() ?? [])].join('\n'))]]),
      largeFiles: []
    })
  )
}

const uploads = (status: number): string[] =>
  github.requests
    .filter((request) => request.kind === 'upload' && request.status === status)
    .map(({ query }) => String(query['name']))

const namesOf = (files: readonly LargeFile[]): string[] =>
  files.map(({ path }) => basename(path)).sort()

test('of what creates content no 60 seconds have more than 80', async () => {
  const [limit] = githubLimits.content
  let now = 0
  const sleep = (ms: number): Promise<void> => {
    now += ms
    return Promise.resolve()
  }
  const pace = new ContentPace({ sleep, now: () => now, random: () => 0 }, defaultLimits)
  const sent: number[] = []
  for (let upload = 0; upload < 300; upload++) {
    await pace.turn()
    pace.count('POST /repos/{owner}/{repo}/releases/1/assets')
    sent.push(now)
    // Reading is no matter of this limit.
    pace.count('GET /repos/{owner}/{repo}/releases')
    now += 100 + (upload % 7) * 50
  }
  const counts = sent.map((from) => sent.filter((at) => at >= from && at < from + minute).length)
  expect(Math.max(...counts)).toBe(limit?.requests)
  // And no slower than it has to be.
  expect(now).toBeLessThan(4 * minute)
})

test('500 are uploaded once each, past a GitHub that takes 80 a minute, into one release', async () => {
  const windowMs = minute / speed
  github.change({ contentLimits: [{ requests: 80, windowMs }] })
  const files = nars(500)
  await publish(files)
  expect(uploads(201).sort()).toEqual(namesOf(files))
  expect(github.releases(store).map(({ assets }) => assets.length)).toEqual([500])
  // Of those that it did refuse, because its minutes begin at other moments than ours, each went out once more.
  expect(uploads(403).length).toBeLessThan(50)
})

test('a run that is told to wait for the rest of an hour ends, and the next one sends what is missing', async () => {
  github.change({ contentLimits: [{ requests: 40, windowMs: 3_600_000 }] })
  const files = nars(60)
  await expect(publish(files)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  const before = uploads(201).length
  // The tag's tree, commit and ref, and the draft.
  expect(before).toBe(40 - 4)
  expect(await github.listFiles(store, 'main')).toEqual(['README.md'])

  github.change({ contentLimits: [] })
  await publish(files)
  expect(uploads(201).sort()).toEqual(namesOf(files))
  expect(github.releases(store).map(({ assets, isDraft }) => [assets.length, isDraft])).toEqual([
    [60, false]
  ])
})

test('what a full release has no place for goes into the next, without being offered to the first', async () => {
  github.change({ assetsPerRelease: 20 })
  const files = nars(50)
  const target = await openStore(github, { limits: { assetsPerRelease: 20 } })
  await target.commit(files, await target.snapshot(), (_, released) =>
    Promise.resolve({
      message: 'publish',
      files: new Map([['urls', Buffer.from(`${released?.size}`)]]),
      largeFiles: []
    })
  )
  expect(github.releases(store).map(({ tag, assets }) => [tag, assets.length])).toEqual([
    ['nar-publish-store-3', 10],
    ['nar-publish-store-2', 20],
    ['nar-publish-store-1', 20]
  ])
  expect(github.counts().upload).toBe(50)
})

test('what is left of the hour counts what other runs have uploaded, and the releases that are missing', async () => {
  const roomFor = async (files: readonly LargeFile[]) => {
    const target = await openStore(github, { pace: { ...fastPace(), now: () => Date.now() } })
    return target.releasedFiles?.roomFor(files)
  }
  const files = nars(3)
  const ten = 10
  expect(await roomFor(files)).toEqual({ there: new Set(), left: 500 - 5 - ten })
  const [first, second] = files
  await publish([first, second].filter((file) => file !== undefined))
  expect(await roomFor(files)).toEqual({
    there: new Set([first?.path, second?.path]),
    left: 500 - 2 - ten
  })
  for (const asset of github.releases(store)[0]?.assets ?? []) {
    asset.createdAt = new Date(Date.now() - 3_600_000).toISOString()
  }
  expect(await roomFor(files)).toMatchObject({ left: 500 - ten })
})
