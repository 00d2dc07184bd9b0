import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSecretKey, publicKeyText } from '../src/binary-cache/signature.ts'
import { readEnvironment } from '../src/environment.ts'
import { NarPublishError } from '../src/errors.ts'
import { parseInputs } from '../src/inputs.ts'
import type { PublishInputs } from '../src/publish/inputs.ts'
import { otherSecret } from './publish/support.ts'

// nix-store --generate-binary-cache-key test-only-1 secret public
const secretKey =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='

const folder = mkdtempSync(join(tmpdir(), 'inputs-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type OneJobInputs = Extract<PublishInputs, { phase: 'all' }>

function inputsOf(
  inputs: Record<string, string>,
  env: Record<string, string> = {}
): { inputs: OneJobInputs; masked: string[] } {
  const masked: string[] = []
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: '/work',
    ...env,
    ...Object.fromEntries(
      Object.entries({ 'flake-attribute': '.#hello', token: 'tok', ...inputs }).map(
        ([name, value]) => [`INPUT_${name.toUpperCase()}`, value]
      )
    )
  })
  const parsed = parseInputs(environment, (secret) => masked.push(secret))
  if (parsed.mode !== 'publish' || parsed.phase !== 'all') throw new Error('a publish of one job')
  return { inputs: parsed, masked }
}

function errorOf(inputs: Record<string, string>): NarPublishError {
  try {
    inputsOf(inputs)
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
  throw new Error('no error')
}

describe('defaults', () => {
  test('are those of action.yml', () => {
    expect(inputsOf({}).inputs).toMatchObject({
      mode: 'publish',
      installables: ['.#hello'],
      paths: [],
      systems: { source: 'runner' },
      target: { kind: 'github', owner: 'alice', repo: 'project' },
      branch: { value: 'nix-cache', source: 'default' },
      signingKeys: [],
      compression: 'zstd',
      compressionLevel: 3,
      closure: 'binary',
      upstreamKeys: ['cache.nixos.org-1'],
      exclude: [],
      verify: 'substitute',
      failOnEmpty: false,
      sizeBudget: 8e9,
      dryRun: false,
      substituterUrl: 'auto'
    })
  })

  test('leave the branch of another repository to that repository', () => {
    expect(inputsOf({ 'target-repository': 'alice/binstore' }).inputs.branch).toEqual({
      value: null,
      source: 'default'
    })
  })

  test('know the own repository whatever the case it is written in', () => {
    expect(inputsOf({ 'target-repository': 'Alice/Project' }).inputs.branch.value).toBe('nix-cache')
  })
})

describe('what to publish', () => {
  test('replaces {system} by each system, once for each result', () => {
    expect(
      inputsOf({
        'flake-attribute': '.#packages.{system}.a\n\n  .#b \n.#b\n',
        systems: 'x86_64-linux aarch64-linux'
      }).inputs
    ).toMatchObject({
      installables: ['.#packages.x86_64-linux.a', '.#packages.aarch64-linux.a', '.#b']
    })
  })

  test('takes store paths among the attributes as paths', () => {
    const path = `/nix/store/${'0'.repeat(32)}-hello-1`
    expect(inputsOf({ 'flake-attribute': path, paths: './result' }).inputs).toMatchObject({
      installables: [],
      paths: ['./result', path]
    })
  })
})

describe('target-repository', () => {
  test.each([
    ['o/r', 'o', 'r'],
    ['https://github.com/o/r', 'o', 'r'],
    ['https://github.com/o/r.git', 'o', 'r'],
    ['https://GitHub.com/o/r.nix/', 'o', 'r.nix'],
    ['git@github.com:o/r.git', 'o', 'r'],
    ['ssh://git@github.com/o/r.git', 'o', 'r']
  ])('%s is %s/%s', (text, owner, repo) => {
    expect(inputsOf({ 'target-repository': text }).inputs.target).toEqual({
      kind: 'github',
      owner,
      repo
    })
  })

  test('takes a repository of the Enterprise server that the workflow runs on', () => {
    expect(
      inputsOf(
        { 'target-repository': 'http://ghe.example:8080/o/r' },
        { GITHUB_SERVER_URL: 'http://ghe.example:8080' }
      ).inputs.target
    ).toEqual({ kind: 'github', owner: 'o', repo: 'r' })
  })

  test.each([
    'r',
    'o/r/x',
    'o/..',
    'o/r?x=y',
    'o /r',
    '-o/r',
    'o/$(id)',
    'https://github.com/o',
    'https://github.com@evil.example/o/r',
    'https://user@gitlab.com/o/r',
    'https://gitlab.com/o/r?x=y',
    'git://gitlab.com/o/r',
    'ext::sh -c id',
    'ext://sh',
    'git@-oProxyCommand=id:o/r.git',
    '-oProxyCommand=id:o/r.git',
    'ssh://-oProxyCommand=id/o/r',
    'o\u0007x'
  ])('refuses %s', (text) => {
    expect(errorOf({ 'target-repository': text }).code).toBe('REPOSITORY_INVALID')
  })

  test.each([
    ['https://gitlab.com/o/group/r.git', 'https://gitlab.com/o/group/r.git'],
    ['http://git.local:8080/r', 'http://git.local:8080/r'],
    ['ssh://git@git.example:2222/srv/store.git', 'ssh://git@git.example:2222/srv/store.git'],
    ['git@gitlab.com:o/r.git', 'git@gitlab.com:o/r.git'],
    ['alias:store.git', 'alias:store.git'],
    ['file:///srv/store.git', 'file:///srv/store.git'],
    ['/srv/git/store.git', '/srv/git/store.git'],
    ['./store.git', '/work/store.git'],
    ['../store.git', '/store.git']
  ])('%s is another Git repository, which needs no token and gets none', (text, url) => {
    const { inputs } = inputsOf({ 'target-repository': text })
    expect(inputs).toMatchObject({
      target: { kind: 'git', url },
      branch: { value: null, source: 'default' },
      route: 'auto',
      token: ''
    })
    expect(inputsOf({ 'target-repository': text, token: '' }).inputs.token).toBe('')
  })

  test('never prints a password that stands in the address', () => {
    const error = errorOf({ 'target-repository': 'https://user:hunter2@github.com/o/r' })
    expect(error.code).toBe('REPOSITORY_INVALID')
    expect(error.message).not.toContain('hunter2')
  })
})

describe('each wrong value has its code and is named', () => {
  test.each<[Record<string, string>, string, string]>([
    [{ mode: 'publsh' }, 'MODE_UNKNOWN', 'publsh'],
    [{ route: 'git' }, 'INPUT_INVALID', 'route'],
    [{ route: 'api', 'target-repository': '/srv/x.git' }, 'INPUT_INVALID', 'route'],
    [{ 'flake-attribute': '' }, 'INPUT_MISSING', 'flake-attribute'],
    [{ subflake: 'ROOT' }, 'INPUT_INVALID', 'om-results'],
    [{ 'pin-prefix': 'main' }, 'INPUT_INVALID', 'om-results'],
    [{ pin: 'main' }, 'INPUT_INVALID', 'name=path'],
    [{ pin: '=./result' }, 'INPUT_INVALID', 'name=path'],
    [{ pin: 'main=' }, 'INPUT_INVALID', 'name=path'],
    [{ pin: 'main=./a\nmain=./b' }, 'INPUT_INVALID', './a'],
    [{ pin: `${'x'.repeat(1001)}=./a` }, 'PIN_NAME_INVALID', 'has 1001 bytes'],
    [{ pin: 'main=./a', unpin: 'main' }, 'INPUT_INVALID', 'unpin'],
    [{ unpin: 'x'.repeat(1001) }, 'PIN_NAME_INVALID', 'has 1001 bytes'],
    [{ 'dry-run': 'yes' }, 'INPUT_INVALID', 'dry-run'],
    [{ 'fail-on-empty': '1' }, 'INPUT_INVALID', 'fail-on-empty'],
    [{ compression: 'gzip' }, 'INPUT_INVALID', 'compression'],
    [{ 'compression-level': '20' }, 'INPUT_INVALID', 'compression-level'],
    [{ 'compression-level': 'high' }, 'INPUT_INVALID', 'compression-level'],
    [{ 'compression-level': '1', compression: 'none' }, 'INPUT_INVALID', 'compression-level'],
    [{ closure: 'everything' }, 'INPUT_INVALID', 'closure'],
    [{ verify: 'maybe' }, 'INPUT_INVALID', 'verify'],
    [{ exclude: 'ok\n(' }, 'REGEX_INVALID', '"("'],
    [{ systems: 'x86_64-linux mars' }, 'SYSTEM_UNKNOWN', 'mars'],
    [{ 'upstream-keys': 'cache.nixos.org-1:6NCH' }, 'INPUT_INVALID', 'upstream-keys'],
    [{ 'target-branch': 'a..b' }, 'BRANCH_INVALID', 'a..b'],
    [{ 'target-branch': '-x' }, 'BRANCH_INVALID', '-x'],
    [{ 'target-branch': 'refs/tags/v1' }, 'BRANCH_INVALID', 'something else than a branch'],
    [{ 'target-branch': 'refs/pull/1/head' }, 'BRANCH_INVALID', 'something else than a branch'],
    [{ 'target-branch': 'refs/remotes/origin/main' }, 'BRANCH_INVALID', 'refs/remotes'],
    [{ 'target-branch': 'refs/heads/refs/heads/main' }, 'BRANCH_INVALID', 'refs/heads/refs'],
    [{ 'target-branch': 'refs/heads/' }, 'BRANCH_INVALID', 'refs/heads/'],
    [{ 'substituter-url': 'ftp://x' }, 'INPUT_INVALID', 'substituter-url'],
    [{ 'substituter-url': 'Pages' }, 'INPUT_INVALID', 'substituter-url'],
    [
      { 'substituter-url': 'pages', 'target-repository': '/srv/store.git' },
      'INPUT_INVALID',
      'substituter-url'
    ],
    [
      { 'substituter-url': 'raw', 'target-repository': '/srv/store.git' },
      'INPUT_INVALID',
      'substituter-url'
    ],
    [{ 'substituter-url': "https://x/'; rm" }, 'INPUT_INVALID', 'substituter-url'],
    [{ token: '' }, 'TOKEN_MISSING', 'token'],
    [{ token: 'ghp_a\nghp_b' }, 'INPUT_INVALID', 'token'],
    [{ token: 'ghp_a…' }, 'INPUT_INVALID', 'token']
  ])('%j is %s', (inputs, code, named) => {
    const error = errorOf(inputs)
    expect(error.code).toBe(code)
    expect(error.message).toContain(named)
  })

  test('True and FALSE are booleans', () => {
    expect(inputsOf({ 'dry-run': 'True', 'fail-on-empty': 'FALSE' }).inputs).toMatchObject({
      dryRun: true,
      failOnEmpty: false,
      sizeBudget: 8e9
    })
  })
})

test('a token that is empty because the job runs for a fork says so', () => {
  const event = join(folder, 'event.json')
  const repo = (name: string): object => ({ repo: { full_name: name } })
  writeFileSync(
    event,
    JSON.stringify({ pull_request: { head: repo('bob/project'), base: repo('alice/project') } })
  )
  expect(() =>
    inputsOf({ token: '' }, { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event })
  ).toThrow(/TOKEN_MISSING.*from a fork.*github\.token/)
})

describe('signing-key', () => {
  test('is taken as text or from a file, and each secret part is masked', () => {
    const file = join(folder, 'secret')
    writeFileSync(file, `${secretKey}\n`)
    for (const value of [secretKey, file]) {
      const { inputs, masked } = inputsOf({ 'signing-key': value })
      expect(inputs.signingKeys.map(publicKeyText)).toEqual([
        publicKeyText(parseSecretKey(secretKey))
      ])
      expect(masked).toContain(secretKey)
      expect(masked).toContain(secretKey.split(':')[1])
    }
  })

  test('takes several, one a line, from text and files, and masks each by itself', () => {
    const file = join(folder, 'secrets')
    writeFileSync(file, `${otherSecret}\r\n\n${secretKey}\n`)
    for (const value of [file, `${otherSecret}\n  ${secretKey}\n`, `${otherSecret}\n${file}`]) {
      const { inputs, masked } = inputsOf({ 'signing-key': value })
      expect(inputs.signingKeys.map(({ name }) => name)).toEqual(['test-only-2', 'test-only-1'])
      for (const secret of [secretKey, otherSecret]) {
        expect(masked).toContain(secret)
        expect(masked).toContain(secret.split(':')[1])
      }
    }
  })

  test('refuses two keys of one name, which no reader could tell apart', () => {
    const renamed = otherSecret.replace('test-only-2', 'test-only-1')
    const error = errorOf({ 'signing-key': `${secretKey}\n${renamed}` })
    expect(error).toMatchObject({ code: 'SIGNING_KEY_INVALID', subject: 'input signing-key' })
    expect(error.reason).toContain('"test-only-1"')
  })

  test('masks before anything can fail', () => {
    const masked: string[] = []
    const environment = readEnvironment({
      INPUT_MODE: 'nonsense',
      INPUT_TOKEN: 'tok',
      'INPUT_SIGNING-KEY': secretKey
    })
    expect(() => parseInputs(environment, (secret) => masked.push(secret))).toThrow('MODE_UNKNOWN')
    const asGitSendsIt = Buffer.from('x-access-token:tok').toString('base64')
    expect(masked).toEqual(['tok', asGitSendsIt, secretKey, secretKey.split(':')[1]])
  })

  test.each(['nonsense', '/no/such/file', secretKey.slice(0, -20), 'test-only-1:AAAA'])(
    'refuses %s without repeating it',
    (value) => {
      const error = errorOf({ 'signing-key': value })
      expect(error.code).toBe('SIGNING_KEY_INVALID')
      expect(error.message).not.toContain(value)
    }
  )
})
