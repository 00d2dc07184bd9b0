import type { Limits } from '../repository/github/limits.ts'
import type { Run } from '../run.ts'
import type { PruneInputs } from './inputs.ts'

export type PruneRun = Run<PruneInputs> & {
  /** Milliseconds since 1970 that ages are reckoned from. */
  now: number
  /** Others than GitHub's, for a test. */
  limits?: Partial<Limits>
}

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only. */
export function mayWrite({
  inputs,
  environment
}: Pick<PruneRun, 'inputs' | 'environment'>): boolean {
  return !inputs.dryRun && !environment.isForkPullRequest
}
