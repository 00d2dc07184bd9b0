import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Excluded, parseExclude } from '../../src/matrix/exclude.ts'

const excluded = (...lines: string[]): Excluded => new Excluded(lines.map(parseExclude))

test.each<[string, string[], boolean]>([
  ['packages.*.docs', ['packages', 'x86_64-linux', 'docs'], true],
  ['.#packages.*.docs', ['packages', 'x86_64-linux', 'docs'], true],
  ['packages.{system}.docs', ['packages', 'x86_64-linux', 'docs'], true],
  ['packages.*.docs', ['packages', 'x86_64-linux', 'docs', 'html'], true],
  ['packages.*.docs', ['packages', 'x86_64-linux', 'docs-html'], false],
  ['packages.*.docs', ['packages', 'docs'], false],
  ['checks.aarch64-linux.*', ['checks', 'aarch64-linux', 'a', 'b'], true],
  ['checks.aarch64-linux.*', ['checks', 'aarch64-linux'], false],
  ['nixosConfigurations.old-*', ['nixosConfigurations', 'old-web', 'config'], true],
  ['nixosConfigurations.*-old', ['nixosConfigurations', 'web-older'], false],
  ['a.*b*c', ['a', 'xbxbc'], true],
  ['a.b*b', ['a', 'b'], false],
  ['packages.*."a.b"', ['packages', 'x', 'a.b'], true],
  ['packages.*."100%25"', ['packages', 'x', '100%'], true],
  ['packages.%2A', ['packages', 'x'], false],
  ['packages.%2A', ['packages', '*'], true],
  ['inputs.nixpkgs', ['inputs', 'nixpkgs'], true]
])('`%s` and the attribute %j: %s', (line, path, isExcluded) => {
  expect(excluded(line).has(path)).toBe(isExcluded)
})

test.each(['.#', 'a..b', '"a', 'packages.100%', './dir#packages.x', 'a#b'])(
  '%j is no pattern',
  (line) => {
    expect(() => parseExclude(line)).toThrow('INPUT_INVALID')
  }
)

test('a set may have something that is excluded only where a line goes on below it', () => {
  const lines = excluded('packages.*.docs', 'checks')
  expect(lines.mayHaveIn(['packages', 'x86_64-linux'])).toBe(true)
  expect(lines.mayHaveIn(['packages', 'x86_64-linux', 'docs'])).toBe(false)
  expect(lines.mayHaveIn(['devShells', 'x86_64-linux'])).toBe(false)
  expect(lines.mayHaveIn(['checks', 'x86_64-linux'])).toBe(false)
  expect(lines.unused()).toEqual(['packages.*.docs', 'checks'])
  expect(lines.has(['checks', 'x86_64-linux'])).toBe(true)
  expect(lines.unused()).toEqual(['packages.*.docs'])
})

test('a name is matched as a regular expression would match it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8, minLength: 1 })
  const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8, minLength: 1 })
  fc.assert(
    fc.property(text, name, (glob, name) => {
      const expression = new RegExp(`^${glob.replaceAll('*', '.*')}$`)
      expect(excluded(glob).has([name])).toBe(expression.test(name))
    }),
    { numRuns: 500 }
  )
})
