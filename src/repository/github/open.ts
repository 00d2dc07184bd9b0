import type { Log } from '../../log.ts'
import type { ReadersAddress, SubstituterChoice } from '../../serving.ts'
import { checkBranchName } from '../branch-name.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { realPace, type Pace } from '../pace.ts'
import type { Target, TargetSnapshot } from '../types.ts'
import { addressesOf } from './addresses.ts'
import { GitHubApi } from './api.ts'
import { pagesAddress } from './pages.ts'
import type { GitPlace } from './push-route.ts'
import { readRepository } from './repository.ts'
import { GitHubTarget } from './target.ts'

export interface GitHubTargetOptions {
  owner: string
  repo: string
  /** null: the repository's default branch. A branch that does not exist is made by the first commit, without a parent. */
  branch: string | null
  token: string
  /** Without a slash at its end, as GITHUB_API_URL has it. */
  apiUrl: string
  /** Without a slash at its end, as GITHUB_SERVER_URL has it. */
  serverUrl: string
  substituterUrl: SubstituterChoice
  /** What the branch's README tells its readers: asked when it is doubtful whether Pages serves the branch. Left out: nothing. */
  told?: (snapshot: TargetSnapshot) => Promise<ReadersAddress | null>
  log: Log
  /** Said in the error when the token may not write. */
  isForkPullRequest?: boolean
  /** Nothing is written: an archived repository will do. */
  toRead?: boolean
  /** Where git works when a commit goes by the route `push`; without it there is only the API. */
  git?: GitPlace
  limits?: Partial<Limits>
  pace?: Pace
}

/**
 * A GitHub repository as storage, through the Git Data API. One request; one or two more where Pages is on. Throws what
 * `lookAtGitHubTarget` does.
 */
export async function openGitHubTarget(options: GitHubTargetOptions): Promise<Target> {
  const { target, learnAddress } = await lookAtGitHubTarget(options)
  await learnAddress()
  return target
}

/**
 * The same, for a branch that may turn out to be no cache: only `learnAddress` asks whether Pages serves it. Throws BRANCH_INVALID,
 * REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY, TOKEN_REJECTED, TOKEN_FORBIDDEN, RATE_LIMITED, GITHUB_UNAVAILABLE, GITHUB_REFUSED;
 * `learnAddress` throws PAGES_OFF.
 */
export async function lookAtGitHubTarget(
  options: GitHubTargetOptions
): Promise<{ target: Target; learnAddress: () => Promise<void> }> {
  const { branch, serverUrl } = options
  if (branch !== null) checkBranchName(branch)
  const api = new GitHubApi({
    ...options,
    isForkPullRequest: options.isForkPullRequest ?? false,
    limits: { ...defaultLimits, ...options.limits },
    pace: options.pace ?? realPace
  })
  const { id, defaultBranch, isPrivate, bytes, hasPages } = await readRepository(api, {
    toRead: options.toRead ?? false
  })
  const branchName = branch ?? defaultBranch
  const addresses = addressesOf(serverUrl, api.owner, api.repo, branchName)
  const target = new GitHubTarget({
    ...options,
    ...{ api, branchName, defaultBranch, isPrivate, id, bytes },
    git: options.git ?? null,
    addresses
  })
  const learnAddress = async (): Promise<void> => {
    const choice = options.substituterUrl
    if (typeof choice === 'object') target.serveAt(choice.address)
    // A stranger at Pages has no token to show, and a private cache is read with one.
    else if (choice === 'pages' || (choice === 'auto' && !isPrivate)) {
      const told = async (): Promise<ReadersAddress | null> =>
        options.told === undefined ? null : options.told(await target.snapshot())
      const question = { api, sites: addresses.sites, branch: branchName, hasPages, told }
      const url = await pagesAddress(question, choice)
      if (url !== null) target.serveAt(url, 'pages')
    }
  }
  return { target, learnAddress }
}
