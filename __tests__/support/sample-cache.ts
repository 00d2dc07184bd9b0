/** A cache to look at: the demo's flake, published by the bundle, release after release, to an embedded GitHub that serves it by Pages. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { startGitHub, type GitHubServer } from './github/server.ts'
import { nixConfig } from './nix.ts'
import { runAction, type RunResult } from './runner.ts'
import { makeKey, type SigningKey } from './scenario.ts'
import { foreignSystem, ownSystem } from './sync-packages.ts'

export const sampleRepository = 'alice/binstore'
/** This machine's first. */
export const sampleSystems = [ownSystem, foreignSystem]
export const samplePackages = ['greeting', 'hello', 'moon', 'spell', 'tally', 'words']
/** Of what each package has versions. */
export const sampleReleases = 3

/** An input. */
export const samplePin = { pin: 'main-{system}-hello=.#packages.{system}.hello' }

export interface SampleCache {
  readonly github: GitHubServer
  /** For whatever the caller writes; gone after `close`. */
  readonly folder: string
  readonly key: SigningKey
  /** Where Pages serves it, with a slash at its end. */
  readonly url: string
  /** Publishes a release (from 0) of all packages for both systems. Throws with the log when it fails. */
  publish(release: number, options?: PublishOptions): Promise<RunResult>
  close(): Promise<void>
}

export interface PublishOptions {
  /** Instead of all. */
  packages?: readonly string[]
  /** When the action believes to run. Default: now. */
  at?: Date
  /** Instead of, or on top of, those that are given anyway. */
  inputs?: Record<string, string>
}

export interface SampleOptions {
  /** Part of each derivation: another one is another store path. Default: the time, so that each run builds. */
  salt?: string
  key?: SigningKey
}

export async function startSampleCache({
  salt = `${Date.now()}`,
  key
}: SampleOptions = {}): Promise<SampleCache> {
  const parent = tmpdir()
  const folder = makeScratch(parent)
  const flake = join(folder, 'flake')
  mkdirSync(flake)
  const signingKey = key ?? (await makeKey(folder, 'demo-cache-1'))
  const github = await startGitHub({
    repositories: [{ name: sampleRepository, initialized: false, pages: {} }],
    tokens: { 'demo-token': { login: 'alice', access: 'write' } }
  })
  return {
    github,
    folder,
    key: signingKey,
    url: github.pagesUrl(sampleRepository),
    publish: async (release, { packages = samplePackages, at, inputs } = {}) => {
      writeFileSync(join(flake, 'flake.nix'), demoFlake(salt, release))
      const run = await runAction({
        github,
        workspace: flake,
        parent: folder,
        repository: 'alice/tools',
        inputs: {
          'flake-attribute': packages.map((name) => `.#packages.{system}.${name}`).join('\n'),
          systems: sampleSystems.join(' '),
          'target-repository': sampleRepository,
          token: 'demo-token',
          'signing-key': signingKey.secret,
          ...inputs
        },
        env: {
          // Its builders are shells, which run on either.
          NIX_CONFIG: `${nixConfig}\nextra-platforms = ${sampleSystems.join(' ')}`,
          XDG_CACHE_HOME: join(folder, 'cache'),
          GITHUB_SHA: createHash('sha1').update(`release ${release}`).digest('hex'),
          GITHUB_RUN_ID: `${7_100_000_000 + release}`,
          ...(at && { NODE_OPTIONS: `--import=${clockFrom(at)}` })
        }
      })
      if (run.exitCode !== 0) throw new Error(run.log)
      return run
    },
    close: async () => {
      await github.close()
      removeScratch(folder, parent)
    }
  }
}

/** The flake as it stands at a release. */
function demoFlake(salt: string, release: number): string {
  const text = readFileSync(join(import.meta.dirname, '../../script/demo-flake/flake.nix'), 'utf8')
  return text
    .replace('salt = "";', () => `salt = "${salt}";`)
    .replace('release = 0;', `release = ${release};`)
}

/** A module after which it is that time, and goes on from there. */
function clockFrom(at: Date): string {
  const code = `
    const Now = Date
    const later = ${at.getTime()} - Now.now()
    globalThis.Date = class extends Now {
      constructor(...given) { super(...(given.length > 0 ? given : [Now.now() + later])) }
      static now() { return Now.now() + later }
    }`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
