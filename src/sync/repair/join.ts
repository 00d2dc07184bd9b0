import { NarPublishError } from '../../errors.ts'
import { applyEdits } from '../literals/edit.ts'
import { placeOf, type RewrittenFile, type TextFile } from '../types.ts'
import type { KeptHash, ReadRepair, RepairEdit } from './types.ts'

/** Edits, and who has them: a package, or a file. */
export interface EditsOf {
  name: string
  edits: readonly RepairEdit[]
}

/**
 * All of them against the same commit, in order: equal ones are one. Throws HASH_AMBIGUOUS where one place would need two hashes, and
 * COMPUTED_CONFLICT where edits of one place differ otherwise, or overlap.
 */
export function joinEdits(sources: readonly EditsOf[]): RepairEdit[] {
  const joined = new Map<string, { edit: RepairEdit; name: string }>()
  for (const { name, edits } of sources) {
    for (const edit of edits) {
      const key = JSON.stringify([edit.file, edit.start, edit.end])
      const known = joined.get(key)
      joined.set(
        key,
        known === undefined ? { edit, name } : { name, edit: join(known, { edit, name }) }
      )
    }
  }
  const inOrder = [...joined.values()].toSorted((a, b) => byPlace(a.edit, b.edit))
  for (const [index, { edit, name }] of inOrder.entries()) {
    const before = inOrder[index - 1]
    if (before?.edit.file !== edit.file || before.edit.end <= edit.start) continue
    throw conflict([before.name, name], `two edits overlap at ${placeOf(edit)}`)
  }
  return inOrder.map(({ edit }) => edit)
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

interface From {
  edit: RepairEdit
  name: string
}

function join(one: From, other: From): RepairEdit {
  const [mine, theirs] = [one.edit, other.edit]
  if (mine.newHash !== theirs.newHash) {
    throw new NarPublishError({
      code: 'HASH_AMBIGUOUS',
      subject: placeOf(mine),
      reason: `it is one hash for ${one.name} and ${other.name}, which now need different ones: ${mine.newHash} and ${theirs.newHash}`
    })
  }
  const same = ['text', 'replacement', 'oldHash', 'line'] as const
  if (same.some((name) => mine[name] !== theirs[name])) {
    throw conflict([one.name, other.name], `they edit ${placeOf(mine)} differently`)
  }
  const both = (name: 'systems' | 'derivations' | 'packages'): string[] =>
    [...new Set([...mine[name], ...theirs[name]])].sort()
  return {
    ...mine,
    systems: both('systems'),
    derivations: both('derivations'),
    packages: both('packages')
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

function byPlace(a: RepairEdit, b: RepairEdit): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.start - b.start || a.end - b.end
}

function conflict(names: readonly string[], reason: string): NarPublishError {
  return new NarPublishError({
    code: 'COMPUTED_CONFLICT',
    subject: [...new Set(names)].join(' and '),
    reason
  })
}
