import { NarPublishError, type ErrorCode } from '../../errors.ts'
import { advanceBranch } from '../../repository/github/advance-branch.ts'
import { GitHubApi } from '../../repository/github/api.ts'
import { isSameName, readRepository } from '../../repository/github/repository.ts'
import { defaultLimits } from '../../repository/limits.ts'
import { realPace } from '../../repository/pace.ts'
import type { Target } from '../../repository/types.ts'
import { timed, type Reported } from '../../run.ts'
import { quote } from '../../text.ts'
import type { PublishInputs } from '../inputs.ts'
import type { CachedBranchReport, PublishReport } from '../report/types.ts'
import { mayWrite, type PublishRun } from '../run.ts'
import type { Verified } from '../verify.ts'
import { cachedBranchBadge } from './badge.ts'
import { refused, type CachedBranchInput } from './inputs.ts'
import { otherSource, whatLanded } from './landed.ts'
import { notServed } from './served.ts'

type CommittingRun = PublishRun<Exclude<PublishInputs, { phase: 'pack' }>>

/** Before anything is written. Throws INPUT_INVALID. */
export function refuseCachedBranch(
  { inputs, environment }: CommittingRun,
  { name: target, branch, substituterUrl }: Pick<Target, 'name' | 'branch' | 'substituterUrl'>
): void {
  if (inputs.cachedBranch === null) return
  const { name } = inputs.cachedBranch
  const isOwn = inputs.target.kind === 'github' && isSameName(target, environment.repository ?? '')
  if (isOwn && branch === name) throw refused(name, 'the cache itself lies there')
  if (substituterUrl === null) {
    throw refused(
      name,
      `it moves when readers get what was published, and nobody is known to serve the files of ${target}; \`substituter-url\` tells where, if somebody does`
    )
  }
}

/**
 * Moves `cached-branch` to the commit that the run is for, when all that was expected is in the cache and readers get it. `reported`: what the run
 * has come to; what it gives back tells the branch, too. That the branch is left is no failure; that it cannot be moved is one.
 */
export async function moveCachedBranch(
  run: CommittingRun,
  verified: Verified,
  reported: Reported<PublishReport>
): Promise<Reported<PublishReport>> {
  const { cachedBranch } = run.inputs
  if (cachedBranch === null) return reported
  const { report, error } = reported
  const api = sourceApi(run, cachedBranch)
  const told = (more: Partial<PublishReport>): PublishReport => {
    const { requests } = verified.target
    return { ...report, requests: { ...requests, api: requests.api + api.requests }, ...more }
  }
  const noted = (what: string): PublishReport => {
    const note = `Branch ${quote(cachedBranch.name)} ${what}`
    run.log.info(note)
    return told({ notes: [...report.notes, note] })
  }
  try {
    const why = whyStill(run) ?? whyIncomplete(error)
    const outcome =
      why === null
        ? await timed(run, 'cached branch', () => follow(run, api, cachedBranch, verified))
        : { left: why }
    return 'left' in outcome
      ? { report: noted(`was left where it is: ${outcome.left}.`), error }
      : { report: told({ cachedBranch: outcome }), error }
  } catch (thrown) {
    if (!(thrown instanceof NarPublishError)) throw thrown
    return { report: noted(`was not moved: ${thrown.message}`), error: error ?? thrown }
  }
}

/** Events whose commit is one of the branch that they are for. */
const followedEvents = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']

/** Why this run moves no branch, whatever it publishes; null: it may. */
function whyStill(run: CommittingRun): string | null {
  const { eventName, isTag, isForkPullRequest } = run.environment
  if (isForkPullRequest) return 'the run is for a pull request from a fork'
  if (!followedEvents.includes(eventName ?? '')) {
    return `a run for the event ${quote(eventName ?? '')} is for no commit of a branch`
  }
  if (isTag) return 'the run is for a tag'
  return mayWrite(run) ? null : 'this is a dry run'
}

/** That nothing was new is no reason. */
function whyIncomplete(error: NarPublishError | null): string | null {
  if (error === null || error.code === 'NOTHING_PUBLISHED') return null
  return `not all that was expected has landed (${error.code})`
}

/** Throws INPUT_INVALID, CACHED_BRANCH_MISMATCH, CACHED_BRANCH_DIVERGED, and what GitHub refuses. */
async function follow(
  run: CommittingRun,
  api: GitHubApi,
  { name }: CachedBranchInput,
  verified: Verified
): Promise<CachedBranchReport | { left: string }> {
  const { inputs, environment, log } = run
  const { revision, refName, serverUrl } = environment
  const commit = revision ?? ''
  const landed = whatLanded(inputs, verified)
  if ('lacking' in landed) return { left: landed.lacking }
  const other = otherSource(run, verified)
  if (other !== null) throw failed('CACHED_BRANCH_MISMATCH', name, other)
  const { defaultBranch, isPrivate } = await readRepository(api)
  if (name === defaultBranch) throw refused(name, `it is the default branch of ${api.repository}`)
  const reason = await notServed(run, verified, landed.storePaths)
  if (reason !== null) return { left: reason }
  const advance = await advanceBranch(api, name, commit).catch((error: unknown) => {
    throw error instanceof NarPublishError ? withWriteHint(error) : error
  })
  switch (advance.kind) {
    case 'past':
      return { left: `it is at ${advance.at}, which comes after ${commit}` }
    case 'diverged':
      throw failed(
        'CACHED_BRANCH_DIVERGED',
        name,
        `it is at ${advance.at}, and neither that nor ${commit} comes after the other`
      )
    case 'there':
    case 'moved': {
      const { repository } = api
      log.info(`branch ${quote(name)} of ${repository} is at ${commit}`)
      const isShown = !isPrivate && serverUrl === 'https://github.com'
      const followed = refName ?? defaultBranch
      return {
        name,
        repository,
        commit: { sha: commit, url: `${serverUrl}/${repository}/commit/${commit}` },
        isMoved: advance.kind === 'moved',
        badge: isShown ? cachedBranchBadge({ repository, name, followed }) : null
      }
    }
  }
}

function sourceApi(
  { environment, limits, log }: CommittingRun,
  { token }: CachedBranchInput
): GitHubApi {
  const [owner = '', repo = ''] = (environment.repository ?? '').split('/')
  const { apiUrl, isForkPullRequest } = environment
  const all = { ...defaultLimits, ...limits }
  return new GitHubApi({
    ...{ owner, repo, token, apiUrl, isForkPullRequest },
    ...{ limits: all, pace: realPace, log }
  })
}

function failed(code: ErrorCode, name: string, reason: string): NarPublishError {
  return new NarPublishError({ code, subject: `branch ${quote(name)}`, reason })
}

/** What was published stays; GitHub’s refusal is of the source repository. */
function withWriteHint(error: NarPublishError): NarPublishError {
  const hints: Partial<Record<ErrorCode, string>> = {
    TOKEN_FORBIDDEN:
      'What was published is there all the same. Give the token “Contents: read and write” of the source repository (`permissions: contents: write` for the job’s own), and where a commit changes workflows “Workflows: write” (docs/cached-branch.md).',
    BRANCH_RULE:
      'What was published is there all the same. Let the token’s owner bypass the rule for that branch, or give `cached-branch` another name.'
  }
  const hint = hints[error.code]
  return hint === undefined ? error : error.with({ hint })
}
