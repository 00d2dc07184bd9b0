/** A whole run, in this process, with limits so small that its NARs are too large for Git; and one with NARs that really are. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { parseSecretKey, publicKeyText } from '../../src/binary-cache/signature.ts'
import { readCatalogue } from '../support/catalogue.ts'
import type { Environment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import { queryClosure } from '../../src/nix/closure.ts'
import { expectNix } from '../../src/nix/run.ts'
import { substituteIntoFreshStore } from '../../src/nix/substitute.ts'
import type { Nix } from '../../src/nix/types.ts'
import type { PublishInputs } from '../../src/publish/inputs.ts'
import { publish } from '../../src/publish/publish.ts'
import { parseStorePath } from '../../src/store-path.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder, testNixes, thisMachine } from '../support/nix.ts'
import { runAction } from '../support/runner.ts'

const store = 'alice/store'
const keyText =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='
const signingKey = parseSecretKey(keyText)
const publicKey = publicKeyText(signingKey)
const limits = { largestTreeFile: 10_000, largestAsset: 100_000 }

let github: GitHubServer
const folders: string[] = []

function startStore(isPrivate = false): Promise<GitHubServer> {
  return startGitHub({
    repositories: [{ name: store, private: isPrivate }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
}
beforeEach(async () => {
  github = await startStore()
})
afterEach(async () => {
  await github.close()
})
afterAll(() => Promise.all(folders.map(removeFolder)))

/** `large` holds so many bytes of noise and refers to `small`, which fits into Git. */
function makeFlake(folder: string, bytes: number): void {
  const salt = randomBytes(6).toString('hex')
  writeFileSync(join(folder, 'noise'), `${randomBytes(bytes).toString('base64')}\n`)
  writeFileSync(
    join(folder, 'flake.nix'),
    `{ outputs = { self }: let
      package = name: script: derivation {
        inherit name;
        system = "x86_64-linux";
        builder = "/bin/sh";
        args = [ "-c" "\${script}; exit 0" ];
      };
      small = package "small-1.0-${salt}" "echo small > $out";
      noise = builtins.path { path = ./noise; name = "noise-${salt}"; };
    in {
      packages.x86_64-linux.small = small;
      packages.x86_64-linux.large = package "large-2.0-${salt}" "read -r line < \${noise}; echo \$line > $out; echo \${small} >> $out" // {
        pname = "large"; version = "2.0";
      };
    }; }`
  )
}

async function prepare(testNix: (typeof testNixes)[number], bytes = 20_000) {
  const folder = testNix.makeFolder()
  folders.push(folder)
  makeFlake(folder, bytes)
  return { folder, nix: await testNix.open(folder) }
}

type OneJobInputs = Extract<PublishInputs, { phase: 'all' }>

function run(nix: Nix, folder: string, changes: Partial<OneJobInputs> = {}) {
  const scratch = join(folder, `scratch-${randomBytes(4).toString('hex')}`)
  mkdirSync(scratch)
  const environment: Environment = {
    input: () => '',
    givenInputs: [],
    repository: 'alice/project',
    revision: null,
    refName: null,
    isTag: false,
    serverUrl: github.serverUrl,
    apiUrl: github.apiUrl,
    runUrl: null,
    isForkPullRequest: false,
    eventName: null,
    pullRequest: null,
    workflowRun: null,
    release: null,
    runnerSystem: 'x86_64-linux',
    state: () => '',
    workspace: folder,
    scratchParent: folder,
    childEnvironment: { ...nix.env },
    secrets: []
  }
  const inputs: OneJobInputs = {
    mode: 'publish',
    phase: 'all',
    trustedKeys: [],
    site: true,
    cachedBranch: null,
    onPullRequest: 'publish',
    comment: false,
    annotate: false,
    provenance: { bundle: null, subjects: null },
    installables: ['.#large'],
    paths: [],
    omResults: null,
    pins: [],
    unpin: [],
    systems: { value: ['x86_64-linux'], source: 'default' },
    target: { kind: 'github', owner: 'alice', repo: 'store' },
    branch: { value: null, source: 'default' },
    route: 'auto',
    releaseAbove: null,
    token: 'writer',
    signingKeys: [signingKey],
    isSignedLater: false,
    unsigned: false,
    compression: 'none',
    compressionLevel: null,
    closure: 'binary',
    upstreamKeys: [],
    exclude: [/noise/],
    cache: null,
    verify: 'substitute',
    failOnEmpty: false,
    logs: true,
    sizeBudget: 8e9,
    dryRun: false,
    substituterUrl: 'raw',
    ...changes
  }
  return publish({ inputs, environment, scratch, log: silentLog, timings: [], limits })
}

async function narInfoAt(storePath: string) {
  const name = `${parseStorePath(storePath).hash}.narinfo`
  const file = await github.readFile(store, 'main', name)
  return parseNarInfo(String(file), name)
}

async function catalogueRows() {
  return (await readCatalogue(github, store, 'main')).rows
}

describe.each(testNixes)('a NAR too large for Git, with $name', (testNix) => {
  test('is published beside the tree, and Nix follows its address with signatures required', async () => {
    const { folder, nix } = await prepare(testNix)
    const { report, error } = await run(nix, folder)
    expect(error).toBeNull()
    // `substitute`: Nix itself copied it back into a fresh store, by the key.
    expect(report.verify).toEqual({ kind: 'substitute', paths: 2 })
    const [large = ''] = report.artifacts
    const narInfo = await narInfoAt(large)
    expect(narInfo.url).toMatch(
      `${github.serverUrl}/${store}/releases/download/nar-publish-store-1/`
    )
    expect(
      github.requests.filter(({ path }) => path.startsWith('/release-asset-files/'))
    ).not.toEqual([])
    expect((await catalogueRows()).map(({ nar }) => nar)).toEqual([narInfo.url])
    // The tree does not hold it.
    const nars = (await github.listFiles(store, 'main')).filter((path) => path.startsWith('nar/'))
    expect(nars).toEqual([expect.stringMatching(/-small\.nar$/)])
    expect(judgeRequests(github.requests)).toEqual([])
  })

  test('is refused with another key', async () => {
    const { folder, nix } = await prepare(testNix)
    const { report } = await run(nix, folder)
    const request = {
      from: github.substituterUrl(store, 'main'),
      publicKey: `test-only-1:${Buffer.alloc(32, 1).toString('base64')}`,
      closure: await queryClosure(nix, report.artifacts, 'binary'),
      seedFromLocal: [],
      directory: join(folder, 'other-key'),
      credentials: null
    }
    await expect(substituteIntoFreshStore(nix, request)).rejects.toThrow(/signature/)
    await substituteIntoFreshStore(nix, { ...request, publicKey, directory: join(folder, 'key') })
  })
})

describe('a run with a NAR too large for Git', () => {
  test('makes nothing new the second time, and asks nothing about releases', async () => {
    const { folder, nix } = await prepare(thisMachine)
    await run(nix, folder)
    github.reset()
    const { report } = await run(nix, folder)
    expect(report.outcome).toBe('nothing-new')
    expect(github.counts()).toMatchObject({ api: 2, writes: 0, upload: 0 })
  })

  test('a dry run uploads nothing', async () => {
    const { folder, nix } = await prepare(thisMachine)
    const { report } = await run(nix, folder, { dryRun: true })
    expect(report.outcome).toBe('dry-run')
    expect(github.counts()).toMatchObject({ writes: 0, upload: 0 })
    expect(github.releases(store)).toEqual([])
  })

  test.each([
    ['over what a release asset holds', false, 150_000, /as release assets/],
    ['over what Git takes, in a private repository', true, 20_000, /private repository/]
  ])('%s: refused before anything is written', async (_, isPrivate, bytes, reason) => {
    await github.close()
    github = await startStore(isPrivate)
    const before = await github.head(store, 'main')
    const { folder, nix } = await prepare(thisMachine, bytes)
    await expect(run(nix, folder)).rejects.toMatchObject({
      code: 'NAR_TOO_LARGE',
      subject: expect.stringMatching(/-large-2\.0/),
      reason: expect.stringMatching(reason)
    })
    expect(await github.head(store, 'main')).toBe(before)
    expect(github.releases(store)).toEqual([])
    expect(github.counts()).toMatchObject({ writes: 0, upload: 0 })
  })
})

if (process.env['NAR_PUBLISH_LONG_TESTS'] === '1') {
  test('the bundle publishes a NAR of 101 MiB as a release asset that Nix reads back', async () => {
    const { folder, nix } = await prepare(thisMachine)
    const path = join(folder, 'noise-of-101-mebibytes')
    writeFileSync(path, randomBytes(101 * 1_048_576))
    const storePath = await expectNix(nix, { program: 'nix-store', args: ['--add', path] })
    const result = await runAction({
      github,
      workspace: folder,
      parent: folder,
      inputs: {
        paths: storePath.trim(),
        'target-repository': store,
        token: 'writer',
        'signing-key': keyText,
        compression: 'none'
      }
    })
    expect(result.errors).toEqual([])
    expect(result.exitCode).toBe(0)
    const { url, fileSize } = await narInfoAt(storePath.trim())
    expect(url).toMatch(/\/releases\/download\/nar-publish-store-1\//)
    expect(fileSize).toBeGreaterThan(104_857_600)
    expect(github.releases(store)[0]?.assets[0]?.bytes.length).toBe(fileSize)
    await expectNix(nix, { program: 'nix-store', args: ['--delete', storePath.trim()] })
  })
}
