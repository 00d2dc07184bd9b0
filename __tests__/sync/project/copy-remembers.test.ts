/** What Git and Nix know of a fresh copy, and what it costs to let them know. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../../src/log.ts'
import { makeScratch, removeFolder, removeScratch } from '../../../src/scratch.ts'
import { changedFiles } from '../../../src/sync/project/changed-files.ts'
import { makeCopy, type Copy } from '../../../src/sync/project/copy.ts'
import type { Project } from '../../../src/sync/project/locate-package.ts'
import { renewCopy } from '../../../src/sync/workshop.ts'
import { git } from '../../repository/git/fixture.ts'
import { makeFolder, makeRepository, open, writeFiles, type Files } from './support.ts'

let folder: string
beforeAll(() => {
  folder = makeFolder()
})
afterAll(() => {
  removeFolder(folder)
})

let number = 0
function repository(files: Files): Promise<string> {
  return makeRepository(join(folder, `repository-${++number}`), { 'flake.nix': '{ }', ...files })
}

function scratchFolder(): string {
  return join(folder, `scratch-${++number}`)
}

async function copyOf(root: string): Promise<Copy> {
  return makeCopy(await open(root, '.'), scratchFolder())
}

/** By the time of the last change to its bytes, which one can set, and not by that of any change. */
function status(copy: Copy): Promise<string> {
  return git(copy.folder, '-c', 'core.trustctime=false', 'status', '--porcelain')
}

/** Other bytes, of the same length, that only somebody finds who reads them. */
function changeUnseen(file: string): void {
  const { atime, mtime } = statSync(file)
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill('x'))
  utimesSync(file, atime, mtime)
}

describe('of a flake’s copy', () => {
  test('Git reads no file again that is as it has it', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024, 'large\n')
    const files = { 'nix/a.nix': '{ a }\n', empty: '', 'large.txt': large }
    const copy = await copyOf(await repository(files))
    expect(await status(copy)).toBe('')
    for (const path of ['nix/a.nix', 'large.txt']) changeUnseen(join(copy.folder, path))
    expect(await status(copy)).toBe('')
  })

  test('Git sees what is written, whenever and of whatever size', async () => {
    const copy = await copyOf(await repository({ 'a.txt': 'one', 'b.txt': 'two' }))
    await copy.write('a.txt', 'eno')
    expect(await status(copy)).toBe(' M a.txt')
    await copy.write('a.txt', 'neo')
    await copy.write('b.txt', 'owt')
    expect(await status(copy)).toBe(' M a.txt\n M b.txt')
    await copy.restore('a.txt')
    expect(await status(copy)).toBe(' M b.txt')
    await copy.make('new/c.txt', Buffer.from('three'))
    expect(await status(copy)).toBe(' M b.txt\nA  new/c.txt')
  })

  test('Git sees what somebody wrote in the checkout while the copy was made', async () => {
    const root = await repository({ 'a.txt': 'one', 'b.txt': 'two' })
    const project = await open(root, '.')
    writeFiles(root, { 'a.txt': 'eno' })
    const copy = await makeCopy(project, scratchFolder())
    expect(readFileSync(join(copy.folder, 'a.txt'), 'utf8')).toBe('eno')
    expect(await status(copy)).toBe(' M a.txt')
  })

  test.each<[string, Files, [string, string][], string]>([
    ['eol=crlf', { '.gitattributes': '*.txt text eol=crlf\n' }, [], ''],
    // As the checkout's own settings are not the copy's.
    ['core.autocrlf', {}, [['core.autocrlf', 'true']], ' M a.txt']
  ])(
    'a file that Git has in other bytes is what it was: %s',
    async (_, files, config, expected) => {
      const root = await repository({ ...files, 'a.txt': 'one\n', 'b.bin': Buffer.from([0, 10]) })
      for (const [key, value] of config) await git(root, 'config', key, value)
      await git(root, 'rm', '--quiet', '--cached', 'a.txt')
      await git(root, 'reset', '--quiet', '--hard')
      const copy = await copyOf(root)
      expect(readFileSync(join(copy.folder, 'a.txt'), 'utf8')).toBe('one\r\n')
      expect(await status(copy)).toBe(expected)
      changeUnseen(join(copy.folder, 'b.bin'))
      expect(await status(copy)).toBe(expected)
    }
  )
})

describe('git is asked', () => {
  const commands = async (
    reference: string,
    files: Files,
    only?: ReadonlySet<string>
  ): Promise<string[]> => {
    const root = await repository(files)
    const found: string[] = []
    const log = { ...silentLog, debug: (line: string) => found.push(line) }
    const project = await open(root, reference)
    const options = only === undefined ? {} : { only }
    await makeCopy({ ...project, git: { ...project.git, log } }, scratchFolder(), options)
    return found.map((line) => /^git (?:-c \S+ )?(\S+)/.exec(line)?.[1] ?? line)
  }
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`${index % 7}/${index}.txt`, `${index}`])
  )

  test.each([
    ['one file', {}],
    ['300 files', many]
  ])('as often for a copy of %s', async (_, files) => {
    const always = ['rev-parse', 'init']
    expect(await commands('file:flake.nix', files)).toEqual(always)
    expect(await commands('.', files)).toEqual(always)
    expect(await commands('.', files, new Set(['flake.nix']))).toEqual(always)
  })

  test('once more where it has other bytes of a file, for all of them', async () => {
    const files = {
      '.gitattributes': '*.txt text eol=crlf\n',
      'a.txt': 'one\r\n',
      'b.txt': 'two\r\n'
    }
    expect(await commands('.', files)).toEqual(['rev-parse', 'init', 'update-index'])
    expect(await commands('file:flake.nix', files)).toEqual(['rev-parse', 'init'])
  })
})

test('a part of a copy has these files alone, and their changes are what they are in the whole', async () => {
  const root = await repository({
    '.gitattributes': '*.txt text\n',
    'folder/a.txt': 'one\n',
    'folder/b.txt': 'two\n',
    'c.txt': 'three\n'
  })
  const project = await open(root, '.')
  const part = await makeCopy(project, scratchFolder(), { only: new Set(['folder/a.txt']) })
  const whole = await makeCopy(project, scratchFolder())
  const listed = readdirSync(part.folder, { recursive: true, encoding: 'utf8' })
  expect(listed.toSorted()).toEqual(['.git', 'folder', 'folder/a.txt'])
  for (const copy of [part, whole]) {
    await copy.write('folder/a.txt', 'new\r\n')
    await copy.make('new/d.txt', Buffer.from('four\n'))
  }
  expect(await changedFiles(part)).toEqual(await changedFiles(whole))
  expect((await changedFiles(part)).map(({ path }) => path)).toEqual(['folder/a.txt', 'new/d.txt'])
  await expect(part.write('c.txt', 'x')).rejects.toMatchObject({ code: 'INTERNAL' })
})

describe('a renewed copy is as the first one was', () => {
  const shopOf = async (): Promise<
    Parameters<typeof renewCopy>[0] & { project: Project; scratch: string }
  > => {
    const files = { 'a.txt': 'one', 'run.sh': { program: 'one' } }
    const project = await open(await repository(files), '.')
    const scratch = makeScratch(folder)
    const copy = await makeCopy(project, join(scratch, 'copy'))
    return { project, scratch, inMemoryOf: scratch, copy, files: [] }
  }
  const expectRenewed = async ({
    copy,
    scratch
  }: {
    copy: Copy
    scratch: string
  }): Promise<void> => {
    expect(await status(copy)).toBe('')
    expect(readFileSync(join(copy.folder, 'a.txt'), 'utf8')).toBe('one')
    expect(statSync(join(copy.folder, 'run.sh')).mode & 0o111).toBe(0o111)
    const listed = readdirSync(copy.folder, { recursive: true, encoding: 'utf8' })
    expect(listed.toSorted()).toEqual(['.git', 'a.txt', 'flake.nix', 'run.sh'])
    expect(await copy.rewrittenFiles()).toEqual([])
    removeScratch(scratch, folder)
  }

  test('and the same one where only we wrote in it', async () => {
    const shop = await shopOf()
    const { copy, project } = shop
    const { ino } = statSync(join(copy.folder, 'flake.nix'))
    await copy.write('a.txt', 'two')
    await copy.write('run.sh', 'two')
    await copy.make('a.txt', Buffer.from('three'))
    await renewCopy(shop, [])
    expect(shop.copy).toBe(copy)
    expect(statSync(join(copy.folder, 'flake.nix')).ino).toBe(ino)
    const head = project.head.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    expect(await copy.reopen({ ...project, head })).toBe(false)
    expect(await copy.reopen({ ...project, root: '/elsewhere' })).toBe(false)
    await expectRenewed(shop)
  })

  test.each<[string, (copy: Copy) => Promise<void>]>([
    [
      'was handed over',
      async (copy) => {
        copy.handOver()
        await copy.write('a.txt', 'two')
        writeFileSync(join(copy.folder, 'left.txt'), 'by a formatter')
        writeFileSync(join(copy.folder, 'run.sh'), 'by a formatter')
        chmodSync(copy.folder, 0o555)
      }
    ],
    ['has a file more', (copy) => copy.make('new/b.txt', Buffer.from('two'))]
  ])('and another one, the first being gone, where that %s', async (_, change) => {
    const shop = await shopOf()
    const { copy } = shop
    await change(copy)
    await renewCopy(shop, [])
    expect(shop.copy).not.toBe(copy)
    expect(() => statSync(copy.folder)).toThrow('ENOENT')
    await expectRenewed(shop)
  })
})
