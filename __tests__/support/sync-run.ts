/**
 * Whole runs of version-sync through the bundle: a GitHub with packages in its repositories, checkouts that are clones of them, and
 * the small nixpkgs.
 */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { createClient } from '../support-github/client.ts'
import { rebuildGitRepository } from './github/git-rebuild.ts'
import type { GitHubOptions } from './github/options.ts'
import { isWriting } from './github/recorder.ts'
import { startGitHub, type GitHubServer, type RecordedRequest } from './github/server.ts'
import { nixConfig } from './nix.ts'
import { output } from './program.ts'
import { runHere } from './run-here.ts'
import { runAction, type RunnerOptions, type RunResult } from './runner.ts'
import { namedCases, readTree, type SyncCase } from './sync-cases.ts'
import { writeTree, type Tree } from './sync-hashes.ts'
import { makePackageSet, ownSystem, type PackageSet } from './sync-packages.ts'

export const syncTokens = {
  'app-token': { login: 'sync-app', access: 'write' },
  'job-token': { login: 'github-actions[bot]', access: 'write' },
  'read-token': { login: 'mallory', access: 'read' }
} as const

export interface SyncRuns {
  readonly github: GitHubServer
  /** For whatever the test writes; gone after `close`. */
  readonly folder: string
  readonly set: PackageSet
  /** Commits a case's files to main as its maintainers would. `executable`: those of them that are. */
  place(repository: string, tree: Tree, executable?: readonly string[]): Promise<void>
  /** A clone of a branch (default: main), as actions/checkout leaves it. */
  checkout(repository: string, branch?: string): Promise<string>
  /** All branches with their commits. */
  refs(repository: string): Promise<string[]>
  /** The bundle, in a new checkout of the repository's main unless another is given. */
  run(repository: string, inputs: SyncInputs, options?: SyncRunOptions): Promise<SyncRun>
  close(): Promise<void>
}

export type SyncInputs = Readonly<Record<string, string>>

export interface SyncRunOptions extends Partial<Omit<RunnerOptions, 'github' | 'inputs'>> {
  /** Programs that come before all others in PATH. */
  bin?: string
  /** The run is a step of this process (run-here.ts) and not of the bundle. */
  isHere?: boolean
}

export interface SyncRun extends RunResult {
  workspace: string
  /** What the repositories of this run were asked, by whomever. */
  requests: RecordedRequest[]
  /** Requests that may change something. */
  writes: string[]
  /** What is in the checkout that was not before, or is otherwise; empty: it is as it was. */
  workspaceChanges: string
}

/** `parent`: where all folders are made; default: that for temporary files. `salt`: of all that is fetched and built; default: another each time. */
export async function startSyncRuns(
  options: GitHubOptions,
  parent = realpathSync(tmpdir()),
  salt = randomBytes(6).toString('hex')
): Promise<SyncRuns> {
  const folder = makeScratch(parent)
  const set = makePackageSet(folder, salt)
  const github = await startGitHub({ tokens: syncTokens, ...options })
  const checkout: SyncRuns['checkout'] = async (repository, branch = 'main') => {
    const bare = await rebuildGitRepository(github, repository, branch, join(folder, 'rebuilt'))
    const clone = mkdtempSync(join(folder, 'checkout-'))
    await output('git', ['clone', '--quiet', '--', bare, clone])
    return clone
  }
  return {
    github,
    folder,
    set,
    place: async (repository, tree, executable = []) => {
      await github.commitFiles(repository, 'main', Object.fromEntries(tree), 'infer 0.76.0')
      if (executable.length > 0) await makeExecutable(github, repository, tree, executable)
    },
    checkout,
    refs: async (repository) => {
      const branches = await github.objects.branches(github.repository(repository))
      const refs = branches.map(async (name) => `${name} ${await github.head(repository, name)}`)
      return Promise.all(refs)
    },
    run: async (repository, inputs, { bin, env, isHere = false, ...more } = {}) => {
      const workspace = more.workspace ?? (await checkout(repository))
      const before = await stateOf(workspace)
      const start = github.requests.length
      const run = await (isHere ? runHere : runAction)({
        github,
        repository,
        parent: folder,
        inputs: { mode: 'version-sync', token: 'app-token', ...inputs },
        ...more,
        workspace,
        env: {
          NIX_CONFIG: set.env['NIX_CONFIG'],
          NIX_PATH: set.env['NIX_PATH'],
          XDG_CACHE_HOME: set.env['XDG_CACHE_HOME'],
          ...(bin !== undefined && { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }),
          ...env
        }
      })
      const own = [repository, inputs['target-repository'], inputs['fork']]
      const requests = github.requests
        .slice(start)
        .filter(({ path }) =>
          own.some((name) => name !== undefined && `${path}/`.startsWith(`/repos/${name}/`))
        )
      const after = await stateOf(workspace)
      return {
        ...run,
        workspace,
        requests,
        writes: requests.filter(isWriting).map(({ call }) => call),
        workspaceChanges: before === after ? '' : after
      }
    },
    close: async () => {
      await github.close()
      removeScratch(folder, parent)
    }
  }
}

async function makeExecutable(
  github: GitHubServer,
  repository: string,
  tree: Tree,
  paths: readonly string[]
): Promise<void> {
  const client = createClient(github, 'app-token')
  const head = (await github.head(repository, 'main')) ?? ''
  const commit = await github.objects.commit(github.repository(repository), head)
  const changed = await client.make(repository, 'trees', {
    base_tree: commit?.tree.sha,
    tree: paths.map((path) => ({ path, mode: '100755', type: 'blob', content: tree.get(path) }))
  })
  const message = 'chmod +x'
  const made = await client.make(repository, 'commits', { message, tree: changed, parents: [head] })
  await client.updateRef(repository, 'main', made)
}

/** Commit, index and files. */
async function stateOf(workspace: string): Promise<string> {
  const git = (...args: string[]): Promise<string> => output('git', args, { cwd: workspace })
  const isRepository = readdirSync(workspace).includes('.git')
  const texts = [...readTree(workspace)].filter(([path]) => !path.startsWith('.git/'))
  return JSON.stringify([
    isRepository ? await git('rev-parse', 'HEAD') : '',
    isRepository ? await git('status', '--porcelain', '--ignored') : '',
    texts
  ])
}

/** For all stories of a file, in milliseconds. */
export const storyTime = 900_000
/** A run waits for Nix and for answers most of its time. */
const storiesAtOnce = 3

/** Starts stories that have nothing to do with each other, a few at a time; a test awaits the one that it is about. */
export function startStories<T extends Record<string, () => Promise<unknown>>>(
  stories: T
): { [K in keyof T]: ReturnType<T[K]> } {
  const limit = pLimit(storiesAtOnce)
  const started = Object.entries(stories).map(([name, story]) => [name, limit(story)] as const)
  return Object.fromEntries(started) as { [K in keyof T]: ReturnType<T[K]> }
}

/** A fixture's package on its way from 0.76.0 to a version, with changes to its files' text. The hashes are names still. */
export function caseTo(
  name: string,
  version: string,
  edit: (text: string) => string = (text) => text
): SyncCase {
  const found = namedCases.find((one) => one.name === name)
  if (found === undefined) throw new Error(`there is no case ${name}`)
  const before = changed(found.before, edit)
  // One that fails as a fixture says nothing of what comes after.
  const after =
    found.after.size > 0
      ? changed(found.after, (text) => edit(text).replaceAll(found.version, () => version))
      : changed(before, (text) => text.replaceAll('0.76.0', () => version))
  return { ...found, version, before, after, systems: [ownSystem] }
}

function changed(tree: Tree, edit: (text: string) => string): Tree {
  return new Map([...tree].map(([path, text]) => [path, edit(text)]))
}

/** Environment of a machine of the system: Nix builds for nothing else, and Node says that it is one. The set’s builders are shell scripts. */
export function machineOf(system: string): Record<string, string> {
  if (system === ownSystem) return {}
  const arch = system.startsWith('aarch64') ? 'arm64' : 'x64'
  const disguise = `Object.defineProperty(process,"arch",{value:"${arch}"})`
  return {
    NIX_CONFIG: `${nixConfig}\nsystem = ${system}\nextra-platforms =`,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(disguise)}`
  }
}

/** The number that a program writes into a file, as soon as it has done so. */
export async function numberIn(file: string): Promise<number> {
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (text.endsWith('\n')) return Number(text)
    await sleep(20)
  }
}

/** The only hash of a file in SRI's form. */
export function hashIn(text: string | undefined): string {
  const [hash, ...others] = text?.match(/sha256-[^"]+/g) ?? []
  if (hash === undefined || others.length > 0) throw new Error('there is not exactly one hash')
  return hash
}

/** A folder for the PATH of a machine that has git and nothing else. */
export async function gitAlone(folder: string): Promise<string> {
  const bin = mkdtempSync(join(folder, 'bin-'))
  symlinkSync(await output('sh', ['-c', 'command -v git']), join(bin, 'git'))
  return bin
}

/** The lock file of a tree with a flake at its top. */
export async function lockFile(set: PackageSet, tree: Tree): Promise<string> {
  const folder = mkdtempSync(join(set.folder, 'lock-'))
  writeTree(folder, tree)
  await output('nix', ['flake', 'lock', `path:${folder}`], set)
  return readFileSync(join(folder, 'flake.lock'), 'utf8')
}
