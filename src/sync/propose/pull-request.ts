import { isDeepStrictEqual } from 'node:util'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { Ends, Opened, PullRequests } from '../../repository/github/pull-requests.ts'
import { longestBody } from './body.ts'
import { readMarkedText } from './marker.ts'

/** Whom GitHub makes the author of what a workflow's own token opens; an App's token has another. */
const workflowLogin = 'github-actions[bot]'

/** GitHub's own limit, in characters. */
const longestText = 65_536

export interface WantedPullRequest {
  ends: Ends
  title: string
  draft: boolean
  /** The text, which says so when the pull request is opened by the workflow's own token. */
  body: (isWorkflowToken: boolean, longest: number) => string
  /** Who seems to be at work: author of the branch's last commit. */
  author: string | null
}

/** The open pull request of these ends, `known` or one that is opened now. */
export async function findOrOpen(
  pullRequests: PullRequests,
  known: PullRequest | null,
  { ends, title, draft, body, author }: WantedPullRequest
): Promise<Opened> {
  if (known !== null) return { pullRequest: known, isNew: false, isShut: false }
  return pullRequests.open({
    ends,
    title,
    draft,
    body: body(author === workflowLogin, longestBody)
  })
}

interface Edited {
  /** False: a person wrote it. */
  isOurs: boolean
  /** Title or text were changed, apart from what nobody sees. */
  isEdited: boolean
  isWorkflowToken: boolean
  notes: string[]
  /** What was written. */
  edits: Edits
}

interface Edits {
  title?: string
  body?: string
}

/**
 * Brings title and text up to date. What people wrote around our text stays; a pull request without any text of ours is a person's, and is
 * left as it is.
 */
export async function bringUpToDate(
  pullRequests: PullRequests,
  { pullRequest, isShut }: Opened,
  wanted: WantedPullRequest
): Promise<Edited> {
  const { number, author } = pullRequest
  const isWorkflowToken = author === workflowLogin
  const changes = changesOf(pullRequest, wanted, isWorkflowToken)
  const { isSeen, ...edits } = changes ?? { isSeen: false }
  if (Object.keys(edits).length > 0) await pullRequests.update(number, edits)
  const notes = [
    ...(changes === null
      ? [
          `pull request #${number} of this branch was not written by nar-publish: its title and text are left as they are`
        ]
      : []),
    ...(isShut
      ? ['upstream’s maintainers cannot push to this fork: GitHub refuses to let them in']
      : [])
  ]
  return { isOurs: changes !== null, isEdited: isSeen, isWorkflowToken, notes, edits }
}

/** null: the text is a person's. */
function changesOf(
  { title, body }: PullRequest,
  wanted: WantedPullRequest,
  isWorkflowToken: boolean
): (Edits & { isSeen: boolean }) | null {
  const marked = readMarkedText(body)
  if (marked === null) return null
  const { before, after, marker } = marked
  const longest = Math.min(longestBody, longestText - before.length - after.length)
  const block = wanted.body(isWorkflowToken, longest)
  // Compared by what they say, as GitHub’s editor changes line ends.
  const wantedMarker = readMarkedText(block)?.marker
  const isSameBlock = isDeepStrictEqual(wantedMarker, marker)
  const isSameText = isDeepStrictEqual(
    { ...wantedMarker, computed: null },
    { ...marker, computed: null }
  )
  return {
    ...(title === wanted.title ? {} : { title: wanted.title }),
    ...(isSameBlock ? {} : { body: before + block + after }),
    isSeen: title !== wanted.title || !isSameText
  }
}
