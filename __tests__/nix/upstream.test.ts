import { describe, expect, test } from '@jest/globals'
import type { PathInfo } from '../../src/binary-cache/types.ts'
import { dropPaths } from '../../src/nix/upstream.ts'

const info = (name: string, signatures: string[] = []): PathInfo => ({
  storePath: `/nix/store/00000000000000000000000000000000-${name}`,
  narHash: 'sha256:0000000000000000000000000000000000000000000000000000',
  narSize: 1,
  references: [],
  deriver: null,
  signatures,
  ca: null
})
const rules = { upstreamKeys: ['cache.nixos.org-1'], exclude: [], held: new Set<string>() }

describe('dropPaths', () => {
  test('keeps what has no reason to go, in order', () => {
    const infos = [info('b'), info('a', ['own-1:AA=='])]
    expect(dropPaths(infos, rules)).toEqual({ kept: infos, dropped: [] })
  })

  test('drops what an upstream key signed, by the key’s whole name', () => {
    const signed = info('signed', ['own-1:AA==', 'cache.nixos.org-1:BB=='])
    const similar = info('similar', ['cache.nixos.org-10:BB==', 'xcache.nixos.org-1:BB=='])
    expect(dropPaths([signed, similar], rules)).toEqual({
      kept: [similar],
      dropped: [
        { storePath: signed.storePath, reason: { kind: 'upstream', key: 'cache.nixos.org-1' } }
      ]
    })
  })

  test('drops what an expression matches, a global one each time', () => {
    const infos = [info('foo-doc'), info('bar-doc'), info('bar')]
    const { kept, dropped } = dropPaths(infos, { ...rules, exclude: [/x$/, /-doc$/g] })
    expect(kept).toEqual([infos[2]])
    expect(dropped.map(({ reason }) => reason)).toEqual([
      { kind: 'excluded', pattern: '-doc$' },
      { kind: 'excluded', pattern: '-doc$' }
    ])
  })

  test('gives one reason: held before upstream before excluded', () => {
    const both = info('a', ['cache.nixos.org-1:AA=='])
    const all = { ...rules, exclude: [/./], held: new Set([both.storePath]) }
    expect(dropPaths([both], all).dropped[0]?.reason.kind).toBe('held')
    expect(dropPaths([both], { ...all, held: new Set() }).dropped[0]?.reason.kind).toBe('upstream')
  })
})
