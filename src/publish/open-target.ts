import { openGitHubTarget } from '../target/github/target.ts'
import type { Target, TargetSnapshot } from '../target/types.ts'
import type { PublishRun } from './publish.ts'

/** The target and where its branch is now. */
export async function openTarget(run: PublishRun): Promise<[Target, TargetSnapshot]> {
  const { inputs, environment, log } = run
  const target = await openGitHubTarget({
    ...inputs.target,
    branch: inputs.branch.value,
    token: inputs.token,
    apiUrl: environment.apiUrl,
    serverUrl: environment.serverUrl,
    substituterUrl: inputs.substituterUrl,
    isForkPullRequest: environment.isForkPullRequest,
    log
  })
  log.info(`target: ${target.name}, branch ${target.branch}`)
  return [target, await target.snapshot()]
}
