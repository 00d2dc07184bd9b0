/** Runs of `phase: pack` and `phase: commit` in this process, against an embedded GitHub, with store paths that need no build. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment, type Environment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog, type Log } from '../../src/log.ts'
import { parsePublishInputs, type PublishInputs } from '../../src/publish/inputs.ts'
import { publish } from '../../src/publish/publish.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Limits } from '../../src/repository/limits.ts'
import type { Reported } from '../../src/run.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { nixConfig } from '../support/nix.ts'

export interface PhaseOptions {
  github: Pick<GitHubServer, 'apiUrl' | 'serverUrl'>
  /** For the run's scratch folder, and relative paths. */
  folder: string
  env?: Record<string, string>
  /** Default: one that says nothing. */
  log?: Log | undefined
  /** Default: GitHub's. */
  limits?: Partial<Limits>
}

export const revision = '0123456789abcdef0123456789abcdef01234567'

export async function runPhase(
  given: Record<string, string>,
  options: PhaseOptions
): Promise<Reported<PublishReport>> {
  const { folder, log = silentLog, limits = {} } = options
  const { inputs, environment } = environmentOf(given, options)
  mkdirSync(folder, { recursive: true })
  return publish({
    inputs,
    environment,
    scratch: mkdtempSync(join(folder, 'scratch-')),
    log,
    limits,
    timings: []
  })
}

/** What a run with these inputs reads. */
export function environmentOf(
  inputs: Record<string, string>,
  { github, folder, env = {} }: PhaseOptions
): { inputs: PublishInputs; environment: Environment } {
  const environment = readEnvironment({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NIX_CONFIG: nixConfig,
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_SHA: revision,
    GITHUB_RUN_ID: '4711',
    GITHUB_WORKSPACE: folder,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    ...env,
    ...Object.fromEntries(
      Object.entries({ 'target-repository': 'alice/store', ...inputs }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value
      ])
    )
  })
  return {
    inputs: parsePublishInputs(
      environment,
      readSecrets(environment, () => undefined)
    ),
    environment
  }
}
