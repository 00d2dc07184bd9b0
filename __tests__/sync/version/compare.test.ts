import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareVersions } from '../../../src/catalogue/version-order.ts'
import { isOlder, isPreRelease } from '../../../src/sync/version/compare.ts'
import { cpuTime } from '../../support/cpu-time.ts'

describe('isOlder', () => {
  test.each([
    ['1.0', '1.1'],
    ['1.9', '1.10'],
    ['0.76.0', '0.76.0.1'],
    ['1.0-rc1', '1.0'],
    ['1.0rc1', '1.0'],
    ['1.0.rc1', '1.0'],
    ['1.0_beta', '1.0'],
    ['1.0-beta.2', '1.0'],
    ['1.0-x', '1.0'],
    ['1.0-RC1', '1.0'],
    ['1.0b2', '1.0'],
    ['2.0-M1', '2.0'],
    ['1.0pre1', '1.0'],
    ['1.0-dev', '1.0'],
    ['0.9', '1.0-alpha'],
    ['1.0', '1.1-alpha'],
    ['1.0-alpha', '1.0-beta'],
    ['1.0-alpha', '1.0-alpha.1'],
    ['1.0-rc1', '1.0-RC2'],
    ['1.0-rc.9', '1.0-rc.10'],
    ['1.0-beta+build.5', '1.0'],
    ['1.0-beta+build.5', '1.0-beta+build.10'],
    ['1.0', '1.0+build.5'],
    ['1.0', '1.0-1'],
    ['1.0', '1.0-p1'],
    ['1.0', '1.0-unstable-2024-05-01'],
    ['0-unstable-2024-05-01', '0-unstable-2024-06-01'],
    ['0-unstable-2024-05-01', '0.1'],
    ['unstable-2020-01-01', '0-unstable-2024-05-01'],
    ['2024-05-01', '2024-05-02'],
    ['20240501', '20240502'],
    ['1.1.1', '1.1.1b'],
    ['1.1.1b', '1.1.1w'],
    ['1.0-14-gabcdef0', '1.1']
  ])('%s came before %s', (a, b) => {
    expect(isOlder(a, b)).toBe(true)
    expect(isOlder(b, a)).toBe(false)
  })

  test.each([
    ['1.0', '1.0'],
    ['1.0-rc1', '1.0rc1'],
    ['1.0-rc1', '1.0-RC1'],
    ['', '']
  ])('%s and %s are equally old', (a, b) => {
    expect(isOlder(a, b)).toBe(false)
    expect(isOlder(b, a)).toBe(false)
  })

  const part = fc.constantFrom(
    ...[
      '0',
      '1',
      '2',
      '10',
      'a',
      'b',
      'a1',
      'rc',
      'rc1',
      'pre',
      'alpha',
      'x',
      'p1',
      'unstable',
      '2024'
    ]
  )
  const versions = fc
    .array(fc.tuple(fc.constantFrom('', '.', '-', '_', '+'), part), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.flat().join(''))

  test('is an order', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(isOlder(a, a)).toBe(false)
        expect(isOlder(a, b) && isOlder(b, a)).toBe(false)
        // What is older than b is older than all that b is not newer than.
        if (isOlder(a, b) && !isOlder(c, b)) expect(isOlder(a, c)).toBe(true)
      }),
      { numRuns: 2_000 }
    )
  })

  test('is Nix’s own order among releases', () => {
    const releases = versions.filter((version) => !isPreRelease(version) && !version.includes('+'))
    fc.assert(
      fc.property(releases, releases, (a, b) => {
        expect(isOlder(a, b)).toBe(compareVersions(a, b) < 0)
      })
    )
  })
})

describe('isPreRelease', () => {
  test.each([
    ...['1.2.3-rc.1', '1.2.3rc1', '1.2.3-beta', '1.2.3-beta+build.5', '1.0a1', '1.0.b2', '2.0-M3'],
    ...['1.0-dev', '1.0.dev0', '1.0pre2', '1.0-preview', '1.0-SNAPSHOT', '1.0-x', '2024-05-01-rc1'],
    '1.0-developer'
  ])('%s is one', (version) => {
    expect(isPreRelease(version)).toBe(true)
  })

  test.each([
    ...[
      '1',
      '1.2.3',
      '2024-05-01',
      '20240501',
      '0-unstable-2024-05-01',
      '1.1.1b',
      '9.9p1',
      '1.2.3-1'
    ],
    ...['1.2.3-p2', '1.2.3-post1', '1.2.3.Final', '1.2.3-RELEASE', '1.2.3+rc1', '1.0-14-gabcdef0'],
    ...['8u292', '', 'unstable-2024-05-01']
  ])('%s is none', (version) => {
    expect(isPreRelease(version)).toBe(false)
  })

  test('takes long versions in a moment', () => {
    const time = cpuTime(() => {
      for (const piece of ['1', '-', '1-', 'a', '1-a', '1.rc', '.'])
        isPreRelease(`${piece.repeat(100_000)}!`)
    })
    expect(time).toBeLessThan(2_000)
  })
})
