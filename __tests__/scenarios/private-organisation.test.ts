/**
 * An organisation's private source and its private cache in another repository: the reusable workflow as it stands, with tokens of which each
 * reaches one of them; provenance by GitHub's own instance; readers with a netrc file.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineBundle } from '../support/command-line.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { nixConfig } from '../support/nix.ts'
import { runProgram, type ProgramResult } from '../support/program.ts'
import { jsonPaths, newStranger, startScenario, type Scenario } from '../support/scenario.ts'
import { attestAction, newSigstore, type Sigstore } from '../support/sigstore.ts'
import { readTree } from '../support/sync-cases.ts'
import { Artifacts } from '../support/workflow-artifacts.ts'
import { checkoutAction } from '../support/workflow-checkout.ts'
import { runWorkflow, type WorkflowEnd } from '../support/workflow-run.ts'

const app = 'my-org/app'
const binstore = 'my-org/binstore'
const publishYml = 'org/nar-publish/.github/workflows/publish.yml'

let scenario: Scenario
let github: GitHubServer
let sigstore: Sigstore
beforeAll(async () => {
  scenario = await startScenario()
  github = await startGitHub({
    repositories: [
      { name: app, private: true },
      { name: binstore, private: true, initialized: false }
    ],
    tokens: {
      'job-writer': { login: 'github-actions[bot]', access: 'write', repositories: [app] },
      'job-reader': { login: 'github-actions[bot]', access: 'read', repositories: [app] },
      'store-writer': { login: 'alice', access: 'write', repositories: [binstore] },
      'store-reader': { login: 'alice', access: 'read', repositories: [binstore] }
    },
    conditions: { git: 'served' }
  })
  const files = Object.fromEntries(readTree(scenario.workspace))
  await github.commitFiles(app, 'main', files, 'a flake')
  sigstore = await newSigstore('github')
  writeFileSync(join(scenario.folder, 'roots.jsonl'), sigstore.root)
})
afterAll(async () => {
  await github.close()
  await scenario.close()
})

async function push(secrets: Record<string, string>): Promise<WorkflowEnd> {
  const { folder, key, nixEnv } = scenario
  const { serverUrl, apiUrl } = github
  const sha = (await github.head(app, 'main')) ?? ''
  const artifacts = new Artifacts(mkdtempSync(join(folder, 'artifacts-')))
  const signing = { serverUrl, repository: app, workflow: `${publishYml}@refs/tags/v1.0.0` }
  return runWorkflow({
    file: '.github/workflows/publish.yml',
    root: join(import.meta.dirname, '../..'),
    folder: mkdtempSync(join(folder, 'run-')),
    event: {
      name: 'workflow_call',
      startedBy: 'push',
      grants: { contents: 'write', 'id-token': 'write', attestations: 'write' },
      inputs: {
        'flake-attribute': '.#hello',
        systems: 'x86_64-linux',
        'target-repository': binstore,
        attest: true,
        verify: 'substitute'
      }
    },
    github: { repository: app, sha, server_url: serverUrl, api_url: apiUrl },
    secrets: { 'signing-key': key.secret, ...secrets },
    tokenOf: ({ contents }) => (contents === 'write' ? 'job-writer' : 'job-reader'),
    without: ['cachix/install-nix-action'],
    env: { NIX_CONFIG: nixConfig, XDG_CACHE_HOME: nixEnv['XDG_CACHE_HOME'] ?? '' },
    standIns: (job) => ({
      ...artifacts.actions('4711'),
      'actions/attest': attestAction(sigstore, signing, job),
      'actions/checkout': checkoutAction({
        ...{ repository: app, sha, token: job.token },
        remoteOf: (name) => `${serverUrl}/${name}`
      })
    })
  })
}

function ask(token: string, ...args: string[]): Promise<ProgramResult> {
  return runProgram(commandLineBundle, args, {
    cwd: scenario.folder,
    env: {
      ...scenario.nixEnv,
      PATH: process.env['PATH'],
      HOME: scenario.folder,
      GITHUB_TOKEN: token,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl
    }
  })
}

test('without read-token nothing is built, and the error names that secret', async () => {
  const { jobs } = await push({ token: 'store-writer' })
  expect(JSON.stringify(jobs.find(({ id }) => id === 'matrix'))).toMatch(
    /REPOSITORY_NOT_FOUND my-org\/binstore.*the secret `read-token`/
  )
  expect(await github.head(binstore, 'main')).toBeNull()
})

describe('with a token that writes the cache and one that reads it', () => {
  let run: WorkflowEnd
  beforeAll(async () => {
    run = await push({ token: 'store-writer', 'read-token': 'store-reader' })
  })

  test('it lands, and what writes reaches the last job alone', () => {
    const writers = run.jobs.filter((job) => JSON.stringify(job).includes('store-writer'))
    expect(run.needs).toMatchObject({ commit: { result: 'success' } })
    expect(writers.map(({ id }) => id)).toEqual(['commit'])
  })

  test('a machine with a netrc file reads it, and none without', async () => {
    const netrc = join(scenario.folder, 'netrc')
    writeFileSync(netrc, 'machine 127.0.0.1\nlogin x-access-token\npassword store-reader\n')
    const request = {
      cache: github.substituterUrl(binstore, 'main'),
      publicKey: scenario.key.public,
      paths: jsonPaths(run.outputs['published'])
    }
    const NIX_CONFIG = `${scenario.nixEnv['NIX_CONFIG'] ?? ''}\nnetrc-file = ${netrc}`
    const member = newStranger({ ...scenario, nixEnv: { ...scenario.nixEnv, NIX_CONFIG } })
    expect(await member.copy(request)).toMatchObject({ failure: '' })
    expect((await newStranger(scenario).copy(request)).status).not.toBe(0)
  })

  test('its provenance is verified by GitHub’s own root; by another it is refused, and says which is needed', async () => {
    const asked = ['--provenance', app, '--provenance-workflow', publishYml, '--trusted-root']
    const sound = await ask('store-reader', 'doctor', binstore, ...asked, 'roots.jsonl')
    expect(sound).toMatchObject({ status: 0, stdout: expect.stringContaining('is sound') })
    const { root } = await newSigstore('public')
    writeFileSync(join(scenario.folder, 'public.jsonl'), root)
    const other = await ask('store-reader', 'doctor', binstore, ...asked, 'public.jsonl')
    expect(other.status).toBe(1)
    expect(other.stdout).toMatch(/PROVENANCE_UNTRUSTED[^]*gh attestation trusted-root/)
    const used = await ask('store-reader', 'use', binstore, ...asked, 'public.jsonl')
    expect(used.stderr).toMatch(/PROVENANCE_UNPROVED[^]*gh attestation trusted-root/)
  })
})
