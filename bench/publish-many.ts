/**
 * Publishing 100 artifacts that are in the store already, each with a library of its own, into a store of 10, in one run:
 *
 *     node bench/publish-many.ts [--paths N] [--programs]
 *
 * ours by push (`git http-backend`), ours by the API (the tests' GitHub), and by hand: `nix copy` to a folder, then clone, add, commit and
 * push of that; and looked back: `git clone --depth 1` of it and `nix copy` out of that into a fresh store, with signatures required, as `verify`
 * does. Hosts and publishers are on this machine, and take turns. `--programs` tells which were started, step by step. CPU is told apart: that of
 * who publishes (Node's start included), and that of the host, which is this process with what it starts.
 *
 * What a publish does and the way by hand does not: it asks the store what it has, finds out what upstream has (none is there), and writes
 * index and README.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiledSources } from '../__tests__/support/compiled-sources.ts'
import { startGitHttp } from '../__tests__/support/git-http.ts'
import { startGitHub } from '../__tests__/support/github/server.ts'
import { cpuSeconds } from './support/cpu-seconds.ts'
import { filledStore } from './support/filled-store.ts'
import { git, makeBareRepository } from './support/git-store.ts'
import { median } from './support/median.ts'
import type { Publishing } from './support/publish-main.ts'

const { values: options } = parseArgs({
  options: {
    paths: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    programs: { type: 'boolean', default: false }
  }
})
const artifacts = Number(options.paths)
const rounds = Number(options.rounds)
const nixConfig =
  'experimental-features = nix-command flakes\nbuild-users-group =\nsubstituters =\nsandbox = false\nfsync-metadata = false\n'
const repository = 'alice/store'
/** Seconds. */
interface ByHand {
  copy: number
  git: number
  look: number
}

/** `host`: seconds of CPU. */
type Served = Publishing & { host: number }

const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
const environment = {
  PATH: process.env['PATH'],
  HOME: scratch,
  NIX_CONFIG: nixConfig,
  NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
  ...compiledSources
}

const key = makeKey()
const paths = buildPaths()
try {
  await compare()
} finally {
  execFileSync('chmod', ['-R', 'u+w', scratch])
  // The roots of the publishes are in it.
  rmSync(scratch, { recursive: true })
  nix('nix-store', ['--delete', ...paths.toDelete])
}

async function compare(): Promise<void> {
  const files = filledStore(10)
  const github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } },
    conditions: { git: 'served' }
  })
  const host = await startGitHttp({ root: scratch })
  const publishings: Record<string, Served[]> = { 'ours, push': [], 'ours, API': [] }
  const byHand: ByHand[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const fresh = Object.fromEntries(files)
      await makeBareRepository(join(scratch, `ours-${round}.git`), files)
      await makeBareRepository(join(scratch, `hand-${round}.git`), files)
      await github.commitFiles(repository, `round-${round}`, fresh, 'fill the store')
      github.reset()
      const none = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' }
      const pushed = {
        'target-repository': `${host.url}/ours-${round}.git`,
        'target-branch': 'main'
      }
      publishings['ours, push']?.push(await withHost(() => publish(none, pushed)))
      const asked = { 'target-repository': repository, 'target-branch': `round-${round}` }
      publishings['ours, API']?.push(
        await withHost(() => publish(github, { ...asked, token: 'writer', route: 'api' }))
      )
      byHand.push(await publishByHand(`${host.url}/hand-${round}.git`, round))
    }
  } finally {
    await Promise.all([github.close(), host.close()])
  }
  print(publishings, byHand)
}

/** Seconds of CPU that this process, and what it started for others, took meanwhile. */
async function withHost(body: () => Promise<Publishing>): Promise<Served> {
  const before = cpuSeconds()
  const publishing = await body()
  return { ...publishing, host: cpuSeconds() - before - publishing.cpu }
}

function print(publishings: Record<string, Served[]>, byHand: readonly ByHand[]): void {
  const steps = ['plan', 'select', 'pack', 'commit', 'verify']
  const head = `| ${artifacts} artifacts, ${paths.all.length} paths | seconds | of the way by hand | and looked back`
  console.log(`${head} | ${steps.join(' | ')} | programs | CPU | the host’s | peak RSS |`)
  console.log(`|---|--:|--:|--:|${'--:|'.repeat(steps.length)}--:|--:|--:|--:|`)
  const handOf = (read: (one: ByHand) => number): number => median(byHand.map(read))
  const hand = handOf(({ copy, git }) => copy + git)
  const looked = handOf(({ copy, git, look }) => copy + git + look)
  for (const [way, all] of Object.entries(publishings)) {
    const of = (read: (one: Served) => number): string => median(all.map(read)).toFixed(2)
    const ratios = [hand, looked].map((peer) => of(({ seconds }) => seconds / peer))
    const phases = steps.map((step) => of(({ phases }) => phases[step] ?? 0))
    const programs = median(all.map(({ programs }) => Object.values(programs).flat().length))
    const rest = [
      of(({ cpu }) => cpu),
      of(({ host }) => host),
      `${median(all.map(({ peak }) => peak)).toFixed(0)} MiB`
    ]
    const cells = [way, of(({ seconds }) => seconds), ...ratios, ...phases, programs, ...rest]
    console.log(`| ${cells.join(' | ')} |`)
    if (options.programs) console.error(way, countPrograms(all.at(-1)?.programs ?? {}))
  }
  const [copy, pushing, look] = (['copy', 'git', 'look'] as const).map((part) =>
    handOf((one) => one[part]).toFixed(2)
  )
  const nothing = `${steps.map(() => ' |').join('')} 5 | | | |`
  console.log(
    `| by hand: \`nix copy\` ${copy}, git ${pushing} | ${hand.toFixed(2)} | 1.00 | ${(hand / looked).toFixed(2)} |${nothing}`
  )
  console.log(
    `| and looked back ${look} | ${looked.toFixed(2)} | ${(looked / hand).toFixed(2)} | 1.00 |${nothing.replace('5', '7')}`
  )
}

/** How often each was started in each step: the program, and the first of its arguments that says what to do. */
function countPrograms(programs: Publishing['programs']): Record<string, Record<string, number>> {
  const kindOf = (line: string): string =>
    /^(nix-store|nix|git|\S+)( --query)? (--?\S+|\S+)/.exec(line)?.[0] ?? line
  return Object.fromEntries(
    Object.entries(programs).map(([step, lines]) => [
      step,
      Object.fromEntries(
        [...Map.groupBy(lines, kindOf)].map(([kind, { length }]) => [kind, length])
      )
    ])
  )
}

async function publish(
  github: { apiUrl: string; serverUrl: string },
  inputs: Record<string, string>
): Promise<Publishing> {
  const folder = mkdtempSync(join(scratch, 'run-'))
  const given = {
    mode: 'publish',
    paths: paths.artifacts.join('\n'),
    'upstream-keys': 'none',
    'signing-key': key.secret,
    ...inputs
  }
  const program = join(import.meta.dirname, 'support', 'publish-main.ts')
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      RUNNER_TEMP: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      GITHUB_REPOSITORY: 'alice/project',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_RUN_ID: '4711',
      GITHUB_EVENT_NAME: 'push',
      ...Object.fromEntries(
        Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
      )
    }
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(`publish-main.ts ended with ${status}`)
  return JSON.parse(output) as Publishing
}

async function publishByHand(url: string, round: number): Promise<ByHand> {
  const begin = performance.now()
  const copied = join(scratch, `copied-${round}`)
  nix('nix', [
    ...[
      'copy',
      '--no-check-sigs',
      '--to',
      `file://${copied}?compression=zstd&secret-key=${key.file}`
    ],
    ...paths.artifacts
  ])
  const middle = performance.now()
  const clone = join(scratch, `clone-${round}`)
  await git('/', ['clone', '--quiet', url, clone])
  cpSync(copied, clone, { recursive: true })
  await git(clone, ['add', '--all'])
  await git(clone, ['commit', '--quiet', '--message=publish'])
  await git(clone, ['push', '--quiet', 'origin', 'main'])
  const end = performance.now()
  const [read, store] = [join(scratch, `read-${round}`), join(scratch, `store-${round}`)]
  await git('/', ['clone', '--quiet', '--depth=1', url, read])
  const trust = ['--option', 'require-sigs', 'true', '--option', 'trusted-public-keys', key.public]
  const from = ['--from', `file://${read}`, '--to', `local?root=${store}`]
  nix('nix', ['copy', ...from, ...trust, '--option', 'secret-key-files', '', ...paths.artifacts])
  return {
    copy: (middle - begin) / 1000,
    git: (end - middle) / 1000,
    look: (performance.now() - end) / 1000
  }
}

/** A key of Nix's: where it is, its text, and the public one. */
function makeKey(): { file: string; secret: string; public: string } {
  const file = join(scratch, 'key')
  const secret = nix('nix', ['key', 'generate-secret', '--key-name', 'bench-1'])
  writeFileSync(file, secret)
  const options = { encoding: 'utf8', env: environment, input: secret } as const
  const told = execFileSync('nix', ['key', 'convert-secret-to-public'], options)
  return { file, secret, public: told }
}

/** Derivations of 20 kB each, half noise: a tool, and a library that it needs. */
function buildPaths(): { artifacts: string[]; all: string[]; toDelete: string[] } {
  const file = join(scratch, 'paths.nix')
  const noise = join(scratch, 'noise')
  writeFileSync(noise, randomBytes(7500).toString('base64'))
  writeFileSync(
    file,
    `let
      make = name: needs: derivation {
        inherit name needs; system = builtins.currentSystem; builder = "/bin/sh"; noise = ${noise};
        salt = "${randomBytes(6).toString('hex')}";
        args = [ "-c" "read -r text < $noise || true; echo \\"$name $salt $needs $text\\" > $out" ];
      };
    in builtins.genList (index: make "tool\${toString index}-1.0" (make "lib\${toString index}-1.0" "")) ${artifacts}`
  )
  const built = nix('nix-build', ['--no-out-link', file]).trim().split('\n')
  const query = (...args: string[]): string[] =>
    nix('nix-store', ['--query', ...args])
      .trim()
      .split('\n')
  const all = query('--requisites', ...built)
  const derivations = query('--requisites', ...query('--deriver', ...built))
  return { artifacts: built, all, toDelete: [...all, ...derivations] }
}

function nix(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    env: environment,
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe']
  })
}
