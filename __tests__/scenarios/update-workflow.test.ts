/**
 * A repository of 40 packages brought up to date, through the bundle: in one step that does everything, and by the reusable workflow, job for job
 * as a runner would run it.
 */
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fortyPackages, hostileName, ignored, type OnePackage } from '../support/forty-packages.ts'
import {
  makeFortyPackages,
  startHost,
  upstreamRepositories,
  type FortyPackages
} from '../support/forty-repository.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { isWriting } from '../support/github/recorder.ts'
import type { GitHttpServer } from '../support/git-http.ts'
import type { Tree } from '../support/sync-hashes.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'
import {
  lockFile,
  machineOf,
  startStories,
  startSyncRuns,
  storyTime,
  type SyncRuns
} from '../support/sync-run.ts'
import { Artifacts } from '../support/workflow-artifacts.ts'
import { checkoutAction, hasCredentials } from '../support/workflow-checkout.ts'
import { runWorkflow, type JobEnd, type WorkflowEnd } from '../support/workflow-run.ts'

const inOneStep = 'alice/forty'
const byWorkflow = 'alice/nightly'
const wishes = {
  package: '.#packages.*',
  ignore: ignored.join('\n'),
  labels: 'dependencies',
  'open-pull-requests-limit': '100',
  dashboard: 'true'
}

/**
 * The step brings all of them. The workflow does what it does for one for each alike, in two or three processes a package: it looks at all, and leaves
 * alone most of those that differ by their ecosystem, or by where their source and its version come from.
 */
const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
const leftToStep = isLong
  ? []
  : [
      'birch',
      'cedar',
      'dogwood',
      'elm',
      'fir',
      'ginkgo',
      'hazel',
      'juniper',
      'kapok',
      'larch',
      'olive',
      'ivy',
      'maple',
      'tagged',
      'by-git',
      'pinned',
      'capped',
      'registry'
    ]

let runs: SyncRuns
let host: GitHttpServer
let forty: FortyPackages
/** All files of the repositories' main branch but the README. */
let files: Tree
let stories: ReturnType<typeof tellStories>

beforeAll(async () => {
  runs = await startSyncRuns({
    repositories: [{ name: inOneStep }, { name: byWorkflow }, ...upstreamRepositories],
    conditions: { git: 'served' }
  })
  host = await startHost(runs.folder)
  forty = await makeFortyPackages(runs.set, runs.github, new URL(host.url).host)
  files = new Map([...forty.before, ['flake.lock', await lockFile(runs.set, forty.before)]])
  for (const repository of [inOneStep, byWorkflow]) await runs.place(repository, files)
  stories = tellStories()
  await Promise.allSettled(Object.values(stories))
}, storyTime)

afterAll(async () => {
  await host.close()
  await runs.close()
})

function tellStories() {
  return startStories({ step: tellStep, workflow: tellWorkflow })
}

/** One step; before it two pull requests were made, of which somebody closed one; after it the same step once more. */
async function tellStep() {
  const { github } = runs
  await runs.run(inOneStep, { ...wishes, package: '.#open\n.#declined', version: 'latest' })
  const declined = github.pullRequests(inOneStep).find(({ title }) => title.includes('declined'))
  if (declined !== undefined) declined.state = 'closed'
  const inputs = { ...wishes, version: 'latest' }
  const first = await runs.run(inOneStep, inputs)
  const refs = await runs.refs(inOneStep)
  const again = await runs.run(inOneStep, inputs)
  return { first, again, refs: [refs, await runs.refs(inOneStep)] }
}

async function tellWorkflow() {
  const artifacts = (): Artifacts => new Artifacts(mkdtempSync(join(runs.folder, 'artifacts-')))
  const whole = artifacts()
  const run = await callUpdate('.github/workflows/update.yml', whole, {
    name: 'workflow_call',
    inputs: {
      ...{ ...wishes, dashboard: true, 'runner-map': runners },
      ignore: [...ignored, ...leftToStep].join('\n')
    },
    grants: { contents: 'write', 'pull-requests': 'write', issues: 'write' }
  })
  const copied = await callUpdate('docs/workflows/update.yml', artifacts(), {
    name: 'workflow_dispatch',
    inputs: { package: '.#newest\n.#nutmeg', 'dry-run': true }
  })
  return { run, copied, artifacts: whole }
}

/** Whatever this machine is, it is the one that the workflow names itself. */
const runners = `${ownSystem}=ubuntu-24.04 ${foreignSystem}=[self-hosted,other]`

async function callUpdate(
  file: string,
  artifacts: Artifacts,
  event: Parameters<typeof runWorkflow>[0]['event']
): Promise<WorkflowEnd> {
  const { github, set, folder } = runs
  return runWorkflow({
    ...{ file, event, root: join(import.meta.dirname, '../..'), atOnce: 3 },
    folder: mkdtempSync(join(folder, 'run-')),
    github: { repository: byWorkflow, server_url: github.serverUrl, api_url: github.apiUrl },
    tokenOf: ({ contents }) => (contents === 'write' ? 'job-token' : 'read-token'),
    machineOf: (labels) => machineOf(labels.includes('other') ? foreignSystem : ownSystem),
    without: ['cachix/install-nix-action'],
    standIns: ({ token }) => ({
      ...artifacts.actions('4711'),
      'actions/checkout': checkoutAction({
        ...{ repository: byWorkflow, sha: null, token },
        remoteOf: (name) => `${github.serverUrl}/${name}`
      })
    }),
    env: {
      NIX_CONFIG: set.env['NIX_CONFIG'] ?? '',
      XDG_CACHE_HOME: set.env['XDG_CACHE_HOME'] ?? '',
      PATH: `${commandOfGitHub(folder)}${delimiter}${process.env['PATH'] ?? ''}`
    }
  })
}

/** `gh api PATH --jq FILTER`, which runners have. */
function commandOfGitHub(folder: string): string {
  const bin = mkdtempSync(join(folder, 'gh-'))
  const script = `#!/bin/sh
[ "$1 $3" = 'api --jq' ] || exit 2
curl --silent --show-error --fail --header "authorization: Bearer $GH_TOKEN" "$GITHUB_API_URL/$2" | jq --raw-output "$4"
`
  writeFileSync(join(bin, 'gh'), script)
  chmodSync(join(bin, 'gh'), 0o755)
  return bin
}

interface PullRequestOutput {
  packages: string[]
  number: number
  operation: string
}

const sets = (...fates: OnePackage['fate'][]): string[] => [
  ...new Set(fortyPackages.filter(({ fate }) => fates.includes(fate)).map(({ set }) => set))
]
const setsOfWorkflow = (...fates: OnePackage['fate'][]): string[] =>
  sets(...fates).filter((set) => !leftToStep.includes(set))
const lineOf = (name: string): string => `.#${name}`
const membersOf = (set: string): string[] =>
  fortyPackages.filter((one) => one.set === set).map(({ name }) => lineOf(name))

/** Of each pull request the files that its branch has otherwise than main, by the packages that it names; null: it has none of that name. */
async function proposedFiles(repository: string, output: string | undefined): Promise<unknown> {
  const pulls = new Map(runs.github.pullRequests(repository).map((one) => [one.number, one]))
  const main = await blobsAt(repository, 'main')
  const made = JSON.parse(output ?? '[]') as PullRequestOutput[]
  const entries = made.map(async ({ packages, number }) => {
    const blobs = await blobsAt(repository, pulls.get(number)?.head.branch ?? '')
    const paths = [...new Set([...main.keys(), ...blobs.keys()])].sort()
    const changed = paths.filter((path) => blobs.get(path) !== main.get(path))
    return [packages.join(' '), changed.map((path) => [path, blobs.get(path) ?? null])] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Git's names of the files' contents. */
async function blobsAt(repository: string, branch: string): Promise<ReadonlyMap<string, string>> {
  const { github } = runs
  const head = (await github.head(repository, branch)) ?? ''
  return github.objects.files(github.repository(repository), head)
}

/** What it must be, by the tests' own calculation. */
function expectedFiles(wanted: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    wanted.map((set) => {
      const changed = [...forty.after(set)].map(([path, text]) => [path, blobOf(text)])
      return [membersOf(set).join(' '), changed.sort()]
    })
  )
}

/** Git's name for a file's content. */
function blobOf(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

const failures = {
  '.#breaks': 'BUILD_FAILED',
  '.#gone': 'FETCH_FAILED',
  '.#silent': expect.any(String),
  '.#throws': 'EVALUATION_FAILED'
}
const failedIn = (output: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(output ?? '[]') as { package: string; code: string }[]).map((one) => [
      one.package,
      one.code
    ])
  )

describe('all packages in one step', () => {
  test('become a pull request each, those that share a literal one together, right to the byte', async () => {
    const { first } = await stories.step
    const wanted = sets('proposed', 'open already').filter((set) => set !== 'per-system')
    expect(await proposedFiles(inOneStep, first.outputs['pull-requests'])).toEqual({
      ...expectedFiles(wanted),
      // It stays as it was closed.
      '.#declined': expect.anything()
    })
  })

  test('of which some fail: that is told, and all others are done', async () => {
    const { first } = await stories.step
    expect(first.exitCode).toBe(1)
    expect(first.errors).toEqual([expect.stringMatching(/^PACKAGES_FAILED 5 of 38 packages: /)])
    expect(failedIn(first.outputs['failed'])).toEqual({
      ...failures,
      // What another machine has to compute is for the workflow.
      '.#per-system': 'HASH_NEEDS_MACHINE'
    })
  })

  test('are told in one table, with what is left alone and why', async () => {
    const { first } = await stories.step
    const cells = first.summary
      .split('\n')
      .filter((line) => line.startsWith('| `.#'))
      .map((line) => line.split(' | '))
    const done = new Map(
      cells.map(([name = '', , , what = '']) => [/#([\w-]+)/.exec(name)?.[1], what])
    )
    const told = fortyPackages.filter(({ fate }) => fate !== 'left out' && fate !== 'current')
    expect([...done.keys()].sort()).toEqual(told.map(({ name }) => name).sort())
    expect([...done].filter(([, what]) => !/pull\/\d+\)|failed/.test(what))).toEqual([
      ['left-alone', 'ignored'],
      ['nowhere', 'unknown'],
      ['silent', '**could not be asked**']
    ])
    expect(first.summary).toContain('`.#newest` 1.5.0, `.#newest-too` 1.5.0')
    expect(first.summary).toContain('2 packages without a version or a fetched source')
  })

  test('once more are nothing to do, which takes one look and a few questions', async () => {
    const { first, again, refs } = await stories.step
    expect(again.writes).toEqual([])
    expect(refs[1]).toEqual(refs[0])
    const operations = (
      JSON.parse(again.outputs['pull-requests'] ?? '[]') as PullRequestOutput[]
    ).map(({ operation }) => operation)
    const others = sets('proposed', 'open already').filter((set) => set !== 'per-system')
    expect(operations.sort()).toEqual(['declined', ...others.map(() => 'unchanged')])
    // One of them is about all pull requests together.
    expect(again.requests.length).toBeLessThan(12)
    expect(failedIn(again.outputs['failed'])).toEqual(failedIn(first.outputs['failed']))
  })
})

describe('the workflow', () => {
  const jobsOf = async (id: string): Promise<JobEnd[]> =>
    (await stories.workflow).run.jobs.filter((job) => job.id === id)

  test('has a pull request for each change, right to the byte', async () => {
    const { run } = await stories.workflow
    expect(await proposedFiles(byWorkflow, run.outputs['pull-requests'])).toEqual(
      expectedFiles(setsOfWorkflow('proposed', 'open already', 'declined'))
    )
  })

  test('fails where packages do, and nowhere else', async () => {
    const { run } = await stories.workflow
    expect(run.result).toBe('failure')
    const bad = run.jobs.filter(({ id, result }) => id === 'compute' && result !== 'success')
    expect(bad.map(({ matrix }) => matrix['name']).sort()).toEqual(['breaks', 'gone'])
    expect(failedIn(run.outputs['failed'])).toEqual(failures)
    const [commit] = await jobsOf('commit')
    const summary = commit?.ends.map((end) => end.summary).join() ?? ''
    expect(summary.match(/BUILD_FAILED|FETCH_FAILED|EVALUATION_FAILED/g)).toHaveLength(3)
    // Of all pull requests alike, and told once.
    expect(summary.match(/Approve workflows to run/g)).toHaveLength(1)
  })

  test('has a job for each change and each machine that it needs', async () => {
    const { run } = await stories.workflow
    const rows = (await jobsOf('compute')).map(({ matrix, labels }) => [
      String(matrix['package']).split('\n').join(' '),
      labels.join(' ')
    ])
    const wanted = setsOfWorkflow(
      'proposed',
      'open already',
      'declined',
      'does not build',
      'source gone'
    )
    expect(rows.sort()).toEqual(
      [
        ...wanted.map((set) => [membersOf(set).join(' '), 'ubuntu-24.04']),
        ['.#per-system', 'self-hosted other']
      ].sort()
    )
    expect(run.needs['list']?.result).toBe('success')
  })

  test('looks once at all of them', async () => {
    const { artifacts } = await stories.workflow
    const listing = join(
      artifacts.of('4711').get('nar-publish-update-1-listing') ?? '',
      'listing.json'
    )
    const { counts } = JSON.parse(readFileSync(listing, 'utf8')) as {
      counts: { evaluations: number }
    }
    // The first is of all packages. The others are about the one that does not evaluate, about literals that are shared, and about the other
    // system; none is for one package each.
    expect(counts.evaluations).toBeLessThan(8)
  })

  test('computes without a token, and what writes runs nothing of the packages', async () => {
    const { run } = await stories.workflow
    for (const { id, permissions, token, ends, workspace } of run.jobs) {
      const isLast = id === 'commit'
      expect(permissions).toEqual(
        isLast
          ? { contents: 'write', 'pull-requests': 'write', issues: 'write' }
          : { contents: 'read' }
      )
      expect(await hasCredentials(workspace)).toBe(false)
      const given = ends.flatMap((end) => Object.values(end.given))
      expect([token, given.includes('job-token')]).toEqual(
        isLast ? ['job-token', true] : ['read-token', false]
      )
      if (id === 'compute') expect(given).not.toContain('read-token')
    }
    const written = (await jobsOf('commit')).flatMap(({ ends }) => ends.map(({ log }) => log))
    expect(written.join()).not.toMatch(/nix (eval|build)|nix-(store|instantiate)/)
  })

  test('as it is copied shows by hand what it would do, and does nothing', async () => {
    const { copied } = await stories.workflow
    expect(copied.result).toBe('success')
    expect(copied.jobs.map(({ id }) => id)).toEqual([
      ...['update / list', 'update / compute', 'update / commit']
    ])
    const [update] = Object.values(copied.needs)
    expect(JSON.parse(update?.outputs['outdated'] ?? '')).toMatchObject([{ name: 'nutmeg' }])
    expect(
      copied.jobs
        .at(-1)
        ?.ends.map(({ summary }) => summary)
        .join()
    ).toContain('1.5.0')
    expect(update?.outputs['pull-requests']).toBe('[]')
  })
})

describe.each([inOneStep, byWorkflow])('of %s', (repository) => {
  test('texts of others stay texts', async () => {
    await Promise.all(Object.values(stories))
    const pulls = runs.github.pullRequests(repository)
    const hostile = pulls.find(({ title }) => title.includes('touch'))
    expect(hostile?.title).toMatch(/^[^$`<|]+$/)
    expect(hostile?.body).not.toContain(hostileName)
    expect(hostile?.head.branch).toMatch(/^nar-publish\/[\w.-]+$/)
    const found = readdirSync(runs.folder, { recursive: true, encoding: 'utf8' })
    expect(found.filter((path) => path.endsWith('pwned'))).toEqual([])
    expect(pulls.every(({ labels }) => labels.includes('dependencies'))).toBe(true)
  })

  test('one issue lists them', async () => {
    await Promise.all(Object.values(stories))
    const [dashboard, ...others] = runs.github.issues(repository)
    expect(others).toEqual([])
    for (const name of ['alder', 'gone', 'left-alone', 'silent', 'suite-client']) {
      expect(dashboard?.body).toContain(`\`${name}\` `)
    }
  })

  test('the requests are ones that GitHub knows, and far below what it grants in an hour', async () => {
    await Promise.all(Object.values(stories))
    const asked = runs.github.requests.filter(({ path }) =>
      `${path}/`.startsWith(`/repos/${repository}/`)
    )
    expect(judgeRequests(asked)).toEqual([])
    const made = runs.github.pullRequests(repository).length
    const written = asked.filter(isWriting).length
    // GitHub: 1,000 in all and 500 that write.
    expect(written).toBeLessThan(8 * made)
    expect(asked.length).toBeLessThan(12 * made)
  })
})
