/** A job that only reads: `mode: use`, a later step's Nix, and the post step. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { removeFolder } from '../../src/scratch.ts'
import { newKey, pathOf, soundStore } from '../doctor/fixture.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { output, runProgram, type ProgramResult } from '../support/program.ts'
import { queueJob, type QueueJob } from '../support/queue-job.ts'
import { readCommandFile } from '../support/runner.ts'

const key = newKey('store-1')
const publicKey = publicKeyText(key)
const token = 'reader-token-of-alice'
/** Without `substituters`, which would go before what a file says. */
const plainNix = [
  'experimental-features = nix-command',
  'sandbox = false',
  'build-users-group ='
].join('\n')

let folder: string
let github: GitHubServer
/** What the job's Nix read before: no network, and a setting to know it by. */
let before: string
let job: QueueJob | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-use-'))
  github = await startGitHub({
    repositories: [
      { name: 'alice/project' },
      { name: 'alice/empty' },
      { name: 'alice/private', private: true },
      { name: 'bob/store' }
    ],
    tokens: { [token]: { login: 'alice', access: 'read' } }
  })
  for (const [name, branch] of [
    ['alice/project', 'nix-cache'],
    ['alice/private', 'main'],
    ['bob/store', 'main']
  ] as const) {
    const { files } = await soundStore(key, {
      substituterUrl: github.substituterUrl(name, branch),
      servedBy: 'raw',
      login: null,
      repository: name,
      branch,
      webUrl: (path) => path
    })
    await github.commitFiles(name, branch, Object.fromEntries(files), 'store')
  }
  before = join(folder, 'before.conf')
  writeFileSync(before, 'substituters =\nmax-silent-time = 1234\n')
})

afterEach(async () => {
  await job?.close()
  job = undefined
})

afterAll(async () => {
  await github.close()
  removeFolder(folder)
})

function use(inputs: Record<string, string>, env: Record<string, string> = {}): QueueJob {
  job = queueJob({
    github,
    inputs: { mode: 'use', token, ...inputs },
    env: { NIX_CONFIG: plainNix, NIX_USER_CONF_FILES: before, ...env }
  })
  return job
}

const outputsOf = ({ folder: at }: QueueJob) => readCommandFile(join(at, 'output'))
const left = ({ folder: at }: QueueJob) => readdirSync(join(at, 'temp'))

/** A later step's Nix, with a store that has nothing: signatures are required, and nothing is built. */
async function laterStep(from: QueueJob): Promise<ProgramResult & { found: string }> {
  const root = mkdtempSync(join(folder, 'root-'))
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    XDG_CACHE_HOME: join(root, 'cache'),
    NIX_CONFIG: plainNix,
    NIX_USER_CONF_FILES: before,
    ...from.exported()
  }
  const store = ['--store', `local?root=${root}`]
  const args = ['build', ...store, '--no-link', '--max-jobs', '0', pathOf('lib-2.0')]
  const built = await runProgram('nix', args, { cwd: root, env })
  return {
    ...built,
    found: await output('nix', ['path-info', ...store, '--all'], { cwd: root, env })
  }
}

describe('its own repository’s cache, without any input', () => {
  test('is read by later steps, with signatures required; the post step takes the file away', async () => {
    const ours = use({})
    const main = await ours.main()
    expect(main).toMatchObject({ exitCode: 0 })
    expect(main.log).not.toContain('::warning')
    const substituter = github.substituterUrl('alice/project', 'nix-cache')
    expect(outputsOf(ours)).toEqual({ substituter, 'public-key': publicKey })
    expect(ours.summary()).toBe(
      `**alice/project** is read by the steps that follow, at \`${substituter}\`, signed by \`store-1\`: 1 key that the catalogue of alice/project names; it is taken at its word, as alice/project is of the same owner.\n\n`
    )
    const [conf = '', ...others] = (ours.exported()['NIX_USER_CONF_FILES'] ?? '').split(':')
    expect(others).toEqual([before])
    expect(readFileSync(conf, 'utf8')).toBe(
      `extra-substituters = ${substituter}\nextra-trusted-public-keys = ${publicKey}\n`
    )
    expect(await laterStep(ours)).toMatchObject({ failure: '', found: pathOf('lib-2.0') })
    const settings = await output('nix', ['show-config'], {
      env: { PATH: process.env['PATH'], NIX_CONFIG: plainNix, ...ours.exported() }
    })
    expect(settings).toContain('\nmax-silent-time = 1234\n')
    expect(await ours.post()).toMatchObject({ exitCode: 0, log: '' })
    expect(left(ours)).toEqual([])
    // A file that is gone is passed over.
    expect((await laterStep(ours)).stderr).not.toContain('nix.conf')
  })

  test('that is not there yet is a warning, and nothing changes', async () => {
    const ours = use({ 'target-branch': 'first-run' })
    const main = await ours.main()
    expect(main).toMatchObject({ exitCode: 0 })
    expect(main.log).toContain(
      '::warning::alice/project, branch "first-run": there is no cache yet. The steps that follow build what they need.'
    )
    expect(outputsOf(ours)).toEqual({ substituter: '', 'public-key': '' })
    expect(ours.exported()).toEqual({})
    expect(ours.summary()).toContain('**No cache yet**: alice/project, branch ')
    expect(await ours.post()).toMatchObject({ exitCode: 0 })
    expect(left(ours)).toEqual([])
  })
})

describe('a private cache', () => {
  test('is read with a netrc of the job’s own, which keeps what was there and goes at the end', async () => {
    const netrc = join(folder, 'netrc')
    writeFileSync(netrc, 'machine other.example login x password y\n')
    const conf = join(folder, 'netrc.conf')
    writeFileSync(conf, `substituters =\nnetrc-file = ${netrc}\n`)
    const ours = use({ 'target-repository': 'alice/private' }, { NIX_USER_CONF_FILES: conf })
    const main = await ours.main()
    expect(main).toMatchObject({ exitCode: 0 })
    expect(main.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(token)
    const [file = ''] = (ours.exported()['NIX_USER_CONF_FILES'] ?? '').split(':')
    const made = /^netrc-file = (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
    expect(readFileSync(made, 'utf8')).toBe(
      `machine ${new URL(github.serverUrl).hostname} login x-access-token password ${token}\nmachine other.example login x password y\n`
    )
    expect(statSync(made).mode & 0o777).toBe(0o600)
    expect(await laterStep(ours)).toMatchObject({ failure: '', found: pathOf('lib-2.0') })
    expect(await ours.post()).toMatchObject({ exitCode: 0 })
    expect(left(ours)).toEqual([])
  })

  test('is not read with another token', async () => {
    const ours = use({ 'target-repository': 'alice/private', token: '' })
    expect((await ours.main()).log).toContain('::error::REPOSITORY_NOT_FOUND alice/private')
  })
})

describe('another owner’s cache', () => {
  test('is refused without its keys', async () => {
    const ours = use({ 'target-repository': 'bob/store' })
    const main = await ours.main()
    expect(main.exitCode).toBe(1)
    expect(main.log).toContain(
      '::error::KEYS_UNTRUSTED bob/store: its catalogue names store-1, for which nobody has vouched. '
    )
    expect(ours.exported()).toEqual({})
    await ours.post()
    expect(left(ours)).toEqual([])
  })

  test('is read with them, at the address that is given', async () => {
    const ours = use({
      'target-repository': 'bob/store',
      'trusted-keys': publicKey,
      'substituter-url': `${github.serverUrl}/bob/store/raw/refs/heads/main/`
    })
    expect(await ours.main()).toMatchObject({ exitCode: 0 })
    expect(outputsOf(ours)).toMatchObject({
      substituter: `${github.serverUrl}/bob/store/raw/refs/heads/main`
    })
    expect(await laterStep(ours)).toMatchObject({ failure: '', found: pathOf('lib-2.0') })
  })

  test('under another key gives later steps nothing', async () => {
    const ours = use({
      'target-repository': 'bob/store',
      'trusted-keys': publicKeyText(newKey('store-1'))
    })
    expect((await ours.main()).log).toContain('::warning::The catalogue of bob/store names none')
    expect(await laterStep(ours)).toMatchObject({ found: '' })
  })
})

describe('what the job’s Nix says', () => {
  test('a setting that goes before the cache’s is told', async () => {
    const ours = use({}, { NIX_CONFIG: `${plainNix}\nsubstituters =` })
    const main = await ours.main()
    expect(main).toMatchObject({ exitCode: 0 })
    expect(main.log).toContain('::warning::Another setting of this job goes before the cache’s: ')
  })

  test('a job whose Nix is installed later gets the file all the same', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const ours = use({}, { PATH: bin })
    const main = await ours.main()
    expect(main).toMatchObject({ exitCode: 0 })
    expect(main.log).toContain('Nix is not installed yet; it reads the settings when it is.')
    expect(ours.exported()['NIX_USER_CONF_FILES']).toContain(before)
  })
})
