import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { removeFolder } from '../../src/scratch.ts'
import { newKey, pathOf, soundStore, type Files } from '../doctor/fixture.ts'
import { commandLineBundle } from '../support/command-line.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { output, runProgram, type ProgramResult } from '../support/program.ts'

const key = newKey('store-1')
const publicKey = publicKeyText(key)
const otherKey = newKey('other-1')
/** Without `substituters`, which would go before what a nix.conf says. */
const plainNix = [
  'experimental-features = nix-command',
  'sandbox = false',
  'build-users-group ='
].join('\n')

let folder: string
let github: GitHubServer
let conf: string
/** A checkout whose `origin` is of alice. */
let checkout: string

/** What a store says of itself, its README telling `told`. */
async function filesOf(told: string, signer: typeof key | null = key): Promise<Files> {
  const { files } = await soundStore(signer, {
    substituterUrl: told,
    servedBy: told.includes('/raw/') ? 'raw' : told.includes('.github.io/') ? 'pages' : 'other',
    login: null,
    repository: 'alice/store',
    branch: 'main',
    webUrl: (path) => path
  })
  return files
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-use-'))
  checkout = join(folder, 'checkout')
  mkdirSync(checkout)
  github = await startGitHub({
    repositories: [
      ...['alice/store', 'alice/project', 'alice/unsigned', 'alice/second', 'alice/fork'].map(
        (name) => ({ name })
      ),
      { name: 'alice/private', private: true },
      { name: 'alice/old', archived: true },
      { name: 'alice/pages' },
      { name: 'alice/hostile' }
    ],
    tokens: { 'writer-token': { login: 'alice', access: 'write' } }
  })
  const commit = (name: string, files: Files, branch = 'main') =>
    github.commitFiles(name, branch, Object.fromEntries(files), 'store')
  const raw = (name: string) => github.substituterUrl(name, 'main')
  await commit('alice/store', await filesOf(raw('alice/store')))
  await commit('alice/project', await filesOf(raw('alice/project')), 'nix-cache')
  await commit('alice/unsigned', await filesOf(raw('alice/unsigned'), null))
  await commit('alice/second', await filesOf(raw('alice/second'), otherKey))
  // A copy of another repository, whose address its README still tells.
  await commit('alice/fork', await filesOf(raw('alice/store')))
  await commit('alice/fork', await filesOf('https://bob.github.io/store'), 'of-pages')
  await commit('alice/private', await filesOf('https://elsewhere.example/private'))
  await commit('alice/pages', await filesOf('https://alice.example/pages'))
  const hostile = await filesOf(raw('alice/hostile'))
  hostile.set(
    'catalogue.json',
    Buffer.from(
      JSON.stringify({
        version: 1,
        publicKeys: [`${publicKey}\nrequire-sigs = false`],
        artifacts: []
      })
    )
  )
  await commit('alice/hostile', hostile)
  await output('git', ['init', '-q', checkout])
  const origin = `${github.serverUrl}/alice/project.git`
  await output('git', ['-C', checkout, 'remote', 'add', 'origin', origin])
})

afterAll(async () => {
  await github.close()
  removeFolder(folder)
})

beforeEach(() => {
  conf = join(folder, 'home', '.config', 'nix', 'nix.conf')
  rmSync(join(folder, 'home'), { recursive: true, force: true })
})

function use(
  args: readonly string[],
  { cwd = folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {}
): Promise<ProgramResult> {
  return runProgram(commandLineBundle, ['use', ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: join(folder, 'home'),
      TMPDIR: folder,
      NIX_CONFIG: plainNix,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      ...env
    }
  })
}

/** Substitutes with nothing but a nix.conf, signatures required, into a store that has nothing. */
async function substitute(paths: readonly string[]): Promise<ProgramResult & { found: string }> {
  const root = mkdtempSync(join(folder, 'root-'))
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    XDG_CACHE_HOME: join(root, 'cache'),
    NIX_CONFIG: plainNix,
    NIX_USER_CONF_FILES: conf
  }
  const store = ['--store', `local?root=${root}`]
  const built = await runProgram(
    'nix',
    [
      'build',
      ...store,
      '--no-link',
      '--max-jobs',
      '0',
      '--option',
      'connect-timeout',
      '1',
      ...paths
    ],
    { cwd: root, env }
  )
  const all = await output('nix', ['path-info', ...store, '--all'], { cwd: root, env })
  return { ...built, found: all }
}

const linesOf = (name: string, branch = 'main', keys = publicKey): string =>
  `extra-substituters = ${github.substituterUrl(name, branch)}\nextra-trusted-public-keys = ${keys}\n`

describe('where standard output is no terminal', () => {
  test('it is the lines for nix.conf alone; without a token, and the key’s origin beside it', async () => {
    github.reset()
    const run = await use(['alice/store'], { cwd: checkout })
    expect(run).toMatchObject({ failure: '', stdout: linesOf('alice/store') })
    expect(run.stderr).toContain(
      'alice/store, branch main: 1 key that the catalogue of alice/store names; it is taken at its word, as alice/project is of the same owner.\n'
    )
    expect(run.stderr).not.toContain('warning')
    expect(github.counts().writes).toBe(0)
    expect(github.requests.filter(({ headers }) => headers['authorization'])).toEqual([])
  })

  test('lines of another owner’s cache come with a warning', async () => {
    const run = await use(['alice/store'])
    expect(run).toMatchObject({ failure: '', stdout: linesOf('alice/store') })
    expect(run.stderr).toContain('warning: Nobody has vouched for store-1: ')
  })

  test('those of an unsigned cache switch no signature off', async () => {
    const run = await use(['alice/unsigned'], { cwd: checkout })
    expect(run).toMatchObject({
      failure: '',
      stdout: `extra-substituters = ${github.substituterUrl('alice/unsigned', 'main')}\n`
    })
    expect(run.stderr).toContain(
      'warning: alice/unsigned is not signed: Nix refuses what it holds.'
    )
  })

  test('--for takes another kind, and an unknown one is a wrong command line', async () => {
    const nixos = await use(['alice/store', '--for', 'nixos'], { cwd: checkout })
    expect(nixos.stdout).toBe(
      `nix.settings = {\n  extra-substituters = [ "${github.substituterUrl('alice/store', 'main')}" ];\n  extra-trusted-public-keys = [\n    "${publicKey}"\n  ];\n};\n`
    )
    const unknown = await use(['alice/store', '--for', 'guix'])
    expect(unknown).toMatchObject({ status: 2, stdout: '' })
    expect(unknown.stderr).toContain('option --for: the readers are nix.conf, nixos, ')
  })

  test('--json has all kinds, and who vouches for the keys', async () => {
    const { stdout } = await use(['alice/store', '--json', '--trusted-keys', publicKey])
    expect(JSON.parse(stdout)).toMatchObject({
      repository: 'alice/store',
      branch: 'main',
      private: false,
      substituter: github.substituterUrl('alice/store', 'main'),
      'public-keys': [publicKey],
      'keys-vouched-by': 'reader',
      lines: { 'nix.conf': linesOf('alice/store').trimEnd(), flake: expect.any(String) },
      netrc: null,
      written: null,
      warnings: []
    })
  })
})

describe('which cache', () => {
  test('the branch nix-cache is found where the default branch holds none', async () => {
    const run = await use(['alice/project'], { cwd: checkout })
    expect(run).toMatchObject({ failure: '', stdout: linesOf('alice/project', 'nix-cache') })
  })

  test('an archived repository is looked at like any other', async () => {
    const { stderr } = await use(['alice/old'])
    expect(stderr).toContain(
      'error: CACHE_MISSING alice/old, branch "main" and branch "nix-cache": there is no cache.'
    )
  })

  test('the address is the one that the README tells', async () => {
    const run = await use(['alice/pages'], { cwd: checkout })
    expect(run.stdout).toContain('extra-substituters = https://alice.example/pages\n')
    const given = await use(['alice/pages', '--substituter-url', 'https://mirror.example/'], {
      cwd: checkout
    })
    expect(given.stdout).toContain('extra-substituters = https://mirror.example\n')
  })

  test('not that of the repository that its README was copied from', async () => {
    expect(await use(['alice/fork'], { cwd: checkout })).toMatchObject({
      stdout: linesOf('alice/fork')
    })
    const { stdout } = await use(['alice/fork', '--target-branch', 'of-pages'], { cwd: checkout })
    expect(stdout).toContain(
      `extra-substituters = ${github.substituterUrl('alice/fork', 'of-pages')}\n`
    )
  })

  test('none is CACHE_MISSING, with the branches that were looked at', async () => {
    const run = await use(['alice/store', '--target-branch', 'gone'])
    expect(run).toMatchObject({ status: 1, stdout: '' })
    expect(run.stderr).toContain(
      'error: CACHE_MISSING alice/store, branch "gone": there is no cache.'
    )
  })

  test('a hostile catalogue gives no lines', async () => {
    const run = await use(['alice/hostile'], { cwd: checkout })
    expect(run).toMatchObject({ status: 1, stdout: '' })
    expect(run.stderr).toMatch(/error: CATALOGUE_INVALID alice\/hostile, catalogue\.json: /)
    expect(run.stderr).not.toMatch(/^require-sigs/m)
  })

  test('a key that is none is an error before anything is read, without its text', async () => {
    github.reset()
    const run = await use(['alice/store', '--trusted-keys', 'store-1:c2VjcmV0'])
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('error: SIGNING_KEY_INVALID public key: ')
    expect(run.stderr).not.toContain('c2VjcmV0')
    expect(github.requests).toEqual([])
  })
})

describe('--write', () => {
  test('makes the user’s nix.conf, from which Nix substitutes with signatures required', async () => {
    const run = await use(['alice/store', '--write', '--trusted-keys', publicKey])
    expect(run).toMatchObject({
      failure: '',
      stdout: `${conf} now names alice/store.\n`
    })
    expect(readFileSync(conf, 'utf8')).toBe(linesOf('alice/store'))
    const library = pathOf('lib-2.0')
    const read = await substitute([library])
    expect(read).toMatchObject({ failure: '', found: library })
  })

  test('a second time changes nothing, and a second cache joins the lines', async () => {
    await use(['alice/store', '--write'], { cwd: checkout })
    const again = await use(['alice/store', '--write'], { cwd: checkout })
    expect(again.stdout).toBe(`${conf} is unchanged: it names alice/store already.\n`)
    const second = await use(['alice/second', '--write', '--json'], { cwd: checkout })
    expect(JSON.parse(second.stdout)).toMatchObject({
      written: { file: conf, changed: true },
      'user-trusted': true
    })
    expect(readFileSync(conf, 'utf8')).toBe(
      `extra-substituters = ${github.substituterUrl('alice/store', 'main')} ${github.substituterUrl('alice/second', 'main')}\n` +
        `extra-trusted-public-keys = ${publicKey} ${publicKeyText(otherKey)}\n`
    )
    const paths = [pathOf('lib-2.0'), pathOf('data-3.0')]
    expect(await substitute(paths)).toMatchObject({ failure: '' })
  })

  test('the wrong key is told, and Nix takes nothing', async () => {
    const wrong = publicKeyText(newKey('store-1'))
    const run = await use(['alice/store', '--write', '--trusted-keys', wrong])
    expect(run.stderr).toContain('names none of the keys of `--trusted-keys`')
    const read = await substitute([pathOf('lib-2.0')])
    expect(read.status).not.toBe(0)
    expect(read.found).toBe('')
  })

  test.each(['alice/store', 'alice/unsigned'])(
    'on the word of a catalogue alone: %s is refused',
    async (name) => {
      const cwd = name === 'alice/unsigned' ? checkout : folder
      const run = await use([name, '--write'], { cwd })
      expect(run).toMatchObject({ status: 1, stdout: '' })
      expect(run.stderr).toContain(`error: KEYS_UNTRUSTED ${name}: `)
      expect(readdirSync(folder)).not.toContain('home')
    }
  )

  test('goes to the file that is named, and only as nix.conf', async () => {
    const file = join(folder, 'mine.conf')
    const run = await use(['alice/store', '--write', '--file', 'mine.conf'], { cwd: checkout })
    expect(run.failure).toBe('')
    expect(readFileSync(join(checkout, 'mine.conf'), 'utf8')).toBe(linesOf('alice/store'))
    expect((await use(['alice/store', '--file', file])).stderr).toContain(
      'option --file: it is for --write'
    )
    expect((await use(['alice/store', '--write', '--for', 'nixos'])).stderr).toContain(
      'options --for and --write: only nix.conf is written'
    )
  })

  test('the first file of NIX_USER_CONF_FILES is the user’s', async () => {
    const first = join(folder, 'first.conf')
    const env = { NIX_USER_CONF_FILES: `${first}:${conf}` }
    await use(['alice/store', '--write'], { cwd: checkout, env })
    expect(readFileSync(first, 'utf8')).toBe(linesOf('alice/store'))
  })

  test('a machine without Nix is told so', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    // The command line is started by its own first line.
    symlinkSync(process.execPath, join(bin, 'node'))
    const run = await use(['alice/store', '--write', '--trusted-keys', publicKey], {
      env: { PATH: bin }
    })
    expect(run.stdout).toBe(`${conf} now names alice/store. There is no Nix in PATH to read it.\n`)
  })
})

describe('a private cache', () => {
  test('is told with the netrc, and never the token', async () => {
    const env = { GH_TOKEN: 'writer-token' }
    const run = await use(['alice/private'], { cwd: checkout, env })
    const { hostname } = new URL(github.serverUrl)
    // Its README names another host: the reader's token is for this one.
    expect(run).toMatchObject({ failure: '', stdout: linesOf('alice/private') })
    expect(run.stderr).toContain(
      `/etc/nix/netrc needs (TOKEN is a fine-grained one with “Contents: read” on the cache): machine ${hostname} login x-access-token password TOKEN\n`
    )
    expect(run.stdout + run.stderr).not.toContain('writer-token')
    const steps = await use(['alice/private', '--for', 'github'], { cwd: checkout, env })
    expect(steps.stdout).toContain('    mode: use\n    target-repository: alice/private\n')
  })

  test('at a host that its token is not for has no netrc, and that is said', async () => {
    const run = await use(
      ['alice/private', '--json', '--substituter-url', 'https://elsewhere.example'],
      { cwd: checkout, env: { GH_TOKEN: 'writer-token' } }
    )
    expect(JSON.parse(run.stdout)).toMatchObject({
      netrc: null,
      warnings: [expect.stringContaining('its token is not given to elsewhere.example')]
    })
  })

  test('is not found without a token', async () => {
    const run = await use(['alice/private'])
    expect(run.stderr).toContain('error: REPOSITORY_NOT_FOUND')
  })
})
