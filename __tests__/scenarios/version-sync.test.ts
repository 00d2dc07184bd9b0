/** mode: version-sync from a release to its pull request, through the bundle: real Git and Nix, and a GitHub on loopback. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import type { CommitObject } from '../support/github/objects.ts'
import { watchNix } from '../support/nix-witness.ts'
import { output } from '../support/program.ts'
import { fillCases, readTree, type SyncCase } from '../support/sync-cases.ts'
import type { Tree } from '../support/sync-hashes.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'
import {
  caseTo,
  hashIn,
  lockFile,
  startStories,
  startSyncRuns,
  storyTime,
  syncTokens,
  type SyncInputs,
  type SyncRun,
  type SyncRunOptions,
  type SyncRuns
} from '../support/sync-run.ts'

/** A small package: one file, one hash, one system. */
const tool = { package: 'file:nix/infer.nix', systems: ownSystem, build: 'false' }
const toolFile = 'nix/infer.nix'
const branch = 'nar-publish/infer-0.76.1'
const forkOwner = { login: 'frida', access: 'write', repositories: ['frida/nixpkgs'] } as const

let runs: SyncRuns
let cases: Record<'flake' | 'newerFlake' | 'tool' | 'hosted' | 'byName', SyncCase>
let stories: ReturnType<typeof tellStories>

beforeAll(async () => {
  runs = await startSyncRuns({
    repositories: [
      { name: 'alice/infer', reviewers: ['bob', 'alice/core'] },
      ...['carol/tool', 'dave/tool', 'erin/infer', 'nina/tool', 'kim/tool', 'kim/drifted'].map(
        (name) => ({
          name
        })
      ),
      { name: 'nixos/nixpkgs' },
      { name: 'frida/nixpkgs', forkOf: 'nixos/nixpkgs' }
    ],
    tokens: { ...syncTokens, 'fork-token': { ...forkOwner, proposesTo: ['nixos/nixpkgs'] } }
  })
  const [flake, newerFlake, small, hosted, byName] = await fillCases(runs.set, [
    caseTo('flake-attribute', '0.76.1', publishedBy('alice')),
    caseTo('flake-attribute', '0.77.0', publishedBy('alice')),
    caseTo('rec', '0.76.1'),
    caseTo('flake-default', '0.76.1', publishedBy('erin')),
    caseTo('by-name', '0.76.1')
  ])
  if (!flake || !newerFlake || !small || !hosted || !byName) throw new Error('a case is missing')
  cases = { flake, newerFlake, tool: small, hosted, byName }
  stories = tellStories()
  await Promise.allSettled(Object.values(stories))
}, storyTime)

afterAll(() => runs.close())

/** A source on the GitHub of the test. */
function publishedBy(owner: string): (text: string) => string {
  const { host } = new URL(runs.github.serverUrl)
  return (text) => text.replace(/owner = "alice";/, `owner = "${owner}"; githubBase = "${host}";`)
}

function tellStories() {
  return startStories({
    releases: tellReleases,
    people: tellPeople,
    movingBase: tellMovingBase,
    fork: tellFork,
    latest: tellLatest,
    pinned: tellPinned,
    looks: tellLooks
  })
}

function release(tag: string): SyncRunOptions {
  const url = `${runs.github.serverUrl}/alice/infer/releases/tag/${tag}`
  const payload = { tag_name: tag, html_url: url, draft: false, prerelease: false }
  return { eventName: 'release', event: { action: 'published', release: payload } }
}

async function commitOf(repository: string, ref: string): Promise<CommitObject> {
  const { github } = runs
  const sha = (await github.head(repository, ref)) ?? ref
  const commit = await github.objects.commit(github.repository(repository), sha)
  if (commit === null) throw new Error(`${repository} has no ${ref}`)
  return commit
}

async function fileAt(repository: string, ref: string, path = toolFile): Promise<string> {
  return (await runs.github.readFile(repository, ref, path))?.toString() ?? ''
}

const calls = ({ requests }: SyncRun): string[] => requests.map(({ call }) => call)
const branches = (repository: string): Promise<readonly string[]> =>
  runs.github.objects.branches(runs.github.repository(repository))

/** Two releases of a Go package in a flake, for the two systems that it has; each starts the workflow. */
async function tellReleases() {
  const { github, set, folder } = runs
  const { flake } = cases
  const lock = await lockFile(set, flake.before)
  const files: Tree = new Map([...flake.before, ['flake.lock', lock]])
  await runs.place('alice/infer', files, ['flake.nix'])
  const base = await commitOf('alice/infer', 'main')
  const nix = await watchNix(folder)
  const inputs: SyncInputs = {
    package: '.#infer',
    labels: 'dependencies\nnix',
    reviewers: 'bob alice/core',
    draft: 'true',
    'smoke-test': 'infer --version'
  }
  const first = await runs.run('alice/infer', inputs, { ...release('v0.76.1'), bin: nix.bin })
  const commit = await commitOf('alice/infer', branch)
  const clone = await runs.checkout('alice/infer', branch)
  const again = await runs.run('alice/infer', inputs, release('v0.76.1'))
  const newer = await runs.run(
    'alice/infer',
    { package: '.#infer', systems: ownSystem, build: 'false' },
    release('v0.77.0')
  )
  const commands = nix.commands()
  return { base, files, first, commit, clone, again, newer, commands, url: github.serverUrl }
}

describe('a release', () => {
  test('becomes a pull request', async () => {
    const { first, commit, url } = await stories.releases
    expect(first).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    const page = `${url}/alice/infer/pull/1`
    expect(first.outputs).toEqual({
      changed: 'true',
      'old-version': '0.76.0',
      'new-version': '0.76.1',
      hashes: expect.any(String),
      'pull-request-number': '1',
      'pull-request-url': page,
      'pull-request-operation': 'created',
      'commit-sha': commit.sha,
      'commit-url': `${url}/alice/infer/commit/${commit.sha}`
    })
    expect(runs.github.pullRequests('alice/infer')[0]).toMatchObject({
      title: 'infer: 0.76.0 → 0.76.1',
      author: 'sync-app',
      base: 'main',
      head: { branch },
      isDraft: true,
      labels: ['dependencies', 'nix'],
      reviewers: ['bob'],
      teams: ['core']
    })
    expect(first.summary).toContain('**infer 0.76.0 → 0.76.1**: pull request [')
    expect(first.summary).toContain(`](${page}) was opened (2 hashes and the version in 1 place)`)
    expect(first.post).toMatchObject({ exitCode: 0, log: '' })
  })

  test('is described by a table of what changed, checks, links, and how to try it', async () => {
    const { first, url } = await stories.releases
    const body = runs.github.pullRequests('alice/infer')[0]?.body?.split('\n') ?? []
    const hashes = JSON.parse(first.outputs['hashes'] ?? '') as Record<string, unknown>[]
    expect(hashes).toMatchObject([
      { file: 'flake.nix', line: 25, derivations: ['source'], systems: bothSystems },
      { file: 'flake.nix', line: 27, derivations: ['infer-0.76.1-go-modules'] }
    ])
    for (const { line, derivations, old, new: now } of hashes) {
      const row = [`flake.nix:${String(line)}`, String(derivations), bothSystems.join('`, `')]
      const cells = [...row, String(old), String(now)]
      expect(body).toContain(`| ${cells.map((cell) => `\`${cell}\``).join(' | ')} |`)
      expect(cases.flake.before.get('flake.nix')).toContain(`"${String(old)}"`)
      expect(cases.flake.after.get('flake.nix')).toContain(`"${String(now)}"`)
    }
    expect(body).toContain('- `flake.nix:20`: `0.76.0` → `0.76.1`')
    expect(body).toContain(`- ✅ evaluates: version 0.76.1 on ${bothSystems.join(', ')}`)
    expect(body).toContain(`- ✅ builds: ${ownSystem}`)
    expect(body).toContain('- ✅ smoke test: infer --version<span>:</span> infer-0.76.1')
    const pages = `${url}/alice/infer`
    expect(body).toContain(
      `Updates \`infer\` from \`0.76.0\` to \`0.76.1\` ([release](${pages}/releases/tag/v0.76.1), [what changed](${pages}/compare/v0.76.0...v0.76.1)).`
    )
    const { host } = new URL(url)
    expect(body).toContain(`nix build 'github:alice/infer?host=${host}&ref=${branch}#infer'`)
  })

  test('is one commit on the newest main, which GitHub may sign as it names no author', async () => {
    const { base, commit, first } = await stories.releases
    expect(commit.parents).toEqual([expect.objectContaining({ sha: base.sha })])
    expect(commit.message).toMatch(/^infer: 0\.76\.0 → 0\.76\.1\n\n/)
    const sent = first.requests.filter(({ call }) => call === 'POST git/commits')
    expect(sent.map(({ body }) => Object.keys(body ?? {}).sort())).toEqual([
      ['message', 'parents', 'tree']
    ])
  })

  test('has exactly the expected files in its branch, with their modes, and builds there', async () => {
    const { files, clone } = await stories.releases
    const { set } = runs
    const tree = new Map([...readTree(clone)].filter(([path]) => !path.startsWith('.git/')))
    tree.delete('README.md')
    expect(tree).toEqual(new Map([...files, ...cases.flake.after]))
    const listed = await output(
      'git',
      ['ls-tree', '-r', '--format=%(objectmode) %(path)', 'HEAD'],
      {
        cwd: clone
      }
    )
    expect(listed.split('\n')).toEqual([
      '100644 README.md',
      '100644 flake.lock',
      '100755 flake.nix'
    ])
    const built = await output('nix', ['build', '--no-link', '--json', '.#infer'], {
      cwd: clone,
      env: set.env
    })
    expect(built).toContain('-infer-0.76.1"')
  })

  test('leaves the checkout as it was, and nothing on the disk', async () => {
    const { first, again, newer } = await stories.releases
    for (const run of [first, again, newer]) expectLeftAlone(run)
  })

  test('of a Go package takes three evaluations for each system and two rounds of building', async () => {
    const { commands, first } = await stories.releases
    const evaluated = commands.filter(
      ([program, subcommand, ...args]) =>
        program === 'nix' && subcommand === 'eval' && /#.*infer$/.test(args.at(-1) ?? '')
    )
    const foreign = evaluated.filter((args) => args.at(-1)?.includes(foreignSystem))
    expect([evaluated.length - foreign.length, foreign.length]).toEqual([3, 3])
    const realised = commands.filter((args) => args.includes('--realise'))
    const built = realised.filter((args) => args.some((arg) => arg.endsWith('.drv!out')))
    // The two rounds, and the package itself.
    expect(built).toHaveLength(3)
    expect(built.slice(1).map((args) => args.slice(args.indexOf('--') + 1).map(nameOf))).toEqual([
      ['infer-0.76.1-go-modules'],
      ['infer-0.76.1']
    ])
    expect(first.summary).toContain(
      `| Evaluations | 3 for \`${bothSystems[0]}\`, 3 for \`${bothSystems[1]}\` |`
    )
    expect(first.summary).toContain('| Builds | 3 builds in 2 rounds |')
  })

  test('that is synced already changes nothing, and says so', async () => {
    const { again, first } = await stories.releases
    expect(again).toMatchObject({ exitCode: 0, errors: [], writes: [] })
    expect(again.outputs).toEqual({ ...first.outputs, 'pull-request-operation': 'unchanged' })
    expect(again.summary).toMatch(
      /^\*\*Nothing to change\*\*: pull request \[.*\) for infer 0\.76\.0 → 0\.76\.1 is open and up to date\.$/m
    )
  })

  test('supersedes the pull request of an older one, whose branch goes', async () => {
    const { newer } = await stories.releases
    expect(newer).toMatchObject({ exitCode: 0, errors: [] })
    expect(newer.outputs).toMatchObject({
      'new-version': '0.77.0',
      'pull-request-number': '2',
      'pull-request-operation': 'created'
    })
    const [old, current] = runs.github.pullRequests('alice/infer')
    expect(old).toMatchObject({ state: 'closed', head: { branch } })
    expect(old?.comments.map(({ body }) => body)).toEqual([
      'Superseded by #2, which updates to 0.77.0.'
    ])
    expect(current).toMatchObject({ state: 'open', title: 'infer: 0.76.0 → 0.77.0' })
    expect(await branches('alice/infer')).toEqual(['main', 'nar-publish/infer-0.77.0'])
    expect(await fileAt('alice/infer', 'nar-publish/infer-0.77.0', 'flake.nix')).toBe(
      cases.newerFlake.after.get('flake.nix')
    )
    expect(newer.summary).toMatch(/\| Superseded \| \[.*1\]\(.*\/pull\/1\) \|/)
  })
})

const bothSystems = ['x86_64-linux', 'aarch64-linux'].sort((a, b) =>
  a === ownSystem ? -1 : b === ownSystem ? 1 : 0
)

/** `/nix/store/<hash>-<name>.drv!out` → name */
function nameOf(operand: string): string {
  return operand.slice('/nix/store/'.length + 33).replace(/\.drv!out$/, '')
}

function expectLeftAlone({ workspaceChanges, runnerTemp }: SyncRun): void {
  expect(workspaceChanges).toBe('')
  expect(execFileSync('ls', ['-A', runnerTemp], { encoding: 'utf8' })).toBe('')
}

/** A tag is pushed; then somebody commits to the branch of the pull request. */
async function tellPeople() {
  const { github } = runs
  await runs.place('carol/tool', cases.tool.before)
  const pushed = { env: { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v0.76.1' } }
  const inputs = { ...tool, token: 'job-token' }
  const first = await runs.run('carol/tool', inputs, pushed)
  const theirs = { [toolFile]: '# mine\n', 'nix/new.nix': '{ }\n' }
  const foreign = await github.commitFiles('carol/tool', branch, theirs, 'a fix of mine')
  const second = await runs.run('carol/tool', inputs, pushed)
  const [pullRequest] = github.pullRequests('carol/tool')
  if (pullRequest !== undefined) pullRequest.state = 'closed'
  const third = await runs.run('carol/tool', inputs, pushed)
  return { first, foreign, second, third }
}

describe('the workflow’s own token', () => {
  test('opens the pull request of a pushed tag in fifteen requests, five of which ask before the hashes are made', async () => {
    const { first } = await stories.people
    expect(first).toMatchObject({ exitCode: 0, errors: [] })
    expect(calls(first)).toEqual([
      ...['GET repository', 'POST git/blobs', 'GET rules', 'POST pulls', 'GET pulls'],
      'GET pulls',
      'GET commits',
      'GET git/trees',
      'GET git/trees',
      'GET commits',
      'POST git/trees',
      'POST git/commits',
      'POST git/refs',
      'POST pulls',
      'GET pulls'
    ])
  })

  test('starts no checks, which the summary and the pull request say', async () => {
    const { first } = await stories.people
    const [pullRequest] = runs.github.pullRequests('carol/tool')
    expect(pullRequest?.author).toBe('github-actions[bot]')
    for (const text of [first.summary, pullRequest?.body]) {
      expect(text).toMatch(/press(?:es)? “Approve workflows to run”\. With an App’s token/)
    }
  })
})

describe('a branch with somebody’s own commit', () => {
  test('is left to them: the run names the commit, and writes nothing', async () => {
    const { foreign, second } = await stories.people
    expect(second).toMatchObject({ exitCode: 0, errors: [], writes: [] })
    const page = `${runs.github.serverUrl}/carol/tool/pull/1`
    expect(second.outputs).toMatchObject({
      changed: 'false',
      'pull-request-url': page,
      'pull-request-operation': 'taken-over'
    })
    expect(second.summary).toContain('**Left to people**: somebody goes on in pull request [')
    expect(second.summary).toContain(`commit ${foreign.slice(0, 12)}`)
    expect(second.summary).toContain('a fix of mine')
    expect(await runs.github.head('carol/tool', branch)).toBe(foreign)
    expectLeftAlone(second)
  })

  test('is a no when its pull request is closed: nothing is proposed again', async () => {
    const { foreign, third } = await stories.people
    expect(third).toMatchObject({ exitCode: 0, errors: [], writes: [] })
    expect(third.outputs).toMatchObject({
      changed: 'false',
      'pull-request-operation': 'declined'
    })
    expect(third.summary).toContain('**Not proposed again**: somebody closed pull request [')
    expect(runs.github.pullRequests('carol/tool')).toHaveLength(1)
    expect(await runs.github.head('carol/tool', branch)).toBe(foreign)
    expectLeftAlone(third)
  })
})

/** Main goes on while jobs still have an older commit of it checked out. */
async function tellMovingBase() {
  const { github } = runs
  const repository = 'dave/tool'
  await runs.place(repository, cases.tool.before)
  const workspace = await runs.checkout(repository)
  const sync = (options: SyncRunOptions = { workspace }): Promise<SyncRun> =>
    runs.run(repository, { ...tool, version: '0.76.1' }, options)
  const moved = await github.commitFiles(repository, 'main', { 'src/a.ml': 'a' }, 'other work')
  const elsewhere = await sync()
  const first = await commitOf(repository, branch)
  await github.commitFiles(repository, 'main', { 'src/a.ml': 'b' }, 'more of it')
  const again = await sync()
  const text = `# A comment.\n${cases.tool.before.get(toolFile) ?? ''}`
  const same = await github.commitFiles(repository, 'main', { [toolFile]: text }, 'the same file')
  const stale = await sync()
  const fresh = await sync({})
  return { moved, elsewhere, first, again, same, stale, fresh }
}

describe('a base that has moved on', () => {
  test('in other files only, gets the commit on top of it', async () => {
    const { moved, elsewhere, first } = await stories.movingBase
    expect(elsewhere).toMatchObject({ exitCode: 0, errors: [] })
    expect(first.parents).toEqual([expect.objectContaining({ sha: moved })])
    expect(await fileAt('dave/tool', first.sha, 'src/a.ml')).toBe('a')
    expect(await fileAt('dave/tool', first.sha)).toBe(cases.tool.after.get(toolFile))
  })

  test('in other files after the pull request was opened, changes nothing', async () => {
    const { again } = await stories.movingBase
    expect(again).toMatchObject({ exitCode: 0, writes: [] })
    expect(again.outputs['pull-request-operation']).toBe('unchanged')
  })

  test('in the same file is refused for the old checkout, and nothing is written', async () => {
    const { stale } = await stories.movingBase
    expect(stale).toMatchObject({ exitCode: 1, writes: [] })
    expect(stale.errors).toEqual([
      expect.stringMatching(
        /^CHECKOUT_STALE dave\/tool branch "main", nix\/infer\.nix: it was changed on the branch/
      )
    ])
    expectLeftAlone(stale)
  })

  test('in the same file is merged into the branch from a new checkout', async () => {
    const { same, first, fresh } = await stories.movingBase
    expect(fresh).toMatchObject({ exitCode: 0, errors: [] })
    expect(fresh.outputs['pull-request-operation']).toBe('updated')
    const merge = await commitOf('dave/tool', branch)
    expect(merge.parents.map(({ sha }) => sha)).toEqual([first.sha, same])
    expect(await fileAt('dave/tool', branch)).toBe(
      `# A comment.\n${cases.tool.after.get(toolFile) ?? ''}`
    )
    expect(await fileAt('dave/tool', branch, 'src/a.ml')).toBe('b')
    const bare = await rebuildGitRepository(
      runs.github,
      'dave/tool',
      branch,
      join(runs.folder, 'merged')
    )
    expect(await output('git', ['diff', '--name-only', same, branch], { cwd: bare })).toBe(toolFile)
  })
})

/** A package of nixpkgs, by somebody who may only write to a fork of it. */
async function tellFork() {
  const nixpkgs: Tree = new Map([...readTree(runs.set.nixpkgs), ...cases.byName.before])
  await runs.place('nixos/nixpkgs', nixpkgs)
  const upstreamBefore = await branches('nixos/nixpkgs')
  const run = await runs.run(
    'frida/nixpkgs',
    {
      package: 'file:pkgs/by-name/in/infer/package.nix',
      version: 'v0.76.1',
      systems: ownSystem,
      'target-repository': 'nixos/nixpkgs',
      base: 'main',
      fork: 'frida/nixpkgs',
      token: 'fork-token'
    },
    { workspace: await runs.checkout('nixos/nixpkgs') }
  )
  return { run, upstreamBefore }
}

describe('a fork of nixpkgs', () => {
  test('gets the branch, and upstream the pull request, in nixpkgs’ form', async () => {
    const { run, upstreamBefore } = await stories.fork
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    const { github } = runs
    expect(github.pullRequests('nixos/nixpkgs')).toMatchObject([
      {
        title: 'infer: 0.76.0 -> 0.76.1',
        author: 'frida',
        base: 'main',
        head: { repository: { fullName: 'frida/nixpkgs' }, branch },
        maintainerCanModify: true
      }
    ])
    expect(await branches('nixos/nixpkgs')).toEqual(upstreamBefore)
    const commit = await commitOf('frida/nixpkgs', branch)
    expect(commit.message).toMatch(/^infer: 0\.76\.0 -> 0\.76\.1\n/)
    expect(commit.parents).toMatchObject([{ sha: await github.head('nixos/nixpkgs', 'main') }])
    for (const [path, text] of cases.byName.after)
      expect([path, await fileAt('frida/nixpkgs', branch, path)]).toEqual([path, text])
    expect(run.outputs['commit-url']).toBe(`${github.serverUrl}/frida/nixpkgs/commit/${commit.sha}`)
    expectLeftAlone(run)
  })
})

/** The package’s source has releases, of which not all count. */
async function tellLatest() {
  const { github } = runs
  await runs.place('erin/infer', cases.hosted.before)
  github.makeRelease('erin/infer', { tag: 'v0.76.1' })
  github.makeRelease('erin/infer', { tag: 'v0.80.0-rc.1', isPrerelease: true })
  github.makeRelease('erin/infer', { tag: 'v0.90.0', isDraft: true })
  // A back-port: released last, and so GitHub's latest.
  github.makeRelease('erin/infer', { tag: 'v0.75.9' })
  const inputs = { ...tool, package: 'file:nix/package.nix', version: 'latest' }
  return { run: await runs.run('erin/infer', inputs) }
}

test('version: latest asks the source’s own GitHub, which names the newest release', async () => {
  const { run } = await stories.latest
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  expect(run.log).toContain('latest version: 0.76.1 (tag v0.76.1 of erin/infer on GitHub)')
  expect(calls(run)[0]).toBe('GET releases')
  expect(await fileAt('erin/infer', branch, 'nix/package.nix')).toBe(
    cases.hosted.after.get('nix/package.nix')
  )
  const { serverUrl } = runs.github
  expect(runs.github.pullRequests('erin/infer')[0]?.body).toContain(
    `([release](${serverUrl}/erin/infer/releases/tag/v0.76.1), [what changed](${serverUrl}/erin/infer/compare/v0.76.0...v0.76.1))`
  )
})

/** A package that was never released: its source is a commit of the repository that it stands in. */
async function tellPinned() {
  const { github } = runs
  const { host } = new URL(github.serverUrl)
  const old = (await github.head('nina/tool', 'main')) ?? ''
  const text = `{ stdenv, fetchFromGitHub }:
stdenv.mkDerivation {
  pname = "infer";
  version = "0-unstable-2020-01-14";
  src = fetchFromGitHub {
    owner = "nina"; repo = "tool"; githubBase = "${host}";
    rev = "${old}";
    hash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  };
}
`
  await runs.place('nina/tool', new Map([[toolFile, text]]))
  const head = await commitOf('nina/tool', 'main')
  const inputs = { ...tool, version: 'branch', build: 'true', 'smoke-test': 'infer' }
  return { old, head, text, run: await runs.run('nina/tool', inputs) }
}

test('version: branch follows the newest commit, and its day', async () => {
  const { old, head, text, run } = await stories.pinned
  expect(run).toMatchObject({ exitCode: 0, errors: [] })
  const version = `0-unstable-${head.committer.date.slice(0, 10)}`
  expect(run.outputs).toMatchObject({
    'old-version': '0-unstable-2020-01-14',
    'new-version': version
  })
  const written = await fileAt('nina/tool', `nar-publish/infer-${version}`)
  expect(written.replace(hashIn(written), () => hashIn(text))).toBe(
    text.replace('0-unstable-2020-01-14', version).replace(old, head.sha)
  )
  expect(hashIn(written)).not.toBe(hashIn(text))
  const [pull] = runs.github.pullRequests('nina/tool')
  expect(pull?.title).toBe(`infer: 0-unstable-2020-01-14 → ${version}`)
  expect(pull?.body).toContain(`/nina/tool/compare/${old}...${head.sha})`)
  expect(pull?.body).toContain('The version and the source’s commit are written in:')
  expect(pull?.body).toContain(`${old}\` → \`${head.sha}`)
})

/** Runs that look and do not write, and the one that mends what they find. */
async function tellLooks() {
  const { tool: given } = cases
  await runs.place('kim/tool', given.before)
  const look = { ...tool, 'dry-run': 'true', token: '' }
  const right = await runs.run('kim/tool', { ...look, version: 'keep' })
  const dry = await runs.run('kim/tool', { ...look, version: '0.76.1' })
  const fromFork = await runs.run(
    'kim/tool',
    { ...tool, version: '0.76.1', token: 'read-token' },
    { eventName: 'pull_request', event: pullRequestFrom('mallory/tool') }
  )
  // The new version’s hash beside the old version.
  const wrong = given.after.get(toolFile)?.replace('0.76.1', '0.76.0') ?? ''
  await runs.place('kim/drifted', new Map([[toolFile, wrong]]))
  const drift = await runs.run('kim/drifted', { ...look, version: 'keep' })
  const mended = await runs.run('kim/drifted', { ...tool, version: 'keep' })
  return { right, dry, fromFork, drift, mended }
}

function pullRequestFrom(name: string): object {
  const repo = (fullName: string): object => ({ repo: { full_name: fullName } })
  return { pull_request: { head: repo(name), base: repo('kim/tool') } }
}

describe('a look that writes nothing', () => {
  test('is content when the hashes are what they should be', async () => {
    const { right } = await stories.looks
    expect(right).toMatchObject({ exitCode: 0, errors: [], requests: [] })
    expect(right.outputs).toMatchObject({ changed: 'false', hashes: '[]' })
    expect(right.summary).toContain(
      '**Dry run**: nothing would change, infer 0.76.0 has the right hashes already.'
    )
    expectLeftAlone(right)
  })

  test('fails with HASH_DRIFT when one is not, and names it', async () => {
    const { drift } = await stories.looks
    const [old, now] = [cases.tool.after, cases.tool.before].map((tree) =>
      hashIn(tree.get(toolFile))
    )
    expect(drift).toMatchObject({ exitCode: 1, requests: [] })
    expect(drift.errors).toEqual([expect.stringMatching(/^HASH_DRIFT 1 hash: /)])
    expect(drift.errors[0]).toContain(`nix/infer.nix:4: ${old} should be ${now}`)
    expect(drift.outputs['changed']).toBe('true')
    expect(drift.summary).toContain(`+    sha256 = "${now}";`)
    expectLeftAlone(drift)
  })

  test('without dry-run mends the drift in a pull request', async () => {
    const { mended } = await stories.looks
    expect(mended).toMatchObject({ exitCode: 0, errors: [] })
    const [pullRequest] = runs.github.pullRequests('kim/drifted')
    expect(pullRequest?.title).toBe('infer: recompute hashes')
    expect(await fileAt('kim/drifted', pullRequest?.head.branch ?? '')).toBe(
      cases.tool.before.get(toolFile)
    )
  })

  test('shows a dry run’s diff, without a request and without a token', async () => {
    const { dry } = await stories.looks
    expect(dry).toMatchObject({ exitCode: 0, errors: [], requests: [] })
    expect(dry.summary).toContain('**Dry run, nothing was written**: infer 0.76.0 → 0.76.1')
    expect(dry.summary).toContain('-  version = "0.76.0";\n+  version = "0.76.1";')
    expect(dry.outputs).toMatchObject({ changed: 'true', 'pull-request-number': '' })
    expectLeftAlone(dry)
  })

  test('is all that a pull request from a fork gets, and it is told so', async () => {
    const { fromFork } = await stories.looks
    expect(fromFork).toMatchObject({ exitCode: 0, errors: [], writes: [] })
    expect(fromFork.summary).toContain(
      '**Nothing was proposed**: the job runs for a pull request from a fork'
    )
    expect(fromFork.outputs['pull-request-operation']).toBe('')
    expectLeftAlone(fromFork)
    expect(await branches('kim/tool')).toEqual(['main'])
  })
})

test('GitHub’s own description has nothing against any request', () => {
  expect(runs.github.requests.length).toBeGreaterThan(80)
  expect(judgeRequests(runs.github.requests)).toEqual([])
})
