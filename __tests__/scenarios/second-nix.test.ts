import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { enterChroot, type Chroot } from '../support/chroot.ts'
import { newerNixRoot, testNixes, thisMachine } from '../support/nix.ts'
import type { RunnerOptions, RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, pathNames, startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

const isHere = testNixes.some(({ name }) => name !== thisMachine.name)
if (isHere) {
  describe('with a newer Nix, the whole action in a Debian of its own', () => {
    roundTrip()
  })
} else {
  test.todo('with a newer Nix: script/second-nix installs one (root on Debian)')
}

function roundTrip(): void {
  let scenario: Scenario
  let chroot: Chroot
  let run: RunResult
  const inChroot = (): Partial<RunnerOptions> => ({
    node: join(chroot.programs, 'node'),
    entry: chroot.entry,
    parent: chroot.folder
  })
  beforeAll(async () => {
    chroot = enterChroot(newerNixRoot)
    scenario = await startScenario({ parent: chroot.folder })
    run = await scenario.publish({ 'flake-attribute': '.#hello\n.#multi' }, inChroot())
  })
  afterAll(async () => {
    await scenario.close()
    await chroot.close()
  })

  test('publishes the closure and proves it', () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(pathNames(jsonPaths(run.outputs['published']))).toEqual([
      'greeting-1.0.3',
      'hello-2.12.1',
      'multi-2.0',
      'multi-2.0-dev',
      'multi-2.0-doc',
      'words-0.9'
    ])
    expect(run.summary).toContain('Nix copied 6 paths from the new commit into a fresh store')
  })

  test.each(['newer', 'older'])('is substituted by the %s Nix', async (which) => {
    const { nixEnv } = scenario
    const PATH = `${chroot.programs}:${nixEnv['PATH'] ?? ''}`
    const stranger = newStranger({
      ...scenario,
      nixEnv: which === 'newer' ? { ...nixEnv, PATH } : nixEnv
    })
    const request = {
      cache: scenario.github.substituterUrl(store, 'main'),
      publicKey: scenario.key.public,
      paths: jsonPaths(run.outputs['published'])
    }
    expect(await stranger.copy(request)).toMatchObject({ failure: '' })
    expect(await stranger.check()).toMatchObject({ failure: '' })
  })

  test('finds it all published when it runs again', async () => {
    scenario.github.reset()
    const again = await scenario.publish({ 'flake-attribute': '.#hello\n.#multi' }, inChroot())
    expect(again).toMatchObject({ exitCode: 0, errors: [] })
    expect(scenario.github.counts()).toMatchObject({ api: 2, writes: 0 })
  })
}
