import type { MatrixRow } from '../matrix/rows.ts'
import type { PublishReport, ReportedFailure } from './types.ts'

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
}
