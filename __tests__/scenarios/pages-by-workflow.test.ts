/** The reusable workflow as it stands, job for job, with `pages: true`; and a reader of the site that it deployed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { pagesActions } from '../support/github/pages-actions.ts'
import { nixConfig } from '../support/nix.ts'
import {
  jsonPaths,
  newStranger,
  project,
  startScenario,
  type Scenario
} from '../support/scenario.ts'
import { evaluate, runWholeJob, type StandIn, type StepEnd } from '../support/workflow-job.ts'

const root = join(import.meta.dirname, '../..')
const workflow = readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8')
const called = parse(workflow) as {
  on: { workflow_call: { inputs: Record<string, { default?: unknown }> } }
  jobs: Record<string, { if?: string; needs?: string | string[] }>
}
let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario()
  await scenario.github.configurePages(project, { buildType: 'workflow' })
})
afterAll(async () => {
  await scenario.close()
})

interface JobEnd {
  result: 'success' | 'failure' | 'skipped'
  outputs: Record<string, string>
}

/** A call of the workflow in the project: its jobs in their order, each row of the matrix after the other. */
async function callWorkflow(
  given: Record<string, unknown>
): Promise<{ jobs: Record<string, JobEnd>; ends: StepEnd[] }> {
  const { github, workspace, key } = scenario
  const usual = Object.entries(called.on.workflow_call.inputs).map(
    ([name, input]) => [name, input.default] as const
  )
  const inputs = { ...Object.fromEntries(usual), ...given }
  const artifacts = mkdtempSync(join(scenario.folder, 'artifacts-'))
  const jobs: Record<string, JobEnd> = {}
  const ends: StepEnd[] = []
  const run = async (job: string, matrix: Record<string, string>, index: number): Promise<void> => {
    const folder = mkdtempSync(join(scenario.folder, `${job}-`))
    const ended = await runWholeJob({
      ...{ workflow, job, root, folder, matrix, token: 'writer-token' },
      workspace: job === 'pages' ? folder : workspace,
      without: ['cachix/install-nix-action'],
      contexts: {
        inputs,
        secrets: { 'signing-key': key.secret, token: '', 'read-token': '' },
        needs: jobs,
        github: { token: 'writer-token', repository: project, run_attempt: 1, event: {} },
        strategy: { 'job-index': index }
      },
      standIns: {
        ...transfers(artifacts),
        ...pagesActions(github, {
          ...{ repository: project, token: 'writer-token' },
          commit: (await github.head(project, 'main')) ?? ''
        }),
        'actions/checkout': checkout
      },
      env: {
        NIX_CONFIG: nixConfig,
        XDG_CACHE_HOME: scenario.nixEnv['XDG_CACHE_HOME'] ?? '',
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.serverUrl,
        GITHUB_REPOSITORY: project
      }
    })
    ends.push(...ended.ends)
    const isGood = ended.ends.every(({ exitCode }) => exitCode === 0)
    jobs[job] = { result: isGood ? 'success' : 'failure', outputs: ended.outputs }
  }
  for (const [name, job] of Object.entries(called.jobs)) {
    const github = { repository: project, event: {} }
    const condition = job.if?.trim().replace(/^\$\{\{|\}\}$/g, '') ?? 'true'
    if (evaluate(condition, { inputs, needs: jobs, github }) !== 'true') {
      jobs[name] = { result: 'skipped', outputs: {} }
      continue
    }
    const rows =
      name === 'pack'
        ? (
            JSON.parse(jobs['matrix']?.outputs['matrix'] ?? '{}') as {
              include: Record<string, string>[]
            }
          ).include
        : [{}]
    for (const [index, row] of rows.entries()) await run(name, row, index)
  }
  return { jobs, ends }
}

/** The project itself is in the workspace; a branch of it is written out. */
const checkout: StandIn = async ({ inputs, workspace }) => {
  const { ref, path } = inputs
  if (ref === undefined || path === undefined) return {}
  for (const file of await scenario.github.listFiles(project, ref)) {
    const at = join(workspace, path, file)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, (await scenario.github.readFile(project, ref, file)) ?? '')
  }
  return {}
}

/** Artifacts between the jobs, as folders. */
function transfers(artifacts: string): Record<string, StandIn> {
  return {
    'actions/upload-artifact': ({ inputs }) => {
      const { name = '', path = '' } = inputs
      if (existsSync(path)) cpSync(path, join(artifacts, name), { recursive: true })
      return Promise.resolve({})
    },
    'actions/download-artifact': ({ inputs }) => {
      const { pattern = '', path = '' } = inputs
      for (const name of readdirSync(artifacts)) {
        if (!name.startsWith(pattern.replace(/\*$/, ''))) continue
        cpSync(join(artifacts, name), join(path, name), { recursive: true })
      }
      return Promise.resolve({})
    }
  }
}

test('with `pages: true` the last job deploys what was committed, and a reader gets all of it with raw closed', async () => {
  const { github, key } = scenario
  const { jobs, ends } = await callWorkflow({
    'flake-attribute': '.#hello',
    systems: 'x86_64-linux',
    pages: true
  })
  expect(ends.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
  expect(jobs).toMatchObject({
    matrix: { result: 'success' },
    pack: { result: 'success' },
    commit: { result: 'success' },
    pages: { result: 'success', outputs: { 'page-url': github.pagesUrl(project) } }
  })
  const published = jsonPaths(jobs['commit']?.outputs['published'])
  expect(published.length).toBeGreaterThan(0)
  github.change({ rawClosedTo: 'everybody' })
  github.reset()
  const copied = await newStranger(scenario).copy({
    cache: github.pagesUrl(project).replace(/\/$/, ''),
    publicKey: key.public,
    paths: published
  })
  expect(copied).toMatchObject({ failure: '' })
  expect(github.traffic()).toMatchObject({ rawAnonymous: { requests: 0 } })
  github.change({ rawClosedTo: 'nobody' })
}, 240_000)

test('without it nothing is deployed', async () => {
  const { jobs, ends } = await callWorkflow({
    'flake-attribute': '.#lone',
    systems: 'x86_64-linux'
  })
  expect(ends.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
  expect(jobs).toMatchObject({
    commit: { result: 'success' },
    pages: { result: 'skipped', outputs: {} }
  })
}, 240_000)

test('what does not go together is refused before anything is built', async () => {
  const { jobs, ends } = await callWorkflow({
    'flake-attribute': '.#multi',
    systems: 'x86_64-linux',
    pages: true,
    verify: 'readers'
  })
  expect(ends.map(({ exitCode }) => exitCode)).toEqual([1])
  expect(ends[0]?.log).toContain('::error::pages: true serves the cache of this repository')
  expect(jobs['matrix']).toMatchObject({ result: 'failure' })
}, 240_000)
