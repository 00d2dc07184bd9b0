import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { isBranchName } from '../../src/repository/branch-name.ts'

/** Git's own answer. */
function gitTakes(name: string): boolean {
  return spawnSync('git', ['check-ref-format', '--branch', name]).status === 0
}

describe('isBranchName', () => {
  const names = [
    'main nix-cache feat/x a/b/c v1.0 feat$(x) ünïcode 日本 a@b a{b dependabot/npm_and_yarn/x-1.2',
    '-x .x x. x.lock a/.b a/b.lock/c a..b a//b /a a/ a~b a^b a:b a?b a*b a[b a\\b a@{b @ HEAD'
  ].flatMap((line) => line.split(' '))

  test.each([...names, '', 'a b', 'a\nb', 'a\u007fb', 'a\tb'])('agrees with git on %j', (name) => {
    // git 2.39 takes HEAD here and refuses it when a branch is made.
    expect(isBranchName(name)).toBe(name !== 'HEAD' && gitTakes(name))
  })

  test('agrees with git on random names made of what the rules are about', () => {
    const part = fc.constantFrom(
      'a',
      'Z',
      '.',
      '/',
      '@',
      '{',
      '-',
      '~',
      ':',
      '.lock',
      ' ',
      'ü',
      '*'
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const name = parts.join('')
        expect([name, isBranchName(name)]).toEqual([name, gitTakes(name)])
      }),
      { numRuns: 150 }
    )
  })

  test('refuses what GitHub could not tell from a commit, what is too long, and broken text', () => {
    expect(isBranchName('3f2a91cc'.repeat(5))).toBe(false)
    expect(isBranchName('é'.repeat(122))).toBe(true)
    expect(isBranchName('é'.repeat(123))).toBe(false)
    expect(isBranchName('a\ud800')).toBe(false)
  })
})
