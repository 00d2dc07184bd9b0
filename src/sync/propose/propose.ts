import { internalError, type ErrorCode, NarPublishError } from '../../errors.ts'
import { deleteBranch } from '../../repository/github/delete-branch.ts'
import { blobSha } from '../../repository/github/git-objects.ts'
import { PullRequests, type Ends } from '../../repository/github/pull-requests.ts'
import type { ChangedFile, SyncChange } from '../types.ts'
import { readBase } from './base.ts'
import { renderBody, workflowTokenNote } from './body.ts'
import { branchNotOurs, landOnBranch, type Landed } from './branch.ts'
import { proposalMessage } from './commit-message.ts'
import { declined, isAboutPackage } from './decline.ts'
import { openDestination, type Destination, type ProposeRun } from './destination.ts'
import { invite, nobody } from './invitations.ts'
import { leave, wordsOf } from './left.ts'
import type { Proposal, Proposed } from './proposal.ts'
import { bringUpToDate, findOrOpen, type WantedPullRequest } from './pull-request.ts'
import { closeSuperseded } from './superseded.ts'
import { proposalBranch, proposalTitle } from './title.ts'

export type { ProposeRun } from './destination.ts'
export type { Proposal, Proposed } from './proposal.ts'

/**
 * Puts a change into a branch and opens a pull request for it, or brings the open one up to date; closes those that it supersedes. Where
 * all is as it should be, or people have the pull request in hand, nothing is written. `opened`: what the look ahead has opened, if there
 * was one. Throws BASE_MISSING, CHECKOUT_STALE, FORK_INVALID, FORK_STALE, BRANCH_NOT_OURS, BRANCH_RULE,
 * HEAD_MOVED, PULL_REQUESTS_FORBIDDEN, DRAFT_REFUSED, and what any request to GitHub may.
 */
export async function proposeChange(
  run: ProposeRun,
  proposal: Proposal,
  opened: Destination | null = null
): Promise<Proposed> {
  const { destination: wanted, environment, log } = run
  const { change } = proposal
  const files = changedFiles(proposal)
  const destination = opened ?? (await openDestination(run))
  const { upstream, head } = destination
  const name = branchName(run, destination, change)
  const ends = { repository: head.repository, branch: name, base: destination.base }
  const pullRequests = new PullRequests(upstream)
  const history = await pullRequests.history(ends)
  const no = declined(history, change)
  if (no !== null) return leave(no, 'declined', log)
  const known = history.find(({ state }) => state === 'open') ?? null
  const base = await readBase(destination, files, change.head)
  const title = proposalTitle(change, upstream.repo, wanted.title)
  const landed = await landOnBranch(destination, {
    name,
    base,
    files,
    message: (tree) => proposalMessage(title, change, environment.runUrl, tree)
  })
  if (landed.change === 'none') {
    if (known !== null && isAboutPackage(known, change)) {
      return leave(known, 'taken-over', log, landed.why)
    }
    throw branchNotOurs(head, name, landed.why)
  }
  const wantedPullRequest: WantedPullRequest = {
    ends,
    title,
    draft: wanted.draft,
    author: landed.author,
    body: bodyOf(run, proposal, destination, ends)
  }
  const found = await withdrawIfRefused(destination, landed, () =>
    findOrOpen(pullRequests, known, wantedPullRequest)
  )
  const { pullRequest } = found
  const edited = await bringUpToDate(pullRequests, found, wantedPullRequest)
  const invited = await invite(pullRequests, found, edited.isOurs ? wanted : nobody, upstream.owner)
  const superseded = edited.isOurs
    ? await closeSuperseded(destination, pullRequests, pullRequest, change, base.commit)
    : { closed: [], notes: [] }
  const isChanged =
    landed.change !== 'kept' || edited.isEdited || invited.isChanged || superseded.closed.length > 0
  const operation = found.isNew ? 'created' : isChanged ? 'updated' : 'unchanged'
  const { number, url } = pullRequest
  log.info(wordsOf({ operation, number, url }))
  return {
    operation,
    number,
    url,
    branch: ends.branch,
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

/** Without those that are as they were. */
function changedFiles({ files }: Proposal): ChangedFile[] {
  const changed = files.filter(({ content, oldBlob }) => blobSha(content) !== oldBlob)
  if (changed.length > 0) return changed
  throw internalError('pull request', 'it was to be opened for files that have not changed')
}

/** Throws INPUT_INVALID: a commit on the base branch would need no pull request. */
function branchName(
  { destination: { branch } }: ProposeRun,
  { isFork, base }: Destination,
  change: SyncChange
): string {
  const name = branch ?? proposalBranch(change)
  if (name === base && !isFork) {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input branch',
      reason: `${JSON.stringify(name)} is the branch that the pull request goes to`,
      hint: 'Leave it out, or give a branch that is there for these pull requests alone.'
    })
  }
  return name
}

function bodyOf(
  { environment: { serverUrl, runUrl } }: ProposeRun,
  proposal: Proposal,
  { upstream, isFork }: Destination,
  { repository, branch }: Ends
): (isWorkflowToken: boolean, longest: number) => string {
  const place = { serverUrl, repository, branch, upstream: upstream.repo, isFork }
  return (isWorkflowToken, longest) =>
    renderBody(proposal, { place, runUrl, isWorkflowToken }, longest)
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
