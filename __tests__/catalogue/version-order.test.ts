import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareVersions } from '../../src/catalogue/version-order.ts'

/** Pairs and what `builtins.compareVersions` of Nix 2.8.0 and of 2.26.3 says. */
const table: [string, string, -1 | 0 | 1][] = [
  ['1.0', '1.0', 0],
  ['1.0', '2.3', -1],
  ['2.1', '2.3', -1],
  ['2.3.1', '2.3', 1],
  ['2.3.1', '2.3.1c', -1],
  ['2.3.1', '2.3a', 1],
  ['2.3pre1', '2.3', -1],
  ['2.3pre3', '2.3pre12', -1],
  ['2.3a', '2.3c', -1],
  ['2.3pre1', '2.3c', -1],
  ['10', '9', 1],
  ['007', '7', 0],
  ['0000000000000000000000007', '8', -1],
  ['1.0', '1.0-', 0],
  ['1..0', '1.0', 0],
  ['1.0', '1-0', 0],
  ['', '', 0],
  ['', 'pre', 1],
  ['', 'a', -1],
  ['unstable', '2026', -1],
  ['1_0', '1.0', -1],
  ['1+1', '1.1', -1],
  ['é', 'z', 1],
  ['\uffee', '\u{1f600}', -1],
  // Larger than a C int: a word, and words are older than numbers.
  ['2147483647', '2147483648', 1],
  ['20240101123456', '1', -1],
  ['20240101123456', '20240101123457', -1]
]

describe('compareVersions', () => {
  test.each(table)('%j against %j is %d', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected)
    expect(compareVersions(b, a)).toBe(0 - expected)
  })

  test('says what this machine’s Nix says, of the table and of random versions', () => {
    const word = fc.constantFrom(
      '',
      'pre',
      'a',
      'b',
      'rc',
      '0',
      '1',
      '01',
      '10',
      '2147483648',
      'é',
      '+',
      '_'
    )
    const version = fc
      .array(fc.tuple(word, fc.constantFrom('', '.', '-', '..')), { maxLength: 5 })
      .map((parts) => parts.flat().join(''))
    const random = fc.sample(fc.tuple(version, version), 400)
    const pairs = [...table.map(([a, b]) => [a, b] as const), ...random]
    const expression = `map (pair: builtins.compareVersions (builtins.head pair) (builtins.elemAt pair 1)) (builtins.fromJSON ''${JSON.stringify(pairs)}'')`
    const told = execFileSync(
      'nix-instantiate',
      ['--eval', '--strict', '--json', '-E', expression],
      {
        encoding: 'utf8'
      }
    )
    expect(JSON.parse(told)).toEqual(pairs.map(([a, b]) => compareVersions(a, b)))
  })
})
