import {
  digestSizes,
  lengthIn,
  paddingOf,
  readHash,
  type HashAlgorithm
} from '../../binary-cache/digest.ts'
import type { HashLiteral, Region } from '../types.ts'
import { algorithmByNames, type Found } from './regions.ts'

/**
 * The hashes of a region, which stand as words of their own: no run of letters and digits goes on at either end. SHA-1 and MD5
 * must say so, by themselves or by the attribute's name: 40 digits are rather a Git revision. An empty value counts where the
 * attribute's name is that of a hash.
 */
export function hashesIn({ start, text, isWhole, names }: Region): Found<HashLiteral>[] {
  const named = isWhole ? algorithmByNames(names) : null
  if (text === '') {
    if (named === null) return []
    return [{ start, end: start, text, form: 'empty', algorithm: named, digest: null }]
  }
  const whole = named === null ? null : literalOf(text, start, named)
  if (whole !== null) return [whole]
  return [...text.matchAll(hashWords)].flatMap(
    (word) => literalOf(word[0], start + word.index, null) ?? []
  )
}

function literalOf(
  text: string,
  start: number,
  named: HashAlgorithm | null
): Found<HashLiteral> | null {
  const hash = readHash(text.replaceAll('\\/', '/'), named)
  if (hash === null) return null
  const { form, digest } = hash
  const isPlaceholder = digest.bytes.every((byte) => byte === 0)
  return {
    start,
    end: start + text.length,
    text,
    form,
    algorithm: digest.algorithm,
    digest: isPlaceholder ? null : digest
  }
}

const hashWords = new RegExp(
  [
    String.raw`(?<!\w)(?:`,
    [
      ...(Object.keys(digestSizes) as HashAlgorithm[]).flatMap(selfDescribing),
      ...(['sha512', 'sha256'] as const).map((algorithm) => {
        const { base16, base32 } = digitsOf(algorithm)
        // After an algorithm's name they would be its digest, and have another length.
        return String.raw`(?<!(?:md5|sha[0-9]{1,3}|blake3)[-:])(?:${base16}|${base32})(?!\w)`
      })
    ].join('|'),
    ')'
  ].join(''),
  'g'
)

/** Patterns of the digits alone, each for its exact number of them. */
function digitsOf(algorithm: HashAlgorithm): { base16: string; base32: string; base64: string } {
  const size = digestSizes[algorithm]
  return {
    base16: `[0-9A-Fa-f]{${lengthIn.base16(size)}}`,
    base32: `[0-9a-df-np-sv-z]{${lengthIn.base32(size)}}`,
    base64: String.raw`(?:[0-9A-Za-z+]|\\?/){${lengthIn.base64(size)}}`
  }
}

function selfDescribing(algorithm: HashAlgorithm): string[] {
  const { base16, base32, base64 } = digitsOf(algorithm)
  const padding = paddingOf(digestSizes[algorithm])
  return [
    // Nix takes SRI without its padding; then it must not look as if it went on.
    String.raw`${algorithm}-${base64}(?:=+|(?![+/\\]))(?![\w=])`,
    String.raw`${algorithm}:(?:(?:${base16}|${base32})(?!\w)|${base64}${padding}(?![\w=]))`
  ]
}
