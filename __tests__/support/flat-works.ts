/** What is done for many items at once, with the processes that it starts counted: through our sources as they are, and real Nix. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filledStore } from '../../bench/support/filled-store.ts'
import { makeBareRepository } from '../../bench/support/git-store.ts'
import { compiledSources } from './compiled-sources.ts'
import { watchNix, type NixWitness } from './nix-witness.ts'
import { output, runProgram } from './program.ts'
import type { Inputs, Scenario } from './scenario.ts'

const sources = join(import.meta.dirname, '../../src')

/** How many of each kind a work took; a kind is a column of the table in bench/flat.ts. */
export interface Counts {
  /** Processes of Nix. */
  nix: number
  /** Processes of git: ours, and those that Nix starts. */
  git: number
}

/** Does it for so many items; throws when it fails. */
type Work = (scenario: Scenario, size: number) => Promise<Counts>

/** Tiny derivations, built, their outputs. */
export function builtPaths(scenario: Scenario, size: number): string[] {
  const expression = `builtins.genList (n: derivation {
    name = "flat-\${toString n}"; system = builtins.currentSystem; builder = "/bin/sh";
    salt = "${randomBytes(6).toString('hex')}"; args = [ "-c" "echo built; echo > $out; exit 0" ];
  }) ${size}`
  const options = { encoding: 'utf8', env: scenario.nixEnv, stdio: 'pipe' } as const
  const lines = (text: string): string[] => text.trim().split('\n')
  const drvPaths = lines(execFileSync('nix-instantiate', ['--expr', expression], options))
  return lines(execFileSync('nix-store', ['--realise', ...drvPaths], options))
}

/** A flake in a Git repository, of `p0` … `p<size - 1>`. */
export async function flakeOf(scenario: Scenario, size: number): Promise<string> {
  const folder = mkdtempSync(join(scenario.folder, 'flake-'))
  const flake = `{
    outputs = _: {
      packages.x86_64-linux = builtins.listToAttrs (builtins.genList (n: rec {
        name = "p\${toString n}";
        value = derivation {
          inherit name; system = "x86_64-linux"; builder = "/bin/sh";
          salt = "${randomBytes(6).toString('hex')}"; args = [ "-c" "echo built; echo > $out; exit 0" ];
        };
      }) ${size});
    };
  }`
  writeFileSync(join(folder, 'flake.nix'), flake)
  await output('git', ['init', '--quiet', folder])
  await output('git', ['-C', folder, 'add', 'flake.nix'])
  return folder
}

export const attributesOf = (size: number): string[] =>
  Array.from({ length: size }, (_, n) => `.#p${n}`)

export const works: Record<string, Work> = {
  'paths that exist': (scenario, size) =>
    runAction(scenario, { paths: builtPaths(scenario, size).join('\n') }),

  'results of om ci': (scenario, size) => {
    const paths = builtPaths(scenario, size)
    const byName = Object.fromEntries(paths.map((path, n) => [`p${n}`, path]))
    const file = join(mkdtempSync(join(scenario.folder, 'om-')), 'om.json')
    // Of two systems, so that the store has to tell which one each path is for.
    const systems = ['x86_64-linux', 'aarch64-linux']
    const result = { ROOT: { build: { outPaths: paths, byName } } }
    writeFileSync(file, JSON.stringify({ systems, result }))
    return runAction(scenario, { 'om-results': file })
  },

  'a pass of the queue': async (scenario, size) => {
    const folder = mkdtempSync(join(scenario.folder, 'queue-'))
    const repository = join(folder, 'store.git')
    await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository])
    const witness = await watchNix(scenario.folder, ['git'])
    const queue = (args: string[], env: NodeJS.ProcessEnv): Promise<string> =>
      output(
        process.execPath,
        [join(sources, 'cli.ts'), 'queue', ...args, '--queue-dir', join(folder, 'queue')],
        { cwd: folder, env: { ...scenario.nixEnv, ...compiledSources, ...env } }
      )
    // As the hook queues them: nobody has named one of them.
    await queue(['add'], { OUT_PATHS: builtPaths(scenario, size).join(' ') })
    await queue(['upload', '--target-repository', repository], { PATH: pathWith(witness) })
    return countsOf(witness)
  },

  'attributes of a flake': async (scenario, size) =>
    runAction(
      scenario,
      { 'flake-attribute': attributesOf(size).join('\n') },
      await flakeOf(scenario, size)
    ),

  'rows of a matrix': async (scenario, size) =>
    runAction(
      scenario,
      { mode: 'matrix', 'flake-attribute': '.#packages.*', systems: 'x86_64-linux' },
      await flakeOf(scenario, size)
    ),

  'a prune of a Git repository': (scenario, size) =>
    goThrough(scenario, size, ['prune', '--keep-generations=1', '--keep-days=0']),

  'a repair of it': (scenario, size) => goThrough(scenario, size, ['doctor', '--fix', '--quick']),

  'a look at its keys': (scenario, size) => goThrough(scenario, size, ['keys'])
}

/** A command on a store of so many artifacts, of each of which something is to be put right: a pin, badges of another look, a NAR of nobody. */
async function goThrough(
  scenario: Scenario,
  size: number,
  command: readonly string[]
): Promise<Counts> {
  const files = filledStore(size)
  for (const [path, text] of [...files].filter(([path]) => path.endsWith('.narinfo'))) {
    const [, storePath = '', number] = /^StorePath: (\S+-tool(\d+)-1\.0)$/m.exec(text) ?? []
    if (number === undefined) continue
    files.set(`pins/${path}`, `${storePath}\n`)
    files.set(`badge/tool${number}.svg`, `<svg ${number}></svg><!-- nar-publish -->`)
    files.set(`nar/00/${number}.nar`, number)
  }
  const folder = mkdtempSync(join(scenario.folder, 'store-'))
  const repository = join(folder, 'store.git')
  await makeBareRepository(repository, files)
  const witness = await watchNix(scenario.folder, ['git'])
  const env = { ...scenario.nixEnv, ...compiledSources, PATH: pathWith(witness) }
  const args = [join(sources, 'cli.ts'), ...command, repository]
  const { stderr } = await runProgram(process.execPath, args, { cwd: folder, env })
  if (/^error: /m.test(stderr)) throw new Error(stderr.slice(0, 2000))
  return countsOf(witness)
}

async function runAction(
  scenario: Scenario,
  inputs: Inputs,
  workspace = scenario.workspace
): Promise<Counts> {
  const witness = await watchNix(scenario.folder, ['git'])
  const env = { ...compiledSources, PATH: pathWith(witness) }
  const entry = join(sources, 'main.ts')
  // Also where a push would cost less, which this GitHub does not take.
  const route = inputs['mode'] === 'matrix' ? undefined : 'api'
  const run = await scenario.publish({ route, ...inputs }, { entry, workspace, env })
  if (run.exitCode !== 0) throw new Error(run.errors.join('\n').slice(0, 2000))
  return countsOf(witness)
}

function pathWith({ bin }: NixWitness): string {
  return `${bin}:${process.env['PATH'] ?? ''}`
}

function countsOf(witness: NixWitness): Counts {
  const programs = witness.commands().map(([program]) => program)
  const git = programs.filter((program) => program === 'git').length
  return { nix: programs.length - git, git }
}
