import type { PublishRun } from '../publish/run.ts'
import type { PruneInputs } from './inputs.ts'

export interface PruneRun extends Omit<PublishRun<PruneInputs>, 'job'> {
  /** Milliseconds since 1970 that ages are reckoned from. */
  now: number
}
