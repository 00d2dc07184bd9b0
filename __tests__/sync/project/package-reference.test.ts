import { describe, expect, test } from '@jest/globals'
import {
  parseAttributePath,
  parsePackageReference
} from '../../../src/sync/project/package-reference.ts'
import { cpuTime } from '../../support/cpu-time.ts'

describe('what is taken', () => {
  test.each([
    ['.', '.', ''],
    ['.#', '.', ''],
    ['#infer', '.', 'infer'],
    ['.#infer', '.', 'infer'],
    ['..#infer', '..', 'infer'],
    ['./dir#packages.x86_64-linux.infer', './dir', 'packages.x86_64-linux.infer'],
    ['.#packages.{system}.infer', '.', 'packages.{system}.infer'],
    ['./dir with $(x) `y`\'"#a', './dir with $(x) `y`\'"', 'a'],
    ['/work/dir#infer', '/work/dir', 'infer'],
    ['.#"odd name"."a.b"', '.', '"odd name"."a.b"'],
    // As in every flake reference: what follows `#` is decoded, a plain path is not, one after `path:` is.
    ['./a%20b#%22c%20d%22', './a%20b', '"c d"'],
    ['path:./a%20b%23#x', './a b#', 'x'],
    ['path:.', '.', '']
  ])('%s is a flake', (text, folder, attribute) => {
    expect(parsePackageReference(text)).toEqual({ kind: 'flake', text, folder, attribute })
  })

  test.each([
    ['file:nix/infer.nix', 'nix/infer.nix', ''],
    ['file:default.nix#infer', 'default.nix', 'infer'],
    ['file:pkgs/by-name/in/infer/package.nix', 'pkgs/by-name/in/infer/package.nix', ''],
    ['file:.', '.', ''],
    ['file:nix#a.b', 'nix', 'a.b'],
    ['file:c# and f#/infer.nix#a', 'c# and f#/infer.nix', 'a'],
    ['file:/work/x.nix', '/work/x.nix', ''],
    ['file:a%20b.nix', 'a%20b.nix', '']
  ])('%s is a file', (text, path, attribute) => {
    expect(parsePackageReference(text)).toEqual({ kind: 'file', text, path, attribute })
  })
})

test.each([
  ['', 'it is empty'],
  [' ', 'it is empty'],
  ['--impure', 'it starts with a dash'],
  ['.#a\nb', 'control character'],
  ['.#a\0', 'control character'],
  ['.#a%0ab', 'control character'],
  ['file:a\u2028.nix', 'control character'],
  ['github:owner/repo#infer', 'it is not in the checkout'],
  ['git+file:///tmp/x#infer', 'it is not in the checkout'],
  ['https://example.org/x.tar.gz', 'it is not in the checkout'],
  ['nixpkgs#infer', 'flake registry'],
  ['infer', 'flake registry'],
  ['dir/sub#infer', 'flake registry'],
  ['.?submodules=1#infer', 'parameters after `?`'],
  ['path:.?dir=x#infer', 'parameters after `?`'],
  ['//host/x#infer', 'it is an address'],
  ['file://host/x.nix', 'it is an address'],
  ['file:', 'it names no file'],
  ['file:#infer', 'it names no file'],
  ['.#infer^dev', 'outputs'],
  ['.#a%zz', 'two hexadecimal digits'],
  ['.#a..b', 'is no path of attributes'],
  ['.#a.', 'is no path of attributes'],
  ['.#.a', 'is no path of attributes'],
  ['.#"a', 'is no path of attributes'],
  ['.#a.""', 'is no path of attributes'],
  ['file:x.nix#a."b', 'is no path of attributes']
])('%j is refused: %s', (text, reason) => {
  expect(() => parsePackageReference(text)).toThrow(
    expect.objectContaining({
      code: 'PACKAGE_INVALID',
      subject: JSON.stringify(text),
      reason: expect.stringContaining(reason),
      hint: expect.stringContaining('file:nix/name.nix')
    })
  )
})

test('quotes hold dots together, as in Nix', () => {
  expect(parseAttributePath('')).toEqual([])
  expect(parseAttributePath('a.b-c')).toEqual(['a', 'b-c'])
  expect(parseAttributePath('a."b.c".d')).toEqual(['a', 'b.c', 'd'])
  expect(parseAttributePath('a.b"c.d"e')).toEqual(['a', 'bc.de'])
})

test('a long reference is read in no time', () => {
  const time = cpuTime(() => {
    expect(() => parsePackageReference(`.#${'"a'.repeat(100_000)}.`)).toThrow('PACKAGE_INVALID')
  })
  expect(time).toBeLessThan(1000)
})
