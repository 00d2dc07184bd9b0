import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { fixedPath } from '../../src/nix/content-path.ts'

describe('where in the store something with a hash of its own belongs', () => {
  // nix-store --print-fixed-path [--recursive] ALGORITHM $(printf luna | sha256sum) luna-src
  test.each([
    ['sha256', 'recursive', 'zb14ykbd4j0ds341askdv82fggzvaana'],
    ['sha256', 'flat', 'f8rx6k230jkgrl887b853z3fm6bwzj57'],
    ['sha1', 'recursive', 'hn6d4am2ahmf26gfd9vyykn7xiacm7yw'],
    ['sha1', 'flat', 'lydizgybismccwc399659ll62fm6gim4']
  ] as const)('%s, %s', (algorithm, how, hash) => {
    const bytes = createHash(algorithm).update('luna').digest()
    expect(fixedPath({ algorithm, bytes }, how, 'luna-src')).toBe(`/nix/store/${hash}-luna-src`)
  })
})
