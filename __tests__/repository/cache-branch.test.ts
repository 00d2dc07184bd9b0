import { expect, test } from '@jest/globals'
import { othersFile } from '../../src/repository/cache-branch.ts'
import { snapshotOf } from '../publish/support.ts'

const hash = '0'.repeat(32)

test.each<[string[], string | null]>([
  [['README.md', 'LICENSE', '.gitignore', '.github/workflows/publish.yml'], null],
  [['readme.rst', 'COPYING.txt', 'SECURITY.md'], null],
  // Of GitHub Pages, set up before the first publish.
  [['README.md', 'CNAME', '.nojekyll'], null],
  // The publishing script's.
  [['README.md', `${hash}-hello-1.0.nar`], null],
  [['flake.nix', 'nix-cache-info'], null],
  [['flake.nix', `${hash}.narinfo`], null],
  [['README.md', 'flake.nix'], 'flake.nix'],
  [['readmes/x.md'], 'readmes'],
  [['CNAMES'], 'CNAMES'],
  [[`${hash}-notes.txt`], `${hash}-notes.txt`]
])('of a branch with %j, %j is other people’s', async (paths, other) => {
  const files = new Map(paths.map((path) => [path, Buffer.from('x')]))
  expect(await othersFile(snapshotOf(files))).toBe(other)
})
