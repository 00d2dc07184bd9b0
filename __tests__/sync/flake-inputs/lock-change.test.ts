/** Lock files of forges in the form that Nix 2.26 wrote them, and what may be done to them. */
import { describe, expect, test } from '@jest/globals'
import {
  formatLock,
  movedInput,
  type LockStep
} from '../../../src/sync/flake-inputs/lock-change.ts'
import {
  parseLock,
  type FlakeLock,
  type LockNode
} from '../../../src/sync/flake-inputs/lock-file.ts'
import { inputRefs, inputUrl } from '../../../src/sync/flake-inputs/source-input.ts'

const rev = (digit: string): string => digit.repeat(40)
const sri = (letter: string): string => `sha256-${letter.repeat(42)}A=`

const nixpkgs: LockNode = {
  locked: {
    lastModified: 1735776000,
    narHash: sri('n'),
    owner: 'NixOS',
    repo: 'nixpkgs',
    rev: rev('a'),
    type: 'github'
  },
  original: { owner: 'NixOS', ref: 'nixos-unstable', repo: 'nixpkgs', type: 'github' }
}

/** `github:luna/luna/<ref>` */
function luna(ref: string, commit: string, more: object = {}): LockNode {
  return {
    flake: false,
    locked: {
      lastModified: 1735776000,
      narHash: sri(commit.charAt(0)),
      owner: 'luna',
      repo: 'luna',
      rev: commit,
      type: 'github',
      ...more
    },
    original: { owner: 'luna', ref, repo: 'luna', type: 'github' }
  }
}

function lockWith(nodes: Record<string, LockNode>, root: LockNode['inputs']): string {
  const lock: FlakeLock = {
    nodes: { ...nodes, root: { inputs: root ?? {} } },
    root: 'root',
    version: 7
  }
  return formatLock(lock)
}

const both = { 'luna-src': 'luna-src', nixpkgs: 'nixpkgs' }
const lock = (node: LockNode, other = nixpkgs): string =>
  lockWith({ 'luna-src': node, nixpkgs: other }, both)

const before = lock(luna('v1.2.3', rev('1')))
const bumped: LockStep = { oldVersion: '1.2.3', newVersion: '1.3.0', revision: null }

test('an input with another tag is the one that moved', () => {
  const after = luna('v1.3.0', rev('2'), { lastModified: 1741482000 })
  expect(movedInput(before, lock(after), bumped)).toMatchObject({ name: 'luna-src', after })
})

test('one that is locked at another commit of its branch is, too', () => {
  const revision = { old: rev('1'), new: rev('2') }
  const step = {
    oldVersion: '0-unstable-2025-01-02',
    newVersion: '0-unstable-2025-03-09',
    revision
  }
  const [was, is] = ['1', '2'].map((digit) => lock(luna('main', rev(digit))))
  expect(movedInput(was ?? '', is ?? '', step)).toMatchObject({ name: 'luna-src' })
  const other = { ...step, revision: { ...revision, new: rev('3') } }
  expect(movedInput(was ?? '', is ?? '', other)).toBe(
    `the input is locked at ${rev('2')}, and was to be at ${rev('3')}`
  )
})

test('an archive’s address may be another one in its version alone', () => {
  const archive = (version: string, host = 'example.org'): LockNode => {
    const url = `https://${host}/${version}/luna-${version}.tar.gz`
    return {
      flake: false,
      locked: { lastModified: 1, narHash: sri(version.charAt(2)), type: 'tarball', url },
      original: { type: 'tarball', url }
    }
  }
  const was = lock(archive('1.2.3'))
  expect(movedInput(was, lock(archive('1.3.0')), bumped)).toMatchObject({ name: 'luna-src' })
  expect(movedInput(was, lock(archive('1.3.0', 'example.com')), bumped)).toMatch(
    /^`url` of the input is "https:\/\/example.com/
  )
})

describe('a flake as an input', () => {
  const withInputs = (node: LockNode): LockNode => {
    const { locked, original } = node
    return { inputs: { nixpkgs: 'nixpkgs_2', systems: ['nixpkgs'] }, locked, original }
  }
  const lockOf = (node: LockNode, below: LockNode): string =>
    lockWith({ 'luna-src': withInputs(node), nixpkgs, nixpkgs_2: below }, both)
  const was = lockOf(luna('v1.2.3', rev('1')), nixpkgs)

  test('its own inputs may be at other commits', () => {
    const below = { ...nixpkgs, locked: { ...nixpkgs.locked, rev: rev('b'), narHash: sri('b') } }
    const moved = movedInput(was, lockOf(luna('v1.3.0', rev('2')), below), bumped)
    expect(moved).toMatchObject({ name: 'luna-src' })
  })

  test('and not be somebody else’s', () => {
    const below = { ...nixpkgs, locked: { ...nixpkgs.locked, owner: 'mallory' } }
    expect(movedInput(was, lockOf(luna('v1.3.0', rev('2')), below), bumped)).toBe(
      'the input’s own input `nixpkgs` comes from elsewhere than before'
    )
  })
})

const after = luna('v1.3.0', rev('2'))
const movedNixpkgs = { ...nixpkgs, locked: { ...nixpkgs.locked, rev: rev('b') } }

test.each<[string, string, string]>([
  ['no JSON', '{', 'it is no lock file of a flake'],
  ['another form', lock(after).replace('"version": 7', '"version": 9'), 'it is no lock file'],
  ['other white space', `${lock(after)}\n`, 'it is not written as Nix writes one'],
  [
    'a name twice',
    lock(after).replace('"root": "root"', '"root": "x",\n  "root": "root"'),
    'it is not'
  ],
  ['nothing new', before, 'no input is another one'],
  ['another input too', lock(after, movedNixpkgs), 'more than one input is another one'],
  [
    'another input alone',
    lock(luna('v1.2.3', rev('1')), { ...nixpkgs, original: { type: 'path', path: '/x' } }),
    '`owner` of the input is null now'
  ],
  [
    'another owner',
    lock(luna('v1.3.0', rev('2'), { owner: 'mallory' })),
    '`owner` of the input is "mallory" now, and was "luna"'
  ],
  [
    'another host',
    lock(luna('v1.3.0', rev('2'), { host: 'example.org' })),
    '`host` of the input is "example.org" now, and was null'
  ],
  ['a folder in it', lock(luna('v1.3.0', rev('2'), { dir: 'x' })), '`dir` of the input'],
  ['another tag than the version’s', lock(luna('v9', rev('2'))), '`ref` of the input is "v9" now'],
  ['no commit', lock(luna('v1.3.0', rev('2'), { rev: 'v1.3.0' })), '`rev` of the input'],
  [
    'a hash in another spelling',
    lock(luna('v1.3.0', rev('2'), { narHash: sri('2').replace('A=', 'B=') })),
    '`narHash` of the input'
  ],
  ['no time', lock(luna('v1.3.0', rev('2'), { lastModified: -1 })), '`lastModified` of the input'],
  ['a flake instead of files', lock({ ...after, flake: true }), 'the input is a flake, or was one'],
  [
    'one more input',
    lockWith({ 'luna-src': after, nixpkgs, more: nixpkgs }, { ...both, more: 'more' }),
    'the flake has other inputs than before'
  ],
  [
    'one that follows another',
    lockWith({ 'luna-src': after }, { 'luna-src': 'luna-src', nixpkgs: ['luna-src'] }),
    'the flake has other inputs than before'
  ],
  [
    'a node that nothing needs',
    lockWith({ 'luna-src': after, nixpkgs, more: nixpkgs }, both),
    'nothing needs its node "more"'
  ]
])('refused: %s', (_, text, why) => {
  expect(movedInput(before, text, bumped)).toEqual(expect.stringContaining(why))
})

test('a chain of a thousand flakes is refused, and not followed to its end', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`)
  const nodes = Object.fromEntries(
    names.map((name, index) => [name, { inputs: { x: `n${(index + 1) % names.length}` } }])
  )
  const text = lockWith({ ...nodes, 'luna-src': after, nixpkgs }, both)
  expect(movedInput(before, text, bumped)).toBe('it has more than 1000 nodes')
})

describe('where an input comes from', () => {
  const of = (original: NonNullable<LockNode['original']>): string | null =>
    inputUrl({ node: { original } })

  test.each([
    [
      { type: 'github', owner: 'luna', repo: 'luna', ref: 'v1.2.3' },
      'https://github.com/luna/luna'
    ],
    [
      { type: 'github', owner: 'luna', repo: 'luna', host: 'github.example.org' },
      'https://github.example.org/luna/luna'
    ],
    [{ type: 'gitlab', owner: 'a%2Fb', repo: 'luna' }, 'https://gitlab.com/a/b/luna.git'],
    [{ type: 'sourcehut', owner: '~luna', repo: 'luna' }, 'https://git.sr.ht/~luna/luna'],
    [{ type: 'git', url: 'https://example.org/luna', ref: 'v1' }, 'git+https://example.org/luna'],
    [
      { type: 'tarball', url: 'https://example.org/luna.tar.gz' },
      'https://example.org/luna.tar.gz'
    ],
    [{ type: 'path', path: '/luna' }, null],
    [{ type: 'constructor' }, null]
  ])('%j', (original, url) => {
    expect(of(original)).toBe(url)
  })

  test('one of the registry is where it is locked', () => {
    const node = { original: { id: 'luna', type: 'indirect' }, locked: luna('', rev('1')).locked }
    expect(inputUrl({ node: node })).toBe('https://github.com/luna/luna')
  })

  test('its tag is in `ref`, or in its address', () => {
    const refs = (original: NonNullable<LockNode['original']>): string[] =>
      inputRefs({ name: 'luna-src', path: 'flake.lock', node: { original } })
    expect(refs({ type: 'github', owner: 'o', repo: 'r', ref: 'v1.2.3' })).toEqual(['v1.2.3'])
    const url = 'https://github.com/o/r/archive/refs/tags/v1.2.3.tar.gz'
    expect(refs({ type: 'tarball', url })).toEqual(['v1.2.3'])
  })
})

test('what Nix writes is read and written again to the byte', () => {
  const parsed = parseLock(before)
  expect(parsed === null ? null : formatLock(parsed)).toBe(before)
})
