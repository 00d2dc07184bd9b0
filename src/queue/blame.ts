import { isLasting } from './store-words.ts'
import type { ErrorCode, NarPublishError } from '../errors.ts'

/**
 * Whose failure it is that paths could not be sent:
 *
 *     paths        one or more of them, which can be found: the others may land
 *     destination  all of them alike: trying each would fail as often. `isFinal`: waiting does not help, somebody has to do something
 */
export type Blame =
  { kind: 'paths'; culprit: string | null } | { kind: 'destination'; isFinal: boolean }

const ofPaths: readonly ErrorCode[] = [
  'COMPRESSOR_FAILED',
  'NARINFO_INVALID',
  'NAR_EMPTY',
  'NAR_HASH_MISMATCH',
  'NAR_TOO_LARGE',
  'NIX_FAILED',
  'PUSH_TOO_LARGE',
  'STORE_COPY_FAILED',
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
