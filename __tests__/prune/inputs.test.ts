import { describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../src/environment.ts'
import { parseInputs } from '../../src/inputs.ts'

function parse(inputs: Record<string, string>) {
  const all = { mode: 'prune', token: 'token', ...inputs }
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'o/project',
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  return parseInputs(environment, () => undefined)
}

const key = `ours-1:${'A'.repeat(43)}=`

const minimal = {
  mode: 'prune',
  target: { kind: 'github', owner: 'o', repo: 'project' },
  branch: { value: 'nix-cache', source: 'default' },
  token: 'token',
  substituterUrl: 'auto',
  route: 'auto',
  keepGenerations: 3,
  keepDays: 30,
  removeUnreachable: false,
  squashHistory: false,
  moveLarge: false,
  releaseAbove: null,
  trustedKeys: [],
  site: true,
  sizeBudget: 8_000_000_000,
  dryRun: false
}

describe('mode prune', () => {
  test('without any input keeps three generations and a month, and no history is touched', () => {
    expect(parse({})).toEqual(minimal)
  })

  test('takes every input', () => {
    const inputs = {
      'target-repository': 'git@git.example.org:nix/store.git',
      'target-branch': 'main',
      'keep-generations': '0',
      'keep-days': '90',
      'remove-unreachable': 'True',
      'squash-history': 'true',
      'size-budget': '1.5 GiB',
      'dry-run': 'true',
      route: 'push',
      'substituter-url': 'https://cache.example/',
      'trusted-keys': key,
      site: 'false'
    }
    expect(parse(inputs)).toEqual({
      ...minimal,
      target: { kind: 'git', url: 'git@git.example.org:nix/store.git' },
      branch: { value: 'main', source: 'input' },
      token: '',
      route: 'push',
      substituterUrl: { address: 'https://cache.example' },
      keepGenerations: 0,
      keepDays: 90,
      removeUnreachable: true,
      squashHistory: true,
      trustedKeys: [key],
      site: false,
      sizeBudget: 1_610_612_736,
      dryRun: true
    })
  })

  test.each([
    ['8000000000', 8e9],
    ['8 GB', 8e9],
    ['500MB', 5e8],
    ['2 gib', 2 ** 31],
    ['1 b', 1]
  ])('size-budget %s', (text, bytes) => {
    expect(parse({ 'size-budget': text })).toMatchObject({ sizeBudget: bytes })
  })

  test.each([
    [{ 'keep-generations': '0', 'keep-days': '0' }, 'KEEP_INVALID'],
    [{ 'keep-generations': '-1' }, 'INPUT_INVALID'],
    [{ 'keep-generations': 'all' }, 'INPUT_INVALID'],
    [{ 'keep-days': '30 days' }, 'INPUT_INVALID'],
    [{ 'keep-days': '1e3' }, 'INPUT_INVALID'],
    [{ 'size-budget': '0' }, 'INPUT_INVALID'],
    [{ 'size-budget': '8 apples' }, 'INPUT_INVALID'],
    [{ 'size-budget': '8 constructor' }, 'INPUT_INVALID'],
    [{ 'squash-history': 'yes' }, 'INPUT_INVALID'],
    [{ token: '' }, 'TOKEN_MISSING'],
    [{ 'target-repository': 'no target' }, 'REPOSITORY_INVALID'],
    [{ 'target-branch': 'a..b' }, 'BRANCH_INVALID'],
    [{ route: 'api', 'target-repository': '/srv/store.git' }, 'INPUT_INVALID']
  ])('%j is %s', (inputs, code) => {
    expect(() => parse(inputs)).toThrow(expect.objectContaining({ code }))
  })

  test('a dry run of a public store takes no token', () => {
    expect(parse({ token: '', 'dry-run': 'true' })).toMatchObject({ token: '', dryRun: true })
  })
})
