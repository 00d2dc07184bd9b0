import { versionsInComments } from './literals/comments.ts'
import { siblingsIn } from './literals/siblings.ts'
import {
  placeOf,
  type HashLiteral,
  type Span,
  type SyncChange,
  type TextFile,
  type ToldPlace
} from './types.ts'

/** What a change to another version leaves as it was in the files that it touches: hashes beside those that are new, and comments. */
export function leftBeside(
  files: readonly TextFile[],
  { oldVersion, newVersion, revision, versions, hashes }: SyncChange,
  untraced: readonly HashLiteral[]
): ToldPlace[] {
  if (oldVersion === newVersion && revision === null) return []
  const edited = new Set([...versions, ...hashes].map(({ file }) => file))
  const told: ToldPlace[] = []
  for (const file of files.filter(({ path }) => edited.has(path))) {
    const areSiblings = siblingsIn(file)
    const changed = hashes.filter((edit) => edit.file === file.path)
    for (const literal of untraced) {
      if (literal.file !== file.path || literal.digest === null) continue
      const sibling = changed.find((edit) => areSiblings(edit, literal))
      if (sibling === undefined) continue
      const why = `nothing on ${sibling.systems.join(', ')} comes from it, and ${placeOf(sibling)} beside it is new`
      told.push({ ...placed(literal), kind: 'unfed', why })
    }
    const comments = oldVersion === null ? [] : versionsInComments(file, oldVersion)
    for (const comment of comments) told.push({ ...placed(comment), kind: 'comment', why: '' })
  }
  return told
}

function placed({ file, line, text }: Span): Omit<ToldPlace, 'kind' | 'why'> {
  return { file, line, text }
}
