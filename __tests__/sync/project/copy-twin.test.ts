/** A second copy by links to the first: neither ever sees what is written in the other. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expectNix } from '../../../src/nix/run.ts'
import type { Nix } from '../../../src/nix/types.ts'
import { removeFolder } from '../../../src/scratch.ts'
import { makeCopy, type Copy } from '../../../src/sync/project/copy.ts'
import { evalCommand } from '../../../src/sync/project/flake.ts'
import { placeIn } from '../../../src/sync/project/question.ts'
import { git } from '../../repository/git/fixture.ts'
import { testNixes } from '../../support/nix.ts'
import { Evaluating } from './evaluating.ts'
import { commitAll, makeFolder, makeRepository, open, type Files } from './support.ts'

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

async function copyOf(root: string): Promise<Copy> {
  return makeCopy(await open(root, '.'), join(folder, `scratch-${++number}`))
}

async function twinOf(copy: Copy): Promise<Copy> {
  const twin = await copy.twin()
  if (twin === null) throw new Error('there is no twin')
  return twin
}

function read({ folder: place }: Copy, path: string): string {
  return readFileSync(join(place, path), 'utf8')
}

const files: Files = {
  'a.txt': 'one',
  'deep/er/b.txt': 'two',
  'run.sh': { program: '#!/bin/sh\n' },
  'deep/link': { link: '../a.txt' },
  dangling: { link: '/nowhere/at all' }
}

/** What Git sees without a change's time: whoever sets the other one back goes unseen. */
function status({ folder: place }: Copy): Promise<string> {
  return git(place, 'status', '--porcelain')
}

describe('a twin', () => {
  test('is what the copy is, in a folder of the same name, and the checkout is as it was', async () => {
    const root = await repository(files)
    const name = Buffer.concat([Buffer.from('/caf'), Buffer.from([0xe9])])
    const named = (place: string): Buffer => Buffer.concat([Buffer.from(place), name])
    writeFileSync(named(root), 'x')
    await git(
      root,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      'add',
      await repository({}),
      's'
    )
    await commitAll(root)
    const before = statSync(join(root, 'a.txt'), { bigint: true })
    const copy = await copyOf(root)
    await copy.write('a.txt', 'written')
    await copy.make('new/c.txt', Buffer.from('made'))
    const twin = await twinOf(copy)
    const listing = (place: string): string[] =>
      readdirSync(place, { recursive: true, encoding: 'latin1' }).toSorted()
    expect(listing(twin.folder)).toEqual(listing(copy.folder))
    expect(basename(twin.folder)).toBe(basename(copy.folder))
    expect(twin.folder).not.toBe(copy.folder)
    for (const path of ['a.txt', 'deep/er/b.txt', 'run.sh', 's/flake.nix', 'new/c.txt']) {
      expect(read(twin, path)).toBe(read(copy, path))
      expect(statSync(join(twin.folder, path)).mode).toBe(statSync(join(copy.folder, path)).mode)
    }
    expect(readFileSync(named(twin.folder), 'utf8')).toBe('x')
    for (const path of ['deep/link', 'dangling']) {
      expect(readlinkSync(join(twin.folder, path))).toBe(readlinkSync(join(copy.folder, path)))
    }
    expect(await status(twin)).toBe(await status(copy))
    expect(await git(twin.folder, 'rev-parse', 'HEAD')).toBe(await git(root, 'rev-parse', 'HEAD'))
    expect(await git(twin.folder, 'fsck', '--connectivity-only')).not.toContain('missing')
    expect(await twin.rewrittenFiles()).toEqual(await copy.rewrittenFiles())
    expect(statSync(join(root, 'a.txt'), { bigint: true })).toEqual({
      ...before,
      atimeMs: expect.anything(),
      atimeNs: expect.anything()
    })
    expect(await git(root, 'status', '--porcelain')).toBe('')
  })

  test('is links, and Git reads no file of either again', async () => {
    const copy = await copyOf(await repository(files))
    const twin = await twinOf(copy)
    const file = join(copy.folder, 'deep/er/b.txt')
    const { atime, mtime, ino, nlink } = statSync(file)
    expect([nlink, statSync(join(twin.folder, 'deep/er/b.txt')).ino]).toEqual([2, ino])
    writeFileSync(file, 'owt')
    utimesSync(file, atime, mtime)
    expect(await status(copy)).toBe('')
    expect(await status(twin)).toBe('')
  })

  test('sees nothing that is written in the copy, nor the copy what is written in it', async () => {
    const root = await repository(files)
    chmodSync(join(root, 'deep/er/b.txt'), 0o444)
    const copy = await copyOf(root)
    await copy.write('a.txt', 'before')
    const twin = await twinOf(copy)
    const third = await twinOf(twin)
    const paths = ['a.txt', 'deep/er/b.txt', 'run.sh', 'flake.nix']
    for (const [one, text] of [
      [copy, 'of the copy'],
      [twin, 'of the twin']
    ] as const) {
      await one.write('a.txt', text)
      await one.write('deep/er/b.txt', text)
      await one.make('run.sh', Buffer.from(text))
      await one.make('new.txt', Buffer.from(text))
      await one.write('flake.nix', text)
      await one.restore('flake.nix')
    }
    const all = (one: Copy): string[] => paths.map((path) => read(one, path))
    expect(all(copy)).toEqual(['of the copy', 'of the copy', 'of the copy', '{ }'])
    expect(all(twin)).toEqual(['of the twin', 'of the twin', 'of the twin', '{ }'])
    expect(all(third)).toEqual(['before', 'two', '#!/bin/sh\n', '{ }'])
    expect(statSync(join(third.folder, 'deep/er/b.txt')).mode & 0o777).toBe(0o444)
    expect([read(copy, 'new.txt'), read(twin, 'new.txt')]).toEqual(['of the copy', 'of the twin'])
    const [before] = await twin.rewrittenFiles()
    expect(before).toEqual({ path: 'a.txt', before: 'one', after: 'of the twin' })
    expect(await status(third)).toBe(' M a.txt')
    await twin.restore('a.txt')
    expect(read(twin, 'a.txt')).toBe('one')
  })

  test('goes alone, with its folder, and leaves what was fetched', async () => {
    const copy = await copyOf(await repository(files))
    const twin = await twinOf(copy)
    expect(twin.cache).toBe(copy.cache)
    writeFileSync(copy.cache, 'fetched')
    twin.remove()
    expect(() => lstatSync(dirname(twin.folder))).toThrow('ENOENT')
    expect(readFileSync(copy.cache, 'utf8')).toBe('fetched')
    expect(read(copy, 'a.txt')).toBe('one')
  })

  test('has no file that another program may write in where it stands', async () => {
    const root = await repository(files)
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xe9])]), 'x')
    await commitAll(root)
    const copy = await copyOf(root)
    const twin = await twinOf(copy)
    copy.handOver()
    for (const path of ['a.txt', 'deep/er/b.txt', 'run.sh']) {
      writeFileSync(join(copy.folder, path), 'formatted')
    }
    expect(read(twin, 'a.txt')).toBe('one')
    expect(read(twin, 'deep/er/b.txt')).toBe('two')
    expect(statSync(join(copy.folder, 'run.sh')).mode).toBe(statSync(join(root, 'run.sh')).mode)
    expect(await status(twin)).toBe('')
    // That program may run still.
    expect(await copy.twin()).toBeNull()
  })

  test('is nothing to the second program that works in the copy, where the first removed a file', async () => {
    const copy = await copyOf(await repository(files))
    await twinOf(copy)
    copy.handOver()
    rmSync(join(copy.folder, 'run.sh'))
    expect(() => {
      copy.handOver()
    }).not.toThrow()
  })

  test('that cannot be made leaves nothing, and the copy as it was', async () => {
    const copy = await copyOf(await repository(files))
    rmSync(join(copy.folder, 'run.sh'))
    expect(await copy.twin()).toBeNull()
    const home = dirname(copy.folder)
    expect(
      readdirSync(dirname(home)).filter((name) => name.startsWith(`${basename(home)}-`))
    ).toEqual([])
    expect(await status(copy)).toBe(' D run.sh')
  })
})

describe.each(testNixes)('a twin, with $name', (testNix) => {
  let lab: Evaluating
  beforeAll(async () => {
    lab = await Evaluating.with(testNix)
  })
  afterAll(() => lab.remove())

  /** All that Nix tells a flake of itself. */
  const told = async (nix: Nix, copy: Copy): Promise<unknown> => {
    const command = evalCommand({ nix, copy, project: copy.project }, 'told', '(value: value)')
    return JSON.parse(await expectNix({ ...nix, ...placeIn(nix, copy) }, command))
  }

  test.each([
    ['as it was committed', false],
    ['with something written in it', true]
  ])('is the same flake to Nix: %s', async (_, isWritten) => {
    const flake = `{
      outputs = { self }: {
        told = builtins.removeAttrs self.sourceInfo [ "outPath" ] // { path = toString self; text = builtins.readFile ./a.txt; };
      };
    }`
    const copy = await lab.copy(await lab.repository({ ...files, 'flake.nix': flake }), '.')
    if (isWritten) await copy.write('a.txt', 'new')
    const twin = await twinOf(copy)
    const own = await told(lab.nix, copy)
    expect(own).toMatchObject({ text: isWritten ? 'new' : 'one', narHash: expect.anything() })
    expect(await told(lab.nix, twin)).toEqual(own)
  })

  test('is the same folder to a package that takes all of it', async () => {
    const file = `{ }: derivation { name = "a"; system = "x86_64-linux"; builder = "/bin/sh"; src = ./.; }`
    const root = await lab.repository({ ...files, 'default.nix': file })
    const copy = await lab.copy(root, 'file:default.nix')
    const twin = await twinOf(copy)
    const ours = await lab.evaluated(copy, 'file:default.nix')
    expect((await lab.evaluated(twin, 'file:default.nix')).drvPath).toBe(ours.drvPath)
  })
})
