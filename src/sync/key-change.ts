import type { Edit, HashLiteral } from './types.ts'

/** What hashes are called after a lock file that changed: see beside/cargo-keys.ts. */
export interface KeyChange {
  edits: Edit[]
  /** Hashes whose entries go. */
  gone: HashLiteral[]
  /** Those of entries that come. */
  added: HashLiteral[]
}

export const sameKeys: KeyChange = { edits: [], gone: [], added: [] }

export function withKeys(
  literals: readonly HashLiteral[],
  { gone, added }: KeyChange
): HashLiteral[] {
  return [...literals.filter((literal) => !gone.includes(literal)), ...added]
}
