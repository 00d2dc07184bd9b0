/** Our reusable workflow in the project of a scenario, as it stands, job for job. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { nixConfig } from './nix.ts'
import { project, type Scenario } from './scenario.ts'
import { Artifacts } from './workflow-artifacts.ts'
import { checkoutAction } from './workflow-checkout.ts'
import type { Permissions } from './workflow-file.ts'
import { runWorkflow, type WorkflowEnd, type WorkflowOptions } from './workflow-run.ts'

export interface PublishCall extends Partial<Omit<WorkflowOptions, 'event'>> {
  inputs: Readonly<Record<string, unknown>>
  /** What the caller grants. Default: to commit, and to comment. */
  grants?: Permissions
  /** What started the caller. Default: a push. */
  startedBy?: string
  payload?: unknown
  /** Default: the project's newest commit. */
  sha?: string
  /** Default: of a new run. */
  artifacts?: Artifacts
}

export function newArtifacts({ folder }: Scenario): Artifacts {
  return new Artifacts(mkdtempSync(join(folder, 'artifacts-')))
}

/** A call of it with the scenario's key. */
export async function callPublish(
  scenario: Scenario,
  {
    inputs,
    grants = { contents: 'write', 'pull-requests': 'write' },
    startedBy = 'push',
    payload,
    sha: given,
    artifacts = newArtifacts(scenario),
    standIns,
    ...more
  }: PublishCall
): Promise<WorkflowEnd> {
  const { github, key, folder, nixEnv } = scenario
  const sha = given ?? (await github.head(project, 'main')) ?? ''
  return runWorkflow({
    file: '.github/workflows/publish.yml',
    root: join(import.meta.dirname, '../..'),
    folder: mkdtempSync(join(folder, 'run-')),
    event: { name: 'workflow_call', inputs, grants, startedBy, payload },
    github: { repository: project, sha, server_url: github.serverUrl, api_url: github.apiUrl },
    secrets: { 'signing-key': key.secret },
    tokenOf: ({ contents }) => (contents === 'write' ? 'writer-token' : 'reader-token'),
    without: ['cachix/install-nix-action'],
    env: { NIX_CONFIG: nixConfig, XDG_CACHE_HOME: nixEnv['XDG_CACHE_HOME'] ?? '' },
    standIns: (job) => ({
      ...artifacts.actions('4711'),
      'actions/checkout': checkoutAction({
        ...{ repository: project, sha, token: job.token },
        remoteOf: (name) => `${github.serverUrl}/${name}`
      }),
      ...standIns?.(job)
    }),
    ...more
  })
}
