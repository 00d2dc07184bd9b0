import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import { catBlobs } from '../../../src/repository/git/cat-file.ts'
import type { Git } from '../../../src/repository/git/run.ts'
import { cleanEnvironment, git, Hosts } from './fixture.ts'

const hosts = new Hosts()
let repository: Git
let commit: string
const large = Buffer.alloc(3_000_000, 'x\n')
beforeAll(async () => {
  const directory = await hosts.bare()
  const files = { empty: '', small: 'no newline', binary: Buffer.from([0, 10, 255, 10]), large }
  commit = await hosts.commit(directory, files)
  repository = { directory, url: directory, env: cleanEnvironment(), log: silentLog }
})
afterAll(() => {
  hosts.remove()
})

const blob = (path: string): Promise<string> =>
  git(repository.directory, 'rev-parse', `main:${path}`)

test('gives each blob whole and in its turn, and leaves out what is none or not there', async () => {
  const names = ['small', 'large', 'empty', 'binary', 'small']
  const [small = '', ...others] = await Promise.all(names.map(blob))
  const read: [number, number, Buffer][] = []
  await catBlobs(
    repository,
    [small, '0'.repeat(40), commit, ...others],
    async (index, size, bytes) => {
      read.push([index, size, Buffer.concat(await Array.fromAsync(bytes))])
    }
  )
  expect(read.map(([index, size, { length }]) => [index, size, length])).toEqual([
    [0, 10, 10],
    [3, 3_000_000, 3_000_000],
    [4, 0, 0],
    [5, 4, 4],
    [6, 10, 10]
  ])
  expect(read[1]?.[2].equals(large)).toBe(true)
  expect(read[3]?.[2]).toEqual(Buffer.from([0, 10, 255, 10]))
})

test('ends with what taking a blob throws, however much is left', async () => {
  const blobs = Array<string>(50).fill(await blob('large'))
  const full = new Error('the disk is full')
  await expect(catBlobs(repository, blobs, () => Promise.reject(full))).rejects.toBe(full)
})

test('a git that fails is GIT_FAILED with its words', async () => {
  const nowhere = { ...repository, directory: hosts.folder() }
  await expect(
    catBlobs(nowhere, [await blob('small')], () => Promise.resolve())
  ).rejects.toMatchObject({ code: 'GIT_FAILED', reason: expect.stringContaining('not a git repo') })
})
