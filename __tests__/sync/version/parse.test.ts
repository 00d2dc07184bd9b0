import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NarPublishError } from '../../../src/errors.ts'
import { isBranchName } from '../../../src/repository/branch-name.ts'
import { versionFromTag } from '../../../src/sync/version/parse.ts'
import { anyCharacter } from '../../support/any-character.ts'

describe('versionFromTag', () => {
  test.each([
    ['1', '', '1'],
    ['v7', '', '7'],
    ['1.2', '', '1.2'],
    ['v1.84.0', '', '1.84.0'],
    ['V1.84.0', '', '1.84.0'],
    ['1.2.3.4', '', '1.2.3.4'],
    ['1.2.3.4.5.6', '', '1.2.3.4.5.6'],
    ['refs/tags/v1.2.3', '', '1.2.3'],
    ['2024-05-01', '', '2024-05-01'],
    ['v20240501', '', '20240501'],
    ['1.2.3-rc.1', '', '1.2.3-rc.1'],
    ['v1.2.3rc1', '', '1.2.3rc1'],
    ['1.2.3-beta+build.5', '', '1.2.3-beta+build.5'],
    ['0-unstable-2024-05-01', '', '0-unstable-2024-05-01'],
    ['1.1.1w', '', '1.1.1w'],
    ['9.9p1', '', '9.9p1'],
    ['1_84_0', '', '1_84_0'],
    ['infer-0.76.1', 'infer-', '0.76.1'],
    ['infer/v0.76.1', 'infer/', '0.76.1'],
    ['refs/tags/infer/0.76.1', 'infer/', '0.76.1'],
    ['infer-infer-1', 'infer-infer-', '1'],
    ['v1.2.3', 'v', '1.2.3'],
    ['vv1.2.3', 'v', '1.2.3'],
    ['$(x)1.2.3', '$(x)', '1.2.3'],
    ['1.2.3', '1.', '2.3'],
    ['9'.repeat(100), '', '9'.repeat(100)]
  ])('%j with prefix %j is %s', (tag, prefix, version) => {
    expect(versionFromTag(tag, prefix)).toBe(version)
  })

  test.each([
    ['nothing', '', ''],
    ['a word', 'nightly', ''],
    ['a prefix alone', 'infer-', 'infer-'],
    ['v alone', 'v', ''],
    ['v twice', 'vv1.2.3', ''],
    ['the prefix twice', 'infer-infer-1.2.3', 'infer-'],
    ['another prefix', 'other-1.2.3', 'infer-'],
    ['the prefix in capitals', 'Infer-1.2.3', 'infer-'],
    ['no prefix where there must be one', '1.2.3', 'infer-'],
    ['a path', '1/2', ''],
    ['a path upwards', '1..2', ''],
    ['a branch', 'refs/heads/1.2.3', ''],
    ['an option', '-1.2.3', ''],
    ['a command', '1.2.3$(touch x)', ''],
    ['two words', '1.2.3 4', ''],
    ['a line end', '1.2.3\n', ''],
    ['a line before', 'x\n1.2.3', ''],
    ['a quote', '1.2.3"', ''],
    ['another script’s digits', '١.٢', ''],
    ['a sign at the end', '1.2.', ''],
    ['a dash at the end', '1.2-', ''],
    ['what is too long', '9'.repeat(101), ''],
    ['a byte that ends strings', '1.2\0', '']
  ])('refuses %s: %j with prefix %j', (_what, tag, prefix) => {
    expect(() => versionFromTag(tag, prefix)).toThrow(
      expect.objectContaining({ code: 'VERSION_INVALID' })
    )
  })

  test.each([
    ['infer-0.76.1', '', '`tag-prefix` to "infer-" if "0.76.1"'],
    ['infer-v0.76.1', '', '`tag-prefix` to "infer-" if "0.76.1"'],
    ['a/b-1.2', 'a/', '`tag-prefix` to "a/b-" if "1.2"']
  ])('tells the prefix that %j with prefix %j may have', (tag, prefix, hint) => {
    expect(() => versionFromTag(tag, prefix)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) as unknown })
    )
  })

  test('says what the tag was, what is left of it and what is accepted', () => {
    expect(() => versionFromTag('infer-x', 'infer-')).toThrow(
      expect.objectContaining({
        subject: 'tag "infer-x"',
        reason: expect.stringMatching(
          /^"x", which is left of it, is no version \(a digit, /
        ) as unknown,
        hint: expect.stringContaining('tag-prefix') as unknown
      })
    )
    expect(() => versionFromTag('1.2.3', 'infer-')).toThrow(/"infer-", the tag prefix/)
  })

  test('gives a word that is no option, path or shell syntax, or refuses, whatever the tag', () => {
    const tags = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.stringMatching(/^v?[0-9][0-9A-Za-z._+/$ -]{0,20}$/)
    )
    fc.assert(
      fc.property(tags, (tag) => {
        let version: string
        try {
          version = versionFromTag(tag, '')
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(NarPublishError)
          // It is printed: nothing in it may end the line.
          expect((thrown as NarPublishError).message).not.toMatch(/[\n\r\0]/)
          return
        }
        expect(version).toMatch(/^[0-9][0-9A-Za-z._+-]*$/)
        expect(tag.endsWith(version)).toBe(true)
        expect(versionFromTag(version, '')).toBe(version)
        expect(isBranchName(`nar-publish/x-${version}`)).toBe(!version.endsWith('.lock'))
      }),
      { numRuns: 1_000 }
    )
  })
})
