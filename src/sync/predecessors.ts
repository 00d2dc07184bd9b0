import { sriOf } from '../binary-cache/digest.ts'
import type { HashLiteral } from './types.ts'

/** The literal as it was before; of one in a file that was made anew those of the same hash, wherever they were. */
export function predecessorsAmong(
  before: readonly HashLiteral[]
): (literal: HashLiteral) => readonly HashLiteral[] {
  const itself = new Set(before)
  const byHash = Map.groupBy(before, ({ digest }) => (digest === null ? '' : sriOf(digest)))
  return (literal) => {
    if (itself.has(literal)) return [literal]
    return literal.digest === null ? [] : (byHash.get(sriOf(literal.digest)) ?? [])
  }
}
