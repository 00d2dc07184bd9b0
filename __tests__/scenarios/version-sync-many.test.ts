/** Several packages in one run of version-sync, through the bundle: a file with packages, and the GitHub that it and its sources are on. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { output } from '../support/program.ts'
import { ownSystem } from '../support/sync-packages.ts'
import {
  gitAlone,
  hashIn,
  startStories,
  startSyncRuns,
  storyTime,
  type SyncInputs,
  type SyncRun,
  type SyncRunOptions,
  type SyncRuns
} from '../support/sync-run.ts'
import { runIn, type Ran } from '../sync/small-flake.ts'

/** Repositories of the sources, with their newest versions. */
const newest = {
  apple: '1.1.0',
  broken: '2.0.0',
  capped: '2.0.0',
  cherry: '3.0.1',
  dune: '1.0.0',
  luna: '1.3.0',
  pie: '4.1.0',
  sour: '4.1.0'
}
const all = 'file:default.nix#*'
const anyHash = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='

let runs: SyncRuns
let stories: ReturnType<typeof tellStories>

beforeAll(async () => {
  const own = ['alice/each', 'bob/group', 'carol/phases', 'dora/terminal', 'erin/hashes']
  const sources = Object.keys(newest).map((name) => `up/${name}`)
  runs = await startSyncRuns({ repositories: [...own, ...sources].map((name) => ({ name })) })
  for (const [name, version] of Object.entries(newest)) {
    runs.github.makeRelease(`up/${name}`, { tag: `v${version}` })
  }
  stories = tellStories()
  await Promise.allSettled(Object.values(stories))
}, storyTime)

afterAll(() => runs.close())

function tellStories() {
  return startStories({
    each: tellEach,
    group: tellGroup,
    phases: tellPhases,
    terminal: tellTerminal,
    hashes: tellHashes
  })
}

/** Nix code of a package whose source is on the test’s GitHub. `build`: lines that make it. */
function packageFile(
  name: string,
  version: string,
  { repo = name, build = 'mkdir $out; exit 0', needs = '', hash = `"${anyHash}"` } = {}
): string {
  const { host } = new URL(runs.github.serverUrl)
  return `{ stdenv, fetchFromGitHub${needs} }:
stdenv.mkDerivation rec {
  pname = "${name}";
  version = ${version};
  src = fetchFromGitHub { owner = "up"; repo = "${repo}"; tag = "v\${version}"; githubBase = "${host}"; hash = ${hash}; };
  installPhase = "${build}";
}
`
}

/** The attribute of a file with packages. */
function attributeOf(name: string, needs = '{ }'): string {
  return `  ${name} = pkgs.callPackage ./nix/${name}.nix ${needs};\n`
}

function defaultFile(attributes: readonly string[]): string {
  return `{ system ? builtins.currentSystem, pkgs ? import <nixpkgs> { inherit system; } }:\n{\n${attributes.join('')}}\n`
}

const names = ['apple', 'broken', 'capped', 'cherry', 'dune', 'luna', 'luna-docs', 'unread']

function tree(): Map<string, string> {
  const shared = '(import ./versions.nix).luna'
  return new Map([
    ['default.nix', defaultFile(names.map((name) => attributeOf(name)))],
    ['nix/versions.nix', '{ luna = "1.2.0"; }\n'],
    ['nix/apple.nix', packageFile('apple', '"1.0.0"')],
    [
      'nix/broken.nix',
      packageFile('broken', '"1.0.0"', {
        build: 'mkdir $out; case ${version} in 1.*) exit 0 ;; esac; echo no such thing; exit 1'
      })
    ],
    ['nix/capped.nix', packageFile('capped', '"1.0.0"')],
    ['nix/cherry.nix', packageFile('cherry', '"3.0.0"')],
    ['nix/dune.nix', packageFile('dune', '"1.0.0"')],
    ['nix/luna.nix', packageFile('luna', shared)],
    ['nix/luna-docs.nix', packageFile('luna-docs', shared, { repo: 'luna' })],
    ['nix/unread.nix', '{ }: throw "this one is not finished"\n']
  ])
}

const inputs: SyncInputs = { package: all, ignore: 'capped@2.x', systems: ownSystem }

interface Told {
  'pull-requests': { packages: string[]; number: number; operation: string }[]
  failed: { package: string; code: string; reason: string }[]
  outdated: { package: string; name: string; from: string; to: string; set: string }[]
}

/** Outputs that are JSON. */
function told({ outputs }: SyncRun): Told {
  const of = (name: keyof Told): unknown => JSON.parse(outputs[name] ?? 'null')
  return {
    'pull-requests': of('pull-requests'),
    failed: of('failed'),
    outdated: of('outdated')
  } as Told
}

const short = (text: string): string => text.replace(/^.*#/, '')
const pulls = (run: SyncRun): [string, string][] =>
  told(run)['pull-requests'].map(({ packages, operation }) => [
    packages.map(short).join(' '),
    operation
  ])
const failures = (run: SyncRun): [string, string][] =>
  told(run).failed.map(({ package: text, code }) => [short(text), code])

/** Cells of the summary's row of a package. */
function row(run: SyncRun, name: string): string[] {
  const line = run.summary
    .split('\n')
    .find((one) => one.startsWith(`| \`file:default.nix#${name}\``))
  return (
    line
      ?.split(' | ')
      .slice(1)
      .map((cell) => cell.replace(/ \|$/, '')) ?? []
  )
}

/** Three nights: at first two may be open, then all; and a pull request that somebody closed. */
async function tellEach() {
  const { github } = runs
  await runs.place('alice/each', tree())
  const first = await runs.run('alice/each', { ...inputs, 'open-pull-requests-limit': '2' })
  const start = github.requests.length
  const second = await runs.run('alice/each', inputs)
  const asked = github.requests.slice(start)
  const cherry = github.pullRequests('alice/each').find(({ title }) => title.startsWith('cherry'))
  if (cherry !== undefined) cherry.state = 'closed'
  const refs = await runs.refs('alice/each')
  const third = await runs.run('alice/each', inputs)
  return { first, second, asked, third, refs, after: await runs.refs('alice/each') }
}

describe('a pull request for each change', () => {
  test('is opened while fewer are open than may be; what fails is told, and stops no other', async () => {
    const { first } = await stories.each
    expect(first.errors.join()).toMatch(/^PACKAGES_FAILED 2 of 8 packages: the others were done/)
    expect(first.exitCode).toBe(1)
    expect(pulls(first)).toEqual([
      ['apple', 'created'],
      ['cherry', 'created']
    ])
    expect(failures(first)).toEqual([
      ['broken', 'BUILD_FAILED'],
      ['unread', 'EVALUATION_FAILED']
    ])
    expect(told(first).outdated.map(({ name, from, to, set }) => [name, from, to, set])).toEqual([
      ['apple', '1.0.0', '1.1.0', 'apple'],
      ['broken', '1.0.0', '2.0.0', 'broken'],
      ['cherry', '3.0.0', '3.0.1', 'cherry'],
      ['luna', '1.2.0', '1.3.0', 'luna+luna-docs'],
      ['luna-docs', '1.2.0', '1.3.0', 'luna+luna-docs']
    ])
    expect(row(first, 'luna')).toEqual([
      '`1.2.0`',
      '`1.3.0`',
      'waits: as many as may be are open',
      '2 are open, and `open-pull-requests-limit` is 2'
    ])
    expect(row(first, 'capped').slice(2)).toEqual([
      'ignored',
      '2.0.0 is left alone, by `capped@2.x` in `ignore`'
    ])
    expect(first.summary).toContain('`file:default.nix#dune` 1.0.0')
    expect(first.summary).toContain('```text\nno such thing\n```')
    expect(first.workspaceChanges).toBe('')
  })

  test('of packages that share their version is one, with both in it', async () => {
    const { second } = await stories.each
    const pull = runs.github.pullRequests('alice/each').at(-1)
    expect(pulls(second)).toEqual([
      ['apple', 'unchanged'],
      ['cherry', 'unchanged'],
      ['luna luna-docs', 'created']
    ])
    expect(pull?.title).toBe('luna, luna-docs: 1.2.0 → 1.3.0')
    const branch = pull?.head.branch ?? ''
    const file = async (path: string): Promise<string> =>
      (await runs.github.readFile('alice/each', branch, path))?.toString() ?? ''
    expect(await file('nix/versions.nix')).toBe('{ luna = "1.3.0"; }\n')
    for (const name of ['luna', 'luna-docs']) {
      expect(hashIn(await file(`nix/${name}.nix`))).not.toBe(anyHash)
    }
    expect(await file('nix/apple.nix')).toBe(tree().get('nix/apple.nix'))
  })

  test('is left as it is by the next run, which computes nothing of it, and of a closed one', async () => {
    const { third, refs, after } = await stories.each
    expect(third.writes).toEqual([])
    expect(after).toEqual(refs)
    expect(pulls(third)).toEqual([
      ['apple', 'unchanged'],
      ['cherry', 'declined'],
      ['luna luna-docs', 'unchanged']
    ])
    expect(third.log.match(/^package file:.*$/gm)).toEqual(['package file:default.nix#broken'])
  })

  test('asks GitHub for what its documents have, a few times for each', async () => {
    const { second, asked, third } = await stories.each
    judgeRequests(asked)
    expect(second.requests.length).toBeLessThan(25)
    expect(third.requests.length).toBeLessThan(15)
  })
})

/** With packages that are made with another one’s version, of which the second cannot be made with the newest. */
function layered(): Map<string, string> {
  const apple = '{ apple = pkgs.callPackage ./nix/apple.nix { }; }'
  const made = ['pie', 'sour'].map((name) => attributeOf(name, apple))
  const needs = ', apple'
  const isOld = 'case ${apple.version} in 1.0.*) exit 0 ;; esac; echo too sour; exit 1'
  return new Map([
    ...tree(),
    ['default.nix', defaultFile([...names.map((name) => attributeOf(name)), ...made])],
    [
      'nix/pie.nix',
      packageFile('pie', '"4.0.0"', { needs, build: 'echo ${apple.version} > $out; exit 0' })
    ],
    ['nix/sour.nix', packageFile('sour', '"4.0.0"', { needs, build: `mkdir $out; ${isOld}` })]
  ])
}

async function tellGroup() {
  await runs.place('bob/group', layered())
  const grouped = { ...inputs, group: 'nightly' }
  const first = await runs.run('bob/group', grouped, { isHere: true })
  const refs = await runs.refs('bob/group')
  const again = await runs.run('bob/group', grouped, { isHere: true })
  return { first, again, refs, after: await runs.refs('bob/group') }
}

test('a group is one pull request of all that went well together, and the same run again changes nothing', async () => {
  const { first, again, refs, after } = await stories.group
  expect(pulls(first)).toEqual([['apple cherry luna luna-docs pie', 'created']])
  // The last one builds by itself, with what another package is without the others' changes.
  expect(failures(first)).toEqual([
    ['broken', 'BUILD_FAILED'],
    ['sour', 'BUILD_FAILED'],
    ['unread', 'EVALUATION_FAILED']
  ])
  expect(first.summary).toContain('```text\ntoo sour\n```')
  // Together they are one evaluation, and not six, then five.
  expect(Number(/\| Evaluations \| (\d+) \|/.exec(first.summary)?.[1])).toBeLessThan(30)
  expect(refs.map((ref) => ref.replace(/ .*$/, ''))).toEqual(['main', 'nar-publish/nightly'])
  const versions = await runs.github.readFile(
    'bob/group',
    'nar-publish/nightly',
    'nix/versions.nix'
  )
  expect(versions?.toString()).toBe('{ luna = "1.3.0"; }\n')
  expect(again.writes).toEqual([])
  expect(after).toEqual(refs)
  expect(pulls(again)).toEqual([['apple cherry luna luna-docs pie', 'unchanged']])
})

interface MatrixRow {
  name: string
  package: string
  version: string
  systems: string
}

/** As a workflow does: a job that looks, one for each row, one of which is lost, and one that commits. */
async function tellPhases() {
  await runs.place('carol/phases', tree())
  const workspace = await runs.checkout('carol/phases')
  const folder = join(runs.folder, 'left')
  const run = (more: SyncInputs, options: SyncRunOptions = {}): Promise<SyncRun> =>
    runs.run('carol/phases', more, { workspace, ...options })
  const list = await run({ ...inputs, phase: 'list', 'output-directory': folder })
  const { include } = JSON.parse(list.outputs['matrix'] ?? '') as { include: MatrixRow[] }
  const computed = []
  for (const { name, systems, package: text, version } of include) {
    if (name === 'cherry') continue
    const job = { package: text, version, systems, 'output-directory': join(folder, name) }
    computed.push(await run({ ...job, phase: 'compute', token: '' }))
  }
  const env = { PATH: await gitAlone(runs.folder) }
  const commit = { phase: 'commit', computed: folder }
  const first = await run(commit, { env })
  const refs = await runs.refs('carol/phases')
  const again = await run(commit, { env })
  await runs.github.commitFiles('carol/phases', 'main', { 'README.md': 'more' }, 'docs')
  const later = await runs.run('carol/phases', commit, { env })
  return {
    include,
    folder,
    computed,
    first,
    again,
    later,
    refs,
    after: await runs.refs('carol/phases')
  }
}

describe('in phases', () => {
  test('a row’s job leaves a file for each package, or why there is none', async () => {
    const { include, folder, computed } = await stories.phases
    expect(include.map(({ name }) => name)).toEqual(['apple', 'broken', 'cherry', 'luna+luna-docs'])
    expect(computed.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0])
    expect(readdirSync(join(folder, 'luna+luna-docs')).toSorted()).toEqual([
      `luna-docs-${ownSystem}.json`,
      `luna-${ownSystem}.json`
    ])
    expect(readdirSync(join(folder, 'broken'))).toEqual([`broken-${ownSystem}.failed.json`])
  })

  test('the job that commits opens what is whole, without Nix, and tells what is not', async () => {
    const { first, again, refs } = await stories.phases
    expect(pulls(first)).toEqual([
      ['apple', 'created'],
      ['luna luna-docs', 'created']
    ])
    expect(failures(first)).toEqual([
      ['broken', 'BUILD_FAILED'],
      ['cherry', 'COMPUTED_MISSING'],
      ['unread', 'EVALUATION_FAILED']
    ])
    expect(row(first, 'dune')).toEqual([])
    expect(again.writes).toEqual([])
    expect(pulls(again)).toEqual([
      ['apple', 'unchanged'],
      ['luna luna-docs', 'unchanged']
    ])
    expect(refs).toHaveLength(3)
  })

  test('files about another commit are refused, all of them', async () => {
    const { later } = await stories.phases
    expect(later.errors.join()).toContain('COMPUTED_INVALID')
    expect(later.errors.join()).toContain('is checked out')
    expect(later.writes).toEqual([])
  })
})

/** Hashes that are not those of what is fetched: of two packages one, and one of a package alone. */
async function tellHashes() {
  const shared = '(import ./versions.nix)'
  await runs.place(
    'erin/hashes',
    new Map([
      ['default.nix', defaultFile(['apple', 'luna', 'luna-docs'].map((name) => attributeOf(name)))],
      ['nix/versions.nix', `{ luna = "1.3.0"; hash = "${anyHash}"; }\n`],
      ['nix/apple.nix', packageFile('apple', '"1.1.0"')],
      ...['luna', 'luna-docs'].map((name): [string, string] => [
        `nix/${name}.nix`,
        packageFile(name, `${shared}.luna`, { repo: 'luna', hash: `${shared}.hash` })
      ])
    ])
  )
  return runs.run('erin/hashes', { package: all, systems: ownSystem, version: 'keep' })
}

test('packages that share a hash which is made anew are one change', async () => {
  const run = await stories.hashes
  expect(pulls(run)).toEqual([
    ['apple', 'created'],
    ['luna luna-docs', 'created']
  ])
  const [, pull] = runs.github.pullRequests('erin/hashes')
  expect([pull?.title, pull?.head.branch]).toEqual([
    'luna, luna-docs: recompute hashes',
    'nar-publish/luna-1.3.0'
  ])
  const versions = await runs.github.readFile(
    'erin/hashes',
    'nar-publish/luna-1.3.0',
    'nix/versions.nix'
  )
  expect(hashIn(versions?.toString() ?? '')).not.toBe(anyHash)
})

/** The command, which asks the same hosts. */
async function tellTerminal() {
  await runs.place('dora/terminal', tree())
  const checkout = await runs.checkout('dora/terminal')
  const git = (...args: string[]): Promise<string> => output('git', args, { cwd: checkout })
  await git('config', 'user.name', 'Dora')
  await git('config', 'user.email', 'dora@example.org')
  const command = (...args: string[]): Promise<Ran> =>
    runIn({ checkout, folder: runs.folder }, [all, '--systems', ownSystem, ...args], {
      ...runs.set.env,
      GITHUB_API_URL: runs.github.apiUrl,
      GITHUB_SERVER_URL: runs.github.serverUrl
    })
  const shown = await command('--dry-run', '--ignore', 'capped')
  const before = await git('status', '--porcelain')
  const committed = await command('--commit', '--ignore', 'capped')
  const titles = await git('log', '--format=%s', '--reverse')
  await git('reset', '--quiet', '--hard', 'HEAD~3')
  writeFileSync(join(runs.folder, 'shown.diff'), `${shown.text}\n`)
  await git('apply', join(runs.folder, 'shown.diff'))
  const difference = await git('diff', 'ORIG_HEAD')
  return {
    shown,
    before,
    committed,
    titles,
    difference,
    status: await git('status', '--porcelain')
  }
}

test('at a terminal all are one diff, or a commit each that comes to the same', async () => {
  const { shown, before, committed, titles, difference, status } = await stories.terminal
  expect([shown.error?.code, committed.error?.code]).toEqual(['PACKAGES_FAILED', 'PACKAGES_FAILED'])
  expect(before).toBe('')
  expect(titles.split('\n').slice(-3)).toEqual([
    'apple: 1.0.0 → 1.1.0',
    'cherry: 3.0.0 → 3.0.1',
    'luna, luna-docs: 1.2.0 → 1.3.0'
  ])
  expect(difference).toBe('')
  expect(status.split('\n')).toHaveLength(5)
  expect(committed.text).toMatch(/file:default\.nix#apple +1\.0\.0 → 1\.1\.0 +committed/)
})
