import type { Environment } from './environment.ts'
import type { NarPublishError } from './errors.ts'
import type { Log } from './log.ts'
import type { Timings } from './timings.ts'

/** One run of a mode. `Inputs`: as much of what it was told as a step needs. */
export interface Run<Inputs> {
  inputs: Inputs
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  /** Filled by the steps, in their order. */
  timings: Timings
}

/** What a run ends with. */
export interface Reported<Report> {
  report: Report
  /** What the job fails with although the rest was done. */
  error: NarPublishError | null
}
