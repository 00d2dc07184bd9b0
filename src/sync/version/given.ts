import type { WantedVersion } from '../types.ts'
import { versionFromInput, versionFromTag } from './parse.ts'

type GivenVersion = Extract<WantedVersion, { kind: 'given' }>

/** The version that was asked for by its name. Throws VERSION_INVALID. */
export function givenVersion(
  text: string,
  source: GivenVersion['source'],
  tagPrefix: string
): string {
  return source === 'input' ? versionFromInput(text, tagPrefix) : versionFromTag(text, tagPrefix)
}
