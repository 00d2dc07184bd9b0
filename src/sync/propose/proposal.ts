import type { Computed } from '../computed/types.ts'
import type { ChangedFile, SyncCounts } from '../types.ts'

/** What a pull request is to hold. */
export interface Proposal extends Omit<Computed, 'systems' | 'counts' | 'source'> {
  /** The change after formatting: whole files. */
  files: ChangedFile[]
  counts: SyncCounts | null
  /** null: it was not asked for. */
  formattedWith: string | null
  /** For people, plain text. */
  notes: string[]
}

export interface Proposed {
  /**
   * `unchanged`: branch and pull request were as they should be. `declined`: somebody has closed it. `taken-over`: its branch has other
   * people's commits. With none of the three was anything written.
   */
  operation: 'created' | 'updated' | 'unchanged' | 'declined' | 'taken-over'
  number: number
  url: string
  branch: string
  /** The branch's newest; null: it is not ours. */
  commit: string | null
  /** Older ones for the same package, which this one supersedes. */
  closed: { number: number; url: string }[]
  /** What GitHub refused that is no reason to fail, and what a maintainer should know; plain text. */
  notes: string[]
}
