import { parseAttributePath } from '../project/package-reference.ts'
import { spellOut } from '../project/flake.ts'
import { fillIn, namedSystem } from '../project/systems.ts'
import type { PackageReference } from '../types.ts'
import { systemPlaceholder } from './member-reference.ts'
import type { PackagePattern } from './types.ts'

/** Where an attribute may be: in the value of a flake's output, or of a file. */
export interface AttributePlace {
  /** Of a flake; null: of a file, which has one value. */
  output: string | null
  /** Below that. */
  path: string[]
}

/** Outputs of a flake that have a set for each system. */
const perSystem = ['packages', 'legacyPackages', 'checks', 'devShells', 'apps']

/** Where what a line names is looked for, first to last, as Nix looks for `.#hello`; the first place that has something counts. */
export function placesOf({ kind, reference }: PackagePattern, system: string): AttributePlace[] {
  const { attribute } = reference
  const filled = fillIn(attribute, system)
  if (reference.kind === 'file') return [{ output: null, path: parseAttributePath(filled) ?? [] }]
  const spelled = [...spellOut(filled, system), ...(filled === '' ? [] : [filled])]
  const paths = kind === 'each' ? setsOf(filled, spelled, system) : spelled
  return [...new Set(paths)].map((path) => {
    const [output = '', ...below] = parseAttributePath(path) ?? []
    return { output, path: below }
  })
}

/** `packages`, and `packages.*` where somebody has a star in the system's place, are the system's. */
function setsOf(filled: string, spelled: readonly string[], system: string): string[] {
  const output = filled.replace(/\.\*$/, '')
  if (perSystem.includes(output)) return [`${output}.${system}`]
  return /^\w+$/.test(filled)
    ? [...spelled.slice(0, -1), `${filled}.${system}`, filled]
    : [...spelled]
}

/** The system that a line is for. `usual`: for what does not say. */
export function systemOf({ reference }: PackagePattern, usual: string): string {
  return reference.kind === 'flake' ? (namedSystem(reference.attribute) ?? usual) : usual
}

/** The names of what stands at a place, as they are written in `package`: without what Nix itself adds. */
export function namesAt(
  { attribute }: PackageReference,
  { output, path }: AttributePlace,
  system: string
): string[] {
  if (output === null) return path
  const [second, ...names] = path
  if (second !== system || namedSystem(attribute) !== null) return [output, ...path]
  return output === 'packages' ? names : [output, systemPlaceholder, ...names]
}
