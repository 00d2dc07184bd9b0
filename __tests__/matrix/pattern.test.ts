import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatAttributePath, parsePattern, placesOf } from '../../src/matrix/pattern.ts'
import { anyCharacter } from '../support/any-character.ts'

const system = 'x86_64-linux'

describe('a line stands for', () => {
  test.each<[string, string[]]>([
    ['.#hello', ['packages.x86_64-linux.hello', 'legacyPackages.x86_64-linux.hello', 'hello']],
    ['.', ['packages.x86_64-linux.default', 'defaultPackage.x86_64-linux']],
    ['.#', ['packages.x86_64-linux.default', 'defaultPackage.x86_64-linux']],
    ['.#packages.{system}.a', ['packages.x86_64-linux.a']],
    ['.#packages.*.a', ['packages.x86_64-linux.a']],
    ['.#checks.aarch64-linux.a', ['checks.aarch64-linux.a']],
    ['.#.checks.{system}.a', ['checks.x86_64-linux.a']],
    [
      '.#nixosConfigurations.{system}-host.x',
      [
        'packages.x86_64-linux.nixosConfigurations.x86_64-linux-host.x',
        'legacyPackages.x86_64-linux.nixosConfigurations.x86_64-linux-host.x',
        'nixosConfigurations.x86_64-linux-host.x'
      ]
    ],
    ['.#"a.b"', ['packages.x86_64-linux."a.b"', 'legacyPackages.x86_64-linux."a.b"', '"a.b"']]
  ])('%s: one attribute, at the first of %j', (text, places) => {
    const pattern = parsePattern(text)
    expect(pattern.isEach).toBe(false)
    expect(placesOf(pattern, system).map(formatAttributePath)).toEqual(places)
  })

  test.each([
    ['.#packages.*', 'packages.x86_64-linux'],
    ['.#*', 'packages.x86_64-linux'],
    ['.#packages.*.*', 'packages.x86_64-linux'],
    ['.#packages.{system}.*', 'packages.x86_64-linux'],
    ['.#packages.aarch64-linux.*', 'packages.aarch64-linux'],
    ['.#checks.*', 'checks.x86_64-linux'],
    ['.#legacyPackages.{system}.python3Packages.*', 'legacyPackages.x86_64-linux.python3Packages'],
    ['.#hydraJobs.*', 'hydraJobs']
  ])('%s: every derivation of %s', (text, place) => {
    const pattern = parsePattern(text)
    expect(pattern.isEach).toBe(true)
    expect(placesOf(pattern, system).map(formatAttributePath)).toEqual([place])
  })
})

test.each<[string, string, string[]]>([
  [
    '.#nixosConfigurations.web',
    'nixosConfigurations.web',
    ['nixosConfigurations.web.config.system.build.toplevel']
  ],
  [
    '.#darwinConfigurations.mac',
    'darwinConfigurations.mac',
    ['darwinConfigurations.mac.config.system.build.toplevel', 'darwinConfigurations.mac.system']
  ],
  ['.#homeConfigurations.me', 'homeConfigurations.me', ['homeConfigurations.me.activationPackage']],
  ['.#devShells.*.x', 'devShells.x86_64-linux.x', ['devShells.x86_64-linux.x.inputDerivation']],
  ['.#devShell.*', 'devShell.x86_64-linux', ['devShell.x86_64-linux.inputDerivation']],
  ['.#devShells.{system}', 'devShells.x86_64-linux', []],
  ['.#packages.*.nixosConfigurations', 'packages.x86_64-linux.nixosConfigurations', []],
  [
    '.#nixosConfigurations.web.config.system.build.vm',
    'packages.x86_64-linux.nixosConfigurations.web.config.system.build.vm',
    []
  ]
])('%s is looked for at %s, and %j is built', (text, place, built) => {
  const pattern = parsePattern(text)
  const [path = []] = placesOf(pattern, system)
  expect(formatAttributePath(path)).toBe(place)
  expect(pattern.built.map((names) => formatAttributePath([...path, ...names]))).toEqual(built)
})

test('`inputs` is the flake’s inputs, unless it stands alone, and these have no outputs', () => {
  expect(parsePattern('.#inputs.a.b')).toMatchObject({ isInput: true, isEach: false })
  expect(parsePattern('.#inputs.*')).toMatchObject({ isInput: true, isEach: true })
  expect(parsePattern('.#inputs')).toMatchObject({ isInput: false })
  expect(() => parsePattern('.#inputs.a^out')).toThrow('ATTRIBUTE_INVALID')
})

test('the flake and the outputs are kept as they are written', () => {
  expect(parsePattern('github:o/r?dir=x#a^out,dev')).toMatchObject({
    flake: 'github:o/r?dir=x',
    path: ['a'],
    outputs: ['out', 'dev']
  })
  expect(parsePattern('./dir#packages.*')).toMatchObject({ flake: './dir', isEach: true })
})

test.each([
  '.#packages.{system}.*.x',
  '.#*.x',
  '.#a..b',
  '.#"a',
  '--option',
  '.#a\u0001b',
  '.#"100%"'
])('%j is no attribute', (text) => {
  expect(() => parsePattern(text)).toThrow('ATTRIBUTE_INVALID')
})

test.each<[string[], string]>([
  [['a.b', "c'd"], `"a.b".c'd`],
  [['100%', 'a#b'], '"100%25"."a%23b"'],
  [['ünï', '{system}', '*'], '"%C3%BCn%C3%AF"."%7Bsystem%7D"."%2A"'],
  [['two\nlines', 'a^out'], '"two%0Alines"."a%5Eout"']
])('the names %j are written as %s', (path, text) => {
  expect(formatAttributePath(path)).toBe(text)
})

test.each([[['a"b']], [['']], [['\ud800']]])('%j has no name that can be written', (path) => {
  expect(formatAttributePath(path)).toBeNull()
})

test('a path that is formatted is printable ASCII and read back as the same', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: anyCharacter }),
    fc.constantFrom('{system}', '*', '100%', '%25', 'a#b', 'x^out', '$(x)', 'two\nlines', ' ')
  )
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (path) => {
      const formatted = formatAttributePath(['checks', ...path])
      fc.pre(formatted !== null)
      expect(formatted).toMatch(/^[ -~]+$/)
      const pattern = parsePattern(`.#${formatted}`)
      expect(pattern.isEach).toBe(false)
      expect(placesOf(pattern, system)).toEqual([['checks', ...path]])
    })
  )
})
