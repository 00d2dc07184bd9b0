/**
 * What a start takes, beside an empty script of Node's:
 *
 *     node bench/start.ts [--bundle DIR]... [--peer FILE] [turns]
 *
 * All take turns. Medians of the wall time and means of the CPU time of all processes of a run, and what all of them read of the bundle in
 * JavaScript. DIR: another `dist` in the same run, as of the commit before; FILE: another action's bundle, started as the post step of a job that left it nothing.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runAndWatch } from '../__tests__/support/loaded-files.ts'
import { addStorePath } from '../__tests__/support/store-paths.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { median } from './support/median.ts'

interface Start {
  what: string
  command: readonly [string, ...string[]]
  env?: Record<string, string>
}

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bundle: { type: 'string', multiple: true, default: [] },
    peer: { type: 'string' }
  }
})
const turns = Number(positionals[0] ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
const empty = join(folder, 'empty.mjs')

try {
  const given = prepareFolder()
  const starts = startsOf(given.path)
  const taken = new Map(starts.map(({ what }) => [what, { walls: [] as number[], cpu: 0 }]))
  for (let turn = 0; turn < turns; turn++) {
    for (const { what, command, env } of starts) {
      const [wall, cpu] = [performance.now(), cpuSeconds()]
      spawnSync(process.execPath, command, { cwd: folder, env: { ...given.env, ...env } })
      const sums = taken.get(what)
      sums?.walls.push(performance.now() - wall)
      if (sums !== undefined) sums.cpu += cpuSeconds() - cpu
    }
  }
  console.log('| start | wall, median | least | CPU, mean | files | JavaScript |')
  console.log('|---|--:|--:|--:|--:|--:|')
  for (const { what, command, env } of starts) {
    const { files } = await runAndWatch(command, { ...given.env, ...env }, folder)
    const own = files.map((file) => resolve(root, file)).filter((file) => file !== empty)
    const bytes = own.reduce((sum, file) => sum + statSync(file).size, 0)
    const { walls = [], cpu = 0 } = taken.get(what) ?? {}
    const times = [median(walls), Math.min(...walls), (1000 * cpu) / turns]
    console.log(
      `| ${what} | ${times.map((ms) => `${ms.toFixed(0)} ms`).join(' | ')} | ${own.length} | ${(bytes / 1000).toFixed(0)} kB |`
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** A job's folder and environment, and a store that holds the path already. */
function prepareFolder(): { env: Record<string, string>; path: string } {
  const files = ['STATE', 'OUTPUT', 'ENV', 'STEP_SUMMARY'].map((name) => {
    const file = join(folder, name)
    writeFileSync(file, '')
    return [`GITHUB_${name}`, file] as const
  })
  const repo = (name: string): unknown => ({ repo: { full_name: name } })
  writeFileSync(
    join(folder, 'fork.json'),
    JSON.stringify({ pull_request: { head: repo('x/y'), base: repo('a/b') } })
  )
  const env = {
    ...Object.fromEntries(files),
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    NIX_CONFIG: process.env['NIX_CONFIG'] ?? '',
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder
  }
  spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(folder, 'store')])
  const path = addStorePath('held-already')
  const first = spawnSync(process.execPath, [join(root, 'dist/index.js')], {
    cwd: folder,
    env: { ...env, ...publishing(path) },
    encoding: 'utf8'
  })
  if (first.status !== 0) throw new Error(first.stdout + first.stderr)
  return { env, path }
}

function publishing(path: string): Record<string, string> {
  return { INPUT_PATHS: path, 'INPUT_TARGET-REPOSITORY': './store', INPUT_VERIFY: 'none' }
}

function startsOf(path: string): Start[] {
  const fork = {
    INPUT_MODE: 'hook',
    INPUT_TOKEN: 'x',
    'INPUT_TARGET-REPOSITORY': 'a/b',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: join(folder, 'fork.json')
  }
  writeFileSync(empty, '')
  const ofBundle = (dist: string): Start[] => {
    const name = (what: string): string => (dist === 'dist' ? what : `${what} (${dist})`)
    const [action, cli] = [resolve(root, dist, 'index.js'), resolve(root, dist, 'cli/index.js')]
    return [
      { what: name('post, nothing left'), command: [action], env: { STATE_main: 'started' } },
      { what: name('main, no such mode'), command: [action], env: { INPUT_MODE: 'none' } },
      { what: name('main, `hook` for a fork'), command: [action], env: fork },
      { what: name('main, `publish` of what is held'), command: [action], env: publishing(path) },
      { what: name('`--version`'), command: [cli, '--version'] },
      { what: name('`publish --help`'), command: [cli, 'publish', '--help'] },
      { what: name('`queue list`'), command: [cli, 'queue', 'list', '--queue-dir', folder] }
    ]
  }
  return [
    { what: 'an empty script', command: [empty] },
    ...(values.peer === undefined
      ? []
      : [{ what: 'another action’s post step', command: [resolve(values.peer)] as const }]),
    ...['dist', ...values.bundle].flatMap(ofBundle)
  ]
}
