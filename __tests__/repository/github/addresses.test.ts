import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addressesOf } from '../../../src/repository/github/addresses.ts'

const github = 'https://github.com'
const commit = '3f2a91cc'.repeat(5)

describe('addressesOf', () => {
  test.each([
    ['main', 'main'],
    ['nix-cache', 'nix-cache'],
    ['v1.0_x', 'v1.0_x'],
    ['feat/x', 'refs/heads/feat/x'],
    ['feat$(x)#?%', 'refs/heads/feat%24(x)%23%3F%25'],
    ['deadbeef', 'refs/heads/deadbeef'],
    ['日本', 'refs/heads/%E6%97%A5%E6%9C%AC']
  ])('reads branch %s below %s', (branch, ref) => {
    const { branchFiles } = addressesOf(github, 'o', 'r.x', branch)
    expect(branchFiles).toBe(`https://raw.githubusercontent.com/o/r.x/${ref}`)
  })

  test('follows the server on GitHub Enterprise', () => {
    const addresses = addressesOf('https://git.example:8443', 'o', 'r', 'main')
    expect(addresses.branchFiles).toBe('https://git.example:8443/o/r/raw/main')
    expect(addresses.rawFile(commit, 'nar/ab/x+1.nar')).toBe(
      `https://git.example:8443/o/r/raw/${commit}/nar/ab/x%2B1.nar`
    )
    expect(addresses.page('nar/ab/x.nar')).toBe(
      'https://git.example:8443/o/r/blob/main/nar/ab/x.nar'
    )
    // The whole branch is a folder, for GitHub.
    expect(addresses.page('')).toBe('https://git.example:8443/o/r/tree/main')
    expect(addresses.commitPage(commit)).toBe(`https://git.example:8443/o/r/commit/${commit}`)
    expect(addresses.host).toBe('git.example')
  })

  test('any path comes back out of its address as it went in', () => {
    const name = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((s) => !/^\.{1,2}$|\//.test(s))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const url = new URL(addressesOf(github, 'o', 'r', 'main').rawFile(commit, names.join('/')))
        expect(url.pathname.split('/').slice(4).map(decodeURIComponent)).toEqual(names)
        expect(url.search + url.hash).toBe('')
      })
    )
  })
})
