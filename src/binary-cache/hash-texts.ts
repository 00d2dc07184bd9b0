import { encodeDigest, type Digest } from './digest.ts'

/** A digest's digits as texts may hold them, with `sha256-` in front or without: base64 without its padding, base32, base16. */
export function hashTexts(digest: Digest): string[] {
  return [
    encodeDigest(digest, 'base64').replace(/=+$/, ''),
    encodeDigest(digest, 'base32'),
    encodeDigest(digest, 'base16')
  ]
}
