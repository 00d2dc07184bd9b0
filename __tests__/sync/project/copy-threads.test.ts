/** Checkouts that are large enough to be copied by several threads. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { asNarPublishError } from '../../../src/errors.ts'
import { removeFolder, sharedMemory } from '../../../src/scratch.ts'
import { copyFiles, findFiles } from '../../../src/sync/project/copy-files.ts'
import { makeCopy } from '../../../src/sync/project/copy.ts'
import { makeIndex } from '../../../src/sync/project/git-index.ts'
import type { Project } from '../../../src/sync/project/locate-package.ts'
import { git } from '../../repository/git/fixture.ts'
import { makeRepository, open } from './support.ts'

let folder: string
let project: Project
beforeAll(async () => {
  folder = mkdtempSync(
    join(existsSync(sharedMemory) ? sharedMemory : tmpdir(), 'nar-publish-threads-')
  )
  const paths = Array.from(
    { length: 8200 },
    (_, number) => `${number % 97}/${number % 7}/${number}`
  )
  const root = await makeRepository(join(folder, 'repository'), {
    'flake.nix': '{ }',
    ...Object.fromEntries(paths.map((path) => [path, path])),
    // As much as is read at once, and a byte less and more.
    ...Object.fromEntries(
      [-33, -32, -31, 0, 1e6].map((more) => [`large/${more}`, Buffer.alloc(2 ** 20 + more, 'x')])
    ),
    link: { link: 'flake.nix' }
  })
  project = await open(root, '.')
})
afterAll(() => {
  removeFolder(folder)
})

/** What Linux says of this process. */
function threads(): number {
  return readdirSync('/proc/self/task').length
}

test('are copied whole, by as many as are of use, and Git knows all files', async () => {
  let most = 0
  const before = threads()
  const watch = setInterval(() => {
    most = Math.max(most, threads())
  }, 1)
  const copy = await makeCopy(project, join(folder, 'copy'))
  const twin = await copy.twin()
  clearInterval(watch)
  const wanted = Math.min(3, availableParallelism())
  expect(most - before).toBeGreaterThanOrEqual(wanted > 1 ? wanted : 0)
  for (const place of [copy.folder, twin?.folder ?? '']) {
    const unlike = project.files.filter(({ path }) => {
      const [ours, theirs] = [join(place, path), join(project.root, path)]
      return (
        lstatSync(ours).ino === lstatSync(theirs).ino ||
        !readFileSync(ours).equals(readFileSync(theirs))
      )
    })
    expect(unlike).toEqual([])
    expect(readdirSync(place, { recursive: true })).toHaveLength(
      readdirSync(project.root, { recursive: true }).length -
        readdirSync(join(project.root, '.git'), { recursive: true }).length
    )
    expect(await git(place, 'status', '--porcelain')).toBe('')
  }
  // Nothing is left to be found out.
  const known = readFileSync(join(copy.gitDir, 'index'))
  await git(copy.folder, 'update-index', '--really-refresh')
  expect(readFileSync(join(copy.gitDir, 'index'))).toEqual(known)
})

test('of which one cannot be read is an error that says so, and nothing is copied from then on', async () => {
  const { root, files } = project
  const found = findFiles(root, files)
  const first = join(root, found[0]?.path ?? '')
  rmSync(first)
  const place = join(folder, 'failed')
  mkdirSync(place)
  const options = { index: makeIndex(files), isLookedAt: true }
  const failed = await copyFiles(found, { root, folder: place }, options).catch(asNarPublishError)
  expect(failed).toMatchObject({ code: 'FILE_UNUSABLE', reason: expect.stringContaining(first) })
  const count = (): number => readdirSync(place, { recursive: true }).length
  const copied = count()
  expect(copied).toBeLessThan(files.length / 2)
  await setTimeout(50)
  expect(count()).toBe(copied)
})
