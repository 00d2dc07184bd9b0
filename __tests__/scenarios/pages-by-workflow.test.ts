/** The reusable workflow as it stands, job for job, with `pages: true`; and a reader of the site that it deployed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pagesActions } from '../support/github/pages-actions.ts'
import { callPublish } from '../support/publish-workflow.ts'
import {
  jsonPaths,
  newStranger,
  project,
  startScenario,
  type Scenario
} from '../support/scenario.ts'
import { readTree } from '../support/sync-cases.ts'
import type { StepEnd } from '../support/workflow-job.ts'
import type { WorkflowEnd } from '../support/workflow-run.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({ conditions: { git: 'served' } })
  const { github, workspace } = scenario
  await github.configurePages(project, { buildType: 'workflow' })
  const files = Object.fromEntries(readTree(workspace))
  await github.commitFiles(project, 'main', files, 'a flake')
})
afterAll(async () => {
  await scenario.close()
})

/** A call of the workflow in the project. */
async function callWorkflow(inputs: Record<string, unknown>): Promise<WorkflowEnd> {
  const { github } = scenario
  const commit = (await github.head(project, 'main')) ?? ''
  return callPublish(scenario, {
    inputs,
    grants: { contents: 'write', pages: 'write', 'id-token': 'write' },
    standIns: ({ token }) => pagesActions(github, { repository: project, token, commit })
  })
}

const failed = ({ jobs }: WorkflowEnd): StepEnd[] =>
  jobs.flatMap(({ ends }) => ends.filter(({ exitCode }) => exitCode !== 0))

test('with `pages: true` the last job deploys what was committed, and a reader gets all of it with raw closed', async () => {
  const { github, key } = scenario
  const run = await callWorkflow({
    'flake-attribute': '.#hello',
    systems: 'x86_64-linux',
    pages: true
  })
  expect(failed(run)).toEqual([])
  expect(run.needs).toMatchObject({
    matrix: { result: 'success' },
    pack: { result: 'success' },
    commit: { result: 'success' },
    pages: { result: 'success', outputs: { 'page-url': github.pagesUrl(project) } }
  })
  const published = jsonPaths(run.outputs['published'])
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
})

test('without it nothing is deployed', async () => {
  const run = await callWorkflow({
    'flake-attribute': '.#lone',
    systems: 'x86_64-linux'
  })
  expect(failed(run)).toEqual([])
  expect(run.needs).toMatchObject({
    commit: { result: 'success' },
    pages: { result: 'skipped', outputs: {} }
  })
})

test('what does not go together is refused before anything is built', async () => {
  const run = await callWorkflow({
    'flake-attribute': '.#multi',
    systems: 'x86_64-linux',
    pages: true,
    verify: 'readers'
  })
  const ends = run.jobs.flatMap((job) => job.ends)
  expect(ends.map(({ exitCode }) => exitCode)).toEqual([1])
  expect(ends[0]?.log).toContain('::error::pages: true serves the cache of this repository')
  expect(run.needs['matrix']).toMatchObject({ result: 'failure' })
})
