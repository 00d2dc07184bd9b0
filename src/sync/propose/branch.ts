import { NarPublishError } from '../../errors.ts'
import { saysMissingObject } from '../../repository/github/answers.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { BranchHead, type BranchState } from '../../repository/github/branch-head.ts'
import { writeCommit } from '../../repository/github/commit-write.ts'
import {
  compareCommits,
  type ComparedCommit,
  type Comparison
} from '../../repository/github/compare.ts'
import { blobSha } from '../../repository/github/git-objects.ts'
import { deleteBranch } from '../../repository/github/delete-branch.ts'
import { updateRef } from '../../repository/github/ref-update.ts'
import { writeFiles } from '../../repository/github/tree-write.ts'
import { land } from '../../repository/landing.ts'
import type { Head } from '../../repository/types.ts'
import type { ChangedFile } from '../types.ts'
import { hasOldFiles } from './base.ts'
import { isOwnCommit } from './commit-message.ts'
import { bringCommit, foldersOf, staleFork, type Destination } from './destination.ts'

interface WantedBranch {
  name: string
  /** The base branch's newest commit. */
  base: Head
  files: readonly ChangedFile[]
  /** Where pull requests of ours from this branch were merged: what it holds there is in base, or was dropped with their branch. */
  merged: ReadonlySet<string>
  /** The commit's message, when it has that tree. */
  message: (tree: string) => string
}

/** Nothing was written, as somebody else's commits are on the branch. */
export interface Foreign {
  change: 'none'
  /** Which, in words. */
  why: string
}

export interface Landed {
  branch: BranchHead
  commit: string
  /** `made`: there was none. `moved`: it has one commit more. `kept`: it was as it should be. */
  change: 'made' | 'moved' | 'kept'
  /** Name of the last commit's author; data, null where GitHub does not say. */
  author: string | null
}

/**
 * Brings the pull request's branch to where it holds exactly the files, on the newest base: by a commit on top of what is there, never by
 * force. When base has moved on since, the commit merges it. A branch that was left behind where it was merged, and is not ours alone, is
 * begun anew. Throws BRANCH_NOT_OURS before anything is written when it cannot tell whose the branch is, HEAD_MOVED, FORK_STALE.
 */
export async function landOnBranch(
  destination: Destination,
  wanted: WantedBranch
): Promise<Landed | Foreign> {
  const { head: api, isFork } = destination
  const branch = new BranchHead(api, wanted.name)
  if (isFork) await bringCommit(destination, wanted.base.commit)
  let tree: string | null = null
  const tryOnce = async (state: BranchState): Promise<Landed | Foreign | null> => {
    const standing = await readStanding(destination, wanted, state)
    if (standing.kind === 'merged') {
      const isGone = await deleteBranch(api, branch, destination.headId, standing.commit)
      if (isGone) branch.leave(state)
      return isGone ? tryOnce({ kind: 'missing' }) : null
    }
    if (standing.kind === 'foreign') return { change: 'none', why: standing.why }
    if (standing.kind === 'as-wanted') {
      const { commit, author } = standing
      return { branch, commit, change: 'kept', author }
    }
    // Base and files are the same whatever the branch has.
    await api.content.turn()
    tree ??= await writeFiles(api, wanted.base.tree, wanted.files)
    const message = wanted.message(tree)
    await api.content.turn()
    const made = await writeCommit(api, { message, tree, parents: standing.parents })
    const commit = made.sha
    if (!(await updateRef(api, branch, state, commit))) return null
    branch.advance(state, { commit, tree })
    const change = state.kind === 'at' ? 'moved' : 'made'
    return { branch, commit, change, author: made.author }
  }
  const contested = {
    ...{ branch: wanted.name, host: api, read: () => branch.read() },
    whyLost: (_: BranchState, rounds: number) =>
      `it moved each time while a commit was made for it, after ${rounds} attempts`
  }
  try {
    return await land(contested, await branch.read(), tryOnce, () => 'once more')
  } catch (error) {
    if (isFork && error instanceof NarPublishError && saysMissingObject(error)) {
      throw staleFork(api, error)
    }
    throw error
  }
}

type Standing =
  | { kind: 'as-wanted'; commit: string; author: string | null }
  | { kind: 'behind'; parents: string[] }
  | { kind: 'foreign'; why: string }
  /** Somebody else's commits, or many, which a pull request of ours has brought into base. */
  | { kind: 'merged'; commit: string }

/** What the branch in this state lacks. Throws BRANCH_NOT_OURS. */
async function readStanding(
  destination: Destination,
  { name, base, files, merged }: WantedBranch,
  state: BranchState
): Promise<Standing> {
  if (state.kind !== 'at') return { kind: 'behind', parents: [base.commit] }
  const { head: api } = destination
  const { head } = state
  const comparison = await compareCommits(api, base.commit, head.commit)
  const why = foreignWork(comparison)
  if (!isOwn(comparison) && merged.has(head.commit)) return { kind: 'merged', commit: head.commit }
  if (why !== null) return { kind: 'foreign', why }
  if (!isOwn(comparison)) {
    throw branchNotOurs(api, name, 'it holds more commits than nar-publish makes')
  }
  const { commits, mergeBase, behindBy } = comparison
  // Base has all of it: it was merged, and can be used again.
  if (commits.length === 0) return { kind: 'behind', parents: [base.commit] }
  const isBaseOld = behindBy > 0
  const old = { commit: mergeBase.sha, tree: mergeBase.tree }
  if (
    holdsExactly(comparison, files) &&
    (!isBaseOld || (await hasOldFiles(foldersOf(destination, api, old), files)))
  ) {
    return { kind: 'as-wanted', commit: head.commit, author: commits.at(-1)?.author ?? null }
  }
  return { kind: 'behind', parents: [head.commit, ...(isBaseOld ? [base.commit] : [])] }
}

/**
 * Whether a branch has nothing that base lacks but commits of ours. One that has nothing at all may be anybody's, `develop` or a release's:
 * it is ours when its newest commit is.
 */
export function isOwn(comparison: Comparison | null): comparison is Comparison {
  return comparison?.isWhole === true && newCommits(comparison).every(isOwnCommit)
}

function newCommits({ commits, mergeBase }: Comparison): readonly ComparedCommit[] {
  return commits.length === 0 ? [mergeBase] : commits
}

export function branchNotOurs(api: GitHubApi, branch: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'BRANCH_NOT_OURS',
    subject: `${api.repository} branch ${JSON.stringify(branch)}`,
    reason
  })
}

/** Which commit of a branch somebody else made, in words; null: none that is known. */
export function foreignWork(comparison: Comparison | null): string | null {
  if (comparison === null) return 'it has nothing in common with the base branch'
  const foreign = newCommits(comparison).find((commit) => !isOwnCommit(commit))
  if (foreign === undefined) return null
  const { sha, message, author } = foreign
  const title = JSON.stringify((message.split('\n')[0] ?? '').slice(0, 100))
  const by = author === null ? '' : ` by ${JSON.stringify(author.slice(0, 100))}`
  return `commit ${sha.slice(0, 12)}${by}, ${title}, was not made by nar-publish, or was changed since`
}

function holdsExactly({ files: changed }: Comparison, files: readonly ChangedFile[]): boolean {
  return (
    changed.size === files.length &&
    files.every(({ path, content }) => changed.get(path) === blobSha(content))
  )
}
