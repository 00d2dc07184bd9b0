import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { canonicalSha256 } from '../../src/binary-cache/hash.ts'
import { goldenJson } from './golden.ts'

const spellings = z
  .object({ base16: z.string(), base32: z.string(), base64: z.string(), sri: z.string() })
  .parse(goldenJson('hashes.json'))
const { base16, base32, base64, sri } = spellings

describe('canonicalSha256', () => {
  test.each([
    sri,
    base16,
    base16.toUpperCase(),
    base32,
    base64,
    `sha256:${base16}`,
    `sha256:${base32}`,
    `sha256:${base64}`
  ])('reads %s as Nix does', (text) => {
    expect(canonicalSha256(text)).toBe(`sha256:${base32}`)
  })

  test.each([
    ['nothing', ''],
    ['a prefix alone', 'sha256:'],
    ['another algorithm', sri.replace('sha256', 'sha512')],
    ['base32 in SRI', `sha256-${base32}`],
    ['base16 in SRI', `sha256-${base16}`],
    ['SRI without its padding', sri.slice(0, -1)],
    ['SRI with bits beyond the digest', sri.replace(/.=$/, '5=')],
    ['SRI in the alphabet of URLs', sri.replace('/', '_').replace('+', '-').replace('D', '_')],
    ['two hashes', `${sri} ${sri}`],
    ['spaces around', ` ${base32}`],
    ['a line end', `${base32}\n`],
    ['a digest of another length', `sha256:${base16.slice(0, 40)}`],
    ['base16 with a foreign letter', `${base16.slice(0, -1)}g`]
  ])('refuses %s', (_what, text) => {
    expect(() => canonicalSha256(text)).toThrow(SyntaxError)
  })
})
