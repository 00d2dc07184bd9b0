import { leadOf } from '../version/form.ts'
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

/** A version and the one that takes its place, or a piece of both that makes the difference. */
export interface VersionPiece {
  old: string
  new: string
}

/**
 * What a version may be written as, in the order in which it is looked for: without the `v` that both have, so that `1.2.3` beside
 * `v1.2.3` is found too; whole; and the day in it alone (`date = "2024-05-01"`), where that is all that changes.
 */
export function piecesOf(oldVersion: string, newVersion: string): VersionPiece[] {
  const lead = leadOf(oldVersion)
  const isLed = lead !== '' && lead === leadOf(newVersion)
  const whole = isLed
    ? { old: oldVersion.slice(lead.length), new: newVersion.slice(lead.length) }
    : { old: oldVersion, new: newVersion }
  const [oldDay, newDay] = [oldVersion, newVersion].map((version) => day.exec(version))
  if (oldDay?.[0] === undefined || newDay?.[0] === undefined || oldDay[0] === whole.old)
    return [whole]
  const isAlone = oldVersion.replace(day, '') === newVersion.replace(day, '')
  return isAlone ? [whole, { old: oldDay[0], new: newDay[0] }] : [whole]
}

const day = /(?<![0-9])(?:19|20)[0-9]{2}([-._]?)[01][0-9]\1[0-3][0-9](?![0-9])/
