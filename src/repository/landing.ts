import { internalError, NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Limits } from './limits.ts'
import type { Pace } from './pace.ts'
import { fitChange } from './refuse-taken.ts'
import { Turns } from './turns.ts'
import type { Change, ComposeChange, Halt, Head, TargetSnapshot } from './types.ts'

/** A branch that others may move at any time, as one way into it sees it. `State`: where it is. */
interface ContestedBranch<State> {
  branch: string
  read: () => Promise<State>
  host: {
    /** As errors call it. */
    readonly repository: string
    readonly pace: Pace
    readonly log: Log
    readonly limits: Pick<Limits, 'refAttempts' | 'commitTime'>
    /** Milliseconds of work so far; what a host makes a run wait for says nothing of others' rounds. */
    readonly workingTime: number
  }
  /** Why it was given up, for HEAD_MOVED. `state`: of the last round. */
  whyLost: (state: State, rounds: number) => string | Promise<string>
}

/**
 * Goes round until something has landed on the branch: a try for the state that it is in, and, when somebody else was quicker, a pause, a
 * look where it is, and another try. `start`: where it was when last looked at. `tryOnce` answers null when the branch had moved.
 * `again` ends the log's line on another round, after a pause of so many milliseconds. Throws HEAD_MOVED, and what `tryOnce` throws.
 */
export async function land<State, Landed>(
  { branch, read, host, whyLost }: ContestedBranch<State>,
  start: State,
  tryOnce: (state: State, round: number) => Promise<Landed | null>,
  again = (round: number, pause: number) => `round ${round} in ${(pause / 1000).toFixed(1)} s`
): Promise<Landed> {
  const { pace, limits } = host
  const turns = new Turns(() => pace.random())
  const begin = pace.now()
  let state = start
  let roundBegin = host.workingTime
  for (let round = 1; ; round++) {
    const landed = await tryOnce(state, round)
    if (landed !== null) return landed
    const timeLeft = begin + limits.commitTime - pace.now()
    if (round >= limits.refAttempts || timeLeft <= 0) {
      throw new NarPublishError({
        code: 'HEAD_MOVED',
        subject: `${host.repository} branch ${JSON.stringify(branch)}`,
        reason: await whyLost(state, round)
      })
    }
    const pause = Math.min(turns.pauseAfterLoss(host.workingTime - roundBegin), timeLeft)
    host.log.info(`${branch} has moved; ${again(round + 1, pause)}`)
    await pace.sleep(pause)
    roundBegin = host.workingTime
    state = await read()
  }
}

/** A way to bring a change into a branch. */
interface CommitWay<State> extends ContestedBranch<State> {
  headOf: (state: State) => Head | null
  snapshotOf: (state: State) => TargetSnapshot
  /** Makes a commit of the change, in no branch yet; null: the state has it all. `executable`: files of the state that stay so. */
  write: (state: State, change: Change, executable: ReadonlySet<string>) => Promise<Head | null>
  /** A look that costs less than a move that is refused: false when the branch is somewhere else. Left out: there is none. */
  mayStillBeAt?: (state: State) => Promise<boolean>
  /** Makes the branch point at a commit of `write`'s; by force where the change says so, and only while it is at `state`. False: it is not. */
  move: (state: State, made: Head, change: Change) => Promise<boolean>
}

/** What came of a change. */
export interface LandedChange {
  /** Where the branch is. */
  head: Head
  /** False: it had all of it. */
  changed: boolean
  /** How often the move was tried; a round that a look ended before it does not count. */
  attempts: number
}

/** Composes, commits and moves the branch until it has the change, or until composing halts. Throws PATH_TAKEN, and what `land` throws. */
export async function landChange<State, Halted extends Halt>(
  way: CommitWay<State>,
  start: State,
  compose: ComposeChange<Halted>
): Promise<LandedChange | Halted> {
  let attempts = 0
  return land<State, LandedChange | Halted>(way, start, async (state, round) => {
    const snapshot = way.snapshotOf(state)
    const change = await compose(snapshot)
    if (change !== null && isHalt(change)) return change
    const fitting = change === null ? null : await fitChange(snapshot, change)
    const made =
      fitting === null ? null : await way.write(state, fitting.change, fitting.executable)
    if (change === null || made === null) return unchanged(way.headOf(state), attempts)
    // Who lost before has others to reckon with.
    if (round > 1 && way.mayStillBeAt !== undefined && !(await way.mayStillBeAt(state))) return null
    attempts++
    return (await way.move(state, made, change)) ? { head: made, changed: true, attempts } : null
  })
}

export function isHalt(answer: object): answer is Halt {
  return 'halts' in answer
}

function unchanged(head: Head | null, attempts: number): LandedChange {
  if (head === null) {
    throw internalError('commit', 'nothing was composed for a branch that does not exist')
  }
  return { head, changed: false, attempts }
}
