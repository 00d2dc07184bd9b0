import { describe, expect, test } from '@jest/globals'
import { formatCacheInfo, parseCacheInfo } from '../../src/binary-cache/cache-info.ts'
import { golden } from './golden.ts'

describe('nix-cache-info', () => {
  test('says that whole closures may be asked for, after cache.nixos.org', () => {
    expect(formatCacheInfo()).toBe('StoreDir: /nix/store\nWantMassQuery: 1\nPriority: 41\n')
    expect(parseCacheInfo(formatCacheInfo(), 'nix-cache-info')).toEqual({
      wantMassQuery: true,
      priority: 41
    })
  })

  test('reads what Nix writes', () => {
    expect(parseCacheInfo(golden('zstd/nix-cache-info'), 'nix-cache-info')).toEqual({
      wantMassQuery: false,
      priority: null
    })
  })

  test('passes over fields, line ends and numbers that it does not know', () => {
    const text = 'Other: x\r\nStoreDir: /nix/store \r\nPriority: high\r\nno field'
    expect(parseCacheInfo(text, 'nix-cache-info')).toEqual({ wantMassQuery: false, priority: null })
  })

  test.each([
    ['another store directory', 'StoreDir: /gnu/store\n', '"/gnu/store"'],
    ['a longer one', 'StoreDir: /nix/store2\n', '"/nix/store2"'],
    ['none', 'Priority: 1\n', 'no line StoreDir'],
    ['an empty file', '', 'no line StoreDir']
  ])('refuses a cache with %s', (_what, text, reason) => {
    expect(() => parseCacheInfo(text, 'o/r nix-cache-info')).toThrow(
      expect.objectContaining({
        code: 'STORE_DIR_MISMATCH',
        subject: 'o/r nix-cache-info',
        reason: expect.stringContaining(reason)
      })
    )
  })
})
