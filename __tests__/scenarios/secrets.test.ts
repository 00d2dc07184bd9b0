/** Where the signing key and the token turn up during whole runs of the bundle, and after them: nowhere. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { copyFlake, nixConfig, testEnvironment } from '../support/nix.ts'
import { spiedMark, spyScript } from '../support/processes.ts'
import { filesBelow, runAction, watchArguments, type RunResult } from '../support/runner.ts'

const token = `ghs_${randomBytes(18).toString('hex')}`
const serviceToken = randomBytes(18).toString('hex')
const readToken = `ghs_${randomBytes(18).toString('hex')}`

let folder: string
const runnerFolders: string[] = []
let keyFile: string
let key: string
let github: GitHubServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  keyFile = join(folder, 'cache.secret')
  execFileSync(
    'nix-store',
    ['--generate-binary-cache-key', 'secret-test-1', keyFile, `${keyFile}.public`],
    { env: testEnvironment() }
  )
  key = readFileSync(keyFile, 'utf8').trim()
  github = await startGitHub({
    repositories: [{ name: 'alice/public' }, { name: 'alice/private', private: true }],
    tokens: {
      [token]: { login: 'alice', access: 'write' },
      [readToken]: { login: 'alice', access: 'read' }
    }
  })
})

afterAll(async () => {
  await github.close()
  for (const path of [folder, ...runnerFolders]) rmSync(path, { recursive: true, force: true })
})

/** Each text that would give a secret away, by its name. */
function secrets(): Record<string, string> {
  const half = key.slice(key.indexOf(':') + 1)
  const seed = Buffer.from(half, 'base64').subarray(0, 32)
  return {
    token,
    'read token': readToken,
    'token of the job’s services': serviceToken,
    'token as Basic credentials': Buffer.from(`x-access-token:${token}`).toString('base64'),
    key,
    'base64 half of the key': half,
    // 32 bytes are no multiple of three: the last two characters depend on what follows.
    'seed in base64': seed.toString('base64').slice(0, 42),
    'seed in hex': seed.toString('hex')
  }
}

/** Names of the secrets in a text. */
function secretsIn(text: string | Buffer): string[] {
  return Object.entries(secrets())
    .filter(([, secret]) => text.includes(secret))
    .map(([name]) => name)
}

interface Observed extends RunResult {
  /** Command lines of all processes of the machine. */
  commandLines: string[]
  /** Each program that the action started, with its environment. */
  environments: [string, string][]
  /** What the build of a dependency read in /proc: the environments of all processes. */
  spied: string
  /** Modes of the netrc files that programs were given. */
  netrcModes: string[]
  /** Files with a secret in them while it ran: name → octal mode. */
  filesWithSecrets: Map<string, string>
  /** Everything that the run left on the disk, less what the runner itself put there. */
  leftFiles: string[]
}

async function observe(name: string, inputs: Record<string, string>): Promise<Observed> {
  const place = join(folder, name)
  const [workspace, home, temp] = ['workspace', 'home', 'temp'].map((part) => join(place, part))
  if (workspace === undefined || home === undefined || temp === undefined) throw new Error()
  for (const path of [workspace, home, temp]) mkdirSync(path, { recursive: true })
  copyFlake(workspace)
  const spied = spyOn(place, workspace)
  github.reset()

  const filesWithSecrets = new Map<string, string>()
  const look = setInterval(() => {
    noteFiles([workspace, home, temp], filesWithSecrets)
  }, 10)
  const commandLines = watchArguments()
  let result: RunResult
  try {
    result = await runAction({
      github,
      workspace,
      inputs: { 'flake-attribute': '.#dependent', token, 'signing-key': key, ...inputs },
      env: {
        NIX_CONFIG: nixConfig,
        PATH: `${makeWitnesses(place)}${delimiter}${process.env['PATH'] ?? ''}`,
        HOME: home,
        RUNNER_TEMP: temp,
        RUNNER_DEBUG: '1',
        GITHUB_TOKEN: token,
        ACTIONS_RUNTIME_TOKEN: serviceToken
      }
    })
  } finally {
    clearInterval(look)
  }
  const runnerFolder = dirname(result.commandFiles)
  runnerFolders.push(runnerFolder)
  const leftFiles = [workspace, home, temp, runnerFolder].flatMap(filesBelow)
  return {
    ...result,
    commandLines: commandLines.stop(),
    environments: testimony(place, 'environment'),
    spied: read(() => readFileSync(spied, 'utf8')) ?? '',
    netrcModes: testimony(place, 'netrc').map(([, mode]) => mode),
    filesWithSecrets,
    leftFiles
  }
}

const programs = ['nix', 'nix-store', 'xz']

/** Lets a build look into /proc, which no sandbox keeps it from; answers with where it writes what it finds. */
function spyOn(place: string, workspace: string): string {
  const [spy, spied] = [join(place, 'spy'), join(place, 'spied')]
  writeFileSync(spy, spyScript(spied))
  const flake = join(workspace, 'flake.nix')
  const text = readFileSync(flake, 'utf8')
  writeFileSync(flake, text.replace('echo building hello', `/bin/sh ${spy}; echo building hello`))
  return spied
}

/**
 * A folder for PATH with each program that the action starts: it notes its environment, and the mode of a netrc file that it is
 * given, and goes on as the real one.
 */
function makeWitnesses(place: string): string {
  const bin = join(place, 'bin')
  mkdirSync(bin)
  mkdirSync(join(place, 'seen'))
  for (const program of programs) {
    const real = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
    const seen = join(place, 'seen', program)
    const script = `#!/bin/sh
cat /proc/$$/environ > '${seen}'.$$.environment
for argument; do
  case "$argument" in */netrc) stat -c %a "$argument" > '${seen}'.$$.netrc ;; esac
done
exec '${real}' "$@"
`
    writeFileSync(join(bin, program), script, { mode: 0o755 })
  }
  return bin
}

/** What the witnesses wrote: the program's name and the text. */
function testimony(place: string, kind: 'environment' | 'netrc'): [string, string][] {
  return readdirSync(join(place, 'seen'))
    .filter((file) => file.endsWith(`.${kind}`))
    .map((file) => [
      file.replace(/\..*/, ''),
      readFileSync(join(place, 'seen', file), 'utf8').trim()
    ])
}

function noteFiles(folders: string[], into: Map<string, string>): void {
  for (const file of read(() => folders.flatMap(filesBelow)) ?? []) {
    const stat = read(() => statSync(file))
    if (stat === null || stat.size > 64 * 1024) continue
    if (secretsIn(read(() => readFileSync(file)) ?? '').length > 0) {
      into.set(basename(file), (stat.mode & 0o777).toString(8))
    }
  }
}

/** null: it went away while it was looked at. */
function read<T>(look: () => T): T | null {
  try {
    return look()
  } catch {
    return null
  }
}

/** Less the commands by which the runner learns what to hide, which it does not show. */
function shownLog({ log, post }: RunResult): string {
  return (log + post.log).replace(/^::add-mask::.*$/gm, '')
}

function expectNothingShown(run: Observed): void {
  expect(secretsIn(shownLog(run))).toEqual([])
  expect(secretsIn(run.summary)).toEqual([])
  expect(secretsIn(JSON.stringify([run.outputs, run.state]))).toEqual([])
  expect(run.commandLines.length).toBeGreaterThan(1)
  expect(run.commandLines.filter((line) => secretsIn(line).length > 0)).toEqual([])
  for (const [program, environment] of run.environments) {
    expect({ program, secrets: secretsIn(environment) }).toEqual({ program, secrets: [] })
  }
  expect(run.leftFiles.filter((file) => secretsIn(readFileSync(file)).length > 0)).toEqual([])
  for (const { path, query, headers, body } of github.requests) {
    expect(secretsIn(JSON.stringify([path, query, headers, body]))).toEqual([])
  }
}

async function expectNothingPublished(repository: string): Promise<void> {
  const head = (await github.head(repository, 'main')) ?? ''
  for (const file of await github.listFiles(repository, head)) {
    const content = (await github.readFile(repository, head, file)) ?? Buffer.alloc(0)
    expect({ file, secrets: secretsIn(content) }).toEqual({ file, secrets: [] })
  }
  const commit = await github.objects.commit(github.repository(repository), head)
  expect(commit?.message).toContain('publish dependent')
  expect(secretsIn(commit?.message ?? '')).toEqual([])
}

describe('a signed run to a public target', () => {
  let run: Observed
  beforeAll(async () => {
    run = await observe('to-public', {
      'target-repository': 'alice/public',
      compression: 'xz'
    })
  })

  test('shows neither token nor key', () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.log).toContain('::debug::')
    expectNothingShown(run)
  })

  test('tells the runner to hide both before anything else is printed', () => {
    const masks = run.log.split('\n').flatMap((line) => /^::add-mask::(.*)$/.exec(line)?.[1] ?? [])
    expect(masks).toEqual(expect.arrayContaining([token, key, key.slice(key.indexOf(':') + 1)]))
    expect(run.log.startsWith('::add-mask::')).toBe(true)
  })

  test('shows neither to what is built without a sandbox, whichever process it looks at', () => {
    expect(run.spied).toContain(spiedMark)
    expect(secretsIn(run.spied)).toEqual([])
  })

  test('starts programs, each of which was seen', () => {
    expect([...new Set(run.environments.map(([program]) => program))].sort()).toEqual(programs)
  })

  test('keeps both out of every file', () => {
    expect([...run.filesWithSecrets]).toEqual([])
  })

  test('keeps both out of what it publishes', async () => {
    await expectNothingPublished('alice/public')
  })

  test('sends the token to the API and to nobody else', () => {
    const authorized = github.requests.filter(({ headers }) => headers['authorization'])
    expect(authorized.length).toBeGreaterThan(4)
    expect(authorized.filter(({ kind }) => kind !== 'api')).toEqual([])
  })
})

describe('a signed run to a private target', () => {
  let run: Observed
  beforeAll(async () => {
    run = await observe('to-private', { 'target-repository': 'alice/private' })
  })

  test('shows neither token nor key', () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [] })
    expect(run.log).toContain('::debug::')
    expectNothingShown(run)
  })

  test('gives Nix no token: what it proves are files of this machine', () => {
    expect(run.netrcModes).toEqual([])
    expect([...run.filesWithSecrets]).toEqual([])
  })

  test('keeps both out of what it publishes', async () => {
    await expectNothingPublished('alice/private')
  })
})

describe('a failing run', () => {
  test.each<[string, string, () => Record<string, string>]>([
    ['with a token that may not write', 'TOKEN_FORBIDDEN', () => ({ token: readToken })],
    ['with a changed key', 'SIGNING_KEY_INVALID', () => ({ 'signing-key': changed(key) })],
    ['with a key in a file', 'INPUT_INVALID', () => ({ 'signing-key': keyFile, verify: 'x' })]
  ])('%s shows neither', async (_name, code, inputs) => {
    const run = await observe(code, { 'target-repository': 'alice/private', ...inputs() })
    expect(run.exitCode).toBe(1)
    expect(run.errors).toEqual([expect.stringContaining(code)])
    expectNothingShown(run)
    expect([...run.filesWithSecrets]).toEqual([])
  })
})

/** Another last character of the public half: the secret one is as it was. */
function changed(text: string): string {
  return text.replace(/.(==)$/, (_all, end: string) => `${text.at(-3) === 'A' ? 'Q' : 'A'}${end}`)
}
