import { expect, test } from '@jest/globals'
import { blobSha } from '../../../src/repository/github/git-objects.ts'
import { createClient } from '../../support-github/client.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  changeTo,
  commitOf,
  eachWithTool,
  fileTo,
  onlyPullRequest,
  packagePath,
  packageText,
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

test('a branch of ours gets another commit on top when the change is another one', async () => {
  const first = await propose(github, proposalTo('0.76.1'))
  const better = Buffer.from(`# better\n${packageText('0.76.1')}`)
  const files = [{ ...fileTo('0.76.1'), content: better }]
  const second = await propose(github, proposalTo('0.76.1', { files }))
  expect(second).toMatchObject({ operation: 'updated', number: 1 })
  expect((await commitOf(github, upstream, branch)).parents).toMatchObject([{ sha: first.commit }])
  expect(await fileAt(branch)).toBe(better.toString())
})

test('a branch of ours loses a file that an earlier run changed and this one does not', async () => {
  const other = {
    path: 'nix/other.nix',
    mode: '100644' as const,
    oldBlob: blobSha(Buffer.from('{ }\n')),
    content: Buffer.from('{ a }\n')
  }
  await propose(github, proposalTo('0.76.1', { files: [fileTo('0.76.1'), other] }))
  expect(await fileAt(branch, other.path)).toBe('{ a }\n')
  await propose(github, proposalTo('0.76.1'))
  expect(await fileAt(branch, other.path)).toBe('{ }\n')
})

test('a branch of ours stays as it is while base moves on in other files', async () => {
  await propose(github, proposalTo('0.76.1'))
  await github.commitFiles(upstream, 'main', { 'nix/other.nix': 'x\n' }, 'other')
  github.reset()
  expect(await propose(github, proposalTo('0.76.1'))).toMatchObject({ operation: 'unchanged' })
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('a branch of ours merges base once that has moved on in the same files', async () => {
  const first = await propose(github, proposalTo('0.76.1'))
  const moved = await github.commitFiles(
    upstream,
    'main',
    { [packagePath]: `# note\n${packageText('0.76.0')}` },
    'note'
  )
  const content = Buffer.from(`# note\n${packageText('0.76.1')}`)
  const oldBlob = blobSha(Buffer.from(`# note\n${packageText('0.76.0')}`))
  const files = [{ ...fileTo('0.76.1'), oldBlob, content }]
  const proposal = proposalTo('0.76.1', { files })
  expect(await propose(github, proposal)).toMatchObject({ operation: 'updated', number: 1 })
  expect((await commitOf(github, upstream, branch)).parents).toMatchObject([
    { sha: first.commit },
    { sha: moved }
  ])
  expect(await fileAt(branch)).toBe(content.toString())
  github.reset()
  await propose(github, proposal)
  expect(github.counts()).toMatchObject({ writes: 0 })
})

test('a branch of ours merges base when the files came out the same there by another way', async () => {
  await propose(github, proposalTo('0.76.1'))
  await github.commitFiles(upstream, 'main', { [packagePath]: packageText('0.76.0.1') }, 'patch')
  const proposal = proposalTo('0.76.1', {
    change: changeTo('0.76.1', '0.76.0.1'),
    files: [fileTo('0.76.1', '0.76.0.1')]
  })
  expect(await propose(github, proposal)).toMatchObject({ operation: 'updated' })
  expect((await commitOf(github, upstream, branch)).parents).toHaveLength(2)
})

test('a branch of ours that base has merged is used again', async () => {
  const { commit } = await propose(github, proposalTo('0.76.1'), { branch: 'update' })
  const client = createClient(github, 'app')
  expect((await client.updateRef(upstream, 'main', String(commit))).status).toBe(200)
  const moved = await github.commitFiles(upstream, 'main', { 'nix/other.nix': 'x\n' }, 'other')
  const next = proposalTo('0.77.0', {
    change: changeTo('0.77.0', '0.76.1'),
    files: [fileTo('0.77.0', '0.76.1')]
  })
  await propose(github, next, { branch: 'update' })
  expect((await commitOf(github, upstream, 'update')).parents).toMatchObject([{ sha: moved }])
})

test('base itself is no branch for a pull request', async () => {
  const main = await github.head(upstream, 'main')
  await expect(propose(github, proposalTo('0.76.1'), { branch: 'main' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    subject: 'input branch'
  })
  expect(await github.head(upstream, 'main')).toBe(main)
})

test.each([
  [
    'as base has it',
    async () => {
      await startBranch((await commitOf(github, upstream, 'main')).sha)
      await github.commitFiles(upstream, 'main', { 'nix/other.nix': 'x\n' }, 'other')
    }
  ],
  ['before our first', () => startBranchWith({ 'README.md': 'mine\n' })],
  ['in the same file', () => startBranchWith({ [packagePath]: packageText('0.76.1') })],
  [
    'on top of ours, since its pull request was merged',
    async () => {
      await afterOurs({ 'nix/other.nix': 'mine\n' })
      const [ours] = (await commitOf(github, upstream, branch)).parents
      const closedAt = { head: ours?.sha, base: '' }
      Object.assign(onlyPullRequest(github), { state: 'closed', isMerged: true, closedAt })
    }
  ],
  [
    'on top of ours, in a pull request that is a person’s',
    async () => {
      await afterOurs({ 'nix/other.nix': 'mine\n' })
      onlyPullRequest(github).body = 'my words'
    }
  ]
])('a branch is not written to when somebody’s own commit is on it, %s', async (_, act) => {
  await act()
  const head = await github.head(upstream, branch)
  const texts = github.pullRequests(upstream).map(({ title, body }) => ({ title, body }))
  github.reset()
  const proposal = proposalTo('0.76.1', { notes: ['new'] })
  await expect(propose(github, proposal)).rejects.toMatchObject({
    code: 'BRANCH_NOT_OURS',
    subject: `alice/tool branch "${branch}"`
  })
  expect(await github.head(upstream, branch)).toBe(head)
  expect(github.counts()).toMatchObject({ writes: 0 })
  expect(github.pullRequests(upstream).map(({ title, body }) => ({ title, body }))).toEqual(texts)
})

test('the error names the commit that is somebody’s own', async () => {
  await startBranchWith({ 'nix/other.nix': 'mine\n' })
  const head = String(await github.head(upstream, branch)).slice(0, 12)
  await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
    reason: `commit ${head} by "Somebody Else", "my own", was not made by nar-publish, or was changed since`
  })
})

test('a branch with more commits than we make is somebody’s own', async () => {
  const client = createClient(github, 'app')
  const { sha, tree } = await commitOf(github, upstream, 'main')
  let parent = sha
  for (let n = 0; n < 101; n++) {
    const commit = {
      message: `t ${n}\n\nNar-Publish-Tree: ${tree.sha}`,
      tree: tree.sha,
      parents: [parent]
    }
    parent = await client.make(upstream, 'commits', commit)
  }
  await startBranch(parent)
  await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
    code: 'BRANCH_NOT_OURS',
    reason: 'it holds more commits than nar-publish makes'
  })
})

test('a branch is somebody’s own when it has another history', async () => {
  const { tree } = await commitOf(github, upstream, 'main')
  const orphan = { message: 'orphan', tree: tree.sha, parents: [] }
  await startBranch(await createClient(github, 'app').make(upstream, 'commits', orphan))
  await expect(propose(github, proposalTo('0.76.1'))).rejects.toMatchObject({
    code: 'BRANCH_NOT_OURS',
    reason: 'it has nothing in common with the base branch'
  })
})

async function startBranch(sha: string): Promise<void> {
  const ref = { ref: `refs/heads/${branch}`, sha }
  const { status } = await createClient(github, 'app').call(
    'POST',
    `/repos/${upstream}/git/refs`,
    ref
  )
  expect(status).toBe(201)
}

async function startBranchWith(files: Record<string, string>): Promise<void> {
  await startBranch((await commitOf(github, upstream, 'main')).sha)
  await github.commitFiles(upstream, branch, files, 'my own')
}

async function afterOurs(files: Record<string, string>): Promise<void> {
  if ((await github.head(upstream, branch)) === null) await propose(github, proposalTo('0.76.1'))
  await github.commitFiles(upstream, branch, files, 'my fix\n\nbody')
}
