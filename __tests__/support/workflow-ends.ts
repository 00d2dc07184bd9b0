/** How the jobs of a workflow end, and the run that they make. */
import type { Status } from './workflow-expressions.ts'
import type { Permissions } from './workflow-file.ts'
import type { StepEnd } from './workflow-job.ts'

/** A job that ran, or did not; of a matrix each row. */
export interface JobEnd {
  /** Its name in its file, behind those of the jobs that called it: `update / compute`. */
  id: string
  /** As people see it. */
  name: string
  matrix: Readonly<Record<string, unknown>>
  /** Which row of the matrix, from 0. */
  row: number
  /** In which attempt at the run it ran, from 1. */
  attempt: number
  labels: readonly string[]
  permissions: Permissions
  token: string
  concurrency: string | null
  result: Status
  outputs: Readonly<Record<string, string>>
  ends: readonly StepEnd[]
  workspace: string
}

export interface WorkflowEnd {
  /** From 1. */
  attempt: number
  result: Status
  /** In the order in which they ended. */
  jobs: readonly JobEnd[]
  /** What it gives whoever calls it. */
  outputs: Readonly<Record<string, string>>
  /** Of the jobs in the file itself. */
  needs: Readonly<Record<string, { result: Status; outputs: Readonly<Record<string, string>> }>>
}

/** What the jobs that need a job are told of it. */
export interface Ended {
  result: Status
  outputs: Readonly<Record<string, string>>
  /** It did not stay as an earlier attempt left it. */
  isNew: boolean
}

export const nothing: Ended = { result: 'skipped', outputs: {}, isNew: false }

/** Of all that a job waits for: one that was skipped is no success, and no failure. */
export function statusOf(results: readonly Status[]): Status {
  if (results.includes('failure')) return 'failure'
  return results.every((result) => result === 'success') ? 'success' : 'skipped'
}

export function worstOf(results: readonly Status[]): Status {
  return (['failure', 'cancelled'] as const).find((each) => results.includes(each)) ?? 'success'
}

/** The row of a job that an earlier attempt ended well. */
export function succeeded(
  before: WorkflowEnd | undefined,
  id: string,
  row: number
): JobEnd | undefined {
  return before?.jobs.find((end) => end.id === id && end.row === row && end.result === 'success')
}
