import { attempt } from '../../errors.ts'
import { parseAttributePath } from '../project/package-reference.ts'
import { fillIn } from '../project/systems.ts'
import type { PackageReference } from '../types.ts'
import { parsePackagePatterns } from './patterns.ts'

/** Stands for the system in a path of attributes. */
export const systemPlaceholder = '{system}'

/**
 * A package of the place that `parent` is at (a flake, a file), as a line of `package` that means it and nothing else: `.#luna`,
 * `file:default.nix#"luna 2"`. null: no line does, as Nix has no way to write a quote, and a line is no more than one.
 */
export function memberReference(
  parent: PackageReference,
  names: readonly string[],
  system: string
): PackageReference | null {
  const attribute = names.map(spelled).join('.')
  const written = parent.kind === 'flake' ? attribute.replaceAll('%', '%25') : attribute
  const found = attempt(() => parsePackagePatterns(`${placeOf(parent)}#${written}`), [])
  const [pattern, ...others] = found
  if (pattern?.kind !== 'one' || others.length > 0) return null
  const { reference } = pattern
  const read = parseAttributePath(fillIn(reference.attribute, system))
  const meant = names.map((name) => (name === systemPlaceholder ? system : name))
  return JSON.stringify(read) === JSON.stringify(meant) ? reference : null
}

function spelled(name: string): string {
  return name === systemPlaceholder || /^[A-Za-z_][\w'-]*$/.test(name) ? name : `"${name}"`
}

/** What stands before the `#` of its attribute. */
function placeOf(reference: PackageReference): string {
  return reference.kind === 'file' ? `file:${reference.path}` : reference.text.replace(/#.*$/s, '')
}
