import { attempt } from '../errors.ts'
import { decodeBase32, encodeBase32 } from './base32.ts'

/** Bytes of a digest of each algorithm that Nix's fixed-output derivations may have. */
export const digestSizes: Readonly<Record<HashAlgorithm, number>> = {
  md5: 16,
  sha1: 20,
  sha256: 32,
  sha512: 64
}

type WrittenForm = Exclude<HashForm, 'empty' | 'fake'>

/** How many characters a digest of `size` bytes takes; base64 without its padding. */
export const lengthIn = {
  base16: (size: number): number => size * 2,
  base32: (size: number): number => Math.ceil((size * 8) / 5),
  base64: (size: number): number => Math.ceil((size * 8) / 6)
}

/** What is missing to a whole group of four characters. */
export function paddingOf(size: number): string {
  return '='.repeat((3 - (size % 3)) % 3)
}

/**
 * A hash as Nix reads it (`Hash::parseAny` of libutil/hash.cc; 2.8 and 2.26 agree), and how it is written:
 *
 *     sha256-<base64>    sha256:<base16 | base32 | base64>    <base16 | base32 | base64>
 *
 * Without a colon or dash it needs `algorithm` (what `outputHashAlgo` or the attribute's name says), but for base16 and base32
 * of SHA-256 and SHA-512, whose lengths nothing else has. As Nix does, SRI is taken without its padding, and the last bits of
 * base64, which belong to no byte, may be any. null: Nix would refuse it.
 */
export function readHash(
  text: string,
  algorithm: HashAlgorithm | null = null
): { digest: Digest; form: WrittenForm } | null {
  const match = /^(?:(md5|sha1|sha256|sha512)([-:]))?([0-9A-Za-z+/]+)(=*)$/.exec(text)
  if (match === null) return null
  const [, prefix, mark, digits = '', padding = ''] = match
  const named = (prefix ?? algorithm ?? algorithmByLength(digits)) as HashAlgorithm | null
  if (named === null || (algorithm !== null && named !== algorithm)) return null
  const size = digestSizes[named]
  const read = (form: WrittenForm, bytes: Buffer | null): ReturnType<typeof readHash> =>
    bytes === null ? null : { form, digest: { algorithm: named, bytes } }

  const isBase64 = digits.length === lengthIn.base64(size)
  if (mark === '-') return isBase64 ? read('sri', Buffer.from(digits, 'base64')) : null
  // As Nix does it: the encoding is known by the length alone.
  if (isBase64 && padding === paddingOf(size)) return read('base64', Buffer.from(digits, 'base64'))
  if (padding !== '') return null
  if (digits.length === lengthIn.base16(size)) return read('base16', base16Bytes(digits))
  if (digits.length === lengthIn.base32(size))
    return read(
      'base32',
      attempt(() => decodeBase32(digits), null)
    )
  return null
}

/** The digest that `text` means; see `readHash`. */
export function parseDigest(text: string, algorithm: HashAlgorithm | null = null): Digest | null {
  return readHash(text, algorithm)?.digest ?? null
}

/** `sha256-<base64>`: what Nix's own messages say, and every place takes that takes a hash. */
export function sriOf(digest: Digest): string {
  return `${digest.algorithm}-${encodeDigest(digest, 'base64')}`
}

/** The digits alone, in lower case; base64 with its padding. */
export function encodeDigest({ bytes }: Digest, encoding: 'base16' | 'base32' | 'base64'): string {
  if (encoding === 'base32') return encodeBase32(bytes)
  return bytes.toString(encoding === 'base16' ? 'hex' : 'base64')
}

/** A digest's digits as texts may hold them, with `sha256-` in front or without: base64 without its padding, base32, base16. */
export function hashTexts(digest: Digest): string[] {
  return [
    encodeDigest(digest, 'base64').replace(/=+$/, ''),
    encodeDigest(digest, 'base32'),
    encodeDigest(digest, 'base16')
  ]
}

export function sameDigest(a: Digest, b: Digest): boolean {
  return a.algorithm === b.algorithm && a.bytes.equals(b.bytes)
}

function algorithmByLength({ length }: string): HashAlgorithm | null {
  for (const algorithm of ['sha256', 'sha512'] as const) {
    const size = digestSizes[algorithm]
    if (length === lengthIn.base16(size) || length === lengthIn.base32(size)) return algorithm
  }
  return null
}

function base16Bytes(digits: string): Buffer | null {
  return /^[0-9a-f]+$/i.test(digits) ? Buffer.from(digits, 'hex') : null
}
export type HashAlgorithm = 'md5' | 'sha1' | 'sha256' | 'sha512'
export interface Digest {
  algorithm: HashAlgorithm
  bytes: Buffer
}
/** How a hash literal is written, so that its successor is written alike. */
export type HashForm =
  /** `sha256-<base64>` */
  | 'sri'
  /** Nix's base32, with or without `sha256:` in front. */
  | 'base32'
  /** Hexadecimal, with or without `sha256:` in front. */
  | 'base16'
  /** `sha256:<base64>` */
  | 'base64'
  /** `""`: the span holds what is between the quotes, nothing. */
  | 'empty'
  /** `lib.fakeHash`: an expression; the span covers it whole, and a quoted string takes its place. */
  | 'fake'
