import { NarPublishError } from '../../errors.ts'
import { markdownText } from '../../markdown/markdown.ts'
import { BranchHead } from '../../repository/github/branch-head.ts'
import { compareCommits } from '../../repository/github/compare.ts'
import { deleteBranch } from '../../repository/github/delete-branch.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import { isSameName } from '../../repository/github/repository.ts'
import { count } from '../../text.ts'
import { takesPlaceOf, type About } from './about.ts'
import { note, openOnes, type Book } from './book.ts'
import { foreignWork, isOwn } from './branch.ts'
import type { Destination } from './destination.ts'
import { markSuperseded, readMarkedText } from './marker.ts'

interface Superseded {
  closed: { number: number; url: string }[]
  notes: string[]
}

/**
 * Closes the open pull requests that ours takes the place of, with a comment, and deletes their branches; one that somebody goes on with
 * stays. `current`: ours.
 *
 * Which those are is said by nobody's text alone: older than ours (so that of two runs at once only one closes the other's), of the same
 * author as ours, from a branch of the same repository, to the same base, and with a marker that `takesPlaceOf` speaks of.
 */
export async function closeSuperseded(
  book: Book,
  current: PullRequest,
  successor: About,
  baseCommit: string
): Promise<Superseded> {
  const { destination, pullRequests } = book
  const result: Superseded = { closed: [], notes: [] }
  const names = successor.subjects.map(({ name }) => name)
  for (const known of await openOnes(book, names)) {
    if (current.author === null || !isSupersededBy(known, current, successor)) continue
    // What was seen a while ago may be another by now, and its text is written back.
    const old = book.seen === null ? known : await pullRequests.read(known.number)
    note(book, old)
    if (old.state !== 'open' || !isSupersededBy(old, current, successor)) continue
    const { number, url } = old
    const branch = new BranchHead(destination.head, old.head.branch)
    const state = await branch.read()
    const commit = state.kind === 'at' ? state.head.commit : null
    const foreign = commit === null ? null : await foreignCommits(destination, baseCommit, commit)
    if (foreign !== null) {
      result.notes.push(`pull request #${number} stays open, as somebody goes on there: ${foreign}`)
      continue
    }
    const word = `Superseded by #${current.number}${whatFor(successor)}.`
    await pullRequests.comment(number, current.author, word)
    // By one request: what is closed without this word is taken for a person's no.
    const body = markSuperseded(old.body)
    await pullRequests.update(number, { state: 'closed', body })
    note(book, { ...old, body, state: 'closed' })
    result.closed.push({ number, url })
    const why = commit === null ? null : await deleteOwnBranch(destination, branch, commit)
    if (why !== null) {
      const name = JSON.stringify(branch.branch)
      result.notes.push(`branch ${name} of the closed pull request #${number} stays: ${why}`)
    }
  }
  return result
}

function isSupersededBy(old: PullRequest, current: PullRequest, successor: About): boolean {
  const isSameWork =
    old.number < current.number &&
    old.author !== null &&
    old.author === current.author &&
    old.base === current.base &&
    old.head.repository !== null &&
    current.head.repository !== null &&
    isSameName(old.head.repository, current.head.repository)
  const marker = isSameWork ? readMarkedText(old.body)?.marker : undefined
  return marker !== undefined && takesPlaceOf(successor, marker)
}

function whatFor({ subjects }: About): string {
  const [only, ...others] = subjects
  if (others.length > 0) return `, which updates ${count(subjects.length, 'package')}`
  const version = only?.newVersion ?? null
  return version === null ? '' : `, which updates to ${markdownText(version)}`
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
