import { NarPublishError } from '../../errors.ts'
import { markdownText } from '../../markdown/markdown.ts'
import { BranchHead } from '../../repository/github/branch-head.ts'
import { compareCommits } from '../../repository/github/compare.ts'
import { deleteBranch } from '../../repository/github/delete-branch.ts'
import { branchesWith } from '../../repository/github/matching-branches.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import type { PullRequests } from '../../repository/github/pull-requests.ts'
import { isSameName } from '../../repository/github/repository.ts'
import type { SyncChange } from '../types.ts'
import { foreignWork, isOwn } from './branch.ts'
import type { Destination } from './destination.ts'
import { isSameContent } from './decline.ts'
import { markSuperseded, readMarkedText } from './marker.ts'
import { branchPrefix } from './title.ts'

/** Of a repository with thousands of open pull requests only the newest are looked through. */
const pages = 3
const mostBranches = 20

interface Superseded {
  closed: { number: number; url: string }[]
  notes: string[]
}

/**
 * Closes the open pull requests that ours takes the place of, with a comment, and deletes their branches; one that somebody goes on with
 * stays. `current`: ours.
 *
 * Which those are is said by nobody's text alone: older than ours (so that of two runs at once only one closes the other's), of the same
 * author as ours, from a branch of the same repository, to the same base, and with a marker of the same package and another
 * version or commit.
 */
export async function closeSuperseded(
  destination: Destination,
  pullRequests: PullRequests,
  current: PullRequest,
  change: SyncChange,
  baseCommit: string
): Promise<Superseded> {
  const result: Superseded = { closed: [], notes: [] }
  for (const old of await candidates(destination, pullRequests, change)) {
    if (current.author === null || !isSupersededBy(old, current, change)) continue
    const { number, url } = old
    const branch = new BranchHead(destination.head, old.head.branch)
    const state = await branch.read()
    const commit = state.kind === 'at' ? state.head.commit : null
    const foreign = commit === null ? null : await foreignCommits(destination, baseCommit, commit)
    if (foreign !== null) {
      result.notes.push(`pull request #${number} stays open, as somebody goes on there: ${foreign}`)
      continue
    }
    const to =
      change.newVersion === null ? '' : `, which updates to ${markdownText(change.newVersion)}`
    await pullRequests.comment(number, current.author, `Superseded by #${current.number}${to}.`)
    // By one request: what is closed without this word is taken for a person's no.
    await pullRequests.update(number, { state: 'closed', body: markSuperseded(old.body) })
    result.closed.push({ number, url })
    const why = commit === null ? null : await deleteOwnBranch(destination, branch, commit)
    if (why !== null) {
      const name = JSON.stringify(branch.branch)
      result.notes.push(`branch ${name} of the closed pull request #${number} stays: ${why}`)
    }
  }
  return result
}

function isSupersededBy(old: PullRequest, current: PullRequest, change: SyncChange): boolean {
  const isSameWork =
    old.number < current.number &&
    old.author !== null &&
    old.author === current.author &&
    old.base === current.base &&
    old.head.repository !== null &&
    current.head.repository !== null &&
    isSameName(old.head.repository, current.head.repository)
  const marker = isSameWork ? readMarkedText(old.body)?.marker : undefined
  return (
    marker?.name === change.name &&
    marker.package === change.package.text &&
    (marker.version !== change.newVersion ||
      (change.revision !== null && !isSameContent(marker, change)))
  )
}

/** The newest open ones; where there are more, also those of branches that are named as ours are by default. */
async function candidates(
  { head, base }: Destination,
  pullRequests: PullRequests,
  { name }: SyncChange
): Promise<PullRequest[]> {
  const newest = await pullRequests.newest(base, pages)
  if (newest.isAll) return newest.pullRequests
  const known = new Set(newest.pullRequests.map(({ number }) => number))
  const branches = await branchesWith(head, branchPrefix(name))
  const found: PullRequest[] = []
  for (const branch of branches.slice(-mostBranches)) {
    const one = await pullRequests.find({ repository: head.repository, branch, base })
    if (one !== null && !known.has(one.number)) found.push(one)
  }
  return [...newest.pullRequests, ...found]
}

/** What somebody else did on a branch, or may have done, in words; null: all of it is ours. */
async function foreignCommits(
  { head }: Destination,
  baseCommit: string,
  commit: string
): Promise<string | null> {
  const comparison = await compareCommits(head, baseCommit, commit)
  return isOwn(comparison) ? null : (foreignWork(comparison) ?? 'it has more commits than we make')
}

/** Why the branch stays, in words: somebody else's commits come to it, or a rule keeps it. null: it is gone. */
async function deleteOwnBranch(
  { head: api, headId }: Destination,
  branch: BranchHead,
  commit: string
): Promise<string | null> {
  try {
    const isGone = await deleteBranch(api, branch, headId, commit)
    return isGone ? null : 'it has commits that nar-publish did not make'
  } catch (error) {
    // The pull request that matters is open: a leftover is no reason to fail.
    if (error instanceof NarPublishError) return error.reason
    throw error
  }
}
