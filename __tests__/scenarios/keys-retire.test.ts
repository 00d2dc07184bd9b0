/** A key is replaced, retired and leaked, by the command line, while others publish. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { basename } from 'node:path/posix'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { toldKeys } from '../../src/catalogue/told-keys.ts'
import { git, Hosts } from '../repository/git/fixture.ts'
import { runCommandLine, type CommandLineResult } from '../support/command-line.ts'
import type { RunResult } from '../support/runner.ts'
import {
  jsonPaths,
  makeKey,
  newStranger,
  pathNamed,
  pathNames,
  startScenario,
  store,
  type Scenario,
  type SigningKey
} from '../support/scenario.ts'

let scenario: Scenario
let hosts: Hosts
let fresh: SigningKey
let freshFile: string
let scratch: string
beforeAll(async () => {
  scenario = await startScenario()
  hosts = new Hosts()
  fresh = await makeKey(scenario.folder, 'cache-2')
  freshFile = join(scenario.folder, 'fresh.secret')
  writeFileSync(freshFile, `${fresh.secret}\n`)
  scratch = join(scenario.folder, 'scratch')
  mkdirSync(scratch)
})
afterAll(async () => {
  hosts.remove()
  await scenario.close()
})

/** `nar-publish keys`, which never shows a secret. */
async function keys(...args: string[]): Promise<CommandLineResult> {
  const run = await runCommandLine(['keys', ...args], {
    cwd: scenario.folder,
    env: {
      TMPDIR: scratch,
      GITHUB_API_URL: scenario.github.apiUrl,
      GITHUB_SERVER_URL: scenario.github.serverUrl,
      GH_TOKEN: 'writer-token'
    }
  })
  for (const secret of [fresh.secret, fresh.secret.split(':')[1] ?? '', 'writer-token']) {
    expect(run.stdout + run.stderr).not.toContain(secret)
  }
  return run
}

async function expectDone(running: Promise<CommandLineResult>): Promise<Record<string, unknown>> {
  const { status, stdout, stderr } = await running
  expect([status, stderr.match(/^error.*$/gm)]).toEqual([0, null])
  return JSON.parse(stdout) as Record<string, unknown>
}

function publish(branch: string, attributes: string, ...by: SigningKey[]): Promise<RunResult> {
  return scenario.prepare({
    ...{ 'flake-attribute': attributes, 'target-branch': branch },
    'signing-key': by.map(({ secret }) => secret).join('\n')
  })
}

async function copyAll(branch: string, { public: publicKey }: SigningKey, paths: string[]) {
  const cache = scenario.github.substituterUrl(store, branch)
  return newStranger(scenario).copy({ cache, publicKey, paths })
}

async function narInfoFiles(branch: string): Promise<string[]> {
  const files = await scenario.github.listFiles(store, branch)
  return files.filter((path) => path.endsWith('.narinfo'))
}

/** Everything of the branch that names the key. */
async function traces(branch: string, name: string): Promise<string[]> {
  const files = ['README.md', 'catalogue.json', ...(await narInfoFiles(branch))]
  const texts = await Promise.all(files.map((file) => scenario.text(file, store, branch)))
  return files.filter((_file, index) => texts[index]?.includes(`${name}:`))
}

/** Takes the NAR of a path out of the tree, into a release. */
async function moveToRelease(branch: string, storePath: string): Promise<void> {
  const { github } = scenario
  const file = `${basename(storePath).slice(0, 32)}.narinfo`
  const text = await scenario.text(file, store, branch)
  const { url } = parseNarInfo(text, file)
  const bytes = (await github.readFile(store, branch, url)) ?? Buffer.alloc(0)
  const name = basename(url)
  github.makeRelease(store, { tag: `nars-${branch}` }, [{ name, state: 'uploaded', bytes }])
  const address = `${github.serverUrl}/${store}/releases/download/nars-${branch}/${name}`
  await github.commitFiles(
    store,
    branch,
    { [file]: text.replace(/^URL: .*$/m, () => `URL: ${address}`), [url]: null },
    'move'
  )
}

test('a key is replaced and retired, and who has only the new one reads everything that the README lists', async () => {
  const branch = 'replaced'
  const first = await publish(branch, '.#hello', scenario.key)
  await moveToRelease(branch, pathNamed(jsonPaths(first.outputs['published']), 'greeting-1.0.3'))
  await publish(branch, '.#lone', fresh, scenario.key)
  const listed = await expectDone(keys(store, '--target-branch', branch, '--json'))
  expect(listed['keys']).toEqual([
    {
      ...{ name: 'cache-1', publicKey: scenario.key.public, isTold: true, isInCatalogue: true },
      ...{ signs: 4, alone: 3 }
    },
    {
      ...{ name: 'cache-2', publicKey: fresh.public, isTold: true, isInCatalogue: true },
      ...{ signs: 1, alone: 0 }
    }
  ])

  const before = await scenario.github.head(store, branch)
  const args = ['retire', 'cache-1', store, '--target-branch', branch, '--sign-with', freshFile]
  const looked = await expectDone(keys(...args, '--dry-run', '--json'))
  expect(await scenario.github.head(store, branch)).toBe(before)
  const retired = await expectDone(keys(...args, '--json'))
  expect(pathNames(retired['signed'] as string[])).toEqual([
    'greeting-1.0.3',
    'hello-2.12.1',
    'words-0.9'
  ])
  expect(retired).toMatchObject({ narInfos: 4, left: [], told: [fresh.public] })
  expect(looked).toMatchObject({ signed: retired['signed'], left: [], dryRun: true, result: null })

  const head = (await scenario.github.head(store, branch)) ?? ''
  const commit = await scenario.github.objects.commit(scenario.github.repository(store), head)
  expect(commit?.parents).toEqual([{ sha: before }])
  expect(await traces(branch, 'cache-1')).toEqual([])
  const readme = await scenario.text('README.md', store, branch)
  expect(toldKeys(Buffer.from(readme))).toEqual([fresh.public])
  const rows = (await scenario.rows(store, branch)).map(({ storePath }) => storePath)
  expect(rows.filter((path) => readme.includes(path))).toHaveLength(2)
  expect(await copyAll(branch, fresh, rows)).toMatchObject({ failure: '' })
  expect((await copyAll(branch, scenario.key, rows)).status).not.toBe(0)
})

test('what somebody publishes with the key meanwhile is retired, checked and signed as well', async () => {
  const branch = 'raced'
  await publish(branch, '.#lone', scenario.key)
  const meanwhile: Promise<RunResult>[] = []
  const unhook = scenario.github.beforeRefUpdate(async () => {
    if (meanwhile.length > 0) return
    meanwhile.push(publish(branch, '.#multi', scenario.key))
    await meanwhile[0]
  })
  const retired = await expectDone(
    keys(
      ...['retire', 'cache-1', store, '--target-branch', branch],
      ...['--sign-with', freshFile, '--json']
    )
  )
  unhook()
  expect(meanwhile).toHaveLength(1)
  expect(pathNames(retired['signed'] as string[])).toEqual([
    'lone-1.0',
    'multi-2.0',
    'multi-2.0-dev',
    'multi-2.0-doc'
  ])
  expect(await traces(branch, 'cache-1')).toEqual([])
  const rows = (await scenario.rows(store, branch)).map(({ storePath }) => storePath)
  expect(rows).toHaveLength(4)
  expect(await copyAll(branch, fresh, rows)).toMatchObject({ failure: '' })
})

describe('a key that leaked', () => {
  test('is taken away at once; what it alone signed is named, and refused until it is published again', async () => {
    const branch = 'leaked'
    const first = await publish(branch, '.#hello', scenario.key)
    const paths = jsonPaths(first.outputs['published'])
    const run = await keys('retire', 'cache-1', store, '--target-branch', branch)
    expect(run.status).toBe(0)
    for (const path of paths) expect(run.stdout).toContain(`left unsigned: ${path}`)
    expect(run.stderr).toMatch(/3 paths are left without a signature that readers take/)
    expect(await traces(branch, 'cache-1')).toEqual([])
    expect((await copyAll(branch, scenario.key, paths)).status).not.toBe(0)

    const again = await publish(branch, '.#hello', fresh)
    expect(again.outputs['nar-count']).toBe('0')
    expect(await copyAll(branch, fresh, paths)).toMatchObject({ failure: '' })
  })
})

test('a key of a cache in any Git repository is retired by a push', async () => {
  const repository = await hosts.bare()
  const run = await scenario.prepare({
    ...{ 'target-repository': repository, token: '', 'flake-attribute': '.#hello' }
  })
  const done = await expectDone(
    keys('retire', 'cache-1', repository, '--sign-with', freshFile, '--json')
  )
  expect(done).toMatchObject({ narInfos: 3, left: [], told: [fresh.public] })
  expect(await git(repository, 'rev-list', '--count', 'main')).toBe('2')
  const clone = join(mkdtempSync(join(scenario.folder, 'clone-')), 'clone')
  await git(scenario.folder, 'clone', '--quiet', repository, clone)
  const copied = await newStranger(scenario).copy({
    cache: `file://${clone}`,
    publicKey: fresh.public,
    paths: jsonPaths(run.outputs['published'])
  })
  expect(copied).toMatchObject({ failure: '' })
})

test.each([
  [[], 'the cache is missing'],
  [['retire', 'cache-1'], 'it is `keys retire NAME CACHE`'],
  [['retire', 'cache-1:AAAA', store], 'what stands before its colon'],
  [[store, 'alice/other'], 'one cache is looked at at a time'],
  [[store, '--dry-run'], 'option "--dry-run": there is no such option'],
  [['retire', 'cache-1', store, '--sign-with', '/no/such/file'], 'INPUT_INVALID option --sign-with']
])('%j is refused', async (args, words) => {
  const run = await keys(...args)
  expect(run.status).not.toBe(0)
  expect(run.stderr).toContain(words)
})
