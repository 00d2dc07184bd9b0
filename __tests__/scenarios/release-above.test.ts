/** Where NARs go: into the branch's tree, or beside it as release assets; the bundle, and Nix as a stranger. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { enterChroot } from '../support/chroot.ts'
import { runCommandLine, type CommandLineResult } from '../support/command-line.ts'
import { newerNixRoot, testNixes, thisMachine } from '../support/nix.ts'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  newStranger,
  project,
  startScenario,
  store,
  type Scenario
} from '../support/scenario.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const secret = 'alice/secret'
let scenario: Scenario
const added: string[] = []
beforeAll(async () => {
  scenario = await startScenario({ isHere: true, repositories: [{ name: secret, private: true }] })
})
afterEach(() => {
  scenario.github.change({ rawClosedTo: 'nobody' })
})
afterAll(async () => {
  await scenario.close()
  deleteStorePaths(added)
})

/** Random bytes, which no compressor makes smaller. */
function large(name: string, bytes = 100_000): string {
  const path = addStorePath(name, bytes)
  added.push(path)
  return path
}

async function narsInTree(repository: string, branch: string): Promise<string[]> {
  const files = await scenario.github.listFiles(repository, branch)
  return files.filter((path) => path.startsWith('nar/'))
}

const assetsOf = (repository: string): string[] =>
  scenario.github.releases(repository).flatMap(({ assets }) => assets.map(({ name }) => name))

async function urls(repository: string, branch: string): Promise<string[]> {
  const files = await scenario.github.listFiles(repository, branch)
  const texts = files
    .filter((path) => path.endsWith('.narinfo'))
    .map((path) => scenario.text(path, repository, branch))
  return (await Promise.all(texts)).map((text) => /^URL: (.*)$/m.exec(text)?.[1] ?? '').sort()
}

describe.each(testNixes)('with $name, above one byte', ({ name }) => {
  test('a closure goes round into a fresh store, signatures required, with no NAR in the tree', async () => {
    const isHere = name === thisMachine.name
    const chroot = isHere ? null : enterChroot(newerNixRoot)
    const here = chroot === null ? scenario : await startScenario({ parent: chroot.folder })
    try {
      const branch = 'bytes'
      const run = await here.publish(
        { 'flake-attribute': '.#hello', 'release-above': '1', 'target-branch': branch },
        chroot === null
          ? {}
          : {
              node: join(chroot.programs, 'node'),
              entry: chroot.entry,
              parent: chroot.folder
            }
      )
      expect(run).toMatchObject({ exitCode: 0, errors: [] })
      expect(run.summary).toContain('Nix copied 3 paths from the new commit into a fresh store')
      const files = await here.github.listFiles(store, branch)
      expect(files.filter((path) => path.startsWith('nar/'))).toEqual([])
      const assets = here.github.releases(store).flatMap((release) => release.assets)
      expect(assets).toHaveLength(3)
      // The catalogue names what people can download.
      const rows = await here.rows(store, branch)
      expect(rows[0]?.nar).toContain('/releases/download/nar-publish-store-1/')
      const PATH = `${chroot?.programs ?? ''}:${here.nixEnv['PATH'] ?? ''}`
      const stranger = newStranger(
        chroot === null ? here : { ...here, nixEnv: { ...here.nixEnv, PATH } }
      )
      const copied = await stranger.copy({
        cache: here.github.substituterUrl(store, branch),
        publicKey: here.key.public,
        paths: jsonPaths(run.outputs['published'])
      })
      expect(copied).toMatchObject({ failure: '' })
      expect(await stranger.check()).toMatchObject({ failure: '' })
    } finally {
      if (chroot !== null) {
        await here.close()
        await chroot.close()
      }
    }
  })
})

describe('`auto`', () => {
  const publish = (repository: string, path: string, inputs = {}): Promise<RunResult> =>
    scenario.publish({ paths: path, 'target-repository': repository, ...inputs })

  test('keeps NARs over 64 KiB out of the source’s own repository, and text and small ones in its branch', async () => {
    const [path, small] = [large('in-source'), large('small', 60_000)]
    const run = await publish(project, `${path}\n${small}`)
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(await narsInTree(project, 'nix-cache')).toEqual([expect.stringMatching(/-small\.nar/)])
    expect(assetsOf(project)).toEqual([expect.stringMatching(/-in-source\.nar/)])
    expect(run.log).toContain('1 release asset (100 kB)')
  })

  test('keeps them in the tree of a repository of the cache’s own', async () => {
    const before = assetsOf(store)
    const run = await publish(store, large('in-store'), { 'target-branch': 'own' })
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(await narsInTree(store, 'own')).toHaveLength(1)
    expect(assetsOf(store)).toEqual(before)
  })

  test('keeps them in the tree of a private one, and says what clones of the source cost', async () => {
    const run = await scenario.publish(
      { paths: large('in-secret'), 'target-repository': secret, verify: 'narinfo' },
      { repository: secret }
    )
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(await narsInTree(secret, 'nix-cache')).toHaveLength(1)
    expect(assetsOf(secret)).toEqual([])
    expect(run.log).toContain(
      'alice/secret is private, and Nix cannot read its release assets: the tree of nix-cache gets 1 NAR of 100 kB, and every clone of the source brings them'
    )
  })
})

test('a NAR stays where it was first published, whatever the border is by then', async () => {
  const branch = 'stays'
  const [one, two] = [large('one'), large('two')]
  const inputs = { 'target-branch': branch }
  await scenario.prepare({ ...inputs, paths: one })
  const run = await scenario.publish({
    ...inputs,
    ...{ paths: `${one}\n${two}`, 'release-above': '1' }
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  const after = await scenario.publish({ ...inputs, paths: `${one}\n${two}` })
  expect(after.outputs['published']).toBe('[]')
  expect(await urls(store, branch)).toEqual([
    expect.stringMatching(/\/releases\/download\/.*-two\.nar/),
    expect.stringMatching(/^nar\/.*-one\.nar/)
  ])
})

test('`doctor` reads NARs of both places, and `move-large` leaves a cache that strangers read', async () => {
  const branch = 'moved'
  const [one, two] = [large('in-tree'), large('beside')]
  const inputs = { 'target-branch': branch }
  await scenario.prepare({ ...inputs, paths: one })
  await scenario.prepare({ ...inputs, paths: two, 'release-above': '1' })
  const doctor = (): Promise<CommandLineResult> =>
    runCommandLine(['doctor', store, '--target-branch', branch], {
      cwd: scenario.folder,
      env: {
        GITHUB_API_URL: scenario.github.apiUrl,
        GITHUB_SERVER_URL: scenario.github.serverUrl,
        GITHUB_TOKEN: 'writer-token'
      }
    })
  expect(await doctor()).toMatchObject({ status: 0 })
  expect(await narsInTree(store, branch)).toHaveLength(1)

  const run = await scenario.publish({
    ...{ mode: 'prune', ...inputs, 'move-large': 'true', 'release-above': '64 KiB' }
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.summary).toContain('**Moved** 1 NAR to release assets')
  expect(await narsInTree(store, branch)).toEqual([])
  const { stdout } = await doctor()
  expect(stdout).toContain('2 signed, 2 NARs')
  expect(stdout).toContain('alice/store is sound.')
  const stranger = newStranger(scenario)
  const copied = await stranger.copy({
    cache: scenario.github.substituterUrl(store, branch),
    publicKey: scenario.key.public,
    paths: [one, two]
  })
  expect(copied).toMatchObject({ failure: '' })
  expect(await stranger.check()).toMatchObject({ failure: '' })
})

test('release assets are proved by the API while raw addresses refuse everybody', async () => {
  const { github } = scenario
  github.change({ rawClosedTo: 'everybody' })
  github.reset()
  const path = large('proved')
  const run = await scenario.publish({
    ...{ paths: path, 'release-above': '1', 'target-branch': 'proved' }
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.summary).toContain('Nix copied 1 path from the new commit into a fresh store')
  const byApi = github.requests.filter(
    ({ method, path }) => method === 'GET' && /\/releases\/assets\/\d+$/.test(path)
  )
  expect(byApi.map(({ headers }) => headers['accept'])).toEqual(['application/octet-stream'])
  // Nobody came to the public address.
  expect(github.requests.filter(({ path }) => path.includes('/releases/download/'))).toEqual([])
})

test('`phase: commit` places what another job packed, and a push takes what is left', async () => {
  const branch = 'phases'
  const packed = join(scenario.folder, 'packed')
  const paths = `${large('big')}\n${large('tiny', 10)}`
  const pack = await scenario.publish({
    ...{ phase: 'pack', paths, 'signing-key': undefined, 'output-directory': packed },
    ...{ 'release-above': '1 kB', 'target-branch': branch }
  })
  expect(pack).toMatchObject({ exitCode: 0, errors: [] })
  const run = await scenario.publish({
    ...{ phase: 'commit', packed, 'release-above': '1 kB', 'target-branch': branch }
  })
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(await urls(store, branch)).toEqual([
    expect.stringMatching(/\/releases\/download\/.*-big\.nar/),
    expect.stringMatching(/^nar\/.*-tiny\.nar/)
  ])
})

test.each([
  ['100.1 MiB', 'INPUT_INVALID input release-above: "100.1 MiB" is not accepted.'],
  ['0', 'INPUT_INVALID input release-above: "0" is not accepted.']
])('`release-above: %s` is refused', async (size, error) => {
  const run = await scenario.publish({ paths: '/nix/store/x', 'release-above': size })
  expect(run.errors).toEqual([expect.stringContaining(error)])
})

test('a target that is not on this GitHub has none', async () => {
  const run = await scenario.publish({
    ...{ paths: '/nix/store/x', 'release-above': '1' },
    'target-repository': join(scenario.folder, 'store.git')
  })
  expect(run.errors).toEqual([
    expect.stringContaining(
      'INPUT_INVALID input release-above: release assets are GitHub’s, and `target-repository` is not on this GitHub'
    )
  ])
})
