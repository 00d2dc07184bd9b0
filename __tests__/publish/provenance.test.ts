/** What `provenance` and `provenance-subjects` do to a commit of what other jobs packed, and what `use` and prune make of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import type { NarPublishError } from '../../src/errors.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { bundlePath, pointerPath } from '../../src/provenance/files.ts'
import { parsePruneInputs } from '../../src/prune/inputs.ts'
import { prune } from '../../src/prune/prune.ts'
import { provenanceOf } from '../../src/publish/provenance.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { parseUseInputs } from '../../src/use/inputs.ts'
import { readCache, type FoundCache } from '../../src/use/read-cache.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'
import { newSigstore, type Signing, type Sigstore, type Subject } from '../support/sigstore.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'
import { runPhase } from './phases.ts'

const repository = 'alice/store'
const publishYml = 'org/nar-publish/.github/workflows/publish.yml'

let github: GitHubServer
let folder: string
let sigstore: Sigstore
let paths: string[]
let later: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'provenance-'))
  sigstore = await newSigstore()
  writeFileSync(join(folder, 'root.jsonl'), sigstore.root)
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: {
      writer: { login: 'alice', access: 'write' },
      reader: { login: 'alice', access: 'read' }
    }
  })
  paths = [addStorePath('attested-1.0', 5000), addStorePath('beside-2.0', 300)].sort()
  later = addStorePath('later-1.0', 100)
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
  deleteStorePaths([...paths, later])
})

async function packFor(branch: string, packed: readonly string[]): Promise<string> {
  const output = mkdtempSync(join(folder, 'packed-'))
  await runPhase(
    {
      ...{ phase: 'pack', token: 'reader', 'target-branch': branch },
      ...{ paths: packed.join('\n'), 'output-directory': output }
    },
    { github, folder }
  )
  return output
}

function commit(
  branch: string,
  packed: string,
  inputs: Record<string, string>
): Promise<Reported<PublishReport>> {
  return runPhase(
    {
      ...{ phase: 'commit', token: 'writer', unsigned: 'true', verify: 'narinfo' },
      ...{ 'target-branch': branch, packed, ...inputs }
    },
    { github, folder }
  )
}

const signing = (): Signing => ({
  serverUrl: github.serverUrl,
  repository: 'alice/project',
  workflow: `${publishYml}@refs/tags/v0.1.0`
})

function subjectsIn(file: string): Subject[] {
  return readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ digest: line.slice(0, 64), name: line.slice(66) }))
}

/** As the workflow does it: a dry run for the subjects, their bundle, the commit. */
async function publishAttested(branch: string, packed: string): Promise<string> {
  const file = `subjects-${branch}`
  await commit(branch, packed, { 'dry-run': 'true', 'provenance-subjects': file })
  const bundle = await sigstore.attest(subjectsIn(file), signing())
  writeFileSync(join(folder, 'bundle.json'), bundle)
  await commit(branch, packed, { provenance: 'bundle.json' })
  return bundlePath(Buffer.from(bundle))
}

const files = (branch: string): Promise<string[]> => github.listFiles(repository, branch)
const provenanceFiles = async (branch: string): Promise<string[]> =>
  (await files(branch)).filter((file) => file.includes('provenance')).sort()

function environmentWith(inputs: Record<string, string>) {
  return readEnvironment({
    ...testEnvironment(),
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_WORKSPACE: folder,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
}

function use(branch: string, inputs: Record<string, string> = {}): Promise<FoundCache> {
  const environment = environmentWith({
    ...{ mode: 'use', 'target-repository': repository, 'target-branch': branch },
    ...{ provenance: 'alice/project', 'provenance-workflow': publishYml },
    ...{ 'trusted-root': 'root.jsonl', token: 'reader', ...inputs }
  })
  const secrets = readSecrets(environment, () => undefined)
  return readCache({
    inputs: parseUseInputs(environment, secrets),
    environment,
    scratch: mkdtempSync(join(folder, 'scratch-')),
    log: silentLog,
    timings: []
  })
}

async function refusal(run: Promise<unknown>): Promise<NarPublishError> {
  return run.then(
    () => {
      throw new Error('nothing was refused')
    },
    (error: unknown) => error as NarPublishError
  )
}

describe('a commit with provenance', () => {
  test('brings the bundle, once, and beside each narinfo what names it', async () => {
    const packed = await packFor('whole', paths)
    const bundle = await publishAttested('whole', packed)
    expect(await provenanceFiles('whole')).toEqual([...paths.map(pointerPath), bundle].sort())
    for (const path of paths) {
      const pointer = await github.readFile(repository, 'whole', pointerPath(path))
      expect(pointer?.toString()).toBe(`${bundle}\n`)
    }
    // What anybody gets by hand.
    const nar = execFileSync('nix-store', ['--dump', paths[0] ?? ''])
    const digest = createHash('sha256').update(nar).digest('hex')
    expect(subjectsIn('subjects-whole')[0]).toEqual({ name: paths[0], digest })
    // A dry run of the same finds nothing new to attest, and the next commit wants no bundle.
    await commit('whole', packed, { 'dry-run': 'true', 'provenance-subjects': 'none' })
    expect(readFileSync(join(folder, 'none'), 'utf8')).toBe('')
    const again = await commit('whole', packed, { provenance: 'nowhere.json' })
    expect(again).toMatchObject({ report: { outcome: 'nothing-new' }, error: null })
  })

  test('is made ready by a job without the key, and nobody is told that one is missing', async () => {
    const key = ['--generate-binary-cache-key', 'cache-1', 'key', 'key.public']
    execFileSync('nix-store', key, { cwd: folder })
    const secret = readFileSync(join(folder, 'key'), 'utf8')
    const signed = { unsigned: 'false', 'signing-key': secret }
    await commit('signed', await packFor('signed', paths), signed)
    const packed = await packFor('signed', [later])
    const keyless = { unsigned: 'false', 'dry-run': 'true' }
    const told = async (inputs: Record<string, string>): Promise<string> => {
      const { report, error } = await commit('signed', packed, { ...keyless, ...inputs })
      expect(error).toBeNull()
      return report.notes.join('\n')
    }
    expect(await told({})).toContain('No `signing-key` was given')
    expect(await told({ 'provenance-subjects': 'ready' })).toBe('')
    expect(subjectsIn('ready').map(({ name }) => name)).toEqual([later])
  })

  test.each([
    ['lacks a path', (all: Subject[]) => all.slice(1), '(not named)'],
    [
      'names another NAR',
      (all: Subject[]) => all.map((subject) => ({ ...subject, digest: 'ab'.repeat(32) })),
      '(with another NAR)'
    ]
  ])('is refused before it writes when the bundle %s', async (_, change, words) => {
    const packed = await packFor('refused', paths)
    await commit('refused', packed, { 'dry-run': 'true', 'provenance-subjects': 'subjects' })
    const bundle = await sigstore.attest(change(subjectsIn('subjects')), signing())
    writeFileSync(join(folder, 'wrong.json'), bundle)
    const error = await refusal(commit('refused', packed, { provenance: 'wrong.json' }))
    expect(error.code).toBe('PROVENANCE_MISMATCH')
    expect(error.reason).toContain(`${paths[0] ?? ''} ${words}`)
    expect(await github.head(repository, 'refused')).toBeNull()
  })

  test.each([
    ['is not there', null],
    ['is junk', 'junk'],
    ['is another JSON', '{}']
  ])('is refused before it writes when the bundle %s', async (_, text) => {
    const packed = await packFor('refused', paths)
    const file = join(folder, 'given.json')
    if (text !== null) writeFileSync(file, text)
    expect(existsSync(file)).toBe(text !== null)
    const error = await refusal(commit('refused', packed, { provenance: file }))
    expect(error.code).toBe('PROVENANCE_INVALID')
    expect(await github.head(repository, 'refused')).toBeNull()
  })
})

test('more paths than GitHub attests at once are refused, and no list of them is left', async () => {
  const subjects = join(folder, 'many')
  const run = { inputs: { provenance: { bundle: null, subjects } }, log: silentLog }
  const pathOf = (number: number) => `/nix/store/${String(number).padStart(32, '0')}-x`
  const packed = Array.from({ length: 1025 }, (_, number) => ({
    info: { storePath: pathOf(number), narHash: `sha256:${'0'.repeat(52)}`, narSize: 1, ...nothing }
  }))
  const error = await refusal(provenanceOf(run, packed))
  expect([error.code, existsSync(subjects)]).toEqual(['PROVENANCE_TOO_MANY', false])
  expect(await provenanceOf(run, packed.slice(1))).toBeNull()
  expect(subjectsIn('many')).toHaveLength(1024)
})
const nothing = { signatures: [], references: [], deriver: null, ca: null }

describe('use', () => {
  test('makes a cache known whose every path has provenance, and says what that means', async () => {
    await publishAttested('to-use', await packFor('to-use', paths))
    const { provenance } = await use('to-use')
    const head = (await github.head(repository, 'to-use')) ?? ''
    expect(provenance).toBe(
      `2 paths of commit ${head} have verified provenance of alice/project; what is published later is not verified by that.`
    )
    expect((await use('to-use', { provenance: '', ...unasked })).provenance).toBeNull()
  })

  test('refuses it with what is missing, when a later publish brought a path without', async () => {
    await publishAttested('mixed', await packFor('mixed', paths))
    await commit('mixed', await packFor('mixed', [later]), {})
    const error = await refusal(use('mixed'))
    expect([error.code, error.subject]).toEqual(['PROVENANCE_UNPROVED', repository])
    expect(error.reason).toBe(`1 path without verified provenance: ${later} has none`)
  })

  test('refuses to send readers to another server on the word of a README that came later', async () => {
    await publishAttested('mirror', await packFor('mirror', paths))
    const readme = await github.readFile(repository, 'mirror', 'README.md')
    const told = String(readme)
      .replace(/^- Substituter: .*$/m, '- Substituter: `https://mirror.example`')
      .replace(/^- Served by: .*\n/m, '')
    await github.commitFiles(repository, 'mirror', { 'README.md': told }, 'another address')
    const error = await refusal(use('mirror'))
    expect(error.code).toBe('PROVENANCE_UNPROVED')
    expect(error.reason).toContain('its README sends readers to https://mirror.example')
    const meant = await use('mirror', { 'substituter-url': 'https://mirror.example' })
    expect(meant.cache.substituterUrl).toBe('https://mirror.example')
    expect(meant.provenance).toContain('2 paths')
  })

  test('refuses a cache without a path, of which everything would be true', async () => {
    const info = 'StoreDir: /nix/store\nWantMassQuery: 1\nPriority: 41\n'
    await github.commitFiles(repository, 'empty', { 'nix-cache-info': info }, 'begin')
    const error = await refusal(use('empty'))
    expect([error.code, error.reason]).toEqual([
      'PROVENANCE_UNPROVED',
      'it holds no path, so that nothing shows who publishes to it'
    ])
  })

  test('refuses another repository, another workflow, and a root that is not there', async () => {
    await publishAttested('others', await packFor('others', paths))
    for (const [inputs, code] of [
      [{ provenance: 'mallory/project' }, 'PROVENANCE_UNPROVED'],
      [{ 'provenance-workflow': '' }, 'PROVENANCE_UNPROVED'],
      [{ 'trusted-root': 'nowhere' }, 'TRUSTED_ROOT_MISSING'],
      [{ provenance: '' }, 'INPUT_INVALID'],
      [{ provenance: 'project' }, 'INPUT_INVALID'],
      [{ 'provenance-workflow': `${publishYml}@v1` }, 'INPUT_INVALID']
    ] as const) {
      const error = await refusal(Promise.resolve().then(() => use('others', { ...inputs })))
      expect([inputs, error.code]).toEqual([inputs, code])
    }
  })
})

const unasked = { 'provenance-workflow': '', 'trusted-root': '' }

test('prune takes what names a bundle with its narinfo, and a bundle with the last that names it', async () => {
  const branch = 'to-prune'
  const both = await publishAttested(branch, await packFor(branch, paths))
  const one = await publishAttested(branch, await packFor(branch, [later]))
  const pruned = async (kept: string): Promise<void> => {
    await github.commitFiles(repository, branch, { 'pins/kept': `${kept}\n` }, 'keep one')
    const environment = environmentWith({
      ...{ mode: 'prune', 'target-repository': repository, 'target-branch': branch },
      ...{ 'keep-generations': '0', 'keep-days': '1', token: 'writer' }
    })
    await prune({
      inputs: parsePruneInputs(
        environment,
        readSecrets(environment, () => undefined)
      ),
      environment,
      scratch: mkdtempSync(join(folder, 'scratch-')),
      log: silentLog,
      timings: [],
      now: Date.now() + 2 * 24 * 3_600_000
    })
  }
  await pruned(paths[1] ?? '')
  expect(await provenanceFiles(branch)).toEqual([pointerPath(paths[1] ?? ''), both].sort())
  expect(await files(branch)).not.toContain(one)
})
