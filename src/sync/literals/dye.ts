import { createHash } from 'node:crypto'
import {
  digestSizes,
  encodeDigest,
  sriOf,
  type Digest,
  type HashAlgorithm
} from '../../binary-cache/digest.ts'
import { internalError } from '../../errors.ts'
import type { HashLiteral } from '../types.ts'

/** A digest that nothing has, its own for each `place` of a run: what comes back with it came from there. */
export function dyeDigest(salt: string, place: string | number, algorithm: HashAlgorithm): Digest {
  // One function for all, cut to size: OpenSSL may refuse MD5 and SHA-1.
  const bytes = createHash('sha512')
    .update(JSON.stringify(['dye', salt, place, algorithm]))
    .digest()
  return { algorithm, bytes: bytes.subarray(0, digestSizes[algorithm]) }
}

/**
 * What takes a literal's place to mean `digest`: in its own form, with its prefix. Throws INTERNAL for a digest of another
 * algorithm than a literal that has one already.
 */
export function writeDigest(
  literal: Pick<HashLiteral, 'file' | 'line' | 'text' | 'form' | 'algorithm' | 'around'>,
  digest: Digest
): string {
  const { form, algorithm, text, around } = literal
  if (around !== undefined) return around.before + sriOf(digest) + around.after
  if (form === 'empty') return sriOf(digest)
  if (form === 'fake') return `"${sriOf(digest)}"`
  if (digest.algorithm !== algorithm) {
    throw internalError(
      `${literal.file}:${literal.line}`,
      `a hash of ${algorithm} stands there, and one of ${digest.algorithm} is to be written`
    )
  }
  if (form === 'sri') return sriOf(digest)
  return (text.startsWith(`${algorithm}:`) ? `${algorithm}:` : '') + encodeDigest(digest, form)
}

/** The number of the first mark: longer than a version's parts are, and well inside of a C int, as Nix reads them. */
const firstMark = 90_001

/** A version's dye: the new version, and one more part that is the occurrence's own number. `1.2.3.90001` */
export function markVersion(newVersion: string, index: number): string {
  return `${newVersion}.${firstMark + index}`
}

/** The numbers of the occurrences whose marked versions show in a text, however it spells them: `v1_2_3_90001`, `12390001.zip`. */
export function marksIn(text: string, newVersion: string): number[] {
  return [...text.matchAll(markedVersion(newVersion))].map((match) => Number(match[1]) - firstMark)
}

/** A text with the versions that `versionAt` gives in place of marked ones. */
export function withoutMarks(
  text: string,
  newVersion: string,
  versionAt: (index: number) => string
): string {
  return text.replaceAll(markedVersion(newVersion), (_, number: string) =>
    versionAt(Number(number) - firstMark)
  )
}

/** Package code respells versions: other separators (`%2B` in URLs), or none; with none a single part would match too much. */
function markedVersion(newVersion: string): RegExp {
  const parts = newVersion.split(/[^0-9A-Za-z]+/)
  const separator = `(?:[._+~-]|%2B)${parts.length > 1 ? '?' : ''}`
  return new RegExp(`${parts.join(separator)}${separator}(9[0-9]{4}|[1-9][0-9]{5})(?![0-9])`, 'gi')
}
