import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'yaml'
import { childrenOf, commandLineOf } from '../support/processes.ts'
import { runProgram } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  makeKey,
  newStranger,
  pathNamed,
  pathNames,
  project,
  startScenario,
  store
} from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as {
  outputs: Record<string, unknown>
}

let scenario: Scenario
let run: RunResult
let hello: string
let cache: string
beforeAll(async () => {
  scenario = await startScenario({
    repositories: [{ name: 'alice/empty', initialized: false }]
  })
  run = await scenario.publish({ 'flake-attribute': '.#hello\n.#multi' })
  hello = pathNamed((run.outputs['store-paths'] ?? '').split('\n'), 'hello-2.12.1')
  cache = scenario.github.substituterUrl(store, 'main')
})
afterAll(() => scenario.close())

describe('what was published', () => {
  test('is every output and the whole runtime closure, and the job succeeds', () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.exitCode).toBe(0)
    expect(pathNames(jsonPaths(run.outputs['published']))).toEqual([
      'greeting-1.0.3',
      'hello-2.12.1',
      'multi-2.0',
      'multi-2.0-dev',
      'multi-2.0-doc',
      'words-0.9'
    ])
  })

  test('is copied by a stranger who has the public key, byte for byte', async () => {
    const stranger = newStranger(scenario)
    const paths = jsonPaths(run.outputs['published'])
    const copied = await stranger.copy({ cache, publicKey: scenario.key.public, paths })
    expect(copied).toMatchObject({ failure: '' })
    expect((await stranger.paths()).sort()).toEqual([...paths].sort())
    const checked = await stranger.check()
    expect(checked).toMatchObject({ failure: '' })
    expect(checked.stderr).not.toContain('error')
    const verified = await runProgram(
      'nix',
      [
        ...['store', 'verify', '--store', stranger.store, '--sigs-needed', '1', '--all'],
        ...['--option', 'trusted-public-keys', scenario.key.public]
      ],
      { env: scenario.nixEnv }
    )
    expect(verified).toMatchObject({ failure: '' })
  })

  test('is substituted by `nix build` of the flake instead of being built', async () => {
    const stranger = newStranger(scenario)
    const request = { cache, publicKey: scenario.key.public, paths: ['.#hello'] }
    const built = await stranger.build(request, { cwd: scenario.workspace })
    expect(built).toMatchObject({ failure: '' })
    expect(await stranger.paths()).toContain(hello)
  })

  test('is refused by Nix for another public key', async () => {
    const other = await makeKey(scenario.folder, 'cache-1')
    const stranger = newStranger(scenario)
    const request = { cache, publicKey: other.public, paths: [hello] }
    const copied = await stranger.copy(request)
    expect(copied.status).not.toBe(0)
    expect(copied.stderr).toContain('signature')
    const built = await stranger.build(request)
    expect(built.status).not.toBe(0)
    expect(await stranger.paths()).toEqual([])
  })

  test('runs by the command that the README and nothing else tells', async () => {
    // This machine's copies go away first, so that the program can only come from the cache.
    const paths = jsonPaths(run.outputs['published'])
    const deleted = await runProgram('nix-store', ['--delete', ...paths], { env: scenario.nixEnv })
    expect(deleted).toMatchObject({ failure: '' })
    const readme = await scenario.text('README.md')
    const command = /```sh\n(nix shell [^`]+)\n```/.exec(readme)?.[1] ?? ''
    const ran = await runProgram('sh', ['-c', command], { env: scenario.nixEnv })
    expect(ran).toMatchObject({ failure: '' })
    expect(ran.stdout).toMatch(/^Hello from a Git repository \(\w+\)\n$/)
  })
})

describe('the outputs of the step', () => {
  test('are those that action.yml declares', () => {
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(Object.keys(run.outputs)))
  })

  test('say what is in the repository', async () => {
    const { outputs } = run
    const files = await scenario.github.listFiles(store, 'main')
    const nars = files.filter((file) => file.startsWith('nar/'))
    const sizes = await Promise.all(
      nars.map(async (nar) => (await scenario.github.readFile(store, 'main', nar))?.length ?? 0)
    )
    const head = await scenario.github.head(store, 'main')
    expect(outputs).toEqual({
      published: expect.any(String),
      skipped: '[]',
      'store-paths': expect.any(String),
      'nar-count': String(nars.length),
      bytes: String(sizes.reduce((sum, size) => sum + size, 0)),
      checksums: expect.stringMatching(/^([0-9a-f]{64} {2}nar\/\S+\n?){6}$/),
      'commit-sha': head,
      'commit-url': `${scenario.github.serverUrl}/${store}/commit/${head}`,
      substituter: cache,
      'public-key': scenario.key.public,
      route: 'api',
      attempts: '1'
    })
    const narinfos = jsonPaths(outputs['published']).map((path) => `${path.slice(11, 43)}.narinfo`)
    expect(files).toEqual(expect.arrayContaining(narinfos))
    expect(pathNames(outputs['store-paths']?.split('\n') ?? [])).toEqual([
      'hello-2.12.1',
      'multi-2.0',
      'multi-2.0-dev',
      'multi-2.0-doc'
    ])
  })

  test('come with a summary of artifacts, sizes, route, proof and how to use the cache', () => {
    expect(run.summary).toContain('**Published** 4 artifacts and 2 paths of the closure')
    expect(run.summary).toContain(`\`${hello}\``)
    expect(run.summary).toContain('| Route | GitHub’s API, 1 attempt |')
    expect(run.summary).toContain('Nix copied 6 paths from the new commit into a fresh store')
    expect(run.summary).toContain(`extra-substituters = ${cache}`)
    expect(run.summary).toContain(`extra-trusted-public-keys = ${scenario.key.public}`)
  })
})

describe('what stays on the machine', () => {
  test('is no `result` link in the checkout and nothing in RUNNER_TEMP', () => {
    expect(readdirSync(scenario.workspace)).toEqual(['flake.nix'])
    expect(readdirSync(run.runnerTemp)).toEqual([])
    expect(run.post).toMatchObject({ exitCode: 0, log: '' })
  })

  test('after a kill is removed by the post step', async () => {
    let killing: Promise<void> | undefined
    const killed = await scenario.publish(
      { 'flake-attribute': '.#slow' },
      {
        onStart: (pid) => {
          killing = killDuringBuild(pid)
        }
      }
    )
    await killing
    expect(killed.signal).toBe('SIGKILL')
    expect(killed.state['scratch']).toContain(killed.runnerTemp)
    expect(killed.post.exitCode).toBe(0)
    expect(readdirSync(killed.runnerTemp)).toEqual([])
  })
})

async function killDuringBuild(pid: number): Promise<void> {
  const nixStore = await childRunning(pid, '--realise')
  process.kill(pid, 'SIGKILL')
  // Nix takes its builder with it, which otherwise would sleep on.
  process.kill(nixStore, 'SIGTERM')
}

async function childRunning(parent: number, argument: string): Promise<number> {
  for (;;) {
    const child = childrenOf(parent).find((pid) => commandLineOf(pid).includes(argument))
    if (child !== undefined) return child
    await sleep(20)
  }
}

test('an empty repository gets its first commits and is a cache', async () => {
  const first = await scenario.publish({
    'flake-attribute': '.#hello',
    'target-repository': 'alice/empty'
  })
  expect(first).toMatchObject({ exitCode: 0, errors: [] })
  const request = {
    cache: scenario.github.substituterUrl('alice/empty', 'main'),
    publicKey: scenario.key.public,
    paths: [hello]
  }
  expect(await newStranger(scenario).copy(request)).toMatchObject({ failure: '' })
  expect(await scenario.text('README.md', 'alice/empty')).toMatch(/^# empty\n\n<!-- nar-publish/)
})

test('the workflow’s own repository gets the branch nix-cache, which shares nothing with its source', async () => {
  const { github } = scenario
  const before = await github.head(project, 'main')
  const own = await scenario.publish({ 'flake-attribute': '.#lone', 'target-repository': '' })
  expect(own).toMatchObject({ exitCode: 0, errors: [] })
  expect(await github.head(project, 'main')).toBe(before)
  const head = (await github.head(project, 'nix-cache')) ?? ''
  const commit = await github.objects.commit(github.repository(project), head)
  expect(commit?.parents).toEqual([])
  const request = {
    cache: own.outputs['substituter'] ?? '',
    publicKey: scenario.key.public,
    paths: jsonPaths(own.outputs['published'])
  }
  expect(request.cache).toBe(github.substituterUrl(project, 'nix-cache'))
  expect(await newStranger(scenario).copy(request)).toMatchObject({ failure: '' })
})
