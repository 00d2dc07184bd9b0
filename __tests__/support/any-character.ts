import fc from 'fast-check'

/**
 * For `fc.string({ unit: anyCharacter })`: any character but half of a surrogate pair, as fast-check's own `binary`, which makes a table of
 * all of them first: two seconds of each test file that asks for it.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800))
