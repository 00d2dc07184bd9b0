import { describe, expect, test } from '@jest/globals'
import { whyNotBeside } from '../../../src/sync/beside/zone.ts'
import type { Project } from '../../../src/sync/project/locate-package.ts'
import type { TrackedFile } from '../../../src/sync/project/work-tree.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'

type Zone = Pick<Project, 'files' | 'package' | 'packageFile'>

const file = (path: string): TrackedFile => ({
  path,
  name: Buffer.from(path),
  kind: 'file',
  blob: ''
})
const small: Zone = {
  files: [file('nix/infer.nix')],
  package: parsePackageReference('file:nix/infer.nix'),
  packageFile: 'nix/infer.nix'
}
const byName = 'pkgs/by-name/in/infer/package.nix'
const large: Zone = {
  files: [byName, ...Array.from({ length: 2500 }, (_, n) => `pkgs/p${n}.nix`)].map(file),
  package: parsePackageReference(`file:${byName}`),
  packageFile: byName
}

test.each([
  [small, 'nix/deps.json'],
  [small, 'Cargo.lock'],
  [large, 'pkgs/by-name/in/infer/a/deps.json']
])('beside the package', (zone, path) => {
  expect(whyNotBeside(zone, path)).toBeNull()
})

describe('not', () => {
  test.each([
    '.github/workflows/x.yml',
    '.git/config',
    'nix/.git/hooks/x',
    '.gitattributes',
    '.forgejo/workflows/x.yml',
    '../x',
    'nix/../../x',
    '/etc/passwd',
    'nix//x'
  ])('what begins with a dot, or leads elsewhere: %s', (path) => {
    expect(whyNotBeside(small, path)).toBe('a name in its path begins with a dot')
  })

  test('a name with a line break', () => {
    expect(whyNotBeside(small, 'a\nb')).toBe('its name holds a control character')
  })

  test.each(['pkgs/p1.nix', 'pkgs/by-name/in/inferior/x', 'default.nix'])(
    'in nixpkgs another package’s: %s',
    (path) => {
      expect(whyNotBeside(large, path)).toBe(
        'it is not in the package’s own folder, pkgs/by-name/in/infer/'
      )
    }
  )
})
