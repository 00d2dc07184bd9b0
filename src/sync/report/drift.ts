import { NarPublishError } from '../../errors.ts'
import { count } from '../../text.ts'
import { placeOf } from '../places.ts'
import type { HashEdit } from '../types.ts'

/** Of more than so many hashes the first are named. */
const shown = 20

/** What a dry run that keeps the version ends with when hashes are not what they should be; null: all are right. */
export function hashDrift(hashes: readonly HashEdit[]): NarPublishError | null {
  if (hashes.length === 0) return null
  const lines = hashes
    .slice(0, shown)
    .map((edit) => `${placeOf(edit)}: ${edit.oldHash ?? 'a placeholder'} should be ${edit.newHash}`)
  const more = hashes.length - lines.length
  return new NarPublishError({
    code: 'HASH_DRIFT',
    subject: count(hashes.length, 'hash', 'hashes'),
    reason: `not what the repository says:\n${[
      ...lines,
      ...(more > 0 ? [`and ${more} more`] : [])
    ].join('\n')}\n`
  })
}
