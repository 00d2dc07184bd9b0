import type { CacheJob } from '../cache/run.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../repository/limits.ts'
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
  job?: CacheJob
}
export type CommitRun = PublishRun<Extract<PublishInputs, { phase: 'commit' }>>

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only. */
export function mayWrite({
  inputs,
  environment
}: {
  inputs: { dryRun: boolean }
  environment: Pick<Environment, 'isForkPullRequest'>
}): boolean {
  return !inputs.dryRun && !environment.isForkPullRequest
}
