import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  digestSizes,
  encodeDigest,
  readHash,
  sriOf,
  type HashAlgorithm
} from '../../../src/binary-cache/digest.ts'
import { dyeDigest, marksIn, markVersion, writeDigest } from '../../../src/sync/literals/dye.ts'
import { spellVersion } from '../../../src/sync/literals/version-spelling.ts'

const algorithms = Object.keys(digestSizes) as HashAlgorithm[]

describe('dyeDigest', () => {
  test('is another one for each run, place and algorithm, and no placeholder', () => {
    const dyes = ['run', 'another run'].flatMap((salt) =>
      [...Array(200).keys(), 'a.nix:0', 'a.nix:01'].flatMap((place) =>
        algorithms.map((algorithm) => dyeDigest(salt, place, algorithm))
      )
    )
    expect(new Set(dyes.map((dye) => dye.bytes.subarray(0, 8).toString('hex'))).size).toBe(
      dyes.length
    )
    for (const { algorithm, bytes } of dyes) {
      expect(bytes).toHaveLength(digestSizes[algorithm])
      // Looks random: no byte for more than a few places.
      expect(new Set(bytes).size).toBeGreaterThan(8)
    }
  })

  test('is the same again for the same place', () => {
    expect(dyeDigest('run', 7, 'sha256')).toEqual(dyeDigest('run', 7, 'sha256'))
  })
})

describe('writeDigest', () => {
  const at = { file: 'a.nix', line: 3 }

  test.each(algorithms)('writes a hash of %s in the form that stood there', (algorithm) => {
    const old = dyeDigest('run', 'old', algorithm)
    const digest = dyeDigest('run', 'new', algorithm)
    for (const form of ['base16', 'base32', 'base64'] as const) {
      for (const prefix of [`${algorithm}:`, '']) {
        const text = prefix + encodeDigest(old, form)
        const written = writeDigest({ ...at, text, form, algorithm }, digest)
        expect(written).toBe(prefix + encodeDigest(digest, form))
        expect(readHash(written, algorithm)).toEqual({ form, digest })
      }
    }
    expect(writeDigest({ ...at, text: sriOf(old), form: 'sri', algorithm }, digest)).toBe(
      sriOf(digest)
    )
  })

  test('writes base16 in lower case', () => {
    const digest = dyeDigest('run', 'new', 'sha256')
    const text = `sha256:${'A'.repeat(64)}`
    expect(writeDigest({ ...at, text, form: 'base16', algorithm: 'sha256' }, digest)).toMatch(
      /^sha256:[0-9a-f]{64}$/
    )
  })

  test('writes SRI in place of nothing, and a string in place of an expression', () => {
    const digest = dyeDigest('run', 'new', 'sha512')
    const literal = { ...at, text: '', algorithm: 'sha256' } as const
    expect(writeDigest({ ...literal, form: 'empty' }, digest)).toBe(sriOf(digest))
    expect(writeDigest({ ...literal, text: 'lib.fakeHash', form: 'fake' }, digest)).toBe(
      `"${sriOf(digest)}"`
    )
  })

  test('refuses another algorithm where one is written', () => {
    const text = sriOf(dyeDigest('run', 'old', 'sha256'))
    const digest = dyeDigest('run', 'new', 'sha512')
    expect(() => writeDigest({ ...at, text, form: 'sri', algorithm: 'sha256' }, digest)).toThrow(
      expect.objectContaining({
        code: 'INTERNAL',
        subject: 'a.nix:3',
        reason: expect.stringContaining('sha512') as unknown
      })
    )
  })
})

describe('marked versions', () => {
  test.each([
    ['1.2.3', 0, '1.2.3.90001'],
    ['1.2.3-rc1', 4, '1.2.3-rc1.90005'],
    ['7', 12, '7.90013'],
    ['1.2', 9_999, '1.2.100000']
  ])('%s, occurrence %d, is marked %s', (version, index, marked) => {
    expect(markVersion(version, index)).toBe(marked)
  })

  test.each([
    ['1.2.3', 'v1.2.3.90001', [0]],
    ['1.2.3', 'infer-1.2.3.90002.tar.gz', [1]],
    ['1.2.3', 'boost_1_2_3_90003/1-2-3-90004', [2, 3]],
    ['1.2.3', 'unzip12390005.zip', [4]],
    ['1.2.3-rc1', '1.2.3-rc1.90006 1_2_3-rc1_90006', [5, 5]],
    ['1.2.3-rc1', '1.2.3_rc1.90007', [6]],
    ['1.2.3+b5', 'v1.2.3%2Bb5.90008', [7]],
    ['1.2.3', '1.2.3.9000', []],
    ['1.2.3', '1.2.3.9000100', []],
    ['1.2.3', '1.2.4.90001', []],
    ['7', 'v7.90001/7_90002', [0, 1]],
    ['7', '790001', []],
    ['0-unstable-2024-05-01', '0-unstable-2024-05-01.90009', [8]]
  ])('of %s show in %j', (version, text, indices) => {
    expect(marksIn(text, version)).toEqual(indices)
  })

  test('come back from whatever text they are put into, in each spelling', () => {
    const part = fc.stringMatching(/^(?:0|[1-9][0-9]{0,3})$/)
    const versions = fc
      .tuple(fc.array(part, { minLength: 2, maxLength: 5 }), fc.constantFrom('', '-rc1', '-beta.2'))
      .map(([parts, suffix]) => parts.join('.') + suffix)
    const around = fc.constantFrom('', 'v', 'infer-', '/', '.tar.gz', ' ', '"', '_x', '\n')
    fc.assert(
      fc.property(
        versions,
        fc.array(fc.tuple(around, fc.nat(9_000), fc.constantFrom('.', '_', '-'), around)),
        (version, pieces) => {
          const write = (spelled: (index: number) => string): string =>
            pieces
              .map(
                ([before, index, separator, after]) =>
                  `${before}${spellVersion(spelled(index), separator)}${after}|`
              )
              .join('')
          const marked = write((index) => markVersion(version, index))
          expect(marksIn(marked, version)).toEqual(pieces.map(([, index]) => index))
        }
      )
    )
  })
})
