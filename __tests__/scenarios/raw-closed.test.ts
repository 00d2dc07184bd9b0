/** Raw addresses that refuse everybody, or are late: neither changes a result, neither loses anything. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { catalogueFiles } from '../support/catalogue.ts'
import { parseStorePath } from '../../src/store-path.ts'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  makeKey,
  newStranger,
  startScenario,
  store,
  type Scenario
} from '../support/scenario.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

let scenario: Scenario
const added: string[] = []
beforeAll(async () => {
  scenario = await startScenario({ isHere: true })
})
afterEach(() => {
  scenario.github.change({ rawClosedTo: 'nobody', missingRawMs: 0 })
})
afterAll(async () => {
  await scenario.close()
  deleteStorePaths(added)
})

const conditions = [
  ['refuse everybody', { rawClosedTo: 'everybody' }],
  ['are late', { missingRawMs: 600_000 }]
] as const

/** A store path that is in the target's narinfos and rows, but for the rest of its closure, and was never built. */
const inventedHash = (index: number): string => String(index).padStart(32, '0')

/** Puts `count` more artifacts beside what the branch has. */
async function enlarge(branch: string, count: number): Promise<void> {
  await scenario.prepare({ 'flake-attribute': '.#lone', 'target-branch': branch })
  const [row] = await scenario.rows(store, branch)
  if (row === undefined) throw new Error('nothing was published')
  const { hash } = parseStorePath(row.storePath)
  const narInfo = await scenario.text(`${hash}.narinfo`, store, branch)
  const hashes = Array.from({ length: count }, (_, index) => inventedHash(index))
  await scenario.github.commitFiles(
    store,
    branch,
    {
      ...Object.fromEntries(
        catalogueFiles({
          publicKeys: [scenario.key.public],
          rows: [
            row,
            ...hashes.map((other) => ({ ...row, storePath: row.storePath.replace(hash, other) }))
          ]
        })
      ),
      ...Object.fromEntries(
        hashes.map((other) => [`${other}.narinfo`, narInfo.replaceAll(hash, other)])
      )
    },
    'many'
  )
}

async function expectReadable(run: RunResult, branch: string): Promise<void> {
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  scenario.github.change({ rawClosedTo: 'nobody', missingRawMs: 0 })
  const copied = await newStranger(scenario).copy({
    cache: scenario.github.substituterUrl(store, branch),
    publicKey: scenario.key.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
}

test('60 paths into a store of 300 are published and proved with raw closed, in fewer than 140 API requests', async () => {
  await enlarge('large', 300)
  const paths = Array.from({ length: 60 }, (_, index) => addStorePath(`file-${index}`))
  added.push(...paths)
  const { github } = scenario
  github.change({ rawClosedTo: 'everybody' })
  github.reset()
  const run = await scenario.publish({ paths: paths.join('\n'), 'target-branch': 'large' })
  expect(jsonPaths(run.outputs['published']).sort()).toEqual(paths.toSorted())
  const { api, raw, calls } = github.counts()
  // The repository, the branch, its folder, and what is read of it; a blob for each NAR; trees, commit, ref.
  // Git does not reach this GitHub: so two questions, and a request for each NAR, prove it.
  expect(calls['POST git/blobs']).toBe(60)
  expect(api).toBeLessThan(140)
  // A narinfo and the index's three files, sent before the first refusal came.
  expect(raw).toBeLessThanOrEqual(4)
  await expectReadable(run, 'large')
  expect(await scenario.rows(store, 'large')).toHaveLength(361)
})

describe.each(conditions)('with raw addresses that %s', (name, condition) => {
  test.each(['narinfo', 'substitute'])('`verify: %s` proves what was committed', async (verify) => {
    const branch = `${verify}-${name.replaceAll(' ', '-')}`
    scenario.github.change(condition)
    const run = await scenario.publish({
      ...{ 'flake-attribute': '.#hello', 'target-branch': branch, verify }
    })
    await expectReadable(run, branch)
    expect(run.outputs['published']).not.toBe('[]')
  })

  test('`phase: commit` publishes what another job packed', async () => {
    const branch = `phases-${name.replaceAll(' ', '-')}`
    const packed = join(scenario.folder, branch)
    scenario.github.change(condition)
    const inputs = { 'target-branch': branch, 'signing-key': undefined }
    const pack = await scenario.publish({
      ...inputs,
      ...{ phase: 'pack', 'flake-attribute': '.#multi', systems: 'x86_64-linux' },
      'output-directory': packed
    })
    expect(pack).toMatchObject({ exitCode: 0 })
    const run = await scenario.publish({
      ...inputs,
      ...{ phase: 'commit', packed, 'signing-key': scenario.key.secret }
    })
    await expectReadable(run, branch)
    expect(jsonPaths(run.outputs['published'])).toHaveLength(3)
  })
})

test('of two publishers with different keys neither loses a narinfo or a signature to raw addresses that lag', async () => {
  const other = await makeKey(scenario.folder, 'cache-2')
  const { github } = scenario
  const branch = 'two-keys'
  await github.commitFiles(store, branch, { 'README.md': '# Store\n' }, 'start')
  github.change({ missingRawMs: 1500 })
  const publish = (attributes: string, key: string): Promise<RunResult> =>
    scenario.publish({
      ...{ 'flake-attribute': attributes, 'target-branch': branch, 'signing-key': key },
      verify: 'none'
    })
  const early: Promise<RunResult>[] = []
  const unhook = github.beforeRefUpdate(async () => {
    if (early.length > 0) return
    early.push(publish('.#hello\n.#multi', other.secret))
    await early[0]
  })
  const runs = [
    await publish('.#hello\n.#lone', scenario.key.secret),
    ...(await Promise.all(early))
  ]
  unhook()
  expect(runs.map(({ exitCode, outputs }) => [exitCode, outputs['attempts']])).toEqual([
    [0, '2'],
    [0, '1']
  ])
  const files = (await github.listFiles(store, branch)).filter((path) => path.endsWith('.narinfo'))
  const signers = await Promise.all(
    files.map(async (path) => {
      const text = await scenario.text(path, store, branch)
      const name = /^StorePath: \/nix\/store\/.{32}-(.*)$/m.exec(text)?.[1] ?? ''
      return [name, ...(text.match(/^Sig: [^:]*/gm) ?? []).sort()]
    })
  )
  expect(Object.fromEntries(signers.map(([name = '', ...sigs]) => [name, sigs]))).toEqual({
    'greeting-1.0.3': ['Sig: cache-1', 'Sig: cache-2'],
    'hello-2.12.1': ['Sig: cache-1', 'Sig: cache-2'],
    'words-0.9': ['Sig: cache-1', 'Sig: cache-2'],
    'lone-1.0': ['Sig: cache-1'],
    'multi-2.0': ['Sig: cache-2'],
    'multi-2.0-dev': ['Sig: cache-2'],
    'multi-2.0-doc': ['Sig: cache-2']
  })
})
