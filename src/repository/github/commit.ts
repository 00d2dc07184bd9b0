import { NarPublishError } from '../../errors.ts'
import { Turns } from '../turns.ts'
import type { ComposeChange, LargeFile, TargetSnapshot } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { uploadFiles } from './blob-upload.ts'
import type { BranchHead, BranchState } from './branch-head.ts'
import { writeCommit } from './commit-write.ts'
import { makeFirstCommit } from './first-commit.ts'
import { replaceHistory } from './history-update.ts'
import { updateRef } from './ref-update.ts'
import { writeTree, type KnownBlobs } from './tree-write.ts'

export interface CommitRoute {
  api: GitHubApi
  branch: BranchHead
  defaultBranch: string
  /** GraphQL's name of the repository. */
  repositoryId: string
  snapshotOf: (state: BranchState) => TargetSnapshot
  /** Repository path → blob of the large files that are there already: an earlier commit of the same run may have given up. */
  uploaded: Map<string, string>
}

export interface Committed {
  state: BranchState
  commit: string
  changed: boolean
  /** How often the ref update was tried; a round that a look ended before it does not count. */
  attempts: number
}

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
  const { uploaded } = route
  const blobs = await uploadFiles(
    api,
    largeFiles.filter(({ path }) => !uploaded.has(path))
  )
  for (const [path, blob] of blobs) uploaded.set(path, blob)
  const known: KnownBlobs = new Set(uploaded.values())
  const turns = new Turns(() => api.pace.random())
  const begin = api.pace.now()
  let roundBegin = api.workingTime
  let attempts = 0
  for (let round = 1; ; round++) {
    const change = await compose(route.snapshotOf(state))
    if (change === null) return unchanged(state, attempts)
    const base = state.kind === 'at' ? state.head : null
    const tree = await writeTree(api, base?.tree ?? null, change, uploaded, known)
    const replaced = change.replacesHistory === true ? base : null
    if (tree === base?.tree && replaced === null) return unchanged(state, attempts)
    const parent = replaced === null ? base : null
    const parents = parent === null ? [] : [parent.commit]
    const { sha: commit } = await writeCommit(api, { message: change.message, tree, parents })
    const head = { commit, tree }
    // Who lost before has others to reckon with: a look costs less than an update that is refused.
    if (round === 1 || (await branch.mayStillBeAt(state))) {
      attempts++
      const isMoved =
        replaced === null
          ? await updateRef(api, branch, state, head.commit)
          : await replaceHistory(api, branch, route.repositoryId, replaced, head.commit)
      if (isMoved) {
        return { state: branch.advance(state, head), commit: head.commit, changed: true, attempts }
      }
    }
    const timeLeft = begin + api.limits.commitTime - api.pace.now()
    if (round >= api.limits.refAttempts || timeLeft <= 0) {
      throw headMoved(route, state, await branch.read(), round)
    }
    const pause = Math.min(turns.pauseAfterLoss(api.workingTime - roundBegin), timeLeft)
    api.log.info(`${branch.branch} has moved; round ${round + 1} in ${(pause / 1000).toFixed(1)} s`)
    await api.pace.sleep(pause)
    roundBegin = api.workingTime
    state = await branch.read()
  }
}

/** GitHub takes neither objects nor releases before. The first commit holds a heading only: a reader who comes between it and ours must not be told of NARs that are not there. */
export async function leaveEmpty({
  api,
  branch,
  defaultBranch
}: CommitRoute): Promise<BranchState> {
  api.log.info(`${api.repository} is empty: it gets its first commit`)
  return makeFirstCommit(api, branch, defaultBranch, Buffer.from(`# ${api.repo}\n`))
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
  rounds: number
): NarPublishError {
  return new NarPublishError({
    code: 'HEAD_MOVED',
    subject: `${api.repository} branch ${JSON.stringify(branch.branch)}`,
    reason: `expected ${shown(expected)}, found ${shown(found)} after ${rounds} attempts`
  })
}

function shown(state: BranchState): string {
  return state.kind === 'at' ? state.head.commit.slice(0, 12) : 'no such branch'
}
