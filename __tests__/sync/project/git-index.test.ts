/** The index that we write ourselves, beside the one that Git makes of the same commit. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder } from '../../../src/scratch.ts'
import { makeIndex, sealIndex } from '../../../src/sync/project/git-index.ts'
import { git } from '../../repository/git/fixture.ts'
import { commitAll, makeFolder, makeRepository, open } from './support.ts'

let folder: string
beforeAll(() => {
  folder = makeFolder()
})
afterAll(() => {
  removeFolder(folder)
})

test('is, to the byte, what Git writes that has looked at no file', async () => {
  const long = Array.from({ length: 25 }, (_, index) => `${index}`.padStart(200, 'x')).join('/')
  const root = await makeRepository(join(folder, 'repository'), {
    'flake.nix': '{ }',
    // One of each length that is filled up with zeros, and of one that has no place for it.
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, length) => [`n${'a'.repeat(length)}`, 'x'])
    ),
    'run.sh': { program: '#!/bin/sh\n' },
    'a/link': { link: 'nowhere' },
    'odd #%41 "name"\t?é': 'x'
  })
  writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])]), 'x')
  await git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', root, 'sub')
  const blob = await git(root, 'rev-parse', 'HEAD:flake.nix')
  await commitAll(root)
  await git(root, 'update-index', '--add', '--cacheinfo', `100644,${blob},${long}`)
  await git(root, 'commit', '--quiet', '--message=a long name')
  await git(root, 'update-index', '--force-remove', long)
  await git(root, 'reset', '--quiet', '--soft', 'HEAD~1')
  const { files } = await open(root, '.')
  const named = [...files, { path: long, name: Buffer.from(long), kind: 'file' as const, blob }]
  for (const [commit, tracked] of [
    ['HEAD', files],
    ['HEAD@{1}', named.toSorted((a, b) => a.name.compare(b.name))]
  ] as const) {
    const index = join(folder, `index-of-${tracked.length}`)
    const args = ['-c', 'index.version=2', 'read-tree', `--index-output=${index}`, commit]
    await git(root, ...args)
    const theirs = readFileSync(index)
    const ours = sealIndex(makeIndex(tracked))
    // Theirs goes on with what it knows of folders.
    expect(ours.subarray(0, -20)).toEqual(theirs.subarray(0, ours.length - 20))
    expect(theirs.subarray(ours.length - 20, ours.length - 16).toString()).toBe('TREE')
    writeFileSync(join(root, '.git', 'index'), ours)
    expect(await git(root, 'diff', '--cached', '--name-only', commit)).toBe('')
  }
})
