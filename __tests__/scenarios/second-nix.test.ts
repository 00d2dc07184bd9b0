import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCacheService, type CacheService } from '../support/cache-service/server.ts'
import { enterChroot, type Chroot } from '../support/chroot.ts'
import { newerNixRoot, otherNixRoots, thisMachine } from '../support/nix.ts'
import { output } from '../support/program.ts'
import type { RunnerOptions, RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  makeKey,
  newStranger,
  pathNamed,
  pathNames,
  startScenario,
  store
} from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

if (otherNixRoots.length === 0) {
  test.todo('with a newer Nix: script/other-nix installs two (root on Debian)')
} else {
  describe.each(otherNixRoots)(
    'the whole action in a Debian of its own, with its Nix: %s',
    (root) => {
      roundTrip(root)
    }
  )
}

function roundTrip(root: string): void {
  let scenario: Scenario
  let chroot: Chroot
  let run: RunResult
  let service: CacheService | undefined
  const inChroot = (): Partial<RunnerOptions> => ({
    node: join(chroot.programs, 'node'),
    entry: chroot.entry,
    parent: chroot.folder
  })
  beforeAll(async () => {
    chroot = enterChroot(root)
    scenario = await startScenario({ parent: chroot.folder })
    run = await scenario.publish({ 'flake-attribute': '.#hello\n.#multi' }, inChroot())
  })
  afterAll(async () => {
    await Promise.all([scenario.close(), service?.close()])
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

  test.each([thisMachine.name, ...otherNixRoots])(
    'is substituted with signatures required by %s',
    async (reader) => {
      const place = otherNixRoots.includes(reader) ? enterChroot(reader) : null
      const { folder, nixEnv } = scenario
      const PATH = [place?.programs, nixEnv['PATH']].filter((part) => part !== undefined).join(':')
      const stranger = newStranger({
        folder: place?.folder ?? folder,
        nixEnv: { ...nixEnv, PATH }
      })
      const request = {
        cache: scenario.github.substituterUrl(store, 'main'),
        publicKey: scenario.key.public,
        paths: jsonPaths(run.outputs['published'])
      }
      try {
        const other = await makeKey(folder, 'cache-1')
        expect(await stranger.copy({ ...request, publicKey: other.public })).toMatchObject({
          failure: expect.stringMatching(/lacks a (valid )?signature/)
        })
        expect(await stranger.copy(request)).toMatchObject({ failure: '' })
        expect((await stranger.paths()).sort()).toEqual([...request.paths].sort())
        expect(await stranger.check()).toMatchObject({ failure: '' })
      } finally {
        await place?.close()
      }
    }
  )

  test('finds it all published when it runs again', async () => {
    scenario.github.reset()
    const again = await scenario.publish({ 'flake-attribute': '.#hello\n.#multi' }, inChroot())
    expect(again).toMatchObject({ exitCode: 0, errors: [] })
    expect(scenario.github.counts()).toMatchObject({ api: 2, writes: 0 })
  })

  // What follows does not go by the version; once is enough.
  if (root !== newerNixRoot) return

  test('pins what `om ci` named, by a link into its own store', async () => {
    const { workspace, nixEnv } = scenario
    const hello = pathNamed(jsonPaths(run.outputs['published']), 'hello-2.12.1')
    const build = { 'x86_64-linux': { outPaths: [`${hello}/bin/hello`], byName: { hello } } }
    const results = join(workspace, 'om.json')
    writeFileSync(
      results,
      JSON.stringify({ systems: ['x86_64-linux'], result: { ROOT: { build } } })
    )
    const inStore = await output('nix-store', ['--add', results], {
      cwd: workspace,
      env: { ...nixEnv, PATH: `${chroot.programs}:${nixEnv['PATH'] ?? ''}` }
    })
    symlinkSync(inStore, join(workspace, 'result'))
    const pinned = await scenario.publish(
      { 'om-results': 'result', 'pin-prefix': 'feat/$(x)' },
      inChroot()
    )
    expect(pinned).toMatchObject({ exitCode: 0, errors: [] })
    expect(pinned.log).toContain(`Pin feat/$(x)-x86_64-linux-hello => ${hello}\n`)
    expect(await scenario.text('pins/feat%2f%24%28x%29-x86_64-linux-hello')).toBe(`${hello}\n`)
  })

  test('builds nothing again that an earlier job kept', async () => {
    service = await startCacheService()
    const { env } = service
    const temp = join(scenario.folder, 'temp')
    mkdirSync(temp)
    const job = async (output: string): Promise<RunResult> =>
      scenario.publish(
        {
          ...{ phase: 'pack', 'signing-key': undefined, cache: 'true' },
          ...{
            'flake-attribute': '.#hello-next',
            'output-directory': join(scenario.folder, output)
          }
        },
        { ...inChroot(), env: { ...env, RUNNER_TEMP: temp } }
      )
    const built = ({ log }: RunResult): number => log.match(/^building '/gm)?.length ?? 0
    const first = await job('out-1')
    expect(first).toMatchObject({ exitCode: 0, errors: [], post: { warnings: [] } })
    expect(built(first)).toBeGreaterThan(0)
    expect(service.entries).toHaveLength(1)
    const paths = (first.outputs['store-paths'] ?? '').split('\n')
    await output(join(chroot.programs, 'nix-store'), ['--delete', '--ignore-liveness', ...paths], {
      env: scenario.nixEnv,
      cwd: scenario.workspace
    })
    const second = await job('out-2')
    expect(second).toMatchObject({ exitCode: 0, errors: [], warnings: [], post: { warnings: [] } })
    expect(built(second)).toBe(0)
    expect(second.summary).toContain('paths that earlier runs built |')
  })
}
