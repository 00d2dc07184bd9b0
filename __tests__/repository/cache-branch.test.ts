import { expect, test } from '@jest/globals'
import { othersFile } from '../../src/repository/cache-branch.ts'
import { emptySnapshot } from '../../src/repository/empty-snapshot.ts'
import { treeItem } from '../../src/repository/tree-item.ts'

function found(...names: string[]): Promise<string | null> {
  const items = new Map(names.map((name) => [name, treeItem('100644', 'object')] as const))
  return othersFile({
    ...emptySnapshot(),
    commit: 'commit',
    has: (path) => Promise.resolve(items.has(path)),
    itemsIn: () => Promise.resolve(items)
  })
}

test.each([
  [['README.md', 'LICENSE', '.gitignore', '.gitattributes', '.github']],
  [['readme.rst', 'COPYING.txt', 'SECURITY.md', 'CODE_OF_CONDUCT.md']],
  // What GitHub commits when Pages gets a domain, or a theme.
  [['CNAME', '_config.yml', '.nojekyll', '404.html']],
  [['catalogue.json']],
  [['catalogue.json', 'catalogue']],
  [['flake.nix', 'nix-cache-info']],
  [['flake.nix', `${'0'.repeat(32)}.narinfo`]],
  [[]]
])('a branch with %j may become a cache unasked', async (names) => {
  expect(await found(...names)).toBeNull()
})

test.each(['flake.nix', 'src', 'index.html', 'CNAME.txt', 'readmes', 'nar', 'catalogue'])(
  'one with `%s` may not',
  async (name) => {
    expect(await found('README.md', name)).toBe(name)
  }
)
