import type { ReportedRun } from '../../report/types.ts'
import type { Proposed } from '../propose/proposal.ts'
import type { Check, Edit, HashEdit, Revision, Span, SyncCounts } from '../types.ts'

/** What a version-sync did, for people (the summary, a terminal) and for later steps (the outputs). */
export interface SyncReport extends ReportedRun {
  /**
   * proposed: a pull request was made or updated. unchanged: there is nothing to change, or the pull request is open and right.
   * written, committed: files of the checkout. dry-run and fork (a pull request from a fork has a read-only token): nothing was written.
   * computed: a file for phase `commit` was written. declined: somebody has closed the pull request, a no to this version. taken-over: its
   * branch has other people's commits. Of these two nothing was proposed, and nothing computed unless it took that to know.
   */
  outcome:
    | 'proposed'
    | 'unchanged'
    | 'written'
    | 'committed'
    | 'dry-run'
    | 'computed'
    | 'fork'
    | 'declined'
    | 'taken-over'
  /** As it was given: `.#infer`. */
  package: string
  /** Its `pname`. */
  name: string
  /** null: the package has no version. */
  oldVersion: string | null
  newVersion: string | null
  /** The source's commits; null: it is not pinned by one, or that stays. */
  revision: Revision | null
  systems: readonly string[]
  /** What differs from the checkout; both are empty when nothing does. */
  versions: readonly Edit[]
  hashes: readonly HashEdit[]
  /** Hashes of the package's own files that feed nothing on any of `systems`, and were left alone. */
  untraced: readonly Span[]
  checks: readonly Check[]
  /** null: nothing was evaluated (phase `commit`). */
  counts: SyncCounts | null
  pullRequest: ReportedPullRequest | null
  /** The branch's head that holds the change; null when there is none. `url`: null of one that is only in the checkout. */
  commit: { sha: string; url: string | null } | null
  /** The file that phase `compute` wrote. */
  computedFile: string | null
  /** Unified, of a dry run; empty when nothing changes. */
  diff: string | null
}

export interface ReportedPullRequest extends Omit<Proposed, 'commit' | 'notes'> {
  /** `owner/name` */
  repository: string
}
