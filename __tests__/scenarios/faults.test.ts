import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
let branch: string
let runs = 0
beforeAll(async () => {
  scenario = await startScenario()
})
beforeEach(async () => {
  branch = `branch-${++runs}`
  await scenario.github.commitFiles(store, branch, { 'README.md': '# Store\n' }, 'start')
})
afterAll(() => scenario.close())

const refUpdate = { method: 'PATCH', path: '/git/refs/' }
const unavailable = { status: 502, message: 'Server Error' }

const publish = (): Promise<RunResult> =>
  scenario.publish({ 'flake-attribute': '.#hello', 'target-branch': branch })

/** Whatever happened to the run: each of the three paths is in the branch once, and Nix takes them. */
async function expectAllThere(run: RunResult): Promise<void> {
  const { github } = scenario
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(jsonPaths(run.outputs['published'])).toHaveLength(3)
  const [row, ...others] = await scenario.rows(store, branch)
  expect(others).toEqual([])
  const files = await github.listFiles(store, branch)
  expect(files.filter((file) => file.endsWith('.narinfo'))).toHaveLength(3)
  expect(files.filter((file) => file.startsWith('nar/'))).toHaveLength(3)
  const copied = await newStranger(scenario).copy({
    cache: github.substituterUrl(store, branch),
    publicKey: scenario.key.public,
    paths: [row?.storePath ?? '']
  })
  expect(copied).toMatchObject({ failure: '' })
}

async function publishAllTheSame(): Promise<RunResult> {
  const run = await publish()
  await expectAllThere(run)
  return run
}

test.each(['reset', unavailable] as const)(
  'an update of the branch whose reply is lost (%j) is found in the branch, and not made again',
  async (as) => {
    const lost = scenario.github.loseReply(refUpdate, 1, as)
    scenario.github.reset()
    const run = await publishAllTheSame()
    expect(lost.hits).toBe(1)
    expect(scenario.github.counts().calls['PATCH git/refs']).toBe(1)
    expect(run.outputs['commit-sha']).toBe(await scenario.github.head(store, branch))
  }
)

test('an update of the branch whose reply is lost while somebody else commits on top is not repeated', async () => {
  const { github } = scenario
  const lost = github.loseReply(refUpdate)
  // The second look at the branch finds a commit of another person over ours.
  const before = await github.head(store, branch)
  const watcher = (async () => {
    while ((await github.head(store, branch)) === before) {
      await sleep(2)
    }
    await github.commitFiles(store, branch, { 'notes.txt': 'mine' }, 'on top')
  })()
  const run = await publishAllTheSame()
  await watcher
  expect(lost.hits).toBe(1)
  expect(await scenario.text('notes.txt', store, branch)).toBe('mine')
  expect(run.outputs['attempts']).toBe('1')
})

test('answers 502 and connections that are reset are survived', async () => {
  const { github } = scenario
  const planned = [
    github.failNext({ path: '/repos/alice/store' }, unavailable),
    github.failNext({ method: 'POST', path: '/git/blobs' }, 'reset'),
    github.loseReply({ method: 'POST', path: '/git/trees' }),
    github.failNext({ method: 'POST', path: '/git/commits' }, unavailable),
    github.failNext(refUpdate, 'reset')
  ]
  await publishAllTheSame()
  expect(planned.map(({ hits }) => hits)).toEqual([1, 1, 1, 1, 1])
})

test('a secondary rate limit is waited for as long as it asks', async () => {
  const { github } = scenario
  const limited = github.failNext(
    { method: 'POST', path: '/git/trees' },
    {
      status: 403,
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes.',
      headers: { 'retry-after': '1' }
    }
  )
  github.reset()
  const run = await publishAllTheSame()
  expect(limited.hits).toBe(1)
  expect(run.log).toMatch(/again in [1-4]\.\d s/)
  const [refused, accepted] = github.requests.filter(({ call }) => call === 'POST git/trees')
  expect((accepted?.startedAt ?? 0) - (refused?.startedAt ?? 0)).toBeGreaterThanOrEqual(1000)
})

test('objects and raw files that appear late are waited for', async () => {
  scenario.github.change({ invisibleObjectsMs: 200, missingRawMs: 1000 })
  const run = await publish()
  scenario.github.change({ invisibleObjectsMs: 0, missingRawMs: 0 })
  await expectAllThere(run)
})
