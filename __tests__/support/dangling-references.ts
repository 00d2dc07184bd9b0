import type { NarInfo } from '../../src/binary-cache/types.ts'
import { storePathBaseName } from '../../src/store-path.ts'

/** `<path> → <reference>` for each reference that none of the cache's narinfos is about: Nix would have to get that from elsewhere. */
export function danglingReferences(narInfos: readonly NarInfo[]): string[] {
  const held = new Set(narInfos.map(({ storePath }) => storePathBaseName(storePath)))
  return narInfos.flatMap(({ storePath, references }) =>
    references
      .filter((reference) => !held.has(reference))
      .map((reference) => `${storePath} → ${reference}`)
  )
}
