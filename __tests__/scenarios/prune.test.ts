/** A cache that is published, pruned and published to again, by the bundles, and what its readers get. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseStorePath } from '../../src/store-path.ts'
import { runCommandLine, type CommandLineResult } from '../support/command-line.ts'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  newStranger,
  pathNamed,
  pathNames,
  startScenario,
  store,
  type Scenario
} from '../support/scenario.ts'

const oneGeneration = { mode: 'prune', 'keep-generations': '1', 'keep-days': '0' }

let scenario: Scenario
let cache: string
/** Store paths of two generations of a tool, each with a library of its own and one that they have in common. */
let paths: string[]
let dry: RunResult
let run: RunResult
beforeAll(async () => {
  scenario = await startScenario()
  cache = scenario.github.substituterUrl(store, 'main')
  const salt = `${Math.random()}`
  writeTools(join(scenario.workspace, 'one'), '1.0', salt)
  writeTools(join(scenario.workspace, 'two'), '2.0', salt)
  const runs = []
  for (const attribute of ['path:./one#tool', 'path:./two#tool']) {
    runs.push(await scenario.prepare({ 'flake-attribute': attribute, verify: 'none' }))
  }
  paths = runs.flatMap(({ outputs }) => jsonPaths(outputs['published']))
  const head = await scenario.github.head(store, 'main')
  dry = await scenario.publish({ ...oneGeneration, 'dry-run': 'true' })
  if ((await scenario.github.head(store, 'main')) !== head) throw new Error('no dry run')
  run = await scenario.publish(oneGeneration)
})
afterAll(() => scenario.close())

/** A flake as it stands at a version of the tool. */
function writeTools(folder: string, version: string, salt: string): void {
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'flake.nix'),
    `{
      outputs = _:
        let
          package = name: version: text: derivation {
            inherit version;
            pname = name;
            name = "\${name}-\${version}";
            system = "x86_64-linux";
            salt = "${salt}";
            builder = "/bin/sh";
            args = [ "-c" "echo making \${name}; echo \${text} > $out; exit 0" ];
          };
          common = package "common" "1.0" "both have it";
          tool = version: package "tool" version "\${common} \${package "lib" version "of \${version}"}";
        in
        { packages.x86_64-linux.tool = tool "${version}"; };
    }`
  )
}

function doctor(...args: string[]): Promise<CommandLineResult> {
  return commandLine('doctor', store, '--public-key', scenario.key.public, ...args)
}

function commandLine(...args: string[]): Promise<CommandLineResult> {
  const { apiUrl, serverUrl } = scenario.github
  const env = { GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: serverUrl, GH_TOKEN: 'writer-token' }
  return runCommandLine(args, { cwd: scenario.folder, env })
}

async function substitute(names: readonly string[], from = cache) {
  const stranger = newStranger(scenario)
  const wanted = names.map((name) => pathNamed(paths, name))
  const copied = await stranger.copy({ cache: from, publicKey: scenario.key.public, paths: wanted })
  return { ...copied, paths: copied.status === 0 ? pathNames(await stranger.paths()) : [] }
}

describe('a prune', () => {
  test('removes the generation that is too old, and leaves what the newer one shares with it', async () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(pathNames(jsonPaths(run.outputs['removed']))).toEqual(['lib-1.0', 'tool-1.0'])
    expect(run.outputs).toMatchObject({
      changed: 'true',
      route: 'api',
      attempts: '1',
      'commit-sha': await scenario.github.head(store, 'main')
    })
    expect(Number(run.outputs['freed-bytes'])).toBeGreaterThan(0)
    const rows = await scenario.rows()
    expect(rows.map(({ name, version }) => `${name} ${version ?? ''}`)).toEqual(['tool 2.0'])
    expect(run.summary).toMatch(/^\*\*Removed\*\* 1 artifact, 2 paths, 2 NARs and 2 build logs \(/)
    expect(run.summary).toContain('-tool-1.0`')
  })

  test('removes the logs of what goes, brings the badges up to date, and leaves the page as it is', async () => {
    const files = await scenario.github.listFiles(store, 'main')
    const logs = files.filter((path) => path.startsWith('log/'))
    const named = logs.map((path) => path.slice('log/'.length + 33))
    expect(named.sort()).toEqual(['common-1.0.drv', 'lib-2.0.drv', 'tool-2.0.drv'])
    for (const path of ['badge.json', 'badge/tool.json']) {
      expect(JSON.parse(await scenario.text(path))).toMatchObject({
        message: 'tool 2.0 | x86_64-linux'
      })
    }
    const head = (await scenario.github.head(store, 'main')) ?? ''
    const commit = await scenario.github.objects.commit(scenario.github.repository(store), head)
    const before = await scenario.text('index.html', store, commit?.parents[0]?.sha ?? '')
    expect(before).toContain('<title>')
    expect(await scenario.text('index.html')).toBe(before)
  })

  test('was told beforehand by a dry run', () => {
    expect(dry).toMatchObject({ exitCode: 0, errors: [] })
    expect(dry.outputs['removed']).toBe(run.outputs['removed'])
    expect(dry.outputs['freed-bytes']).toBe(run.outputs['freed-bytes'])
    expect(dry.log).toContain(`remove ${pathNamed(paths, 'tool-1.0')}`)
    expect(dry.summary).toMatch(/^\*\*Dry run, nothing was written\*\*/)
  })

  test('leaves a store that doctor finds sound, down to each byte', async () => {
    const examined = await doctor()
    expect(examined).toMatchObject({ status: 0 })
    expect(examined.stdout).toContain('is sound.')
    expect(examined.stdout).not.toContain('NAR_ORPHAN')
  })

  test('leaves what is kept to be substituted, signatures required', async () => {
    expect(await substitute(['tool-2.0'])).toMatchObject({
      failure: '',
      paths: ['common-1.0', 'lib-2.0', 'tool-2.0']
    })
  })

  test('answers 404 for what is gone, which Nix takes for not there', async () => {
    for (const name of ['tool-1.0', 'lib-1.0']) {
      const { hash } = parseStorePath(pathNamed(paths, name))
      expect((await fetch(`${cache}/${hash}.narinfo`)).status).toBe(404)
      const copied = await substitute([name])
      expect(copied.status).not.toBe(0)
      expect(copied.stderr).toMatch(/no substituter|does not exist|is not valid/)
    }
  })

  test('is offered by the commit that it was made on top of, for who knows its address', async () => {
    const head = (await scenario.github.head(store, 'main')) ?? ''
    const commit = await scenario.github.objects.commit(scenario.github.repository(store), head)
    const before = scenario.github.substituterUrl(store, commit?.parents[0]?.sha ?? '')
    expect(await substitute(['tool-1.0'], before)).toMatchObject({ failure: '' })
  })
})

describe('after it', () => {
  test('another prune has nothing to do, and a publish brings the old one back', async () => {
    const head = await scenario.github.head(store, 'main')
    const again = await scenario.publish(oneGeneration)
    expect(again).toMatchObject({ exitCode: 0 })
    expect(again.outputs).toMatchObject({ changed: 'false', removed: '[]', route: '' })
    expect(again.summary).toMatch(/^\*\*Nothing was removed\*\*/)
    expect(await scenario.github.head(store, 'main')).toBe(head)

    const back = await scenario.publish({ 'flake-attribute': 'path:./one#tool' })
    expect(back).toMatchObject({ exitCode: 0, errors: [] })
    expect(pathNames(jsonPaths(back.outputs['published']))).toEqual(['lib-1.0', 'tool-1.0'])
  })

  test('the history can go from a terminal, and publishing goes on', async () => {
    const pruned = await commandLine(
      ...['prune', store, '--keep-generations', '1', '--keep-days', '0'],
      ...['--squash-history', '--json']
    )
    expect(pruned).toMatchObject({ status: 0 })
    expect(JSON.parse(pruned.stdout)).toMatchObject({
      outcome: 'pruned',
      changed: true,
      // The older version was published last: it is the newest by date.
      removed: [],
      'commit-sha': await scenario.github.head(store, 'main')
    })
    const head = (await scenario.github.head(store, 'main')) ?? ''
    const commit = await scenario.github.objects.commit(scenario.github.repository(store), head)
    expect(commit?.parents).toEqual([])
    const next = await scenario.publish({ 'flake-attribute': '.#lone' })
    expect(next).toMatchObject({ exitCode: 0, errors: [] })
    expect(await doctor('--quick')).toMatchObject({ status: 0 })
    expect(await substitute(['tool-1.0', 'tool-2.0'])).toMatchObject({ failure: '' })
  })
})

test.each([
  [{ 'keep-generations': '0', 'keep-days': '0' }, /^KEEP_INVALID /],
  [{ token: 'reader-token', 'keep-generations': '0', 'keep-days': '99' }, null],
  [{ 'size-budget': 'a lot' }, /^INPUT_INVALID input size-budget: "a lot"/],
  [{ 'target-branch': 'nope' }, /^BRANCH_MISSING alice\/store, branch "nope"/]
])('%j is met with one error, or finds nothing, and moves no branch', async (inputs, error) => {
  const head = await scenario.github.head(store, 'main')
  const failed = await scenario.publish({ mode: 'prune', ...inputs })
  expect(failed.errors).toEqual(error === null ? [] : [expect.stringMatching(error)])
  expect(failed.exitCode).toBe(error === null ? 0 : 1)
  expect(await scenario.github.head(store, 'main')).toBe(head)
})
