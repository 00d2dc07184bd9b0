import { decodeBase32, encodeBase32 } from './base32.ts'

/**
 * A SHA-256 in any of Nix's spellings as `sha256:<52 characters of Nix's base32>`:
 *
 *     sha256-<base64>=    sha256:<base32 | base16 | base64>    <base32 | base16 | base64>
 *
 * Throws SyntaxError, which says what is wrong without saying where: the caller knows whether the text came from a
 * narinfo or from Nix, and makes it NARINFO_INVALID or NIX_FAILED.
 */
export function canonicalSha256(text: string): string {
  return formatSha256(parseSha256(text))
}

/** A digest of 32 bytes as `sha256:<base32>`. */
export function formatSha256(digest: Uint8Array): string {
  return `sha256:${encodeBase32(digest)}`
}

function parseSha256(text: string): Buffer {
  if (text.startsWith('sha256-')) return decodeBase64(text.slice('sha256-'.length))
  const digits = text.startsWith('sha256:') ? text.slice('sha256:'.length) : text
  // As Nix does it: the encoding is known by the length alone.
  switch (digits.length) {
    case 52:
      return decodeBase32(digits)
    case 64:
      return decodeBase16(digits)
    default:
      return decodeBase64(digits)
  }
}

function decodeBase16(digits: string): Buffer {
  if (!/^[0-9a-fA-F]{64}$/.test(digits)) throw new SyntaxError('it is no base16')
  return Buffer.from(digits, 'hex')
}

function decodeBase64(digits: string): Buffer {
  const bytes = Buffer.from(digits, 'base64')
  // Node skips what it does not know; only a text that comes back the same was base64.
  if (bytes.length !== 32 || bytes.toString('base64') !== digits) {
    throw new SyntaxError('it is no SHA-256 in SRI, base32 or base16')
  }
  return bytes
}
