/** A pull request's runs as a workflow has them: what they write, and the one comment that tells it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RunResult } from '../support/runner.ts'
import { project, startScenario, store, type Inputs, type Scenario } from '../support/scenario.ts'

let scenario: Scenario
let base: string
let head: string
let number: number
beforeAll(async () => {
  scenario = await startScenario()
  const { github } = scenario
  base = (await github.head(project, 'main')) ?? ''
  const hello = { 'flake-attribute': '.#hello' }
  const published = await scenario.publish(hello, { env: { GITHUB_SHA: base } })
  if (published.exitCode !== 0) throw new Error(published.log)
  head = await github.commitFiles(project, 'change', { change: '' }, 'change')
  const texts = { title: 'change', body: '', author: 'alice' }
  number = github.openPullRequest(project, { ...texts, base: 'main', head: 'change' }).number
})
afterAll(() => scenario.close())

function run(inputs: Inputs, action = 'synchronize'): Promise<RunResult> {
  const repo = { full_name: project }
  const ends = { head: { sha: head, repo }, base: { sha: base, repo } }
  return scenario.publish(inputs, {
    eventName: 'pull_request',
    event: { action, pull_request: { number, ...ends } },
    env: { GITHUB_REF_NAME: `${number}/merge` }
  })
}

const comments = (): string[] =>
  scenario.github.pullRequests(project)[0]?.comments.map(({ body }) => body) ?? []
const pins = async (): Promise<string[]> =>
  (await scenario.github.listFiles(store, 'main')).filter((file) => file.startsWith('pins/'))

test('with build the target is as it was, and a comment tells what would be new, and what failed', async () => {
  const before = await scenario.github.head(store, 'main')
  const built = await run({
    'signing-key': undefined,
    'flake-attribute': '.#hello-next\n.#broken\n.#"@alice <img src=x> #1"'
  })
  expect(built.exitCode).toBe(1)
  expect(built.summary).toContain('the run is for a pull request, which is only built')
  expect(await scenario.github.head(store, 'main')).toBe(before)
  const [comment = '', ...others] = comments()
  expect(others).toEqual([])
  for (const words of [
    `](${scenario.github.serverUrl}/${project}/commit/${head}): **2 failed**, 1 new`,
    '| `.#broken` x86_64-linux | **failed** (`BUILD_FAILED`) |',
    '```text\nthis compiler is unhappy\n```',
    ' | 568 B | 1.23 kB | the base 2.12.1 |',
    'hello: 2.12.1 → 2.13.0',
    `/${head}?host=`
  ]) {
    expect(comment).toContain(words)
    expect(built.summary).toContain(words)
  }
  expect(comment).not.toMatch(/@alice|<img/)
  expect(built.outputs['comment-url']).toMatch(/comments\/1$/)
})

test('with pin it lands beside the index, under the same comment, until the pull request is closed', async () => {
  const readme = await scenario.text('README.md')
  const pinned = await run({ 'on-pull-request': 'pin', 'flake-attribute': '.#hello-next\n.#lone' })
  expect(pinned).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(await pins()).toEqual(
    ['hello', 'lone'].map((name) => `pins/pr-${number}-x86_64-linux-${name}`)
  )
  expect(await scenario.text('README.md')).toBe(readme)
  expect((await scenario.rows()).map(({ name }) => name)).toEqual(['hello'])
  expect(comments()).toEqual([
    expect.stringMatching(/: 2 new \([^]*^nix build \/nix\/store\/\S+-hello-2\.13\.0 --extra-subs/m)
  ])

  const closed = await run({ 'on-pull-request': 'pin', 'signing-key': undefined }, 'closed')
  expect(closed).toMatchObject({ exitCode: 0, errors: [] })
  expect(closed.summary).toContain(`Unpin pr-${number}-x86_64-linux-hello`)
  expect(await pins()).toEqual([])
})
