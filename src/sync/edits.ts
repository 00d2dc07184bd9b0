import { spellVersion } from './literals/version-spelling.ts'
import type { Edit, VersionLiteral } from './types.ts'
import type { Replacements } from './workshop.ts'

/** The new version, spelled as the old one is at its place. */
export function bumpEdit(place: VersionLiteral, newVersion: string): Edit {
  const { file, start, end, line, text } = place
  return { file, start, end, line, text, replacement: spellVersion(newVersion, place.separator) }
}

export function replacementsOf(edits: readonly Edit[]): Replacements {
  return new Map(edits.map((edit) => [edit, edit.replacement]))
}
