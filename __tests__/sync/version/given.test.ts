import { describe, expect, test } from '@jest/globals'
import { formOf } from '../../../src/sync/version/form.ts'
import { givenVersion, refuseNoVersion } from '../../../src/sync/version/parse.ts'

const infer = { tagPrefix: 'infer-', versionRegex: null }
const nothing = { tagPrefix: '', versionRegex: null }

describe('with a tag prefix', () => {
  test.each([
    ['0.76.1', '0.76.1'],
    ['v0.76.1', '0.76.1'],
    ['infer-0.76.1', '0.76.1'],
    ['infer-v0.76.1', '0.76.1']
  ])('%s that a person typed is %s, with or without the prefix', (text, version) => {
    expect(givenVersion({ text, source: 'input' }, infer)).toBe(version)
  })

  test('one of digits is a prefix first', () => {
    const words = { ...infer, tagPrefix: '2-' }
    expect(givenVersion({ text: '2-1.5', source: 'input' }, words)).toBe('1.5')
  })

  test.each([
    ['input', 'other-0.76.1'],
    ['release', '0.76.1'],
    ['release', 'v0.76.1']
  ] as const)('as %s, %s lacks it', (source, text) => {
    expect(() => givenVersion({ text, source }, infer)).toThrow(/VERSION_INVALID/)
    expect(() => {
      refuseNoVersion({ text, source }, infer)
    }).toThrow(/VERSION_INVALID/)
  })
})

describe('of a package in its own form', () => {
  test.each([
    ['v1.2.3', 'v1.2.3', 'v1.3.0', 'v1.3.0'],
    ['v1.2.3', 'v1.2.3', '1.3.0', 'v1.3.0'],
    ['18.0', 'refs/tags/REL_18_0', 'REL_18_1', '18.1'],
    ['8.10.1', 'curl-8_10_1', 'curl-8_11_0', '8.11.0'],
    ['8.10.1', 'curl-8_10_1', '8.11.0', '8.11.0'],
    ['1.84.0', '1-84-0', '1-85-0', '1.85.0'],
    ['1.2.0', 'v1.2.0-stable', 'v1.3.0-stable', '1.3.0'],
    ['1.2.0-stable', 'v1.2.0-stable', 'v1.3.0-stable', '1.3.0-stable'],
    ['unstable-2022-03-15', '0123abc', 'unstable-2022-04-01', 'unstable-2022-04-01'],
    ['unstable-2022-03-15', '0123abc', 'v1.0.0', '1.0.0'],
    ['r1234', 'r1234', 'r1300', 'r1300'],
    ['4000', 'b4000', 'b4001', '4001'],
    ['2024-05-01', '20240501', '20241130', '2024-11-30'],
    ['2024-05-01', 'release-2024.05.01', 'release-2024.11.30', '2024-11-30'],
    ['2.6.3', 'R_2_6_3', 'R_2_6_4', '2.6.4'],
    ['3.100', 'NSS_3_100_RTM', 'NSS_3_101_RTM', '3.101'],
    ['1.0.0', 'anything', 'other-2.0', null]
  ])('%s, whose tag is %s: %s is %s', (present, ref, text, version) => {
    const form = formOf(present, [ref])
    const read = (): string => givenVersion({ text, source: 'input' }, nothing, form)
    if (version === null) expect(read).toThrow(/VERSION_INVALID/)
    else expect(read()).toBe(version)
  })
})

describe('with an expression', () => {
  const words = { tagPrefix: '', versionRegex: '^snap-(?:[a-z]+)-(?<version>.+)$' }

  test('is its group, or a version that a person typed', () => {
    expect(givenVersion({ text: 'snap-blue-1.3.0', source: 'release' }, words)).toBe('1.3.0')
    expect(givenVersion({ text: '1.3.0', source: 'input' }, words)).toBe('1.3.0')
  })

  test('is refused where that finds none, or something that is none', () => {
    for (const text of ['1.3.0', 'snap-blue-$(id)', 'snap-blue-']) {
      const given = { text, source: 'release' } as const
      expect(() => givenVersion(given, words)).toThrow(/VERSION_INVALID.*version-regex/s)
    }
  })
})

test('what a form may make a version of is not refused before the form is known', () => {
  const early = (text: string) => (): void => {
    refuseNoVersion({ text, source: 'release' }, nothing)
  }
  expect(early('curl-8_11_0')).not.toThrow()
  for (const text of ['nightly', 'v1$(id)', '-1.0', '1..0', 'v1`id`', '1.0; id', '../1']) {
    expect(early(text)).toThrow(/VERSION_INVALID/)
  }
})
