import { asNarPublishError, type ErrorCode, type NarPublishError } from '../errors.ts'
import { isLasting } from './store-words.ts'

/** Where paths are that have landed. */
export type Landing =
  | { store: string }
  /** `commit`: the one that holds them, which is older where they were there already. */
  | { repository: string; branch: string; commit: { sha: string; url: string } | null }

export interface Sent {
  landing: Landing
  /** Sentences that are worth a note. */
  notes: readonly string[]
}

/**
 * Brings the closure of store paths to a destination; all of it landed unless it throws. `artifacts`: those of the paths, and maybe
 * others, that get a row where the destination has an index; left out: all.
 */
export type Send = (paths: readonly string[], artifacts?: ReadonlySet<string>) => Promise<Sent>

interface Failed {
  storePath: string
  error: NarPublishError
}

export interface SendResult {
  /** What cannot be sent, while others may have been. */
  failed: Failed[]
  /** Why nothing more was tried; null: everything was. */
  stopped: { error: NarPublishError; isFinal: boolean } | null
}

/** So many paths that fail one after the other with the same words, and none that lands: it is not the paths. */
const telling = 3

/**
 * Sends together what can be sent together. When that fails because of a path, it is left out, or found by halves. `onLanded` is
 * called as soon as some have landed; `goesOn` is asked before each attempt.
 */
export async function sendAll<S>(
  send: (paths: readonly string[]) => Promise<S>,
  paths: readonly string[],
  {
    onLanded,
    goesOn
  }: { onLanded: (paths: readonly string[], sent: S) => void; goesOn: () => boolean }
): Promise<SendResult> {
  const failed: Failed[] = []
  const batches: (readonly string[])[] = paths.length === 0 ? [] : [paths]
  let hasLanded = false
  for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
    if (!goesOn()) break
    try {
      onLanded(batch, await send(batch))
      hasLanded = true
    } catch (thrown) {
      const error = asNarPublishError(thrown)
      const blame = blameOf(error, batch)
      if (blame.kind === 'destination') {
        return { failed, stopped: { error, isFinal: blame.isFinal } }
      }
      const culprit = blame.culprit ?? (batch.length === 1 ? batch[0] : undefined)
      if (culprit === undefined) batches.unshift(...halves(batch))
      else {
        failed.push({ storePath: culprit, error })
        const others = batch.filter((path) => path !== culprit)
        if (others.length > 0) batches.unshift(others)
      }
      if (!hasLanded && areAllAlike(failed))
        return { failed: [], stopped: { error, isFinal: false } }
    }
  }
  return { failed, stopped: null }
}

function halves(batch: readonly string[]): (readonly string[])[] {
  const middle = Math.ceil(batch.length / 2)
  return [batch.slice(0, middle), batch.slice(middle)]
}

/** One that the store does not have is no sign of anything else. */
function areAllAlike(failed: readonly Failed[]): boolean {
  const unclear = failed.filter(({ error }) =>
    ['NIX_FAILED', 'STORE_COPY_FAILED'].includes(error.code)
  )
  const [first] = unclear
  return (
    first !== undefined &&
    unclear.length >= telling &&
    unclear.every((one) => wordsOf(one) === wordsOf(first))
  )
}

function wordsOf({ error }: Failed): string {
  return `${error.code} ${error.reason.replace(/\/nix\/store\/[0-9A-Za-z+\-._?=]+/g, 'PATH')}`
}

/**
 * Whose failure it is that paths could not be sent:
 *
 *     paths        one or more of them, which can be found: the others may land
 *     destination  all of them alike: trying each would fail as often. `isFinal`: waiting does not help, somebody has to do something
 */
type Blame = { kind: 'paths'; culprit: string | null } | { kind: 'destination'; isFinal: boolean }

const ofPaths: readonly ErrorCode[] = [
  'COMPRESSOR_FAILED',
  'HELD_UNREADABLE',
  'NARINFO_INVALID',
  'NAR_EMPTY',
  'NAR_HASH_MISMATCH',
  'NAR_TOO_LARGE',
  'NIX_FAILED',
  'PUSH_TOO_LARGE',
  'STORE_COPY_FAILED',
  'STORE_PATH_DAMAGED',
  'STORE_PATH_INVALID',
  'STORE_PATH_MISSING'
]

/** They pass by themselves. */
const passing: readonly ErrorCode[] = [
  'DISK_FULL',
  'GITHUB_UNAVAILABLE',
  'GIT_UNREACHABLE',
  'HEAD_MOVED',
  'HELD_PATH_GONE',
  'INTERNAL',
  'RATE_LIMITED',
  'STORE_UNREACHABLE'
]

/** `paths`: what was to be sent. */
export function blameOf(
  { code, subject, reason }: NarPublishError,
  paths: readonly string[]
): Blame {
  if (!ofPaths.includes(code)) {
    const isFinal = !passing.includes(code) || (code === 'STORE_UNREACHABLE' && isLasting(reason))
    return { kind: 'destination', isFinal }
  }
  return { kind: 'paths', culprit: paths.includes(subject) ? subject : null }
}
