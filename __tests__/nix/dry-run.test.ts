import { describe, expect, test } from '@jest/globals'
import { plannedBuilds, plannedFetches } from '../../src/nix/dry-run.ts'

// nix-store --realise --dry-run, of Nix 2.8.0 and 2.26.3; with one derivation it says "this derivation".
const drv = (name: string): string => `/nix/store/${'0'.repeat(32)}-${name}.drv`

describe('the derivations that a dry run would build', () => {
  test.each<[string, string, string[]]>([
    [
      'several',
      `these 2 derivations will be built:\n  ${drv('a')}\n  ${drv('b')}\n`,
      [drv('a'), drv('b')]
    ],
    ['one', `this derivation will be built:\n  ${drv('a')}\n`, [drv('a')]],
    [
      'what is fetched is none',
      `these 2 paths will be fetched (0.01 MiB download, 0.02 MiB unpacked):\n  ${drv('a')}\n`,
      []
    ],
    [
      'both',
      `this derivation will be built:\n  ${drv('a')}\nthis path will be fetched (0.1 MiB download):\n  ${drv('b')}\n`,
      [drv('a')]
    ],
    ['none', '', []]
  ])('%s', (_name, stderr, builds) => {
    expect(plannedBuilds(stderr)).toEqual(builds)
  })
})

describe('the bytes that a dry run would fetch', () => {
  test.each([
    ['none', '', 0],
    [
      'one path',
      'this path will be fetched (0.01 MiB download, 0.50 MiB unpacked):\n  x\n',
      524288
    ],
    ['several', 'these 2 paths will be fetched (0.1 MiB download, 2.00 MiB unpacked):\n', 2097152],
    [
      'as 2.8 has it',
      'these paths will be fetched (0.1 MiB download, 2.00 MiB unpacked):\n',
      2097152
    ],
    [
      'in another unit',
      'these 9 paths will be fetched (1.0 GiB download, 10.5 GiB unpacked):\n',
      11274289152
    ],
    ['bytes', 'this path will be fetched (80.0 KiB download, 12 B unpacked):\n', 12],
    [
      'a builder’s words',
      '> these 2 paths will be fetched (0.1 MiB download, 2.00 MiB unpacked):\n',
      0
    ]
  ])('%s', (_name, stderr, bytes) => {
    expect(plannedFetches(stderr)).toBe(bytes)
  })
})
