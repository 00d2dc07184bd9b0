import { NarPublishError } from '../errors.ts'
import type { Pin } from '../pins/pin.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import type { ReadyToCommit } from './state.ts'

/**
 * What a run left out, because the target held it when it looked, is not there any more. It never leaves `publish`: the run goes round
 * again, on the state that shows it, or ends with HELD_PATH_GONE.
 */
export class HeldGone extends Error {
  readonly storePaths: readonly string[]
  /** The state that lacks them. */
  readonly snapshot: TargetSnapshot
  /** Rounds that the commit had lost to others until then. */
  readonly lost: number

  constructor(storePaths: readonly string[], snapshot: TargetSnapshot, lost: number) {
    super(`${count(storePaths.length, 'held path')} gone`)
    this.name = 'HeldGone'
    this.storePaths = storePaths
    this.snapshot = snapshot
    this.lost = lost
  }
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
