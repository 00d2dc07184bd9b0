import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeBase32, encodeBase32 } from '../../src/binary-cache/base32.ts'

describe('base32', () => {
  test('gives back any bytes that it encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(Buffer.from(bytes))
      })
    )
  })

  test('has one spelling for each byte string', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-df-np-sv-z]{1,8}$/), (text) => {
        let bytes: Buffer
        try {
          bytes = decodeBase32(text)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(SyntaxError)
          return
        }
        expect(encodeBase32(bytes)).toBe(text)
      })
    )
  })

  test.each([
    ['a letter that Nix leaves out', 'e'.repeat(52)],
    ['an upper-case letter', '0'.repeat(51) + 'A'],
    ['a length between two numbers of bytes', '0'.repeat(51)],
    ['bits beyond the last byte', '2' + '0'.repeat(51)],
    ['a line end', '0'.repeat(51) + '\n']
  ])('refuses %s', (_what, text) => {
    expect(() => decodeBase32(text)).toThrow(SyntaxError)
  })
})
