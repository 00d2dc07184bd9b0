import { landChange, type LandedChange } from '../landing.ts'
import type { ComposeChange, Halt, Head, LargeFile, TargetSnapshot } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { uploadFiles } from './blob-upload.ts'
import type { BranchHead, BranchState } from './branch-head.ts'
import { writeCommit } from './commit-write.ts'
import { makeFirstCommit } from './first-commit.ts'
import { replaceHistory } from './history-update.ts'
import { updateRef } from './ref-update.ts'
import { writeTree, type KnownBlobs } from './tree-write.ts'

/** The way into a branch by the Git Data API. */
export interface ApiRoute {
  api: GitHubApi
  branch: BranchHead
  defaultBranch: string
  /** GraphQL's name of the repository. */
  repositoryId: string
  snapshotOf: (state: BranchState) => TargetSnapshot
  /** Repository path → blob of the large files that are there already: an earlier commit of the same run may have given up. */
  uploaded: Map<string, string>
}

/**
 * Uploads the large files, then composes, commits and moves the branch until it has the change. `start`: where the branch was
 * when last looked at; if it has moved since, the first try finds out.
 */
export async function commitByApi<Halted extends Halt>(
  route: ApiRoute,
  start: BranchState,
  largeFiles: readonly LargeFile[],
  compose: ComposeChange<Halted>
): Promise<LandedChange | Halted> {
  const { api, branch, uploaded, snapshotOf } = route
  const state = start.kind === 'empty' ? await leaveEmpty(route) : start
  const blobs = await uploadFiles(
    api,
    largeFiles.filter(({ path }) => !uploaded.has(path))
  )
  for (const [path, blob] of blobs) uploaded.set(path, blob)
  const known: KnownBlobs = new Set(uploaded.values())
  return landChange<BranchState, Halted>(
    {
      ...{ branch: branch.branch, host: api, headOf, snapshotOf },
      read: () => branch.read(),
      mayStillBeAt: (state) => branch.mayStillBeAt(state),
      whyLost: async (state, rounds) =>
        `expected ${shown(state)}, found ${shown(await branch.read())} after ${rounds} attempts`,
      write: async (state, change, executable) => {
        const base = headOf(state)
        const tree = await writeTree(api, base?.tree ?? null, change, {
          largeBlobs: uploaded,
          executable,
          known
        })
        const isReplaced = base !== null && change.replacesHistory === true
        if (tree === base?.tree && !isReplaced) return null
        const parents = base === null || isReplaced ? [] : [base.commit]
        const { sha: commit } = await writeCommit(api, { message: change.message, tree, parents })
        return { commit, tree }
      },
      move: async (state, made, { replacesHistory }) => {
        const base = headOf(state)
        const isMoved =
          base !== null && replacesHistory === true
            ? await replaceHistory(api, branch, route.repositoryId, base, made.commit)
            : await updateRef(api, branch, state, made.commit)
        if (isMoved) branch.advance(state, made)
        return isMoved
      }
    },
    state,
    compose
  )
}

/** GitHub takes neither objects nor releases before. The first commit holds a heading only: a reader who comes between it and ours must not be told of NARs that are not there. */
export async function leaveEmpty({ api, branch, defaultBranch }: ApiRoute): Promise<BranchState> {
  api.log.info(`${api.repository} is empty: it gets its first commit`)
  return makeFirstCommit(api, branch, defaultBranch, Buffer.from(`# ${api.repo}\n`))
}

function headOf(state: BranchState): Head | null {
  return state.kind === 'at' ? state.head : null
}

function shown(state: BranchState): string {
  return headOf(state)?.commit.slice(0, 12) ?? 'no such branch'
}
