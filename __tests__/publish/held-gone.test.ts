/** Publishes that leave a path out because the target holds it, and a prune that takes it away before their commit. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { isCatalogueFile } from '../../src/catalogue/whole.ts'
import { catalogueAmong } from '../support/catalogue.ts'
import { NarPublishError } from '../../src/errors.ts'
import { silentLog, type Log } from '../../src/log.ts'
import { commitArtifacts } from '../../src/publish/commit-artifacts.ts'
import { tellGone, type HeldGone } from '../../src/publish/held-gone.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import { sendToGit } from '../../src/queue/open-queue.ts'
import { blameOf } from '../../src/queue/send.ts'
import type { ComposeChange, Target, TargetSnapshot } from '../../src/repository/types.ts'
import type { Reported } from '../../src/run.ts'
import { parseStorePath } from '../../src/store-path.ts'
import { environmentWith, runPrune } from '../prune/support.ts'
import { cleanEnvironment, git, Hosts } from '../repository/git/fixture.ts'
import { cacheAddress } from '../support/cache-address.ts'
import { danglingReferences } from '../support/dangling-references.ts'
import { startGitHttp, type GitHttpServer } from '../support/git-http.ts'
import { rebuildGitRepository } from '../support/github/git-rebuild.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'
import { output } from '../support/program.ts'
import { newStranger, pathNamed, pathNames } from '../support/scenario.ts'
import { deleteStorePaths } from '../support/store-paths.ts'
import { environmentOf, runPhase } from './phases.ts'
import {
  packedPath,
  pathOf,
  runWith,
  snapshotOf,
  someKey,
  target as namesOfTarget
} from './support.ts'

const repository = 'alice/store'
const secret =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='

const hosts = new Hosts()
let github: GitHubServer
/** Serves git from `hosts.root`, and all else from the embedded GitHub. */
let http: GitHttpServer
let folder: string
const salt = randomBytes(6).toString('hex')
/** Of `lib`, two generations of a tool of which the older one needs it, and two that need it and are published here. */
let storePaths: string[]
/** A cache of both generations. A prune leaves the newer one. */
let cache: Record<string, Buffer>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'held-gone-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  http = await startGitHttp({
    root: hosts.root,
    otherwise: (request, response) => {
      const to = new URL(request.url ?? '/', github.serverUrl)
      httpRequest(to, { headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      }).end()
    }
  })
  const attributes = ['lib', 'old', 'new', 'app', 'other'].flatMap((name) => ['-A', name])
  const built = await output(
    'nix-build',
    ['--no-out-link', '--expr', expression(), ...attributes],
    { env: testEnvironment() }
  )
  storePaths = built.split('\n')
  const place = await onGitHub(null)
  await place.publish({ paths: path('tool-1.0') })
  await place.publish({ paths: path('tool-2.0') })
  cache = await place.files()
})
afterAll(async () => {
  await Promise.all([github.close(), http.close()])
  hosts.remove()
  // With the roots that the runs made.
  await removeFolder(folder)
  deleteStorePaths(storePaths)
})
afterEach(() => {
  jest.restoreAllMocks()
})

/** The paths, and a derivation that fails and leaves a line each time that it is tried. */
function expression(): string {
  return `let
    package = name: script: derivation {
      inherit name;
      system = "${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux";
      salt = "${salt}";
      builder = "/bin/sh";
      args = [ "-c" "\${script}; exit 0" ];
    };
    text = name: text: package name "echo '\${text}' > $out";
  in rec {
    lib = text "lib-1.0" "library";
    old = text "tool-1.0" "needs \${lib}";
    new = text "tool-2.0" "needs nothing";
    app = text "app-1.0" "needs \${lib} as well";
    other = text "other-1.0" "and \${lib}";
    broken = package "broken-1.0" "echo tried >> ${folder}/tries";
  }`
}

function path(name: string): string {
  return pathNamed(storePaths, name)
}

/** A branch of its own, wherever it is. */
interface Place {
  publish(inputs: Record<string, string>, log?: Log): Promise<Reported<PublishReport>>
  /** Is called, and waited for, when the next commit is about to get into the branch. */
  meanwhile(act: () => Promise<unknown>): void
  prune(): Promise<unknown>
  /** As somebody else. */
  commit(files: Record<string, string | Buffer>): Promise<unknown>
  files(): Promise<Record<string, Buffer>>
  /** A commit, or null. */
  head(): Promise<string | null>
}

let branches = 0

/** `files` null: the branch does not exist. */
async function onGitHub(files: Record<string, Buffer> | null): Promise<Place> {
  const branch = `branch-${++branches}`
  if (files !== null) await github.commitFiles(repository, branch, files, 'fill')
  const urls = { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }
  return {
    publish: (inputs, log) => publish({ 'target-branch': branch, ...inputs }, {}, log),
    meanwhile: (act) => {
      const unhook = github.beforeRefUpdate(async () => {
        unhook()
        await act()
      })
    },
    prune: () => prune({ 'target-repository': repository, 'target-branch': branch }, urls),
    commit: (changes) => github.commitFiles(repository, branch, changes, 'somebody else'),
    files: async () => {
      const paths = await github.listFiles(repository, branch)
      const read = paths.map(async (file): Promise<[string, Buffer]> => {
        return [file, (await github.readFile(repository, branch, file)) ?? Buffer.alloc(0)]
      })
      return Object.fromEntries(await Promise.all(read))
    },
    head: () => github.head(repository, branch)
  }
}

/** `inputs`, `env`: how a publish names it. */
function byGit(
  bare: string,
  branch: string,
  inputs: Record<string, string>,
  env: Record<string, string> = {}
): Place {
  return {
    publish: (more, log) => publish({ 'target-branch': branch, ...inputs, ...more }, env, log),
    meanwhile: (act) => {
      http.beforePush = async () => {
        http.beforePush = null
        await act()
      }
    },
    prune: () => prune({ 'target-repository': bare, 'target-branch': branch }, cleanEnvironment()),
    commit: (changes) => hosts.commit(bare, changes, branch),
    files: async () => {
      const clone = hosts.folder()
      await git(clone, 'clone', '--quiet', '--no-local', '--branch', branch, bare, '.')
      const names = (await git(clone, 'ls-files')).split('\n')
      return Object.fromEntries(names.map((name) => [name, readFileSync(join(clone, name))]))
    },
    head: () => git(bare, 'rev-parse', branch)
  }
}

async function onAnyHost(files: Record<string, Buffer>): Promise<Place> {
  const bare = await hosts.bare()
  await hosts.commit(bare, files)
  return byGit(bare, 'main', { 'target-repository': http.url + bare.slice(hosts.root.length) })
}

/** The embedded GitHub does not see what git is given: git has a repository of its own that begins with the same commit. */
async function onGitHubByPush(files: Record<string, Buffer>): Promise<Place> {
  const branch = `branch-${++branches}`
  await github.commitFiles(repository, branch, files, 'fill')
  const bare = join(hosts.root, `${repository}.git`)
  mkdirSync(dirname(bare))
  renameSync(await rebuildGitRepository(github, repository, branch, folder), bare)
  await git(bare, 'config', 'uploadpack.allowFilter', 'true')
  await git(bare, 'config', 'http.receivepack', 'true')
  return byGit(bare, branch, { route: 'push' }, { GITHUB_SERVER_URL: http.url })
}

function publish(
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  log?: Log
): Promise<Reported<PublishReport>> {
  // The pause after a lost round is drawn by chance; here it is short.
  jest.spyOn(Math, 'random').mockReturnValue(0)
  const all = { token: 'writer', 'signing-key': secret, verify: 'none', ...inputs }
  return runPhase(all, { github, folder, env, log })
}

async function prune(inputs: Record<string, string>, env: Record<string, string>): Promise<void> {
  const { report, error } = await runPrune(environmentWith(inputs, env), folder, Date.now())
  if (error !== null) throw error
  expect(pathNames(report.removedPaths)).toEqual(expect.arrayContaining(['lib-1.0', 'tool-1.0']))
}

async function narInfos(place: Place) {
  const files = Object.entries(await place.files())
  return files.flatMap(([name, text]) =>
    name.endsWith('.narinfo') ? [parseNarInfo(text.toString(), name)] : []
  )
}

/** No reference that leads nowhere, and these are substituted with all that they need, signatures required. */
async function expectWhole(place: Place, names: readonly string[]): Promise<void> {
  const found = await narInfos(place)
  expect(danglingReferences(found)).toEqual([])
  expect(pathNames(found.map(({ storePath }) => storePath))).toEqual([...names].sort())
  const copy = mkdtempSync(join(folder, 'cache-'))
  for (const [name, content] of Object.entries(await place.files())) {
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    writeFileSync(join(copy, name), content)
  }
  const stranger = newStranger({ folder, nixEnv: testEnvironment() })
  const copied = await stranger.copy({
    cache: cacheAddress(copy),
    publicKey: publicKeyText(someKey),
    paths: names.map(path)
  })
  expect(copied).toMatchObject({ failure: '' })
}

function narInfoOf(name: string): string {
  return `${parseStorePath(path(name)).hash}.narinfo`
}

const afterPrune = ['app-1.0', 'lib-1.0', 'tool-2.0']

describe('a prune that lands between plan and commit', () => {
  test.each([
    ['GitHub by its API', onGitHub],
    ['GitHub by git', onGitHubByPush],
    ['any Git repository', onAnyHost]
  ])('has the publish to %s go round again, and bring what is gone', async (_, openPlace) => {
    const place = await openPlace(cache)
    place.meanwhile(() => place.prune())
    const { report, error } = await place.publish({ paths: path('app-1.0') })
    expect(error).toBeNull()
    expect(report).toMatchObject({ outcome: 'published', attempts: 2, skipped: [] })
    expect(pathNames(report.closure.map(({ storePath }) => storePath))).toEqual(['lib-1.0'])
    expect(report.timings.map(({ phase }) => phase)).toEqual([
      ...['plan', 'build', 'select', 'pack', 'commit', 'verify']
    ])
    await expectWhole(place, afterPrune)
  })

  test('costs a look at the listing, and no NAR is uploaded twice', async () => {
    const place = await onGitHub(cache)
    await place.prune()
    github.reset()
    const planned = await place.publish({ paths: path('app-1.0') })
    // Repository, head, two listings (only those say that a narinfo, or a shard, is not there); a look where the NARs go; two NARs; tree, commit, ref.
    expect(planned.report.requests.api).toBe(4 + 1 + 2 + 3)

    const other = await onGitHub(cache)
    other.meanwhile(() => other.prune())
    github.reset()
    const { report } = await other.publish({ paths: path('app-1.0') })
    // Repository, head, two listings, a look; one NAR, tree, commit, ref; head, two listings, a look; the other NAR, tree, commit, ref.
    expect(report.requests.api).toBe(5 + 1 + 3 + 4 + 1 + 3)
    expect(judgeRequests(github.requests)).toEqual([])
  })

  test('packs nothing, and reads no more than the listing, when all is there', async () => {
    const place = await onGitHub(cache)
    place.meanwhile(() => place.commit({ 'notes.txt': 'mine\n' }))
    const { report } = await place.publish({ paths: path('app-1.0') })
    expect(report).toMatchObject({ attempts: 2, uploads: { nars: 1 } })
    expect(report.skipped).toEqual([expect.objectContaining({ storePath: path('lib-1.0') })])
    // Repository, head, two listings, a look; the NAR, tree, commit, ref; head, two listings, a look, tree, commit, a look at the branch, ref.
    expect(report.requests.api).toBe(5 + 1 + 3 + 4 + 4)
    await expectWhole(place, [...afterPrune, 'tool-1.0'])
  })

  test('has an artifact that was there built, packed and pinned again', async () => {
    const place = await onGitHub(cache)
    place.meanwhile(() => place.prune())
    const { report, error } = await place.publish({
      paths: `${path('app-1.0')}\n${path('tool-1.0')}`,
      pin: `old=${path('tool-1.0')}`
    })
    expect(error).toBeNull()
    expect(report.published.map(({ name, version }) => `${name} ${version ?? ''}`)).toEqual([
      'app 1.0',
      'tool 1.0'
    ])
    expect((await place.files())['pins/old']?.toString()).toBe(`${path('tool-1.0')}\n`)
    await expectWhole(place, [...afterPrune, 'tool-1.0'])
  })

  test('has a path brought again that was there without this run’s signature', async () => {
    const unsigned = Object.entries(cache).map(([name, content]) =>
      name.endsWith('.narinfo')
        ? [name, Buffer.from(content.toString().replace(/^Sig: .*\n/gm, ''))]
        : [name, content]
    )
    const place = await onGitHub(Object.fromEntries(unsigned) as typeof cache)
    place.meanwhile(() => place.prune())
    const { report } = await place.publish({ paths: path('app-1.0') })
    expect(report).toMatchObject({ outcome: 'published', signed: [], uploads: { nars: 2 } })
    expect(danglingReferences(await narInfos(place))).toEqual([])
  })

  test('has what it was asked to build built again where that went, and what failed not tried twice', async () => {
    mkdirSync(join(folder, 'flake'))
    writeFileSync(
      join(folder, 'flake/flake.nix'),
      `{ outputs = _: { packages."${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux" = ${expression()}; }; }`
    )
    const attributes = ['app', 'old', 'broken'].map((name) => `path:./flake#${name}`)
    const place = await onGitHub(cache)
    place.meanwhile(() => place.prune())
    const { report, error } = await place.publish({ 'flake-attribute': attributes.join('\n') })
    expect(error).toMatchObject({ code: 'BUILD_FAILED' })
    expect(report.failures.map(({ installable }) => installable)).toEqual(attributes.slice(2))
    expect(report.published.map(({ name, version }) => `${name} ${version ?? ''}`)).toEqual([
      'app 1.0',
      'tool 1.0'
    ])
    expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('tried\n')
    await expectWhole(place, [...afterPrune, 'tool-1.0'])
  })

  test('of a path that is pinned and not published leaves an error, and nothing is written', async () => {
    const place = await onGitHub(cache)
    let pruned: string | null = null
    place.meanwhile(async () => {
      await place.prune()
      pruned = await place.head()
    })
    await expect(
      place.publish({ paths: path('tool-2.0'), pin: `old=${path('tool-1.0')}` })
    ).rejects.toMatchObject({ code: 'PIN_UNKNOWN_PATH', subject: 'pin "old"' })
    expect(await place.head()).toBe(pruned)
  })

  test('of what the queue sends is met by the same round', async () => {
    const place = await onGitHub(cache)
    place.meanwhile(() => place.prune())
    // Its inputs are those of a publish.
    const { inputs, environment } = environmentOf(
      {
        ...{ token: 'writer', 'signing-key': secret, verify: 'none' },
        ...{ 'target-branch': `branch-${branches}`, paths: path('app-1.0') }
      },
      { github, folder }
    )
    if (inputs.phase !== 'all') throw new Error('a run of one job')
    const send = sendToGit(inputs, environment, silentLog)
    await send([path('app-1.0')])
    await expectWhole(place, afterPrune)
  })
})

describe('for who commits what others packed', () => {
  async function pack(place: Place, name: string): Promise<string> {
    const packed = mkdtempSync(join(folder, 'packed-'))
    const inputs = { phase: 'pack', 'signing-key': '', verify: '', paths: path(name) }
    await place.publish({ ...inputs, 'output-directory': packed })
    return packed
  }

  async function expectRefused(place: Place, packed: string, after: () => string | null) {
    await expect(place.publish({ phase: 'commit', packed })).rejects.toMatchObject({
      code: 'HELD_PATH_GONE',
      subject: path('lib-1.0'),
      reason:
        'a build job left it out, as the target held it, and the target does not hold it any more'
    })
    expect(await place.head()).toBe(after())
    expect(danglingReferences(await narInfos(place))).toEqual([])
  }

  test.each([
    ['GitHub', onGitHub],
    ['any Git repository', onAnyHost]
  ])(
    'a prune of %s before or while it commits ends it, and nothing is written',
    async (_, open) => {
      const late = await open(cache)
      const packedFirst = await pack(late, 'app-1.0')
      await late.prune()
      const head = await late.head()
      await expectRefused(late, packedFirst, () => head)

      const place = await open(cache)
      const packed = await pack(place, 'app-1.0')
      let pruned: string | null = null
      place.meanwhile(async () => {
        await place.prune()
        pruned = await place.head()
      })
      await expectRefused(place, packed, () => pruned)
      expect(pruned).not.toBeNull()
    }
  )

  test('what others brought since, and a prune took, is taken from the folder', async () => {
    const newer = Object.entries(cache).filter(
      ([name]) =>
        ![narInfoOf('lib-1.0'), narInfoOf('tool-1.0')].includes(name) && !isCatalogueFile(name)
    )
    const place = await onGitHub(Object.fromEntries(newer))
    const packed = await pack(place, 'app-1.0')
    await place.commit(cache)
    place.meanwhile(() => place.prune())
    const { report, error } = await place.publish({ phase: 'commit', packed })
    expect(error).toBeNull()
    expect(report).toMatchObject({ outcome: 'published', attempts: 2, uploads: { nars: 2 } })
    await expectWhole(place, afterPrune)
  })

  test('another job that packs the path makes up for it', async () => {
    const place = await onGitHub(cache)
    const first = await pack(place, 'app-1.0')
    await place.prune()
    const second = await pack(place, 'other-1.0')
    const { error } = await place.publish({ phase: 'commit', packed: `${first}\n${second}` })
    expect(error).toBeNull()
    await expectWhole(place, [...afterPrune, 'other-1.0'])
    const { rows } = catalogueAmong(new Map(Object.entries(await place.files())))
    expect(rows.map(({ name }) => name)).toEqual(['app', 'other', 'tool'])
  })
})

test('whose rounds are all in vain ends with an error that the queue tries again after', async () => {
  const place = await onGitHub(cache)
  const branch = `branch-${branches}`
  await place.publish({ paths: path('app-1.0') })
  const all = ['app-1.0', 'tool-1.0', 'tool-2.0', 'lib-1.0']
  const left = [...all]
  const heads: string[] = []
  // Before each update of the branch, one more of what the run still counts on.
  const unhook = github.beforeRefUpdate(async () => {
    const [name] = left.splice(0, 1)
    if (name === undefined) return
    heads.push(await github.commitFiles(repository, branch, { [narInfoOf(name)]: null }, 'gone'))
  })
  const asked = { paths: ['other-1.0', ...all.slice(0, 3)].map(path).join('\n') }
  const told: string[] = []
  const log = { ...silentLog, info: (line: string) => void told.push(line) }
  const error = await place.publish(asked, log).catch((thrown: unknown) => thrown)
  unhook()
  if (!(error instanceof NarPublishError)) throw new Error('it went on', { cause: error })
  expect(error).toMatchObject({
    code: 'HELD_PATH_GONE',
    subject: path('lib-1.0'),
    reason:
      'the target held it when this run looked, and no longer when it was to commit; so it went in each of 4 rounds'
  })
  expect(told.filter((line) => line.endsWith('went before its commit'))).toEqual(
    all.map(
      (name) =>
        `1 path that the target held when this run looked, ${path(name)} among them, went before its commit`
    )
  )
  // Each round packs what the one before found gone, and nothing twice.
  const packed = told.flatMap((line) => /^(\S+): .* → .*\.nar/.exec(line)?.[1] ?? [])
  expect(pathNames(packed)).toEqual(['app-1.0', 'other-1.0', 'tool-1.0', 'tool-2.0'])
  expect(heads).toHaveLength(4)
  expect(await place.head()).toBe(heads[3])
  expect(blameOf(error, [path('other-1.0')])).toEqual({ kind: 'destination', isFinal: false })
})

test('of several paths that go at once, the error names the first and counts the others', () => {
  const storePaths = [pathOf('one-1'), pathOf('two-1')]
  const gone: HeldGone = {
    ...{ kind: 'gone', halts: true, lost: 2, storePaths },
    snapshot: snapshotOf(null)
  }
  expect(() => {
    tellGone(silentLog, 4, gone)
  }).toThrow(/^HELD_PATH_GONE \S+-one-1: .* in each of 4 rounds, as with 1 other path\. /)
})

test('what is lost to others is counted over all rounds', async () => {
  const [tool, lib] = [packedPath(pathOf('tool-1')), pathOf('lib-1')]
  const before = snapshotOf(new Map())
  const newer: TargetSnapshot = { ...before, commit: 'newer' }
  const target = {
    ...{ ...namesOfTarget, routes: ['api'] as const },
    // The first round of the commit is lost, and the second is on a state that lacks what the first one had.
    commit: async (_: unknown, from: TargetSnapshot, compose: ComposeChange<HeldGone>) => {
      await compose(from)
      return compose(newer)
    }
  }
  const committed = await commitArtifacts(
    runWith(),
    {
      target: target as Partial<Target> as Target,
      ...{
        before,
        artifacts: [],
        held: new Set<string>(),
        packed: [tool],
        toSign: [],
        failures: []
      },
      dropped: [{ storePath: lib, reason: 'held', detail: 'the target has it' }]
    },
    4
  )
  expect(committed).toEqual({
    ...{ kind: 'gone', halts: true, storePaths: [lib], snapshot: newer },
    lost: 5
  })
})
