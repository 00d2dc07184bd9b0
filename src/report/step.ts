import type { NarPublishError } from '../errors.ts'
import type { Run } from '../run.ts'
import type { Outputs } from './outputs.ts'

/** What a mode has when it runs as a step of a job. */
export interface Step extends Pick<Run<never>, 'environment' | 'scratch' | 'log'> {
  /** The action's own file, for processes that go on or stand beside it. */
  entry: string
  /** What the job's own services are reached with; see readServiceEnvironment. */
  service: Readonly<Record<string, string>>
}

/** What every mode ends with in a job. */
export interface StepResult {
  outputs: Outputs
  /** Markdown */
  summary: string
  /** What the job fails with although the rest was done. */
  error: NarPublishError | null
}
