import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asWritten, formOf, versionInShape } from '../../../src/sync/version/form.ts'
import { anyCharacter } from '../../support/any-character.ts'

describe('the form of a version', () => {
  test.each([
    ['1.2.3', 'v1.2.3', { lead: '', separator: '.', tag: shape('', '', '.') }],
    ['v1.2.3', 'v1.2.3', { lead: 'v', separator: '.', tag: shape('', '', '.') }],
    ['18.1', 'REL_18_1', { lead: '', separator: '.', tag: shape('REL_', '', '_') }],
    ['1.2.3', 'cli/v1.2.3', { lead: '', separator: '.', tag: shape('cli/', '', '.') }],
    ['1.2.3', 'dev1.2.3', { lead: '', separator: '.', tag: shape('dev', '', '.') }],
    ['1.2.3', 'refs/tags/v1.2.3-lts', { lead: '', separator: '.', tag: shape('', '-lts', '.') }],
    // The number of something else, digits of a longer one, and of a commit.
    ['1.2', 'v1.23', { lead: '', separator: '.', tag: null }],
    ['1.2', '11.2', { lead: '', separator: '.', tag: null }],
    ['12', 'a12b45f', { lead: '', separator: null, tag: null }],
    ['2024-05-01', 'v20240501', { lead: '', separator: '-', tag: shape('', '', '') }]
  ])('%s with the tag %s', (version, ref, form) => {
    expect(formOf(version, [ref])).toEqual(form)
  })

  test('is read off the first name that holds it', () => {
    const refs = ['0123456789abcdef0123456789abcdef01234567', 'main', 'v2_0', 'x-2.0']
    expect(formOf('2.0', refs).tag).toEqual(shape('', '', '_'))
  })

  test('reads its own tag as the version that it is from, whatever that looks like', () => {
    const part = fc.nat(300).map(String)
    const version = fc
      .tuple(fc.constantFrom('', 'v', 'r', 'jdk-'), fc.array(part, { minLength: 2, maxLength: 4 }))
      .map(([lead, parts]) => ({ lead, core: parts.join('.') }))
    const around = fc.stringMatching(/^(?:[a-z]{0,5}[-_/])?$/)
    const separators = fc.constantFrom('.', '_', '-')
    fc.assert(
      fc.property(version, around, separators, ({ lead, core }, before, separator) => {
        const tag = before + core.replaceAll('.', separator)
        const form = formOf(lead + core, [tag])
        expect(versionInShape(tag, form)).toBe(lead + core)
      })
    )
  })

  test('lets nothing through that a shell, a path or Nix reads otherwise', () => {
    const form = formOf('v1.2.3', ['x_1_2_3'])
    const texts = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.stringMatching(/^v?[0-9][0-9A-Za-z._+/$" -]{0,20}$/)
    )
    fc.assert(
      fc.property(texts, (text) => {
        const version = versionInShape(`x_${text}`, form) ?? asWritten(text, form) ?? 'none'
        expect(version).toMatch(/^[0-9A-Za-z][0-9A-Za-z._+=~-]*$/)
      })
    )
  })
})

function shape(before: string, after: string, separator: string) {
  return { before, after, separator }
}
