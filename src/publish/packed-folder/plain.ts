import { shownName } from '../../harmless.ts'

/** characters */
export const longest = {
  name: 300,
  installable: 4000,
  detail: 1000,
  // With the last lines of a build's log.
  reason: 100000
}
export function plain(text: string, longest: number): string {
  return shownName(text).slice(0, longest)
}
/** An artifact's name as it stands in the file. */
export function plainName(text: string): string {
  return plain(text, longest.name)
}
