import { describe, expect, test } from '@jest/globals'
import { takesPlaceOf, wishKey, type Subject } from '../../../src/sync/propose/about.ts'
import { changeTo } from './fixture.ts'

function subject(text: string, more: Partial<Subject> = {}): Subject {
  const [name = '', version = ''] = text.split('@')
  const reference = { kind: 'flake' as const, text: `.#${name}`, folder: '.', attribute: name }
  return { ...changeTo(version, '1.0'), name, package: reference, ...more }
}

const marked = (text: string) => {
  const [name = '', version = ''] = text.split('@')
  return { name, package: `.#${name}`, version }
}

describe('takesPlaceOf', () => {
  test.each<[string, string[], string | null, string[], string | null, boolean]>([
    ['an older version', ['luna@2'], null, ['luna@1'], null, true],
    ['the same version', ['luna@2'], null, ['luna@2'], null, false],
    ['another package', ['luna@2'], null, ['sol@1'], null, false],
    ['the same set', ['luna@2', 'docs@2'], null, ['docs@2', 'luna@2'], null, false],
    ['a set that has become smaller', ['luna@2'], null, ['luna@2', 'docs@2'], null, true],
    ['a set that has become larger', ['luna@2', 'docs@2'], null, ['docs@2'], null, true],
    ['a group that was given up', ['luna@2'], null, ['luna@2', 'sol@2'], 'all', true],
    ['a group of other packages', ['luna@2'], null, ['sol@2'], 'all', false],
    ['a single one that a group takes in', ['luna@2', 'sol@2'], 'all', ['luna@2'], null, true],
    ['the only one of a group', ['luna@2'], 'all', ['luna@2'], null, true],
    ['a set that a group has in part', ['luna@2'], 'all', ['luna@1', 'docs@1'], null, false],
    [
      'the group elsewhere, with older versions',
      ['luna@2'],
      'all',
      ['luna@1', 'sol@1'],
      'all',
      true
    ],
    ['the group elsewhere, with the same', ['luna@2'], 'all', ['luna@2'], 'all', false],
    ['the group under another name', ['luna@2', 'sol@2'], 'all', ['sol@2'], 'nix', true],
    ['a group that it has in part', ['luna@2'], 'all', ['luna@2', 'sol@2'], 'nix', false]
  ])('of %s', (_, packages, group, old, oldGroup, expected) => {
    const subjects = packages.map((text) => subject(text))
    const marker = { packages: old.map(marked), group: oldGroup, digest: '' }
    expect(takesPlaceOf({ subjects, group }, marker)).toBe(expected)
  })

  test('of an older commit of the same version, and not of hashes that were made anew', () => {
    const revision = { old: 'a'.repeat(40), new: 'b'.repeat(40) }
    const marker = { packages: [{ ...marked('luna@1.0'), content: 'c' }], group: null, digest: '' }
    const to = (more: Partial<Subject>) => ({ subjects: [subject('luna@1.0', more)], group: null })
    expect(takesPlaceOf(to({ revision }), marker)).toBe(true)
    expect(takesPlaceOf(to({ revision: { ...revision, new: 'c' } }), marker)).toBe(false)
    expect(takesPlaceOf(to({}), marker)).toBe(false)
  })
})

test('a wish is for one package on its way to one version', () => {
  const wish = { name: 'luna', package: '.#luna', version: '2' }
  const others = [
    { ...wish, name: 'luna2' },
    { ...wish, package: './b#luna' },
    { ...wish, version: '3' },
    { ...wish, version: null }
  ]
  expect(new Set([wish, ...others].map(wishKey)).size).toBe(5)
  expect(wishKey(wish)).toMatch(/^[0-9a-f]{16}$/)
})
