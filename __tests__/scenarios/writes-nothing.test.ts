import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
})
afterAll(() => scenario.close())

const forkEvent = {
  eventName: 'pull_request',
  event: {
    pull_request: {
      head: { repo: { full_name: 'mallory/project' } },
      base: { repo: { full_name: 'alice/project' } }
    }
  }
}

/** What no run below may change. */
async function written(): Promise<unknown> {
  const { github } = scenario
  return {
    head: await github.head(store, 'main'),
    files: await github.listFiles(store, 'main'),
    writes: github.counts().writes
  }
}

describe('a dry run', () => {
  test('builds and packs, says what would be published, and writes nothing', async () => {
    const before = await written()
    const run = await scenario.publish({ 'flake-attribute': '.#hello', 'dry-run': 'true' })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.log).toContain('Pack 3 paths')
    for (const step of ['Plan', 'Build'])
      expect(run.log).toMatch(new RegExp(`^::group::${step}`, 'm'))
    expect(run.summary).toMatch(
      /^\*\*Dry run, nothing was written\*\*: 1 artifact and 2 paths of the closure \(3 NARs, .*\) would go to alice\/store/
    )
    expect(run.outputs).toMatchObject({ published: '[]', 'nar-count': '0', bytes: '0', route: '' })
    expect(await written()).toEqual(before)
  })

  test('of a README that cannot be merged fails as the publish would', async () => {
    await scenario.github.commitFiles(
      store,
      'marked',
      { 'README.md': '<!-- nar-publish:end -->\n' },
      'half a block'
    )
    const run = await scenario.publish({
      'flake-attribute': '.#lone',
      'target-branch': 'marked',
      'dry-run': 'true'
    })
    expect(run.exitCode).toBe(1)
    expect(run.errors).toEqual([expect.stringMatching(/^README_MARKERS /)])
  })
})

describe('a pull request from a fork', () => {
  test('builds and packs with its read-only token, warns, and succeeds', async () => {
    const before = await written()
    const run = await scenario.publish(
      { 'flake-attribute': '.#other', token: 'reader-token', 'signing-key': '' },
      forkEvent
    )
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.warnings).toEqual([expect.stringContaining('pull request from a fork')])
    expect(run.log).toContain('building')
    expect(run.log).toContain('Pack 1 path ')
    expect(run.summary).toMatch(/^\*\*Nothing was published\*\*.*pull request from a fork/)
    expect(run.outputs).toMatchObject({ published: '[]', 'nar-count': '0' })
    expect(await written()).toEqual(before)
  })

  test('with `fail-on-empty` is an error', async () => {
    const run = await scenario.publish(
      { 'flake-attribute': '.#other', token: 'reader-token', 'fail-on-empty': 'true' },
      forkEvent
    )
    expect(run.exitCode).toBe(1)
    expect(run.errors).toEqual([expect.stringMatching(/^NOTHING_PUBLISHED alice\/store/)])
  })
})
