import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheAddress } from '../support/cache-address.ts'
import { nixConfig } from '../support/nix.ts'
import { output } from '../support/program.ts'
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
import type { Inputs, Scenario } from '../support/scenario.ts'

let scenario: Scenario
/** Of hello: itself, greeting and words. */
let hello: string
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
  ;[hello = ''] = await scenario.build('.#hello')
})
afterAll(() => scenario.close())

const published = (run: RunResult): string[] => pathNames(jsonPaths(run.outputs['published']))

/** To a branch that is made by it. */
async function publishTo(branch: string, inputs: Inputs): Promise<RunResult> {
  const run = await scenario.publish({ 'target-branch': branch, ...inputs })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  return run
}

/** Store paths that a branch has narinfos of. */
async function narinfosOf(branch: string): Promise<string[]> {
  const files = await scenario.github.listFiles(store, branch)
  const narinfos = files.filter((file) => file.endsWith('.narinfo'))
  const texts = await Promise.all(narinfos.map((file) => scenario.text(file, store, branch)))
  return texts.map((text) => /^StorePath: (.*)$/m.exec(text)?.[1] ?? '')
}

describe('`closure`', () => {
  test('`bare` publishes the path alone', async () => {
    const run = await publishTo('bare', { 'flake-attribute': '.#hello', closure: 'bare' })
    expect(published(run)).toEqual(['hello-2.12.1'])
    expect(await narinfosOf('bare')).toEqual([hello])
  })

  test('`source` publishes what it takes to build, and no output', async () => {
    await publishTo('source', { 'flake-attribute': '.#hello', closure: 'source' })
    expect(pathNames(await narinfosOf('source'))).toEqual([
      'compiler-3.1.drv',
      'greeting-1.0.3.drv',
      'hello-2.12.1.drv',
      'words-0.9.drv',
      'words.txt'
    ])
    const derivation = pathNamed(await narinfosOf('source'), 'hello-2.12.1.drv')
    const stranger = newStranger(scenario)
    await output(
      'nix',
      [
        ...['copy', '--derivation', '--from', scenario.github.substituterUrl(store, 'source')],
        ...['--to', stranger.store, '--option', 'trusted-public-keys', scenario.key.public],
        derivation
      ],
      { env: scenario.nixEnv }
    )
    expect(await stranger.paths()).toContain(derivation)
  })

  test('`cache` publishes that with the outputs, those that are only needed for building included', async () => {
    await publishTo('cache', { 'flake-attribute': '.#hello', closure: 'cache' })
    expect(pathNames(await narinfosOf('cache'))).toEqual([
      'compiler-3.1',
      'compiler-3.1.drv',
      'greeting-1.0.3',
      'greeting-1.0.3.drv',
      'hello-2.12.1',
      'hello-2.12.1.drv',
      'words-0.9',
      'words-0.9.drv',
      'words.txt'
    ])
  })

  test('that is larger than the one published before adds what was missing', async () => {
    const run = await publishTo('bare', { 'flake-attribute': '.#hello' })
    expect(pathNames(await narinfosOf('bare'))).toEqual([
      'greeting-1.0.3',
      'hello-2.12.1',
      'words-0.9'
    ])
    expect(run.outputs['nar-count']).toBe('2')
    const [row] = await scenario.rows(store, 'bare')
    expect(row?.closures).toEqual(['bare', 'binary'])
  })
})

describe('what is asked for', () => {
  test('is for none of `systems`: that is said', async () => {
    const run = await publishTo('outputs', {
      'flake-attribute': '.#lone',
      systems: 'riscv64-linux'
    })
    const said = 'Nothing that was asked for is for riscv64-linux, which `systems` names'
    expect(run.warnings).toEqual([expect.stringContaining(said)])
    expect(run.summary).toContain(`> **Note:** ${said}`)
  })

  test('was made by a content-addressed derivation: published by its path, and the rest is said', async () => {
    const env = {
      ...scenario.nixEnv,
      NIX_CONFIG: `${nixConfig}\nexperimental-features = nix-command flakes ca-derivations`
    }
    const expression = `derivation {
      name = "floating-1.0"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo ${scenario.key.public} > $out" ];
      __contentAddressed = true; outputHashMode = "recursive"; outputHashAlgo = "sha256";
    }`
    const args = ['--no-out-link', '--expr', expression]
    const path = (await output('nix-build', args, { env })).trim()
    const run = await publishTo('outputs', { paths: path })
    expect(published(run)).toEqual(['floating-1.0'])
    const said = `Content-addressed derivations made ${path}: the cache gets`
    expect(run.warnings).toEqual([expect.stringContaining(said)])
    expect(run.summary).toContain('without their realisations')
  })

  test('by `^out,dev` is these outputs and no other', async () => {
    const run = await publishTo('outputs', { 'flake-attribute': '.#multi^out,dev' })
    expect(published(run)).toEqual(['multi-2.0', 'multi-2.0-dev'])
  })

  test('is published, and not skipped, when the target has it as part of something else', async () => {
    const run = await publishTo('bare', { 'flake-attribute': '.#greeting' })
    expect(published(run)).toEqual(['greeting-1.0.3'])
    expect(run.outputs['nar-count']).toBe('0')
    const skipped = JSON.parse(run.outputs['skipped'] ?? '[]') as { storePath: string }[]
    expect(pathNames(skipped.map(({ storePath }) => storePath))).toEqual(['words-0.9'])
    expect(run.outputs['store-paths']).toBe(jsonPaths(run.outputs['published'])[0])
  })

  test('in `paths` may be a store path, a link to one, or a path inside of one', async () => {
    const [lone = ''] = await scenario.build('.#lone')
    const [greeting = ''] = await scenario.build('.#greeting')
    symlinkSync(lone, join(scenario.workspace, 'result'))
    const paths = ['./result', `${greeting}/share/greeting`, `${hello}/bin/hello`, hello]
    const run = await publishTo('paths', { paths: paths.join('\n') })
    expect(run.outputs['store-paths']?.split('\n')).toEqual([lone, greeting, hello])
    expect(published(run)).toEqual(['greeting-1.0.3', 'hello-2.12.1', 'lone-1.0', 'words-0.9'])
    const rows = await scenario.rows(store, 'paths')
    expect(
      rows.map(({ name, attribute, output, system }) => [name, attribute, output, system])
    ).toEqual(['greeting', 'hello', 'lone'].map((name) => [name, null, null, 'x86_64-linux']))
  })

  test('may be a store path among the attributes', async () => {
    expect(published(await publishTo('attribute', { 'flake-attribute': hello }))).toContain(
      'hello-2.12.1'
    )
  })
})

describe('what is left out', () => {
  test('by `exclude` is counted with its expression, and the rest is proved all the same', async () => {
    const run = await publishTo('exclude', {
      'flake-attribute': '.#hello',
      exclude: '-words-\\d\n^nothing$'
    })
    expect(published(run)).toEqual(['greeting-1.0.3', 'hello-2.12.1'])
    expect(JSON.parse(run.outputs['skipped'] ?? '')).toEqual([
      {
        storePath: expect.stringMatching(/-words-0\.9$/),
        reason: 'excluded',
        detail: 'matches -words-\\d'
      }
    ])
    expect(run.summary).toContain('1 path excluded')
    expect(run.summary).toContain('Nix copied 2 paths')
  })

  test('because upstream signed it comes to a stranger from there', async () => {
    const key = await makeKey(scenario.folder, 'upstream-1')
    const keyFile = join(scenario.folder, 'upstream.secret')
    writeFileSync(keyFile, key.secret)
    const [words = ''] = await scenario.build('.#words')
    await output('nix', ['store', 'sign', '--key-file', keyFile, words], { env: scenario.nixEnv })
    const run = await publishTo('upstream', {
      'flake-attribute': '.#hello',
      'upstream-keys': 'upstream-1'
    })
    expect(published(run)).toEqual(['greeting-1.0.3', 'hello-2.12.1'])
    expect(JSON.parse(run.outputs['skipped'] ?? '')).toEqual([
      { storePath: words, reason: 'upstream', detail: 'signed by upstream-1' }
    ])
    expect(run.summary).toContain('Nix copied 2 paths')

    const upstream = cacheAddress(join(scenario.folder, 'upstream'))
    await output('nix', ['copy', '--to', upstream, words], { env: scenario.nixEnv })
    const cache = scenario.github.substituterUrl(store, 'upstream')
    const built = await newStranger(scenario).build({
      cache: `${cache} ${upstream}`,
      publicKey: `${scenario.key.public} ${key.public}`,
      paths: [hello]
    })
    expect(built).toMatchObject({ failure: '' })
  })

  test('is nothing with `upstream-keys: none`, and foreign signatures stay', async () => {
    const run = await publishTo('everything', {
      'flake-attribute': '.#words',
      'upstream-keys': 'none'
    })
    expect(published(run)).toEqual(['words-0.9'])
    const [path = ''] = jsonPaths(run.outputs['published'])
    const narinfo = await scenario.text(`${path.slice(11, 43)}.narinfo`, store, 'everything')
    expect(narinfo.match(/^Sig: .*?:/gm)).toEqual(['Sig: cache-1:', 'Sig: upstream-1:'])
  })
})

test('an attribute of one output, as nixpkgs marks it, is that output', async () => {
  const run = await publishTo('output', { 'flake-attribute': '.#split.dev' })
  expect(published(run)).toEqual(['multi-2.0-dev'])
  expect(await scenario.rows(store, 'output')).toMatchObject([
    { name: 'multi', output: 'dev', attribute: '.#split.dev' }
  ])
})

test.each(['publish', 'matrix'])(
  'mode %s tells of a typo in an imported file where it is, and Nix’s words in the log',
  async (mode) => {
    const folder = join(scenario.workspace, 'typo')
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'flake.nix'),
      '{ outputs = _: { packages.x86_64-linux = import ./lib.nix; }; }\n'
    )
    writeFileSync(join(folder, 'lib.nix'), '{\n  x = undefinedName;\n}\n')
    const run = await scenario.publish({ mode, 'flake-attribute': './typo#x' })
    expect(run.exitCode).toBe(1)
    expect(run.errors).toEqual([
      expect.stringContaining("undefined variable 'undefinedName' (at lib.nix:2:7)")
    ])
    expect(run.errors[0]).toMatch(/Try `.*nix .* eval .*` on your machine/)
    expect(run.log).toContain("error: undefined variable 'undefinedName'")
  }
)

test('the index names the commit that was evaluated, and none of a tree with changes', async () => {
  const { workspace } = scenario
  const git = (...args: string[]): Promise<string> =>
    output('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: workspace,
      env: scenario.nixEnv
    })
  await git('init', '-q')
  await git('add', '.')
  await git('commit', '-q', '-m', 'first')
  const revision = (await git('rev-parse', 'HEAD')).trim()
  const env = { GITHUB_SHA: revision }
  const sourceOf = async (branch: string, attribute: string): Promise<unknown> => {
    const inputs = { 'flake-attribute': attribute, 'target-branch': branch }
    expect(await scenario.publish(inputs, { env })).toMatchObject({ exitCode: 0, errors: [] })
    return (await scenario.rows(store, branch)).map(({ source }) => source)
  }
  expect(await sourceOf('committed', '.?submodules=1#lone')).toEqual([
    { repository: project, revision }
  ])
  appendFileSync(join(workspace, 'flake.nix'), '# changed\n')
  expect(await sourceOf('changed', '.#lone')).toEqual([null])
})
