import type { CacheJob } from '../cache/run.ts'
import type { Environment } from '../environment.ts'
import type { Limits } from '../repository/limits.ts'
import type { Run } from '../run.ts'
import type { PublishInputs } from './inputs.ts'

export type PublishRun<Inputs = PublishInputs> = Run<Inputs> & {
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
  job?: CacheJob
}
export type PackRun = PublishRun<Extract<PublishInputs, { phase: 'pack' }>>
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
