import type { Kept } from '../cache/save.ts'
import type { ServicePlace } from '../cache/service.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../repository/github/limits.ts'
import type { Timings } from '../timings.ts'
import type { PublishInputs } from './inputs.ts'

/** One run. `Told`: as much of its inputs as a step needs. */
export interface PublishRun<Told = PublishInputs> {
  inputs: Told
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  /** Filled by the steps, in their order. */
  timings: Timings
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
  /** The job's own cache service, and who takes what is to be saved there at its end; a terminal has none. */
  job?: {
    service: Pick<ServicePlace, 'entry' | 'service' | 'limitMs'>
    keep: (kept: Kept) => void
  }
}
export type CommitRun = PublishRun<Extract<PublishInputs, { phase: 'commit' }>>
