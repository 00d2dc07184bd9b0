/** A commit's files are read back by git, which costs no API request; where git is refused, by the API. Raw is closed for everybody. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, startScenario, store, type Scenario } from '../support/scenario.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const number = 20
let scenario: Scenario
const added: string[] = []
beforeAll(async () => {
  scenario = await startScenario({ conditions: { rawClosedTo: 'everybody' } })
})
afterAll(async () => {
  await scenario.close()
  deleteStorePaths(added)
})

async function publishMany(branch: string, env: Record<string, string> = {}): Promise<RunResult> {
  const paths = Array.from({ length: number }, (_, index) => addStorePath(`${branch}-${index}`))
  added.push(...paths)
  const { github } = scenario
  github.reset()
  const inputs = { paths: paths.join('\n'), 'target-branch': branch }
  const run = await scenario.publish(inputs, { env })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(jsonPaths(run.outputs['published']).sort()).toEqual(paths.toSorted())
  return run
}

test('20 paths are proved by git: no file is read by the API, and the token is in no argument', async () => {
  const { github } = scenario
  github.change({ git: 'served' })
  const trace = join(scenario.folder, 'git-trace')
  const run = await publishMany('by-git', { GIT_TRACE2_EVENT: trace })
  const { api, git, calls } = github.counts()
  expect(calls['GET git/blobs']).toBeUndefined()
  expect(calls['POST git/blobs']).toBe(number)
  expect(api).toBeLessThan(number + 12)
  // The commit with its folders and all of its files: what git says of the server, and a pack.
  expect(git).toBe(2)
  const argv = await readFile(trace, 'utf8')
  expect(argv).toContain('"fetch"')
  const credentials = Buffer.from('x-access-token:writer-token').toString('base64')
  for (const text of [argv, run.log.replaceAll(/^::add-mask::.*$/gm, '')]) {
    expect(text).not.toContain('writer-token')
    expect(text).not.toContain(credentials)
  }
  github.change({ rawClosedTo: 'nobody' })
  const copied = await newStranger(scenario).copy({
    cache: github.substituterUrl(store, 'by-git'),
    publicKey: scenario.key.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
  github.change({ rawClosedTo: 'everybody' })
})

test('where git is refused, the same is proved by the API, NAR by NAR', async () => {
  const { github } = scenario
  github.change({ git: 'refused' })
  const run = await publishMany('by-api')
  const { git, calls } = github.counts()
  expect(git).toBeGreaterThan(0)
  expect(calls['GET git/blobs']).toBe(number)
  expect(run.log).toContain('files are read by the API, as git could not')
})
