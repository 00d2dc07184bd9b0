/**
 * Memory and time of evaluating every attribute of a flake, of which each keeps some memory:
 *
 *     node bench/evaluate.ts          # 100 attributes of 4 MiB, at most 200 MiB of values at a time
 *     node bench/evaluate.ts --long   # 500 attributes of 16 MiB, at most 2 GiB; some minutes
 *
 * Beside ours one `nix eval` of all, and `nix eval` of each by two workers, which is how nix-eval-jobs keeps memory low (it starts a worker
 * anew when that is over its limit). Memory is that of all processes of Nix at one moment, at most, as /proc tells it.
 *
 * Ends with 1 when ours takes half as much again as it may.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { attempt } from '../src/errors.ts'
import { silentLog } from '../src/log.ts'
import { listAttributes } from '../src/nix/list-attributes.ts'
import { openNix } from '../src/nix/nix.ts'
import { expectNix } from '../src/nix/run.ts'
import { testEnvironment } from '../__tests__/support/nix.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'

const mebibyte = 1024 * 1024
const isLong = process.argv.includes('--long')
const attributes = isLong ? 500 : 100
const each = (isLong ? 16 : 4) * mebibyte
const room = (isLong ? 2048 : 200) * mebibyte
const workers = 2
/** A number in a list: an argument and a call of 24 bytes each, and the place in the list. */
const numberBytes = 56

const flake = `{
  outputs = _: {
    packages.x86_64-linux = builtins.listToAttrs (builtins.genList (n: rec {
      name = "p\${toString n}";
      value = let list = builtins.genList (x: x) ${Math.round(each / numberBytes)}; in builtins.seq list (derivation {
        inherit name; system = "x86_64-linux"; builder = "/bin/sh";
      } // { inherit list; });
    }) ${attributes});
  };
}`

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
try {
  writeFileSync(join(folder, 'flake.nix'), flake)
  let commands = 0
  const debug = (): void => {
    commands++
  }
  // As much as this bench gives it, of its own accord Nix begins with 384 MiB.
  const env = { ...testEnvironment(), GC_INITIAL_HEAP_SIZE: '16M' }
  const nix = await openNix({ env, cwd: folder, log: { ...silentLog, debug } })
  const output = ['packages', 'x86_64-linux']
  const set = `.#${output.join('.')}`
  const evaluate = (apply: string, reference: string): Promise<string> =>
    expectNix(nix, { program: 'nix', args: ['eval', '--json', '--apply', apply, '--', reference] })
  const names = Array.from({ length: attributes }, (_, n) => `p${n}`)
  const ways: Record<string, () => Promise<unknown>> = {
    'ours, in parts': async () => {
      const evaluators = { limit: pLimit(workers), share: room / workers, whole: room }
      const [answer] = await listAttributes(nix, '.', [{ path: output, kind: 'each' }], evaluators)
      if (answer?.filter(({ described }) => described !== null).length !== attributes)
        throw new Error('an attribute is missing')
    },
    'one `nix eval` of all': () => evaluate('builtins.mapAttrs (name: one: one.drvPath)', set),
    '`nix eval` of each, two workers': () =>
      pLimit(workers).map(names, (name) => evaluate('one: one.drvPath', `${set}.${name}`))
  }
  console.log(
    `| ${attributes} attributes of ${each / mebibyte} MiB | evaluations | memory at most | of what ours may take | seconds | CPU |`
  )
  console.log('|---|--:|--:|--:|--:|--:|')
  for (const [name, way] of Object.entries(ways)) {
    commands = 0
    const [begin, computed] = [performance.now(), cpuSeconds()]
    const peak = await peakOf(way)
    const seconds = [(performance.now() - begin) / 1000, cpuSeconds() - computed]
    const memory = `${(peak / mebibyte).toFixed(0)} MiB | ${(peak / room).toFixed(2)}`
    console.log(
      `| ${name} | ${commands} | ${memory} | ${seconds.map((s) => s.toFixed(1)).join(' | ')} |`
    )
    if (name.startsWith('ours') && peak > room * 1.5) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Bytes that the processes below this one had in memory at most, looked at 20 times a second. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryBelow(process.pid))
  }, 50)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return peak
}

function memoryBelow(parent: number): number {
  const statuses = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => attempt(() => readFileSync(`/proc/${name}/status`, 'utf8'), ''))
  const numberIn = (status: string, field: string): number =>
    Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  const below = (pid: number): number =>
    statuses
      .filter((status) => numberIn(status, 'PPid') === pid)
      .reduce(
        (sum, status) => sum + 1024 * numberIn(status, 'VmRSS') + below(numberIn(status, 'Pid')),
        0
      )
  return below(parent)
}
