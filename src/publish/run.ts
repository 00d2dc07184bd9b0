import type { Kept } from '../cache/save.ts'
import type { ServicePlace } from '../cache/service.ts'
import type { Limits } from '../repository/github/limits.ts'
import type { Run } from '../run.ts'
import type { PublishInputs } from './inputs.ts'

export type PublishRun<Inputs = PublishInputs> = Run<Inputs> & {
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
  /** The job's own cache service, and who takes what is to be saved there at its end; a terminal has none. */
  job?: {
    service: Pick<ServicePlace, 'entry' | 'service' | 'limitMs'>
    keep: (kept: Kept) => void
  }
}
export type CommitRun = PublishRun<Extract<PublishInputs, { phase: 'commit' }>>
