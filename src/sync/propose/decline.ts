import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import { areSame, markedOf, type Subject } from './about.ts'
import { readMarkedText } from './marker.ts'

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
