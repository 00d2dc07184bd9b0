import { publicKeyText, type SecretKey } from '../binary-cache/signature.ts'
import { findReadme } from '../catalogue/find-readme.ts'
import { keysToTell } from '../catalogue/told-keys.ts'
import type { TargetSnapshot } from '../repository/types.ts'

/** By whose signatures a path that the target holds counts as held. */
export interface KeyTerms {
  /** The run's own: each signs. None: the run signs nothing, or a later job does. */
  own: readonly SecretKey[]
  isSignedLater: boolean
  /** `name:base64` of the keys that readers are told, the run's own among them; none: nothing is asked of a path. */
  told: readonly string[]
}

/** As much of the inputs as decides. */
export interface KeyInputs {
  signingKeys: readonly SecretKey[]
  /** Left out: none. */
  trustedKeys?: readonly string[]
  isSignedLater?: boolean
  /** Readers are content with what nobody signed. */
  unsigned: boolean
}

/** For a state of the target by its README; null: it has none. */
export function keyTerms(inputs: KeyInputs, readme: Buffer | null): KeyTerms {
  const { signingKeys: own, trustedKeys = [], isSignedLater = false, unsigned } = inputs
  const told = keysToTell(readme, [...own.map(publicKeyText), ...trustedKeys])
  return { own, isSignedLater, told: unsigned && own.length === 0 ? [] : told }
}

export async function keyTermsAt(inputs: KeyInputs, snapshot: TargetSnapshot): Promise<KeyTerms> {
  // A glance is enough: what is committed goes by the README of the commit itself.
  const readme = await findReadme({
    readFile: (path) => snapshot.glanceAt(path),
    itemsAt: (paths) => snapshot.itemsAt(paths),
    itemsIn: (folder) => snapshot.itemsIn(folder)
  })
  return keyTerms(inputs, readme.content)
}
