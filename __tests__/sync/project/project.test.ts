import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join, relative } from 'node:path'
import { removeFolder } from '../../../src/scratch.ts'
import { readTextFiles } from '../../../src/sync/project/project.ts'
import { git } from '../../repository/git/fixture.ts'
import { output } from '../../support/program.ts'
import { commitAll, makeFolder, makeRepository, open, writeFiles } from './support.ts'

let folder: string
beforeAll(() => {
  folder = makeFolder()
})
afterAll(() => {
  removeFolder(folder)
})

let number = 0
/** A repository of the test's own. */
function repository(files: Parameters<typeof makeRepository>[1] = {}): Promise<string> {
  const basic = { 'flake.nix': '{ }', 'nix/infer.nix': '{ }', 'sub/other.txt': 'x' }
  return makeRepository(join(folder, `repository-${++number}`), { ...basic, ...files })
}

describe('the package is found', () => {
  let root: string
  beforeAll(async () => {
    root = await repository({
      'nix/default.nix': '{ }',
      'packages/flake.nix': '{ }',
      'packages/deep/er/x.txt': '',
      'link.nix': { link: 'nix/infer.nix' },
      linked: { link: 'nix' },
      'program.nix': { program: '{ }' }
    })
  })

  test.each([
    ['.', 'flake.nix', ''],
    ['.#infer', 'flake.nix', ''],
    ['./packages#infer', 'packages/flake.nix', 'packages'],
    // As Nix does, upwards.
    ['./packages/deep/er', 'packages/flake.nix', 'packages'],
    ['./nix', 'flake.nix', ''],
    ['file:nix/infer.nix', 'nix/infer.nix', null],
    ['file:nix', 'nix/default.nix', null],
    ['file:./nix/../nix/infer.nix', 'nix/infer.nix', null],
    ['file:link.nix', 'nix/infer.nix', null],
    ['file:linked/infer.nix', 'nix/infer.nix', null],
    ['file:program.nix', 'program.nix', null]
  ])('%s', async (reference, packageFile, flakeFolder) => {
    expect(await open(root, reference)).toMatchObject({
      root,
      head: await git(root, 'rev-parse', 'HEAD'),
      packageFile,
      flakeFolder
    })
  })

  test('from a folder inside of the work tree, upwards too', async () => {
    const inside = join(root, 'sub')
    expect(await open(inside, '..#infer')).toMatchObject({ root, flakeFolder: '' })
    expect(await open(inside, 'file:../nix/infer.nix')).toMatchObject({ root })
    expect(await open(inside, `file:${root}/nix/infer.nix`)).toMatchObject({ root })
  })

  test('in a checkout below the workspace, which need not be one itself', async () => {
    const below = relative(folder, root)
    expect(await open(folder, `./${below}/packages`)).toMatchObject({
      root,
      packageFile: 'packages/flake.nix'
    })
  })

  test('in a workspace that a symbolic link leads to', async () => {
    const link = join(folder, 'link-to-workspace')
    symlinkSync(root, link)
    expect(await open(link, '.')).toMatchObject({ root })
    expect(await open(link, `file:${link}/nix/infer.nix`)).toMatchObject({ root })
  })

  test('with what Git tracks beside it, each by its kind', async () => {
    const { files } = await open(root, '.')
    expect(Object.fromEntries(files.map(({ path, kind }) => [path, kind]))).toEqual({
      'flake.nix': 'file',
      'link.nix': 'symlink',
      linked: 'symlink',
      'nix/default.nix': 'file',
      'nix/infer.nix': 'file',
      'packages/deep/er/x.txt': 'file',
      'packages/flake.nix': 'file',
      'program.nix': 'executable',
      'sub/other.txt': 'file'
    })
    const blob = files.find(({ path }) => path === 'sub/other.txt')?.blob
    expect(blob).toBe(await git(root, 'rev-parse', 'HEAD:sub/other.txt'))
  })

  test('whatever is in the names of its folders', async () => {
    const odd = join(folder, `a "b" #%41 ?é $(touch x)'`)
    await makeRepository(odd, { 'di r#/in fer.nix': '{ }' })
    expect(await open(odd, 'file:di r#/in fer.nix')).toMatchObject({
      root: odd,
      packageFile: 'di r#/in fer.nix'
    })
  })

  test('at a detached HEAD, in a shallow clone and in a linked work tree', async () => {
    await commitAll(root)
    const head = await git(root, 'rev-parse', 'HEAD')
    const shallow = join(folder, 'shallow')
    await git(folder, 'clone', '--quiet', '--depth=1', `file://${root}`, shallow)
    await git(shallow, 'checkout', '--quiet', '--detach')
    expect(await open(shallow, '.')).toMatchObject({ root: shallow, head })
    const linked = join(folder, 'linked')
    await git(root, 'worktree', 'add', '--quiet', linked)
    expect(await open(linked, '.')).toMatchObject({ root: linked, head })
  })

  test('although git was told of another repository', async () => {
    const env = { GIT_DIR: join(folder, 'nowhere'), GIT_WORK_TREE: '/', GIT_INDEX_FILE: '/x' }
    expect(await open(root, '.', env)).toMatchObject({ root })
  })
})

describe('the package is refused', () => {
  let root: string
  beforeAll(async () => {
    root = await repository({
      'out.nix': { link: '../outside.nix' },
      'circle.nix': { link: 'circle.nix' }
    })
    writeFileSync(join(folder, 'outside.nix'), '{ }')
  })

  test.each([
    ['file:missing.nix', /^there is no .*missing\.nix$/],
    ['./missing#x', /^there is no .*missing$/],
    ['./flake.nix#x', /a flake is a folder/],
    ['file:sub', /^there is no .*sub\/default\.nix$/],
    ['file:/etc/passwd', /^it is out of the checkout/],
    ['file:../outside.nix', /^it is out of the checkout/],
    ['..#x', /^it is out of the checkout/],
    ['file:out.nix', /^a symbolic link leads out of the checkout/],
    ['file:circle.nix', /leads in a circle/]
  ])('%s', async (reference, reason) => {
    await expect(open(root, reference)).rejects.toMatchObject({
      code: 'PACKAGE_INVALID',
      subject: reference,
      reason: expect.stringMatching(reason)
    })
  })

  test('when Git does not track its file, with the command that mends it', async () => {
    writeFileSync(join(root, 'new.nix'), '{ }')
    await expect(open(root, 'file:new.nix')).rejects.toMatchObject({
      code: 'PACKAGE_INVALID',
      reason: 'Git does not track new.nix',
      hint: 'Add it with `git add new.nix`, and commit it.'
    })
    mkdirSync(join(root, 'fresh'))
    writeFileSync(join(root, 'fresh/flake.nix'), '{ }')
    await expect(open(root, './fresh')).rejects.toMatchObject({
      reason: 'Git does not track fresh/flake.nix'
    })
  })

  test('when there is no flake, or it is a link out of the checkout', async () => {
    const other = await makeRepository(join(folder, 'no-flake'), { 'dir/x': '' })
    await expect(open(other, './dir')).rejects.toMatchObject({
      code: 'PACKAGE_INVALID',
      reason: 'there is no flake.nix in dir'
    })
    writeFiles(other, { 'flake.nix': { link: '/etc/hostname' } })
    await expect(open(other, '.')).rejects.toMatchObject({
      code: 'PACKAGE_INVALID',
      reason: 'its flake.nix is a symbolic link out of the checkout'
    })
  })
})

describe('the checkout is refused', () => {
  test('when it is no repository, or has no commit or no files', async () => {
    const plain = join(folder, 'plain')
    writeFiles(plain, { 'flake.nix': '{ }' })
    await expect(open(plain, '.')).rejects.toMatchObject({
      code: 'CHECKOUT_INVALID',
      reason: 'it is in no Git repository',
      hint: expect.stringContaining('actions/checkout')
    })
    await git(plain, 'init', '--quiet')
    await expect(open(plain, '.')).rejects.toMatchObject({
      code: 'CHECKOUT_INVALID',
      reason: expect.stringContaining('it has no commit')
    })
    const bare = join(folder, 'bare.git')
    await git(folder, 'init', '--quiet', '--bare', bare)
    writeFileSync(join(bare, 'flake.nix'), '{ }')
    await expect(open(bare, '.')).rejects.toMatchObject({ code: 'CHECKOUT_INVALID' })
    await expect(open(join(folder, 'nowhere'), '.')).rejects.toMatchObject({
      code: 'CHECKOUT_INVALID',
      reason: 'the folder does not exist'
    })
  })

  test('when it belongs to somebody else, with the setting that lets git read it', async () => {
    const root = await repository()
    // What git’s own tests use instead of another user; no run passes it on.
    const bin = mkdtempSync(join(folder, 'bin-'))
    const real = (await output('sh', ['-c', 'command -v git'])).trim()
    const script = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '${real}' "$@"\n`
    writeFileSync(join(bin, 'git'), script, { mode: 0o755 })
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` }
    await expect(open(root, '.', env)).rejects.toMatchObject({
      code: 'CHECKOUT_INVALID',
      subject: root,
      reason: expect.stringContaining('belongs to another user'),
      // For a shell, whatever the folder is called.
      hint: `Run \`git config --global --add safe.directory ${/^[\w/.-]+$/.test(root) ? root : `'${root}'`}\` before this step.`
    })
  })

  test('when a line break is in its name', async () => {
    const root = await makeRepository(join(folder, 'a\nb'), { 'flake.nix': '{ }' })
    await expect(open(root, '.')).rejects.toMatchObject({ code: 'CHECKOUT_INVALID' })
  })

  test('when git is not there', async () => {
    const root = await repository()
    await expect(open(root, '.', { PATH: '/nonexistent' })).rejects.toMatchObject({
      code: 'GIT_MISSING'
    })
  })
})

describe('a tree that is not as it was committed', () => {
  const dirty = { code: 'TREE_DIRTY' }

  test.each<[string, (root: string) => unknown, string]>([
    [
      'changed',
      (root) => {
        appendFileSync(join(root, 'flake.nix'), 'x')
      },
      'flake.nix'
    ],
    [
      'deleted',
      (root) => {
        rmSync(join(root, 'sub/other.txt'))
      },
      'sub/other.txt'
    ],
    [
      'made a program',
      (root) => {
        chmodSync(join(root, 'flake.nix'), 0o755)
      },
      'flake.nix'
    ]
  ])('is refused for a file that was %s', async (_what, change, named) => {
    const root = await repository()
    change(root)
    await expect(open(root, '.')).rejects.toMatchObject({
      ...dirty,
      subject: root,
      reason: `"${named}" is not as it was committed`
    })
  })

  test('is refused for what is staged, and for a file that a merge left in conflict', async () => {
    const root = await repository({ 'a.txt': '1\n' })
    await git(root, 'checkout', '--quiet', '-b', 'other')
    writeFileSync(join(root, 'a.txt'), '2\n')
    await git(root, 'add', 'a.txt')
    await expect(open(root, '.')).rejects.toMatchObject(dirty)
    await commitAll(root)
    await git(root, 'checkout', '--quiet', 'main')
    writeFileSync(join(root, 'a.txt'), '3\n')
    await commitAll(root)
    await expect(git(root, 'merge', '--quiet', 'other')).rejects.toThrow()
    await expect(open(root, '.')).rejects.toMatchObject(dirty)
  })

  test('names the first few of many', async () => {
    const names = Array.from({ length: 9 }, (_none, index) => `f${index}.txt`)
    const root = await repository(Object.fromEntries(names.map((name) => [name, ''])))
    for (const name of names) writeFileSync(join(root, name), 'x')
    await expect(open(root, '.')).rejects.toMatchObject({
      reason:
        '9 files are not as they were committed: "f0.txt", "f1.txt", "f2.txt", "f3.txt", "f4.txt", …'
    })
  })

  test('is fine as far as Git does not track it', async () => {
    const root = await repository({ '.gitignore': 'ignored\n' })
    writeFiles(root, { ignored: '', 'untracked.nix': 'x', 'result-1': { link: '/nix/store' } })
    const { files } = await open(root, '.')
    expect(files.map(({ path }) => path)).not.toContain('untracked.nix')
  })

  test('is fine when its line endings are what the user’s own settings make of them', async () => {
    const root = await repository({ 'a.txt': 'one\ntwo\n' })
    await git(root, 'config', 'core.autocrlf', 'true')
    rmSync(join(root, 'a.txt'))
    await git(root, 'checkout', '--', 'a.txt')
    expect(readTextFiles(await open(root, '.'))).toContainEqual({
      path: 'a.txt',
      text: 'one\r\ntwo\r\n'
    })
  })
})

test('looking at a checkout runs none of its hooks and leaves its repository as it is', async () => {
  const root = await repository()
  const hook = `#!/bin/sh\ntouch ${join(folder, 'hooked')}\nexit 0\n`
  for (const name of ['post-index-change', 'fsmonitor-watchman']) {
    writeFiles(join(root, '.git/hooks'), { [name]: { program: hook } })
  }
  await git(root, 'config', 'core.fsmonitor', '.git/hooks/fsmonitor-watchman')
  const { mtimeMs } = statSync(join(root, '.git/index'))
  // A change of time alone makes git write its index anew, when it may.
  utimesSync(join(root, 'flake.nix'), 1, 1)
  await open(root, '.')
  expect(statSync(join(root, '.git/index')).mtimeMs).toBe(mtimeMs)
  expect(existsSync(join(folder, 'hooked'))).toBe(false)
})

test('reads text as it stands, and only text', async () => {
  const root = await repository({
    'crlf.nix': '{ }\r\n',
    'bom.nix': '\ufeff{ } # 😀\n',
    'empty.txt': '',
    'binary.bin': Buffer.from([0x61, 0, 0x62]),
    'latin1.txt': Buffer.from('caf\xe9', 'latin1'),
    'large.txt': 'x'.repeat(4 * 1024 * 1024 + 1),
    'as-large-as-allowed.txt': 'x'.repeat(4 * 1024 * 1024),
    'link.txt': { link: 'crlf.nix' },
    'run.sh': { program: '#!/bin/sh\n' }
  })
  const texts = new Map(readTextFiles(await open(root, '.')).map(({ path, text }) => [path, text]))
  expect([...texts.keys()]).toEqual([
    'as-large-as-allowed.txt',
    'bom.nix',
    'crlf.nix',
    'empty.txt',
    'flake.nix',
    'nix/infer.nix',
    'run.sh',
    'sub/other.txt'
  ])
  expect(texts.get('crlf.nix')).toBe('{ }\r\n')
  expect(texts.get('bom.nix')).toBe('\ufeff{ } # 😀\n')
})
