import { expect, test } from '@jest/globals'
import { retryAfterMs } from '../src/retry-after.ts'

const now = Date.parse('2026-11-29T02:00:00Z')
const year = 31_536_000_000

test.each([
  ['120', 120_000],
  [7, 7000],
  [' 0 ', 0],
  ['Sun, 29 Nov 2026 02:01:30 GMT', 90_000],
  ['Sunday, 29-Nov-26 02:01:30 GMT', 90_000],
  // Past already.
  ['Sun, 29 Nov 2026 01:00:00 GMT', 0],
  ['999999999999999999999999', year],
  ['Fri, 31 Dec 9999 23:59:59 GMT', year],
  ['-5', null],
  ['1e3', null],
  ['soon', null],
  ['', null],
  [undefined, null]
])('Retry-After: %j is %j ms', (value, expected) => {
  expect(retryAfterMs(value, now)).toBe(expected)
})
