import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { Change, ComposeChange, LargeFile, TargetSnapshot } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { uploadFiles } from './blob-upload.ts'
import type { BranchHead, BranchState, Head } from './branch-head.ts'
import { makeFirstCommit } from './first-commit.ts'
import { updateRef } from './ref-update.ts'
import { writeTree, type KnownBlobs } from './tree-write.ts'

export interface CommitRoute {
  api: GitHubApi
  branch: BranchHead
  defaultBranch: string
  snapshotOf: (state: BranchState) => TargetSnapshot
}

export interface Committed {
  state: BranchState
  commit: string
  changed: boolean
  /** How often the ref update was tried. */
  attempts: number
}

/** Pauses after a moved ref grow to this at most, in milliseconds. */
const longestPause = 60_000
/** What one round (tree, commit, ref) takes at least, in milliseconds, whatever was measured. */
const shortestRound = 50

const commitReply = z.object({ sha: z.string() })

/**
 * Uploads the large files, then composes, commits and moves the branch until it has the change. `start`: where the branch was
 * when last looked at; if it has moved since, the first try finds out.
 */
export async function commitChange(
  route: CommitRoute,
  start: BranchState,
  largeFiles: readonly LargeFile[],
  compose: ComposeChange
): Promise<Committed> {
  const { api, branch } = route
  let state = start.kind === 'empty' ? await leaveEmpty(route) : start
  const largeBlobs = await uploadFiles(api, largeFiles)
  const known: KnownBlobs = new Set(largeBlobs.values())
  const begin = api.pace.now()
  for (let attempts = 1; ; attempts++) {
    const roundBegin = api.pace.now()
    const change = await compose(route.snapshotOf(state))
    if (change === null) return unchanged(state, attempts - 1)
    const base = state.kind === 'at' ? state.head : null
    const tree = await writeTree(api, base?.tree ?? null, change, largeBlobs, known)
    if (tree === base?.tree) return unchanged(state, attempts - 1)
    const head = { commit: await createCommit(api, base, tree, change), tree }
    const outcome = await updateRef(api, branch, state, head.commit)
    if (outcome.kind === 'updated') {
      return {
        state: branch.advance(state, head),
        commit: head.commit,
        changed: true,
        attempts
      }
    }
    const pause = pauseAfter(attempts, api.pace.now() - roundBegin, api.pace.random())
    if (
      attempts >= api.limits.refAttempts ||
      api.pace.now() - begin + pause > api.limits.commitTime
    ) {
      throw headMoved(route, state, outcome.to, attempts)
    }
    api.log.info(
      `${branch.branch} has moved; attempt ${attempts + 1} in ${(pause / 1000).toFixed(1)} s`
    )
    await api.pace.sleep(pause)
    state = await branch.read()
  }
}

/**
 * Full jitter over a time that doubles with each loss, in units of what one round takes here: after n losses there is room for
 * 2^n publishers in it, so the time learns how many there are. Twenty that did not wait needed 148 refused updates for
 * 20 successes on an emulator.
 */
function pauseAfter(losses: number, roundMs: number, random: number): number {
  return random * Math.min(longestPause, Math.max(shortestRound, roundMs) * 2 ** losses)
}

/** The first commit holds a heading only: a reader who comes between it and ours must not be told of NARs that are not there. */
async function leaveEmpty({ api, branch, defaultBranch }: CommitRoute): Promise<BranchState> {
  api.log.info(`${api.repository} is empty: it gets its first commit`)
  return makeFirstCommit(api, branch, defaultBranch, Buffer.from(`# ${api.repo}\n`))
}

async function createCommit(
  api: GitHubApi,
  parent: Head | null,
  tree: string,
  { message }: Change
): Promise<string> {
  const { sha } = await api.call(
    {
      route: 'POST /repos/{owner}/{repo}/git/commits',
      // Without author and committer, so that GitHub signs a bot's commit as verified.
      parameters: { message, tree, parents: parent === null ? [] : [parent.commit] }
    },
    commitReply
  )
  return sha
}

function unchanged(state: BranchState, attempts: number): Committed {
  if (state.kind !== 'at') {
    throw new NarPublishError({
      code: 'INTERNAL',
      subject: 'commit',
      reason: 'nothing was composed for a branch that does not exist'
    })
  }
  return { state, commit: state.head.commit, changed: false, attempts }
}

function headMoved(
  { api, branch }: CommitRoute,
  expected: BranchState,
  found: BranchState,
  attempts: number
): NarPublishError {
  return new NarPublishError({
    code: 'HEAD_MOVED',
    subject: `${api.repository} branch ${JSON.stringify(branch.branch)}`,
    reason: `expected ${shown(expected)}, found ${shown(found)} after ${attempts} attempts`
  })
}

function shown(state: BranchState): string {
  return state.kind === 'at' ? state.head.commit.slice(0, 12) : 'no such branch'
}
