import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheAddress } from '../support/cache-address.ts'
import { output } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  makeKey,
  newStranger,
  pathNamed,
  pathNames,
  startScenario,
  store
} from '../support/scenario.ts'
import type { Inputs, Scenario } from '../support/scenario.ts'

let scenario: Scenario
/** Of hello: itself, greeting and words. */
let hello: string
beforeAll(async () => {
  scenario = await startScenario()
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
