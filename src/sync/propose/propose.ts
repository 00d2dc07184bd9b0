import { internalError, type ErrorCode, NarPublishError } from '../../errors.ts'
import { deleteBranch } from '../../repository/github/delete-branch.ts'
import { blobSha } from '../../repository/github/git-objects.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { Ends } from '../../repository/github/pull-requests.ts'
import type { ChangedFile, SyncChange } from '../types.ts'
import { isAbout } from './about.ts'
import { readBase } from './base.ts'
import { longestBody, renderBody, workflowTokenNote } from './body.ts'
import { bookOf, branchFor, endsOf, inputsDigest, isWished, note, type Book } from './book.ts'
import { branchNotOurs, landOnBranch, type Landed } from './branch.ts'
import { proposalMessage } from './commit-message.ts'
import { declined } from './decline.ts'
import { openDestination, type Destination, type ProposeRun } from './destination.ts'
import { invite, nobody } from './invitations.ts'
import { leave, wordsOf } from './left.ts'
import { readMarkedText, type Marker } from './marker.ts'
import type { Proposal, Proposed } from './proposal.ts'
import { bringUpToDate, findOrOpen, type WantedPullRequest } from './pull-request.ts'
import { closeSuperseded } from './superseded.ts'
import { proposalTitle } from './title.ts'

export type { ProposeRun } from './destination.ts'
export type { Proposal, Proposed } from './proposal.ts'

/**
 * Puts a change into a branch and opens a pull request for it, or brings the open one up to date; closes those that it supersedes. Where
 * all is as it should be, or people have the pull request in hand, nothing is written. `book`: what was asked before, if there
 * was anything. Throws BASE_MISSING, CHECKOUT_STALE, FORK_INVALID, FORK_STALE, BRANCH_NOT_OURS, BRANCH_RULE,
 * HEAD_MOVED, PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED, INPUT_INVALID, and what any request to GitHub may.
 */
export async function proposeChange(
  run: ProposeRun,
  proposal: Proposal,
  book: Book | null = null
): Promise<Proposed> {
  return propose(book ?? bookOf(run, await openDestination(run)), proposal)
}

async function propose(book: Book, proposal: Proposal): Promise<Proposed> {
  const { destination, pullRequests } = book
  const { destination: wanted, environment, log } = book.run
  const { parts, group } = proposal
  const changes = parts.map(({ change }) => change)
  const [{ head: checkout } = { head: '' }] = changes
  const files = changedFiles(proposal)
  const { upstream, head } = destination
  const name = await branchFor(book, changes, group)
  refuseBase(destination, name)
  const ends = endsOf(destination, name)
  // Asked now, however much the book has seen: it may have been an hour.
  const history = await pullRequests.history(ends)
  const no = isWished(book, changes) ? null : declined(history, changes)
  if (no !== null) return leave(no, 'declined', log)
  const known = history.find(({ state }) => state === 'open') ?? null
  const base = await readBase(destination, files, checkout)
  const title = proposalTitle({ changes, group }, upstream.repo, wanted.title)
  if (group !== null) refuseLong(bodyOf(book, proposal, ends, null)(true, longestBody), changes)
  const landed = await landOnBranch(destination, {
    ...{ name, base, files, merged: mergedAt(history) },
    message: (tree) => proposalMessage(title, changes, environment.runUrl, tree)
  })
  if (landed.change === 'none') {
    if (known !== null && isAbout(known, changes, group)) {
      return leave(known, 'taken-over', log, landed.why)
    }
    throw branchNotOurs(head, name, landed.why)
  }
  const inputs = inputsDigest(book, checkout, title)
  const computed = inputs === null ? null : { commit: landed.commit, inputs }
  const wantedPullRequest: WantedPullRequest = {
    ends,
    title,
    draft: wanted.draft,
    author: landed.author,
    body: bodyOf(book, proposal, ends, computed)
  }
  const found = await withdrawIfRefused(destination, landed, () =>
    findOrOpen(pullRequests, known, wantedPullRequest)
  )
  const { pullRequest } = found
  const edited = await bringUpToDate(pullRequests, found, wantedPullRequest)
  const at = { ...pullRequest.head, commit: landed.commit }
  note(book, { ...pullRequest, ...edited.edits, head: at })
  const invited = await invite(pullRequests, found, edited.isOurs ? wanted : nobody, upstream.owner)
  const superseded = edited.isOurs
    ? await closeSuperseded(book, pullRequest, { subjects: changes, group }, base.commit)
    : { closed: [], notes: [] }
  const isChanged =
    landed.change !== 'kept' || edited.isEdited || invited.isChanged || superseded.closed.length > 0
  const operation = found.isNew ? 'created' : isChanged ? 'updated' : 'unchanged'
  const { number, url } = pullRequest
  log.info(wordsOf({ operation, number, url }))
  return {
    ...{ operation, number, url, branch: name },
    commit: landed.commit,
    closed: superseded.closed,
    notes: [
      ...edited.notes,
      ...invited.notes,
      ...superseded.notes,
      ...(edited.isWorkflowToken ? [workflowTokenNote] : [])
    ]
  }
}

/** Where pull requests with our marker were when they were merged. */
function mergedAt(history: readonly PullRequest[]): Set<string> {
  const merged = history.filter(
    ({ state, body }) => state === 'merged' && readMarkedText(body) !== null
  )
  return new Set(merged.map(({ head }) => head.commit))
}

/** Without those that are as they were. */
function changedFiles({ files }: Proposal): ChangedFile[] {
  const changed = files.filter(({ content, oldBlob }) => blobSha(content) !== oldBlob)
  if (changed.length > 0) return changed
  throw internalError('pull request', 'it was to be opened for files that have not changed')
}

/** Throws INPUT_INVALID: a commit on the base branch would need no pull request. */
function refuseBase({ isFork, base }: Destination, branch: string): void {
  if (branch !== base || isFork) return
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: 'input branch',
    reason: `${JSON.stringify(branch)} is the branch that the pull request goes to`,
    hint: 'Leave it out, or give a branch that is there for these pull requests alone.'
  })
}

/** Throws INPUT_INVALID where not even the shortest text has room for what a later run has to know: which packages they are. */
function refuseLong({ length }: string, changes: readonly SyncChange[]): void {
  if (length <= longestBody) return
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: 'input group',
    reason: `${changes.length} packages are more than the text of one pull request can name`,
    hint: 'Leave `group` out, or make groups of fewer packages.'
  })
}

function bodyOf(
  { run: { environment }, destination: { upstream, isFork } }: Book,
  proposal: Proposal,
  { repository, branch }: Ends,
  computed: Marker['computed'] | null
): (isWorkflowToken: boolean, longest: number) => string {
  const { serverUrl, runUrl } = environment
  const place = { serverUrl, repository, branch, upstream: upstream.repo, isFork }
  return (isWorkflowToken, longest) =>
    renderBody(proposal, { place, runUrl, isWorkflowToken }, longest, computed)
}

/** Refusals that leave nothing of a pull request behind, unlike an answer that never came. */
const refusals: readonly ErrorCode[] = [
  'PULL_REQUESTS_FORBIDDEN',
  'DRAFT_REFUSED',
  'TOKEN_FORBIDDEN',
  'GITHUB_REFUSED'
]

/** A branch that was made for a pull request that GitHub then refuses goes again, unless somebody has committed to it by then. */
async function withdrawIfRefused<T>(
  { head, headId }: Destination,
  { branch, commit, change }: Landed,
  open: () => Promise<T>
): Promise<T> {
  try {
    return await open()
  } catch (error) {
    const isRefused = error instanceof NarPublishError && refusals.includes(error.code)
    if (isRefused && change === 'made') {
      head.log.info(`${branch.branch} is removed again`)
      await deleteBranch(head, branch, headId, commit).catch((second: unknown) => {
        head.log.warning(`${branch.branch} could not be removed again: ${String(second)}`)
      })
    }
    throw error
  }
}
