import { sameDigest, sriOf, type Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import type { HashMismatch } from '../nix/hash-mismatch.ts'
import { parseStorePath } from '../store-path.ts'
import { placeOf, type HashLiteral } from './types.ts'

/** A hash that Nix found to be wrong and that is none of those that changed: what it is, and where it stands. HASH_DRIFT. */
export function hashFound(
  { drvPath, specified, got }: HashMismatch,
  literals: readonly HashLiteral[],
  computed: readonly { literal: HashLiteral; digest: Digest }[]
): NarPublishError {
  const name = drvPath === null ? 'what is fetched' : nameOf(drvPath)
  const hashes = `${sriOf(got)} and not ${sriOf(specified)}`
  const made = computed.find(({ digest }) => sameDigest(digest, specified))
  if (made !== undefined) {
    return new NarPublishError({
      code: 'HASH_DRIFT',
      subject: placeOf(made.literal),
      reason: `${name} is another one each time: its hash is ${hashes}, which was made a moment ago`,
      hint: 'Fetch something that stays as it is.'
    })
  }
  const places = literals
    .filter(({ digest }) => digest !== null && sameDigest(digest, specified))
    .map(placeOf)
  if (places.length === 0) {
    return new NarPublishError({
      code: 'HASH_DRIFT',
      subject: name,
      reason: `its hash is ${hashes}, which stands in no tracked file`,
      hint: 'It belongs to what the package is built with: mend or update that first.'
    })
  }
  return new NarPublishError({
    code: 'HASH_DRIFT',
    subject: places.join(', '),
    reason: `it was wrong before, and the new version does not change it: the hash of ${name} is ${hashes}`,
    hint: 'Run it with `version: keep` first, which makes the hashes of the present version anew.'
  })
}

function nameOf(drvPath: string): string {
  return parseStorePath(drvPath).name.replace(/\.drv$/, '')
}
