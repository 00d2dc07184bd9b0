import { expect, test } from '@jest/globals'
import { checkVersionRegex, versionsByRegex } from '../../../src/sync/version/version-regex.ts'

test('gives the group named version, else the first, and null for what does not match', () => {
  expect(versionsByRegex('^(?:v|r)([0-9.]+)$', ['v1.2', 'r3', 'x'])).toEqual(['1.2', '3', null])
  expect(versionsByRegex('(a)(?<version>[0-9]+)', ['a1'])).toEqual(['1'])
  expect(versionsByRegex('a(b)?', ['a'])).toEqual([null])
})

test.each(['', 'v[0-9]+', '(', '(?<version>', '[z-a](x)', '(x', 'a'.repeat(500) + '(b)', '(b)\\'])(
  '%j is none',
  (source) => {
    expect(() => checkVersionRegex(source)).toThrow(/REGEX_INVALID version-regex .* a group/s)
  }
)

test('an expression that a nasty tag would keep busy for years is stopped', () => {
  const source = checkVersionRegex('^((a+)+)$')
  expect(versionsByRegex(source, ['aaa'])).toEqual(['aaa'])
  expect(() => versionsByRegex(source, [`${'a'.repeat(100)}!`])).toThrow(/REGEX_INVALID.*not done/s)
  // The same for one that takes its time on nothing at all.
  expect(() => checkVersionRegex(`(${'(x?){1000}'.repeat(20)})${'{1000}'.repeat(3)}`)).toThrow(
    /REGEX_INVALID/
  )
})

test('what an expression finds is a text, and nothing of it runs here', () => {
  const names = ['constructor', '__proto__', '${process.exit(3)}']
  expect(versionsByRegex('^(.*)$', names)).toEqual(names)
})
