/** A closure of 120 paths, published and read while raw addresses are closed or count what they give. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNix } from '../../src/nix/run.ts'
import { githubLimits } from '../support/github/options.ts'
import { allNixes, removeFolder, testEnvironment, type TestNix } from '../support/nix.ts'
import type { RunResult } from '../support/runner.ts'
import { jsonPaths, startScenario, store, type Scenario } from '../support/scenario.ts'
import { deleteStorePaths } from '../support/store-paths.ts'

const size = 120
let scenario: Scenario
let closure: { root: string; all: string[] }
/** Published with raw closed to everybody, Pages being told. */
let run: RunResult
beforeAll(async () => {
  scenario = await startScenario()
  await scenario.github.configurePages(store, {})
  closure = makeClosure(scenario.folder)
  scenario.github.change({ rawClosedTo: 'everybody' })
  scenario.github.reset()
  run = await scenario.publish({
    paths: closure.root,
    'substituter-url': scenario.github.pagesUrl(store),
    verify: 'readers'
  })
}, 600_000)
afterAll(async () => {
  await scenario.close()
  deleteStorePaths(closure.all)
})

/** One path that refers to 119 others; nobody else has them. */
function makeClosure(parent: string): { root: string; all: string[] } {
  const folder = mkdtempSync(join(parent, 'closure-'))
  const names = Array.from({ length: size - 1 }, (_, index) => join(folder, `file-${index}`))
  for (const name of names) writeFileSync(name, `${name}\n`)
  const options = { encoding: 'utf8', env: testEnvironment() } as const
  const files = execFileSync('nix-store', ['--add', ...names], options)
    .trim()
    .split('\n')
  const expression = `derivation {
    name = "everything"; system = builtins.currentSystem; builder = "/bin/sh";
    files = map builtins.storePath [ ${files.map((path) => `"${path}"`).join(' ')} ];
    args = [ "-c" "echo $files > $out" ];
  }`
  const args = ['--no-out-link', '--expr', expression]
  const root = execFileSync('nix-build', args, options).trim()
  const deriver = execFileSync('nix-store', ['--query', '--deriver', root], options).trim()
  return { root, all: [root, deriver, ...files] }
}

test('is published and proved, and its address waited for, with raw closed from the start', () => {
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(jsonPaths(run.outputs['published'])).toHaveLength(size)
  expect(run.summary).toMatch(/Nix copied 120 paths .*; readers get them at `http/)
})

/** Nix builds nothing, and takes the closure into a store of its own, signatures required. */
async function readBy({ makeFolder, open }: TestNix, cache: string): Promise<string> {
  const folder = makeFolder()
  try {
    const nix = await open(folder)
    const args = [
      ...[
        'build',
        '--no-link',
        '--max-jobs',
        '0',
        '--store',
        `local?root=${join(folder, 'store')}`
      ],
      ...['--option', 'substituters', cache, '--option', 'require-sigs', 'true'],
      ...['--option', 'trusted-public-keys', scenario.key.public],
      ...['--option', 'download-attempts', '1', '--', closure.root]
    ]
    const env = { XDG_CACHE_HOME: join(folder, 'cache'), NIX_CACHE_HOME: join(folder, 'cache') }
    const { status, stderr } = await runNix(nix, { program: 'nix', args }, { env })
    return status === 0 ? '' : stderr
  } finally {
    await removeFolder(folder)
  }
}

test.each(allNixes)(
  '$name reads it from Pages while raw closes after 60 requests: 1 + 2 × 120 requests, none of raw',
  async (nix) => {
    const { github } = scenario
    github.change({ rawClosedTo: 'nobody', rawLimit: githubLimits.raw })
    github.reset()
    expect(await readBy(nix, github.pagesUrl(store).replace(/\/$/, ''))).toBe('')
    const { pages, rawAnonymous } = github.traffic()
    expect([pages.requests, rawAnonymous.requests]).toEqual([1 + 2 * size, 0])
  },
  240_000
)

test('the same reader of the raw address is stopped there, so that the limit is one', async () => {
  const { github } = scenario
  github.change({ rawClosedTo: 'nobody', rawLimit: githubLimits.raw })
  const [nix] = allNixes
  if (nix === undefined) throw new Error('there is no Nix')
  expect(await readBy(nix, github.substituterUrl(store, 'main'))).toMatch(/429/)
}, 240_000)
