import { describe, expect, test } from '@jest/globals'
import { parseDuration } from '../../src/inputs/duration.ts'
import { pauseAfter } from '../../src/queue/pauses.ts'

describe('a time', () => {
  test.each([
    ['5 min', 300_000],
    ['30s', 30_000],
    ['1.5 hours', 5_400_000],
    ['250 ms', 250],
    ['7 days', 604_800_000]
  ])('%s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds)
  })

  test.each([
    '',
    '5',
    '0 s',
    '-1 s',
    '8 days',
    '5 min 3 s',
    '1e3 s',
    '5 constructor',
    '5\nmin',
    'min'
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull()
  })
})

describe('a pause', () => {
  const pauses = { first: 1000, longest: 60_000 }

  test('doubles with each failure, up to the longest', () => {
    const middle = [1, 2, 3, 6, 7, 50, 5000].map((failures) =>
      pauseAfter(failures, pauses, () => 0.5)
    )
    expect(middle).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000])
  })

  test('is a quarter more or less by chance', () => {
    expect(pauseAfter(1, pauses, () => 0)).toBe(750)
    expect(pauseAfter(1, pauses, () => 0.999)).toBeLessThanOrEqual(1250)
  })
})
