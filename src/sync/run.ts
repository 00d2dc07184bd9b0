import type { Environment } from '../environment.ts'
import type { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Timings } from '../timings.ts'
import type { SyncInputs } from './inputs.ts'
import type { Links } from './links.ts'
import type { SyncReport } from './report/types.ts'
import type { Traced } from './trace.ts'
import type { Check, SyncChange } from './types.ts'
import type { Workshop } from './workshop.ts'

export interface SyncRun {
  inputs: SyncInputs
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  /** Filled by the steps, in their order. */
  timings: Timings
}
export interface SyncReported {
  report: SyncReport
  /** What the job fails with although the rest was done: drift that was looked for. */
  error: NarPublishError | null
}
/** What was worked out and proved, before anything was written anywhere but in the copy. */
export interface Worked {
  shop: Workshop
  traced: Traced
  change: SyncChange
  checks: Check[]
  links: Links
}
