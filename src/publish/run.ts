import type { CacheJob } from '../cache/run.ts'
import type { Environment } from '../environment.ts'
import { isPullRequestEvent } from '../pull-request-events.ts'
import type { Limits } from '../repository/limits.ts'
import type { Run } from '../run.ts'
import type { CommitInputs, OnPullRequest, PublishInputs } from './inputs.ts'

export type PublishRun<Inputs = PublishInputs> = Run<Inputs> & {
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
  job?: CacheJob
}
export type PackRun = PublishRun<Extract<PublishInputs, { phase: 'pack' }>>
export type CommitRun = PublishRun<Extract<PublishInputs, { phase: 'commit' }>>

interface Writing {
  /** `onPullRequest`: left out, it is no matter. */
  inputs: { dryRun: boolean; onPullRequest?: OnPullRequest }
  environment: Pick<Environment, 'isForkPullRequest' | 'eventName' | 'pullRequest'>
}

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only, nor one that is only to be built. */
export function mayWrite(run: Writing): boolean {
  return !run.inputs.dryRun && !run.environment.isForkPullRequest && !isOnlyBuilt(run)
}

/** `on-pull-request: build`, also where the event's file does not say which pull request it is. */
export function isOnlyBuilt({ inputs, environment }: Writing): boolean {
  return isPullRequestEvent(environment.eventName) && inputs.onPullRequest === 'build'
}

/** A dry run whose subjects are to be attested: it has no key by design, as another run publishes. */
export function isRehearsal({ inputs }: PublishRun<CommitInputs>): boolean {
  return inputs.dryRun && inputs.provenance.subjects !== null
}

/** `on-pull-request: pin`: what it brings gets pins of the pull request, and no place in the index. */
export function isOnlyPinned({ inputs, environment }: Writing): boolean {
  return environment.pullRequest !== null && inputs.onPullRequest === 'pin'
}
