import { parseNarInfo } from '../binary-cache/narinfo.ts'
import {
  fingerprint,
  isSignedByAny,
  keyName,
  publicKeyText,
  type SecretKey
} from '../binary-cache/signature.ts'
import type { NarInfo, PathInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath } from '../store-path.ts'
import { count, quote, shortList } from '../text.ts'
import type { KeyTerms } from './key-terms.ts'

/**
 * What the target's narinfo of a path means for a run that has the path itself.
 *
 *     missing     none, or one that is of no use: it cannot be read, is about another path, or of another build that nobody signed. It is
 *                 written. For a run whose paths a later job signs also one that readers refuse: that job needs the content
 *     unsigned    the same content without a signature of this run's: that is added, the NAR stays
 *     unreadable  another build, signed, and by no key that readers are told: neither this run's signature nor its NAR can go there
 *     held        nothing to do
 */
export type Standing =
  { kind: 'missing' } | { kind: 'unsigned' | 'unreadable' | 'held'; narInfo: NarInfo }

/** `text`: the narinfo as the target has it; undefined when it has none. */
export function standingOf(text: string | undefined, info: PathInfo, terms: KeyTerms): Standing {
  const narInfo = text === undefined ? null : readNarInfo(text, info.storePath)
  if (narInfo === null) return { kind: 'missing' }
  if (isHeldBy(narInfo, terms)) return { kind: 'held', narInfo }
  if (terms.isSignedLater) return { kind: 'missing' }
  // A run that signs nothing leaves it; that its readers cannot read it is told where it would publish.
  if (terms.own.length === 0) return { kind: 'held', narInfo }
  if (fingerprint(narInfo) === fingerprint(info)) return { kind: 'unsigned', narInfo }
  // Not reproducible, and somebody's readers have the other build: it stays.
  if (isSignedByAny(terms.told, narInfo)) return { kind: 'held', narInfo }
  // Without any signature it had no careful readers.
  return narInfo.signatures.length > 0 ? { kind: 'unreadable', narInfo } : { kind: 'missing' }
}

/** Whether the signatures that it has are all that this run asks for. */
export function isHeldBy(narInfo: NarInfo, { own, told }: KeyTerms): boolean {
  if (own.length > 0) return isSignedByAll(narInfo, own)
  return told.length === 0 || isSignedByAny(told, narInfo)
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

function isSignedByAll(narInfo: NarInfo, keys: readonly SecretKey[]): boolean {
  return keys.every((key) => isSignedByAny([publicKeyText(key)], narInfo))
}

/** Throws HELD_UNREADABLE when one is so. */
export function refuseUnreadable(standings: readonly Standing[]): void {
  const narInfos = standings.flatMap((one) => (one.kind === 'unreadable' ? [one.narInfo] : []))
  const [first] = narInfos
  if (first === undefined) return
  const names = shortList([...new Set(first.signatures.map((text) => quote(keyName(text))))], 5)
  const others = narInfos.length - 1
  throw new NarPublishError({
    code: 'HELD_UNREADABLE',
    subject: first.storePath,
    reason: `the target holds another build of it, signed by ${names}, and readers are told of no key that signed it${others > 0 ? `; so it is with ${count(others, 'other path')}` : ''}`
  })
}
