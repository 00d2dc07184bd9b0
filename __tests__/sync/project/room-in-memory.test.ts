/** Where a copy goes, on machines with more and less memory for files, and that it goes away from there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../../../src/scratch.ts'
import { ownMounts } from '../../support/namespaces.ts'
import { git } from '../../repository/git/fixture.ts'
import { makeFolder, makeRepository } from './support.ts'

const inProcess = join(import.meta.dirname, 'copy-in-process.ts')
let folder: string
let parent: string
let checkout: string

beforeAll(async () => {
  folder = makeFolder()
  parent = mkdtempSync(join(realpathSync(tmpdir()), 'room-'))
  const paths = Array.from({ length: 500 }, (_, index) => `${index % 9}/${index}.txt`)
  checkout = await makeRepository(join(folder, 'checkout'), {
    ...Object.fromEntries(paths.map((path) => [path, path])),
    'flake.nix': '{ }'
  })
})

afterAll(() => {
  removeFolder(folder)
  removeFolder(parent)
})

const run = '"$1" "$2" "$3" "$4"'

/** What a shell prints where mounts are its own: /dev/shm is what `mount` makes it, and no other process sees that. */
function inShell(mount: string, script: string): string {
  const args = [process.execPath, inProcess, parent, checkout]
  const shell = ['sh', '-ec', `${mount}\n${script}`, 'sh', ...args]
  const env = { PATH: process.env['PATH'] }
  return execFileSync('unshare', [...(ownMounts ?? []), ...shell], { env, encoding: 'utf8' })
}

const room = 'mount -t tmpfs -o size=100m none /dev/shm'

const whereMountsAreAllowed = ownMounts === null ? describe.skip : describe
whereMountsAreAllowed('a copy is made', () => {
  test.each([
    ['in memory, where there is room', room, 'memory'],
    ['in memory, where files are not counted', `${room} -o nr_inodes=0`, 'memory'],
    // 501 files of a page and a folder for each, twice.
    ['on the disk, where there is little room', room.replace('100m', '5m'), 'scratch'],
    ['on the disk, where there is room for few files', `${room} -o nr_inodes=1500`, 'scratch'],
    ['on the disk, where no program may run there', `${room} -o noexec`, 'scratch'],
    ['on the disk, where one may only read there', `${room} -o ro`, 'scratch'],
    ['on the disk, where /dev/shm is on one', 'mount --bind "$3" /dev/shm', 'scratch'],
    [
      'in its scratch folder, where that is in memory',
      `${room}\n${room.replace('/dev/shm', '"$3"')}`,
      'scratch'
    ]
  ])('%s', async (_, mount, place) => {
    const told: unknown = JSON.parse(inShell(mount, run))
    expect(told).toEqual({ places: [place, place], left: [] })
    expect(readdirSync(parent)).toEqual([])
    expect(await git(checkout, 'status', '--porcelain')).toBe('')
  })

  test.each([
    ['the next run', ''],
    // As GitHub's runner empties it between jobs.
    ['the next run, where the scratch folder is gone,', 'rm -rf "$3"/*']
  ])('and %s removes what one that was killed left of it', async (_, between) => {
    const killed = `${run} killed || ls /dev/shm`
    const lines = inShell(room, `${killed}\n${between}\n${run}`).trimEnd().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^nar-publish-/),
      JSON.stringify({ places: ['memory', 'memory'], left: [] })
    ])
    expect(readdirSync(parent)).toEqual([])
    expect(await git(checkout, 'status', '--porcelain')).toBe('')
  })
})
