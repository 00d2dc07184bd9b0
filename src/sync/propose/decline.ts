import { createHash } from 'node:crypto'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { SyncChange } from '../types.ts'
import { readMarkedText, type MarkedPackage } from './marker.ts'

/** A package that a pull request is about, as far as it is told from another one. */
export type Subject = Pick<
  SyncChange,
  'name' | 'package' | 'oldVersion' | 'newVersion' | 'revision' | 'hashes' | 'head'
>

/**
 * The pull request whose closing is a no to this change; null: there is none. Where it was merged, or closed by a later one of ours, nobody
 * has said no; one that is open, or open again, is a yes; and the newest word counts. One of several packages is a no to just these at
 * just these versions: when another one joins them, or one of them has a newer version, nobody has seen that yet.
 *
 * @param history pull requests from our branch, newest first. GitHub lets nobody open one from there who cannot write to its repository
 *   (https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request), so that a marker in them is no stranger's.
 */
export function declined(
  history: readonly PullRequest[],
  subjects: readonly Subject[]
): PullRequest | null {
  const wanted = subjects.map(markedOf)
  const [last] = history
    .filter(({ body, state }) => {
      const marker = readMarkedText(body)?.marker
      // One that a person has opened says nothing of a version.
      if (marker === undefined) return state === 'open'
      return areSame(marker.packages, wanted)
    })
    .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  if (last?.state !== 'closed') return null
  return readMarkedText(last.body)?.marker.superseded === true ? null : last
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
