import type { Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import type { CommitInputs } from '../inputs.ts'
import type { PublishRun } from '../run.ts'

/**
 * Throws PULL_REQUEST_SECRETS for a run that has the key and is about somebody's pull request: what a stranger wrote would be built beside the
 * secrets, or signed with them.
 */
export function refuseSecrets({ inputs, environment }: PublishRun<CommitInputs>): void {
  const event = secretEvent(environment)
  if (event === null || inputs.onPullRequest === 'publish') return
  throw new NarPublishError({
    code: 'PULL_REQUEST_SECRETS',
    subject: `event ${event}`,
    reason: 'it is about a pull request, and its runs have the secrets of the repository'
  })
}

function secretEvent({ eventName, workflowRun }: Environment): string | null {
  if (eventName === 'pull_request_target') return eventName
  const before = workflowRun?.event ?? ''
  return before.startsWith('pull_request') ? `workflow_run after ${before}` : null
}
