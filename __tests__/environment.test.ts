import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { forgetInputs, readEnvironment } from '../src/environment.ts'
import { passedOn } from '../src/passed-on.ts'

describe('the environment of child processes', () => {
  const kept = {
    PATH: '/bin',
    HOME: '/home/runner',
    NIX_CONFIG: 'sandbox = false',
    NIX_SSHOPTS: '-p 22',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: '/tmp',
    http_proxy: 'http://proxy:1',
    LC_TIME: 'C',
    GIT_SSH_COMMAND: 'ssh -v',
    NIX_PATH: 'nixpkgs=/n'
  }

  test.each([
    'INPUT_TOKEN',
    'INPUT_SIGNING-KEY',
    'INPUT_FLAKE-ATTRIBUTE',
    'STATE_scratch',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'GITHUB_PATH',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'ACTIONS_RESULTS_URL',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'GIT_TOKEN',
    'NIX_SIGNING_KEY',
    'NODE_AUTH_TOKEN',
    'DEPLOY_KEY',
    'XPATH'
  ])('lacks %s', (name) => {
    expect(readEnvironment({ ...kept, [name]: 'secret' }).childEnvironment).toEqual(kept)
  })
})

test('inputs are gone from the environment once they are forgotten, and nothing else is', () => {
  const env = { 'INPUT_SIGNING-KEY': 'k', INPUT_TOKEN: 't', PATH: '/bin', MY_INPUT_FILE: 'x' }
  forgetInputs(env)
  expect(env).toEqual({ PATH: '/bin', MY_INPUT_FILE: 'x' })
})

test.each<[string, Parameters<typeof passedOn>[1], boolean]>([
  ['NIX_CONFIG', 'nix', true],
  ['NIX_CONFIG', 'git', false],
  ['AWS_SECRET_ACCESS_KEY', 'nix', true],
  ['AWS_SECRET_ACCESS_KEY', 'program', false],
  // By a role of the machine, as a runner in ECS has.
  ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'nix', true],
  // Of nixpkgs' fetchers, where Nix has no daemon.
  ['NIX_NPM_TOKENS', 'nix', true],
  ['NIX_GITHUB_PRIVATE_PASSWORD', 'nix', true],
  ['NIX_WORK_GITHUB_PRIVATE_USERNAME', 'nix', true],
  ['NIX_GITHUB_PRIVATE_PASSWORD', 'program', false],
  ['NIX_MIRRORS_gnu', 'nix', true],
  ['GOPROXY', 'nix', true],
  ['GC_INITIAL_HEAP_SIZE', 'nix', true],
  // Node itself is started anew, on NixOS by nix-ld.
  ['NIX_LD', 'node', true],
  ['NIX_LD_LIBRARY_PATH', 'program', true],
  // Of credential helpers.
  ['WSL_INTEROP', 'git', true],
  ['DBUS_SESSION_BUS_ADDRESS', 'git', true],
  ['GNUPGHOME', 'nix', true],
  ['GNUPGHOME', 'program', false],
  ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'nix', true],
  ['AWS_CONTAINER_AUTHORIZATION_TOKEN', 'git', false],
  ['SSH_AUTH_SOCK', 'git', true],
  ['SSH_AUTH_SOCK', 'program', false],
  ['GIT_CONFIG_VALUE_0', 'program', false],
  ['GNUPGHOME', 'git', true],
  ['VSCODE_GIT_ASKPASS_MAIN', 'git', true],
  ['VSCODE_GIT_IPC_AUTH_TOKEN', 'program', false],
  ['NIX_LD_LIBRARY_PATH', 'node', true],
  ['NSS_WRAPPER_PASSWD', 'git', true],
  ['LD_PRELOAD', 'node', true],
  ['OPENSSL_CONF', 'node', true],
  ['NODE_EXTRA_CA_CERTS', 'node', true],
  ['NODE_EXTRA_CA_CERTS', 'nix', false]
])('whether %s is for %s: %s', (name, kind, isFor) => {
  expect(passedOn({ [name]: 'x', PATH: '/bin', EMPTY: undefined }, kind)).toEqual({
    PATH: '/bin',
    ...(isFor ? { [name]: 'x' } : {})
  })
})

describe('a pull request from a fork', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'event-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  function isFork(eventName: string, payload: string | null): boolean {
    const path = join(folder, 'event.json')
    if (payload === null) rmSync(path, { force: true })
    else writeFileSync(path, payload)
    return readEnvironment({ GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: path })
      .isForkPullRequest
  }

  function pullRequest(head: string | null): string {
    const repo = head === null ? null : { full_name: head, private: false }
    return JSON.stringify({
      number: 7,
      pull_request: { head: { ref: 'x', repo }, base: { repo: { full_name: 'o/r' } } }
    })
  }

  test.each<[string, string, string | null, boolean]>([
    ['of another repository', 'pull_request', pullRequest('mallory/r'), true],
    ['whose repository was deleted', 'pull_request', pullRequest(null), true],
    ['of this repository is none', 'pull_request', pullRequest('o/r'), false],
    ['that is reviewed', 'pull_request_review', pullRequest('mallory/r'), true],
    ['of which a line is reviewed', 'pull_request_review_comment', pullRequest('m/r'), true],
    ['with the base’s token is none', 'pull_request_target', pullRequest('mallory/r'), false],
    ['is no push', 'push', pullRequest('mallory/r'), false],
    ['cannot be told from a broken payload', 'pull_request', '{"pull_request":', false],
    ['cannot be told from another payload', 'pull_request', '{"pull_request":{"head":1}}', false],
    ['cannot be told without a payload', 'pull_request', null, false]
  ])('%s', (_name, eventName, payload, expected) => {
    expect(isFork(eventName, payload)).toBe(expected)
  })

  test('is not asked for outside of GitHub Actions', () => {
    expect(readEnvironment({}).isForkPullRequest).toBe(false)
  })
})

describe('what the runner says', () => {
  test('is read without slashes at the ends of addresses', () => {
    expect(
      readEnvironment({
        GITHUB_SERVER_URL: 'https://ghe.example:8443/',
        GITHUB_API_URL: 'https://ghe.example:8443/api/v3/',
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_RUN_ID: '7',
        GITHUB_SHA: 'abc',
        GITHUB_WORKSPACE: '/work',
        RUNNER_TEMP: '/temp',
        STATE_scratch: '/temp/x'
      })
    ).toMatchObject({
      serverUrl: 'https://ghe.example:8443',
      apiUrl: 'https://ghe.example:8443/api/v3',
      runUrl: 'https://ghe.example:8443/o/r/actions/runs/7',
      repository: 'o/r',
      revision: 'abc',
      workspace: '/work',
      scratchParent: '/temp'
    })
  })

  test.each([
    ['https://github.com', 'https://api.github.com'],
    ['https://octocorp.ghe.com', 'https://api.octocorp.ghe.com'],
    ['https://ghe.example:8443/', 'https://ghe.example:8443/api/v3'],
    ['https://evil-ghe.com', 'https://evil-ghe.com/api/v3']
  ])('lets %s alone name its API', (serverUrl, apiUrl) => {
    expect(readEnvironment({ GITHUB_SERVER_URL: serverUrl }).apiUrl).toBe(apiUrl)
  })

  test('has github.com and the machine’s own folders as defaults', () => {
    const environment = readEnvironment({})
    expect(environment).toMatchObject({
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      repository: null,
      revision: null,
      runUrl: null,
      workspace: process.cwd(),
      scratchParent: tmpdir()
    })
    expect(environment.state('scratch')).toBe('')
  })

  test('finds inputs under the runner’s names for them, trimmed', () => {
    const environment = readEnvironment({ 'INPUT_SIGNING-KEY': ' k\n', INPUT_A_B: 'c' })
    expect(environment.input('signing-key')).toBe('k')
    expect(environment.input('a b')).toBe('c')
    expect(environment.input('absent')).toBe('')
  })
})

test('the runner’s system is what Nix calls this machine', () => {
  const cpu = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as 'x64' | 'arm64']
  expect(readEnvironment({}).runnerSystem).toBe(`${cpu}-${process.platform}`)
})
