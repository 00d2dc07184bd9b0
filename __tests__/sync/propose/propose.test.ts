import { describe, expect, test } from '@jest/globals'
import { blobSha } from '../../../src/repository/github/git-objects.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  commitOf,
  eachWithTool,
  fileTo,
  makeExecutable,
  onlyPullRequest,
  packagePath,
  packageText,
  partTo,
  proposalTo,
  propose,
  upstream
} from './fixture.ts'

const branch = 'nar-publish/infer-0.76.1'
let github: GitHubServer
eachWithTool((made) => {
  github = made
})

const fileAt = async (ref: string, path = packagePath) =>
  (await github.readFile(upstream, ref, path))?.toString()

describe('a new version', () => {
  test('becomes one commit on the newest base, and a pull request', async () => {
    const base = await github.head(upstream, 'main')
    const proposed = await propose(github, proposalTo('0.76.1'))
    expect(proposed).toEqual({
      operation: 'created',
      number: 1,
      url: `${github.serverUrl}/alice/tool/pull/1`,
      branch,
      commit: await github.head(upstream, branch),
      closed: [],
      notes: []
    })
    const commit = await commitOf(github, upstream, branch)
    expect(commit.parents).toMatchObject([{ sha: base }])
    expect(await fileAt(branch)).toBe(packageText('0.76.1'))
    expect(await fileAt(branch, 'nix/other.nix')).toBe('{ }\n')
    expect(onlyPullRequest(github)).toMatchObject({
      title: 'infer: 0.76.0 → 0.76.1',
      base: 'main',
      isDraft: false,
      author: 'sync-app'
    })
  })

  test('costs few requests, and none names an author', async () => {
    await propose(github, proposalTo('0.76.1'))
    expect(github.counts()).toMatchObject({ writes: 4 })
    const written = github.requests.find(({ call }) => call === 'POST git/commits')
    expect(Object.keys(written?.body ?? {}).sort()).toEqual(['message', 'parents', 'tree'])
  })

  test('keeps the mode of an executable file', async () => {
    await makeExecutable(github)
    await propose(github, proposalTo('0.76.1', { files: [fileTo('0.76.1', '0.76.0', '100755')] }))
    const root = (await commitOf(github, upstream, branch)).tree.sha
    const repository = github.repository(upstream)
    const folder = (await github.objects.tree(repository, root))?.find(({ path }) => path === 'nix')
    expect(await github.objects.tree(repository, String(folder?.sha))).toMatchObject([
      { path: 'infer.nix', mode: '100755' },
      { path: 'other.nix', mode: '100644' }
    ])
  })

  test('makes a file that is new, and says when somebody has made it by now', async () => {
    const made = { ...fileTo('0.76.1'), path: 'nix/new/deps.json', oldBlob: null }
    const files = [fileTo('0.76.1'), made]
    await propose(github, proposalTo('0.76.1', { files }))
    expect(await fileAt(branch, made.path)).toBe(packageText('0.76.1'))
    const again = await propose(github, proposalTo('0.76.1', { files }))
    expect(again.operation).toBe('unchanged')
    await github.commitFiles(upstream, 'main', { [made.path]: 'other' }, 'mine')
    await expect(propose(github, proposalTo('0.76.1', { files }))).rejects.toMatchObject({
      code: 'CHECKOUT_STALE',
      subject: expect.stringContaining(made.path)
    })
  })

  test('leaves a file alone that is as it was, and nothing is opened for such files alone', async () => {
    const same = fileTo('0.76.0')
    const other = { ...fileTo('0.76.1'), path: 'nix/other.nix' }
    const files = [same, { ...other, oldBlob: blobSha(Buffer.from('{ }\n')) }]
    await propose(github, proposalTo('0.76.1', { files }))
    expect(await fileAt(branch)).toBe(packageText('0.76.0'))
    await expect(propose(github, proposalTo('0.76.1', { files: [same] }))).rejects.toMatchObject({
      code: 'INTERNAL'
    })
  })

  test('takes branch, base, title and draft as given', async () => {
    await github.commitFiles(upstream, 'next', { [packagePath]: packageText('0.76.0') }, 'next')
    await propose(github, proposalTo('0.76.1'), {
      branch: 'bump/infer',
      base: 'next',
      title: 'chore: newer infer\nsecond line',
      draft: true
    })
    expect(onlyPullRequest(github)).toMatchObject({
      title: 'chore: newer infer second line',
      base: 'next',
      isDraft: true,
      head: { branch: 'bump/infer' }
    })
    expect((await commitOf(github, upstream, 'bump/infer')).message).toMatch(
      /^chore: newer infer second line\n\n/
    )
  })
})

describe('the same run again', () => {
  test('writes nothing and says so', async () => {
    const first = await propose(github, proposalTo('0.76.1'), wishes)
    expect(first.operation).toBe('created')
    github.reset()
    const second = await propose(github, proposalTo('0.76.1'), wishes)
    expect(second).toEqual({ ...first, operation: 'unchanged' })
    expect(github.counts()).toMatchObject({ writes: 0 })
  })

  test('writes nothing when only its own effort differs', async () => {
    await propose(github, proposalTo('0.76.1'))
    github.reset()
    const { operation } = await propose(
      github,
      proposalTo('0.76.1', {
        counts: { evaluations: { 'x86_64-linux': 9 }, rounds: 1, builds: 1 },
        checks: partTo('').checks.map((check) => ({ ...check, detail: 'at another time' }))
      })
    )
    expect([operation, github.counts().writes]).toEqual(['unchanged', 0])
  })

  test('opens a pull request for a branch whose own was merged', async () => {
    const first = await propose(github, proposalTo('0.76.1'))
    Object.assign(onlyPullRequest(github), { state: 'closed', isMerged: true })
    expect(await propose(github, proposalTo('0.76.1'))).toMatchObject({
      operation: 'created',
      number: 2,
      commit: first.commit
    })
  })

  test('writes title and text that it finds changed, and leaves what people wrote around it', async () => {
    await propose(github, proposalTo('0.76.1'))
    const pullRequest = onlyPullRequest(github)
    const block = String(pullRequest.body)
    pullRequest.body = `Please hurry.\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n\r\n- [x] tested`
    pullRequest.title = 'renamed'
    const proposal = proposalTo('0.76.1', { notes: ['a new note'] })
    expect(await propose(github, proposal)).toMatchObject({ operation: 'updated', number: 1 })
    expect(pullRequest.title).toBe('infer: 0.76.0 → 0.76.1')
    expect(pullRequest.body).toMatch(/^Please hurry\.\r\n\r\n<!-- nar-publish:begin /)
    expect(pullRequest.body).toMatch(/<!-- nar-publish:end -->\r\n\r\n- \[x\] tested$/)
    expect(pullRequest.body).toContain('a new note')
    github.reset()
    await propose(github, proposal)
    expect(github.counts()).toMatchObject({ writes: 0 })
  })

  test('leaves a pull request that a person opened for the branch as it is', async () => {
    await propose(github, proposalTo('0.76.1'))
    const pullRequest = onlyPullRequest(github)
    Object.assign(pullRequest, { title: 'Mine', body: 'my words', author: 'bob' })
    const { operation, notes } = await propose(github, proposalTo('0.76.1'), wishes)
    expect(pullRequest).toMatchObject({ labels: [], reviewers: [] })
    expect([operation, pullRequest.title, pullRequest.body]).toEqual([
      'unchanged',
      'Mine',
      'my words'
    ])
    expect(notes).toEqual([
      'pull request #1 of this branch was not written by nar-publish: its title and text are left as they are'
    ])
  })
})

describe('a checkout that is not base’s newest', () => {
  test.each([
    ['changed there', { [packagePath]: 'other\n' }, /^it was changed on the branch since/],
    ['gone there', { [packagePath]: null }, /^the branch does not have it/],
    [
      'already as wanted',
      { [packagePath]: packageText('0.76.1') },
      /^the branch already has what this run would write/
    ]
  ])('is refused: the file is %s', async (_, files, reason) => {
    await github.commitFiles(upstream, 'main', files, 'moved on')
    await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
      code: 'CHECKOUT_STALE',
      subject: `alice/tool branch "main", ${packagePath}`,
      reason: expect.stringMatching(reason)
    })
    expect(github.counts()).toMatchObject({ writes: 0 })
  })

  test('is refused when the file’s mode is another one', async () => {
    await makeExecutable(github)
    await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
      code: 'CHECKOUT_STALE',
      reason: expect.stringMatching(/^its mode is 100755 there and 100644 in the checkout/)
    })
  })

  test('a base that does not exist is named', async () => {
    await expect(propose(github, proposalTo('0.76.1'), { base: 'absent' })).rejects.toMatchObject({
      code: 'BASE_MISSING',
      subject: 'alice/tool branch "absent"'
    })
  })
})

const wishes = { labels: ['nix'], reviewers: ['bob', 'alice/core'] }
