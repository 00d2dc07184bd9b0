import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import { ObjectReader } from '../../../src/repository/git/cat-file.ts'
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
  const asked = [small, '0'.repeat(40), commit, ...others]
  await new ObjectReader(repository).takeBlobs(asked, async (index, size, bytes) => {
    read.push([index, size, Buffer.concat(await Array.fromAsync(bytes))])
  })
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

test('ends with what taking a blob throws, however much is left, and then answers again', async () => {
  const objects = new ObjectReader(repository)
  const [large, small] = [await blob('large'), await blob('small')]
  const full = new Error('the disk is full')
  const fail = (): Promise<void> => Promise.reject(full)
  await expect(objects.takeBlobs(Array<string>(50).fill(large), fail)).rejects.toBe(full)
  const { content } = (await objects.read('blob', [small])).get(small) ?? {}
  expect(content?.toString()).toBe('no newline')
})

test('what is too large to be read whole is GIT_FAILED, and is none of the others', async () => {
  const objects = new ObjectReader(repository, 10)
  const [large, small] = [await blob('large'), await blob('small')]
  await expect(objects.read('blob', [small, large])).rejects.toMatchObject({
    ...{ code: 'GIT_FAILED', subject: `blob ${large}` },
    reason: expect.stringContaining('3000000 bytes')
  })
  expect((await objects.read('blob', [small])).get(small)?.content).toHaveLength(10)
})

test('a name of two lines is GIT_FAILED, and shifts no answer to another question', async () => {
  const objects = new ObjectReader(repository)
  const [large, small] = [await blob('large'), await blob('small')]
  await expect(objects.read('blob', [`${small}\n${large}`, small])).rejects.toMatchObject({
    ...{ code: 'GIT_FAILED', subject: repository.url },
    reason: expect.stringContaining('is no name of an object')
  })
  expect((await objects.read('blob', [small])).get(small)?.object).toBe(small)
})

test('one process answers all questions, also about what was written meanwhile', async () => {
  const commands: string[] = []
  const log = { ...silentLog, debug: (line: string) => void commands.push(line) }
  const objects = new ObjectReader({ ...repository, log })
  const later = 'e974158c2b867531a738941c09dbb50427e7dc6d'
  expect(await objects.read('blob', [later])).toEqual(new Map())
  const file = join(hosts.folder(), 'file')
  writeFileSync(file, 'later\n')
  expect(await git(repository.directory, 'hash-object', '-w', file)).toBe(later)
  const [read, head, none] = await Promise.all([
    objects.read('blob', [later]),
    objects.read('commit', ['main']),
    objects.read('tree', [later])
  ])
  expect(read.get(later)).toEqual({ object: later, content: Buffer.from('later\n') })
  expect(head.get('main')).toMatchObject({ object: commit })
  expect(none).toEqual(new Map())
  expect(commands).toEqual(['git cat-file --batch'])
})

test('a program that has no more questions ends, although git waits for one', async () => {
  const module = join(import.meta.dirname, '../../../src/repository/git/cat-file.ts')
  const script = `
    import { ObjectReader } from ${JSON.stringify(module)}
    const log = { debug() {} }
    const objects = new ObjectReader({ ...${JSON.stringify(repository)}, log })
    console.log((await objects.read('commit', ['main'])).get('main').object)
    const answered = performance.now()
    process.on('exit', () => console.log(performance.now() - answered < 1500))`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    script
  ])
  expect(stdout).toBe(`${commit}\ntrue\n`)
})

test('a git that fails is GIT_FAILED with its words', async () => {
  const nowhere = new ObjectReader({ ...repository, directory: hosts.folder() })
  await expect(nowhere.read('blob', [await blob('small')])).rejects.toMatchObject({
    code: 'GIT_FAILED',
    reason: expect.stringContaining('not a git repo')
  })
})
