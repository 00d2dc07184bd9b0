import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { PullRequests } from '../../repository/github/pull-requests.ts'
import { isSameName } from '../../repository/github/repository.ts'

interface Invitations {
  labels: readonly string[]
  /** Logins, and teams as `org/team`. */
  reviewers: readonly string[]
}

export const nobody: Invitations = { labels: [], reviewers: [] }

interface Invited {
  isChanged: boolean
  /** What GitHub refused. */
  notes: string[]
}

/**
 * Adds the labels that are missing, and asks those reviewers who never were: one who has answered, or was taken off, is left in peace.
 * What GitHub refuses is a note; the next run tries it again, as a label may have been made or a person invited by then.
 *
 * @param owner of the repository, whose teams can be asked
 */
export async function invite(
  pullRequests: PullRequests,
  { pullRequest, isNew }: { pullRequest: PullRequest; isNew: boolean },
  { labels, reviewers }: Invitations,
  owner: string
): Promise<Invited> {
  const { number } = pullRequest
  const labelled = await allOrEach(without(labels, pullRequest.labels), (some) =>
    pullRequests.addLabels(number, some)
  )
  const { askable, notes } = sortReviewers(reviewers, pullRequest, owner)
  const present = [...pullRequest.reviewers, ...pullRequest.teams.map((slug) => `${owner}/${slug}`)]
  let missing = without(askable, present)
  if (missing.length > 0 && !isNew) {
    const asked = await pullRequests.everAsked(number)
    missing = without(missing, [...asked.reviewers, ...asked.teams.map((one) => `${owner}/${one}`)])
  }
  const requested = await allOrEach(missing, (some) =>
    pullRequests.requestReviews(
      number,
      some.filter((name) => !isTeam(name)),
      some.filter(isTeam).map((name) => name.slice(name.indexOf('/') + 1))
    )
  )
  return {
    isChanged: labelled.isChanged || requested.isChanged,
    notes: [
      ...labelled.refused.map(
        ([name, why]) => `label ${JSON.stringify(name)} was not added: ${why}`
      ),
      ...notes,
      ...requested.refused.map(([name, why]) => `${name} was not asked for a review: ${why}`)
    ]
  }
}

/** Those that cannot be asked at all need no request to find out. */
function sortReviewers(
  reviewers: readonly string[],
  { author }: PullRequest,
  owner: string
): { askable: string[]; notes: string[] } {
  const notes: string[] = []
  const askable = reviewers.filter((name) => {
    const why = isSameName(name, author ?? '')
      ? 'the pull request is theirs'
      : isTeam(name) && !isSameName(name.slice(0, name.indexOf('/')), owner)
        ? `only teams of ${owner} can be`
        : null
    if (why !== null) notes.push(`${name} was not asked for a review: ${why}`)
    return why === null
  })
  return { askable, notes }
}

/** GitHub takes all or none, so that one that it refuses would cost the others: then they go one by one. */
async function allOrEach(
  items: readonly string[],
  add: (items: readonly string[]) => Promise<string | null>
): Promise<{ isChanged: boolean; refused: [item: string, why: string][] }> {
  if (items.length === 0) return { isChanged: false, refused: [] }
  const why = await add(items)
  if (why === null) return { isChanged: true, refused: [] }
  const [first, ...others] = items
  if (first === undefined || others.length === 0) {
    return { isChanged: false, refused: items.map((item) => [item, why]) }
  }
  const refused: [string, string][] = []
  for (const item of items) {
    const why = await add([item])
    if (why !== null) refused.push([item, why])
  }
  return { isChanged: refused.length < items.length, refused }
}

function without(wanted: readonly string[], present: readonly string[]): string[] {
  return wanted.filter((name) => !present.some((other) => isSameName(name, other)))
}

function isTeam(name: string): boolean {
  return name.includes('/')
}
