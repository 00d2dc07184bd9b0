import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, makeKey, newStranger, startScenario, store } from '../support/scenario.ts'
import type { Inputs, Scenario } from '../support/scenario.ts'

let scenario: Scenario
beforeAll(async () => {
  scenario = await startScenario({
    isHere: true,
    repositories: [{ name: 'alice/secret', private: true }]
  })
})
afterAll(() => scenario.close())

async function publishTo(branch: string, inputs: Inputs): Promise<RunResult> {
  const run = await scenario.publish({ 'target-branch': branch, ...inputs })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  return run
}

describe('without a signing key', () => {
  let run: RunResult
  beforeAll(async () => {
    run = await publishTo('unsigned', { 'flake-attribute': '.#greeting', 'signing-key': '' })
  })

  test('summary and README say that the cache is unsigned, and how to trust it alone', async () => {
    expect(run.outputs['public-key']).toBe('')
    expect(run.summary).toContain('**no**: the cache is unsigned')
    const readme = await scenario.text('README.md', store, 'unsigned')
    expect(readme).toContain('**this cache is not signed**')
    for (const text of [run.summary, readme]) {
      expect(text).toContain('?trusted=true')
      expect(text).not.toContain('require-sigs')
    }
  })

  test('Nix takes it from who trusts this cache, and from nobody else', async () => {
    const cache = scenario.github.substituterUrl(store, 'unsigned')
    const request = { publicKey: scenario.key.public, paths: jsonPaths(run.outputs['published']) }
    const trusting = newStranger(scenario)
    expect(await trusting.build({ ...request, cache: `${cache}?trusted=true` })).toMatchObject({
      failure: ''
    })
    expect((await newStranger(scenario).build({ ...request, cache })).status).not.toBe(0)
  })

  test('a later run with a key signs what is there, without an upload', async () => {
    const signing = await publishTo('unsigned', { 'flake-attribute': '.#hello' })
    expect(signing.outputs['nar-count']).toBe('1')
    expect(signing.summary).toMatch(/^\*\*Published\*\* 1 artifact and the signature of 2 paths/)
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(store, 'unsigned'),
      publicKey: scenario.key.public,
      paths: jsonPaths(signing.outputs['published'])
    })
    expect(copied).toMatchObject({ failure: '' })
  })
})

describe('with another key than before', () => {
  test('readers of either key get everything that either run published', async () => {
    const first = await publishTo('keys', { 'flake-attribute': '.#greeting' })
    const other = await makeKey(scenario.folder, 'cache-2')
    const second = await publishTo('keys', {
      'flake-attribute': '.#hello',
      'signing-key': other.secret
    })
    const cache = scenario.github.substituterUrl(store, 'keys')
    for (const [publicKey, run] of [
      [scenario.key.public, first],
      [other.public, second],
      [other.public, first]
    ] as const) {
      const paths = jsonPaths(run.outputs['published'])
      expect(await newStranger(scenario).copy({ cache, publicKey, paths })).toMatchObject({
        failure: ''
      })
    }
    const readme = await scenario.text('README.md', store, 'keys')
    for (const key of [scenario.key.public, other.public]) {
      expect(readme).toContain(`extra-trusted-public-keys = ${key}\n`)
    }
  })
})

test('a key may be given as a file of the checkout', async () => {
  writeFileSync(join(scenario.folder, 'secret-key'), `${scenario.key.secret}\n`)
  const run = await publishTo('file', {
    'flake-attribute': '.#other',
    'signing-key': '../secret-key'
  })
  expect(run.outputs['public-key']).toBe(scenario.key.public)
  expect(run.summary).toContain('signatures required')
})

describe('a private target', () => {
  let run: RunResult
  beforeAll(async () => {
    run = await scenario.publish({
      'flake-attribute': '.#hello',
      'target-repository': 'alice/secret'
    })
  })

  test('is published to and read back with the token', () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.summary).toContain('Nix copied 3 paths from the new commit')
  })

  test('is read with a netrc file, and by nobody without', async () => {
    const netrc = join(scenario.folder, 'netrc')
    writeFileSync(netrc, 'machine 127.0.0.1 login x-access-token password writer-token\n')
    const cache = scenario.github.substituterUrl('alice/secret', 'main')
    const request = {
      cache,
      publicKey: scenario.key.public,
      paths: jsonPaths(run.outputs['published'])
    }
    const trusted = newStranger({
      ...scenario,
      nixEnv: {
        ...scenario.nixEnv,
        NIX_CONFIG: `${scenario.nixEnv['NIX_CONFIG'] ?? ''}\nnetrc-file = ${netrc}`
      }
    })
    expect(await trusted.copy(request)).toMatchObject({ failure: '' })
    expect((await newStranger(scenario).copy(request)).status).not.toBe(0)
  })

  test('is only read when nothing is new', async () => {
    scenario.github.reset()
    const again = await scenario.publish({
      'flake-attribute': '.#hello',
      'target-repository': 'alice/secret'
    })
    expect(again).toMatchObject({ exitCode: 0, errors: [] })
    expect(scenario.github.counts().writes).toBe(0)
    expect(scenario.github.counts().api).toBeLessThanOrEqual(2)
  })
})

test('a branch with a slash in its name is a cache', async () => {
  const run = await publishTo('cache/v1', { 'flake-attribute': '.#lone' })
  expect(run.outputs['substituter']).toMatch(/\/cache\/v1$/)
  const copied = await newStranger(scenario).copy({
    cache: run.outputs['substituter'] ?? '',
    publicKey: scenario.key.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
})

describe('`verify`', () => {
  test('`narinfo` reads the files back', async () => {
    const run = await publishTo('narinfo', { 'flake-attribute': '.#text', verify: 'narinfo' })
    expect(run.summary).toContain('the narinfos of 1 path were read back, and no NAR')
  })

  test('`none` reads nothing back, and the summary says so', async () => {
    scenario.github.reset()
    const run = await publishTo('none', { 'flake-attribute': '.#text', verify: 'none' })
    expect(run.summary).toContain('| Verified | no |')
    expect(scenario.github.counts().raw).toBe(0)
  })

  test('that fails is an error of its own: the commit stands', async () => {
    const { github } = scenario
    const branch = 'unread'
    await publishTo(branch, { 'flake-attribute': '.#greeting' })
    // What the next run finds there and refers to is not what it was.
    const nars = (await github.listFiles(store, branch)).filter((path) => path.startsWith('nar/'))
    const spoilt = Object.fromEntries(nars.map((path) => [path, 'spoilt']))
    await github.commitFiles(store, branch, spoilt, 'spoil')
    const run = await scenario.publish({ 'flake-attribute': '.#hello', 'target-branch': branch })
    expect(run.exitCode).toBe(1)
    expect(run.errors).toEqual([expect.stringMatching(/^VERIFY_FAILED file:/)])
    expect(run.outputs['commit-sha']).toBe(await scenario.github.head(store, 'unread'))
    expect(jsonPaths(run.outputs['published'])).toHaveLength(1)
    expect(run.summary).toContain('Reading back failed')
    expect(await scenario.rows(store, 'unread')).toHaveLength(2)
  })
})
