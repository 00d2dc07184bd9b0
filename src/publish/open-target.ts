import { readToldAddress } from '../catalogue/told-address.ts'
import { openGitTarget } from '../repository/git/target.ts'
import { openGitHubTarget } from '../repository/github/target.ts'
import type { Target, TargetSnapshot } from '../repository/types.ts'
import type { TargetInputs } from './inputs.ts'
import type { PublishRun } from './run.ts'

/** The target and where its branch is now. `toRead`: nothing is written to it. */
export async function openTarget(
  run: PublishRun<TargetInputs>,
  { toRead = false } = {}
): Promise<[Target, TargetSnapshot]> {
  const { inputs, environment, log } = run
  const { substituterUrl } = inputs
  const branch = inputs.branch.value
  const git = { scratch: run.scratch, env: environment.childEnvironment }
  const target =
    inputs.target.kind === 'git'
      ? await openGitTarget({
          ...git,
          url: inputs.target.url,
          branch,
          substituterUrl: typeof substituterUrl === 'object' ? substituterUrl.address : null,
          log
        })
      : await openGitHubTarget({
          ...inputs.target,
          branch,
          token: inputs.token,
          apiUrl: environment.apiUrl,
          serverUrl: environment.serverUrl,
          substituterUrl,
          told: readToldAddress,
          isForkPullRequest: environment.isForkPullRequest,
          toRead,
          git,
          log,
          ...(run.limits === undefined ? {} : { limits: run.limits })
        })
  log.info(`target: ${target.cloneUrl}, branch ${target.branch}`)
  return [target, await target.snapshot()]
}
