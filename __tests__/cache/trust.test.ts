import { describe, expect, test } from '@jest/globals'
import { publicKeyText, sign } from '../../src/binary-cache/signature.ts'
import type { NarInfo } from '../../src/binary-cache/types.ts'
import {
  isFromCache,
  isTrusted,
  trustFor,
  withoutCacheSignatures,
  type CacheTrust
} from '../../src/cache/trust.ts'
import { otherKey, packedPath, pathOf, someKey } from '../publish/support.ts'

const { info } = packedPath(pathOf('lib-1.0'))

function signedBy(trust: CacheTrust | null): NarInfo {
  return {
    ...info,
    url: 'nar/x.nar',
    compression: 'none',
    fileHash: info.narHash,
    fileSize: info.narSize,
    signatures: trust === null ? [] : [sign(trust.key, info)]
  }
}

describe('a run with a signing key', () => {
  test('derives the same key each time, which is not the signing key', () => {
    const [first, second] = [trustFor([someKey]), trustFor([someKey])]
    expect(publicKeyText(second.key)).toBe(publicKeyText(first.key))
    expect(second.label).toBe(first.label)
    const half = (text: string): string | undefined => text.split(':')[1]
    expect(half(publicKeyText(first.key))).not.toBe(half(publicKeyText(someKey)))
  })

  test('takes what a run with its key kept, and nothing else', () => {
    const trust = trustFor([someKey])
    expect(isTrusted(trust, signedBy(trust))).toBe(true)
    expect(isTrusted(trust, signedBy(null))).toBe(false)
    expect(isTrusted(trust, signedBy(trustFor([otherKey])))).toBe(false)
    expect(isTrusted(trust, signedBy(trustFor([])))).toBe(false)
    const changed = { ...signedBy(trust), narHash: `sha256:${'0'.repeat(52)}` }
    expect(isTrusted(trust, changed)).toBe(false)
  })

  test('has a label of its own', () => {
    const labels = [[someKey], [otherKey], []].map((keys) => trustFor(keys).label)
    expect(new Set(labels).size).toBe(3)
  })
})

describe('a run without a signing key', () => {
  test('takes unsigned entries by a key that is another one each time', () => {
    const [first, second] = [trustFor([]), trustFor([])]
    expect(isTrusted(first, signedBy(null))).toBe(true)
    expect(publicKeyText(first.key)).not.toBe(publicKeyText(second.key))
    expect(isFromCache({ ...info, signatures: [sign(first.key, info)] }, second)).toBe(false)
  })
})

test('signatures of a cache are no signatures of the path', () => {
  const readers = sign(someKey, info)
  const signatures = [sign(trustFor([someKey]).key, info), readers, sign(trustFor([]).key, info)]
  expect(withoutCacheSignatures({ ...info, signatures })).toEqual({
    ...info,
    signatures: [readers]
  })
})
