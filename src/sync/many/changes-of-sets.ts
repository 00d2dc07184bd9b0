import { NarPublishError } from '../../errors.ts'
import type { Outcome } from './report.ts'
import type { ChangeSet, ListedPackage, Listing } from './types.ts'

/** What is to be brought to another version. `isKept`: hashes are made anew, which is nobody's newer version: each package is worked out by itself, and joinChanges tells which are one. */
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

/** Why a set goes nowhere; null: it goes somewhere. What stands in the way of it because somebody wants that left alone is no failure. */
export function whyStuck({
  version,
  packages,
  shared
}: ChangeSet): NarPublishError | Outcome | null {
  if (version !== null) return null
  const reason = `they share ${shared ?? 'a literal'}`
  const newest = packages.filter(({ state }) => state === 'outdated').map((one) => one.newest)
  const isCurrent = packages.some(({ state }) => state === 'current')
  if (!isCurrent && new Set(newest).size === 1) {
    return { done: 'ignored', why: { code: null, reason } }
  }
  return new NarPublishError({
    code: 'COMPUTED_CONFLICT',
    subject: packages.map(({ reference: { text } }) => text).join(' and '),
    reason,
    hint: 'Give each a literal of its own, or let `ignore` pass over the version that only one of them has.'
  })
}
