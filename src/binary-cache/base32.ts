// Nix's own base32 (libutil/hash.cc): no e, o, t or u, and the bytes are read from the last to the first.
const alphabet = '0123456789abcdfghijklmnpqrsvwxyz'

/** Characters that `byteCount` bytes take. */
function encodedLength(byteCount: number): number {
  return Math.ceil((byteCount * 8) / 5)
}

/** Bytes as Nix writes them: 52 characters for a SHA-256. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  for (let position = encodedLength(bytes.length) - 1; position >= 0; position--) {
    const byteIndex = Math.floor((position * 5) / 8)
    const shift = (position * 5) % 8
    const low = (bytes[byteIndex] ?? 0) >> shift
    const high = (bytes[byteIndex + 1] ?? 0) << (8 - shift)
    text += alphabet.charAt((low | high) & 31)
  }
  return text
}

/**
 * The bytes of a base32 text. Strict: each byte string has one spelling, and only that is taken.
 * Throws SyntaxError for a foreign character, a length that no whole number of bytes has, or bits beyond the last byte.
 */
export function decodeBase32(text: string): Buffer {
  const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8))
  if (encodedLength(bytes.length) !== text.length) {
    throw new SyntaxError(`${text.length} characters are no whole number of bytes in base32`)
  }
  for (let position = 0; position < text.length; position++) {
    const digit = alphabet.indexOf(text.charAt(text.length - 1 - position))
    if (digit === -1) throw new SyntaxError('it holds a character that Nix’s base32 does not have')
    const byteIndex = Math.floor((position * 5) / 8)
    const shift = (position * 5) % 8
    bytes[byteIndex] = (bytes[byteIndex] ?? 0) | (digit << shift)
    const carry = digit >> (8 - shift)
    if (byteIndex + 1 < bytes.length) bytes[byteIndex + 1] = carry
    else if (carry !== 0) throw new SyntaxError('its first character has bits beyond the last byte')
  }
  return bytes
}
