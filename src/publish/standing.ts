import { parseNarInfo } from '../binary-cache/narinfo.ts'
import {
  fingerprint,
  publicKeyText,
  verifySignature,
  type SecretKey
} from '../binary-cache/signature.ts'
import type { NarInfo, PathInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath } from '../store-path.ts'

/**
 * What the target's narinfo of a path means for a run that has the path itself.
 *
 *     missing    none, or one that is of no use: unreadable, about another path, or of another build that nobody signed. It is written
 *     unsigned   the same content without this run's signature: that is added, the NAR stays
 *     held       nothing to do
 */
export type Standing = { kind: 'missing' } | { kind: 'unsigned' | 'held'; narInfo: NarInfo }

/** `text`: the narinfo as the target has it; undefined when it has none. `key` null: the run does not sign. */
export function standingOf(
  text: string | undefined,
  info: PathInfo,
  key: SecretKey | null
): Standing {
  const narInfo = text === undefined ? null : readNarInfo(text, info.storePath)
  if (narInfo === null) return { kind: 'missing' }
  if (key === null || isSignedBy(narInfo, key)) return { kind: 'held', narInfo }
  if (fingerprint(narInfo) === fingerprint(info)) return { kind: 'unsigned', narInfo }
  // Not reproducible, and somebody's readers have the other build: it stays. Without any signature it had no careful readers.
  return narInfo.signatures.length > 0 ? { kind: 'held', narInfo } : { kind: 'missing' }
}

/** The narinfo of a store path, or null when the file's content is not that: the next publish writes over it. */
export function readNarInfo(text: string, storePath: string): NarInfo | null {
  try {
    const narInfo = parseNarInfo(text, `${parseStorePath(storePath).hash}.narinfo`)
    return narInfo.storePath === storePath ? narInfo : null
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'NARINFO_INVALID') return null
    throw error
  }
}

export function isSignedBy(narInfo: NarInfo, key: SecretKey): boolean {
  const publicKey = publicKeyText(key)
  return narInfo.signatures.some((signature) => verifySignature(publicKey, narInfo, signature))
}
