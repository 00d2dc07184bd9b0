import { z } from 'zod'
import type { Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { GitHubApi } from '../../repository/github/api.ts'
import { isSameName, readRepository } from '../../repository/github/repository.ts'
import { TreeReader } from '../../repository/github/tree-read.ts'
import { defaultLimits, type Limits } from '../../repository/limits.ts'
import { realPace, type Pace } from '../../repository/pace.ts'
import type { Head } from '../../repository/types.ts'
import type { PullRequestDestination } from '../inputs.ts'

export interface ProposeRun {
  destination: PullRequestDestination
  environment: Environment
  log: Log
  /**
   * The inputs that decide what is computed, as one text. With it a pull request that was made by the same inputs from the same commit is known
   * before anything is computed. Left out: each is computed.
   */
  computedBy?: string
  limits?: Partial<Limits>
  pace?: Pace
}

/** The repositories of a pull request, opened. */
export interface Destination {
  /** Where it is opened. */
  upstream: GitHubApi
  /** What has its branch: a fork, or upstream itself. */
  head: GitHubApi
  /** GraphQL's name of that. */
  headId: string
  isFork: boolean
  /** Branch of upstream that it goes to. */
  base: string
  /** Folders of commits that were listed so far, by repository and commit. */
  folders: Map<string, TreeReader>
}

/** One request for each repository. Throws FORK_INVALID, REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY. */
export async function openDestination(run: ProposeRun): Promise<Destination> {
  const { upstream: place, fork, base } = run.destination
  const upstream = openApi(run, place)
  const { defaultBranch, id } = await readRepository(upstream)
  const opened = { upstream, base: base ?? defaultBranch, folders: new Map<string, TreeReader>() }
  if (fork === null) return { ...opened, head: upstream, headId: id, isFork: false }
  const head = openApi(run, fork)
  const { forkedFrom, id: headId } = await readRepository(head)
  if (!forkedFrom.some((parent) => isSameName(parent, upstream.repository))) {
    throw new NarPublishError({
      code: 'FORK_INVALID',
      subject: head.repository,
      reason:
        forkedFrom[0] === undefined
          ? `it is no fork, and the pull request goes to ${upstream.repository}`
          : `it is a fork of ${forkedFrom[0]}, and the pull request goes to ${upstream.repository}`
    })
  }
  return { ...opened, head, headId, isFork: true }
}

function openApi(
  { destination, environment, log, limits, pace }: ProposeRun,
  place: { owner: string; repo: string }
): GitHubApi {
  return new GitHubApi({
    ...place,
    token: destination.token,
    apiUrl: environment.apiUrl,
    isForkPullRequest: environment.isForkPullRequest,
    limits: { ...defaultLimits, ...limits },
    pace: pace ?? realPace,
    log
  })
}

/** The folders of a commit, which are listed once however many proposals look into them. */
export function foldersOf(
  { folders }: Destination,
  api: GitHubApi,
  { commit, tree }: Head
): TreeReader {
  const key = `${api.repository} ${commit}`
  const known = folders.get(key) ?? new TreeReader(api, commit, tree)
  folders.set(key, known)
  return known
}

/**
 * Makes sure that the fork has upstream's commit. As a rule it has: a repository's forks share its objects. Where it does not, its own
 * branch `base` is brought up to date. Throws FORK_STALE.
 */
export async function bringCommit({ head, base }: Destination, commit: string): Promise<void> {
  if (await hasCommit(head, commit)) return
  head.log.info(
    `${head.repository} does not have ${commit.slice(0, 12)} yet: its branch ${base} is synced`
  )
  const reply = await head.ask(
    { route: 'POST /repos/{owner}/{repo}/merge-upstream', parameters: { branch: base } },
    z.unknown(),
    ['final', 'not-found']
  )
  if (reply.kind !== 'done') throw staleFork(head, reply.error)
  const patience = head.patience()
  while (!(await hasCommit(head, commit))) {
    const missing = staleFork(head, null)
    await patience.wait({ kind: 'not-visible-yet', error: missing })
  }
}

/** A fork that does not know of a commit that upstream has. */
export function staleFork(head: GitHubApi, cause: NarPublishError | null): NarPublishError {
  return new NarPublishError({
    code: 'FORK_STALE',
    subject: head.repository,
    reason: cause?.reason ?? 'it was synced, and still does not have upstream’s newest commit',
    cause
  })
}

async function hasCommit(head: GitHubApi, commit: string): Promise<boolean> {
  const reply = await head.ask(
    {
      route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
      parameters: { commit_sha: commit }
    },
    z.unknown(),
    ['not-visible-yet']
  )
  return reply.kind === 'done'
}
