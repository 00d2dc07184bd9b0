import { expect, test } from '@jest/globals'
import { givenVersion } from '../../../src/sync/version/parse.ts'

test.each([
  ['0.76.1', '0.76.1'],
  ['v0.76.1', '0.76.1'],
  ['infer-0.76.1', '0.76.1'],
  ['infer-v0.76.1', '0.76.1']
])('%s that a person typed is %s, with or without the tag prefix', (text, version) => {
  expect(givenVersion(text, 'input', 'infer-')).toBe(version)
})

test('a prefix of digits is a prefix first', () => {
  expect(givenVersion('2-1.5', 'input', '2-')).toBe('1.5')
})

test.each([
  ['input', 'other-0.76.1'],
  ['release', '0.76.1'],
  ['release', 'v0.76.1']
] as const)('as %s, %s lacks the prefix', (source, text) => {
  expect(() => givenVersion(text, source, 'infer-')).toThrow(/VERSION_INVALID/)
})
