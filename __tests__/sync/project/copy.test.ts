import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { removeFolder } from '../../../src/scratch.ts'
import { changedFiles } from '../../../src/sync/project/changed-files.ts'
import { makeCopy, type Copy } from '../../../src/sync/project/copy.ts'
import { git } from '../../repository/git/fixture.ts'
import { commitAll, makeFolder, makeRepository, open, writeFiles, type Files } from './support.ts'

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

async function copyOf(root: string, reference = '.'): Promise<Copy> {
  return makeCopy(await open(root, reference), join(folder, `scratch-${++number}`))
}

describe('a copy', () => {
  test('has bytes, modes and links of the work tree, and nothing that Git does not track', async () => {
    const root = await repository({
      'crlf.nix': '{ }\r\n',
      'binary.bin': Buffer.from([0, 255, 13, 10]),
      'run.sh': { program: '#!/bin/sh\n' },
      'deep/er/link': { link: '../../crlf.nix' },
      dangling: { link: '/nowhere/at all' },
      'odd #%41 "name"\t?': 'x',
      '.gitattributes': '*.nix text eol=lf\n'
    })
    chmodSync(join(root, 'binary.bin'), 0o444)
    writeFileSync(join(root, 'untracked'), 'x')
    const { folder: copy } = await copyOf(root)
    for (const path of ['crlf.nix', 'binary.bin', 'run.sh', 'odd #%41 "name"\t?']) {
      expect(readFileSync(join(copy, path))).toEqual(readFileSync(join(root, path)))
      expect(statSync(join(copy, path)).mode).toBe(statSync(join(root, path)).mode)
      expect(statSync(join(copy, path)).ino).not.toBe(statSync(join(root, path)).ino)
    }
    expect(readlinkSync(join(copy, 'deep/er/link'))).toBe('../../crlf.nix')
    expect(readlinkSync(join(copy, 'dangling'))).toBe('/nowhere/at all')
    expect(existsSync(join(copy, 'untracked'))).toBe(false)
  })

  test('is a clean repository of its own, at the same commit, in which what is written shows', async () => {
    const root = await repository({ 'nix/infer.nix': '{ }\n' })
    const copy = await copyOf(root)
    expect(await git(copy.folder, 'rev-parse', 'HEAD')).toBe(await git(root, 'rev-parse', 'HEAD'))
    expect(await git(copy.folder, 'status', '--porcelain')).toBe('')
    await copy.write('nix/infer.nix', '{ new }\n')
    expect(await git(copy.folder, 'status', '--porcelain')).toBe(' M nix/infer.nix')
    expect(await git(root, 'status', '--porcelain')).toBe('')
    expect(await git(copy.folder, 'fsck', '--connectivity-only')).not.toContain('missing')
  })

  test.each(['a shallow clone', 'a linked work tree', 'a clone that shares another one’s objects'])(
    'can be made of %s',
    async (what) => {
      const origin = await repository({ 'a.txt': 'one' })
      writeFileSync(join(origin, 'a.txt'), 'two')
      await commitAll(origin)
      const root = join(folder, `root-${++number}`)
      if (what === 'a linked work tree') await git(origin, 'worktree', 'add', '--quiet', root)
      else {
        const how = what === 'a shallow clone' ? '--depth=1' : '--shared'
        await git(folder, 'clone', '--quiet', how, `file://${origin}`, root)
      }
      await git(root, 'checkout', '--quiet', '--detach')
      const copy = await copyOf(root)
      expect(readFileSync(join(copy.folder, 'a.txt'), 'utf8')).toBe('two')
      expect(await git(copy.folder, 'status', '--porcelain')).toBe('')
      const depth = await git(root, 'rev-list', '--count', 'HEAD')
      expect(await git(copy.folder, 'rev-list', '--count', 'HEAD')).toBe(depth)
    }
  )

  test('has what is checked out in a submodule, but is not tied to it', async () => {
    const inner = await repository({ 'vendor.txt': 'vendored' })
    const root = await repository({})
    const add = ['submodule', '--quiet', 'add', inner, 'sub']
    await git(root, '-c', 'protocol.file.allow=always', ...add)
    await commitAll(root)
    const copy = await copyOf(root)
    expect(readFileSync(join(copy.folder, 'sub/vendor.txt'), 'utf8')).toBe('vendored')
    expect(existsSync(join(copy.folder, 'sub/.git'))).toBe(false)
    await expect(copy.write('sub/vendor.txt', 'x')).rejects.toMatchObject({ code: 'INTERNAL' })
    const untouched = await copyOf(root, 'file:flake.nix')
    rmSync(join(root, 'sub'), { recursive: true })
    mkdirSync(join(root, 'sub'))
    expect(existsSync(join(untouched.folder, 'sub/vendor.txt'))).toBe(true)
    expect(existsSync(join((await copyOf(root)).folder, 'sub/vendor.txt'))).toBe(false)
  })

  test('is refused of a repository that names its objects by SHA-256', async () => {
    const root = join(folder, `repository-${++number}`)
    mkdirSync(root)
    await git(root, 'init', '--quiet', '--object-format=sha256')
    writeFiles(root, { 'flake.nix': '{ }' })
    await commitAll(root)
    await expect(copyOf(root)).rejects.toMatchObject({
      code: 'CHECKOUT_INVALID',
      subject: root,
      // That it is to be checked out would be no help.
      hint: expect.stringContaining('SHA-1')
    })
  })

  test.each(['assume-unchanged', 'skip-worktree'])(
    'is refused where a pipe stands in the place of a file that is marked %s, which nobody reads',
    async (mark) => {
      const root = await repository({ 'a.txt': 'one' })
      const project = await open(root, '.')
      await git(root, 'update-index', `--${mark}`, 'a.txt')
      rmSync(join(root, 'a.txt'))
      execFileSync('mkfifo', [join(root, 'a.txt')])
      await expect(open(root, '.')).resolves.toMatchObject({ head: project.head })
      // Who reads it would get this.
      const writer = spawn('sh', ['-c', 'echo read > "$0"', join(root, 'a.txt')])
      await expect(copyOf(root)).rejects.toMatchObject({
        code: 'CHECKOUT_INVALID',
        reason: 'a.txt is no file, symbolic link or folder'
      })
      writer.kill()
    }
  )

  test('has names that are no UTF-8', async () => {
    const root = await repository({})
    const name = Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])])
    writeFileSync(name, 'x')
    await commitAll(root)
    const copy = await copyOf(root)
    const copied = Buffer.concat([Buffer.from(`${copy.folder}/caf`), Buffer.from([0xe9])])
    expect(readFileSync(copied, 'utf8')).toBe('x')
  })

  test('lacks what a sparse checkout lacks', async () => {
    const root = await repository({ 'in/a.txt': 'a', 'out/b.txt': 'b' })
    await git(root, 'sparse-checkout', 'set', 'in')
    const { folder: copy } = await copyOf(root)
    expect(existsSync(join(copy, 'in/a.txt'))).toBe(true)
    expect(existsSync(join(copy, 'out/b.txt'))).toBe(false)
  })
})

describe('writing', () => {
  test('and restoring, as often as one likes, keeps the mode', async () => {
    const root = await repository({ 'run.sh': { program: 'one\r\n' } })
    chmodSync(join(root, 'run.sh'), 0o555)
    const copy = await copyOf(root)
    await copy.write('run.sh', 'two')
    await copy.write('run.sh', 'three')
    await copy.write('flake.nix', '{ }')
    expect(await copy.rewrittenFiles()).toEqual([
      { path: 'run.sh', before: 'one\r\n', after: 'three' }
    ])
    expect(statSync(join(copy.folder, 'run.sh')).mode & 0o111).toBe(0o111)
    await copy.restore('run.sh')
    await copy.restore('never-written')
    expect(readFileSync(join(copy.folder, 'run.sh'), 'utf8')).toBe('one\r\n')
    expect(await copy.rewrittenFiles()).toEqual([])
    await copy.write('run.sh', 'four')
    expect(await copy.rewrittenFiles()).toMatchObject([{ before: 'one\r\n', after: 'four' }])
    expect(readFileSync(join(root, 'run.sh'), 'utf8')).toBe('one\r\n')
  })

  test('goes to plain files that Git tracks, and nowhere else', async () => {
    const root = await repository({ 'link.nix': { link: 'flake.nix' }, 'a/b.txt': '' })
    const copy = await copyOf(root)
    for (const path of ['link.nix', 'new.nix', '../x', '.git', 'a', '/etc/hostname']) {
      await expect(copy.write(path, 'x')).rejects.toMatchObject({ code: 'INTERNAL' })
    }
    rmSync(join(copy.folder, 'a'), { recursive: true })
    symlinkSync(root, join(copy.folder, 'a'))
    writeFiles(root, { 'b.txt': 'secret' })
    await expect(copy.write('a/b.txt', 'x')).rejects.toMatchObject({ code: 'INTERNAL' })
  })

  test('is noticed when a formatter made a link of the file', async () => {
    const copy = await copyOf(await repository({}))
    await copy.write('flake.nix', '{ new }')
    rmSync(join(copy.folder, 'flake.nix'))
    symlinkSync('/etc/hostname', join(copy.folder, 'flake.nix'))
    await expect(changedFiles(copy)).rejects.toMatchObject({ code: 'INTERNAL' })
  })
})

describe('changes are what `git add` would make of them', () => {
  const settings: [string, Files, [string, string][]][] = [
    ['nothing special', { 'a.txt': 'one\n' }, []],
    ['CRLF in Git', { 'a.txt': 'one\r\n' }, []],
    ['text=auto', { '.gitattributes': '* text=auto\n', 'a.txt': 'one\n' }, []],
    ['eol=crlf', { '.gitattributes': '* text eol=crlf\n', 'a.txt': 'one\n' }, []],
    ['core.autocrlf', { 'a.txt': 'one\n' }, [['core.autocrlf', 'true']]],
    [
      'core.safecrlf',
      { 'a.txt': 'one\n' },
      [
        ['core.autocrlf', 'input'],
        ['core.safecrlf', 'true']
      ]
    ],
    [
      'a filter',
      { '.gitattributes': '*.txt filter=loud\n', 'a.txt': 'ONE\n' },
      [
        ['filter.loud.clean', 'tr a-z A-Z'],
        ['filter.loud.smudge', 'tr A-Z a-z']
      ]
    ],
    ['core.splitIndex', { 'a.txt': 'one\n' }, [['core.splitIndex', 'true']]]
  ]

  test.each(settings)('with %s', async (_what, files, config) => {
    const root = await repository(files)
    for (const [key, value] of config) await git(root, 'config', key, value)
    rmSync(join(root, 'a.txt'))
    await git(root, 'checkout', '--quiet', '--', 'a.txt')
    const copy = await copyOf(root)
    const before = readFileSync(join(root, 'a.txt'), 'utf8')
    const objects = await git(root, 'count-objects', '-v')
    const inRepository = readdirSync(join(root, '.git'))
    await copy.write('a.txt', `${before}two\r\nthree\n`)
    const changes = await changedFiles(copy)

    expect(await git(root, 'count-objects', '-v')).toBe(objects)
    expect(readdirSync(join(root, '.git'))).toEqual(inRepository)
    expect(await git(root, 'status', '--porcelain')).toBe('')
    const oldBlob = await git(root, 'rev-parse', 'HEAD:a.txt')
    writeFileSync(join(root, 'a.txt'), `${before}two\r\nthree\n`)
    await git(root, '-c', 'core.safecrlf=false', 'add', 'a.txt')
    const content = execFileSync('git', ['cat-file', 'blob', ':a.txt'], { cwd: root })
    expect(changes).toEqual([{ path: 'a.txt', mode: '100644', oldBlob, content }])
  })

  test('with the mode that Git has', async () => {
    const root = await repository({ 'run.sh': { program: 'one' }, 'b.txt': '' })
    const copy = await copyOf(root)
    await copy.write('run.sh', 'two')
    await copy.write('b.txt', 'three')
    expect((await changedFiles(copy)).map(({ path, mode }) => [path, mode])).toEqual([
      ['b.txt', '100644'],
      ['run.sh', '100755']
    ])
  })

  test('and none when nothing but line endings differs, or nothing at all', async () => {
    const root = await repository({ '.gitattributes': '* text=auto\n', 'a.txt': 'one\n' })
    const copy = await copyOf(root)
    expect(await changedFiles(copy)).toEqual([])
    await copy.write('a.txt', 'one\r\n')
    expect(await copy.rewrittenFiles()).toHaveLength(1)
    expect(await changedFiles(copy)).toEqual([])
  })
})
