/** What a run with no key, another key, or several does to a cache whose readers are told one; and what it takes for held. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { formatNarInfo, parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { parseSecretKey, sign } from '../../src/binary-cache/signature.ts'
import { parseStorePath } from '../../src/store-path.ts'
import type { RunnerOptions, RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  makeKey,
  newStranger,
  startScenario,
  store,
  type Inputs,
  type Scenario,
  type SigningKey
} from '../support/scenario.ts'

let scenario: Scenario
/** Of somebody whom the cache's readers are told nothing of. */
let strange: SigningKey
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
  strange = await makeKey(scenario.folder, 'strange-1')
})
afterAll(() => scenario.close())

function publishTo(
  branch: string,
  inputs: Inputs,
  options: Partial<RunnerOptions> = {}
): Promise<RunResult> {
  return scenario.publish({ 'target-branch': branch, ...inputs }, options)
}

async function signedBranch(branch: string, attribute = '.#lone'): Promise<RunResult> {
  return scenario.prepare({ 'target-branch': branch, 'flake-attribute': attribute })
}

const keyless = { 'signing-key': undefined }

/** Brings what another key signed of `.#hello`, as files and nothing else. `change`: of each narinfo's text. */
async function plantHello(branch: string, change = (text: string) => text): Promise<string[]> {
  const from = `${branch}-strange`
  const run = await scenario.prepare({
    ...{ 'target-branch': from, 'flake-attribute': '.#hello', 'signing-key': strange.secret }
  })
  const { github } = scenario
  const files = (await github.listFiles(store, from)).filter((path) =>
    /^nar\/|\.narinfo$/.test(path)
  )
  const contents = await Promise.all(
    files.map(async (path) => {
      const content = (await github.readFile(store, from, path)) ?? Buffer.alloc(0)
      return [path, path.endsWith('.narinfo') ? change(content.toString()) : content] as const
    })
  )
  await github.commitFiles(store, branch, Object.fromEntries(contents), 'plant')
  return jsonPaths(run.outputs['published'])
}

async function expectStopped(run: RunResult, branch: string, before: string | null): Promise<void> {
  expect(run.exitCode).toBe(1)
  expect(await scenario.github.head(store, branch)).toBe(before)
}

describe('a run without a key, into a cache whose readers are told one,', () => {
  test('stops with KEY_EXPECTED, and nothing is written', async () => {
    await signedBranch('no-key')
    const before = await scenario.github.head(store, 'no-key')
    scenario.github.reset()
    const run = await publishTo('no-key', { 'flake-attribute': '.#hello', ...keyless })
    await expectStopped(run, 'no-key', before)
    expect(scenario.github.counts().writes).toBe(0)
    expect(run.errors).toEqual([
      expect.stringMatching(/^KEY_EXPECTED alice\/store: .*"cache-1:.* and 2 other paths/)
    ])
  })

  test('publishes all the same with `unsigned: true`, and says what readers’ Nix does', async () => {
    await signedBranch('allowed')
    const run = await publishTo('allowed', {
      ...{ 'flake-attribute': '.#hello', unsigned: 'true' },
      ...keyless
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(jsonPaths(run.outputs['published'])).toHaveLength(3)
    expect(run.summary).toContain('what this run publishes is unsigned')
  })

  test('is green when the cache holds it all, signed', async () => {
    await signedBranch('held-keyless', '.#hello')
    const run = await publishTo('held-keyless', { 'flake-attribute': '.#hello', ...keyless })
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(run.summary).toMatch(/^\*\*Nothing was published\*\*/)
  })

  test('pins what it holds', async () => {
    const { outputs } = await signedBranch('pin-keyless', '.#hello')
    const run = await publishTo('pin-keyless', {
      pin: `stable=${outputs['store-paths'] ?? ''}`,
      ...keyless
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(await scenario.text('pins/stable', store, 'pin-keyless')).toBe(
      `${outputs['store-paths'] ?? ''}\n`
    )
  })

  test('goes on as a dry run, which warns of the error', async () => {
    await signedBranch('dry-keyless')
    const run = await publishTo('dry-keyless', {
      ...{ 'flake-attribute': '.#hello', 'dry-run': 'true' },
      ...keyless
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.warnings).toEqual([expect.stringContaining('KEY_EXPECTED')])
    expect(run.summary).toMatch(/^\*\*Dry run, nothing was written\*\*: 1 artifact/)
  })

  test('goes on for a pull request from a fork, which has no secrets', async () => {
    await signedBranch('fork-keyless')
    const repository = (name: string) => ({ repo: { full_name: name } })
    const run = await publishTo(
      'fork-keyless',
      { 'flake-attribute': '.#hello', token: 'reader-token', ...keyless },
      {
        eventName: 'pull_request',
        event: {
          pull_request: { head: repository('mallory/project'), base: repository('alice/project') }
        }
      }
    )
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.warnings).toEqual([expect.stringContaining('from a fork')])
  })

  test('takes what comes signed by a key that readers are told', async () => {
    await signedBranch('comes-signed')
    const first = await publishTo('comes-signed', { 'flake-attribute': '.#other', ...keyless })
    expect(first.errors).toEqual([expect.stringMatching(/^KEY_EXPECTED/)])
    // Its row is all that is missing.
    await scenario.prepare({ 'target-branch': 'comes-signed', 'flake-attribute': '.#hello' })
    const run = await publishTo('comes-signed', { 'flake-attribute': '.#greeting', ...keyless })
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(jsonPaths(run.outputs['published'])).toHaveLength(1)
  })
})

describe('the first publish without a key', () => {
  test('shows a person that the cache begins unsigned, as by a misspelt secret', async () => {
    const run = await publishTo('begins', { 'flake-attribute': '.#lone', ...keyless })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.warnings).toEqual([expect.stringMatching(/begins unsigned.*look at its name/)])
    const second = await publishTo('begins', { 'flake-attribute': '.#other', ...keyless })
    expect(second).toMatchObject({ exitCode: 0, warnings: [] })
  })

  test('is quiet when `unsigned: true` says that it is meant', async () => {
    const run = await publishTo('meant', {
      ...{ 'flake-attribute': '.#lone', unsigned: 'true' },
      ...keyless
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  })
})

describe('a run with another key than readers know', () => {
  test('warns of what they must do, and gives all keys', async () => {
    await signedBranch('another')
    const run = await publishTo('another', {
      ...{ 'flake-attribute': '.#hello', 'signing-key': strange.secret }
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.warnings).toEqual([
      expect.stringMatching(
        /strange-1:.* is new to this cache, .*`trusted-public-keys`.*one a line/
      )
    ])
    expect(run.summary).toContain('is new to this cache')
    expect(run.outputs['public-key']).toBe(`${strange.public} ${scenario.key.public}`)
  })

  test('that signs with the old one, too, tells them of it while they read everything', async () => {
    await signedBranch('both')
    const run = await publishTo('both', {
      ...{ 'flake-attribute': '.#hello' },
      'signing-key': `${strange.secret}\n${scenario.key.secret}`
    })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.warnings).toEqual([expect.stringMatching(/the README tells it from now on/)])
    expect(run.outputs['public-key']).toBe(`${strange.public} ${scenario.key.public}`)
    const request = {
      cache: scenario.github.substituterUrl(store, 'both'),
      paths: jsonPaths(run.outputs['published'])
    }
    expect(request.paths).toHaveLength(3)
    for (const publicKey of [scenario.key.public, strange.public]) {
      expect(await newStranger(scenario).copy({ ...request, publicKey })).toMatchObject({
        failure: ''
      })
    }
    const again = await publishTo('both', {
      ...{ 'flake-attribute': '.#hello' },
      'signing-key': `${strange.secret}\n${scenario.key.secret}`
    })
    expect(again).toMatchObject({ exitCode: 0, warnings: [], outputs: { published: '[]' } })
  })

  test('under the name of theirs is refused, as Nix knows one key of a name', async () => {
    await signedBranch('same-name')
    const before = await scenario.github.head(store, 'same-name')
    const sameName = await makeKey(scenario.folder, 'cache-1')
    const run = await publishTo('same-name', {
      ...{ 'flake-attribute': '.#hello', 'signing-key': sameName.secret }
    })
    await expectStopped(run, 'same-name', before)
    expect(run.errors).toEqual([expect.stringMatching(/^SIGNING_KEY_INVALID .*one of a name/)])
  })
})

describe('a path that the target has under a key that readers are not told', () => {
  test('gets this run’s signature when its content is the same, and no NAR goes up', async () => {
    await signedBranch('strange-same')
    const paths = await plantHello('strange-same')
    const run = await publishTo('strange-same', { 'flake-attribute': '.#hello' })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.outputs['nar-count']).toBe('0')
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(store, 'strange-same'),
      publicKey: scenario.key.public,
      paths
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('stops the run before it writes when its content is another', async () => {
    await signedBranch('strange-other')
    const key = parseSecretKey(strange.secret)
    await plantHello('strange-other', (text) => {
      const narInfo = { ...parseNarInfo(text, 'planted'), narHash: `sha256:${'1'.repeat(52)}` }
      return formatNarInfo({ ...narInfo, signatures: [sign(key, narInfo)] })
    })
    const before = await scenario.github.head(store, 'strange-other')
    scenario.github.reset()
    const run = await publishTo('strange-other', { 'flake-attribute': '.#hello' })
    await expectStopped(run, 'strange-other', before)
    expect(scenario.github.counts().writes).toBe(0)
    expect(run.errors).toEqual([
      expect.stringMatching(/^HELD_UNREADABLE \/nix\/store\/.*"strange-1".*2 other paths/)
    ])
    const trusting = await publishTo('strange-other', {
      ...{ 'flake-attribute': '.#hello', 'trusted-keys': strange.public, verify: 'none' }
    })
    expect(trusting).toMatchObject({ exitCode: 0, errors: [] })
  })

  test('is packed by a job without a key, for the one that signs', async () => {
    await signedBranch('strange-pack')
    const paths = await plantHello('strange-pack')
    const packed = join(scenario.folder, 'strange-pack')
    const pack = await publishTo('strange-pack', {
      ...{ phase: 'pack', 'flake-attribute': '.#hello', 'output-directory': packed },
      ...keyless
    })
    expect(pack).toMatchObject({ exitCode: 0, errors: [] })
    const run = await publishTo('strange-pack', { phase: 'commit', packed })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.outputs['nar-count']).toBe('0')
    const copied = await newStranger(scenario).copy({
      cache: scenario.github.substituterUrl(store, 'strange-pack'),
      publicKey: scenario.key.public,
      paths
    })
    expect(copied).toMatchObject({ failure: '' })
  })
})

test('what only gets a row in the index is read back as well', async () => {
  const branch = 'row-only'
  const { outputs } = await signedBranch(branch, '.#hello')
  const greeting = jsonPaths(outputs['published']).find((path) => path.includes('-greeting-'))
  const narInfo = parseNarInfo(
    await scenario.text(`${parseStorePath(greeting ?? '').hash}.narinfo`, store, branch),
    'narinfo'
  )
  await scenario.github.commitFiles(store, branch, { [narInfo.url]: 'spoilt' }, 'spoil')
  const run = await publishTo(branch, { 'flake-attribute': '.#greeting' })
  expect(jsonPaths(run.outputs['published'])).toEqual([greeting])
  expect(run.exitCode).toBe(1)
  expect(run.errors).toEqual([expect.stringMatching(/^VERIFY_FAILED/)])
})
