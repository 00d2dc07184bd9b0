/** `verify: readers`: a run that ends when readers get what it published. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import {
  jsonPaths,
  newStranger,
  startScenario,
  store,
  type Inputs,
  type Scenario
} from '../support/scenario.ts'
import type { Conditions } from '../support/github/options.ts'
import { output } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({
    isHere: true,
    repositories: [{ name: 'alice/site', pages: { cname: 'localhost' } }]
  })
})
afterEach(() => {
  scenario.github.change({ missingRawMs: 0, pagesBuildMs: 0, rawClosedTo: 'nobody' })
})
afterAll(async () => {
  await scenario.close()
})

const publish = (inputs: Inputs): Promise<RunResult> =>
  scenario.publish({ 'flake-attribute': '.#hello', verify: 'readers', ...inputs })

/** The lateness ends when the run has asked for a file in vain. */
async function untilMissed<T>(end: Partial<Conditions>, body: () => Promise<T>): Promise<T> {
  const { github } = scenario
  const timer = setInterval(() => {
    if (github.requests.some(({ method, status }) => method === 'HEAD' && status === 404)) {
      github.change(end)
    }
  }, 50)
  try {
    return await body()
  } finally {
    clearInterval(timer)
  }
}

async function expectServed(run: RunResult, cache: string): Promise<void> {
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.log).toMatch(
    /\d paths not served yet; .*: ADDRESS_LATE: it is not there; again in 2 s/
  )
  expect(run.summary).toMatch(
    /Nix copied \d paths .*, signatures required; readers get them at `http/
  )
  // At once: nobody has to wait any more.
  const copied = await newStranger(scenario).copy({
    cache,
    publicKey: scenario.key.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
}

test('waits for raw files that are late, and asks for none at an address that readers ask before it is there', async () => {
  const { github } = scenario
  github.change({ missingRawMs: 3_600_000 })
  github.reset()
  const run = await untilMissed({ missingRawMs: 0 }, () => publish({ 'target-branch': 'late' }))
  const misses = github.requests.filter(
    ({ path, status }) => path.startsWith(`/${store}/raw/late/`) && status === 404
  )
  expect(misses.length).toBeGreaterThan(0)
  expect(misses.filter(({ query }) => Object.keys(query).length === 0)).toEqual([])
  await expectServed(run, github.substituterUrl(store, 'late'))
})

test('waits for Pages, with raw closed to everybody', async () => {
  const { github } = scenario
  github.change({ rawClosedTo: 'everybody', pagesBuildMs: 3_600_000 })
  github.reset()
  const address = github.pagesUrl('alice/site')
  const run = await untilMissed({ pagesBuildMs: 0 }, () =>
    publish({
      'flake-attribute': '.#multi',
      'target-repository': 'alice/site',
      'substituter-url': address
    })
  )
  await expectServed(run, address)
})

test('fails at once where the address answers 429: all is committed, and the error says so', async () => {
  scenario.github.change({ rawClosedTo: 'strangers' })
  const run = await publish({ 'target-branch': 'closed' })
  expect(run.exitCode).toBe(1)
  expect(run.errors.join()).toMatch(
    /^NOT_SERVED http:\S+\/raw\/closed: \d paths of \d published and committed, and readers do not get them yet \(it answers 429\); .*ADDRESS_LIMITED: .*Nothing is lost\./
  )
  expect(run.outputs['commit-sha']).toBe(await scenario.github.head(store, 'closed'))
  expect(await scenario.rows(store, 'closed')).toHaveLength(1)
  expect(run.summary).toContain('Nix copied ')
})

test('is refused before anything is written where nobody serves the files', async () => {
  const bare = join(scenario.folder, 'bare.git')
  await output('git', ['init', '--quiet', '--bare', bare], { cwd: scenario.folder })
  const run = await publish({ 'target-repository': bare, token: undefined })
  expect(run.errors.join()).toMatch(
    /^INPUT_INVALID input verify, "readers": nobody is known to serve /
  )
  expect(await output('git', ['-C', bare, 'for-each-ref'], { cwd: scenario.folder })).toBe('')
})
