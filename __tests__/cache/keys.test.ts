import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cacheKeys, type CacheScope } from '../../src/cache/keys.ts'

let workspace: string
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'cache-keys-'))
  writeFileSync(join(workspace, 'flake.lock'), '{"version":7}')
})
afterAll(() => {
  rmSync(workspace, { recursive: true })
})

const keysOf = (change: Partial<CacheScope> = {}) =>
  cacheKeys({
    system: 'x86_64-linux',
    installables: ['.#a', '.#b'],
    trustLabel: 'unsigned',
    workspace,
    ...change
  })
const content = [
  { storePath: '/nix/store/00000000000000000000000000000000-a', narHash: 'sha256:a' },
  { storePath: '/nix/store/00000000000000000000000000000001-b', narHash: 'sha256:b' }
]

describe('the key of a cache', () => {
  test('begins with what it is looked for by, the lock file’s before any lock file’s', () => {
    const { restoreKeys, keyOf } = keysOf()
    expect(keyOf(content).startsWith(restoreKeys[0])).toBe(true)
    expect(restoreKeys[0].startsWith(restoreKeys[1])).toBe(true)
    expect(restoreKeys[0]).not.toBe(restoreKeys[1])
    expect(restoreKeys[1]).toMatch(/^nar-publish-cache-1-x86_64-linux-unsigned-[0-9a-f]{16}-$/)
  })

  test('is the same for the same content in another order, and another for other content', () => {
    const { keyOf } = keysOf()
    expect(keyOf(content.toReversed())).toBe(keyOf(content))
    expect(keyOf(content.slice(1))).not.toBe(keyOf(content))
    expect(keyOf(content.map((path) => ({ ...path, narHash: 'sha256:c' })))).not.toBe(
      keyOf(content)
    )
  })

  test('has another prefix when the lock file has changed, and the same one to fall back on', () => {
    const before = keysOf()
    writeFileSync(join(workspace, 'flake.lock'), '{"version":7,"nodes":{}}')
    const after = keysOf()
    expect(after.restoreKeys[0]).not.toBe(before.restoreKeys[0])
    expect(after.restoreKeys[1]).toBe(before.restoreKeys[1])
  })

  test.each<[string, Partial<CacheScope>]>([
    ['another system', { system: 'aarch64-linux' }],
    ['other attributes', { installables: ['.#a'] }],
    ['another trust', { trustLabel: '142d9a463669' }]
  ])('has nothing in common with that of %s', (_name, change) => {
    const [own, other] = [keysOf(), keysOf(change)]
    expect(other.folder === own.folder).toBe(false)
    expect(other.restoreKeys[1].startsWith(own.restoreKeys[1])).toBe(false)
  })

  test('does not ask for the order of the attributes, and reads lock files of the checkout alone', () => {
    expect(keysOf({ installables: ['.#b', '.#a'] }).restoreKeys).toEqual(keysOf().restoreKeys)
    const elsewhere = keysOf({ installables: ['github:o/r#a'] })
    writeFileSync(join(workspace, 'flake.lock'), '{}')
    expect(keysOf({ installables: ['github:o/r#a'] }).restoreKeys).toEqual(elsewhere.restoreKeys)
  })

  test.each<[string, string, string]>([
    ['.#a', '.', 'its own folder'],
    ['', '.', 'its own folder'],
    ['./sub#a', 'sub', 'a sub-folder'],
    ['path:./sub#a', 'sub', 'a sub-folder'],
    ['.?dir=sub#a', 'sub', 'the folder that `dir` names'],
    ['git+file:.?ref=main&dir=sub#a', 'sub', 'the folder that `dir` names']
  ])('of %s reads the lock file of %s (%s), and of no other', (installable, folder) => {
    const keyWith = (lock: string, other: string): string => {
      const others = folder === '.' ? 'sub' : '.'
      mkdirSync(join(workspace, 'sub'), { recursive: true })
      writeFileSync(join(workspace, folder, 'flake.lock'), lock)
      writeFileSync(join(workspace, others, 'flake.lock'), other)
      return keysOf({ installables: [installable] }).restoreKeys[0]
    }
    const own = keyWith('{"a":1}', '{"b":1}')
    expect(keyWith('{"a":1}', '{"b":2}')).toBe(own)
    expect(keyWith('{"a":2}', '{"b":2}')).not.toBe(own)
  })

  test('of several flakes has the lock files of all, and of a flake without one goes by its attributes alone', () => {
    mkdirSync(join(workspace, 'sub'), { recursive: true })
    mkdirSync(join(workspace, 'bare'), { recursive: true })
    const installables = ['.#a', './sub#a', './bare#a', 'github:o/r#a', 'nixpkgs#a']
    const exact = (...of: string[]): string => keysOf({ installables: of }).restoreKeys[0]
    const withoutLock = exact('./bare#a')
    const all = ['.', 'sub'].map((folder) => {
      writeFileSync(join(workspace, folder, 'flake.lock'), `{"now":"${folder}"}`)
      return exact(...installables)
    })
    expect(new Set(all).size).toBe(2)
    expect(exact('./bare#a')).toBe(withoutLock)
    expect(
      new Set(installables.map((each) => keysOf({ installables: [each] }).restoreKeys[1])).size
    ).toBe(5)
  })
})
