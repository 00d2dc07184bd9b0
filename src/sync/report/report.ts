import { NarPublishError } from '../../errors.ts'
import type { Run } from '../../run.ts'
import { count } from '../../text.ts'
import type { Worked } from '../computed/types.ts'
import { placeOf, type HashEdit } from '../types.ts'
import type { SyncReport } from './types.ts'

/** What happened, for people and for later steps. `more`: what is otherwise than when nothing was to be changed. */
export function reportSync(
  { timings }: Run<unknown>,
  { computed, untraced, notes }: Worked,
  more: Partial<SyncReport> = {}
): SyncReport {
  const { change, told, systems, checks, counts } = computed
  const { name, oldVersion, newVersion, versions, hashes, revision, beside } = change
  return {
    outcome: 'unchanged',
    package: change.package.text,
    ...{
      name,
      oldVersion,
      newVersion,
      revision,
      systems,
      versions,
      hashes,
      told,
      beside,
      untraced,
      checks,
      counts
    },
    pullRequest: null,
    commit: null,
    computedFile: null,
    diff: null,
    timings,
    notes,
    ...more
  }
}

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
