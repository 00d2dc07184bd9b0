/** A whole run's surroundings: a GitHub on loopback, a project's checkout, a signing key, and a stranger who reads the cache. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { readCatalogue } from './catalogue.ts'
import type { GitHubOptions, GitHubServer } from './github/server.ts'
import type { RepositorySetup } from './github/options.ts'
import { startGitHub } from './github/server.ts'
import { nixConfig, testEnvironment } from './nix.ts'
import { output, runProgram } from './program.ts'
import type { ProgramResult } from './program.ts'
import { runHere } from './run-here.ts'
import { runAction } from './runner.ts'
import type { RunnerOptions, RunResult } from './runner.ts'

/** The target of `publish`, with a README and a branch `main`. */
export const store = 'alice/store'
/** The repository that workflows run in. */
export const project = 'alice/project'

export interface Scenario {
  readonly github: GitHubServer
  /** For whatever the test writes; gone after `close`. */
  readonly folder: string
  /** The checkout: the fixture flake, with derivations that no other run has. */
  readonly workspace: string
  readonly key: SigningKey
  /** Runs the bundle: signed, to `store`, unless the inputs say otherwise; an input that is undefined is left out. */
  publish(inputs: Inputs, options?: Partial<RunnerOptions>): Promise<RunResult>
  /** A run that only prepares for what is tested: throws with its log when it fails. */
  prepare(inputs: Inputs): Promise<RunResult>
  /** Builds an attribute of the checkout past the action. Gives its output paths. */
  build(attribute: string): Promise<string[]>
  /** Environment for Nix: no network, and a cache of its own for what it remembers of substituters. */
  readonly nixEnv: Record<string, string>
  /** Rows of the catalogue of a branch (default `main` of `store`). */
  rows(repository?: string, branch?: string): Promise<CatalogueRow[]>
  /** A text file of a branch (default `main` of `store`), empty when it is not there. */
  text(path: string, repository?: string, branch?: string): Promise<string>
  close(): Promise<void>
}

export type Inputs = Record<string, string | undefined>

export interface SigningKey {
  /** Both `name:base64`. */
  secret: string
  public: string
}

export interface ScenarioOptions {
  /** On top of `store` and `project`. */
  repositories?: RepositorySetup[]
  conditions?: GitHubOptions['conditions']
  /** Which Nix, and where it sees files: the machine's by default. */
  parent?: string
  /** Runs are steps of this process (run-here.ts) and not of the bundle. */
  isHere?: boolean
}

export const tokens = {
  'writer-token': { login: 'alice', access: 'write' },
  'reader-token': { login: 'mallory', access: 'read' }
} as const

export async function startScenario(options: ScenarioOptions = {}): Promise<Scenario> {
  const parent = realpathSync(options.parent ?? tmpdir())
  const folder = makeScratch(parent)
  const workspace = join(folder, 'workspace')
  const nixEnv = { ...testEnvironment(), XDG_CACHE_HOME: join(folder, 'cache') }
  mkdirSync(workspace)
  writeProject(workspace)
  const runnerFolders: string[] = []
  const [key, github] = await Promise.all([
    makeKey(folder, 'cache-1'),
    startGitHub({
      repositories: [{ name: store }, { name: project }, ...(options.repositories ?? [])],
      tokens,
      ...(options.conditions && { conditions: options.conditions })
    })
  ])
  const text: Scenario['text'] = async (path, repository = store, branch = 'main') =>
    (await github.readFile(repository, branch, path))?.toString() ?? ''
  const publish: Scenario['publish'] = async (inputs, runnerOptions) => {
    const all: Inputs = {
      'target-repository': store,
      token: 'writer-token',
      'signing-key': (inputs['mode'] ?? 'publish') === 'publish' ? key.secret : undefined,
      ...inputs
    }
    const given = Object.entries(all).filter((input): input is [string, string] => !!input[1])
    const run = await (options.isHere === true ? runHere : runAction)({
      github,
      workspace,
      repository: project,
      inputs: Object.fromEntries(given),
      ...runnerOptions,
      env: {
        NIX_CONFIG: nixConfig,
        XDG_CACHE_HOME: nixEnv.XDG_CACHE_HOME,
        ...runnerOptions?.env
      }
    })
    runnerFolders.push(dirname(run.runnerTemp))
    return run
  }
  return {
    github,
    folder,
    workspace,
    key,
    nixEnv,
    text,
    publish,
    prepare: async (inputs) => {
      const run = await publish(inputs)
      if (run.exitCode !== 0) throw new Error(run.log)
      return run
    },
    build: async (attribute) => {
      const built = await output('nix', ['build', '--json', '--no-link', attribute], {
        cwd: workspace,
        env: nixEnv
      })
      const [result] = JSON.parse(built) as { outputs: Record<string, string> }[]
      return Object.values(result?.outputs ?? {})
    },
    rows: async (repository = store, branch = 'main') => {
      const head = await github.head(repository, branch)
      return head === null ? [] : [...(await readCatalogue(github, repository, head)).rows]
    },
    close: async () => {
      await github.close()
      for (const path of runnerFolders) await output('rm', ['-rf', '--', path])
      removeScratch(folder, parent)
    }
  }
}

/** The fixture flake, with a salt of its own. */
function writeProject(workspace: string): void {
  const fixture = readFileSync(join(import.meta.dirname, '../fixtures/project/flake.nix'), 'utf8')
  const salt = randomBytes(6).toString('hex')
  writeFileSync(
    join(workspace, 'flake.nix'),
    fixture.replaceAll('@salt@', () => salt)
  )
}

/** A key as Nix makes it. */
export async function makeKey(folder: string, name: string): Promise<SigningKey> {
  const file = join(mkdtempSync(join(folder, 'key-')), 'secret')
  const args = ['--generate-binary-cache-key', name, file, `${file}.public`]
  await output('nix-store', args, { env: testEnvironment() })
  const read = (path: string): string => readFileSync(path, 'utf8').trim()
  return { secret: read(file), public: read(`${file}.public`) }
}

export interface ReadRequest {
  cache: string
  /** The only key that is trusted. null: unsigned paths are taken. */
  publicKey: string | null
  paths: readonly string[]
}

/** A machine that has nothing but what it substitutes. */
export interface Stranger {
  /** For `--store`. */
  readonly store: string
  /** Where `/nix/store` of that store lies. */
  readonly root: string
  /** `nix copy --from`, signatures required. */
  copy(request: ReadRequest): Promise<ProgramResult>
  /** `nix build` of store paths or installables, with the cache as the only substituter and no leave to build. */
  build(request: ReadRequest, options?: { cwd?: string }): Promise<ProgramResult>
  /** What the store's own check of every byte says. */
  check(): Promise<ProgramResult>
  /** Store paths that it has. */
  paths(): Promise<string[]>
}

export function newStranger({ folder, nixEnv }: Pick<Scenario, 'folder' | 'nixEnv'>): Stranger {
  const root = mkdtempSync(join(folder, 'stranger-'))
  const nixStore = `local?root=${encodeURIComponent(root)}`
  const env = { ...nixEnv, XDG_CACHE_HOME: join(root, 'cache') }
  const trust = (publicKey: string | null): string[] =>
    publicKey === null
      ? ['--option', 'require-sigs', 'false']
      : ['--option', 'require-sigs', 'true', '--option', 'trusted-public-keys', publicKey]
  const nix = (args: string[], cwd = root): Promise<ProgramResult> =>
    runProgram('nix', args, { env, cwd })
  return {
    store: nixStore,
    root,
    copy: ({ cache, publicKey, paths }) =>
      nix(['copy', '--from', cache, '--to', nixStore, ...trust(publicKey), '--', ...paths]),
    build: ({ cache, publicKey, paths }, { cwd = root } = {}) =>
      nix(
        [
          ...['build', '--no-link', '--store', nixStore, '--max-jobs', '0'],
          ...['--option', 'substituters', cache, ...trust(publicKey), '--', ...paths]
        ],
        cwd
      ),
    check: () =>
      runProgram('nix-store', ['--store', nixStore, '--verify', '--check-contents'], {
        env,
        cwd: root
      }),
    paths: async () => {
      const all = await output('nix', ['path-info', '--store', nixStore, '--all'], {
        env,
        cwd: root
      })
      return all.split('\n').filter((path) => path !== '')
    }
  }
}

/** The store paths of an output such as `published`. */
export function jsonPaths(text: string | undefined): string[] {
  return JSON.parse(text ?? '[]') as string[]
}

/** `/nix/store/<hash>-<name>` by its name. */
export function pathNamed(paths: readonly string[], name: string): string {
  const found = paths.find((path) => path.slice('/nix/store/'.length + 33) === name)
  if (found === undefined) throw new Error(`no path named ${name} among ${paths.join(', ')}`)
  return found
}

/** Names (with versions) of store paths, sorted. */
export function pathNames(paths: readonly string[]): string[] {
  return paths.map((path) => path.slice('/nix/store/'.length + 33)).sort()
}
