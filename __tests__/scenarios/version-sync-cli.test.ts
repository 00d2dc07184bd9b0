/** `nar-publish version-sync` on checkouts, through the bundle: what a terminal or a script gets, and what the files are afterwards. */
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCommandLine, type CommandLineResult } from '../support/command-line.ts'
import { output } from '../support/program.ts'
import { fillCases, readTree, type SyncCase } from '../support/sync-cases.ts'
import type { Tree } from '../support/sync-hashes.ts'
import { ownSystem } from '../support/sync-packages.ts'
import {
  caseTo,
  hashIn,
  lockFile,
  numberIn,
  startStories,
  startSyncRuns,
  storyTime,
  type SyncRuns
} from '../support/sync-run.ts'

const small = ['version-sync', 'file:nix/infer.nix', '--systems', ownSystem]
const packageFile = 'nix/infer.nix'

let runs: SyncRuns
let flake: SyncCase
let tool: SyncCase
let stories: ReturnType<typeof tellStories>

beforeAll(async () => {
  runs = await startSyncRuns({
    repositories: [{ name: 'alice/infer' }, { name: 'alice/tool' }, { name: 'alice/drifted' }]
  })
  const [inFlake, inFile] = await fillCases(runs.set, [
    caseTo('flake-attribute', '0.76.1'),
    caseTo('rec', '0.76.1')
  ])
  if (!inFlake || !inFile) throw new Error('a case is missing')
  flake = inFlake
  tool = inFile
  const lock = await lockFile(runs.set, flake.before)
  await runs.place('alice/infer', new Map([...flake.before, ['flake.lock', lock]]), ['flake.nix'])
  await runs.place('alice/tool', tool.before)
  // The new version’s hash beside the old version.
  const wrong = tool.after.get(packageFile)?.replace('0.76.1', '0.76.0') ?? ''
  await runs.place('alice/drifted', new Map([[packageFile, wrong]]))
  stories = tellStories()
  await Promise.allSettled(Object.values(stories))
}, storyTime)

afterAll(() => runs.close())

interface Ended extends CommandLineResult {
  checkout: string
  /** Files that differ from the commit, and new ones. */
  changes: string
  /** What is left in the folder for temporary files. */
  left: string[]
}

async function nar(
  repository: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  onStart?: (pid: number) => void
): Promise<Ended> {
  const checkout = await runs.checkout(repository)
  const temporary = mkdtempSync(join(runs.folder, 'tmp-'))
  const { NIX_PATH = '', XDG_CACHE_HOME = '' } = runs.set.env
  const ended = await runCommandLine(args, {
    cwd: checkout,
    env: { NIX_PATH, XDG_CACHE_HOME, TMPDIR: temporary, ...env },
    ...(onStart && { onStart })
  })
  const changes = await git(checkout, 'status', '--porcelain', '--ignored')
  return { ...ended, checkout, changes, left: readdirSync(temporary) }
}

function git(checkout: string, ...args: string[]): Promise<string> {
  return output('git', args, { cwd: checkout })
}

function tellStories() {
  const inRepository =
    (repository: string, ...args: string[]) =>
    () =>
      nar(repository, args)
  return startStories({
    written: inRepository('alice/infer', 'version-sync', '.#infer', '0.76.1', '--smoke-test=infer'),
    diff: inRepository('alice/tool', ...small, 'v0.76.1', '--dry-run', '--no-build'),
    json: inRepository('alice/tool', ...small, '0.76.1', '--json', '--no-build'),
    formatted: tellFormatted,
    same: inRepository('alice/tool', ...small, '0.76.0'),
    right: inRepository('alice/tool', ...small, 'keep', '-n'),
    drifted: inRepository('alice/drifted', ...small, 'keep', '-n', '--no-build', '--json'),
    mended: inRepository('alice/drifted', ...small, 'keep'),
    failing: inRepository('alice/tool', ...small, '0.76.1', '--smoke-test', 'infer-of-old'),
    failingInJson: inRepository('alice/tool', ...small, 'v1$(touch x)', '--json'),
    interrupted: tellInterrupted,
    wrong: inRepository('alice/tool', ...small, '0.76.1', '--draft'),
    proposed: () =>
      nar(
        'alice/tool',
        [
          ...[...small, '0.76.1', '--no-build', '--pull-request'],
          ...['--target-repository', 'alice/tool', '--labels', 'nix']
        ],
        {
          GH_TOKEN: 'app-token',
          GITHUB_API_URL: runs.github.apiUrl,
          GITHUB_SERVER_URL: runs.github.serverUrl
        }
      )
  })
}

/** With a formatter that anybody recognises. */
function tellFormatted(): Promise<Ended> {
  const bin = mkdtempSync(join(runs.folder, 'bin-'))
  const script = '#!/bin/sh\nfor file; do echo "# formatted" >> "$file"; done\n'
  writeFileSync(join(bin, 'nixfmt'), script, { mode: 0o755 })
  const args = [...small, '0.76.1', '--no-build', '--formatter', 'nixfmt']
  return nar('alice/tool', args, { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` })
}

/** Somebody presses Ctrl-C while the smoke test runs. */
async function tellInterrupted(): Promise<Ended & { isSmokeTestLeft: boolean }> {
  const file = join(runs.folder, 'smoke-test.pid')
  let pid = 0
  const ending = nar(
    'alice/tool',
    [...small, '0.76.1', '--smoke-test', `sh -c 'echo $$ > "${file}"; sleep 600'`],
    {},
    (started) => (pid = started)
  )
  const smokeTest = await numberIn(file)
  process.kill(pid, 'SIGINT')
  const ended = await ending
  // One that was killed is there until somebody has noticed.
  while (isRunning(smokeTest)) await sleep(20)
  return { ...ended, isSmokeTestLeft: isRunning(smokeTest) }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** All files but Git’s own. */
function filesOf({ checkout }: Ended): Tree {
  return new Map([...readTree(checkout)].filter(([path]) => !path.startsWith('.git/')))
}

describe('a new version', () => {
  test('is written into the checkout with its hashes, and into nothing else', async () => {
    const ended = await stories.written
    expect(ended).toMatchObject({ status: 0, changes: 'M flake.nix', left: [] })
    expect(ended.stdout).toMatch(
      /^infer 0\.76\.0 → 0\.76\.1: 2 hashes and the version in 1 place written\.\n/
    )
    expect(ended.stdout).toContain('  ✓ smoke-test: infer: infer-0.76.1\n')
    expect(filesOf(ended).get('flake.nix')).toBe(flake.after.get('flake.nix'))
    expect(statSync(join(ended.checkout, 'flake.nix')).mode & 0o777).toBe(0o755)
  })

  test('builds as it stands then', async () => {
    const { checkout } = await stories.written
    const built = await output('nix', ['build', '--no-link', '--json', '.#infer'], {
      cwd: checkout,
      env: runs.set.env
    })
    expect(built).toContain('-infer-0.76.1"')
  })

  test('is formatted where that is asked for, in the file that was changed', async () => {
    const ended = await stories.formatted
    expect(ended).toMatchObject({ status: 0, changes: `M ${packageFile}`, left: [] })
    expect(ended.stdout).toContain(`  ✓ format: nixfmt: ${packageFile}\n`)
    expect(filesOf(ended).get(packageFile)).toBe(
      `${tool.after.get(packageFile) ?? ''}# formatted\n`
    )
  })

  test('that the package has already leaves everything as it is, and says so', async () => {
    expect(await stories.same).toMatchObject({
      status: 0,
      stdout: 'Nothing to change: infer 0.76.0 has the right hashes already.\n',
      changes: '',
      left: []
    })
  })
})

describe('--dry-run', () => {
  test('prints a diff that `git apply` takes, and writes nothing', async () => {
    const { status, stdout, stderr, changes, left, checkout } = await stories.diff
    expect({ status, changes, left }).toEqual({ status: 0, changes: '', left: [] })
    expect(stdout).toMatch(/^--- a\/nix\/infer\.nix\n\+\+\+ b\/nix\/infer\.nix\n@@/)
    expect(stderr).toContain('Dry run, nothing was written: infer 0.76.0 → 0.76.1')
    const file = join(runs.folder, 'printed.diff')
    writeFileSync(file, stdout)
    await git(checkout, 'apply', '--index', file)
    expect(await git(checkout, 'diff', '--cached', '--name-only')).toBe(packageFile)
    expect(readTree(checkout).get(packageFile)).toBe(tool.after.get(packageFile))
  })

  test('of keep is content with right hashes', async () => {
    const { status, stdout, stderr, changes } = await stories.right
    expect({ status, stdout, changes }).toEqual({ status: 0, stdout: '\n', changes: '' })
    expect(stderr).toContain('nothing would change, infer 0.76.0 has the right hashes already')
  })

  test('of keep fails when one has drifted, and says which in JSON too', async () => {
    const { status, stdout, changes } = await stories.drifted
    const [old, now] = [hashIn(tool.after.get(packageFile)), hashIn(tool.before.get(packageFile))]
    expect({ status, changes }).toEqual({ status: 1, changes: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'dry-run',
      changed: true,
      hashes: [{ file: packageFile, line: 4, old, new: now }],
      error: {
        code: 'HASH_DRIFT',
        reason: expect.stringContaining(`nix/infer.nix:4: ${old} should be ${now}`)
      }
    })
  })
})

test('keep writes the right hash in place of one that has drifted', async () => {
  const ended = await stories.mended
  expect(ended).toMatchObject({ status: 0, changes: `M ${packageFile}` })
  expect(filesOf(ended).get(packageFile)).toBe(tool.before.get(packageFile))
})

test('--json prints what was done, and nothing else', async () => {
  const { status, stdout, changes } = await stories.json
  expect({ status, changes }).toEqual({ status: 0, changes: `M ${packageFile}` })
  expect(JSON.parse(stdout)).toEqual({
    outcome: 'written',
    changed: true,
    'old-version': '0.76.0',
    'new-version': '0.76.1',
    hashes: [
      {
        file: packageFile,
        line: 4,
        derivations: ['infer-0.76.1.tar.gz'],
        systems: [ownSystem],
        old: hashIn(tool.before.get(packageFile)),
        new: hashIn(tool.after.get(packageFile))
      }
    ],
    'pull-request-number': null,
    'pull-request-url': '',
    'pull-request-operation': '',
    'commit-sha': '',
    'commit-url': ''
  })
})

describe('what fails', () => {
  test('ends with 1, one message, and the checkout as it was', async () => {
    const { status, stdout, stderr, changes, left } = await stories.failing
    expect({ status, stdout, changes, left }).toEqual({
      status: 1,
      stdout: '',
      changes: '',
      left: []
    })
    expect(stderr.match(/^.*SMOKE_TEST_FAILED.*$/gm)).toEqual([
      expect.stringMatching(/SMOKE_TEST_FAILED infer-of-old: there is no program "infer-of-old"/)
    ])
  })

  test('with --json says why in JSON', async () => {
    const { status, stdout, changes, left } = await stories.failingInJson
    expect({ status, changes, left }).toEqual({ status: 2, changes: '', left: [] })
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'VERSION_INVALID',
        subject: 'tag "v1$(touch x)"',
        reason: expect.stringContaining('it is no version'),
        hint: expect.any(String)
      }
    })
  })

  test('for Ctrl-C leaves no file and no process behind', async () => {
    expect(await stories.interrupted).toMatchObject({
      status: 130,
      stdout: '',
      changes: '',
      left: [],
      isSmokeTestLeft: false
    })
  })

  test('for a wrong command line ends with 2', async () => {
    const { status, stdout, stderr, changes } = await stories.wrong
    expect({ status, stdout, changes }).toEqual({ status: 2, stdout: '', changes: '' })
    expect(stderr).toContain('USAGE option --draft: it is about a pull request')
  })
})

test('--pull-request opens one, and leaves the checkout as it was', async () => {
  const { status, stdout, changes, left } = await stories.proposed
  const { github } = runs
  expect({ status, changes, left }).toEqual({ status: 0, changes: '', left: [] })
  expect(stdout).toMatch(/^infer 0\.76\.0 → 0\.76\.1: pull request created, /)
  expect(stdout).toContain(`pull request  ${github.serverUrl}/alice/tool/pull/1`)
  expect(github.pullRequests('alice/tool')).toMatchObject([
    {
      title: 'infer: 0.76.0 → 0.76.1',
      labels: ['nix'],
      head: { branch: 'nar-publish/infer-0.76.1' }
    }
  ])
  const file = await github.readFile('alice/tool', 'nar-publish/infer-0.76.1', packageFile)
  expect(file?.toString()).toBe(tool.after.get(packageFile))
})
