import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { evaluatorsAtOnce } from '../../src/nix/evaluators.ts'
import { removeFolder, thisMachine } from '../support/nix.ts'
import { output } from '../support/program.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeParts, partsFile } from '../support/sync-parts.ts'
import { makeProject, syncProject } from '../support/sync-project.ts'

test.each([
  ['as many as there are cores', { cores: 4, memory: 64e9 }, 4],
  ['no more than there is memory for', { cores: 16, memory: 7e9 }, 3],
  ['one where there is little of either', { cores: 1, memory: 64e9 }, 1],
  ['one where there is none to spare', { cores: 4, memory: 1e9 }, 1]
])('evaluates %s', (_what, machine, expected) => {
  expect(evaluatorsAtOnce(machine)).toBe(expected)
})

describe('systems side by side', () => {
  // Some tenths of a second for each evaluation.
  const weight = 500_000
  let set: PackageSet
  let text: string
  beforeAll(async () => {
    set = makePackageSet(thisMachine.makeFolder(), randomBytes(6).toString('hex'), weight)
    text = (await makeParts(set, { count: 1, shape: 'independent' })).get(partsFile) ?? ''
  })
  afterAll(() => removeFolder(set.folder))

  const others = ['aarch64-linux', 'x86_64-linux', 'x86_64-darwin', 'aarch64-darwin'].filter(
    (system) => system !== ownSystem
  )
  const systems = [ownSystem, ...others]

  /** `more`: of the package's attributes. */
  async function syncWith(more: string, { bin }: { bin?: string } = {}): Promise<SyncReport> {
    const tool = text.replace('pname = "tool";', () => `pname = "tool"; ${more}`)
    const project = await makeProject(set, new Map([[partsFile, tool]]))
    const PATH = [bin, set.env['PATH']].filter(Boolean).join(':')
    const request = { package: `file:${partsFile}`, version: '1.3.0', systems: systems.join(' ') }
    return syncProject({ ...set, env: { ...set.env, PATH } }, project, request)
  }

  /** A `nix-instantiate` that notes how many of it run: one line for each beginning and each end. */
  async function watchEvaluators(): Promise<{ bin: string; most: () => number }> {
    const bin = mkdtempSync(join(set.folder, 'evaluators-'))
    const notes = join(bin, 'notes')
    const real = await output('sh', ['-c', 'command -v nix-instantiate'])
    const script = `#!/bin/sh
case "$*" in *'nar-publish reads meta'*) ;; *) exec ${real} "$@" ;; esac
echo 1 >> ${notes}
${real} "$@"
status=$?
echo -1 >> ${notes}
exit $status
`
    writeFileSync(join(bin, 'nix-instantiate'), script)
    chmodSync(join(bin, 'nix-instantiate'), 0o755)
    const most = (): number => {
      let running = 0
      const counts = readFileSync(notes, 'utf8').trim().split('\n').map(Number)
      return Math.max(...counts.map((change) => (running += change)))
    }
    return { bin, most }
  }

  test('are as many as the machine takes, and each is evaluated as often as alone', async () => {
    const { bin, most } = await watchEvaluators()
    const { counts } = await syncWith('', { bin })
    expect(counts?.evaluations).toEqual(Object.fromEntries(systems.map((system) => [system, 3])))
    const machine = { cores: availableParallelism(), memory: process.availableMemory() }
    expect(most()).toBeLessThanOrEqual(evaluatorsAtOnce(machine))
    expect(most()).toBeGreaterThanOrEqual(Math.min(evaluatorsAtOnce(machine), 2))
  })

  test('fail with the first of them that fails, whichever is done first', async () => {
    const [, slow = '', quick = ''] = others
    const long =
      'builtins.length (builtins.genList (x: x) 3000000) + builtins.length (builtins.sort builtins.lessThan (builtins.genList (x: 0 - x) 300000))'
    const fails = `broken = if stdenv.system == "${quick}" then throw "quick" else if stdenv.system == "${slow}" then builtins.seq (${long}) (throw "slow") else "";`
    await expect(syncWith(fails)).rejects.toMatchObject({
      code: 'EVALUATION_FAILED',
      subject: `file:${partsFile} (${slow})`,
      reason: expect.stringContaining('slow')
    })
  })

  test('may each find out that the same attribute of meta does not evaluate', async () => {
    const meta = `meta = { homepage = if stdenv.system == "${ownSystem}" then "https://example.org" else abort "none"; };`
    const { counts, notes } = await syncWith(meta)
    expect(Object.keys(counts?.evaluations ?? {})).toEqual(systems)
    expect(notes).toEqual([
      expect.stringMatching(/^`meta\.homepage` does not evaluate and was not read: /)
    ])
  })
})
