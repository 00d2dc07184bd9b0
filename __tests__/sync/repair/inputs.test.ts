import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../../src/environment.ts'
import { readSecrets } from '../../../src/inputs/secrets.ts'
import { ofOne, parseSyncInputs, type SyncInputs } from '../../../src/sync/inputs.ts'

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-inputs-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const head = '1'.repeat(40)
const base = '2'.repeat(40)
const pullRequest = { pull_request: { number: 3, head: { sha: head }, base: { sha: base } } }
const workflowRun = {
  workflow_run: {
    event: 'pull_request',
    conclusion: 'success',
    path: '.github/workflows/repair.yml@main',
    head_sha: head,
    head_branch: 'bump',
    head_repository: { full_name: 'mallory/tool' }
  }
}
const compute = {
  phase: 'compute',
  repair: 'true',
  version: 'keep',
  package: '.#packages.*\n.#tool'
}
const commit = { phase: 'commit', repair: 'true', computed: 'artifacts' }

function parse(inputs: Record<string, string>, eventName: string, event: unknown): SyncInputs {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'alice/tool',
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: path,
    INPUT_TOKEN: 'tok',
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  return ofOne(
    parseSyncInputs(
      environment,
      readSecrets(environment, () => undefined)
    )
  )
}

test('the computing side is told packages and the event’s head', () => {
  expect(parse(compute, 'pull_request', pullRequest)).toMatchObject({
    mode: 'version-sync',
    phase: 'repair',
    side: 'compute',
    pullRequest: { number: 3, head, base },
    packages: [{ kind: 'each' }, { kind: 'one' }],
    build: true,
    outputDirectory: join(folder, 'nar-publish-out')
  })
})

test('the committing side is told what GitHub says of the run, and never more', () => {
  expect(parse(commit, 'workflow_run', workflowRun)).toEqual({
    mode: 'version-sync',
    phase: 'repair',
    side: 'commit',
    run: {
      event: 'pull_request',
      conclusion: 'success',
      workflow: '.github/workflows/repair.yml',
      head: { commit: head, branch: 'bump', repository: 'mallory/tool' }
    },
    computed: [join(folder, 'artifacts')],
    repository: { owner: 'alice', repo: 'tool' },
    token: 'tok',
    annotate: false
  })
})

describe('refused, with the two workflows or the way out named:', () => {
  test.each<[string, Record<string, string>, string, unknown, RegExp]>([
    [
      'one job for all',
      { ...compute, phase: 'all' },
      'pull_request',
      pullRequest,
      /split over the jobs of .*repair\.yml and .*repair-commit\.yml/
    ],
    [
      'a listing',
      { ...compute, phase: 'list' },
      'pull_request',
      pullRequest,
      /split over the jobs of/
    ],
    [
      'computing for a push',
      compute,
      'push',
      {},
      /for jobs of `pull_request`, and this one is of `push`.*repair\.yml/
    ],
    [
      'pull_request_target',
      compute,
      'pull_request_target',
      pullRequest,
      /`pull_request_target` would run the pull request’s code beside secrets/
    ],
    [
      'an event that GitHub does not send',
      compute,
      'pull_request',
      { pull_request: { number: 3, head: { sha: 'main' } } },
      /for jobs of `pull_request`/
    ],
    [
      'a version',
      { ...compute, version: 'latest' },
      'pull_request',
      pullRequest,
      /Give `version: keep`/
    ],
    [
      'no version',
      { ...compute, version: '' },
      'pull_request',
      pullRequest,
      /`version` is empty.*Give `version: keep`/
    ],
    [
      'no package',
      { ...compute, package: '' },
      'pull_request',
      pullRequest,
      /INPUT_MISSING input package/
    ],
    [
      'a formatter',
      { ...compute, formatter: 'nixfmt' },
      'pull_request',
      pullRequest,
      /`formatter` has no meaning/
    ],
    [
      'a smoke test',
      { ...compute, 'smoke-test': 'tool' },
      'pull_request',
      pullRequest,
      /`smoke-test` has no meaning with `repair`.*repair\.yml/
    ],
    [
      'a command',
      { ...compute, 'before-hash': 'x' },
      'pull_request',
      pullRequest,
      /`before-hash` has no meaning with `repair`/
    ],
    [
      'committing for a push',
      commit,
      'push',
      {},
      /for jobs of `workflow_run`, and this one is of `push`/
    ],
    [
      'committing for a pull request',
      commit,
      'pull_request',
      pullRequest,
      /for jobs of `workflow_run`/
    ],
    [
      'a group',
      { ...commit, group: 'all' },
      'workflow_run',
      workflowRun,
      /`group` has no meaning with `repair`/
    ],
    [
      'a title',
      { ...commit, title: 'x' },
      'workflow_run',
      workflowRun,
      /`title` has no meaning with `repair`/
    ],
    [
      'labels',
      { ...commit, labels: 'x' },
      'workflow_run',
      workflowRun,
      /`labels` has no meaning with `repair`/
    ],
    [
      'another repository',
      { ...commit, 'target-repository': 'bob/x' },
      'workflow_run',
      workflowRun,
      /`target-repository` has no meaning with `repair`/
    ],
    [
      'nothing to take',
      { ...commit, computed: '' },
      'workflow_run',
      workflowRun,
      /INPUT_MISSING input computed/
    ],
    [
      'annotations of no repair',
      { phase: 'commit', computed: 'x', annotate: 'true' },
      'push',
      {},
      /for repairs, and `repair` is not `true`.*repair-commit\.yml/
    ]
  ])('%s', (_what, inputs, eventName, event, says) => {
    expect(() => parse(inputs, eventName, event)).toThrow(says)
  })
})
