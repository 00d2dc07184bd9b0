import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { nixConfig } from '../support/nix.ts'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, pathNames, startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
})
afterAll(() => scenario.close())

describe('of many attributes, with one that does not build and one that does not evaluate', () => {
  let run: RunResult
  beforeAll(async () => {
    const attributes = ['.#broken', '.#hello', '.#throws', '.#missing', '.#lone']
    run = await scenario.publish({ 'flake-attribute': attributes.join('\n') })
  })

  test('the others are published and proved', async () => {
    expect(pathNames(jsonPaths(run.outputs['published']))).toEqual([
      'greeting-1.0.3',
      'hello-2.12.1',
      'lone-1.0',
      'words-0.9'
    ])
    expect(pathNames((run.outputs['store-paths'] ?? '').split('\n'))).toEqual([
      'hello-2.12.1',
      'lone-1.0'
    ])
    expect(run.summary).toContain('Nix copied 4 paths from the new commit')
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(store, 'main'),
      publicKey: scenario.key.public,
      paths: jsonPaths(run.outputs['published'])
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('the job fails with one annotation that names each', () => {
    expect(run.exitCode).toBe(1)
    expect(run.errors).toHaveLength(1)
    for (const words of [
      '.#broken: ',
      'this compiler is unhappy',
      '.#throws: this one throws on purpose',
      ".#missing: flake 'path:"
    ]) {
      expect(run.errors[0]).toContain(words)
    }
  })

  test('the summary lists them beside what was published', () => {
    expect(run.summary).toMatch(/^\*\*Published\*\* 2 artifacts.*\*\*3 installables failed\.\*\*/)
    expect(run.summary).toMatch(/^\| `\.#broken` \| `BUILD_FAILED` \| /m)
    expect(run.summary).toMatch(/^\| `\.#throws` \| `EVALUATION_FAILED` \| this one throws/m)
  })

  test('no request for a commit is made when nothing is left', async () => {
    scenario.github.reset()
    const again = await scenario.publish({ 'flake-attribute': '.#hello\n.#throws' })
    expect(again.exitCode).toBe(1)
    expect(again.errors).toEqual([expect.stringMatching(/^EVALUATION_FAILED \.#throws: /)])
    expect(scenario.github.counts().writes).toBe(0)
  })

  test('nobody is told how to use a branch that does not exist', async () => {
    const inputs = { 'flake-attribute': '.#throws', 'target-branch': 'not-made' }
    const failed = await scenario.publish(inputs)
    const dry = await scenario.publish({
      ...{ ...inputs, 'flake-attribute': '.#hello', 'dry-run': 'true' }
    })
    expect(dry.summary).toContain('**Dry run, nothing was written**')
    expect(run.summary).toContain('How to use the cache')
    for (const { outputs, summary } of [failed, dry]) {
      expect(outputs['commit-sha']).toBe('')
      expect(summary).not.toContain('How to use the cache')
      expect(summary).not.toContain('0.0 s')
    }
  })
})

test('a system that this machine cannot build fails by name, and its sibling is published', async () => {
  const run = await scenario.publish(
    {
      'flake-attribute': '.#packages.{system}.other',
      systems: 'x86_64-linux aarch64-linux',
      'target-branch': 'systems'
    },
    { env: { NIX_CONFIG: `${nixConfig}\nextra-platforms =` } }
  )
  expect(run.exitCode).toBe(1)
  expect(run.errors).toEqual([
    expect.stringMatching(/^SYSTEM_FOREIGN \.#packages\.aarch64-linux\.other: [^]*mode: matrix/)
  ])
  expect((await scenario.rows(store, 'systems')).map(({ system }) => system)).toEqual([
    'x86_64-linux'
  ])
})
