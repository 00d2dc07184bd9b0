import { emptySnapshot } from '../empty-snapshot.ts'
import { landChange, type LandedChange } from '../landing.ts'
import { defaultLimits } from '../limits.ts'
import type { ComposeChange, Halt, Head, LargeFile, Released, TargetSnapshot } from '../types.ts'
import { writeCommit, writeLargeFiles } from './objects.ts'
import { push } from './push.ts'
import type { Repository } from './repository.ts'
import { gitSnapshot } from './snapshot.ts'

/** The way into a branch by git. */
export interface PushRoute {
  repository: Repository
  branch: string
  /** A state of it that was read already, by whatever way: what is known of it is not asked again. */
  known?: TargetSnapshot
}

/**
 * Writes the large files' objects once, then composes, commits and pushes until the branch has the change. `start`: where the branch
 * was when last looked at (null: nowhere, it did not exist); undefined: it is looked at first.
 */
export async function commitByPush<Halted extends Halt>(
  { repository, branch, known }: PushRoute,
  start: Head | null | undefined,
  largeFiles: readonly LargeFile[],
  released: Released,
  compose: ComposeChange<Halted>
): Promise<LandedChange | Halted> {
  const { git, pace } = repository
  const read = (): Promise<Head | null> => repository.fetchBranch(branch)
  const head = start === undefined ? await read() : start
  const largeBlobs = await writeLargeFiles(repository, largeFiles)
  const host = {
    ...{ repository: git.url, log: git.log, pace, limits: defaultLimits },
    get workingTime() {
      return pace.now()
    }
  }
  return landChange<Head | null, Halted>(
    {
      ...{ branch, host, read },
      headOf: (head) => head,
      snapshotOf: (head) =>
        known !== undefined && known.commit === head?.commit ? known : snapshotOf(repository, head),
      whyLost: (head, rounds) =>
        `it was no longer at ${head?.commit.slice(0, 12) ?? 'no commit'} in each of ${rounds} attempts`,
      write: (head, change, executable) =>
        writeCommit(repository, head, change, { largeBlobs, executable }),
      move: (head, made, { replacesHistory }) =>
        push(
          repository,
          branch,
          made.commit,
          replacesHistory === true ? (head?.commit ?? null) : null
        )
    },
    head,
    (snapshot) => compose(snapshot, released)
  )
}

export function snapshotOf(repository: Repository, head: Head | null): TargetSnapshot {
  return head === null ? emptySnapshot() : gitSnapshot(repository, head)
}
