import { encodeBase32 } from './base32.ts'
import { encodeDigest, readHash } from './digest.ts'

/**
 * A SHA-256 in any of Nix's spellings (see `readHash`) as `sha256:<52 characters of Nix's base32>`. Stricter than Nix, as each hash has
 * one spelling in base64: with its padding, and no bits beyond the digest.
 *
 * Throws SyntaxError, which says what is wrong without saying where: the caller knows whether the text came from a
 * narinfo or from Nix, and makes it NARINFO_INVALID or NIX_FAILED.
 */
export function canonicalSha256(text: string): string {
  const { form, digest } = readHash(text, 'sha256') ?? { digest: null }
  const isBase64 = form === 'sri' || form === 'base64'
  if (digest === null || (isBase64 && !text.endsWith(encodeDigest(digest, 'base64')))) {
    throw new SyntaxError('it is no SHA-256 in SRI, base32 or base16')
  }
  return formatSha256(digest.bytes)
}

/** A digest of 32 bytes as `sha256:<base32>`. */
export function formatSha256(digest: Uint8Array): string {
  return `sha256:${encodeBase32(digest)}`
}
