/** What can go wrong with mode: version-sync, in whole runs: one clear error each, and nothing is other than it was. */
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../src/errors.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { watchNix } from '../support/nix-witness.ts'
import { commandLineOf, spiedMark, spyScript } from '../support/processes.ts'
import { filesBelow, watchArguments } from '../support/runner.ts'
import { fillCases } from '../support/sync-cases.ts'
import { foreignSystem, ownSystem } from '../support/sync-packages.ts'
import {
  caseTo,
  gitAlone,
  numberIn,
  startStories,
  startSyncRuns,
  storyTime,
  syncTokens,
  type SyncInputs,
  type SyncRun,
  type SyncRunOptions,
  type SyncRuns
} from '../support/sync-run.ts'

const packageFile = 'nix/infer.nix'
/** GitHub’s own form, so that it is recognised wherever it turns up. */
const secretToken = `ghs_${randomBytes(18).toString('hex')}`
const readToken = `ghs_${randomBytes(18).toString('hex')}`

/** A fixture and, where its text is to be another one, how. */
type Given = [fixture: string, edit?: (text: string) => string]

/** Repositories and what is in them; those of the fixture `rec` can be synced. */
const packages: Readonly<Record<string, Given>> = {
  'alice/tool': ['rec'],
  'alice/secret': ['rec'],
  'alice/cancelled': ['rec'],
  'alice/readable': ['rec'],
  'alice/forbidden': ['rec'],
  'alice/no-drafts': ['rec'],
  'alice/log': [
    'build-fails',
    (text) => text.replace('if grep', 'for i in $(seq 30); do echo "step $i"; done\n    if grep')
  ],
  'alice/unreachable': ['unreachable'],
  'alice/sha1': ['hash-algorithm'],
  'alice/ambiguous': ['ambiguous'],
  'alice/systems': ['foreign-vendor'],
  'alice/throws': [
    'rec',
    (text) =>
      text
        .replace('{ stdenv', '{ ocaml ? throw "no OCaml here", stdenv')
        .replace('"infer"', 'ocaml')
  ],
  'alice/pinned': ['pinned-commit'],
  'alice/pieces': ['version-untraced'],
  'alice/halves': ['untraced-hash']
}

/** What is done wrong. */
interface Mistake {
  repository?: keyof typeof packages
  inputs?: SyncInputs
  options?: SyncRunOptions
  /** Changes the checkout before the run. */
  spoil?: (workspace: string) => void
}

interface Situation extends Mistake {
  code: ErrorCode
  says: (string | RegExp)[]
  /** Only GitHub’s answer to a write tells; otherwise none may have been tried. */
  foundByWriting?: boolean
}

const appendTo = (path: string, text: string) => (workspace: string) => {
  appendFileSync(join(workspace, path), text)
}

const situations: Readonly<Record<string, () => Situation>> = {
  'the package does not build': () => ({
    repository: 'alice/log',
    inputs: { version: '1.0.0', build: 'true' },
    code: 'BUILD_FAILED',
    says: [
      'infer-1.0.0.drv',
      'the last lines of its log:\nstep 12\n',
      'infer.ml:12: Error: Unbound'
    ]
  }),
  'the source’s host cannot be reached': () => ({
    repository: 'alice/unreachable',
    code: 'FETCH_FAILED',
    says: ['https://unreachable.invalid/infer-0.76.1.tar.gz', 'Could not resolve host']
  }),
  'the hash is of an old algorithm': () => ({
    repository: 'alice/sha1',
    code: 'HASH_ALGORITHM',
    says: ['nix/infer.nix:7', 'sha1']
  }),
  'one hash is for two derivations': () => ({
    repository: 'alice/ambiguous',
    code: 'HASH_AMBIGUOUS',
    says: ['nix/infer.nix:3', 'infer-0.76.1.tar.gz', 'manual-0.76.1.tar.gz']
  }),
  'a hash takes another system’s machine': () => ({
    repository: 'alice/systems',
    inputs: { systems: `${ownSystem} ${foreignSystem}` },
    code: 'HASH_NEEDS_MACHINE',
    says: ['nix/infer.nix:', 'infer-deps-0.76.1', foreignSystem, 'phase: compute']
  }),
  'a hash is put together from pieces': () => ({
    repository: 'alice/halves',
    code: 'HASH_UNTRACED',
    says: ['infer-0.76.1.tar.gz']
  }),
  'the source stays what it was': () => ({
    repository: 'alice/pinned',
    inputs: { package: 'file:package.nix', systems: ownSystem },
    code: 'SOURCE_UNCHANGED',
    says: ['file:package.nix', '`rev` at package.nix:8', 'allow-same-source']
  }),
  'the version is put together from pieces': () => ({
    repository: 'alice/pieces',
    code: 'VERSION_UNTRACED',
    says: ['version 0.76.0', 'in none of the tracked files']
  }),
  'the package does not evaluate': () => ({
    repository: 'alice/throws',
    code: 'EVALUATION_FAILED',
    says: ['file:nix/infer.nix', 'no OCaml here', 'nix-instantiate']
  }),
  'a tracked file was changed': () => ({
    spoil: appendTo(packageFile, '# by hand\n'),
    code: 'TREE_DIRTY',
    says: ['"nix/infer.nix" is not as it was committed']
  }),
  'the package is not tracked': () => ({
    inputs: { package: 'file:nix/new.nix' },
    spoil: appendTo('nix/new.nix', '{ }: { }\n'),
    code: 'PACKAGE_INVALID',
    says: ['Git does not track nix/new.nix', 'git add nix/new.nix']
  }),
  'the workspace is no checkout': () => ({
    spoil: (workspace) => {
      rmSync(join(workspace, '.git'), { recursive: true })
    },
    code: 'CHECKOUT_INVALID',
    says: ['actions/checkout']
  }),
  'the formatter is missing': () => ({
    inputs: { formatter: 'alejandra' },
    code: 'FORMATTER_MISSING',
    says: ['alejandra']
  }),
  'the formatter fails': () => ({
    inputs: { formatter: 'nixfmt' },
    options: { bin: programs({ nixfmt: 'echo "unexpected token" >&2; exit 2' }) },
    code: 'FORMATTER_FAILED',
    says: ['exited with 2', 'unexpected token']
  }),
  'the smoke test fails': () => ({
    inputs: { build: 'true', 'smoke-test': 'sh -c "infer; echo Segmentation >&2; exit 3"' },
    code: 'SMOKE_TEST_FAILED',
    says: ['exited with 3', 'infer-0.76.1\nSegmentation']
  }),
  'the command before the hashes fails': () => ({
    inputs: { 'before-hash': 'sh -c "echo $NAR_PUBLISH_VERSION >&2; exit 3"' },
    code: 'SCRIPT_FAILED',
    says: ['before-hash', 'exited with 3', '0.76.1']
  }),
  'the command before the hashes writes a workflow': () => ({
    inputs: { 'before-hash': 'sh -c "mkdir -p .github; echo >.github/x.yml"' },
    code: 'SCRIPT_REFUSED',
    says: ['.github/x.yml', 'begins with a dot']
  }),
  'a place that is to stay is not there': () => ({
    inputs: { 'keep-places': 'nix/none.nix:1' },
    code: 'INPUT_INVALID',
    says: ['keep-places', 'there is no such line']
  }),
  'there is no version': () => ({
    inputs: { version: '' },
    code: 'VERSION_MISSING',
    says: ['no release or tag started this run']
  }),
  'the version is a command for a shell': () => ({
    inputs: { version: 'v1.0$(touch x)' },
    code: 'VERSION_INVALID',
    says: ['"v1.0$(touch x)"']
  }),
  'the release’s tag is a command for a shell': () => ({
    inputs: { version: '' },
    options: { eventName: 'release', event: { release: { tag_name: 'v1.0`touch${IFS}x`' } } },
    code: 'VERSION_INVALID',
    says: ['"v1.0`touch${IFS}x`"']
  }),
  'the release’s tag does not have the prefix': () => ({
    inputs: { version: '', 'tag-prefix': 'infer-' },
    options: { eventName: 'release', event: { release: { tag_name: 'v0.76.1' } } },
    code: 'VERSION_INVALID',
    says: ['tag "v0.76.1": it does not begin with "infer-"']
  }),
  'the version is an older one': () => ({
    inputs: { version: '0.75.9' },
    code: 'VERSION_OLDER',
    says: ['0.76.0, which is newer', 'allow-downgrade']
  }),
  'nobody knows where releases are': () => ({
    inputs: { version: 'latest' },
    code: 'LATEST_UNKNOWN',
    says: ['https://downloads.example.org/infer-0.76.0.tar.gz']
  }),
  'there is no package': () => ({
    inputs: { package: '' },
    code: 'INPUT_MISSING',
    says: ['input package', '.#infer']
  }),
  'the package looks like an option': () => ({
    inputs: { package: '--impure' },
    code: 'PACKAGE_INVALID',
    says: ['"--impure"']
  }),
  'the package is outside of the checkout': () => ({
    inputs: { package: 'file:../elsewhere.nix' },
    code: 'PACKAGE_INVALID',
    says: ['../elsewhere.nix']
  }),
  'an input is of another phase': () => ({
    inputs: { computed: 'computed' },
    code: 'INPUT_INVALID',
    says: ['`computed` has no meaning in phase `all`']
  }),
  'a smoke test is to run what is not built': () => ({
    inputs: { 'smoke-test': 'infer' },
    code: 'INPUT_INVALID',
    says: ['`smoke-test` runs what was built, and `build` is false']
  }),
  'the branch is no name for Git': () => ({
    inputs: { branch: 'a..b' },
    code: 'BRANCH_INVALID',
    says: ['input branch, "a..b"']
  }),
  'there is no Nix': () => ({
    options: { env: { PATH: withoutNix } },
    code: 'NIX_MISSING',
    says: ['cachix/install-nix-action']
  }),
  'there is no token': () => ({
    inputs: { token: '' },
    code: 'TOKEN_MISSING',
    says: ['input token']
  }),
  'GitHub does not know the token': () => ({
    inputs: { token: 'expired' },
    code: 'TOKEN_REJECTED',
    says: ['alice/tool', 'Bad credentials']
  }),
  'the token may only read': () => ({
    repository: 'alice/readable',
    inputs: { token: readToken },
    code: 'TOKEN_FORBIDDEN',
    says: ['alice/readable', 'contents=write']
  }),
  'the base branch does not exist': () => ({
    inputs: { base: 'next' },
    code: 'BASE_MISSING',
    says: ['alice/tool branch "next"']
  }),
  'the fork is none': () => ({
    inputs: { fork: 'alice/secret' },
    code: 'FORK_INVALID',
    says: ['alice/secret: it is no fork, and the pull request goes to alice/tool']
  }),
  'the repository’s setting forbids workflows to open pull requests': () => ({
    repository: 'alice/forbidden',
    inputs: { token: 'job-token' },
    code: 'PULL_REQUESTS_FORBIDDEN',
    says: ['alice/forbidden', 'Allow GitHub Actions to create and approve pull requests']
  }),
  'the repository has no draft pull requests': () => ({
    repository: 'alice/no-drafts',
    inputs: { draft: 'true' },
    code: 'DRAFT_REFUSED',
    says: ['alice/no-drafts', 'Leave `draft` out'],
    foundByWriting: true
  })
}

let runs: SyncRuns
/** PATH of a machine that has git and nothing else. */
let withoutNix: string
let stories: Record<string, Promise<Failed>>
let cancelledRun: Promise<Failed>
let secretRun: Promise<Awaited<ReturnType<typeof runWithSecret>>>

beforeAll(async () => {
  const names = Object.keys(packages)
  runs = await startSyncRuns({
    repositories: names.map((name) => ({ name, drafts: name !== 'alice/no-drafts' })),
    tokens: {
      ...syncTokens,
      [secretToken]: { login: 'sync-app', access: 'write' },
      [readToken]: { login: 'sync-app', access: 'read' }
    },
    conditions: { actionsMayNotPropose: true }
  })
  const fixtures = [...new Set(Object.values(packages).map(([fixture]) => fixture))]
  const cases = await fillCases(
    runs.set,
    fixtures.map((fixture) => ({
      ...caseTo(fixture, '0.76.1'),
      ...(fixture === 'foreign-vendor' && { systems: [ownSystem, foreignSystem] })
    }))
  )
  for (const [name, [fixture, edit = (text: string) => text]] of Object.entries(packages)) {
    const before = cases[fixtures.indexOf(fixture)]?.before ?? new Map<string, string>()
    await runs.place(name, new Map([...before].map(([path, text]) => [path, edit(text)])))
  }
  withoutNix = await gitAlone(runs.folder)
  const { secret, cancelled, ...failures } = startStories({
    secret: runWithSecret,
    cancelled: cancel,
    ...Object.fromEntries(
      Object.entries(situations).map(([name, situation]) => [name, () => fail(situation())])
    )
  })
  secretRun = secret
  cancelledRun = cancelled
  stories = failures
  await Promise.allSettled([secret, cancelled, ...Object.values(failures)])
}, storyTime)

afterAll(() => runs.close())

function programs(scripts: Readonly<Record<string, string>>): string {
  const bin = mkdtempSync(join(runs.folder, 'bin-'))
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  return bin
}

interface Failed {
  run: SyncRun
  refs: { before: string[]; after: string[] }
}

/** The small package, without a build, on its way to 0.76.1, but for what the situation says. */
async function fail({
  repository = 'alice/tool',
  inputs,
  options,
  spoil
}: Mistake): Promise<Failed> {
  const workspace = await runs.checkout(repository)
  spoil?.(workspace)
  const before = await runs.refs(repository)
  // The bundle, where it is about a token or about how a process is started.
  const isHere = options === undefined && inputs?.['token'] === undefined
  const run = await runs.run(
    repository,
    {
      package: `file:${packageFile}`,
      systems: ownSystem,
      version: '0.76.1',
      build: 'false',
      ...inputs
    },
    { isHere, ...options, workspace }
  )
  return { run, refs: { before, after: await runs.refs(repository) } }
}

async function ended(name: string): Promise<Failed> {
  const found = await stories[name]
  if (found === undefined) throw new Error(`there is no story of ${name}`)
  return found
}

describe('one clear error, and nothing is other than it was, when', () => {
  test.each(Object.entries(situations))('%s', async (name, situation) => {
    const { repository = 'alice/tool', code, says, foundByWriting = false } = situation()
    const { run, refs } = await ended(name)
    const [error = 'no annotation'] = run.errors
    expect({ exitCode: run.exitCode, errors: run.errors.length, error }).toEqual({
      exitCode: 1,
      errors: 1,
      // Code, subject, reason, what to do now: on a line of its own after several.
      error: expect.stringMatching(new RegExp(`^${code} [^]+: [^]+(?:\\. |\n)[^]+\\.?$`))
    })
    for (const words of says) expect(error).toMatch(words)
    expect(run.summary).toContain(`\`${code}\``)
    expect(run.outputs).toEqual({})
    expect(run.workspaceChanges).toBe('')
    expect(refs.after).toEqual(refs.before)
    expect(runs.github.pullRequests(repository)).toEqual([])
    expect(run.writes.length > 0).toBe(foundByWriting)
    expect(readdirSync(run.runnerTemp)).toEqual([])
    expect(run.post).toMatchObject({ exitCode: 0, log: '' })
  })

  test('a build fails: the message has the last 20 lines and no more, and the summary has them as they are', async () => {
    const { run } = await ended('the package does not build')
    const [, log = ''] = /the last lines of its log:\n([^]*)\n.+$/.exec(run.errors[0] ?? '') ?? []
    expect(log.split('\n')).toEqual([
      ...Array.from({ length: 19 }, (_, index) => `step ${index + 12}`),
      'infer.ml:12: Error: Unbound value infer'
    ])
    expect(run.summary).toMatch(/^The log of `\/nix\/store\/\w+-infer-1\.0\.0\.drv` ends:$/m)
    expect(run.summary).toContain(`\`\`\`text\n${log}\n\`\`\`\n`)
  })

  test('GitHub refuses: each request was one that its own description knows', () => {
    expect(runs.github.requests.length).toBeGreaterThan(20)
    expect(judgeRequests(runs.github.requests)).toEqual([])
  })
})

describe('a job that is cancelled', () => {
  test('while the smoke test runs leaves nothing behind once its post step has run', async () => {
    const { run, refs } = await cancelledRun
    expect(run).toMatchObject({ signal: 'SIGKILL', workspaceChanges: '', writes: [] })
    expect(run.state['scratch']).toContain(run.runnerTemp)
    expect(readdirSync(run.runnerTemp)).toEqual([])
    expect(run.post).toMatchObject({ exitCode: 0, errors: [] })
    expect(refs.after).toEqual(refs.before)
  })
})

describe('a job that is cancelled as the runner does it, by a signal for the action alone,', () => {
  test('ends what it runs, and leaves nothing behind', async () => {
    const file = join(runs.folder, 'interrupted.pid')
    let pid = 0
    const ending = fail({
      repository: 'alice/cancelled',
      inputs: { build: 'true', 'smoke-test': `sh -c 'echo $$ > ${file}; sleep 600'` },
      options: { onStart: (started) => (pid ||= started) }
    })
    const smokeTest = await numberIn(file)
    process.kill(pid, 'SIGINT')
    const { run } = await ending
    expect(run).toMatchObject({ exitCode: 130, errors: [], workspaceChanges: '' })
    expect(readdirSync(run.runnerTemp)).toEqual([])
    expect(commandLineOf(smokeTest)).toBe('')
  })
})

async function cancel(): Promise<Failed> {
  const file = join(runs.folder, 'smoke-test.pid')
  let pid = 0
  const ending = fail({
    repository: 'alice/cancelled',
    inputs: { build: 'true', 'smoke-test': `sh -c 'echo $$ > ${file}; sleep 600'` },
    options: { onStart: (started) => (pid ||= started) }
  })
  const smokeTest = await numberIn(file)
  process.kill(pid, 'SIGKILL')
  // As the runner ends what a job leaves running.
  process.kill(-smokeTest, 'SIGKILL')
  return ending
}

/** A run that writes all that it can, watched; the smoke test shows its environment. */
async function runWithSecret() {
  const nix = await watchNix(runs.folder)
  const [spy, spied] = [join(runs.folder, 'spy'), join(runs.folder, 'spied')]
  writeFileSync(spy, spyScript(`${spied}-smoke-test`))
  writeFileSync(join(nix.bin, 'nixfmt'), spyScript(`${spied}-formatter`), { mode: 0o755 })
  const commandLines = watchArguments()
  const run = await runs.run(
    'alice/secret',
    {
      package: `file:${packageFile}`,
      systems: ownSystem,
      version: '0.76.1',
      'smoke-test': `sh -c 'env; sh ${spy}'`,
      formatter: 'nixfmt',
      labels: 'x',
      token: secretToken
    },
    { bin: nix.bin, env: { RUNNER_DEBUG: '1', DEPLOY_KEY: 'a secret of the workflow’s own' } }
  )
  const seen = ['smoke-test', 'formatter'].map((by) => readFileSync(`${spied}-${by}`, 'utf8'))
  return { run, nix, seen, commandLines: commandLines.stop() }
}

describe('the token', () => {
  const basic = Buffer.from(`x-access-token:${secretToken}`).toString('base64')
  const isShown = (text: string | Buffer): boolean =>
    [secretToken, basic, readToken].some((secret) => text.includes(secret))

  test('is in no log, output, summary or state of a run', async () => {
    const { run } = await secretRun
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    const failed = await ended('the token may only read')
    for (const { log, post, outputs, summary, state } of [run, failed.run]) {
      expect(log.startsWith('::add-mask::')).toBe(true)
      // Less the commands by which the runner learns what to hide, which it does not show.
      expect(isShown((log + post.log).replace(/^::add-mask::.*$/gm, ''))).toBe(false)
      expect(isShown(JSON.stringify([outputs, summary, state]))).toBe(false)
    }
    expect(run.log).toContain('::debug::')
  })

  test('is on no command line, and in no environment of Nix', async () => {
    const { nix, commandLines } = await secretRun
    expect(commandLines.length).toBeGreaterThan(1)
    expect(commandLines.filter(isShown)).toEqual([])
    expect(nix.environments().length).toBeGreaterThan(5)
    expect(nix.environments().filter(isShown)).toEqual([])
    expect(nix.commands().flat().filter(isShown)).toEqual([])
  })

  test('is in the environment of no process, where smoke test and formatter would find it', async () => {
    const { seen } = await secretRun
    expect(seen).toEqual([expect.stringContaining(spiedMark), expect.stringContaining(spiedMark)])
    expect(seen.filter(isShown)).toEqual([])
    expect(seen.filter((text) => text.includes('a secret of the workflow’s own'))).toEqual([])
  })

  test('is in no file that is left, and in nothing that is sent but the header', async () => {
    const { run } = await secretRun
    const left = [run.workspace, join(run.commandFiles, '..')].flatMap(filesBelow)
    expect(left.length).toBeGreaterThan(10)
    expect(left.filter((file) => isShown(readFileSync(file)))).toEqual([])
    expect(run.writes).toContain('POST pulls')
    for (const { path, query, headers, body } of run.requests)
      expect(isShown(JSON.stringify([path, query, headers, body]))).toBe(false)
  })

  test('and all other secrets of the job are kept from the smoke test', async () => {
    const { run } = await secretRun
    expect(run.log).toMatch(/^TMPDIR=.*smoke-test/m)
    expect(run.log).not.toContain('DEPLOY_KEY')
    expect(run.log).not.toMatch(/^(INPUT_|GITHUB_)/m)
  })
})
