/** What a pull request's own job may leave, and when: each is refused, or nothing comes of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isWriting } from '../../support/github/recorder.ts'
import { checkRequests, createClient } from '../../support-github/client.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  commit,
  documentOf,
  editTo,
  fork,
  hashOf,
  openPullRequest,
  packagePath,
  packageText,
  repository,
  startTool,
  type Committing,
  type Opened
} from './fixture.ts'

let github: GitHubServer
let scratch: string
let opened: Opened
let others = 0

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'nar-publish-repair-'))
  github = await startTool()
  opened = await openPullRequest(github, 'dependabot/go_modules/luna-2')
})

afterAll(async () => {
  await github.close()
  checkRequests(github)
  rmSync(scratch, { recursive: true })
})

const edit = () => editTo(packagePath, packageText, hashOf('new'))
const another = (): Promise<Opened> => openPullRequest(github, `bump-${++others}`)

async function expectNothingWritten(run: () => Promise<unknown>): Promise<void> {
  const before = github.requests.length
  await run()
  expect(github.requests.slice(before).filter(isWriting)).toEqual([])
}

async function expectRefused(
  document: unknown,
  says: string | RegExp,
  options: Committing = {}
): Promise<void> {
  await expectNothingWritten(async () => {
    const running = commit(github, scratch, opened, document, options)
    await expect(running).rejects.toMatchObject({ code: 'COMPUTED_INVALID' })
    await expect(running).rejects.toThrow(says)
  })
  expect(await github.head(repository, opened.branch)).toBe(opened.head)
}

describe('of what the other job left,', () => {
  test.each<[string, string | RegExp, (document: Record<string, unknown>) => unknown]>([
    ['names a pull request', 'Unrecognized key', (document) => ({ ...document, number: 2 })],
    ['names a branch', 'Unrecognized key', (document) => ({ ...document, branch: 'main' })],
    [
      'is about another head',
      'and the run that left it was for',
      (document) => ({ ...document, head: 'f'.repeat(40) })
    ],
    ['is of another kind', 'kind', (document) => ({ ...document, kind: 'computed' })],
    ['is no JSON', 'it is not JSON', () => '{'],
    [
      'has ten megabytes',
      /bytes, over 1000000/,
      (document) => JSON.stringify(document).padEnd(10_000_000)
    ]
  ])('a file that %s is refused', async (_what, says, alter) => {
    await expectRefused(alter(documentOf(opened.head, [edit()])), says)
  })

  test.each<[string, string, Record<string, unknown>]>([
    ['a workflow', 'it is Git’s or GitHub’s own', { file: '.github/workflows/ci.yml' }],
    ['Git’s modules', 'it is Git’s or GitHub’s own', { file: '.gitmodules' }],
    ['Git’s own configuration', 'is no path inside the repository', { file: '.git/config' }],
    ['a file outside', 'is no path inside the repository', { file: '../tool.nix' }],
    ['an absolute path', 'is no path inside the repository', { file: '/etc/passwd' }],
    ['a file that is not there', 'it is no plain file', { file: 'nix/new.nix' }],
    ['a name that looks alike', 'it is no plain file', { file: 'nix/tооl.nix' }],
    [
      'a name with a character that does not show',
      'it is no plain file',
      { file: 'nix/tool\u200b.nix' }
    ],
    ['a link', 'it is no plain file', { file: 'link.nix' }],
    ['a submodule', 'it is no plain file', { file: 'module' }],
    ['a folder', 'it is no plain file', { file: 'nix' }],
    ['a file that is no text', 'it is no text', { file: 'picture.png' }],
    ['flake.lock', 'it is a package manager’s lock file', { file: 'flake.lock' }],
    ['Cargo.lock', 'it is a package manager’s lock file', { file: 'crab/Cargo.lock' }],
    ['a line break', 'control character', { replacement: `${hashOf('new')}"\n` }],
    ['more than the hash', 'in the old one’s form', { replacement: `${hashOf('new')}"; evil = "` }],
    ['a command for a shell', 'is no hash', { newHash: '$(id)', replacement: '$(id)' }],
    [
      'another algorithm',
      'is no sha256',
      {
        newHash: `sha512-${'A'.repeat(86)}==`,
        replacement: `sha512-${'A'.repeat(86)}==`
      }
    ],
    ['another old hash than there is', 'the old hash is', { oldHash: hashOf('else') }],
    [
      'another text than there is',
      'is no hash that stands there',
      {
        text: hashOf('else'),
        oldHash: hashOf('else')
      }
    ],
    ['a span that is not its text’s', 'has a span', { end: 500 }],
    ['another line', 'is no hash that stands there', { line: 1 }],
    ['what nobody knows', 'Unrecognized key', { run: 'id' }]
  ])('a file that edits %s is refused', async (_what, says, alter) => {
    await expectRefused(documentOf(opened.head, [{ ...edit(), ...alter }]), says)
  })

  test('a file that edits one place twice is refused', async () => {
    const twice = [edit(), editTo(packagePath, packageText, hashOf('newer'))]
    await expectNothingWritten(() =>
      expect(commit(github, scratch, opened, documentOf(opened.head, twice))).rejects.toMatchObject(
        {
          code: 'HASH_AMBIGUOUS'
        }
      )
    )
  })

  test('a file that has a thousand edits and one is refused', async () => {
    const all = Array.from({ length: 1001 }, edit)
    await expectRefused(documentOf(opened.head, all), 'edits')
  })
})

test('what would cost a thousand requests to look at, or to tell, is refused before the first', async () => {
  const inDeepFolders = Array.from({ length: 50 }, (_, index) => {
    return { ...edit(), file: `${index}/${'deep/'.repeat(20)}tool.nix` }
  })
  const before = github.requests.length
  await expectRefused(documentOf(opened.head, inDeepFolders), 'folders, over 200')
  // Each time it is asked which pull request it is.
  expect(github.requests.slice(before).map(({ path }) => path.replace(/\?.*/, ''))).toEqual(
    Array(3).fill(expect.not.stringContaining('/git/trees/'))
  )
  const { length } = edit().text
  const leave = (folder: string): void => {
    for (const half of [0, 1]) {
      const edits = Array.from({ length: 600 }, (_, index) => {
        const start = (half * 600 + index) * 100
        return { ...edit(), start, end: start + length }
      })
      writeFileSync(join(folder, `${half}.json`), JSON.stringify(documentOf(opened.head, edits)))
    }
  }
  await expectRefused(null, 'it has 1200 edits, over 1000', { leave })
})

describe('of the artifact,', () => {
  test.each<[string, string, (folder: string) => void]>([
    [
      'a link',
      'it cannot be read as a file of its own',
      (folder) => {
        writeFileSync(join(scratch, 'secret'), JSON.stringify(documentOf(opened.head, [edit()])))
        symlinkSync(join(scratch, 'secret'), join(folder, 'repair.json'))
      }
    ],
    [
      'a pipe',
      'it is not a file',
      (folder) => {
        execFileSync('mkfifo', [join(folder, 'repair.json')])
      }
    ],
    [
      'a hundred files',
      'there are over 20 files in it',
      (folder) => {
        const text = JSON.stringify(documentOf(opened.head, [edit()]))
        for (let index = 0; index < 100; index++) writeFileSync(join(folder, `${index}.json`), text)
      }
    ]
  ])('%s in it is refused', async (_what, says, leave) => {
    await expectRefused(null, says, { leave })
  })

  test('a folder with the name of a file, or a link to a folder, has nothing in it', async () => {
    await expectNothingWritten(async () => {
      const leave = (folder: string): void => {
        mkdirSync(join(folder, 'repair.json'))
        mkdirSync(join(scratch, 'elsewhere'))
        writeFileSync(
          join(scratch, 'elsewhere', 'repair.json'),
          JSON.stringify(documentOf(opened.head, [edit()]))
        )
        symlinkSync(join(scratch, 'elsewhere'), join(folder, 'artifact'))
      }
      expect(await commit(github, scratch, opened, null, { leave })).toMatchObject({
        outcome: 'clean'
      })
    })
  })
})

describe('nothing is written, and that is said, when', () => {
  test('the run before was of another event', async () => {
    await expectNothingWritten(async () => {
      const options = { event: { event: 'push' } }
      const document = documentOf(opened.head, [edit()])
      expect(await commit(github, scratch, opened, document, options)).toMatchObject({
        outcome: 'left',
        why: expect.stringContaining('`push`')
      })
    })
  })

  test('the pull request is closed', async () => {
    const one = await another()
    const stored = github.pullRequests(repository).find(({ number }) => number === one.number)
    if (stored !== undefined) stored.state = 'closed'
    await expectNothingWritten(async () => {
      const document = documentOf(one.head, [edit()])
      expect(await commit(github, scratch, one, document)).toMatchObject({
        outcome: 'left',
        why: 'no pull request of this head is open any more'
      })
    })
  })

  test('its head has moved before it is read', async () => {
    const one = await another()
    await github.commitFiles(repository, one.branch, { 'go.mod': 'newer' }, 'newer')
    await expectNothingWritten(async () => {
      const document = documentOf(one.head, [edit()])
      expect(await commit(github, scratch, one, document)).toMatchObject({
        outcome: 'left',
        why: expect.stringContaining('has moved on')
      })
    })
  })

  test.each([
    [
      'goes on',
      (one: Opened) => github.commitFiles(repository, one.branch, { 'go.mod': 'x' }, 'x')
    ],
    [
      'is set back to where it began',
      async (one: Opened) => {
        const main = (await github.head(repository, 'main')) ?? ''
        await createClient(github, 'people').updateRef(repository, one.branch, main, true)
        return main
      }
    ]
  ])('its head %s between the read and the update: that stays', async (_how, move) => {
    const one = await another()
    let moved = ''
    const unhook = github.beforeRefUpdate(async () => {
      unhook()
      moved = await move(one)
    })
    const report = await commit(github, scratch, one, documentOf(one.head, [edit()]))
    expect(report).toMatchObject({ outcome: 'left', why: expect.stringContaining('has moved on') })
    expect(await github.head(repository, one.branch)).toBe(moved)
  })
})

describe('a fork', () => {
  test('whose branch is called main has nothing written to main', async () => {
    const main = await github.head(repository, 'main')
    const one = await openPullRequest(github, 'main', { from: fork, author: 'mallory' })
    const report = await commit(github, scratch, one, documentOf(one.head, [edit()]))
    expect(report).toMatchObject({ outcome: 'commented', commit: null })
    expect(await github.head(repository, 'main')).toBe(main)
    expect(await github.head(fork, 'main')).toBe(one.head)
  })

  test('has no say over a branch of the repository by the same name', async () => {
    const own = await another()
    const one = await openPullRequest(github, own.branch, { from: fork, author: 'mallory' })
    const report = await commit(github, scratch, one, documentOf(one.head, [edit()]))
    expect(report).toMatchObject({ outcome: 'commented', pullRequest: { number: one.number } })
    expect(await github.head(repository, own.branch)).toBe(own.head)
  })
})

test('a branch called $(x) is a name like any other', async () => {
  const one = await openPullRequest(github, "bob/$(touch pwned)&'`x`;--force".replaceAll(' ', '_'))
  const report = await commit(github, scratch, one, documentOf(one.head, [edit()]))
  expect(report).toMatchObject({ outcome: 'committed', pullRequest: { number: one.number } })
  expect(await github.head(repository, one.branch)).toBe(report.commit?.sha)
})

test('a hash that is another one each time is not committed again and again', async () => {
  const one = await another()
  const first = await commit(github, scratch, one, documentOf(one.head, [edit()]))
  const head = first.commit?.sha ?? ''
  const text = packageText.replace(hashOf('old'), hashOf('new'))
  const again = documentOf(head, [editTo(packagePath, text, hashOf('newer'))])
  await expectNothingWritten(() =>
    expect(commit(github, scratch, { ...one, head }, again)).rejects.toMatchObject({
      code: 'HASH_DRIFT'
    })
  )
})

test('a token that may only read is one error', async () => {
  const one = await another()
  const document = documentOf(one.head, [edit()])
  await expect(
    commit(github, scratch, one, document, { inputs: { token: 'reader' } })
  ).rejects.toMatchObject({ code: 'TOKEN_FORBIDDEN' })
  expect(await github.head(repository, one.branch)).toBe(one.head)
})
