import type { Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import type { CommitInputs } from '../inputs.ts'
import { isPullRequestEvent } from '../../pull-request-events.ts'
import type { PublishRun } from '../run.ts'

/**
 * Throws PULL_REQUEST_SECRETS for a run that has the key and is about somebody's pull request: what a stranger wrote would be built beside the
 * secrets, or signed with them; and INPUT_INVALID where it is to be pinned and nobody says which one it is.
 */
export function refuseSecrets({ inputs, environment }: PublishRun<CommitInputs>): void {
  if (inputs.onPullRequest === 'publish') return
  const event = secretEvent(environment)
  if (event === null) {
    refuseUnknown(inputs, environment)
    return
  }
  throw new NarPublishError({
    code: 'PULL_REQUEST_SECRETS',
    subject: `event ${event}`,
    reason: 'it is about a pull request, and its runs have the secrets of the repository'
  })
}

/** It would be published as if it were no pull request's. */
function refuseUnknown({ onPullRequest }: CommitInputs, environment: Environment): void {
  if (!isPullRequestEvent(environment.eventName) || environment.pullRequest !== null) return
  if (onPullRequest !== 'pin') return
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: 'input on-pull-request, "pin"',
    reason: 'the event’s file (GITHUB_EVENT_PATH) does not say which pull request the run is for'
  })
}

function secretEvent({ eventName, workflowRun }: Environment): string | null {
  if (eventName === 'pull_request_target') return eventName
  // What started that one is not known: it may have been a pull request.
  if (eventName === 'workflow_run' && workflowRun === null) return eventName
  const before = workflowRun?.event ?? ''
  return before.startsWith('pull_request') ? `workflow_run after ${before}` : null
}
