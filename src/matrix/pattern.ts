import { attempt, NarPublishError } from '../errors.ts'
import { parseInstallable } from '../nix/installable.ts'

/** A line of `flake-attribute`, before it is known for which systems it is. */
export interface Pattern {
  /** As written. */
  text: string
  /** `.`, `./dir`, `github:o/r`. */
  flake: string
  /** Names as written (`a%20b`), in which `{system}` stands for a system. Empty: the flake's default. */
  path: string[]
  /** The path is a set, of which every derivation is meant. */
  isEach: boolean
  /** Chosen by `^out,dev`; null: all. */
  outputs: string[] | null
}

/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'checks', 'devShells', 'legacyPackages', 'formatter', 'apps']

const placeholder = '{system}'

/**
 *     .#hello  ./dir#packages.{system}.x^out   one attribute
 *     .#packages.*  .#packages.*.*  .#checks.{system}.*  .#hydraJobs.*   every derivation of a set; `*` in a system's place is each of `systems`
 *     .  .#                                     the flake's default
 *
 * Throws ATTRIBUTE_INVALID.
 */
export function parsePattern(text: string): Pattern {
  const { reference, outputs } = parseInstallable(text)
  const hash = reference.indexOf('#')
  const flake = hash === -1 ? reference : reference.slice(0, hash) || '.'
  const path = parseAttributePath(hash === -1 ? '' : reference.slice(hash + 1), text)
  const isEach = path.at(-1) === '*'
  const names = isEach ? path.slice(0, -1) : path
  if (isEach && names.length === 0) names.push('packages')
  const [output = '', second] = names
  if (perSystem.includes(output)) {
    if (second === '*') names[1] = placeholder
    if (second === undefined && isEach) names.push(placeholder)
  }
  if (names.includes('*')) {
    throw invalid(text, '`*` stands last, or in the place of a system')
  }
  return { text, flake, path: names, isEach, outputs }
}

/** Where the pattern is to be looked for, the first place that has something counts: as Nix does it for `.#hello`. */
export function placesOf({ path, isEach }: Pattern, system: string): string[][] {
  const names = path.map((name) => decodeURIComponent(name.replaceAll(placeholder, () => system)))
  if (names.length === 0) {
    return [
      ['packages', system, 'default'],
      ['defaultPackage', system]
    ]
  }
  const isWhole = isEach || perSystem.includes(path[0] ?? '')
  const inSystem = isWhole
    ? []
    : ['packages', 'legacyPackages'].map((output) => [output, system, ...names])
  return [...inSystem, names]
}

/**
 * `packages.x86_64-linux."a.b"`. Nix reads what follows `#` as part of an address: it refuses many characters there, other scripts' letters
 * among them, and decodes `%20`. null: it has a name that no installable can spell, as Nix has no escape for a quote.
 */
export function formatAttributePath(path: readonly string[]): string | null {
  if (path.some((name) => name === '' || name.includes('"') || !name.isWellFormed())) return null
  return path.map((name) => (/^[\w'+-]+$/.test(name) ? name : `"${encodeName(name)}"`)).join('.')
}

function encodeName(name: string): string {
  return name.replace(/[^\w'+. -]/gu, encodeURIComponent).replaceAll('*', '%2A')
}

/** As Nix splits it (libexpr/attr-path.cc): at dots outside of quotes, without escapes. */
function parseAttributePath(text: string, whole: string): string[] {
  if (text === '') return []
  // A dot in front says that the path is whole; so are ours.
  const names: readonly string[] =
    text.replace(/^\./, '').match(/(?:"[^"]*"|[^."])+|(?<=\.|^)(?=\.|$)/g) ?? []
  const isWellFormed = names.join('.') === text.replace(/^\./, '') && !names.includes('')
  if (!isWellFormed) throw invalid(whole, 'it is no attribute path')
  if (attempt(() => decodeURIComponent(text), null) === null)
    throw invalid(whole, 'a `%` in it is to be written as `%25`')
  return names.map((name) => name.replaceAll('"', ''))
}

function invalid(text: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'ATTRIBUTE_INVALID',
    subject: JSON.stringify(text.slice(0, 300)),
    reason,
    hint: 'Write it as `.#hello`, `.#packages.*`, `.#packages.{system}.hello` or `.#checks.{system}.*`.'
  })
}
