import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Pin } from '../pins/pin.ts'
import type { Halt, TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import type { ReadyToCommit } from './state.ts'

/** What a run left out, because the target held it when it looked, is not there any more: nothing was committed. */
export interface HeldGone extends Halt {
  kind: 'gone'
  storePaths: readonly string[]
  /** The state that lacks them. */
  snapshot: TargetSnapshot
  /** How often the run had lost the branch to others until then. */
  lost: number
}

/** Each round but the first takes somebody who removes what this run counts on, while it packs what the last one removed. */
const mostRounds = 4

/** Tells what was gone by a round's commit. Throws HELD_PATH_GONE after the last round, and the branch is as it was. */
export function tellGone(log: Log, round: number, { storePaths }: HeldGone): void {
  const [first = ''] = storePaths
  log.info(
    `${count(storePaths.length, 'path')} that the target held when this run looked, ${first} among them, went before its commit`
  )
  if (round < mostRounds) return
  throw heldPathGone(
    storePaths,
    `the target held it when this run looked, and no longer when it was to commit; so it went in each of ${mostRounds} rounds`
  )
}

/** Every store path that a commit relies on and does not bring: of its closure, of its index, of its pins. */
export function pathsCountedOn(ready: ReadyToCommit, pins: readonly Pin[]): string[] {
  const packed = new Set(ready.packed.map(({ info }) => info.storePath))
  const counted = new Set([
    ...ready.held,
    ...heldPaths(ready.dropped),
    ...[...ready.toSign, ...pins].map(({ storePath }) => storePath)
  ])
  return [...counted].filter((path) => !packed.has(path))
}

export function heldPaths(skipped: ReadyToCommit['dropped']): string[] {
  return skipped.flatMap(({ storePath, reason }) => (reason === 'held' ? [storePath] : []))
}

/** Those of the paths that a state does not hold, in their order. */
export async function missingPaths(
  snapshot: TargetSnapshot,
  storePaths: readonly string[]
): Promise<string[]> {
  if (storePaths.length === 0) return []
  const hashOf = (path: string): string => parseStorePath(path).hash
  const missing = await snapshot.missingNarInfos(storePaths.map(hashOf))
  return storePaths.filter((path) => missing.has(hashOf(path)))
}

/** `why`: what the run has to do with them. */
export function heldPathGone(storePaths: readonly string[], why: string): NarPublishError {
  const [subject = ''] = storePaths
  const others = storePaths.length - 1
  return new NarPublishError({
    code: 'HELD_PATH_GONE',
    subject,
    reason: `${why}${others > 0 ? `, as with ${count(others, 'other path')}` : ''}`
  })
}
