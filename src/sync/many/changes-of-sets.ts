import { NarPublishError } from '../../errors.ts'
import type { ChangeSet, ListedPackage, Listing } from './types.ts'

/** What is to be brought to another version. `isKept`: hashes are made anew, which is nobody's newer version: each package is a change by itself. */
export function changeSets({ packages, sets }: Listing, isKept: boolean): readonly ChangeSet[] {
  if (!isKept) return sets
  return packages
    .filter(({ state }) => state === 'current')
    .map((one) => ({ packages: [one], version: one.version, shared: null, machines: [] }))
}

/** Of those that share a literal: the others stand in its way, and stay what they are. */
export function isMeant({ state }: ListedPackage): boolean {
  return state !== 'current' && state !== 'ignored'
}

/** Of a set without a version. */
export function differentVersions({ packages, shared }: ChangeSet): NarPublishError {
  return new NarPublishError({
    code: 'COMPUTED_CONFLICT',
    subject: packages.map(({ reference: { text } }) => text).join(' and '),
    reason: `they share ${shared ?? 'a literal'}`,
    hint: 'Give each a literal of its own, or let `ignore` pass over the version that only one of them has.'
  })
}
