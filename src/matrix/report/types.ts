import type { BesideRows, MatrixRow } from '../../publish/expected-rows.ts'
import type { PublishReport } from '../../publish/report/types.ts'
import type { ReportedFailure } from '../../report/types.ts'

/** A row, with what its job has to do. */
export interface ReportedRow extends MatrixRow {
  wave: 1 | 2
  /** Names of derivations that no cache has: `hello-2.12.1`. */
  builds: readonly string[]
  /** Names of those that rows of the second wave take. */
  handsOn: readonly string[]
  /** Of its builds together. */
  weight: number
  /** bytes from caches, unpacked; null: not asked. */
  fetches: number | null
}

/** What `mode: matrix` found, for people and for the jobs that follow. */
export interface MatrixReport {
  target: { name: string; branch: string }
  /** Of both waves, the first one's first. */
  rows: readonly ReportedRow[]
  /** How many attributes the rows have together. */
  attributes: number
  /** What no job is made for, as the target holds it, or as it does not evaluate. */
  beside: BesideRows
  failures: readonly ReportedFailure[]
  requests: PublishReport['requests']
  /** Sentences for the reader; left out: none. */
  notes?: readonly string[]
}
