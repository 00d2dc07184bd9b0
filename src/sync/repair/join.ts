import { NarPublishError } from '../../errors.ts'
import {
  joinHashEdits,
  mergeEdits,
  refuseOverlaps,
  inEither,
  type From
} from '../computed/merge-edits.ts'
import { applyEdits } from '../literals/edit.ts'
import { placeOf, type RewrittenFile, type TextFile } from '../types.ts'
import type { KeptHash, ReadRepair, RepairEdit } from './types.ts'

/** Edits, and who has them: a package, or a file. */
export interface EditsOf {
  file: string
  edits: readonly RepairEdit[]
}

/**
 * All of them against the same commit, in order: equal ones are one. Throws HASH_AMBIGUOUS where one place would need two hashes, and
 * COMPUTED_CONFLICT where edits of one place differ otherwise, or overlap.
 */
export function joinEdits(sources: readonly EditsOf[]): RepairEdit[] {
  const editsOf = ({ edits }: EditsOf): readonly RepairEdit[] => edits
  const joined = mergeEdits(sources, editsOf, (one: From<RepairEdit, EditsOf>, other) => ({
    ...joinHashEdits(one, other, ({ file }) => file),
    packages: inEither(one.edit.packages, other.edit.packages)
  }))
  refuseOverlaps(sources, joined, editsOf)
  return joined
}

/** What one machine has found right and another one changes would be wrong for one of them. Throws HASH_AMBIGUOUS. */
export function refuseKept(repairs: readonly ReadRepair[]): void {
  const keyOf = ({ file, start, end }: KeptHash): string => JSON.stringify([file, start, end])
  const kept = new Map(
    repairs.flatMap(({ kept, systems }) => kept.map((one) => [keyOf(one), systems] as const))
  )
  for (const edit of repairs.flatMap(({ edits }) => edits)) {
    const systems = kept.get(keyOf(edit))
    if (systems === undefined) continue
    throw new NarPublishError({
      code: 'HASH_AMBIGUOUS',
      subject: placeOf(edit),
      reason: `it is right for ${systems.join(', ')}, and for ${edit.systems.join(', ')} it would have to be ${edit.newHash}`
    })
  }
}

/** The files with their edits made. */
export function rewritten(
  files: readonly TextFile[],
  edits: readonly RepairEdit[]
): RewrittenFile[] {
  const byFile = Map.groupBy(edits, ({ file }) => file)
  return files.map(({ path, text }) => {
    return { path, before: text, after: applyEdits(text, byFile.get(path) ?? []) }
  })
}
