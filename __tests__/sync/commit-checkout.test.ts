/** `--commit`: what was written, and nothing else, by the user's own git. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { removeFolder } from '../../src/scratch.ts'
import { commitCheckout } from '../../src/sync/commit-checkout.ts'
import { parsePackageReference } from '../../src/sync/project/package-reference.ts'
import { openProject } from '../../src/sync/project/project.ts'
import type { Project } from '../../src/sync/project/locate-package.ts'
import type { RewrittenFile } from '../../src/sync/types.ts'
import { cleanEnvironment, git } from '../repository/git/fixture.ts'
import { makeFolder, makeRepository } from './project/support.ts'
import { changeTo, hashOf, packagePath, packageText } from './propose/fixture.ts'

let folder: string
beforeAll(() => {
  folder = makeFolder()
})
afterAll(() => {
  removeFolder(folder)
})

let root: string
let project: Project
let number = 0
beforeEach(async () => {
  root = await makeRepository(join(folder, `${++number}`), {
    [packagePath]: packageText('0.76.0'),
    'other.nix': 'other\n'
  })
  await git(root, 'config', 'user.name', 'Ursula User')
  await git(root, 'config', 'user.email', 'ursula@example.org')
  project = await opened()
})

const usersEnvironment = Object.fromEntries(
  Object.entries(cleanEnvironment()).filter(([name]) => !/_(NAME|EMAIL)$/.test(name))
)
const opened = (): Promise<Project> =>
  openProject({
    workspace: root,
    package: parsePackageReference(`file:${packagePath}`),
    env: usersEnvironment,
    log: silentLog
  })

const file = {
  path: packagePath,
  before: packageText('0.76.0'),
  after: packageText('0.76.1')
}
const commit = (from = project, files: RewrittenFile[] = [file]) =>
  commitCheckout(from, { changes: [changeTo('0.76.1', '0.76.0', from.head)], group: null }, files)
const text = (path = packagePath): string => readFileSync(join(root, path), 'utf8')
const head = (): Promise<string> => git(root, 'rev-parse', 'HEAD')

function hook(name: string, script: string): void {
  const path = join(root, '.git/hooks', name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

test('has the message that the pull request’s commit would have, and is the user’s own', async () => {
  const before = await head()
  const { sha, notes } = await commit()
  expect(notes).toEqual([])
  expect(await head()).toBe(sha)
  expect(await git(root, 'show', '--no-patch', '--format=%P%n%an <%ae>%n%cn%n%B', sha)).toBe(
    [
      before,
      'Ursula User <ursula@example.org>',
      'Ursula User',
      'infer: 0.76.0 → 0.76.1',
      '',
      `${packagePath}:4 (source, x86_64-linux, aarch64-linux)`,
      `  old: ${hashOf('0.76.0')}`,
      `  new: ${hashOf('0.76.1')}`
    ].join('\n')
  )
  expect(await git(root, 'show', '--name-only', '--format=', sha)).toBe(packagePath)
  expect(await git(root, 'status', '--porcelain')).toBe('')
  expect(text()).toBe(file.after)
})

test('what else is changed or staged by then stays as it is', async () => {
  writeFileSync(join(root, 'other.nix'), 'staged\n')
  writeFileSync(join(root, 'new.nix'), 'new\n')
  await git(root, 'add', 'other.nix', 'new.nix')
  writeFileSync(join(root, 'other.nix'), 'and more\n')
  writeFileSync(join(root, 'untracked'), 'x')
  const { sha } = await commit()
  expect(await git(root, 'show', '--name-only', '--format=', sha)).toBe(packagePath)
  expect((await git(root, 'status', '--porcelain')).split('\n')).toEqual([
    'A  new.nix',
    'MM other.nix',
    '?? untracked'
  ])
  expect(await git(root, 'show', ':other.nix')).toBe('staged')
})

describe('a file that was not there before', () => {
  const made = { path: 'nix/deps/list.json', before: null, after: '{ }\n' }

  test('is in the commit', async () => {
    const { sha } = await commit(project, [file, made])
    expect((await git(root, 'show', '--name-only', '--format=', sha)).split('\n')).toEqual([
      made.path,
      packagePath
    ])
    expect(await git(root, 'status', '--porcelain')).toBe('')
  })

  test.each([
    [
      'the commit',
      () => {
        hook('pre-commit', 'exit 1')
      }
    ],
    [
      'to take it up',
      () => {
        writeFileSync(join(root, '.git/index.lock'), '')
      }
    ]
  ])('is gone again where git refuses %s', async (_, refuse) => {
    refuse()
    await expect(commit(project, [file, made])).rejects.toMatchObject({ code: 'COMMIT_REFUSED' })
    expect(await git(root, 'status', '--porcelain', '--ignored')).toBe('')
    expect(existsSync(join(root, 'nix/deps'))).toBe(false)
  })
})

test('a name that is a pattern means that file alone', async () => {
  root = await makeRepository(join(folder, `${++number}`), {
    [packagePath]: packageText('0.76.0'),
    '*.nix': 'old\n',
    'a.nix': 'a\n'
  })
  const pattern = { path: '*.nix', before: 'old\n', after: 'new\n' }
  await git(root, 'config', 'user.email', 'ursula@example.org')
  const from = await opened()
  writeFileSync(join(root, 'a.nix'), 'mine\n')
  const { sha } = await commit(from, [pattern])
  expect(await git(root, 'show', '--name-only', '--format=', sha)).toBe('*.nix')
  expect(await git(root, 'status', '--porcelain')).toBe(' M a.nix')
})

test('hooks see the written file alone, staged', async () => {
  hook('pre-commit', 'git diff --cached --name-only > hooked')
  hook('commit-msg', 'echo "Reviewed-by: a hook" >> "$1"')
  writeFileSync(join(root, 'other.nix'), 'staged\n')
  await git(root, 'add', 'other.nix')
  const { notes } = await commit()
  expect(text('hooked')).toBe(`${packagePath}\n`)
  expect(await git(root, 'show', '--no-patch', '--format=%B')).toMatch(/\nReviewed-by: a hook$/)
  expect(notes).toEqual([])
})

test.each([
  ['and adds it', `git add ${packagePath}`],
  ['in the work tree', '']
])('that a hook changes the file %s is said', async (_, then) => {
  hook('pre-commit', `echo '# tidy' >> ${packagePath}; ${then}`)
  const { notes } = await commit()
  expect(notes).toEqual([expect.stringMatching(/what was committed is not what was proved/)])
})

describe('what fails is one error, and leaves the files and the branch as they were:', () => {
  const refusals: [string, string, RegExp, () => unknown][] = [
    [
      'a hook that says no',
      'COMMIT_REFUSED',
      /exited with 1[^]*no updates on Fridays/,
      () => {
        hook('pre-commit', 'echo no updates on Fridays >&2; exit 1')
      }
    ],
    [
      'a hook that changes the file and says no',
      'COMMIT_REFUSED',
      /exited with 1/,
      () => {
        hook('pre-commit', `echo x >> ${packagePath}; git add ${packagePath}; exit 1`)
      }
    ],
    [
      'a signature that cannot be made',
      'COMMIT_REFUSED',
      /gpg failed to sign/,
      async () => {
        await git(root, 'config', 'commit.gpgSign', 'true')
        await git(root, 'config', 'gpg.program', 'false')
      }
    ],
    [
      'nobody who commits',
      'COMMIT_REFUSED',
      /no email was given[^]*/,
      async () => {
        await git(root, 'config', '--unset', 'user.email')
        await git(root, 'config', 'user.useConfigOnly', 'true')
      }
    ],
    [
      'a lock of another git',
      'COMMIT_REFUSED',
      /index\.lock/,
      () => {
        writeFileSync(join(root, '.git/index.lock'), '')
      }
    ],
    [
      'a merge that is going on',
      'COMMIT_REFUSED',
      /partial commit during a merge/,
      async () => {
        writeFileSync(join(root, '.git/MERGE_HEAD'), `${await head()}\n`)
      }
    ],
    [
      'a git that is ended',
      'COMMIT_REFUSED',
      /SIGTERM/,
      () => {
        hook('pre-commit', 'kill $PPID')
      }
    ],
    [
      'no branch',
      'CHECKOUT_INVALID',
      /it is at no branch/,
      () => git(root, 'checkout', '--quiet', '--detach')
    ]
  ]
  test.each(refusals)('%s', async (_, code, words, act) => {
    const before = await head()
    await act()
    await expect(commit()).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words)
    })
    expect(text()).toBe(file.before)
    expect(await head()).toBe(before)
    expect(await git(root, 'status', '--porcelain', '--untracked-files=no')).toBe('')
  })

  test('the file, staged by somebody meanwhile', async () => {
    writeFileSync(join(root, packagePath), 'staged\n')
    await git(root, 'add', packagePath)
    writeFileSync(join(root, packagePath), file.before)
    await expect(commit()).rejects.toMatchObject({ code: 'TREE_DIRTY' })
    expect(await git(root, 'show', `:${packagePath}`)).toBe('staged')
  })

  test('the file, changed by somebody meanwhile', async () => {
    writeFileSync(join(root, packagePath), 'mine\n')
    await expect(commit()).rejects.toMatchObject({ code: 'TREE_DIRTY' })
    expect(text()).toBe('mine\n')
  })

  test('another commit meanwhile', async () => {
    await git(root, 'commit', '--quiet', '--allow-empty', '--message=theirs')
    const theirs = await head()
    await expect(commit()).rejects.toMatchObject({ code: 'CHECKOUT_CHANGED', subject: 'HEAD' })
    expect([text(), await head()]).toEqual([file.before, theirs])
  })
})
