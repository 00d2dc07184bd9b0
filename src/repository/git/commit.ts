import { NarPublishError } from '../../errors.ts'
import { emptySnapshot } from '../empty-snapshot.ts'
import { Turns } from '../turns.ts'
import type { ComposeChange, LargeFile, Released, TargetSnapshot } from '../types.ts'
import { writeCommit, writeLargeFiles } from './objects.ts'
import { push } from './push.ts'
import type { Head, Repository } from './repository.ts'
import { gitSnapshot } from './snapshot.ts'

/** The way into a branch by git. */
export interface PushRoute {
  repository: Repository
  branch: string
}

export interface Pushed {
  /** Where the branch is. */
  head: Head
  changed: boolean
  /** How often a push was tried; 0 when nothing changed. */
  attempts: number
}

/** How many rounds one commit makes to move the branch, and for how long (milliseconds). */
const mostRounds = 30
const longest = 1_200_000

/**
 * Writes the large files' objects once, then composes, commits and pushes until the branch has the change. `start`: where the branch
 * was when last looked at (null: nowhere, it did not exist); undefined: it is looked at first.
 */
export async function pushChange(
  { repository, branch }: PushRoute,
  start: Head | null | undefined,
  largeFiles: readonly LargeFile[],
  released: Released,
  compose: ComposeChange
): Promise<Pushed> {
  const { git, pace } = repository
  let head = start === undefined ? await repository.fetchBranch(branch) : start
  const largeBlobs = await writeLargeFiles(repository, largeFiles)
  const turns = new Turns(() => pace.random())
  const begin = pace.now()
  let roundBegin = begin
  for (let round = 1; ; round++) {
    const change = await compose(snapshotOf(repository, head), released)
    if (change === null) return unchanged(head, round - 1)
    const made = await writeCommit(repository, head, change, largeBlobs)
    if (made === null) return unchanged(head, round - 1)
    const replaced = change.replacesHistory === true && head !== null ? head.commit : null
    if (await push(repository, branch, made.commit, replaced)) {
      return { head: made, changed: true, attempts: round }
    }
    const timeLeft = begin + longest - pace.now()
    if (round >= mostRounds || timeLeft <= 0) throw headMoved(git.url, branch, head, round)
    const pause = Math.min(turns.pauseAfterLoss(pace.now() - roundBegin), timeLeft)
    git.log.info(`${branch} has moved; round ${round + 1} in ${(pause / 1000).toFixed(1)} s`)
    await pace.sleep(pause)
    roundBegin = pace.now()
    head = await repository.fetchBranch(branch)
  }
}

export function snapshotOf(repository: Repository, head: Head | null): TargetSnapshot {
  return head === null ? emptySnapshot() : gitSnapshot(repository, head)
}

function unchanged(head: Head | null, attempts: number): Pushed {
  if (head === null) {
    throw new NarPublishError({
      code: 'INTERNAL',
      subject: 'commit',
      reason: 'nothing was composed for a branch that does not exist'
    })
  }
  return { head, changed: false, attempts }
}

function headMoved(
  url: string,
  branch: string,
  head: Head | null,
  rounds: number
): NarPublishError {
  return new NarPublishError({
    code: 'HEAD_MOVED',
    subject: `${url} branch ${JSON.stringify(branch)}`,
    reason: `it was no longer at ${head === null ? 'no commit' : head.commit.slice(0, 12)} in each of ${rounds} attempts`
  })
}
