/**
 * The reusable workflow as it stands, job for job, with `attest: true`: what actions/attest is given, what lands, and what doctor, use and Nix
 * make of it, with nothing but a trusted root.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineBundle } from '../support/command-line.ts'
import { runProgram, type ProgramResult } from '../support/program.ts'
import { callPublish, newArtifacts } from '../support/publish-workflow.ts'
import {
  jsonPaths,
  newStranger,
  project,
  startScenario,
  type Scenario
} from '../support/scenario.ts'
import { attestAction, newSigstore, type Sigstore } from '../support/sigstore.ts'
import { readTree } from '../support/sync-cases.ts'
import type { StepEnd } from '../support/workflow-job.ts'
import type { WorkflowEnd } from '../support/workflow-run.ts'

const publishYml = 'org/nar-publish/.github/workflows/publish.yml'
const grants = { contents: 'write', 'id-token': 'write', attestations: 'write' } as const
const hello = { 'flake-attribute': '.#hello', systems: 'x86_64-linux' }

let scenario: Scenario
let sigstore: Sigstore
let run: WorkflowEnd
beforeAll(async () => {
  scenario = await startScenario({ conditions: { git: 'served' } })
  const { github, workspace, folder } = scenario
  await github.commitFiles(project, 'main', Object.fromEntries(readTree(workspace)), 'a flake')
  sigstore = await newSigstore()
  writeFileSync(join(folder, 'root.jsonl'), sigstore.root)
  run = await call({ ...hello, attest: true })
})
afterAll(() => scenario.close())

function call(
  inputs: Record<string, unknown>,
  more: Partial<Parameters<typeof callPublish>[1]> = {}
): Promise<WorkflowEnd> {
  const { serverUrl } = scenario.github
  const signing = { serverUrl, repository: project, workflow: `${publishYml}@refs/tags/v0.1.0` }
  return callPublish(scenario, {
    inputs,
    grants,
    standIns: (job) => ({ 'actions/attest': attestAction(sigstore, signing, job) }),
    ...more
  })
}

const failed = ({ jobs }: WorkflowEnd): StepEnd[] =>
  jobs.flatMap(({ ends }) => ends.filter(({ exitCode }) => exitCode !== 0))

/** By the bundle, as anybody on a terminal. */
function ask(command: 'doctor' | 'use', ...options: string[]): Promise<ProgramResult> {
  const { github, folder, nixEnv } = scenario
  const all = [command, project, '--target-branch', 'nix-cache', '--json', ...options]
  return runProgram(commandLineBundle, all, {
    cwd: folder,
    env: {
      ...nixEnv,
      PATH: process.env['PATH'],
      HOME: folder,
      GITHUB_TOKEN: 'reader-token',
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl
    }
  })
}

const policy = ['--provenance-workflow', publishYml, '--trusted-root', 'root.jsonl']

interface Told {
  sound: boolean
  provenance: string
  findings: { code: string; kind: string; file: string; what: string }[]
}
const told = ({ stdout }: ProgramResult): Told => JSON.parse(stdout) as Told

describe('a push that is attested', () => {
  test('lands with a bundle of all that is new, by a job without the key', async () => {
    expect(failed(run)).toEqual([])
    expect(run.needs).toMatchObject({
      attest: { result: 'success' },
      commit: { result: 'success' }
    })
    const attest = run.jobs.find(({ id }) => id === 'attest')
    expect(JSON.stringify(attest?.ends)).not.toContain(scenario.key.secret)
    const files = await scenario.github.listFiles(project, 'nix-cache')
    const pathCount = files.filter((file) => file.endsWith('.narinfo')).length
    expect(jsonPaths(run.outputs['published'])).toHaveLength(pathCount)
    expect(files.filter((file) => /^[^/]+\.provenance$/.test(file))).toHaveLength(pathCount)
    expect(files.filter((file) => file.startsWith('provenance/'))).toHaveLength(1)
  })

  test('is substituted as ever, signatures required', async () => {
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(project, 'nix-cache'),
      publicKey: scenario.key.public,
      paths: jsonPaths(run.outputs['published'])
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('is sound to doctor, which verifies it, and to use', async () => {
    const sound = await ask('doctor', '--provenance', project, ...policy)
    expect(told(sound).findings.filter(({ code }) => code.startsWith('PROVENANCE'))).toEqual([])
    expect([sound.status, told(sound).sound]).toEqual([0, true])
    const used = await ask('use', '--provenance', project, ...policy)
    expect(used.status).toBe(0)
    expect(told(used).provenance).toContain(`have verified provenance of ${project}`)
  })

  test('is not what another repository’s would be', async () => {
    const other = ['--provenance', 'mallory/project', ...policy]
    const diagnosed = await ask('doctor', ...other)
    expect(diagnosed.status).toBe(1)
    expect(told(diagnosed).findings).toContainEqual(
      expect.objectContaining({ code: 'PROVENANCE_OTHER', kind: 'error' })
    )
    const used = await ask('use', ...other)
    expect([used.status, used.stdout]).toEqual([1, expect.not.stringContaining('substituter')])
    expect(used.stderr + used.stdout).toContain('PROVENANCE_UNPROVED')
  })
})

test('run again, with nothing new, it attests nothing and goes well', async () => {
  const again = await call({ ...hello, attest: true })
  expect(failed(again)).toEqual([])
  expect(again.needs).toMatchObject({ attest: { result: 'skipped' } })
})

test('a bundle that is lost on the way stops the commit before it writes', async () => {
  const head = await scenario.github.head(project, 'nix-cache')
  const artifacts = newArtifacts(scenario)
  const lost = await call(
    { 'flake-attribute': '.#lone', systems: 'x86_64-linux', attest: true },
    {
      artifacts,
      standIns: (job) => ({
        'actions/attest': () => {
          expect(job.permissions).toMatchObject({ 'id-token': 'write' })
          return Promise.reject(new Error('the certificate authority is away'))
        }
      })
    }
  )
  expect(lost.needs).toMatchObject({ attest: { result: 'failure' }, commit: { result: 'failure' } })
  expect(failed(lost).map(({ log }) => log)).toContainEqual(
    expect.stringContaining('PROVENANCE_INVALID')
  )
  expect(await scenario.github.head(project, 'nix-cache')).toBe(head)
})

test('without attest nothing asks for a token, and doctor names what was published so', async () => {
  const plain = await call(
    { 'flake-attribute': '.#lone', systems: 'x86_64-linux' },
    {
      grants: { contents: 'write' }
    }
  )
  expect(failed(plain)).toEqual([])
  expect(plain.needs).toMatchObject({
    attest: { result: 'skipped' },
    commit: { result: 'success' }
  })
  const mixed = await ask('doctor', '--provenance', project, ...policy)
  const missing = told(mixed).findings.filter(({ code }) => code === 'PROVENANCE_MISSING')
  expect([mixed.status, missing.length]).toEqual([1, jsonPaths(plain.outputs['published']).length])
  const used = await ask('use', '--provenance', project, ...policy)
  expect(used.stderr + used.stdout).toContain('has none')
})
