import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import {
  isSignedByAny,
  privateKeyOf,
  publicKeyText,
  type SecretKey
} from '../binary-cache/signature.ts'
import type { NarInfo, PathInfo } from '../binary-cache/types.ts'

const keyName = 'nar-publish-cache-1'

/**
 * What Nix is told to trust of a restored cache.
 *
 *     derived     the run has a signing key: entries were signed, in the run that built them, by a key that only its holder can derive
 *     ephemeral   it has none: what is taken is signed by a key that is made up now and forgotten with the run
 *
 * Whoever can write to the cache, and has no signing key, can so put nothing into what a run with the key builds from and signs.
 */
export interface CacheTrust {
  kind: 'derived' | 'ephemeral'
  key: SecretKey
  /** Part of the cache's key: runs that do not trust each other's entries do not load them either. */
  label: string
}

export function trustFor([signingKey]: readonly SecretKey[]): CacheTrust {
  if (signingKey === undefined) {
    const key = { name: keyName, privateKey: privateKeyOf(randomBytes(32)) }
    return { kind: 'ephemeral', key, label: 'unsigned' }
  }
  // Not the signing key itself: its signature would make an entry, which is nobody's to read, worth as much as what was published.
  const seed = Buffer.from(signingKey.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')
  const derived = Buffer.from(hkdfSync('sha256', seed, '', `nar-publish ${keyName}`, 32))
  const key = { name: keyName, privateKey: privateKeyOf(derived) }
  const label = createHash('sha256').update(publicKeyText(key)).digest('hex').slice(0, 12)
  return { kind: 'derived', key, label }
}

/** Of an entry as it was loaded. */
export function isTrusted({ kind, key }: CacheTrust, narInfo: NarInfo): boolean {
  return kind === 'ephemeral' || isSignedByAny([publicKeyText(key)], narInfo)
}

/** Nix notes the signatures that it took a path for. These are no reader's, and of no cache that a reader knows. */
export function withoutCacheSignatures(info: PathInfo): PathInfo {
  const signatures = info.signatures.filter((signature) => !isOfCache(signature))
  return { ...info, signatures }
}

/** Whether Nix took the path from a cache of this run: for this key's signature. */
export function isFromCache(info: PathInfo, { key }: CacheTrust): boolean {
  return isSignedByAny([publicKeyText(key)], info)
}

function isOfCache(signature: string): boolean {
  return signature.startsWith(`${keyName}:`)
}
