import { describe, expect, test } from '@jest/globals'
import { versionsInComments } from '../../../src/sync/literals/comments.ts'
import { findHashLiterals } from '../../../src/sync/literals/find.ts'
import { siblingsIn } from '../../../src/sync/literals/siblings.ts'
import { leftBeside } from '../../../src/sync/told.ts'
import type { TextFile } from '../../../src/sync/types.ts'
import { changeWith, files, hashEdit, hashesFile, packageFile } from '../computed/support.ts'

describe('versions in comments', () => {
  test.each([
    ['x.nix', '# 1.2.0\n{ a = "1.2.0"; /* was\n1.2.0 */ b = ./x-1.2.0; }', [1, 3]],
    ['x.nix', "{ a = \"# 1.2.0\"; b = ''\n# 1.2.0\n''; c_1_2_0 = 11.2.0; }", []],
    ['x.nix', '{ } # v1.2.0, 1_2_0 and 11.2.0', [1, 1]],
    ['x.toml', '# 1.2.0\na = "# 1.2.0" # 1.2.0\n', [1, 2]],
    ['x.json', '{ "a": "# 1.2.0" }', []],
    ['x.sh', '# 1.2.0', []]
  ])('of %s: %j', (path, text, lines) => {
    const found = versionsInComments({ path, text }, '1.2.0')
    expect(found.map(({ line }) => line)).toEqual(lines)
    for (const { file, start, end, text: own } of found)
      expect([file, text.slice(start, end)]).toEqual([path, own])
  })
})

const hash = (letter: string): string => `sha256-${letter.repeat(42)}A=`

describe('hashes beside each other', () => {
  const beside = (path: string, text: string): boolean => {
    const file: TextFile = {
      path,
      text: text.replaceAll(/@(\w)/g, (_, letter: string) => hash(letter))
    }
    const [one, other] = findHashLiterals(file)
    if (one === undefined || other === undefined) throw new Error('there are not two')
    const isBeside = siblingsIn(file)
    expect(isBeside(one, other)).toBe(isBeside(other, one))
    return isBeside(one, other)
  }
  test.each([
    ['x.nix', 'in one set', '{ linux = "@a"; jar = "@b"; }', true],
    ['x.nix', 'in one list', '[ "@a" "@b" ]', true],
    [
      'x.nix',
      'by one name in sets beside each other',
      '{ l = f { hash = "@a"; }; j = f { hash = "@b"; }; }',
      true
    ],
    ['x.nix', 'by other names', '{ l = { hash = "@a"; }; j = { key = "@b"; }; }', false],
    [
      'x.nix',
      'of packages beside each other',
      '{ l = p { s = f { hash = "@a"; }; }; j = p { s = f { hash = "@b"; }; }; }',
      false
    ],
    ['x.nix', 'at other depths', '{ hash = "@a"; j = { hash = "@b"; }; }', false],
    ['x.json', 'of systems', '{ "l": { "hash": "@a" }, "j": { "url": "}", "hash": "@b" } }', true],
    [
      'x.json',
      'of nothing alike',
      '{ "l": { "x": { "hash": "@a" } }, "j": { "hash": "@b" } }',
      false
    ],
    ['x.toml', 'of any tables', '[l]\nhash = "@a"\n[j]\nhash = "@b"\n', true],
    ['x.txt', 'of a text', '@a @b', false]
  ])('%s, %s', (path, _, text, wanted) => {
    expect(beside(path, text)).toBe(wanted)
  })
})

describe('what a new version leaves beside', () => {
  const [untraced] = findHashLiterals(hashesFile).slice(1)
  if (untraced === undefined) throw new Error('no hash')
  const change = changeWith({ hashes: [hashEdit(hashesFile, 0, 'x86')] })

  test('a hash beside a new one, and comments of the files that change', () => {
    expect(
      leftBeside(files, change, [untraced]).map(({ kind, file, line }) => [kind, file, line])
    ).toEqual([
      ['comment', packageFile.path, 2],
      ['unfed', hashesFile.path, 3]
    ])
  })
  test('no placeholder, which means nothing', () => {
    expect(leftBeside(files, change, [{ ...untraced, digest: null }])).toHaveLength(1)
  })
  test('nothing where the version stays', () => {
    expect(leftBeside(files, { ...change, newVersion: change.oldVersion }, [untraced])).toEqual([])
  })
})
