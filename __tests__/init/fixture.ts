/** A checkout of a project on a GitHub of its own, and `init` in it as this process's own steps. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { findCheckout } from '../../src/init/checkout.ts'
import { tokenOfGh } from '../../src/init/gh.ts'
import { init } from '../../src/init/init.ts'
import type { InitOptions, InitRun, Questions } from '../../src/init/run.ts'
import { silentLog } from '../../src/log.ts'
import { GitHubApi } from '../../src/repository/github/api.ts'
import { defaultLimits } from '../../src/repository/limits.ts'
import { realPace } from '../../src/repository/pace.ts'
import { removeFolder } from '../../src/scratch.ts'
import type { GitHubOptions, GitHubServer } from '../support/github/server.ts'
import { startGitHub } from '../support/github/server.ts'
import { nixConfig } from '../support/nix.ts'
import { output } from '../support/program.ts'

export const repository = 'alice/project'

export const tokens = {
  administrator: { login: 'alice', access: 'write', administers: true },
  'without-secrets': { login: 'alice', access: 'write', administers: true, lacks: ['secrets'] },
  'without-administration': { login: 'alice', access: 'write' }
} as const

/** Packages of two systems; nothing that an earlier run built answers for it. */
export function flakeText(names: readonly string[] = ['default', 'tool']): string {
  const salt = randomBytes(6).toString('hex')
  const packages = names.map(
    (name) =>
      `${JSON.stringify(name).replaceAll('${', '\\${')} = derivation { inherit system; name = "tool-1.0"; builder = "/bin/sh"; args = [ "-c" "${name === 'broken' ? 'exit 3' : `echo ${salt} > $out; exit 0`}" ]; };`
  )
  return `{ outputs = { self }: { packages = builtins.listToAttrs (map (system: { name = system; value = { ${packages.join(' ')} }; }) [ "x86_64-linux" "aarch64-linux" ]); }; }\n`
}

export interface Project {
  github: GitHubServer
  /** All that is here; gone after `close`. */
  folder: string
  checkout: string
  /** Where `gh` would be found. */
  bin: string
  /** As a terminal would have them. */
  variables: Record<string, string>
  git(...args: string[]): Promise<string>
  /** Adds the file to the checkout, and to Git's index. */
  write(path: string, text: string): Promise<void>
  /** A `gh` that is this script of Node's. */
  installGh(script: string): void
  init(options?: Partial<InitOptions>, by?: Partial<By>): Promise<Ran>
  close(): Promise<void>
}

interface By {
  /** null: that of `gh`. */
  token: string | null
  questions: Questions
}

type Ran = Awaited<ReturnType<typeof init>> & {
  /** What was told, in order. */
  told: string[]
  warnings: string[]
  hidden: string[]
}

/** Agrees to everything, and chooses the first. */
export const agreeing: Questions = {
  confirm: () => Promise.resolve(true),
  choose: (_message, [first]) => Promise.resolve(first?.value ?? '')
}

export async function startProject(
  options: Partial<GitHubOptions> = {},
  flake = flakeText()
): Promise<Project> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-init-')))
  const checkout = join(folder, 'checkout')
  const bin = join(folder, 'bin')
  for (const path of [checkout, bin, join(folder, 'scratch')]) mkdirSync(path)
  const github = await startGitHub({ repositories: [{ name: repository }], tokens, ...options })
  const git = (...args: string[]): Promise<string> => output('git', ['-C', checkout, ...args])
  const write = async (path: string, text: string): Promise<void> => {
    mkdirSync(join(checkout, path, '..'), { recursive: true })
    writeFileSync(join(checkout, path), text)
    await git('add', '--force', '--', path)
  }
  await output('git', ['init', '-q', '--initial-branch=main', checkout])
  await git('remote', 'add', 'origin', `${github.serverUrl}/${repository}.git`)
  await write('flake.nix', flake)
  const variables = {
    PATH: `${bin}:${process.env['PATH'] ?? ''}`,
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'scratch'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    NIX_CONFIG: nixConfig,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl
  }
  return {
    ...{ github, folder, checkout, bin, variables, git, write },
    installGh: (script) => {
      const file = join(bin, 'gh')
      writeFileSync(file, `#!${process.execPath}\n${script}`)
      chmodSync(file, 0o755)
    },
    init: (given = {}, by = {}) => run({ folder, checkout, variables }, given, by),
    close: async () => {
      await github.close()
      removeFolder(folder)
    }
  }
}

async function run(
  { folder, checkout, variables }: Pick<Project, 'folder' | 'checkout' | 'variables'>,
  given: Partial<InitOptions>,
  { token = 'administrator', questions = agreeing }: Partial<By>
): Promise<Ran> {
  const told: string[] = []
  const warnings: string[] = []
  const hidden: string[] = []
  const log = {
    ...silentLog,
    info: (line: string) => void told.push(line),
    warning: (line: string) => void warnings.push(line)
  }
  const here = { ...readEnvironment(variables), workspace: checkout }
  const { root, owner, repo } = await findCheckout(here, log)
  const environment = { ...here, workspace: root }
  const ofGh = token === null ? await tokenOfGh({ environment, log }) : null
  const api = new GitHubApi({
    ...{ owner, repo, token: ofGh ?? token ?? '', log, pace: realPace },
    apiUrl: environment.apiUrl,
    isForkPullRequest: false,
    limits: { ...defaultLimits, requestTime: 3000 }
  })
  const options: InitOptions = {
    attribute: null,
    keyName: null,
    keyFolder: null,
    replaceSecret: false,
    skip: new Set(),
    dryRun: false,
    ...given
  }
  const all: InitRun & { scratch: string; token: string } = {
    ...{ options, questions, environment, api, log, token: ofGh ?? token ?? '' },
    hasGh: ofGh !== null,
    hide: (secret) => void hidden.push(secret),
    scratch: mkdtempSync(join(folder, 'scratch', 'run-'))
  }
  return { ...(await init(all)), told, warnings, hidden }
}

/** `done`, `there` … of each step by its name. */
export function states({ report }: Pick<Ran, 'report'>): Record<string, string> {
  return Object.fromEntries(report.steps.map(({ step, state }) => [step, state]))
}

/** Requests that would change something. */
export function writes({ github }: Project): string[] {
  return github.requests
    .filter(({ method, path }) => method !== 'GET' && method !== 'HEAD' && path !== '/graphql')
    .map(({ method, path }) => `${method} ${path}`)
}
