import { expect, test } from '@jest/globals'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
import { filesInScope } from '../../../src/sync/project/project.ts'
import type { TrackedFile } from '../../../src/sync/project/work-tree.ts'

function tracked(path: string, kind: TrackedFile['kind'] = 'file'): TrackedFile {
  return { path, name: Buffer.from(path), kind, blob: '' }
}

function scope(reference: string, packageFile: string, files: readonly TrackedFile[]): string[] {
  const request = { package: parsePackageReference(reference), packageFile, files: [...files] }
  return filesInScope(request).map(({ path }) => path)
}

/** Sources in which nobody looks for hashes. */
const many = Array.from({ length: 2500 }, (_none, index) => tracked(`src/a${index % 7}/${index}.c`))

test('a repository of ordinary size is looked into whole, but for links and submodules', () => {
  const files = [
    ...many.slice(0, 1990),
    tracked('flake.nix'),
    tracked('run', 'executable'),
    tracked('link', 'symlink'),
    tracked('module', 'submodule'),
    { ...tracked('odd'), name: Buffer.from([0xff]) }
  ]
  expect(scope('file:nix/x.nix', 'nix/x.nix', files)).toEqual([
    ...many.slice(0, 1990).map(({ path }) => path),
    'flake.nix',
    'run'
  ])
})

test('of a large one, the package’s folder and what stands in the folders above it', () => {
  const files = [
    ...many,
    ...['VERSION', 'nix/infer/package.nix', 'nix/infer/deep/hashes.json', 'nix/note.txt'].map(
      (path) => tracked(path)
    ),
    ...['nix/other/package.nix', 'nix/infer2/package.nix', 'nixes/x.nix'].map((path) =>
      tracked(path)
    )
  ]
  expect(scope('file:nix/infer/package.nix', 'nix/infer/package.nix', files)).toEqual([
    'nix/infer/package.nix',
    'nix/infer/deep/hashes.json',
    'VERSION',
    'nix/note.txt'
  ])
})

test('of a large one with the flake at its root, the folders that hold Nix files', () => {
  const nix = ['flake.nix', 'hashes.json', 'nix/infer.nix', 'nix/vendor-hash.txt']
  const files = [...many, ...nix.map((path) => tracked(path)), tracked('docs/x.md')]
  expect(scope('.#infer', 'flake.nix', files)).toEqual(nix)
})

test('of nixpkgs, the package’s own folder by whichever way it is reached', () => {
  const own = 'pkgs/by-name/in/infer/package.nix'
  const files = [
    ...many.map(({ path }) => tracked(`pkgs/${path}.nix`)),
    ...['default.nix', 'pkgs/by-name/in/infer/hashes.json', own].map((path) => tracked(path))
  ]
  const expected = ['pkgs/by-name/in/infer/hashes.json', own, 'default.nix']
  expect(scope(`file:${own}`, own, files)).toEqual(expected)
  expect(scope('file:default.nix#infer', 'default.nix', files)).toEqual(expected)
  expect(scope('.#legacyPackages.x86_64-linux.infer', 'flake.nix', files)).toEqual(expected)
})
