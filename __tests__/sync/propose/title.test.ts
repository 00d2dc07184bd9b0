import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isBranchName } from '../../../src/repository/branch-name.ts'
import { branchPrefix, proposalBranch, proposalTitle } from '../../../src/sync/propose/title.ts'
import { changeTo } from './fixture.ts'

const change = changeTo('0.76.1')
const one = { changes: [change], group: null }
const byName = 'pkgs/by-name/in/infer/package.nix'

describe('proposalTitle', () => {
  test.each([
    ['a bump', change, 'tool', 'infer: 0.76.0 → 0.76.1'],
    ['a bump of nixpkgs', change, 'nixpkgs', 'infer: 0.76.0 -> 0.76.1'],
    [
      'a bump in a repository with nixpkgs’ folders',
      {
        ...change,
        package: { kind: 'file' as const, text: `file:${byName}`, path: byName, attribute: '' }
      },
      'packages',
      'infer: 0.76.0 -> 0.76.1'
    ],
    [
      'a bump of an attribute whose file is in such a folder',
      { ...change, hashes: change.hashes.map((hash) => ({ ...hash, file: byName })) },
      'packages',
      'infer: 0.76.0 -> 0.76.1'
    ],
    ['new hashes alone', { ...change, newVersion: '0.76.0' }, 'tool', 'infer: recompute hashes'],
    ['no version', { ...change, newVersion: null }, 'nixpkgs', 'infer: recompute hashes'],
    ['a first version', { ...change, oldVersion: null }, 'tool', 'infer: update to 0.76.1'],
    [
      'hostile names',
      { ...change, name: 'x\n\nNar-Publish-Tree: [skip ci] @all', newVersion: '1 #2' },
      'tool',
      'x--Nar-Publish-Tree:--skip-ci---all: 0.76.0 → 1--2'
    ]
  ])('of %s', (_, change, upstream, title) => {
    expect(proposalTitle({ changes: [change], group: null }, upstream, null)).toBe(title)
  })

  test('is what was given, on one line that GitHub takes', () => {
    expect(proposalTitle(one, 'tool', ' chore:\n bump $& ')).toBe('chore: bump $&')
    expect(proposalTitle(one, 'tool', 'é'.repeat(300))).toHaveLength(256)
    expect(proposalTitle(one, 'tool', ' \n ')).toBe('infer: 0.76.0 → 0.76.1')
  })
})

describe('proposalTitle of several packages', () => {
  const changes = ['luna', 'luna-docs', 'sol'].map((name) => ({ ...change, name }))
  const [luna, docs, sol] = changes
  if (luna === undefined || docs === undefined || sol === undefined) throw new Error('three')
  const pinned = {
    ...sol,
    newVersion: sol.oldVersion,
    revision: { old: 'a'.repeat(40), new: 'b'.repeat(40) }
  }
  test.each([
    ['one change', [luna, docs], null, 'tool', 'luna, luna-docs: 0.76.0 → 0.76.1'],
    ['one change of nixpkgs', [luna, docs], null, 'nixpkgs', 'luna, luna-docs: 0.76.0 -> 0.76.1'],
    [
      'one change of two versions',
      [luna, { ...docs, oldVersion: '1', newVersion: '2' }],
      null,
      'tool',
      'luna 0.76.0 → 0.76.1, luna-docs 1 → 2'
    ],
    ['a group of one', [luna], 'packages', 'tool', 'packages: luna 0.76.0 → 0.76.1'],
    [
      'a group of all sorts',
      [{ ...luna, oldVersion: null }, { ...docs, newVersion: '0.76.0' }, pinned],
      'all of it',
      'nixpkgs',
      'all-of-it: luna -> 0.76.1, luna-docs hashes, sol aaaaaaa -> bbbbbbb'
    ]
  ])('%s', (_, some, group, upstream, title) => {
    expect(proposalTitle({ changes: some, group }, upstream, null)).toBe(title)
  })

  test.each([null, 'packages'])('has room for what GitHub takes, of group %j', (group) => {
    const many = Array.from({ length: 300 }, (_, index) => ({ ...change, name: `luna${index}` }))
    const title = proposalTitle({ changes: many, group }, 'tool', null)
    expect(title.length).toBeLessThanOrEqual(256)
    expect(title).toMatch(/, and 2\d\d more(: 0\.76\.0 → 0\.76\.1)?$/)
    const long = many.map((one) => ({ ...one, name: 'n'.repeat(500), newVersion: 'v'.repeat(500) }))
    const hostile = proposalTitle({ changes: long, group: group && 'g'.repeat(500) }, 'tool', null)
    expect(hostile.length).toBeLessThanOrEqual(256)
  })
})

describe('proposalBranch', () => {
  test.each([
    ['packages', 'nar-publish/packages'],
    ['all of it/now', 'nar-publish/all-of-it-now'],
    ['', 'nar-publish/update'],
    ['..', 'nar-publish/-']
  ])('of group %j', (group, branch) => {
    expect(proposalBranch({ changes: [change], group })).toBe(branch)
  })

  test.each([
    ['infer', '0.76.1', 'nar-publish/infer-0.76.1'],
    ['infer', null, 'nar-publish/infer-hashes'],
    ['gtk+-3.0', '2026-11-21', 'nar-publish/gtk+-3.0-2026-11-21'],
    ['a b~^:?*[\\', '1..2', 'nar-publish/a-b--------1.2'],
    ['.hidden', 'x.lock', 'nar-publish/-hidden-x-'],
    ['@{-1}', '1.', 'nar-publish/---1--1-'],
    ['$(touch x)', 'é/..', 'nar-publish/--touch-x-----'],
    ['n'.repeat(300), 'v'.repeat(300), `nar-publish/${'n'.repeat(100)}-${'v'.repeat(100)}`]
  ])('of %s %s is a name that Git takes', (name, newVersion, expected) => {
    const branch = proposalBranch({ changes: [{ ...change, name, newVersion }], group: null })
    expect(branch).toBe(expected)
    expect(isBranchName(branch)).toBe(true)
    expect(branch.startsWith(branchPrefix(name))).toBe(true)
  })

  test('is a name that Git takes, whatever the package is called', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, newVersion) => {
        expect(
          isBranchName(proposalBranch({ changes: [{ ...change, name, newVersion }], group: null }))
        ).toBe(true)
      })
    )
  })
})
