/** Jobs that name no branch, whose target has the cache on `nix-cache` and people's work on its default branch. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { queueJob } from '../support/queue-job.ts'
import { project, startScenario, type Scenario } from '../support/scenario.ts'

const other = 'alice/other'
const source = 'alice/source'
let scenario: Scenario

beforeAll(async () => {
  scenario = await startScenario({ repositories: [{ name: other }, { name: source }] })
  for (const repository of [project, other, source]) {
    await scenario.github.commitFiles(repository, 'main', { 'main.c': 'int main;' }, 'source')
  }
  for (const repository of [project, other]) {
    await scenario.prepare({
      ...{ 'flake-attribute': '.#hello', 'target-repository': repository },
      'target-branch': repository === project ? undefined : 'nix-cache'
    })
  }
})
afterAll(() => scenario.close())

async function hook(repository: string) {
  const job = queueJob({
    github: scenario.github,
    inputs: {
      ...{ 'target-repository': repository, token: 'writer-token', verify: 'none' },
      'signing-key': scenario.key.secret
    }
  })
  try {
    const main = await job.main()
    const built = await job.build('usual-1.0')
    return { main, built, post: await job.post() }
  } finally {
    await job.close()
  }
}

describe.each([project, other])('into %s', (repository) => {
  test('a matrix has no job for what the cache holds', async () => {
    const inputs = {
      mode: 'matrix',
      systems: 'x86_64-linux',
      'target-repository': repository
    }
    const held = await scenario.publish({ ...inputs, 'flake-attribute': '.#hello' })
    expect(held).toMatchObject({ exitCode: 0, outputs: { 'any-jobs': 'false' } })
    const open = await scenario.publish({ ...inputs, 'flake-attribute': '.#lone' })
    expect(open).toMatchObject({ exitCode: 0, outputs: { 'any-jobs': 'true' } })
  })

  test('a hook brings what is built, and leaves the default branch alone', async () => {
    const before = await scenario.github.head(repository, 'main')
    const { main, built, post } = await hook(repository)
    expect([main.exitCode, post.exitCode]).toEqual([0, 0])
    expect(main.log).not.toContain('::warning::')
    const rows = await scenario.rows(repository, 'nix-cache')
    expect(rows.map(({ storePath }) => storePath)).toContain(built)
    expect(await scenario.github.head(repository, 'main')).toBe(before)
  })
})

test('a hook into a branch of people’s work is warned of before anything is built', async () => {
  const { main, post } = await hook(source)
  expect(main.exitCode).toBe(0)
  expect(main.log).toMatch(/::warning::queue default: .* BRANCH_TAKEN alice\/source, branch "main"/)
  expect(post).toMatchObject({ exitCode: 1, log: expect.stringContaining('BRANCH_TAKEN') })
})
