import { describe, expect, test } from '@jest/globals'
import { NarPublishError } from '../../src/errors.ts'
import { planWrites, writePlanLine, type WritePlan } from '../../src/publish/plan-writes.ts'
import { defaultLimits } from '../../src/repository/limits.ts'
import type { LargeFile, Route } from '../../src/repository/types.ts'

const github = { name: 'o/store', routes: ['api', 'push'] } as const
const elsewhere = { name: 'nix/store', routes: ['push'] } as const

function files(
  number: number,
  size: number,
  placement: LargeFile['placement'] = 'tree'
): LargeFile[] {
  return Array.from({ length: number }, (_, i) => {
    const path = `nar/${placement}-${size}-${i}.nar`
    return { path, diskPath: `/tmp/${i}`, size, placement }
  })
}

function plan(
  nars: LargeFile[],
  asked: 'auto' | Route = 'auto',
  target: Parameters<typeof planWrites>[2] = github,
  longest = 1000
): WritePlan {
  return planWrites(nars, { count: nars.length + 3, longest, bytes: longest }, target, asked)
}

function errorOf(planning: () => unknown): NarPublishError {
  try {
    planning()
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
  throw new Error('no error')
}

describe('route: auto', () => {
  test.each<[string, LargeFile[], Route, number]>([
    ['a small NAR', files(1, 1000), 'api', 1 + 1 + 2],
    ['a NAR of exactly 35 MiB', files(1, 36_700_160), 'api', 4],
    ['one byte more', [...files(3, 10), ...files(1, 36_700_161)], 'push', 1],
    ['488 NARs, just below the hourly budget', files(488, 10), 'api', 488 + 10 + 2],
    ['489 NARs, just above it', files(489, 10), 'push', 1],
    ['a release asset beside a small NAR', [...files(1, 5), ...files(1, 2e8, 'release')], 'api', 4]
  ])('%s', (_name, nars, route, writes) => {
    expect(plan(nars)).toMatchObject({ route, writes })
  })

  test('says why, with the figures', () => {
    expect(writePlanLine(plan(files(489, 10)))).toBe(
      'route: push; 489 NARs (4.89 kB) in one pack: the API would need 501 requests that write, and GitHub allows 500 an hour'
    )
    expect(writePlanLine(plan(files(1, 40 * 1024 * 1024)))).toBe(
      'route: push; 1 NAR (41.9 MB) in one pack: nar/tree-41943040-0.nar has 40 MiB, and the API takes files up to 35 MiB'
    )
    expect(writePlanLine(plan([...files(2, 10), ...files(1, 2e8, 'release')]))).toBe(
      'route: api; 2 NARs (20 B), 5 requests that write, 1 release asset (200 MB): all of it is within the API’s limits'
    )
    expect(writePlanLine(plan(files(1, 10), 'auto', elsewhere))).toBe(
      'route: push; 1 NAR (10 B) in one pack: the target is not on this GitHub'
    )
  })
})

describe('release assets', () => {
  const room = (there: readonly LargeFile[] = []) => ({
    there: new Set(there.map(({ path }) => path)),
    left: 480
  })

  test('are counted as uploads, with the time that GitHub’s 80 a minute make of them', () => {
    const beside = files(400, 100_000, 'release')
    const planned = planWrites(
      beside,
      { count: 403, longest: 10, bytes: 10 },
      github,
      'auto',
      room()
    )
    expect(planned).toMatchObject({ route: 'api', uploads: 400, uploadMinutes: 5 })
    expect(writePlanLine(planned)).toContain(
      ', 400 release assets (40 MB; some 5 minutes, as GitHub takes 80 a minute): all of it'
    )
  })

  test('that are there already are none', () => {
    const beside = files(90, 100_000, 'release')
    const there = room(beside.slice(0, 60))
    const planned = planWrites(beside, { count: 93, longest: 10, bytes: 10 }, github, 'auto', there)
    expect(planned).toMatchObject({ uploads: 30, uploadMinutes: 0 })
    expect(writePlanLine(planned)).toContain('90 release assets (9 MB; 60 of them there already)')
  })

  test('leave less of the hour to the API, so that more is pushed', () => {
    const nars = [...files(105, 10), ...files(390, 100_000, 'release')]
    const planned = planWrites(nars, { count: 498, longest: 10, bytes: 10 }, github, 'auto', room())
    expect(planned.route).toBe('push')
    expect(planned.reason).toBe(
      'the API would need 114 requests that write beside 390 uploads, and GitHub allows 500 an hour'
    )
    const fewer = nars.slice(10)
    expect(
      planWrites(fewer, { count: 488, longest: 10, bytes: 10 }, github, 'auto', room()).route
    ).toBe('api')
  })
})

test('a text over 1 MB is a blob of its own', () => {
  expect(plan(files(1, 10), 'auto', github, 1_000_000)).toMatchObject({ route: 'api', writes: 4 })
  expect(plan(files(1, 10), 'auto', github, 1_000_001)).toMatchObject({ route: 'api', writes: 5 })
})

test('a route that is asked for is taken', () => {
  expect(plan(files(1, 10), 'push')).toMatchObject({
    route: 'push',
    reason: 'as `route: push` says'
  })
  expect(plan(files(600, 10), 'api')).toMatchObject({ route: 'api', writes: 600 + 13 + 2 })
})

describe('what fits nowhere is refused before anything is written', () => {
  test('a NAR that the API does not take, when it is to be the API', () => {
    const error = errorOf(() => plan(files(1, 36_700_161), 'api'))
    expect(error).toMatchObject({ code: 'NAR_TOO_LARGE', subject: 'nar/tree-36700161-0.nar' })
    expect(error.message).toContain('route')
  })

  test('more than 2 GB in one push to GitHub; another host has limits of its own', () => {
    const nars = files(21, 100_000_000)
    expect(errorOf(() => plan(nars))).toMatchObject({ code: 'PUSH_TOO_LARGE', subject: 'o/store' })
    expect(plan(nars, 'auto', elsewhere).route).toBe('push')
    expect(plan(files(20, 100_000_000)).route).toBe('push')
  })
})

test('the limits are those of GitHub’s that are documented or observed, and how long a run tries', () => {
  expect(defaultLimits).toEqual({
    largestBlob: 35 * 1024 * 1024,
    largestTreeFile: 100 * 1024 * 1024,
    largestAsset: 2 * 1024 * 1024 * 1024,
    assetsPerRelease: 1000,
    largestPush: 2_000_000_000,
    writesPerHour: 500,
    writesPerMinute: 80,
    treeEntries: 100,
    treeBody: 2_000_000,
    longestTreeText: 1_000_000,
    requestAttempts: 12,
    requestTime: 10 * 60_000,
    connectionAttempts: 6,
    connectionPause: 30_000,
    visibleTime: 60_000,
    refAttempts: 30,
    commitTime: 20 * 60_000,
    servedTime: 20 * 60_000
  })
})
