import type { PublishRun } from '../publish/run.ts'
import type { PruneInputs } from './inputs.ts'

export type PruneRun = Omit<PublishRun<PruneInputs>, 'job'> & {
  /** Milliseconds since 1970 that ages are reckoned from. */
  now: number
}
