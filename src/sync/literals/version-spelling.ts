import type { Edit, VersionLiteral } from '../types.ts'

type Separator = VersionLiteral['separator']

/** A version as it is written where a dot cannot be: `1_84_0` in Boost's file names, `1-84-0` in tags. */
export function spellVersion(version: string, separator: Separator): string {
  return version.replaceAll('.', () => separator)
}

/** How an occurrence of a version may be spelled, its own way first. One without dots has one spelling. */
export function spellingsOf(version: string): { spelling: string; separator: Separator }[] {
  const separators: Separator[] = version.includes('.') ? ['.', '_', '-'] : ['.']
  return separators.map((separator) => ({ spelling: spellVersion(version, separator), separator }))
}

/** The new version, spelled as the old one is at its place. */
export function bumpEdit(place: VersionLiteral, newVersion: string): Edit {
  const { file, start, end, line, text } = place
  return { file, start, end, line, text, replacement: spellVersion(newVersion, place.separator) }
}
