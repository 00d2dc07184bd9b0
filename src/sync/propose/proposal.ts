import type { ChangedFile, Check, SyncChange, SyncCounts } from '../types.ts'

/** What a pull request is to hold. */
export interface Proposal {
  change: SyncChange
  /** The change after formatting: whole files. */
  files: ChangedFile[]
  checks: Check[]
  counts: SyncCounts | null
  /** Pages about the new version; data. */
  compareUrl: string | null
  releaseUrl: string | null
  /** null: it was not asked for. */
  formattedWith: string | null
  /** For people, plain text. */
  notes: string[]
}

export interface Proposed {
  /** `unchanged`: branch and pull request were as they should be, and nothing was written. */
  operation: 'created' | 'updated' | 'unchanged'
  number: number
  url: string
  branch: string
  /** The branch's newest. */
  commit: string
  /** Pull requests that this one supersedes. */
  closed: { number: number; url: string }[]
  /** What GitHub refused that is no reason to fail, and what a maintainer should know; plain text. */
  notes: string[]
}
