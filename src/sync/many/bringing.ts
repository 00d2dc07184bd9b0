import type { Run } from '../../run.ts'
import type { Computed } from '../computed/types.ts'
import type { SyncDestination } from '../inputs.ts'
import type { Copy } from '../project/copy.ts'
import type { Project } from '../project/locate-package.ts'
import type { Subject } from '../propose/about.ts'
import type { ManyWishes } from './inputs.ts'
import type { OfOneChange, Tally } from './tally.ts'

/** What a package gives to a change. */
export interface Part {
  computed: Computed
  /** The checkout, about this package. */
  project: Project
}

/** Changes of packages, in a copy of the checkout. */
export interface WorkedSet<P extends Part = Part> {
  /** One a package; those that change nothing are left out. */
  parts: readonly P[]
  /** The checkout with all of them in it; null: there are none. */
  copy: Copy | null
  /** Sentences that the reader should see. */
  notes: readonly string[]
  /** Takes away what this machine keeps of it. */
  remove: () => void
}

/** A change of one or more packages that is to be made: worked out here, or taken from what other jobs left. */
export interface Change<P extends Part = Part> extends OfOneChange {
  /** What its pull requests are known by, as far as that is known yet. */
  subjects: readonly Subject[]
  work: () => Promise<WorkedSet<P>>
}

/** A change that was worked out. */
export interface Gathered<P extends Part = Part> {
  change: Omit<Change<P>, 'work'>
  parts: readonly P[]
  notes: readonly string[]
}

/** Many changes on their way to where they belong. */
export interface Bringing<P extends Part = Part> {
  run: Pick<Run<unknown>, 'environment' | 'scratch' | 'log' | 'timings'>
  destination: SyncDestination
  dryRun: boolean
  many: ManyWishes
  /** Hashes are made anew, and which of them differ shows only then. */
  isKept: boolean
  /** For pull requests; null: nothing was formatted. */
  formattedWith: string | null
  changes: readonly Change<P>[]
  /** The changes of several in one copy. `proves`: and shows that they are right together. */
  together: (
    parts: readonly P[],
    options: { proves: boolean }
  ) => Promise<Omit<WorkedSet<P>, 'notes'>>
  tally: Tally
}

/** The same, each by itself. */
export type BringingEach = Omit<Bringing, 'together'>
