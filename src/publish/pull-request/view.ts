import type { ReportedFailure } from '../../report/types.ts'

/** What a run for a pull request has to tell of it: in the summary, in its comment, in check runs. */
export interface PullRequestView {
  number: number
  head: { sha: string; url: string }
  /** The run's page; null: it has none. */
  runUrl: string | null
  attributes: readonly AttributeView[]
  closures: readonly ClosureChange[]
  /** Whether some closure goes on in upstream caches, where it was not looked at. */
  isCut: boolean
  failures: readonly ReportedFailure[]
  /** Lines for a shell. */
  tryIt: readonly string[]
}

/**
 * built: by this run. new: the target did not have it, and nobody says that this run built it. held: the target has it. upstream: readers get
 * it from there. excluded: matched by `exclude`. missing: its job left no word of it.
 */
export type State = 'built' | 'new' | 'held' | 'upstream' | 'excluded' | 'failed' | 'missing'

/** One output of one attribute, or an attribute that has none, as it failed. What is null is not known. */
export interface AttributeView {
  /** The installable, or the store path that was given. */
  attribute: string
  /** Told where it is another than `out`. */
  output: string | null
  system: string | null
  state: State
  /** Why it failed. */
  code: string | null
  storePath: string | null
  buildSeconds: number | null
  /** bytes */
  narSize: number | null
  /** bytes */
  closureSize: number | null
  base: BaseView | null
}

/** The same artifact as the target's index has it. */
export interface BaseView {
  storePath: string
  version: string | null
  /** Whether it was built from the base's own commit; else it is the newest that the index has. */
  isOfBase: boolean
  narSize: number
  closureSize: number | null
}

/** What is another in the closures of some attributes than in those of the base's. */
export interface ClosureChange {
  attributes: readonly string[]
  /** `curl: 8.1 → 8.2` */
  lines: readonly string[]
  came: number
  went: number
}
