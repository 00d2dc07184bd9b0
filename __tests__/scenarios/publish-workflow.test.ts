/**
 * A flake of 40 attributes that share 12 derivations, by the reusable workflow as it stands: each job on a machine of its own, with nothing
 * in its store. One attribute fails; its job is run again when the cause is gone; another push changes one attribute.
 */
import { mkdtempSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  foreignAttributes,
  makeGraphFlake,
  ownAttributes,
  shared,
  type GraphFlake
} from '../support/graph-flake.ts'
import { ownMounts } from '../support/namespaces.ts'
import { nixConfig } from '../support/nix.ts'
import { watchNix, type NixWitness } from '../support/nix-witness.ts'
import { callPublish, newArtifacts, type PublishCall } from '../support/publish-workflow.ts'
import {
  jsonPaths,
  newStranger,
  pathNames,
  project,
  startScenario,
  type Scenario
} from '../support/scenario.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'
import { machineOf } from '../support/sync-run.ts'
import type { Artifacts } from '../support/workflow-artifacts.ts'
import type { JobEnd, WorkflowEnd } from '../support/workflow-run.ts'

const inputs = {
  'flake-attribute': '.#packages.*',
  systems: `${ownSystem} ${foreignSystem}`,
  'runner-map': `${ownSystem}=ubuntu-24.04 ${foreignSystem}=[self-hosted,other]`,
  'row-weight': 16
}
const branch = 'nix-cache'
const { apps, broken, generated, library } = ownAttributes
const attributes = [...apps, broken, generated, library, ...foreignAttributes]

let scenario: Scenario
let flake: GraphFlake
/** By the jobs' folders. */
const witnesses = new Map<string, NixWitness>()

/** Each job has a store of its own; what is in this machine's is hidden from it. */
const ownStore = 'mkdir "$0/nix" && mount --bind "$0/nix" /nix && exec "$@"'

async function call(extraNixConfig: string, more: Partial<PublishCall>): Promise<WorkflowEnd> {
  return callPublish(scenario, {
    inputs,
    atOnce: 2,
    enter: (folder) => ['unshare', ...(ownMounts ?? []), 'sh', '-c', ownStore, folder],
    machineOf: async (labels, folder) => {
      const witness = await watchNix(mkdtempSync(join(scenario.folder, 'bin-')))
      witnesses.set(folder, witness)
      const machine = machineOf(labels.includes('other') ? foreignSystem : ownSystem)
      return {
        ...machine,
        NIX_CONFIG: `${machine['NIX_CONFIG'] ?? nixConfig}\n${extraNixConfig}`,
        XDG_CACHE_HOME: join(folder, 'cache'),
        PATH: `${witness.bin}${delimiter}${process.env['PATH'] ?? ''}`
      }
    },
    ...more
  })
}

/** Why the jobs of a run failed. */
const errorsOf = ({ jobs }: WorkflowEnd, attempt: number): string[] =>
  jobs
    .filter((job) => job.attempt === attempt)
    .flatMap(({ id, ends }) => ends.flatMap(({ errors }) => errors.map((text) => `${id}: ${text}`)))

const jobsOf = ({ jobs }: WorkflowEnd, id: string): JobEnd[] => jobs.filter((job) => job.id === id)

const namesInIndex = async (): Promise<string[]> =>
  (await scenario.rows(project, branch)).map(({ name }) => name).sort()

interface Story {
  artifacts: Artifacts
  first: WorkflowEnd
  again: WorkflowEnd
  pushed: WorkflowEnd
  /** What was built by the end of each. */
  built: { first: string[]; again: string[]; pushed: string[] }
  /** Names in the index by then. */
  landed: { first: string[]; again: string[] }
}
let story: Story

const here = ownMounts === null ? describe.skip : describe
here('a flake of 40 attributes that share 12 derivations', () => {
  beforeAll(async () => {
    scenario = await startScenario({ conditions: { git: 'served' } })
    flake = makeGraphFlake(scenario.folder)
    story = await tell()
  }, 240_000)
  afterAll(async () => {
    await scenario.close()
  })

  async function tell(): Promise<Story> {
    const { github, key } = scenario
    await github.commitFiles(project, 'main', { 'flake.nix': flake.text() }, 'a flake')
    const artifacts = newArtifacts(scenario)
    const first = await call('', { artifacts })
    const afterFirst = { built: flake.built(), landed: await namesInIndex() }
    flake.mend()
    const again = await call('', { artifacts, before: first })
    const afterAgain = { built: flake.built(), landed: await namesInIndex() }
    const changed = flake.text({ 'app-5': 'changed' })
    await github.commitFiles(project, 'main', { 'flake.nix': changed }, 'a change')
    const cache = github.substituterUrl(project, branch)
    const pushed = await call(
      `extra-substituters = ${cache}\nextra-trusted-public-keys = ${key.public}`,
      {}
    )
    return {
      ...{ artifacts, first, again, pushed },
      built: {
        first: afterFirst.built,
        again: afterAgain.built.slice(afterFirst.built.length),
        pushed: flake.built().slice(afterAgain.built.length)
      },
      landed: { first: afterFirst.landed, again: afterAgain.landed }
    }
  }

  test('is evaluated by one job; those that build have no checkout, and evaluate nothing', () => {
    const { first } = story
    const builders = [...jobsOf(first, 'first'), ...jobsOf(first, 'pack')]
    expect(jobsOf(first, 'first').length).toBeGreaterThan(0)
    for (const { workspace, id, permissions } of builders) {
      expect(readdirSync(workspace)).toEqual([])
      expect([id, permissions]).toEqual([id, { contents: 'read' }])
      expect(evaluations(dirname(workspace))).toEqual([])
    }
    const [matrix] = jobsOf(first, 'matrix')
    expect(evaluations(dirname(matrix?.workspace ?? ''))).not.toEqual([])
  })

  function evaluations(folder: string): string[][] {
    const commands = witnesses.get(folder)?.commands() ?? []
    expect(commands.length).toBeGreaterThan(0)
    return commands.filter(
      ([program, ...args]) =>
        program === 'nix-instantiate' ||
        program === 'nix-build' ||
        args.some((arg) => ['eval', 'flake', '--expr'].includes(arg) || arg.includes('#'))
    )
  }

  test('has each derivation built once, also where a part of the graph is cut', () => {
    const { first, built } = story
    const all = [...attributes, ...shared, 'written']
    expect(built.first.toSorted()).toEqual([...new Set(all)].sort())
    // What the other system has is not heavy; one row needs what is built in the first wave.
    const systems = (id: string): unknown[] =>
      jobsOf(first, id).map(({ matrix }) => matrix['system'])
    expect(new Set(systems('first'))).toEqual(new Set([ownSystem]))
    expect(systems('pack').filter((system) => system === foreignSystem)).toHaveLength(1)
    expect(systems('pack').filter((system) => system === ownSystem).length).toBeGreaterThan(1)
  })

  test('lands but for the attribute that fails, and rows that share what does not reproduce do not conflict', () => {
    const { first, landed } = story
    expect(landed.first).toEqual(attributes.filter((name) => name !== broken).sort())
    expect(first.needs).toMatchObject({
      ...{ matrix: { result: 'success' }, first: { result: 'success' } },
      ...{ pack: { result: 'failure' }, commit: { result: 'failure' } }
    })
    const failed = jobsOf(first, 'pack').filter(({ result }) => result !== 'success')
    expect(failed).toHaveLength(1)
    expect(errorsOf(first, 1).join('\n')).toMatch(/BUILD_FAILED.*broken/)
    expect(errorsOf(first, 1).join('\n')).not.toContain('CONFLICT')
  })

  test('has its failed job run again, which builds what is missing and nothing else', () => {
    const { first, again, built, landed, artifacts } = story
    expect(errorsOf(again, 2)).toEqual([])
    expect(again.result).toBe('success')
    expect(again.jobs.filter(({ attempt }) => attempt === 2).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['pack', 'commit'])
    )
    expect(jobsOf(again, 'pack').filter(({ attempt }) => attempt === 2)).toHaveLength(1)
    expect(built.again).toEqual([broken])
    expect(landed.again).toEqual(attributes.toSorted())
    const rows = (id: string): unknown[] => jobsOf(first, id).map(({ matrix }) => matrix['row'])
    expect([...artifacts.of('4711').keys()].sort()).toEqual(
      [
        'nar-publish-packed-plan-1',
        ...rows('first').map((row) => `nar-publish-packed-first-1-${String(row)}`),
        ...rows('pack').map((row) => `nar-publish-packed-1-${String(row)}`)
      ].sort()
    )
  })

  test('is a cache that a stranger copies all of, signatures required; what only builds needed is not in it', async () => {
    const { first, again } = story
    const paths = [
      ...jsonPaths(first.outputs['published']),
      ...jsonPaths(again.outputs['published'])
    ]
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(project, branch),
      publicKey: scenario.key.public,
      paths
    })
    expect(copied).toMatchObject({ failure: '' })
    const published = [...attributes, ...shared.filter((name) => name !== 'compiler')]
    expect([...new Set(pathNames(paths))]).toEqual([...new Set(published)].sort())
  })

  test('is built again by the next push where it changed, and nowhere else', () => {
    const { pushed, built } = story
    expect(errorsOf(pushed, 1)).toEqual([])
    expect(pushed.result).toBe('success')
    // What evaluation imports, each evaluation needs.
    expect(built.pushed.toSorted()).toEqual(['app-5', 'written'])
    expect(jobsOf(pushed, 'pack').map(({ matrix }) => matrix['name'])).toEqual(['app-5'])
    expect(jobsOf(pushed, 'first').map(({ result }) => result)).toEqual(['skipped'])
  })
})
