import { lines } from '../../inputs/readers.ts'
import { parsePackageReference } from '../project/package-reference.ts'
import type { PackagePattern } from './types.ts'

/**
 * The lines of `package`, each once: `.#infer`, `.#packages.*`, `.#packages.{system}.*`, `./dir#tools.*`, `file:default.nix#*`. Throws
 * PACKAGE_INVALID.
 */
export function parsePackagePatterns(text: string): PackagePattern[] {
  const patterns = lines(text).map(parsePattern)
  return [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()]
}

/** `*` stands last, for every package of a set. */
function parsePattern(line: string): PackagePattern {
  const set = /^(?<place>[^#]*#)(?:(?<path>.*)\.)?\*$/su.exec(line)?.groups
  if (set === undefined) return { kind: 'one', reference: parsePackageReference(line) }
  const { place = '', path = '' } = set
  // A file's own value is a set, and a flake's default is not.
  const name = path === '' && !place.startsWith('file:') ? 'packages' : path
  return { kind: 'each', reference: parsePackageReference(`${place}${name}`) }
}

function keyOf({ kind, reference }: PackagePattern): string {
  return JSON.stringify([kind, reference.text])
}
