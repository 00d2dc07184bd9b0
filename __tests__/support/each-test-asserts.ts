/** Set up for every suite (jest.config.mjs): a test that asserts nothing fails. */
import { beforeEach, expect } from '@jest/globals'

beforeEach(() => {
  expect.hasAssertions()
})
