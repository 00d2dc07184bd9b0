import type { MatrixRow } from '../../publish/expected-rows.ts'
import type { PublishReport } from '../../publish/report/types.ts'
import type { ReportedFailure } from '../../report/types.ts'

/** What `mode: matrix` found, for people and for the jobs that follow. */
export interface MatrixReport {
  target: { name: string; branch: string }
  rows: readonly MatrixRow[]
  /** How many attributes the rows have together. */
  attributes: number
  /** Installables that the target holds: no job is made for them. */
  held: readonly string[]
  failures: readonly ReportedFailure[]
  requests: PublishReport['requests']
  /** Sentences for the reader; left out: none. */
  notes?: readonly string[]
}
