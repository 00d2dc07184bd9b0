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
  /** The path is a set, of which every derivation is meant, or what is built of every name in it. */
  isEach: boolean
  /** What is built of an attribute that is no derivation: paths in it, of which the first that is there counts. Empty: it is one. */
  built: readonly string[][]
  /** `inputs.nixpkgs`: the path is one of names of the flake's inputs. */
  isInput: boolean
  /** Chosen by `^out,dev`; null: all. */
  outputs: string[] | null
}

/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'checks', 'devShells', 'legacyPackages', 'formatter', 'apps']

/** Of these there is one for each system, and no set. */
const onePerSystem = ['formatter', 'devShell', 'defaultPackage']

/** Sets whose attributes are no derivations. */
const builtOf: ReadonlyMap<string, Pattern['built']> = new Map([
  ['nixosConfigurations', [['config', 'system', 'build', 'toplevel']]],
  ['darwinConfigurations', [['config', 'system', 'build', 'toplevel'], ['system']]],
  ['homeConfigurations', [['activationPackage']]],
  ['legacyPackages.homeConfigurations', [['activationPackage']]],
  // The shell itself is made to be entered. This is all that it needs.
  ['devShells', [['inputDerivation']]],
  ['devShell', [['inputDerivation']]]
])

const placeholder = '{system}'

/**
 *     .#hello  ./dir#packages.{system}.x^out   one attribute
 *     .#packages.*  .#packages.*.*  .#checks.{system}.*  .#hydraJobs.*   every derivation of a set; `*` in a system's place is each of `systems`
 *     .#nixosConfigurations.*  .#devShells.{system}.x   what is built of every configuration, of one shell
 *     .#inputs.*  .#inputs.nixpkgs              sources of the flake's inputs
 *     .  .#                                     the flake's default
 *
 * Throws ATTRIBUTE_INVALID.
 */
export function parsePattern(text: string): Pattern {
  const { reference, outputs } = parseInstallable(text)
  const hash = reference.indexOf('#')
  const flake = hash === -1 ? reference : reference.slice(0, hash) || '.'
  const path = parseAttributePath(hash === -1 ? '' : reference.slice(hash + 1), text)
  const hasStar = path.at(-1) === '*'
  const names = hasStar ? path.slice(0, -1) : path
  if (hasStar && names.length === 0) names.push('packages')
  const [output = '', second] = names
  const isOne = onePerSystem.includes(output)
  if (isOne || perSystem.includes(output)) {
    if (second === '*') names[1] = placeholder
    if (second === undefined && hasStar) names.push(placeholder)
  }
  if (names.includes('*')) {
    throw invalid(text, '`*` stands last, or in the place of a system')
  }
  const isInput = output === 'inputs' && (hasStar || second !== undefined)
  if (isInput && outputs !== null) throw invalid(text, 'an input is a source and has no outputs')
  const isEach = hasStar && !(isOne && names.length === 2)
  const built = builtOf.get(withoutSystem(isEach ? names : names.slice(0, -1))) ?? []
  return { text, flake, path: names, isEach, built, isInput, outputs }
}

/** The output, and names below its system: `devShells.default`. Empty: it ends with the system or before. */
export function withoutSystem([output = '', ...names]: readonly string[]): string {
  if (!perSystem.includes(output)) return [output, ...names].join('.')
  return names.length === 0 ? '' : [output, ...names.slice(1)].join('.')
}

/**
 * Where the pattern is to be looked for, the first place that has something counts: as Nix does it for `.#hello`. What is built of an attribute
 * is below its place.
 */
export function placesOf(pattern: Pattern, system: string): string[][] {
  const { path, isEach, built } = pattern
  const names = namesOf(pattern, system)
  if (names.length === 0) {
    return [
      ['packages', system, 'default'],
      ['defaultPackage', system]
    ]
  }
  const isWhole =
    isEach || built.length > 0 || [...perSystem, ...onePerSystem].includes(path[0] ?? '')
  const inSystem = isWhole
    ? []
    : ['packages', 'legacyPackages'].map((output) => [output, system, ...names])
  return [...inSystem, names]
}

/** The path as Nix has its names. */
export function namesOf({ path }: Pattern, system = placeholder): string[] {
  return path.map((name) => decodeURIComponent(name.replaceAll(placeholder, () => system)))
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

function parseAttributePath(text: string, whole: string): string[] {
  const names = splitAttributePath(text)
  if (typeof names === 'string') throw invalid(whole, names)
  return names
}

/** Names as they are written (`a%20b`), or why it is no path. As Nix splits it (libexpr/attr-path.cc): at dots outside of quotes, without escapes. */
export function splitAttributePath(text: string): string[] | string {
  if (text === '') return []
  // A dot in front says that the path is whole; so are ours.
  const names: readonly string[] =
    text.replace(/^\./, '').match(/(?:"[^"]*"|[^."])+|(?<=\.|^)(?=\.|$)/g) ?? []
  const isWellFormed = names.join('.') === text.replace(/^\./, '') && !names.includes('')
  if (!isWellFormed) return 'it is no attribute path'
  if (attempt(() => decodeURIComponent(text), null) === null)
    return 'a `%` in it is to be written as `%25`'
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
