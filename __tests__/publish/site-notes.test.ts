import { expect, test } from '@jest/globals'
import { siteNotes } from '../../src/publish/site-notes.ts'
import type { LargeFile, Placement, TargetSnapshot } from '../../src/repository/types.ts'

const megabyte = 1_000_000

/** A branch with one NAR of so many bytes; `asked` counts the listings. */
function branchOf(bytes: number): { asked: number } & Pick<TargetSnapshot, 'listFiles'> {
  const branch = {
    asked: 0,
    listFiles() {
      branch.asked++
      return Promise.resolve(new Map([['nar/a.nar', { blob: 'a', size: bytes }]]))
    }
  }
  return branch
}

function nar(megabytes: number, placement: Placement): LargeFile {
  return { path: 'nar/b.nar', diskPath: '/b', size: megabytes * megabyte, placement }
}

test('from four fifths of what Pages serves on it says so before anything is written, and what to do', async () => {
  const repository = { repositoryBytes: 900 * megabyte, servedBy: 'pages' } as const
  expect(await siteNotes(repository, branchOf(790 * megabyte), [nar(10, 'tree')])).toEqual([])
  expect(await siteNotes(repository, branchOf(790 * megabyte), [nar(11, 'tree')])).toEqual([
    'The branch’s files have 801 MB, and GitHub Pages serves sites of up to 1 GB. A smaller `release-above` keeps further NARs out of the branch, `mode: prune` with `move-large: true` takes out those that are there, and fewer generations or days make it smaller.'
  ])
  expect(await siteNotes(repository, branchOf(995 * megabyte), [nar(11, 'tree')])).toEqual([
    expect.stringContaining('1.01 GB, and GitHub Pages serves sites of up to 1 GB: of this branch')
  ])
})

test('release assets are no part of the site', async () => {
  const repository = { repositoryBytes: 900 * megabyte, servedBy: 'pages' } as const
  expect(await siteNotes(repository, branchOf(790 * megabyte), [nar(900, 'release')])).toEqual([])
})

test.each([100 * megabyte, null])(
  'a repository of %p bytes is not listed for it',
  async (repositoryBytes) => {
    const branch = branchOf(900 * megabyte)
    expect(
      await siteNotes({ repositoryBytes, servedBy: 'pages' }, branch, [nar(1, 'tree')])
    ).toEqual([])
    expect(branch.asked).toBe(0)
  }
)

test('a branch that Pages does not serve has no such border, and is not listed', async () => {
  const branch = branchOf(2000 * megabyte)
  const repository = { repositoryBytes: 2000 * megabyte, servedBy: 'raw' } as const
  expect(await siteNotes(repository, branch, [nar(1, 'tree')])).toEqual([])
  expect(branch.asked).toBe(0)
})
