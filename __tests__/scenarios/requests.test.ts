import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheAddress } from '../support/cache-address.ts'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import type { RecordedRequest } from '../support/github/server.ts'
import { output } from '../support/program.ts'
import { requestsAsked } from '../support/requests-asked.ts'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, newStranger, startScenario, store } from '../support/scenario.ts'
import type { Scenario } from '../support/scenario.ts'

let scenario: Scenario
let run: RunResult
let requests: readonly RecordedRequest[]
let all: RecordedRequest[]
beforeAll(async () => {
  scenario = await startScenario()
  const { github } = scenario
  await scenario.prepare({ 'flake-attribute': '.#lone' })
  const earlier = [...github.requests]
  github.reset()
  run = await scenario.prepare({ 'flake-attribute': '.#hello' })
  requests = [...github.requests]
  all = [...earlier, ...requests]
})
afterAll(() => scenario.close())

test('a closure of three new paths costs ten requests and one for each NAR, and to prove it one and again one for each NAR', () => {
  expect(jsonPaths(run.outputs['published'])).toHaveLength(3)
  const calls = requests.filter(({ kind }) => kind === 'api').map(({ call }) => call)
  expect(calls.toSorted()).toEqual([
    'GET commits',
    // Read back.
    ...Array<string>(3).fill('GET git/blobs'),
    // Which of the paths are there, and which files of the catalogue.
    'GET git/trees',
    'GET git/trees',
    'GET repository',
    // Whether the commit would be refused: this, and an empty blob.
    'GET rules',
    'PATCH git/refs',
    'POST git/blobs',
    'POST git/blobs',
    'POST git/blobs',
    'POST git/blobs',
    'POST git/commits',
    'POST git/trees',
    // Whether what stands where the NARs go is theirs; and what was committed, with nix-cache-info and the narinfos.
    'POST graphql',
    'POST graphql'
  ])
})

test('GitHub’s own description has nothing against any request', () => {
  expect(all.length).toBeGreaterThan(10)
  expect(judgeRequests(all)).toEqual([])
})

test('nothing is asked for twice, but for what Nix asks when it builds', () => {
  const own = requests.filter(({ headers }) => !/\bNix\//.test(headers['user-agent'] ?? ''))
  expect(own.length).toBeGreaterThan(10)
  expect(own.length).toBeLessThan(requests.length)
  expect(requestsAsked(own).repeated).toEqual([])
})

test('no update of the branch is forced, and no commit names its author', () => {
  const updates = all.filter(({ method }) => method === 'PATCH')
  expect(updates).toHaveLength(2)
  expect(updates.map(({ body }) => body?.['force'] ?? false)).toEqual([false, false])
  const commits = all.filter(({ call }) => call === 'POST git/commits')
  expect(commits.map(({ body }) => Object.keys(body ?? {}).sort())).toEqual([
    ['message', 'parents', 'tree'],
    ['message', 'parents', 'tree']
  ])
})

test('the branch is a Git repository that fsck finds sound, and a clone of it is a cache', async () => {
  const { github, folder } = scenario
  const bare = await rebuildGitRepository(github, store, 'main', join(folder, 'git'))
  const clone = join(folder, 'clone')
  await output('git', ['clone', '--quiet', bare, clone])
  expect(await output('git', ['-C', clone, 'log', '--format=%s'])).toBe(
    [
      'publish hello 2.12.1 (x86_64-linux)',
      'publish lone 1.0 (x86_64-linux)',
      'Initial commit'
    ].join('\n')
  )
  expect(await output('git', ['-C', clone, 'status', '--porcelain'])).toBe('')
  rmSync(join(clone, '.git'), { recursive: true })
  const copied = await newStranger(scenario).copy({
    cache: cacheAddress(clone),
    publicKey: scenario.key.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
})
