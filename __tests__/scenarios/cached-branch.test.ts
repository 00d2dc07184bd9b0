/** `cached-branch` as a workflow has it: a branch of the source repository follows what readers get. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../support/runner.ts'
import { project, startScenario, type Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario()
})
afterAll(() => scenario.close())

async function push(attributes: string): Promise<{ commit: string; run: RunResult }> {
  const commit = await scenario.github.commitFiles(project, 'main', { attributes }, attributes)
  const env = { GITHUB_SHA: commit, GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }
  const inputs = { 'flake-attribute': attributes, 'cached-branch': 'cached' }
  return { commit, run: await scenario.publish(inputs, { env }) }
}

test('is at the newest commit of which readers get all, and stays there when the next one fails', async () => {
  const { commit, run } = await push('.#hello')
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.summary).toContain(
    `\n\nBranch \`cached\` of ${project} is at [${commit.slice(0, 7)}](${scenario.github.serverUrl}/${project}/commit/${commit}): readers get all of it from the cache.\n\n`
  )
  expect(await scenario.github.head(project, 'cached')).toBe(commit)

  const next = await push('.#hello\n.#broken')
  expect(next.run.exitCode).toBe(1)
  expect(next.run.errors).toEqual([expect.stringMatching(/^BUILD_FAILED /)])
  expect(next.run.summary).toMatch(
    /^> \*\*Note:\*\* Branch "cached" was left where it is.* not all that was expected has landed \(BUILD_FAILED\)\.$/m
  )
  expect(await scenario.github.head(project, 'cached')).toBe(commit)
})
