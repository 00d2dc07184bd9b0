import { readToldAddress } from '../catalogue/told-address.ts'
import {
  cacheBranches,
  openCacheBranch,
  refuseOthersBranch,
  type OpenedBranch
} from '../repository/cache-branch.ts'
import { openGitTarget } from '../repository/git/target.ts'
import { lookAtGitHubTarget } from '../repository/github/open.ts'
import type { Target, TargetSnapshot } from '../repository/types.ts'
import type { TargetInputs } from './inputs.ts'
import type { PublishRun } from './run.ts'

/**
 * The target and where its branch is now. Where none was named it is the first that is a cache (src/repository/cache-branch.ts); a run that
 * `publishes` is not let into one that is something else. Throws BRANCH_TAKEN, and what the target throws.
 */
export async function openTarget(
  run: PublishRun<TargetInputs>,
  { publishes = false } = {}
): Promise<[Target, TargetSnapshot]> {
  const { inputs, log } = run
  const branches = await cacheBranches(inputs.target, inputs.branch, run)
  const opened = await openCacheBranch(branches, (branch) => openBranch(run, branch))
  const { target, snapshot } = opened
  log.info(`target: ${target.cloneUrl}, branch ${target.branch}`)
  if (publishes && inputs.branch.source !== 'input') await refuseOthersBranch(opened)
  return [target, snapshot]
}

/** The same for who looks for a cache that is there. `toRead`: nothing is written to it. */
export async function openExisting(
  run: PublishRun<TargetInputs>,
  { toRead = false } = {}
): Promise<OpenedBranch & { looked: string[] }> {
  const { inputs, log } = run
  const branches = await cacheBranches(inputs.target, inputs.branch, run, { isRead: true })
  const opened = await openCacheBranch(branches, (branch) => openBranch(run, branch, toRead))
  log.info(`target: ${opened.target.cloneUrl}, branch ${opened.target.branch}`)
  return opened
}

async function openBranch(
  run: PublishRun<TargetInputs>,
  branch: string | null,
  toRead = false
): Promise<OpenedBranch> {
  const { inputs, environment, log } = run
  const { substituterUrl } = inputs
  const git = { scratch: run.scratch, env: environment.childEnvironment }
  const looked =
    inputs.target.kind === 'git'
      ? {
          target: await openGitTarget({
            ...git,
            url: inputs.target.url,
            branch,
            substituterUrl: typeof substituterUrl === 'object' ? substituterUrl.address : null,
            log
          })
        }
      : await lookAtGitHubTarget({
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
  return { ...looked, snapshot: await looked.target.snapshot() }
}
