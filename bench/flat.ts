/**
 * What grows with the number of items: how often each work starts a program, and what the two that ask Nix the most take beside one question
 * for all:
 *
 *     node bench/flat.ts          # 1, 10 and 100 items
 *     node bench/flat.ts --long   # and 500
 *
 * The works are whole runs of our sources, with the tests' GitHub and real Nix, each with items that no run has seen: built paths, attributes
 * of a flake in a Git repository. `git` has what Nix starts of it, too.
 *
 * Ends with 1 when a hundred items cost more than ten.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import {
  attributesOf,
  builtPaths,
  flakeOf,
  works,
  type Counts
} from '../__tests__/support/flat-works.ts'
import { startScenario } from '../__tests__/support/scenario.ts'
import { silentLog } from '../src/log.ts'
import { queryClosureOfSome } from '../src/nix/closure.ts'
import { evaluateInstallables } from '../src/nix/evaluate.ts'
import { openNix } from '../src/nix/nix.ts'
import { queryPathInfo } from '../src/nix/path-info.ts'
import { resolveGivenPaths } from '../src/publish/given-paths.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'

const sizes = process.argv.includes('--long') ? [1, 10, 100, 500] : [1, 10, 100]
const rounds = 5

const scenario = await startScenario({ conditions: { git: 'served' } })
try {
  await countAll()
  await timeAll()
} finally {
  await scenario.close()
}

async function countAll(): Promise<void> {
  console.log(`| work | of | ${sizes.map((size) => `${size} items`).join(' | ')} |`)
  console.log(`|---|---|${sizes.map(() => '--:').join('|')}|`)
  for (const [name, work] of Object.entries(works)) {
    const counts = new Map<number, Counts>()
    for (const size of sizes) counts.set(size, await work(scenario, size))
    const kinds = Object.keys(counts.get(10) ?? {}) as (keyof Counts)[]
    for (const kind of kinds) {
      const cells = sizes.map((size) => counts.get(size)?.[kind])
      console.log(`| ${name} | ${kind} | ${cells.join(' | ')} |`)
      if ((counts.get(100)?.[kind] ?? 0) > (counts.get(10)?.[kind] ?? 0)) {
        console.error(`${name}: 100 items cost more of ${kind} than 10`)
        process.exitCode = 1
      }
    }
  }
}

async function timeAll(): Promise<void> {
  console.log('\n| work | items | ours | CPU | the peer | CPU | ratio of CPU |')
  console.log('|---|--:|--:|--:|--:|--:|--:|')
  const { nixEnv: env, folder } = scenario
  const peer =
    (args: string[], cwd = folder) =>
    (): Promise<void> => {
      execFileSync('nix', args, {
        env,
        cwd,
        stdio: ['ignore', 'ignore', 'pipe'],
        maxBuffer: 2 ** 30
      })
      return Promise.resolve()
    }
  for (const size of sizes) {
    const paths = builtPaths(scenario, size)
    const place = { workspace: folder, runnerSystem: 'x86_64-linux' }
    await compare('plan and select paths, and `nix path-info --json` of all', size, {
      ours: async () => {
        const roots = join(folder, `roots-${performance.now()}`)
        const nix = await openNix({ env, cwd: folder, log: silentLog, roots })
        await resolveGivenPaths(nix, paths, place)
        const { closure } = await queryClosureOfSome(nix, paths, 'binary')
        await queryPathInfo(nix, closure)
      },
      peer: peer(['path-info', '--json', '--recursive', '--', ...paths])
    })
    const flake = await flakeOf(scenario, size)
    const attributes = attributesOf(size)
    const all = 'set: map (name: set.${name}.drvPath) (builtins.attrNames set)'
    await compare('evaluate attributes, and one `nix eval --apply` of all', size, {
      ours: async () => {
        const nix = await openNix({ env, cwd: flake, log: silentLog })
        const { failures } = await evaluateInstallables(nix, attributes)
        if (failures.length > 0) throw new Error('an attribute failed')
      },
      peer: peer(['eval', '--json', '--apply', all, '--', '.#packages.x86_64-linux'], flake)
    })
  }
}

/** Alternating; the medians, in milliseconds. CPU is that of this process and of what it starts. */
async function compare(
  work: string,
  size: number,
  ways: Record<'ours' | 'peer', () => Promise<void>>
): Promise<void> {
  const measured = { ours: [] as [number, number][], peer: [] as [number, number][] }
  for (let round = 0; round < rounds; round++) {
    for (const way of ['ours', 'peer'] as const) {
      const [begin, computed] = [performance.now(), cpuSeconds()]
      await ways[way]()
      measured[way].push([performance.now() - begin, 1000 * (cpuSeconds() - computed)])
    }
  }
  const of = (way: 'ours' | 'peer', which: 0 | 1): number =>
    median(measured[way].map((pair) => pair[which]))
  const times = (['ours', 'peer'] as const).flatMap((way) =>
    ([0, 1] as const).map((which) => `${of(way, which).toFixed(0)} ms`)
  )
  const ratio = (of('ours', 1) / of('peer', 1)).toFixed(1)
  console.log(`| ${[work, size, ...times, ratio].join(' | ')} |`)
}
