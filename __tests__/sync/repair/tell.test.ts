/** Where a repair is told and not committed: a comment on a fork's pull request, a check run, and machines that disagree. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkRequests } from '../../support-github/client.ts'
import { isWriting } from '../../support/github/recorder.ts'
import type { FileChanges } from '../../support/github/somebody-else.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import {
  commit,
  documentOf,
  editsTo,
  editTo,
  fork,
  hashOf,
  openPullRequest,
  packagePath,
  packageText,
  repository,
  startTool,
  workflowPath,
  type Opened
} from './fixture.ts'

let github: GitHubServer
let scratch: string

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'nar-publish-repair-'))
  github = await startTool()
})

afterAll(async () => {
  await github.close()
  checkRequests(github)
  rmSync(scratch, { recursive: true })
})

const edit = (newHash = hashOf('new')) => editTo(packagePath, packageText, newHash)

function commentsOf({ number }: Opened) {
  const found = github.pullRequests(repository).find((one) => one.number === number)
  if (found === undefined) throw new Error(`there is no #${number}`)
  return found.comments
}

describe('a fork’s pull request', () => {
  test('has one comment with the patch: made, kept, changed, and taken away when nothing is left', async () => {
    const one = await openPullRequest(github, 'luna-2', { from: fork, author: 'mallory' })
    const told = (hash: string) => commit(github, scratch, one, documentOf(one.head, [edit(hash)]))
    expect(await told(hashOf('new'))).toMatchObject({ outcome: 'commented' })
    const [first] = commentsOf(one)
    expect(first?.body).toContain(
      `-  vendorHash = "${hashOf('old')}";\n+  vendorHash = "${hashOf('new')}";`
    )
    const before = github.requests.length
    expect(await told(hashOf('new'))).toMatchObject({ outcome: 'commented' })
    expect(
      github.requests
        .slice(before)
        .filter((request) => isWriting(request) && request.path !== '/graphql')
    ).toEqual([])
    await told(hashOf('newer'))
    expect(commentsOf(one)).toEqual([{ ...first, body: expect.stringContaining(hashOf('newer')) }])
    // A run that failed left nothing, and knows nothing.
    const failed = { event: { conclusion: 'failure' } }
    expect(await commit(github, scratch, one, null, failed)).toMatchObject({ outcome: 'clean' })
    expect(commentsOf(one)).toHaveLength(1)
    // Nor does one that left no word at all.
    expect(await commit(github, scratch, one, null)).toMatchObject({ outcome: 'clean' })
    expect(commentsOf(one)).toHaveLength(1)
    const clean = documentOf(one.head, [])
    expect(await commit(github, scratch, one, clean)).toMatchObject({ outcome: 'uncommented' })
    expect(commentsOf(one)).toEqual([])
    expect(await commit(github, scratch, one, clean)).toMatchObject({ outcome: 'clean' })
  })

  test('keeps a stranger’s comment that says our marker, and gets one of ours beside it', async () => {
    const one = await openPullRequest(github, 'luna-3', { from: fork, author: 'mallory' })
    const theirs = {
      id: 4711,
      author: 'mallory',
      body: '<!-- nar-publish:repair -->\nAll is well.'
    }
    commentsOf(one).push({ ...theirs })
    await commit(github, scratch, one, documentOf(one.head, [edit()]))
    expect(commentsOf(one)).toMatchObject([theirs, { author: 'github-actions[bot]' }])
    await commit(github, scratch, one, documentOf(one.head, []))
    expect(commentsOf(one)).toEqual([theirs])
  })

  test('cannot end the block that its own lines stand in', async () => {
    const text = packageText.replace('src = ./.;', 'src = ./.; # ```\n# @alice ````')
    const files = { [packagePath]: text }
    const one = await openPullRequest(github, 'ticks', { from: fork, author: 'mallory', files })
    await commit(
      github,
      scratch,
      one,
      documentOf(one.head, [editTo(packagePath, text, hashOf('new'))])
    )
    expect(commentsOf(one)[0]?.body).toMatch(/\n`````diff\n[^]*\n`````\n/)
  })

  test('of a thousand hashes has a comment that GitHub takes', async () => {
    const lines = Array.from(
      { length: 900 },
      (_, index) => `hash${index} = "${hashOf(`x${index}`)}";`
    )
    const text = `{ ${lines.join('\n')} }\n`
    const one = await openPullRequest(github, 'long', {
      from: fork,
      author: 'mallory',
      files: { 'long.nix': text }
    })
    const edits = editsTo(
      'long.nix',
      text,
      lines.map((_, index) => hashOf(`y${index}`))
    )
    await commit(github, scratch, one, documentOf(one.head, edits))
    const [{ body } = { body: '' }] = commentsOf(one)
    expect(body.length).toBeLessThan(65_536)
    expect(body).toContain('too long for a comment')
  })
})

describe('with annotate', () => {
  const annotate = { inputs: { annotate: true } }
  const last = () => github.checkRuns(repository).at(-1)

  test('each stale hash is named at its line by a check run that fails, and nothing is committed', async () => {
    const one = await openPullRequest(github, 'told')
    const report = await commit(github, scratch, one, documentOf(one.head, [edit()]), annotate)
    expect(report).toMatchObject({ outcome: 'annotated', commit: null })
    expect(last()).toMatchObject({
      name: 'nar-publish: hashes',
      head_sha: one.head,
      status: 'completed',
      conclusion: 'failure',
      output: {
        title: '1 hash stale',
        annotations: [
          {
            path: packagePath,
            start_line: 4,
            end_line: 4,
            annotation_level: 'failure',
            title: 'stale hash of tool-go-modules',
            message: `vendorHash is stale: ${hashOf('new')}`
          }
        ]
      }
    })
    expect(await github.head(repository, one.branch)).toBe(one.head)
  })

  test('more than fifty go in several requests, each once', async () => {
    const text = (await github.readFile(repository, 'main', 'many.nix'))?.toString() ?? ''
    const edits = editsTo(
      'many.nix',
      text,
      Array.from({ length: 120 }, (_, index) => hashOf(`z${index}`))
    )
    const one = await openPullRequest(github, 'many')
    await commit(github, scratch, one, documentOf(one.head, edits), annotate)
    const messages = last()?.output.annotations.map(({ message }) => message)
    expect(messages).toEqual(edits.map(({ newHash }, index) => `hash${index} is stale: ${newHash}`))
  })

  test.each([
    ['success', 'success', 'no hash has become stale'],
    ['failure', 'neutral', 'it is not known whether hashes are stale'],
    ['cancelled', 'neutral', 'it is not known whether hashes are stale'],
    [null, 'neutral', 'it is not known whether hashes are stale']
  ])('a run that ended with %s and left nothing is %s', async (ended, conclusion, title) => {
    const one = await openPullRequest(github, `ended-${ended}`)
    const event = { conclusion: ended }
    await commit(github, scratch, one, documentOf(one.head, []), { ...annotate, event })
    expect(last()).toMatchObject({ conclusion, output: { title, annotations: [] } })
    if (ended === 'success') {
      expect(last()?.output.summary).toBe(
        `Nothing that #${one.number} changes needs another hash than it has, on \`x86_64-linux\`.`
      )
    }
  })

  test.each<[string, string, string | null, FileChanges, boolean]>([
    ['left no word', 'left no word', workflowPath, {}, false],
    ['has a workflow of its own', 'not as the default', workflowPath, { [workflowPath]: '' }, true],
    [
      'brings a workflow by that name',
      'not as the default',
      '.github/workflows/`z`.yml',
      { '.github/workflows/`z`.yml': 'name: repair' },
      true
    ],
    ['ran a workflow that GitHub does not name', 'not as the default', null, {}, true]
  ])(
    'a pull request that %s has no success, however well its run ended',
    async (what, says, workflow, files, isLeft) => {
      const branch = what.replaceAll(' ', '-')
      const one = await openPullRequest(github, branch, { files: { 'go.mod': what, ...files } })
      const document = isLeft ? documentOf(one.head, []) : null
      await commit(github, scratch, one, document, { ...annotate, event: { workflow } })
      expect(last()).toMatchObject({
        head_sha: one.head,
        conclusion: 'neutral',
        output: { summary: expect.stringContaining(says) }
      })
    }
  )

  test('a token without `checks: write` is told so', async () => {
    const one = await openPullRequest(github, 'weak')
    const inputs = { annotate: true, token: 'weak' }
    await expect(
      commit(github, scratch, one, documentOf(one.head, [edit()]), { inputs })
    ).rejects.toMatchObject({
      code: 'TOKEN_FORBIDDEN',
      hint: expect.stringContaining('checks: write')
    })
  })
})

test('a person’s commit has no word for Dependabot, and Dependabot’s has', async () => {
  const messages: string[] = []
  for (const author of ['bob', 'renovate[bot]', 'dependabot[bot]']) {
    const one = await openPullRequest(github, `by-${author.replace(/\W/g, '')}`, { author })
    const { commit: made } = await commit(github, scratch, one, documentOf(one.head, [edit()]))
    const found = await github.objects.commit(github.repository(repository), made?.sha ?? '')
    messages.push(found?.message ?? '')
  }
  expect(
    messages.map((message) => message.includes('\n\n[dependabot skip]\n\nNar-Publish-Tree: '))
  ).toEqual([false, false, true])
  expect(messages[0]).toContain(
    `${packagePath}:4 (tool-go-modules, x86_64-linux)\n  old: ${hashOf('old')}\n  new: ${hashOf('new')}`
  )
})

test('machines that disagree about a hash are told apart, and what they agree on is one edit', async () => {
  const one = await openPullRequest(github, 'machines')
  const leave = (newHash: string) => (folder: string) => {
    for (const [system, hash] of [
      ['x86_64-linux', hashOf('new')],
      ['aarch64-linux', newHash]
    ] as const) {
      const own = { ...editTo(packagePath, packageText, hash), systems: [system] }
      const document = { ...documentOf(one.head, [own]), systems: [system] }
      writeFileSync(join(folder, `repair-${system}.json`), JSON.stringify(document))
    }
  }
  await expect(
    commit(github, scratch, one, null, { leave: leave(hashOf('else')) })
  ).rejects.toMatchObject({ code: 'HASH_AMBIGUOUS' })
  // One that found it right as it stands needs no edit, and has its say all the same.
  const { file, start, end, line, text } = edit()
  const right = (folder: string): void => {
    const documents = [
      documentOf(one.head, [edit()]),
      {
        ...documentOf(one.head, []),
        systems: ['aarch64-linux'],
        kept: [{ file, start, end, line, text }]
      }
    ]
    for (const [index, document] of documents.entries()) {
      writeFileSync(join(folder, `${index}.json`), JSON.stringify(document))
    }
  }
  await expect(commit(github, scratch, one, null, { leave: right })).rejects.toMatchObject({
    code: 'HASH_AMBIGUOUS',
    reason: expect.stringMatching(/^it is right for aarch64-linux, and for x86_64-linux /)
  })
  const report = await commit(github, scratch, one, null, { leave: leave(hashOf('new')) })
  expect(report).toMatchObject({
    outcome: 'committed',
    edits: [{ systems: ['aarch64-linux', 'x86_64-linux'] }]
  })
})

test('a pull request of the default branch has its comment taken away as well', async () => {
  const one = await openPullRequest(github, 'main')
  const told = documentOf(one.head, [edit()])
  expect(await commit(github, scratch, one, told)).toMatchObject({ outcome: 'commented' })
  expect(commentsOf(one)).toHaveLength(1)
  const clean = documentOf(one.head, [])
  expect(await commit(github, scratch, one, clean)).toMatchObject({ outcome: 'uncommented' })
  expect(commentsOf(one)).toEqual([])
})
