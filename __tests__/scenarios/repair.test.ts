/**
 * Repairs of other people's pull requests, through the bundle: each head is looked at in a job without a token, and what that leaves is
 * committed by a run of `workflow_run`, which has no checkout and no Nix.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createClient } from '../support-github/client.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { fillRepairs, type BumpName, type RepairFixture } from '../support/repair-packages.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'
import {
  machineOf,
  startStories,
  startSyncRuns,
  storyTime,
  type SyncRun,
  type SyncRuns
} from '../support/sync-run.ts'
import { Artifacts } from '../support/workflow-artifacts.ts'
import { checkoutAction } from '../support/workflow-checkout.ts'
import { runWorkflow, type WorkflowEnd } from '../support/workflow-run.ts'

const repository = 'alice/tools'
const file = `repair-${ownSystem}.json`

let runs: SyncRuns
let fixture: RepairFixture
let stories: Record<BumpName, Promise<Story>>

beforeAll(async () => {
  runs = await startSyncRuns({
    repositories: [{ name: repository }, { name: 'mallory/tools', forkOf: repository }],
    conditions: { git: 'served' }
  })
  fixture = await fillRepairs(runs.set)
  await runs.place(repository, fixture.base)
  const all = Object.keys(fixture.bumps) as BumpName[]
  // One after the other, as each begins at main's newest commit.
  for (const name of all) await open(name)
  const names = all.filter((name) => name !== 'person')
  const tell = (name: BumpName) => [name, () => repair(name)] as const
  stories = startStories(
    Object.fromEntries(names.map(tell)) as Record<BumpName, () => Promise<Story>>
  )
  await Promise.allSettled(Object.values(stories))
}, storyTime)

afterAll(() => runs.close())

interface Story {
  compute: SyncRun
  /** What it left. */
  files: string[]
  commit: SyncRun
  number: number
  head: string
}

async function open(name: BumpName): Promise<void> {
  const { author, branch, fork = repository, changes } = fixture.bumps[name]
  const main = (await runs.github.head(repository, 'main')) ?? ''
  const client = createClient(runs.github, 'app-token')
  if (fork === repository) {
    const ref = `refs/heads/${branch}`
    await client.call('POST', `/repos/${fork}/git/refs`, { ref, sha: main })
  } else {
    await client.call('POST', `/repos/${fork}/merge-upstream`, { branch })
  }
  await runs.github.commitFiles(fork, branch, changes, `bump ${name}`)
  runs.github.openPullRequest(repository, {
    ...{ author, title: name, body: '', base: 'main', head: branch, headRepository: fork }
  })
}

async function repair(name: BumpName): Promise<Story> {
  const { branch, fork = repository } = fixture.bumps[name]
  const head = (await runs.github.head(fork, branch)) ?? ''
  const base = (await runs.github.head(repository, 'main')) ?? ''
  const number =
    runs.github.pullRequests(repository).find(({ title }) => title === name)?.number ?? 0
  const folder = mkdtempSync(join(runs.folder, 'artifacts-'))
  const compute = await runs.run(
    repository,
    {
      phase: 'compute',
      repair: 'true',
      token: '',
      version: 'keep',
      package: 'file:default.nix#*',
      'output-directory': folder
    },
    {
      workspace: await runs.checkout(fork, branch),
      eventName: 'pull_request',
      event: { pull_request: { number, head: { sha: head }, base: { sha: base } } },
      // It asks nobody.
      env: { GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_SERVER_URL: 'http://127.0.0.1:9' }
    }
  )
  const commit = await runs.run(
    repository,
    { phase: 'commit', repair: 'true', computed: folder, token: 'job-token' },
    {
      workspace: mkdtempSync(join(runs.folder, 'empty-')),
      eventName: 'workflow_run',
      event: {
        workflow_run: {
          event: 'pull_request',
          conclusion: compute.exitCode === 0 ? 'success' : 'failure',
          head_sha: head,
          head_branch: branch,
          head_repository: { full_name: fork }
        }
      },
      env: { PATH: mkdtempSync(join(runs.folder, 'bin-')) }
    }
  )
  return { compute, files: readdirSync(folder), commit, number, head }
}

async function headOf(name: BumpName) {
  const { branch } = fixture.bumps[name]
  const sha = (await runs.github.head(repository, branch)) ?? ''
  const commit = await runs.github.objects.commit(runs.github.repository(repository), sha)
  if (commit === null) throw new Error(`there is no ${branch}`)
  return commit
}

async function textOf(name: BumpName, path: string): Promise<string> {
  return (
    (await runs.github.readFile(repository, fixture.bumps[name].branch, path))?.toString() ?? ''
  )
}

/** Of each package: where its hash stands. */
const repaired: [BumpName, Record<string, string[]>, string | null][] = [
  ['go', { 'gopher/package.nix': ['gopher'] }, '[dependabot skip]'],
  ['cargo', { 'crab/package.nix': ['luna'], 'crab/shell.nix': ['shell'] }, '[dependabot skip]'],
  ['npm', { 'node/package.nix': ['node'] }, '[dependabot skip]'],
  ['pnpm', { 'pnpm/package.nix': ['pnpm'] }, null],
  ['yarn', { 'yarn/package.nix': ['yarn'] }, null],
  ['composer', { 'elephant/package.nix': ['elephant'] }, null],
  ['version', { 'tool.nix': ['src', 'tool'] }, null]
]

describe('a pull request that bumps', () => {
  test.each(repaired)(
    '%s gets one commit with the hashes that its head needs, and nothing else',
    async (name, places, words) => {
      const { compute, files, commit, number, head } = await stories[name]
      expect(compute).toMatchObject({ exitCode: 0, errors: [], workspaceChanges: '' })
      expect(files).toEqual([file])
      expect(commit).toMatchObject({ exitCode: 0, errors: [] })
      const made = await headOf(name)
      expect(made.parents.map(({ sha }) => sha)).toEqual([head])
      expect(commit.outputs).toMatchObject({
        changed: 'true',
        'commit-sha': made.sha,
        'pull-request-number': String(number)
      })
      const before = await runs.github.objects.files(runs.github.repository(repository), head)
      const after = await runs.github.objects.files(runs.github.repository(repository), made.sha)
      const changed = [...after].filter(([path, blob]) => before.get(path) !== blob)
      expect(changed.map(([path]) => path)).toEqual(Object.keys(places))
      for (const [path, keys] of Object.entries(places)) {
        const text = await textOf(name, path)
        for (const key of keys) {
          expect(text).toContain(`"${fixture.bumps[name].hashes.get(key) ?? 'unknown'}"`)
        }
      }
      expect(made.message.includes('[dependabot skip]')).toBe(words !== null)
      expect(made.message).toMatch(new RegExp(`\\n\\nNar-Publish-Tree: ${made.tree.sha}$`))
    }
  )

  test('what no package reads costs no build, says nothing, and is green', async () => {
    const { compute, files, commit } = await stories.actions
    expect(compute).toMatchObject({ exitCode: 0, errors: [], warnings: [], summary: '' })
    expect(compute.outputs).toMatchObject({ changed: 'false', hashes: '[]' })
    expect(compute.log).not.toContain('round 1')
    expect(files).toEqual([file])
    expect(commit).toMatchObject({ exitCode: 0, errors: [], summary: '' })
    expect(commit.outputs['changed']).toBe('false')
  })

  test('one package only builds that one', async () => {
    const { compute } = await stories.npm
    expect(compute.log).toContain('1 of which fetch something else')
    const names = [...compute.log.matchAll(/^.*round \d+: (.*)$/gm)].map(([, name]) => name)
    expect(names).toEqual(['node-1.0.0-npm-deps'])
  })

  test('what does not build by it fails with that reason, and the others get their hashes', async () => {
    const { compute, files, commit } = await stories.fails
    expect(compute.exitCode).toBe(1)
    expect(compute.errors).toEqual([expect.stringMatching(/^BUILD_FAILED /)])
    expect(compute.summary).toContain('luna 2 has no such function')
    expect(files).toEqual([file])
    expect(commit).toMatchObject({ exitCode: 0, errors: [] })
    expect(await textOf('fails', 'pnpm/package.nix')).toContain(
      fixture.bumps.fails.hashes.get('pnpm') ?? 'unknown'
    )
    expect(await textOf('fails', 'broken/package.nix')).toBe(fixture.base.get('broken/package.nix'))
  })
})

/** Both workflow files that are to be copied, with this repository's packages in them, beside the action. */
function workflowRoot(): string {
  const here = join(import.meta.dirname, '../..')
  const root = mkdtempSync(join(runs.folder, 'root-'))
  cpSync(join(here, 'action.yml'), join(root, 'action.yml'))
  symlinkSync(join(here, 'dist'), join(root, 'dist'))
  mkdirSync(join(root, 'docs/workflows'), { recursive: true })
  for (const name of ['repair.yml', 'repair-commit.yml']) {
    const text = readFileSync(join(here, 'docs/workflows', name), 'utf8')
    const own = text.replace('package: .#packages.*', 'package: file:default.nix#*')
    writeFileSync(join(root, 'docs/workflows', name), own)
  }
  return root
}

describe('a person’s pull request, by the two workflows as they are to be copied,', () => {
  let head: string
  let made: Awaited<ReturnType<typeof headOf>>
  let first: WorkflowEnd
  let second: WorkflowEnd

  beforeAll(async () => {
    const { branch } = fixture.bumps.person
    const { github, set, folder } = runs
    const root = workflowRoot()
    const artifacts = new Artifacts(mkdtempSync(join(folder, 'kept-')))
    const base = (await github.head(repository, 'main')) ?? ''
    head = (await github.head(repository, branch)) ?? ''
    const run = (
      file: string,
      id: string,
      event: { name: string; payload: Record<string, unknown> }
    ): Promise<WorkflowEnd> =>
      runWorkflow({
        ...{ file: `docs/workflows/${file}`, event, root },
        folder: mkdtempSync(join(folder, 'run-')),
        github: {
          ...{ repository, event: event.payload, event_name: event.name },
          ...{ server_url: github.serverUrl, api_url: github.apiUrl }
        },
        tokenOf: ({ contents }) => (contents === 'write' ? 'job-token' : 'read-token'),
        machineOf: (labels) =>
          machineOf(labels.includes('ubuntu-24.04-arm') ? foreignSystem : ownSystem),
        without: ['cachix/install-nix-action'],
        standIns: ({ token }) => ({
          ...artifacts.actions(id),
          'actions/checkout': checkoutAction({
            ...{ repository, sha: null, token },
            remoteOf: (name) => `${github.serverUrl}/${name}`
          })
        }),
        env: {
          NIX_CONFIG: set.env['NIX_CONFIG'] ?? '',
          NIX_PATH: set.env['NIX_PATH'] ?? '',
          XDG_CACHE_HOME: set.env['XDG_CACHE_HOME'] ?? ''
        }
      })
    const number = github.pullRequests(repository).find(({ title }) => title === 'person')?.number
    const pullRequest = { number, head: { sha: head }, base: { sha: base } }
    first = await run('repair.yml', '11', {
      name: 'pull_request',
      payload: { pull_request: pullRequest }
    })
    const workflowRun = {
      ...{
        id: 11,
        event: 'pull_request',
        conclusion: first.result,
        path: '.github/workflows/repair.yml'
      },
      ...{ head_sha: head, head_branch: branch, head_repository: { id: 1, full_name: repository } }
    }
    second = await run('repair-commit.yml', '12', {
      name: 'workflow_run',
      payload: { workflow_run: workflowRun }
    })
    made = await headOf('person')
  }, storyTime)

  test('gets one commit with its hash', async () => {
    expect([first.result, second.result]).toEqual(['success', 'success'])
    expect(made.parents.map(({ sha }) => sha)).toEqual([head])
    expect(made.message).not.toContain('[dependabot skip]')
    expect(await textOf('person', 'gopher/package.nix')).toContain(
      `"${fixture.bumps.person.hashes.get('gopher') ?? 'unknown'}"`
    )
  })

  test('is looked at without leave to write, and committed to without anything of it', () => {
    expect(first.jobs.map(({ permissions }) => permissions)).toEqual(
      first.jobs.map(() => ({ contents: 'read' }))
    )
    expect(first.jobs).not.toEqual([])
    const [job] = second.jobs
    expect(job?.permissions).toEqual({
      actions: 'read',
      contents: 'write',
      'pull-requests': 'write'
    })
    expect(existsSync(join(job?.workspace ?? '', '.git'))).toBe(false)
  })
})

test('a fork’s pull request gets the patch in the summary and in one comment, and nothing is committed', async () => {
  const { compute, commit, number, head } = await stories.fork
  const main = await runs.github.head('mallory/tools', 'main')
  expect(main).toBe(head)
  expect(compute).toMatchObject({ exitCode: 0, errors: [] })
  const hash = fixture.bumps.fork.hashes.get('node') ?? 'unknown'
  expect(compute.summary).toContain(`+  npmDepsHash = "${hash}";`)
  expect(commit).toMatchObject({ exitCode: 0, errors: [] })
  const { comments } = runs.github.pullRequests(repository)[number - 1] ?? { comments: [] }
  expect(comments).toMatchObject([{ author: 'github-actions[bot]' }])
  expect(comments[0]?.body).toContain(`+  npmDepsHash = "${hash}";`)
  expect(commit.outputs['commit-sha']).toBe('')
})

test('neither main nor anything beside the branches was written, and GitHub knows every request', async () => {
  await Promise.all(Object.values(stories))
  expect(await runs.github.readFile(repository, 'main', 'gopher/package.nix')).toEqual(
    Buffer.from(fixture.base.get('gopher/package.nix') ?? '')
  )
  const branches = Object.values(fixture.bumps).flatMap((one) =>
    one.fork === undefined ? [one.branch] : []
  )
  const refs = (await runs.refs(repository)).map((ref) => ref.slice(0, ref.lastIndexOf(' ')))
  expect(refs.sort()).toEqual(['main', ...branches].sort())
  expect(judgeRequests(runs.github.requests)).toEqual([])
})

test('a checkout of anything but the head is refused by the line that mends it', async () => {
  const { head } = await stories.go
  const folder = join(runs.folder, 'none')
  const run = await runs.run(
    repository,
    {
      phase: 'compute',
      repair: 'true',
      token: '',
      version: 'keep',
      package: 'file:default.nix#gopher',
      'output-directory': folder
    },
    {
      eventName: 'pull_request',
      event: { pull_request: { number: 1, head: { sha: head }, base: { sha: head } } }
    }
  )
  expect(run.exitCode).toBe(1)
  expect(run.errors).toEqual([expect.stringMatching(/^CHECKOUT_INVALID /)])
  expect(run.errors[0]).toContain('`ref: ${{ github.event.pull_request.head.sha }}`')
  expect(existsSync(folder) ? readFileSync(folder) : null).toBeNull()
})
