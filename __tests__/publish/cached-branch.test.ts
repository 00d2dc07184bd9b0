/** `cached-branch`: a branch of the source that is at a commit when readers get all of it, and never before. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cachedBranchBadge } from '../../src/publish/cached-branch/badge.ts'
import { formatExpected, type BesideRows } from '../../src/publish/expected-rows.ts'
import type { Manifest } from '../../src/publish/packed-folder/manifest.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { parseStorePath } from '../../src/store-path.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { addStorePaths, buildStorePath, deleteStorePaths } from '../support/store-paths.ts'
import { runPhase } from './phases.ts'
import { otherSecret, someSecret } from './support.ts'

const store = 'alice/store'
const project = 'alice/project'

let github: GitHubServer
let folder: string
let added: string[]
let [first, second, signed, packed] = ['', '', '', '']
/** Of `main`, oldest first. */
let commits: string[]
/** On top of the first of these, beside the others. */
let aside = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cached-branch-'))
  github = await startGitHub({
    repositories: [{ name: store }, { name: project }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      'store-only': { login: 'alice', access: 'write', repositories: [store] },
      reader: { login: 'alice', access: 'read' }
    }
  })
  const commit = (branch: string, name: string): Promise<string> =>
    github.commitFiles(project, branch, { [name]: name }, name)
  commits = []
  for (const name of ['1', '2', '3']) commits.push(await commit('main', name))
  aside = await commit('aside', 'aside')
  added = [...addStorePaths('cached', 2), buildStorePath('cached-built')]
  ;[first = '', second = '', signed = ''] = added
  await publish({ paths: first, 'cached-branch': '' })
  packed = join(folder, 'packed')
  const pack = { phase: 'pack', paths: second, 'output-directory': packed, token: 'reader' }
  await runPhase(pack, { github, folder, env: job })
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
  deleteStorePaths(added)
})

let branch = ''
let branches = 0
beforeEach(() => {
  branches += 1
  branch = `cached-${branches}`
})

const job = { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }

/** No time to wait: what is not served now is not. */
const limits = { servedTime: 0 }

function run(
  inputs: Record<string, string>,
  env: Record<string, string> = {}
): Promise<Reported<PublishReport>> {
  const given = { token: 'writer', unsigned: 'true', verify: 'none', 'cached-branch': branch }
  const [sha = ''] = commits
  const options = { github, folder, limits, env: { ...job, GITHUB_SHA: sha, ...env } }
  return runPhase({ ...given, ...inputs }, options)
}

/** Without another job. */
function publish(
  inputs: Record<string, string>,
  env: Record<string, string> = {}
): Promise<Reported<PublishReport>> {
  return run({ paths: first, ...inputs }, env)
}

/** As the job does that follows a matrix, of which every artifact was held: what the store has, unless it is said otherwise. */
function commit(
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
  beside: Partial<BesideRows> = held(first)
): Promise<Reported<PublishReport>> {
  const expected = formatExpected([], { held: [], failures: [], ...beside })
  return run({ phase: 'commit', packed: join(folder, 'none'), expected, ...inputs }, env)
}

function held(storePath: string): Partial<BesideRows> {
  return { held: [{ attribute: '.#hello', system: 'x86_64-linux', storePath }] }
}

const at = (index: number): Record<string, string> => ({ GITHUB_SHA: commits[index] ?? '' })

const head = (): Promise<string | null> => github.head(project, branch)

/** Nothing became of the branch, which the report says. */
async function expectLeft(ran: Promise<Reported<PublishReport>>, why: RegExp): Promise<void> {
  const before = await head()
  const { report, error } = await ran
  expect(error).toBeNull()
  const [note = '', ...others] = report.notes.filter((one) => one.includes(branch))
  expect(note).toContain(`Branch "${branch}" was left where it is: `)
  expect(note).toMatch(why)
  expect(others).toEqual([])
  expect(report.cachedBranch).toBeUndefined()
  expect(await head()).toBe(before)
}

describe('the branch', () => {
  test('is made, moves forward as commits come, and never back', async () => {
    const made = await publish({}, at(0))
    expect(made).toMatchObject({ error: null, report: { outcome: 'nothing-new' } })
    expect(made.report.cachedBranch).toEqual({
      name: branch,
      repository: project,
      commit: { sha: commits[0], url: `${github.serverUrl}/${project}/commit/${commits[0] ?? ''}` },
      isMoved: true,
      badge: null
    })
    expect(await head()).toBe(commits[0])
    // The newer one ends first.
    await commit({}, at(2))
    expect(await head()).toBe(commits[2])
    await expectLeft(commit({}, at(1)), /it is at [0-9a-f]{40}, which comes after [0-9a-f]{40}/)
    const again = await commit({}, at(2))
    expect(again.report.cachedBranch).toMatchObject({ isMoved: false })
    expect(await head()).toBe(commits[2])
  })

  test('is at the newer commit whichever of two runs comes last', async () => {
    await commit({}, at(0))
    let other: Promise<unknown> | null = null
    const unhook = github.beforeRefUpdate(async ({ repository }) => {
      if (repository === project && other === null) await (other = commit({}, at(2)))
    })
    const older = await commit({}, at(1))
    unhook()
    expect(older.error).toBeNull()
    expect(older.report.notes.join()).toContain('which comes after')
    expect(await head()).toBe(commits[2])
  })

  test('is moved once when the answer is lost', async () => {
    const lost = github.loseReply({ method: 'POST', path: `/repos/${project}/git/refs` })
    const { report, error } = await commit({}, at(1))
    expect(lost.hits).toBe(1)
    expect(error).toBeNull()
    expect(report.cachedBranch).toMatchObject({ isMoved: true })
    expect(await head()).toBe(commits[1])
  })

  test('is not set to a commit that does not come after it: that is an error', async () => {
    await commit({}, at(1))
    const { report, error } = await commit({}, { GITHUB_SHA: aside })
    expect(error).toMatchObject({ code: 'CACHED_BRANCH_DIVERGED' })
    expect(report.outcome).toBe('nothing-new')
    expect(report.notes.join()).toContain(`Branch "${branch}" was not moved: `)
    expect(await head()).toBe(commits[1])
  })

  test('costs three requests to the source, and of readers’ two for a path', async () => {
    await commit({}, at(0))
    github.reset()
    const { report } = await commit({}, at(1))
    const ofSource = github.requests.filter(({ path }) => path.startsWith(`/repos/${project}`))
    expect(ofSource.map(({ call }) => call)).toEqual([
      'GET repository',
      'GET commits',
      'PATCH git/refs'
    ])
    const { hash } = parseStorePath(first)
    const readers = github.requests.filter(
      ({ path }) => path.includes('/raw/main/') && /narinfo$|\/nar\/|nix-cache-info$/.test(path)
    )
    const asked = readers.map(
      ({ method, path }) => `${method} ${path.split('/raw/main/')[1] ?? ''}`
    )
    expect(asked.slice(-4)).toEqual([
      `HEAD ${hash}.narinfo`,
      'GET nix-cache-info',
      `GET ${hash}.narinfo`,
      expect.stringMatching(/^HEAD nar\//)
    ])
    expect(report.requests.api).toBe(github.counts().api)
  })
})

describe('it is left, and the run says why', () => {
  test('when something failed', async () => {
    const { report, error } = await publish({ paths: `${first}\n${first}-gone` })
    expect(error).not.toBeNull()
    expect(report.notes.join()).toContain(
      `Branch "${branch}" was left where it is: not all that was expected has landed (`
    )
    expect(await head()).toBeNull()
  })

  test('when something did not evaluate', () =>
    expectLeft(
      commit(
        {},
        {},
        { ...held(first), failures: [{ attribute: '.#x', code: 'EVALUATION_FAILED' }] }
      ),
      /the matrix has no row for "\.#x", which failed there/
    ))

  test('when what the matrix found is not there any more', () =>
    expectLeft(
      commit({}, {}, held(second)),
      /the cache does not hold \/nix\/store\/\S+-cached-1\./
    ))

  test('when nothing was expected', async () => {
    await expectLeft(commit({}, {}, {}), /nothing was expected/)
    await expectLeft(run({ unpin: 'nothing' }), /nothing was expected/)
  })

  test('when no key that readers are told has signed it', async () => {
    const target = { 'target-branch': `signed-${branches}`, unsigned: 'false' }
    const inputs = { paths: signed, 'signing-key': someSecret, ...target }
    await publish(inputs)
    expect(await head()).toBe(commits[0])
    const { hash } = parseStorePath(signed)
    const file = `${hash}.narinfo`
    const text = (await github.readFile(store, target['target-branch'], file))?.toString() ?? ''
    const unsigned = text.replace(/^Sig: .*\n/gm, '')
    await github.commitFiles(store, target['target-branch'], { [file]: unsigned }, 'unsigned')
    const keys = { 'signing-key': otherSecret, ...target }
    await expectLeft(
      commit(keys, {}, held(signed)),
      /no key that readers are told has signed \/nix/
    )
  })

  test.each([
    ['late', { missingRawMs: 3_600_000 }, /readers do not get it yet .*ADDRESS_LATE/],
    ['closed', { rawClosedTo: 'strangers' }, /\(it answers 429\)/]
  ] as const)('when the address is %s', async (_name, conditions, why) => {
    github.change(conditions)
    try {
      await expectLeft(commit(), why)
    } finally {
      github.change({ missingRawMs: 0, rawClosedTo: 'nobody' })
    }
  })

  test('when the address has the narinfo and not its NAR', async () => {
    const gone = { path: /\/raw\/main\/nar\// }
    const planned = github.failNext(gone, { status: 404, message: 'Not Found' })
    await expectLeft(commit(), /readers do not get it yet/)
    expect(planned.hits).toBe(1)
  })

  test.each([
    ['a dry run', { 'dry-run': 'true' }, {}, /this is a dry run/],
    ['a tag', {}, { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' }, /the run is for a tag/],
    ['a pull request', {}, { GITHUB_EVENT_NAME: 'pull_request' }, /for a pull request from a fork/],
    ...['pull_request_target', 'workflow_run', 'release'].map(
      (event) =>
        [
          event,
          // Else the first two are refused altogether.
          { 'on-pull-request': 'publish' },
          { GITHUB_EVENT_NAME: event },
          /is for no commit of a branch/
        ] as const
    )
  ] as const)('in a run for %s, where the source is not asked', async (_name, inputs, env, why) => {
    github.reset()
    const payload = join(folder, 'fork.json')
    const repository = (full_name: string) => ({ repo: { full_name } })
    const ends = { head: repository('bob/project'), base: repository(project) }
    writeFileSync(payload, JSON.stringify({ pull_request: ends }))
    await expectLeft(commit(inputs, { GITHUB_EVENT_PATH: payload, ...env }), why)
    expect(github.requests.filter(({ path }) => path.startsWith(`/repos/${project}`))).toEqual([])
  })
})

describe('what was built elsewhere does not speak for the commit', () => {
  const sourceOf = (revision: string) => ({ repository: project, revision })
  test.each([
    ['another commit', sourceOf('f'.repeat(40)), /was built from alice\/project at f{40}/],
    ['nobody knows what', null, /files of which nobody knows that they are that commit’s/]
  ])('of %s', async (_name, source, reason) => {
    const copy = mkdtempSync(join(folder, 'copy-'))
    cpSync(packed, copy, { recursive: true })
    const file = join(copy, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    const artifacts = manifest.artifacts.map((one) => ({
      ...one,
      attribute: '.#x',
      origin: { source, runUrl: null }
    }))
    writeFileSync(file, JSON.stringify({ ...manifest, artifacts }))
    const [{ name, system } = { name: '', system: '' }] = artifacts
    const row = { name, system, os: 'ubuntu-24.04', attribute: '.#x', pnames: [name] }
    const expected = formatExpected([row])
    const { report, error } = await run({ phase: 'commit', packed: copy, expected })
    expect(error).toMatchObject({
      code: 'CACHED_BRANCH_MISMATCH',
      reason: expect.stringMatching(reason)
    })
    expect(report.artifacts).toEqual([second])
    expect(await head()).toBeNull()
  })
})

test('a token that may not write the source is told so, and all is published', async () => {
  const { report, error } = await publish({ token: 'store-only' })
  expect(error).toMatchObject({
    code: 'TOKEN_FORBIDDEN',
    subject: project,
    hint: expect.stringContaining('“Contents: read and write” of the source repository')
  })
  expect(report.artifacts).toEqual([first])
  expect(report.notes.join()).toContain(`Branch "${branch}" was not moved: TOKEN_FORBIDDEN`)
})

describe('refused', () => {
  const expected = formatExpected([])
  const commits = { phase: 'commit', packed: 'none', paths: '', expected }
  test.each([
    ['the branch of the run', { 'cached-branch': 'refs/heads/main' }, {}, 'INPUT_INVALID'],
    ['a name that Git has not', { 'cached-branch': 'a..b' }, {}, 'BRANCH_INVALID'],
    ['the sources of a closure', { closure: 'source' }, {}, 'INPUT_INVALID'],
    ['a terminal', {}, { GITHUB_EVENT_NAME: undefined }, 'INPUT_INVALID'],
    ['a commit that knows nothing', { ...commits, expected: '' }, {}, 'INPUT_MISSING'],
    ['one of rows alone', { ...commits, expected: '{"include":[]}' }, {}, 'INPUT_INVALID'],
    [
      'the branch of the cache',
      { 'target-repository': project, 'target-branch': 'nix-cache', 'cached-branch': 'nix-cache' },
      {},
      'INPUT_INVALID'
    ]
  ])('%s, before anything is asked of the source', async (_name, inputs, env, code) => {
    github.reset()
    const all = { ...job, ...env } as Record<string, string>
    const ran = Promise.resolve().then(() => publish(inputs, all))
    await expect(ran).rejects.toMatchObject({ code })
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('the default branch, of a run for another one', async () => {
    const before = await github.head(project, 'main')
    const { error } = await commit(
      { 'cached-branch': 'main' },
      { GITHUB_REF_NAME: 'release', ...at(2) }
    )
    expect(error).toMatchObject({
      code: 'INPUT_INVALID',
      reason: 'it is the default branch of alice/project'
    })
    expect(await github.head(project, 'main')).toBe(before)
  })
})

test('its badge counts what is not cached, and no name ends it', () => {
  const badge = cachedBranchBadge({ repository: project, name: 'a)](x&b', followed: 'main' })
  expect(badge).toBe(
    '[![commits not cached yet](https://img.shields.io/github/commits-difference/alice/project?base=a%29%5D%28x%26b&head=main&label=commits+not+cached+yet)](https://github.com/alice/project/compare/a%29%5D%28x%26b...main)'
  )
})
