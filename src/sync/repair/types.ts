import type { HashEdit, Span } from '../types.ts'

/** A hash that the pull request's head needs in place of the one that it has. */
export interface RepairEdit extends HashEdit {
  /** Which of the packages need it, as `package` has them. */
  packages: string[]
}

/** What one machine has worked out: all of its file, which names no pull request and no branch. */
export interface Repair {
  /** Commit of the pull request's head that the spans are about. */
  head: string
  /** For which it was worked out. */
  systems: string[]
  /** None: it was looked, and nothing is to be repaired. */
  edits: readonly RepairEdit[]
  /** Hashes that were made anew and are right as they stand: at most a thousand. */
  kept: readonly KeptHash[]
}

export type KeptHash = Span

/** The same as it was read back: somebody else's words until it is checked against the head. */
export interface ReadRepair extends Repair {
  /** Its file on this disk. */
  file: string
}
