import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import {
  digestSizes,
  encodeDigest,
  parseDigest,
  readHash,
  sameDigest,
  sriOf,
  type HashAlgorithm
} from '../../src/binary-cache/digest.ts'
import { dyeDigest } from '../../src/sync/literals/dye.ts'

const algorithms = Object.keys(digestSizes) as HashAlgorithm[]

/** What this machine's Nix makes of a hash, as SRI; null: it refuses it. */
function askNix(text: string, algorithm: HashAlgorithm): string | null {
  const { status, stdout } = spawnSync('nix', ['hash', 'to-sri', '--type', algorithm, '--', text], {
    encoding: 'utf8'
  })
  return status === 0 ? stdout.trim() : null
}

/** The digits of a digest whose last base64 digit has bits that belong to no byte. */
function withStrayBits(base64: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return base64.replace(/[^=](?==)/, (digit) => alphabet.charAt(alphabet.indexOf(digit) + 1))
}

// One that base32 has bits to spare for and one padding sign, and one with another number of them.
describe.each(['sha256', 'sha512'] as const)('a hash of %s', (algorithm) => {
  const digest = dyeDigest('digest.test', 0, algorithm)
  const base16 = encodeDigest(digest, 'base16')
  const base32 = encodeDigest(digest, 'base32')
  const base64 = encodeDigest(digest, 'base64')
  const sri = `${algorithm}-${base64}`

  test.each<[string, string]>([
    ['SRI', sri],
    ['SRI without padding', sri.replace(/=+$/, '')],
    ['SRI with too much padding', `${sri}=`],
    ['SRI with stray bits', withStrayBits(sri)],
    ['SRI that is too short', sri.replace(/.=+$/, '')],
    ['SRI that is too long', sri.replace(/=+$/, 'AAAA')],
    ['SRI in the alphabet of URLs', sri.replace(/.(?==)/, '_')],
    ['SRI in capitals', sri.toUpperCase()],
    ['base16 in SRI', `${algorithm}-${base16}`],
    ['base32 in SRI', `${algorithm}-${base32}`],
    ['base16 with a prefix', `${algorithm}:${base16}`],
    ['base16', base16],
    ['base16 in capitals', base16.toUpperCase()],
    ['base16 that is too short', base16.slice(1)],
    ['base16 with a foreign letter', `${base16.slice(1)}g`],
    ['base32 with a prefix', `${algorithm}:${base32}`],
    ['base32', base32],
    ['base32 in capitals', base32.toUpperCase()],
    ['base32 with bits beyond the last byte', `z${base32.slice(1)}`],
    ['base32 with a foreign letter', `${base32.slice(1)}e`],
    ['base64 with a prefix', `${algorithm}:${base64}`],
    ['base64', base64],
    ['base64 without padding', base64.replace(/=+$/, '')],
    ['base64 with too much padding', `${algorithm}:${base64}=`],
    ['base64 with stray bits', `${algorithm}:${withStrayBits(base64)}`],
    ['nothing', ''],
    ['a prefix', `${algorithm}:`],
    ['a name', algorithm],
    ['spaces around', ` ${sri} `],
    ['another algorithm', `sha384-${base64}`]
  ])('is read as Nix reads it: %s', (_what, text) => {
    const read = parseDigest(text, algorithm)
    expect(read === null ? null : sriOf(read)).toBe(askNix(text, algorithm))
  })

  test('is what it says it is, and no other', () => {
    for (const other of algorithms.filter((name) => name !== algorithm)) {
      expect(parseDigest(sri, other)).toBeNull()
      expect(askNix(sri, other)).toBeNull()
    }
  })
})

describe('readHash', () => {
  test('gives the digest and the form of whatever is written', () => {
    const digests = fc
      .constantFrom(...algorithms)
      .chain((algorithm) =>
        fc
          .uint8Array({ minLength: digestSizes[algorithm], maxLength: digestSizes[algorithm] })
          .map((bytes) => ({ algorithm, bytes: Buffer.from(bytes) }))
      )
    fc.assert(
      fc.property(digests, (digest) => {
        const { algorithm } = digest
        expect(readHash(sriOf(digest))).toEqual({ form: 'sri', digest })
        for (const form of ['base16', 'base32', 'base64'] as const) {
          const digits = encodeDigest(digest, form)
          expect(readHash(`${algorithm}:${digits}`)).toEqual({ form, digest })
          expect(readHash(digits, algorithm)).toEqual({ form, digest })
        }
      })
    )
  })

  test.each<[HashAlgorithm, 'base16' | 'base32' | 'base64', boolean]>([
    ['sha256', 'base16', true],
    ['sha256', 'base32', true],
    ['sha512', 'base16', true],
    ['sha512', 'base32', true],
    ['sha256', 'base64', false],
    ['sha512', 'base64', false],
    ['sha1', 'base16', false],
    ['sha1', 'base32', false],
    ['md5', 'base16', false],
    ['md5', 'base32', false]
  ])('knows %s in %s without being told: %p', (algorithm, form, isKnown) => {
    const digest = dyeDigest('digest.test', 1, algorithm)
    expect(readHash(encodeDigest(digest, form))).toEqual(isKnown ? { form, digest } : null)
  })
})

test('digests are the same when algorithm and bytes are', () => {
  const digest = dyeDigest('digest.test', 2, 'sha256')
  expect(sameDigest(digest, { ...digest, bytes: Buffer.from(digest.bytes) })).toBe(true)
  expect(sameDigest(digest, { ...digest, algorithm: 'sha512' })).toBe(false)
  expect(sameDigest(digest, dyeDigest('digest.test', 3, 'sha256'))).toBe(false)
})
