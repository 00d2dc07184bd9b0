/** Set up for every suite (jest.config.mjs): a test that asserts nothing fails, and bytes are compared as bytes. */
import { beforeEach, expect } from '@jest/globals'

// Jest itself goes from byte to byte as through an array, which was five sixths of the time of catalogue/readme.test.ts.
expect.addEqualityTesters([
  (a, b) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : undefined)
])

beforeEach(() => {
  expect.hasAssertions()
})
