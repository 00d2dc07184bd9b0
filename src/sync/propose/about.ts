import { createHash } from 'node:crypto'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { SyncChange } from '../types.ts'
import { readMarkedText, type MarkedPackage, type Marker } from './marker.ts'

/** A package that a pull request is about, as far as it is told from another one. */
export type Subject = Pick<
  SyncChange,
  'name' | 'package' | 'oldVersion' | 'newVersion' | 'revision' | 'hashes' | 'head'
>

/** What one pull request is about. */
export interface About {
  subjects: readonly Subject[]
  /** null: they are one change by themselves. */
  group: string | null
}

/** Whether a pull request's text says that it is about the change's packages, or the group, whichever versions. */
export function isAbout(
  { body }: PullRequest,
  subjects: readonly Subject[],
  group: string | null
): boolean {
  const marker = readMarkedText(body)?.marker
  if (marker?.group !== group) return false
  return group !== null || marker.packages.some((one) => subjects.some((two) => isOf(one, two)))
}

/** Whether a marker's package is the subject, whichever version. */
export function isOf(marked: MarkedPackage, subject: Pick<Subject, 'name' | 'package'>): boolean {
  return marked.name === subject.name && marked.package === subject.package.text
}

/** A subject as a marker has it. */
export function markedOf(subject: Subject): MarkedPackage {
  const { name, package: reference, newVersion: version } = subject
  return { name, package: reference.text, version, ...contentOf(subject) }
}

/** The same packages at the same versions, in whichever order. */
export function areSame(some: readonly MarkedPackage[], others: readonly MarkedPackage[]): boolean {
  const key = ({ name, package: reference, version, content }: MarkedPackage): string =>
    JSON.stringify([name, reference, version, content ?? null])
  const sorted = (all: readonly MarkedPackage[]): string => all.map(key).toSorted().join()
  return some.length === others.length && sorted(some) === sorted(others)
}

/**
 * What of a change the new version does not tell: a no to a commit, or to hashes made anew, is none to the next ones of the same
 * version. Of a new version it is empty.
 */
export function contentOf({
  oldVersion,
  newVersion,
  revision,
  hashes
}: Pick<Subject, 'oldVersion' | 'newVersion' | 'revision' | 'hashes'>): { content?: string } {
  if (newVersion !== oldVersion) return {}
  if (revision !== null) return { content: revision.new }
  const lines = hashes.map(({ file, newHash }) => JSON.stringify([file, newHash])).toSorted()
  return { content: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) }
}

/**
 * Whether a pull request takes an older one's place, by what both are about:
 *
 *     the same packages at the same versions     no: it is another one for the same
 *     no group, and the older one has a package of it   yes: an older version, a set that is none any more, a group that was given up
 *     a group, and the older one is of the same group   yes, where they share a package
 *     a group, and the older one is of another, or none  yes, where the group has all of its packages
 */
export function takesPlaceOf({ subjects, group }: About, old: Marker): boolean {
  const shared = old.packages.filter((one) => subjects.some((subject) => isOf(one, subject)))
  const isAll = shared.length === old.packages.length
  if (shared.length === 0) return false
  if (old.group === group && isAll && subjects.length === shared.length) {
    if (subjects.every((subject) => shared.some((one) => isAt(one, subject)))) return false
  }
  return group === null || old.group === group || isAll
}

/** Whether a marker's package is the subject, with nothing new about it. Hashes that were made anew once more are no other version. */
function isAt(marked: MarkedPackage, subject: Subject): boolean {
  return (
    isOf(marked, subject) &&
    marked.version === subject.newVersion &&
    (subject.revision === null || marked.content === contentOf(subject).content)
  )
}

/** By what the dashboard knows a package on its way to a version. */
export function wishKey({
  name,
  package: reference,
  version
}: Omit<MarkedPackage, 'content'>): string {
  const text = JSON.stringify([name, reference, version])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
