/**
 * A flake of 40 attributes that share 12 derivations, by the reusable workflow as it stands: each job on a machine of its own, with nothing
 * in its store. One attribute fails; its job is run again when the cause is gone; another push changes one attribute, and a pull request
 * another.
 */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
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
  'row-weight': 16,
  'cached-branch': 'cached'
}
const branch = 'nix-cache'
const { apps, broken, generated, library } = ownAttributes
const attributes = [...apps, broken, generated, library, ...foreignAttributes]

let scenario: Scenario
let flake: GraphFlake
/** By the jobs' folders. */
const witnesses = new Map<string, NixWitness>()

/** Each job has a store of its own; what is in this machine's is hidden from it. By bash, as others drop variables such as INPUT_FLAKE-ATTRIBUTE. */
const ownStore = 'mkdir -p "$0/nix" && mount --bind "$0/nix" /nix && exec "$@"'

async function call(extraNixConfig: string, more: Partial<PublishCall>): Promise<WorkflowEnd> {
  return callPublish(scenario, {
    inputs,
    atOnce: 2,
    enter: (folder) => ['unshare', ...(ownMounts ?? []), 'bash', '-c', ownStore, folder],
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

/** What had happened by the end of a run. */
interface Chapter {
  run: WorkflowEnd
  /** Builders that began in it. */
  built: string[]
  /** Names in the index. */
  landed: string[]
  /** Where the branch of the cache and the one that is always cached stand. */
  heads: (string | null)[]
}

async function chapter(make: () => Promise<WorkflowEnd>): Promise<Chapter> {
  const { github } = scenario
  const before = flake.built().length
  const run = await make()
  const landed = (await scenario.rows(project, branch)).map(({ name }) => name).sort()
  const heads = [await github.head(project, branch), await github.head(project, 'cached')]
  return { run, built: flake.built().slice(before), landed, heads }
}

interface Story {
  artifacts: Artifacts
  /** Of the push with `rebuild-check`. */
  checked: Artifacts
  /** Of the two pushes. */
  commits: string[]
  first: Chapter
  again: Chapter
  pushed: Chapter
  proposed: Chapter
}
let story: Story

const here = ownMounts === null ? describe.skip : describe
here('a flake of 40 attributes that share 12 derivations', () => {
  beforeAll(async () => {
    scenario = await startScenario({ conditions: { git: 'served' } })
    flake = makeGraphFlake(scenario.folder)
    story = await tell()
  }, 480_000)
  afterAll(async () => {
    await scenario.close()
  })

  async function tell(): Promise<Story> {
    const { github, key } = scenario
    const commit = (to: string, changes: Record<string, string>): Promise<string> =>
      github.commitFiles(project, to, { 'flake.nix': flake.text(changes) }, 'a flake')
    const artifacts = newArtifacts(scenario)
    const commits = [await commit('main', {})]
    const first = await chapter(() => call('', { artifacts }))
    flake.mend()
    const again = await chapter(() => call('', { artifacts, before: first.run }))
    commits.push(await commit('main', { app5: 'changed' }))
    const cache = `extra-substituters = ${github.substituterUrl(project, branch)}
extra-trusted-public-keys = ${key.public}`
    const checked = newArtifacts(scenario)
    const pushed = await chapter(() =>
      call(cache, { inputs: { ...inputs, 'rebuild-check': true }, artifacts: checked })
    )
    const sha = await commit('topic', { app5: 'changed', app6: 'changed' })
    const ends = { title: 'change app6', author: 'alice', body: '', base: 'main', head: 'topic' }
    const { number } = github.openPullRequest(project, ends)
    const repo = { full_name: project }
    const pull_request = { number, head: { sha, repo }, base: { sha: commits[1], repo } }
    const event = { startedBy: 'pull_request', payload: { action: 'opened', pull_request } }
    const proposed = await chapter(() => call(cache, { sha, ...event }))
    return { artifacts, checked, commits, first, again, pushed, proposed }
  }

  test('is evaluated by one job; those that build have no checkout, no key, and evaluate nothing', () => {
    const { run } = story.first
    expect(jobsOf(run, 'first').length).toBeGreaterThan(0)
    for (const { workspace, permissions, ends } of [
      ...jobsOf(run, 'first'),
      ...jobsOf(run, 'pack')
    ]) {
      expect(readdirSync(workspace)).toEqual([])
      expect(permissions).toEqual({ contents: 'read' })
      const given = ends.flatMap((end) => Object.values(end.given))
      expect(given).not.toContain(scenario.key.secret)
      expect(evaluations(workspace)).toEqual([])
    }
    const [matrix] = jobsOf(run, 'matrix')
    expect(evaluations(matrix?.workspace ?? '')).not.toEqual([])
  })

  /** Of the flake, not of a .drv file that is kept from the garbage collector. */
  function evaluations(workspace: string): string[][] {
    const commands = witnesses.get(dirname(workspace))?.commands() ?? []
    expect(commands.length).toBeGreaterThan(0)
    const kept = /^if builtins\.pathExists "(\/nix\/store\/\S+\.drv)" then import "\1" else \[ \]$/
    return commands.filter(([program, ...args]) =>
      program === 'nix-instantiate'
        ? args.slice(args.indexOf('--') + 1).some((arg) => !kept.test(arg))
        : program === 'nix-build' ||
          args.some((arg) => ['eval', 'flake', '--expr'].includes(arg) || arg.includes('#'))
    )
  }

  test('has each derivation built once, also where a part of the graph is cut', () => {
    const { run, built } = story.first
    expect(built.toSorted()).toEqual([...new Set([...attributes, ...shared, 'written'])].sort())
    const systems = (id: string): unknown[] => jobsOf(run, id).map(({ matrix }) => matrix['system'])
    expect(systems('first')).toEqual([ownSystem])
    // What the other system has is not heavy.
    expect(systems('pack').toSorted()).toEqual([ownSystem, ownSystem, foreignSystem].sort())
  })

  test('lands but for the attribute that fails, and rows that share what does not reproduce do not conflict', () => {
    const { run, landed, heads } = story.first
    expect(landed).toEqual(attributes.filter((name) => name !== broken).sort())
    expect(run.needs).toMatchObject({
      ...{ matrix: { result: 'success' }, first: { result: 'success' } },
      ...{ pack: { result: 'failure' }, commit: { result: 'failure' } }
    })
    const failed = jobsOf(run, 'pack').filter(({ result }) => result !== 'success')
    expect(failed).toHaveLength(1)
    // Of that job, and of the one that commits.
    const errors = errorsOf(run, 1)
    expect(errors).toHaveLength(2)
    for (const error of errors) expect(error).toMatch(/^\w+: BUILD_FAILED \S+\.broken: /)
    expect(heads).toEqual([expect.any(String), null])
  })

  test('has its failed job run again, which builds what is missing and nothing else', () => {
    const { artifacts, commits } = story
    const { run, built, landed, heads } = story.again
    expect(errorsOf(run, 2)).toEqual([])
    const anew = run.jobs.filter(({ attempt, result }) => attempt === 2 && result !== 'skipped')
    expect(anew.map(({ id }) => id)).toEqual(['pack', 'commit'])
    expect([run.result, built, landed]).toEqual(['success', [broken], attributes.toSorted()])
    expect(heads[1]).toBe(commits[0])
    const rows = (id: string): string[] =>
      jobsOf(run, id).map(({ matrix }) => String(matrix['row']))
    expect([...artifacts.of('4711').keys()].sort()).toEqual(
      [
        'nar-publish-packed-plan-1',
        ...rows('first').map((row) => `nar-publish-packed-first-1-${row}`),
        ...rows('pack').map((row) => `nar-publish-packed-1-${row}`)
      ].sort()
    )
  })

  test('is a cache that a stranger copies all of, signatures required; what only builds needed is not in it', async () => {
    const paths = [story.first, story.again].flatMap(({ run }) =>
      jsonPaths(run.outputs['published'])
    )
    const published = [...attributes, ...shared.filter((name) => name !== 'compiler')]
    expect(pathNames(paths)).toEqual([...new Set(published)].sort())
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(project, branch),
      publicKey: scenario.key.public,
      paths
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('is built by the next push where it changed, and nowhere else', () => {
    const { run, built, heads } = story.pushed
    expect([errorsOf(run, 1), run.result]).toEqual([[], 'success'])
    // What evaluation imports, each evaluation needs.
    expect([...new Set(built)].sort()).toEqual(['app5', 'written'])
    expect(jobsOf(run, 'pack').map(({ matrix }) => matrix['name'])).toEqual(['app5'])
    expect(run.needs['first']).toMatchObject({ result: 'skipped' })
    expect(heads[1]).toBe(story.commits[1])
  })

  test('is built again on another machine, which has no key, evaluates nothing, and tells that it is the same', () => {
    const { run, built } = story.pushed
    expect(built.filter((name) => name === 'app5')).toHaveLength(2)
    const [rebuilt, ...others] = jobsOf(run, 'rebuild')
    expect(others).toEqual([])
    expect(rebuilt).toMatchObject({
      ...{ result: 'success', permissions: { contents: 'read' } },
      matrix: { system: ownSystem, os: 'ubuntu-24.04' }
    })
    const given = rebuilt?.ends.flatMap((end) => Object.values(end.given))
    expect(given).not.toContain(scenario.key.secret)
    expect(evaluations(rebuilt?.workspace ?? '')).toEqual([])
    const folder = story.checked.of('4711').get(`nar-publish-packed-rebuild-1-${ownSystem}`) ?? ''
    const file = JSON.parse(readFileSync(join(folder, 'rebuilt.json'), 'utf8')) as unknown
    expect(file).toMatchObject({
      candidates: 1,
      rebuilt: [{ attribute: expect.stringMatching(/app5$/), result: 'same', inputsBuiltHere: [] }]
    })
    expect(run.needs['commit']).toMatchObject({ result: 'success' })
  })

  test('is built for a pull request, which is told so; the cache stays as it was', () => {
    const { run, built, heads } = story.proposed
    expect([errorsOf(run, 1), run.result]).toEqual([[], 'success'])
    expect(built.toSorted()).toEqual(['app6', 'written'])
    expect(heads).toEqual(story.pushed.heads)
    expect(run.needs).toMatchObject({ commit: { result: 'skipped' } })
    const [pull] = scenario.github.pullRequests(project)
    expect(pull?.comments).toMatchObject([{ body: expect.stringContaining('app6') }])
    expect(run.outputs['comment-url']).toContain('/comments/')
  })
})
