import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { NarPublishError } from '../../src/errors.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import {
  isMany,
  ofOne,
  parseSyncInputs,
  type SyncDestination,
  type SyncInputs
} from '../../src/sync/inputs.ts'

let workspace: string

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nar-publish-inputs-'))
  mkdirSync(join(workspace, 'nixpkgs'))
})

afterAll(() => {
  rmSync(workspace, { recursive: true })
})

interface Given {
  inputs?: Record<string, string>
  env?: Record<string, string>
  event?: unknown
  destination?: SyncDestination['kind']
}

function parse({ inputs = {}, env = {}, event, destination }: Given): SyncInputs {
  const payload = join(workspace, 'event.json')
  if (event !== undefined) writeFileSync(payload, JSON.stringify(event))
  const given = { package: '.#infer', version: '1.2.3', token: 'tok', ...inputs }
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_WORKSPACE: workspace,
    ...(event === undefined ? {} : { GITHUB_EVENT_PATH: payload }),
    ...env,
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  return ofOne(
    parseSyncInputs(
      environment,
      readSecrets(environment, () => undefined),
      destination
    )
  )
}

/** Of a phase that works something out. */
function work(given: Given) {
  const inputs = parse(given)
  if (inputs.phase !== 'all' && inputs.phase !== 'compute')
    throw new Error('phase commit has no work')
  return inputs.work
}

function pullRequest(inputs: Record<string, string>) {
  const parsed = parse({ inputs })
  if (parsed.phase !== 'all' || parsed.destination.kind !== 'pull-request') {
    throw new Error('no pull request')
  }
  return parsed.destination
}

function errorOf(given: Given): NarPublishError {
  try {
    parse(given)
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
  throw new Error('no error')
}

const codeOf = (given: Given): string => errorOf(given).code

describe('defaults', () => {
  test('of a job: everything in one, a pull request in the own repository', () => {
    expect(parse({})).toEqual({
      mode: 'version-sync',
      phase: 'all',
      work: {
        package: { kind: 'flake', text: '.#infer', folder: '.', attribute: 'infer' },
        nixpkgs: null,
        version: { kind: 'given', text: '1.2.3', source: 'input' },
        tagPrefix: '',
        versionRegex: null,
        allowDowngrade: false,
        allowSameSource: false,
        keepPlaces: [],
        systems: { value: null, source: 'default' },
        formatter: 'none',
        build: true,
        beforeHash: null,
        updateScript: false,
        smokeTest: null,
        token: 'tok'
      },
      destination: {
        kind: 'pull-request',
        token: 'tok',
        upstream: { owner: 'alice', repo: 'project' },
        fork: null,
        base: null,
        branch: null,
        title: null,
        labels: [],
        reviewers: [],
        draft: false
      },
      dryRun: false
    })
  })

  test('are the same when action.yml’s own defaults are given', () => {
    const defaults = { formatter: 'none', build: 'true', draft: 'false', 'dry-run': 'false' }
    expect(parse({ inputs: defaults })).toEqual(parse({}))
  })

  test('of a terminal: the checkout, without a token', () => {
    expect(parse({ inputs: { token: '' }, destination: 'checkout' })).toMatchObject({
      phase: 'all',
      destination: { kind: 'checkout' },
      work: { token: '' }
    })
  })
})

describe('version', () => {
  const release = (fields: object) => ({
    event: { action: 'published', release: { tag_name: 'v2.0.0', ...fields } },
    env: { GITHUB_EVENT_NAME: 'release' },
    inputs: { version: '' }
  })

  const pushedTag = (inputs: Record<string, string>) => ({
    inputs,
    env: {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REF_NAME: 'infer-3.0.0'
    }
  })

  test.each<[string, Given, unknown]>([
    ['keep', { inputs: { version: 'keep' } }, { kind: 'keep' }],
    ['latest', { inputs: { version: 'latest' } }, { kind: 'latest' }],
    [
      'a tag',
      { inputs: { version: 'v1.84.0' } },
      { kind: 'given', text: 'v1.84.0', source: 'input' }
    ],
    [
      'empty, in a run for a release',
      release({}),
      { kind: 'given', text: 'v2.0.0', source: 'release' }
    ],
    [
      'empty, in a run for a pushed tag',
      pushedTag({ version: '', 'tag-prefix': 'infer-' }),
      { kind: 'given', text: 'infer-3.0.0', source: 'release' }
    ],
    [
      'given, in a run for a release',
      { ...release({}), inputs: { version: '1.9.9' } },
      { kind: 'given', text: '1.9.9', source: 'input' }
    ]
  ])('%s', (_what, given, expected) => {
    expect(work(given).version).toEqual(expected)
  })

  test('of a tag with more than a version is judged by the package’s own form, later', () => {
    expect(work(pushedTag({ version: '' })).version).toMatchObject({ text: 'infer-3.0.0' })
    const other = { version: '', 'tag-prefix': 'cli-' }
    expect(codeOf(pushedTag(other))).toBe('VERSION_INVALID')
    const snapshot = { version: '', 'version-regex': '^snapshot-(.+)$' }
    expect(codeOf(pushedTag(snapshot))).toBe('VERSION_INVALID')
  })

  test.each([
    ['branch', null],
    ['branch:main', 'main'],
    ['branch:release/2.x', 'release/2.x'],
    ['branch:refs/heads/main', 'main']
  ])('%s is a branch', (version, name) => {
    expect(work({ inputs: { version } }).version).toEqual({ kind: 'branch', name })
  })

  test.each(['branch:', 'branch:-x', 'branch:a b', 'branch:a..b', 'branch:refs/tags/v1'])(
    '%j is none',
    (version) => {
      expect(codeOf({ inputs: { version } })).toBe('INPUT_INVALID')
    }
  )

  test('is found in tags by a prefix or by an expression, and not by both', () => {
    expect(work({ inputs: { 'version-regex': '^v(.+)$' } }).versionRegex).toBe('^v(.+)$')
    expect(codeOf({ inputs: { 'version-regex': '^v.+$' } })).toBe('REGEX_INVALID')
    const both = { 'version-regex': '^v(.+)$', 'tag-prefix': 'infer-' }
    expect(codeOf({ inputs: both })).toBe('INPUT_INVALID')
  })

  test.each<[string, Given]>([
    ['no event', { inputs: { version: '' } }],
    ['a draft, whose tag may not be there', release({ draft: true })],
    [
      'a branch that was pushed',
      {
        inputs: { version: '' },
        env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'v1' }
      }
    ],
    [
      'a run by hand on a tag',
      {
        inputs: { version: '' },
        env: {
          GITHUB_EVENT_NAME: 'workflow_dispatch',
          GITHUB_REF_TYPE: 'tag',
          GITHUB_REF_NAME: 'v1.0'
        }
      }
    ],
    ['a release without a tag', { ...release({}), event: { release: {} } }]
  ])('is missing: %s', (_what, given) => {
    expect(codeOf(given)).toBe('VERSION_MISSING')
  })

  test.each(['main', '$(id)', '1.0; rm -rf /', '../1.0', '-1.0', 'keep it'])(
    '%s is no version, and that is said before anything runs',
    (version) => {
      expect(codeOf({ inputs: { version } })).toBe('VERSION_INVALID')
    }
  )
})

describe('what is worked out', () => {
  test('takes everything that is given', () => {
    expect(
      work({
        inputs: {
          package: 'file:nix/infer.nix',
          nixpkgs: './nixpkgs',
          version: 'infer-v1.2.3',
          'tag-prefix': 'infer-',
          'allow-downgrade': 'true',
          'allow-same-source': 'true',
          'keep-places': ' nix/x.nix:3 \n\nfix-build.patch\n',
          systems: 'x86_64-linux\naarch64-linux x86_64-linux',
          formatter: 'nix fmt',
          'smoke-test': 'infer --name "a b" \'c d\''
        }
      })
    ).toMatchObject({
      package: { kind: 'file', path: 'nix/infer.nix' },
      nixpkgs: join(workspace, 'nixpkgs'),
      tagPrefix: 'infer-',
      allowDowngrade: true,
      allowSameSource: true,
      keepPlaces: ['nix/x.nix:3', 'fix-build.patch'],
      systems: { value: ['x86_64-linux', 'aarch64-linux'], source: 'input' },
      formatter: 'nix fmt',
      smokeTest: ['infer', '--name', 'a b', 'c d']
    })
  })

  test.each<[Record<string, string>, string, string[]]>([
    [{ package: '' }, 'INPUT_MISSING', ['package']],
    [{ package: 'github:o/r' }, 'PACKAGE_INVALID', ['github:o/r']],
    [{ formatter: 'prettier' }, 'INPUT_INVALID', ['formatter', '`alejandra`']],
    [{ systems: 'mars' }, 'SYSTEM_UNKNOWN', ['mars']],
    [{ build: 'no' }, 'INPUT_INVALID', ['build', '"no"']],
    [{ 'tag-prefix': 'a b' }, 'INPUT_INVALID', ['tag-prefix']],
    [{ 'tag-prefix': '-x' }, 'INPUT_INVALID', ['tag-prefix']],
    [{ nixpkgs: 'missing', package: 'file:a.nix' }, 'INPUT_INVALID', ['nixpkgs', '"missing"']],
    [{ nixpkgs: 'nixpkgs' }, 'INPUT_INVALID', ['nixpkgs', 'package']],
    [{ 'smoke-test': 'infer version', build: 'false' }, 'INPUT_INVALID', ['smoke-test', 'build']],
    [{ 'smoke-test': 'infer version | grep 1' }, 'INPUT_INVALID', ['smoke-test', '"|"', 'sh -c']],
    [{ 'smoke-test': 'infer\nversion' }, 'INPUT_INVALID', ['smoke-test', 'more than one line']],
    [{ 'smoke-test': "infer 'version" }, 'INPUT_INVALID', ['smoke-test', 'quote']],
    [{ 'before-hash': 'a && b' }, 'INPUT_INVALID', ['before-hash', '"&&"', 'sh -c']],
    [{ 'before-hash': 'a "b' }, 'INPUT_INVALID', ['before-hash', 'quote']],
    [{ 'smoke-test': "'' x" }, 'INPUT_INVALID', ['smoke-test', 'no program']],
    [{ phase: 'pack' }, 'INPUT_INVALID', ['phase', '"pack"', '`compute`']]
  ])('refuses %j', (inputs, code, words) => {
    const error = errorOf({ inputs })
    expect(error.code).toBe(code)
    for (const word of words) expect(error.message).toContain(word)
  })
})

describe('the pull request', () => {
  test('takes everything that is given', () => {
    expect(
      pullRequest({
        'target-repository': 'https://github.com/NixOS/nixpkgs.git',
        fork: 'alice/nixpkgs',
        base: 'master',
        branch: 'infer/update',
        title: 'infer: 1 → 2 | @all',
        labels: 'dependencies, good first issue\nDependencies\n nix ',
        reviewers: '@bob, carol_corp\nNixOS/go-team bob',
        draft: 'True'
      })
    ).toEqual({
      kind: 'pull-request',
      token: 'tok',
      upstream: { owner: 'NixOS', repo: 'nixpkgs' },
      fork: { owner: 'alice', repo: 'nixpkgs' },
      base: 'master',
      branch: 'infer/update',
      title: 'infer: 1 → 2 | @all',
      labels: ['Dependencies', 'good first issue', 'nix'],
      reviewers: ['bob', 'carol_corp', 'NixOS/go-team'],
      draft: true
    })
  })

  test.each<[Record<string, string>, string, string[]]>([
    [{ base: 'a..b' }, 'BRANCH_INVALID', ['input base', '"a..b"']],
    [{ branch: '-b' }, 'BRANCH_INVALID', ['input branch']],
    [{ base: 'main', branch: 'main' }, 'INPUT_INVALID', ['base', 'branch']],
    [{ fork: 'Alice/Project' }, 'INPUT_INVALID', ['fork', 'target-repository']],
    [{ fork: 'o /r' }, 'REPOSITORY_INVALID', ['input fork', '"o /r"']],
    [{ fork: 'git@gitlab.com:o/r.git' }, 'REPOSITORY_INVALID', ['fork', 'not on this GitHub']],
    [{ 'target-repository': './store' }, 'REPOSITORY_INVALID', ['target-repository']],
    [{ title: 'a\nb' }, 'INPUT_INVALID', ['title']],
    [{ title: 'x'.repeat(257) }, 'INPUT_INVALID', ['title', '256']],
    [{ labels: 'x'.repeat(51) }, 'INPUT_INVALID', ['labels', '50']],
    [{ reviewers: 'bob $(id)' }, 'INPUT_INVALID', ['reviewers', 'org/team']],
    [{ reviewers: 'a/b/c' }, 'INPUT_INVALID', ['reviewers']],
    [{ draft: 'maybe' }, 'INPUT_INVALID', ['draft']],
    [{ token: '' }, 'TOKEN_MISSING', ['token']],
    [{ token: 'a b' }, 'INPUT_INVALID', ['token']]
  ])('refuses %j', (inputs, code, words) => {
    const error = errorOf({ inputs })
    expect(error.code).toBe(code)
    for (const word of words) expect(error.message).toContain(word)
  })

  test('needs no token in a dry run, nor for a pull request from a fork', () => {
    expect(parse({ inputs: { token: '', 'dry-run': 'true' } })).toMatchObject({
      dryRun: true,
      destination: { token: '' }
    })
    const fork = {
      inputs: { token: '' },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
      event: {
        pull_request: {
          head: { repo: { full_name: 'eve/project' } },
          base: { repo: { full_name: 'alice/project' } }
        }
      }
    }
    expect(parse(fork)).toMatchObject({ destination: { token: '' } })
  })

  test('is on the Enterprise server that the workflow runs on', () => {
    const inputs = { 'target-repository': 'https://ghe.example/o/r' }
    const env = { GITHUB_SERVER_URL: 'https://ghe.example' }
    expect(parse({ inputs, env })).toMatchObject({
      destination: { upstream: { owner: 'o', repo: 'r' } }
    })
    expect(codeOf({ inputs })).toBe('REPOSITORY_INVALID')
  })
})

describe('phase compute', () => {
  test('works out the runner’s own system, without a token, into a folder', () => {
    const inputs = { phase: 'compute', token: '' }
    expect(parse({ inputs })).toMatchObject({
      phase: 'compute',
      work: { systems: { value: [expect.stringMatching(/-linux$/)], source: 'runner' } },
      outputDirectory: join(workspace, 'nar-publish-out')
    })
    expect(
      parse({ inputs: { ...inputs, 'output-directory': '/out', systems: 'aarch64-linux' } })
    ).toMatchObject({
      outputDirectory: '/out',
      work: { systems: { value: ['aarch64-linux'], source: 'input' } }
    })
  })

  test.each([
    { 'dry-run': 'true' },
    { base: 'main' },
    { fork: 'bob/project' },
    { labels: 'x' },
    { draft: 'true' },
    { computed: './x' },
    { formatter: 'nixfmt' },
    { 'output-directory': '../elsewhere' }
  ])('refuses %j, naming the input', (inputs) => {
    const error = errorOf({ inputs: { phase: 'compute', ...inputs } })
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.subject).toContain(Object.keys(inputs)[0])
  })
})

describe('phase commit', () => {
  const commit = { phase: 'commit', computed: './computed', package: '', version: '' }

  test('takes files, and nothing that would be evaluated', () => {
    const inputs = { ...commit, computed: './computed\n/tmp/one.json\n./computed' }
    expect(parse({ inputs })).toEqual({
      mode: 'version-sync',
      phase: 'commit',
      computed: [join(workspace, 'computed'), '/tmp/one.json'],
      package: null,
      systems: null,
      allowSameSource: false,
      allowsCommand: false,
      destination: expect.objectContaining({ kind: 'pull-request', token: 'tok' }),
      dryRun: false,
      many: { group: null, limit: 10, dashboard: false, packages: [] }
    })
  })

  test('may say which package and systems they must be for', () => {
    const inputs = { ...commit, package: '.#infer', systems: 'x86_64-linux' }
    expect(parse({ inputs })).toMatchObject({
      package: { text: '.#infer' },
      systems: ['x86_64-linux']
    })
  })

  test.each([
    { version: '1.2.3' },
    { formatter: 'nixfmt' },
    { build: 'false' },
    { 'smoke-test': 'infer' },
    { nixpkgs: './nixpkgs' },
    { 'output-directory': './out' }
  ])('refuses %j, naming both inputs', (inputs) => {
    const error = errorOf({ inputs: { ...commit, ...inputs } })
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.subject).toBe(`inputs ${Object.keys(inputs).join('')} and phase`)
  })

  test('is about a pull request from a terminal, too, and needs a token', () => {
    expect(parse({ inputs: commit, destination: 'checkout' })).toMatchObject({
      destination: { kind: 'pull-request' }
    })
    expect(codeOf({ inputs: { ...commit, token: '' } })).toBe('TOKEN_MISSING')
    expect(codeOf({ inputs: { ...commit, computed: '' } })).toBe('INPUT_MISSING')
  })
})

describe('several packages', () => {
  const manyOf = (inputs: Record<string, string>) => {
    const environment = readEnvironment({
      GITHUB_REPOSITORY: 'alice/project',
      GITHUB_WORKSPACE: workspace,
      ...Object.fromEntries(
        Object.entries({ token: 'tok', ...inputs }).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value
        ])
      )
    })
    return parseSyncInputs(
      environment,
      readSecrets(environment, () => undefined)
    )
  }
  const refusal = (inputs: Record<string, string>): string => {
    try {
      return JSON.stringify(manyOf(inputs))
    } catch (error) {
      if (error instanceof NarPublishError) return `${error.code} ${error.subject}`
      throw error
    }
  }

  test('are a pattern, several lines, a group, an ignore, a limit or a dashboard', () => {
    const given: Record<string, string>[] = [
      { package: '.#packages.*' },
      { package: '.#a\n.#b' },
      { package: '.#a', group: 'nightly' },
      { package: '.#a', ignore: 'a@2.x' },
      { package: '.#a', 'open-pull-requests-limit': '2' },
      { package: '.#a', dashboard: 'true' }
    ]
    for (const inputs of given) {
      expect(manyOf(inputs)).toMatchObject({
        phase: 'all',
        look: { version: { kind: 'latest' } },
        many: { limit: Number(inputs['open-pull-requests-limit'] ?? 10) }
      })
    }
    const usual = { 'open-pull-requests-limit': '10', dashboard: 'false' }
    expect(isMany(manyOf({ package: '.#a', version: 'latest', ...usual }))).toBe(false)
  })

  test('of a job that computes are one change', () => {
    const inputs = { package: '.#a\n.#b', version: '1.2', phase: 'compute' }
    expect(manyOf(inputs)).toMatchObject({
      works: [{ package: { text: '.#a' } }, { package: { text: '.#b' } }]
    })
    expect(refusal({ ...inputs, package: '.#packages.*' })).toBe(
      'INPUT_INVALID inputs package and phase'
    )
  })

  test.each<[string, Record<string, string>]>([
    ['inputs branch and package', { package: '.#a\n.#b', branch: 'x' }],
    ['inputs title and package', { package: '.#packages.*', title: 'x' }],
    ['inputs version and package', { package: '.#packages.*', version: '1.2' }],
    ['input group', { package: '.#packages.*', group: 'a\tb' }],
    [
      'input open-pull-requests-limit',
      { package: '.#packages.*', 'open-pull-requests-limit': '-1' }
    ]
  ])('%s is refused', (subject, inputs) => {
    expect(refusal(inputs)).toBe(`INPUT_INVALID ${subject}`)
  })

  test('with a group may have a branch and a title, which are that one’s', () => {
    const inputs = { package: '.#packages.*', group: 'nightly', branch: 'x', title: 'y' }
    expect(manyOf(inputs)).toMatchObject({ destination: { branch: 'x', title: 'y' } })
  })
})
