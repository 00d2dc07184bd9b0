import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output, runProgram } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'
import {
  makeKey,
  newStranger,
  pathNamed,
  pathNames,
  startScenario,
  store
} from '../support/scenario.ts'
import type { Inputs, Scenario } from '../support/scenario.ts'

let scenario: Scenario
/** Of hello: itself, greeting and words. */
let closure: string[]
let first: RunResult
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
  first = await scenario.prepare({ 'flake-attribute': '.#hello', 'size-budget': '1 B' })
  closure = JSON.parse(first.outputs['published'] ?? '') as string[]
})
afterAll(() => scenario.close())

/** A run that finds all of it in the target: how it must look, whatever was asked for. */
async function publishNothing(inputs: Inputs): Promise<RunResult> {
  const { github } = scenario
  const head = await github.head(store, 'main')
  github.reset()
  const run = await scenario.publish(inputs)
  expect(github.counts().api).toBeLessThanOrEqual(2)
  expect(github.counts().writes).toBe(0)
  expect(await github.head(store, 'main')).toBe(head)
  expect(run.log).not.toContain('building')
  expect(run.outputs).toMatchObject({
    published: '[]',
    'nar-count': '0',
    bytes: '0',
    attempts: '0',
    route: '',
    'commit-sha': head
  })
  return run
}

test('a repository over its `size-budget` is a note of whoever publishes into it, and no others’', async () => {
  expect(first.summary).toMatch(
    /\*\*Note:\*\* The repository has some [\d.]+ k?B, its history included, and .*size-budget.* is 1 B/
  )
  expect((await publishNothing({ 'flake-attribute': '.#hello' })).summary).not.toContain('budget')
})

test('narinfos that another tool wrote, without FileHash and FileSize, are held and sound, and stay byte for byte', async () => {
  const { github } = scenario
  const names = (await github.listFiles(store, 'main')).filter((path) => path.endsWith('.narinfo'))
  const texts = await Promise.all(names.map((name) => scenario.text(name)))
  const foreign = texts.map(
    (text) => `System: x86_64-linux\n${text.replace(/^File(Hash|Size): .*\n/gm, '')}`
  )
  const files = (of: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [name, of[at] ?? '']))
  await github.commitFiles(store, 'main', files(foreign), 'as attic writes them')
  const copied = await newStranger(scenario).copy({
    cache: github.substituterUrl(store, 'main'),
    publicKey: scenario.key.public,
    paths: closure
  })
  expect(copied).toMatchObject({ failure: '' })
  expect(await publishNothing({ 'flake-attribute': '.#hello' })).toMatchObject({ exitCode: 0 })

  // A key more: its signature is all that changes.
  const other = await makeKey(scenario.folder, 'org/cache-2')
  const run = await scenario.publish({
    'flake-attribute': '.#hello',
    'signing-key': `${scenario.key.secret}\n${other.secret}`
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  for (const [at, name] of names.entries()) {
    const text = await scenario.text(name)
    expect(text.replace(/^Sig: org\/cache-2:.*\n/m, '')).toBe(foreign[at])
  }
  expect(await scenario.text('README.md')).toContain(`\`${other.public}\``)
  const byOther = await newStranger(scenario).copy({
    cache: github.substituterUrl(store, 'main'),
    publicKey: other.public,
    paths: closure
  })
  expect(byOther).toMatchObject({ failure: '' })
  await github.commitFiles(store, 'main', files(texts), 'as they were')
})

describe('what is published already', () => {
  test('is neither built nor packed nor uploaded, with two requests, and the summary says so', async () => {
    // On a machine that does not have it: it is not fetched either.
    await output('nix-store', ['--delete', ...closure], { env: scenario.nixEnv })
    const run = await publishNothing({ 'flake-attribute': '.#hello' })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.summary).toMatch(
      /^\*\*Nothing was published\*\* to alice\/store.*already in the target/
    )
    expect(run.outputs['store-paths']).toBe(pathNamed(closure, 'hello-2.12.1'))
    const valid = await runProgram('nix-store', ['--check-validity', ...closure], {
      env: scenario.nixEnv
    })
    expect(valid.status).not.toBe(0)
  })

  test('is known by its store path under another attribute', async () => {
    expect(await publishNothing({ 'flake-attribute': '.#same-hello' })).toMatchObject({
      exitCode: 0
    })
  })

  test('is known when it is given in `paths`', async () => {
    const run = await publishNothing({ paths: pathNamed(closure, 'hello-2.12.1') })
    expect(run).toMatchObject({ exitCode: 0 })
  })

  test('has its bare path too', async () => {
    const run = await publishNothing({ 'flake-attribute': '.#hello', closure: 'bare' })
    expect(run).toMatchObject({ exitCode: 0 })
  })

  test('is an error with `fail-on-empty`, which says what was skipped', async () => {
    const run = await publishNothing({ 'flake-attribute': '.#hello', 'fail-on-empty': 'true' })
    expect(run.exitCode).toBe(1)
    expect(run.errors).toEqual([expect.stringMatching(/^NOTHING_PUBLISHED alice\/store: .*1 held/)])
    expect(run.summary).toMatch(/^\*\*Nothing was published\*\*/)
  })
})

test('what upstream caches hold is not published, and a branch is not made for it', async () => {
  const key = await makeKey(scenario.folder, 'upstream-1')
  const keyFile = join(scenario.folder, 'upstream.secret')
  writeFileSync(keyFile, key.secret)
  const [lone = ''] = await scenario.build('.#lone')
  await output('nix', ['store', 'sign', '--key-file', keyFile, lone], { env: scenario.nixEnv })
  scenario.github.reset()
  const run = await scenario.publish({
    'flake-attribute': '.#lone',
    'target-branch': 'fresh',
    'upstream-keys': 'cache.nixos.org-1 upstream-1'
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.summary).toMatch(/^\*\*Nothing was published\*\*.*1 path in upstream caches/)
  expect(JSON.parse(run.outputs['skipped'] ?? '')).toEqual([
    { storePath: lone, reason: 'upstream', detail: 'signed by upstream-1' }
  ])
  expect(scenario.github.counts()).toMatchObject({ api: 2, writes: 0 })
  expect(await scenario.github.head(store, 'fresh')).toBeNull()
})

test('somebody’s dependency that is now asked for by name gets its row without an upload', async () => {
  const { github } = scenario
  github.reset()
  const run = await scenario.publish({ 'flake-attribute': '.#greeting' })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(github.counts().calls['POST git/blobs']).toBeUndefined()
  expect(run.outputs['nar-count']).toBe('0')
  expect(pathNames((await scenario.rows()).map(({ storePath }) => storePath))).toEqual([
    'greeting-1.0.3',
    'hello-2.12.1'
  ])
  expect(await scenario.text('README.md')).toContain('greeting-1.0.3`')
  expect(await publishNothing({ 'flake-attribute': '.#greeting' })).toMatchObject({ exitCode: 0 })
})
