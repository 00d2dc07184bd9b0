/** What `om ci` built, published and pinned by the bundle as a job runs it, and by the command line. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommandLine } from '../support/command-line.ts'
import { output } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'
import { newStranger, pathNames, startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
let hello: string
let lone: string
let run: RunResult
let requests: string[]
beforeAll(async () => {
  scenario = await startScenario()
  const { github, folder, workspace } = scenario
  ;[hello = ''] = await scenario.build('.#hello')
  ;[lone = ''] = await scenario.build('.#lone')
  // As `om ci run --out-link result` leaves it: a link to the results in the store, an app as a path inside.
  const results = join(mkdtempSync(join(folder, 'om-')), 'om.json')
  const build = { outPaths: [lone, `${hello}/bin/hello`], byName: { hello } }
  writeFileSync(results, JSON.stringify(resultsOf(build)))
  const inStore = await output('nix-store', ['--add', results], { env: scenario.nixEnv })
  symlinkSync(inStore, join(workspace, 'result'))
  github.reset()
  run = await scenario.publish(
    { 'om-results': 'result', pin: 'by hand=./result-hello' },
    { env: { GITHUB_REF_NAME: 'feat/$(touch x)' } }
  )
  requests = github.requests.map(({ call }) => call)
})
afterAll(() => scenario.close())

function resultsOf(build: unknown): unknown {
  return { systems: ['x86_64-linux'], flake: '.', result: { ROOT: { build } } }
}

test('a pin of a link that is not there stops the run before anything is written', () => {
  expect(run.exitCode).toBe(1)
  expect(run.errors).toEqual([
    expect.stringMatching(/^STORE_PATH_INVALID pin "[^"]+", "\.\/result-hello": it is none of/)
  ])
  expect(requests.filter((call) => !call.startsWith('GET '))).toEqual([])
})

test('everything that om built lands in one commit, and its pins with it', async () => {
  run = await scenario.publish(
    { 'om-results': 'result', pin: 'by hand=.#lone', 'flake-attribute': '.#lone' },
    { env: { GITHUB_REF_NAME: 'feat/$(touch x)' } }
  )
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  const { github } = scenario
  const pins = (await github.listFiles(store, 'main')).filter((file) => file.startsWith('pins/'))
  const named = 'pins/feat%2f%24%28touch%20x%29-x86_64-linux-hello'
  expect(pins.sort()).toEqual(['pins/by%20hand', named])
  expect(await scenario.text(named)).toBe(`${hello}\n`)
  expect(await scenario.text('pins/by%20hand')).toBe(`${lone}\n`)
  for (const text of [run.log, run.summary]) {
    expect(text).toContain(`Pin feat/$(touch x)-x86_64-linux-hello => ${hello}\n`)
    expect(text).toContain(`Pin by hand => ${lone}\n`)
  }
  expect((await scenario.rows()).map(({ name }) => name)).toEqual(['hello', 'lone'])
})

test('a stranger copies what a pin names, with all that it needs', async () => {
  const stranger = newStranger(scenario)
  const copied = await stranger.copy({
    cache: scenario.github.substituterUrl(store, 'main'),
    publicKey: scenario.key.public,
    paths: [hello]
  })
  expect(copied).toMatchObject({ failure: '' })
  expect(pathNames(await stranger.paths())).toEqual(['greeting-1.0.3', 'hello-2.12.1', 'words-0.9'])
})

test('a pin that moves while nothing is new is one commit without a NAR', async () => {
  const { github } = scenario
  github.reset()
  const moved = await scenario.publish({ pin: `by hand=${hello}` })
  expect(moved).toMatchObject({ exitCode: 0, errors: [] })
  expect(moved.outputs).toMatchObject({ 'nar-count': '0', published: '[]' })
  expect(await scenario.text('pins/by%20hand')).toBe(`${hello}\n`)
  expect(github.requests.filter(({ call }) => call === 'POST git/blobs')).toEqual([])
})

test('the command line takes results from standard input, and doctor finds the store sound', async () => {
  const { github, workspace, folder } = scenario
  const env = {
    XDG_CACHE_HOME: join(folder, 'cache'),
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GH_TOKEN: 'writer-token'
  }
  const build = { 'x86_64-linux': { outPaths: [], byName: { lone } } }
  const published = await runCommandLine(
    ['publish', '--om-results', '-', '--pin-prefix', 'v1', '--unpin', 'by hand', store],
    { cwd: workspace, env, stdin: JSON.stringify(resultsOf(build)) }
  )
  expect(published).toMatchObject({ status: 0 })
  expect(published.stdout).toContain(`\nPin v1-x86_64-linux-lone => ${lone}\nUnpin by hand\n`)
  const doctor = await runCommandLine(['doctor', store, '--quick', '--json'], {
    cwd: workspace,
    env
  })
  expect(JSON.parse(doctor.stdout)).toMatchObject({
    sound: true,
    findings: [{ code: 'ADDRESS_RAW', kind: 'note' }],
    counts: { pins: 2 }
  })
  const readme = await scenario.text('README.md')
  expect(readme).toContain(`| \`v1-x86_64-linux-lone\` | \`${lone}\` |`)
  expect(readme).not.toContain('by hand')
})

test('token and results cannot both be standard input', async () => {
  const { workspace } = scenario
  const refused = await runCommandLine(
    ['publish', '--om-results', '-', '--token-file', '-', store],
    { cwd: workspace, stdin: 'writer-token' }
  )
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('both are standard input')
})

test('standard input that is too large, or no JSON, is an error and no hang', async () => {
  const { workspace } = scenario
  for (const [stdin, words] of [
    ['x'.repeat(11 * 1024 * 1024), 'MiB, and may have 10 MiB'],
    ['\u202e; rm -rf /\n', 'it is no JSON']
  ] as const) {
    const refused = await runCommandLine(['publish', '--om-results', '-', store], {
      cwd: workspace,
      env: {
        GITHUB_API_URL: scenario.github.apiUrl,
        GITHUB_SERVER_URL: scenario.github.serverUrl,
        GH_TOKEN: 'writer-token'
      },
      stdin
    })
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toContain('OM_RESULTS_INVALID om-results, standard input: ')
    expect(refused.stderr).toContain(words)
  }
})
