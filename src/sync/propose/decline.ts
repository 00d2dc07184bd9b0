import { createHash } from 'node:crypto'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { SyncChange } from '../types.ts'
import { readMarkedText, type Marker } from './marker.ts'

/** What a pull request is about, as far as it is told from another one. */
export type Subject = Pick<
  SyncChange,
  'name' | 'package' | 'oldVersion' | 'newVersion' | 'revision' | 'hashes'
>

/**
 * The pull request whose closing is a no to this change; null: there is none. Where it was merged, or closed by a later one of ours, nobody
 * has said no; one that is open, or open again, is a yes; and the newest word counts.
 *
 * @param history pull requests from our branch, newest first. GitHub lets nobody open one from there who cannot write to its repository
 *   (https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request), so that a marker in them is no stranger's.
 */
export function declined(history: readonly PullRequest[], change: Subject): PullRequest | null {
  const [last] = history
    .filter(({ body, state }) => {
      const marker = readMarkedText(body)?.marker
      // One that a person has opened says nothing of a version.
      if (marker === undefined) return state === 'open'
      return (
        isOfPackage(marker, change) &&
        marker.version === change.newVersion &&
        isSameContent(marker, change)
      )
    })
    .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  if (last?.state !== 'closed') return null
  return readMarkedText(last.body)?.marker.superseded === true ? null : last
}

/** Whether a pull request's text says that it is about the change's package, whichever version. */
export function isAboutPackage({ body }: PullRequest, change: Subject): boolean {
  const marker = readMarkedText(body)?.marker
  return marker !== undefined && isOfPackage(marker, change)
}

function isOfPackage(marker: Marker, change: Subject): boolean {
  return marker.name === change.name && marker.package === change.package.text
}

export function isSameContent(marker: Marker, change: Subject): boolean {
  return marker.content === contentOf(change).content
}

/**
 * What of a change the new version does not tell: a no to a commit, or to hashes made anew, is none to the next ones of the same
 * version. Of a new version it is empty.
 */
export function contentOf({ oldVersion, newVersion, revision, hashes }: Subject): {
  content?: string
} {
  if (newVersion !== oldVersion) return {}
  if (revision !== null) return { content: revision.new }
  const lines = hashes.map(({ file, newHash }) => JSON.stringify([file, newHash])).toSorted()
  return { content: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) }
}
