import type { Computed } from '../computed/types.ts'
import type { ChangedFile, SyncCounts } from '../types.ts'

/** What a pull request is to hold. */
export interface Proposal {
  /** A package each, in the order in which they are told; at least one. All were worked out from the same commit. */
  parts: readonly ProposalPart[]
  /** Name of the one pull request for all packages; null: these are one change by themselves. */
  group: string | null
  /** The changes of all parts after formatting: whole files. */
  files: ChangedFile[]
  /** null: it was not asked for. */
  formattedWith: string | null
  /** For people, plain text. */
  notes: string[]
}

/** What one package gives to it. */
export interface ProposalPart extends Omit<Computed, 'systems' | 'counts' | 'source' | 'notes'> {
  counts: SyncCounts | null
}

export interface Proposed {
  /**
   * `unchanged`: branch and pull request were as they should be. `declined`: somebody has closed it. `taken-over`: its branch has other
   * people's commits. With none of the three was anything written but what only later runs read.
   */
  operation: 'created' | 'updated' | 'unchanged' | 'declined' | 'taken-over'
  number: number
  url: string
  branch: string
  /** The branch's newest; null: it is not ours. */
  commit: string | null
  /** Older ones for the same packages, which this one supersedes. */
  closed: { number: number; url: string }[]
  /** What GitHub refused that is no reason to fail, and what a maintainer should know; plain text. */
  notes: string[]
}
