import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../repository/limits.ts'
import type { Timings } from '../timings.ts'
import type { PruneInputs } from './inputs.ts'

export interface PruneRun {
  inputs: PruneInputs
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  timings: Timings
  /** Milliseconds since 1970 that ages are reckoned from. */
  now: number
  /** Others than GitHub's, for a test. */
  limits?: Partial<Limits>
}
