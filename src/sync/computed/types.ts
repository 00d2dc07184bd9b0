import type { Copy } from '../project/copy.ts'
import type { SourceProof } from '../source-follows.ts'
import type { Check, Span, SyncChange, SyncCounts, ToldPlace } from '../types.ts'

/** What one machine has worked out, for the job that commits: phase `compute`'s whole answer. */
export interface Computed {
  change: SyncChange
  /** What a reader of the change should look at. */
  told: readonly ToldPlace[]
  /** Whether the source followed the version. */
  source: SourceProof
  /** For which it was worked out. */
  systems: string[]
  checks: Check[]
  counts: SyncCounts
  /** Sentences that the reader should see. */
  notes: readonly string[]
  /** The new version's page, and the comparison with the old one; for people. */
  releaseUrl: string | null
  compareUrl: string | null
  /** Texts of all packages of its change, itself among them, in order; left out: it is one alone. */
  together?: readonly string[]
}

/** The same as it was read back: somebody else's words until it is checked against the checkout. */
export interface ReadComputed extends Computed {
  /** Its file on this disk. */
  file: string
}

/** What was worked out and proved, here or by jobs before this one. Nothing was written anywhere but in the copy. */
export interface Worked {
  computed: Computed
  /** The checkout with the change in it. */
  copy: Copy
  /** Hashes in the package's own files that feed nothing. */
  untraced: readonly Span[]
  /** Sentences that the reader should see. */
  notes: readonly string[]
}
