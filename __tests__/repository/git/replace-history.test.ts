import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pushArguments } from '../../../src/repository/git/push.ts'
import type { CommitResult, Target } from '../../../src/repository/types.ts'
import { startGitHttp, type GitHttpServer } from '../../support/git-http.ts'
import { Scratch } from '../github/fixture.ts'
import { git, Hosts, tree } from './fixture.ts'

const hosts = new Hosts()
const scratch = new Scratch()
let http: GitHttpServer

beforeAll(async () => {
  http = await startGitHttp({ root: hosts.root })
})
afterAll(async () => {
  await http.close()
  hosts.remove()
  scratch.remove()
})

function urlOf(repository: string): string {
  return http.url + repository.slice(hosts.root.length)
}

/** What a prune with `squash-history` asks for: these files go, and so does the history. */
async function squash(target: Target, deletedFiles: readonly string[] = []): Promise<CommitResult> {
  return target.commit([], await target.snapshot(), async (state) => {
    if (!(await state.hasHistory())) return null
    const files = await state.listFiles()
    const here = deletedFiles.filter((path) => files.has(path))
    const nothing = { files: new Map(), largeFiles: [] }
    return { message: 'squash\n', ...nothing, deletedFiles: here, replacesHistory: true }
  })
}

async function filled(): Promise<string> {
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n', 'nar/aa/x.nar': 'x' })
  await hosts.commit(repository, { 'nar/aa/y.nar': 'y', 'nar/bb/z.nar': 'z' })
  return repository
}

async function paths(repository: string): Promise<string[]> {
  return (await tree(repository)).map((line) => line.split('\t')[1] ?? '')
}

test('only what replaces a commit is forced, and only while the branch is there', () => {
  const ref = 'refs/heads/main'
  const common = ['push', '--porcelain', '--no-verify', '--no-follow-tags', '--no-signed']
  const more = ['--recurse-submodules=no', '--thin']
  expect(pushArguments('main', 'new')).toEqual([...common, ...more, '--', 'target', `new:${ref}`])
  expect(pushArguments('main', 'new', 'old')).toEqual([
    ...[...common, ...more, `--force-with-lease=${ref}:old`],
    ...['--', 'target', `new:${ref}`]
  ])
})

describe('a history that is replaced', () => {
  test('leaves one commit without a parent, with the files that are not deleted', async () => {
    const repository = await filled()
    const target = await hosts.open(urlOf(repository))
    const before = await target.snapshot()
    expect([...(await before.listFiles()).keys()]).toEqual(await paths(repository))
    const { commit, changed } = await squash(target, ['nar/aa/x.nar', 'nar/bb/z.nar'])
    expect({ changed, head: await git(repository, 'rev-list', 'main') }).toEqual({
      changed: true,
      head: commit
    })
    expect(await paths(repository)).toEqual(['README.md', 'nar/aa/y.nar'])
    expect(await squash(target)).toMatchObject({ changed: false, commit })
    await git(repository, 'fsck', '--strict', '--full')
  })

  test('gives way to a publish that landed meanwhile, and takes it in', async () => {
    const repository = await filled()
    http.beforePush = async () => {
      http.beforePush = null
      await hosts.commit(repository, { 'theirs.narinfo': 'x' })
    }
    const { attempts } = await squash(await hosts.open(urlOf(repository)), ['nar/aa/x.nar'])
    expect(attempts).toBe(2)
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('1')
    expect(await paths(repository)).toEqual([
      ...['README.md', 'nar/aa/y.nar', 'nar/bb/z.nar', 'theirs.narinfo']
    ])
  })

  test('does not stop a publisher that had composed on what was replaced', async () => {
    const repository = await filled()
    const squasher = await hosts.open(repository)
    http.beforePush = async () => {
      http.beforePush = null
      await squash(squasher)
    }
    const nar = scratch.nar('published meanwhile')
    const { attempts } = await hosts.publish(urlOf(repository), [nar])
    expect(attempts).toBe(2)
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('2')
    expect(await paths(repository)).toEqual(expect.arrayContaining([nar.path, 'nar/aa/x.nar']))
  })

  test('counts once when the answer to the push is lost', async () => {
    const repository = await filled()
    http.losePushAnswers = 1
    const { changed, commit } = await squash(await hosts.open(urlOf(repository)))
    expect(changed).toBe(true)
    expect(await git(repository, 'rev-list', 'main')).toBe(commit)
  })
})

describe('a history that nobody may replace is HISTORY_PROTECTED', () => {
  test('by the repository’s own setting', async () => {
    const repository = await filled()
    await git(repository, 'config', 'receive.denyNonFastForwards', 'true')
    await expectProtected(repository)
  })

  test.each([
    ['GitHub', 'error: GH006: Protected branch update failed. Cannot force-push to this branch'],
    ['GitLab', 'GitLab: You are not allowed to force push code to a protected branch.']
  ])('in the words of %s', async (_, words) => {
    const repository = await filled()
    hosts.hook(repository, 'pre-receive', `echo "${words}" >&2; exit 1`)
    await expectProtected(repository)
  })

  async function expectProtected(repository: string): Promise<void> {
    const before = await git(repository, 'rev-parse', 'main')
    await expect(squash(await hosts.open(urlOf(repository)))).rejects.toMatchObject({
      code: 'HISTORY_PROTECTED'
    })
    expect(await git(repository, 'rev-parse', 'main')).toBe(before)
  }
})
