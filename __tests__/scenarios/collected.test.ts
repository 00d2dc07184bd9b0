/** A garbage collector that takes what it may after each command of Nix's, and paths whose content is damaged or gone. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { enterChroot, type Chroot } from '../support/chroot.ts'
import { collectAlways, type NixCollector } from '../support/nix-collector.ts'
import { otherNixRoots, thisMachine } from '../support/nix.ts'
import { output } from '../support/program.ts'
import type { RunnerOptions, RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  pathNamed,
  pathNames,
  startScenario,
  store,
  type Inputs,
  type Scenario
} from '../support/scenario.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

describe.each([thisMachine.name, ...otherNixRoots])(
  'with a collector after each command of %s',
  (root) => {
    let scenario: Scenario
    let chroot: Chroot | null = null
    let collector: NixCollector
    let options: Partial<RunnerOptions>
    beforeAll(async () => {
      if (otherNixRoots.includes(root)) {
        const entered = enterChroot(root)
        chroot = entered
        scenario = await startScenario({ parent: entered.folder })
        collector = collectAlways(entered.folder, {
          nix: '/usr/bin',
          seen: (path) => entered.inside(path)
        })
        options = {
          node: join(entered.programs, 'node'),
          entry: entered.entry,
          parent: entered.folder
        }
        // The programs in there are found first.
        for (const program of ['nix', 'nix-store', 'nix-instantiate']) {
          execFileSync('cp', ['-a', join(collector.bin, program), join(entered.folder, 'inside')])
        }
      } else {
        scenario = await startScenario()
        const nix = dirname((await output('sh', ['-c', 'command -v nix-store'])).trim())
        collector = collectAlways(scenario.folder, { nix })
        options = { env: { PATH: `${collector.bin}:${process.env['PATH'] ?? ''}` } }
      }
    })
    afterAll(async () => {
      await scenario.close()
      await chroot?.close()
    })
    const publish = (inputs: Inputs): Promise<RunResult> => scenario.publish(inputs, options)

    test('what was built is there until it is packed and proved, also beside what does not build', async () => {
      const run = await publish({ 'flake-attribute': '.#hello\n.#broken\n.#multi^dev' })
      expect(run.errors).toEqual([expect.stringMatching(/^BUILD_FAILED \.#broken: /)])
      const published = jsonPaths(run.outputs['published'])
      expect(pathNames(published)).toEqual([
        'greeting-1.0.3',
        'hello-2.12.1',
        'multi-2.0-dev',
        'words-0.9'
      ])
      expect(run.summary).toContain('Nix copied 4 paths from the new commit into a fresh store')
      // It did try.
      expect(collector.left()).toEqual(
        expect.arrayContaining([pathNamed(published, 'hello-2.12.1')])
      )
    })

    test('with the derivations of it, and what they were built with', async () => {
      const run = await publish({
        'flake-attribute': '.#hello-next',
        closure: 'cache',
        verify: 'none',
        'target-branch': 'cache'
      })
      expect(run).toMatchObject({ exitCode: 0, errors: [] })
      const names = pathNames(jsonPaths(run.outputs['published']))
      expect(names).toEqual(expect.arrayContaining(['hello-2.13.0', 'hello-2.13.0.drv']))
    })

    test('a given path is rooted before it is asked about', async () => {
      const [given = ''] = chroot === null ? await scenario.build('.#lone') : []
      if (chroot !== null) {
        expect(given).toBe('')
        return
      }
      const run = await publish({ paths: given, 'target-branch': 'given' })
      expect(run).toMatchObject({ exitCode: 0, errors: [] })
      expect(jsonPaths(run.outputs['published'])).toEqual([given])
      expect(collector.taken()).not.toContain(given)
      expect(collector.left()).toContain(given)
    })
  }
)

describe('of several store paths, one of which cannot be read', () => {
  let scenario: Scenario
  beforeAll(async () => {
    scenario = await startScenario()
  })
  afterAll(() => scenario.close())

  test('the others land, and each is told with how it is repaired', async () => {
    const large = 5 * 1024 * 1024
    // Small ones and large ones are packed in different ways.
    const [changed, changedLarge, gone, goneLarge, unknown] = [
      addStorePath('changed-1.0'),
      addStorePath('changed-2.0', large),
      addStorePath('gone-1.0'),
      addStorePath('gone-2.0', large),
      addStorePath('unknown-1.0')
    ]
    const good = [addStorePath('good-1.0'), addStorePath('good-2.0', large)]
    for (const path of [changed, changedLarge]) {
      chmodSync(path, 0o644)
      appendFileSync(path, 'x')
    }
    for (const path of [gone, goneLarge]) rmSync(path)
    deleteStorePaths([unknown])
    const bad = [changed, changedLarge, gone, goneLarge, unknown]
    try {
      const run = await scenario.publish({ paths: [...bad, ...good].join('\n') })
      expect(run.exitCode).toBe(1)
      expect(run.errors).toHaveLength(1)
      expect(run.summary).toMatch(/^\*\*Published\*\* 2 artifacts.*\*\*5 installables failed\.\*\*/)
      const codes = {
        NAR_HASH_MISMATCH: [changed, changedLarge],
        STORE_PATH_DAMAGED: [gone, goneLarge],
        STORE_PATH_MISSING: [unknown]
      }
      for (const [code, paths] of Object.entries(codes)) {
        for (const path of paths) expect(run.summary).toContain(`| \`${path}\` | \`${code}\` |`)
      }
      for (const path of [changed, changedLarge, gone, goneLarge]) {
        expect(run.errors[0]).toContain(`nix-store --repair-path ${path}`)
        expect(run.summary).toContain(`nix-store --repair-path ${path}`)
      }
      expect(jsonPaths(run.outputs['published']).sort()).toEqual(good.toSorted())
      expect((await scenario.rows()).map(({ storePath }) => storePath).sort()).toEqual(
        good.toSorted()
      )
    } finally {
      deleteStorePaths([...bad.slice(0, -1), ...good])
    }
  })

  test('nothing lands that needs it, in both phases', async () => {
    const [hello = '', lone = ''] = [
      ...(await scenario.build('.#hello')),
      ...(await scenario.build('.#lone'))
    ]
    const closure = (await output('nix-store', ['--query', '--requisites', hello])).split('\n')
    const greeting = pathNamed(closure.filter(Boolean), 'greeting-1.0.3')
    rmSync(join(greeting, 'share/greeting'))
    const folder = join(scenario.folder, 'packed')
    const branch = { 'target-branch': 'needs' }
    const packed = await scenario.publish({
      ...{ phase: 'pack', 'output-directory': folder, 'signing-key': undefined, ...branch },
      'flake-attribute': '.#hello\n.#lone'
    })
    expect(packed.errors).toEqual([
      expect.stringMatching(`^NAR_HASH_MISMATCH ${hello}: it needs ${greeting}: `)
    ])
    const run = await scenario.publish({ phase: 'commit', packed: folder, ...branch })
    expect(run.errors).toEqual([expect.stringContaining(`it needs ${greeting}: `)])
    expect(jsonPaths(run.outputs['published'])).toEqual([lone])
    expect((await scenario.rows(store, 'needs')).map(({ storePath }) => storePath)).toEqual([lone])
  })
})
