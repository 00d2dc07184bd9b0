import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { disagreement, invalid } from '../inputs/readers.ts'
import { quote } from '../text.ts'
import { parsePackageReference } from './project/package-reference.ts'
import type { PackageReference } from './types.ts'

/** Throws INPUT_MISSING, PACKAGE_INVALID. */
export function parsePackage(environment: Environment): PackageReference {
  const text = environment.input('package')
  if (text !== '') return parsePackageReference(text)
  throw noPackage()
}

export function noPackage(): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_MISSING',
    subject: 'input package',
    reason: 'it is empty, so there is nothing to update',
    hint: 'Give a flake attribute such as `.#infer`, or a file such as `file:nix/infer.nix`.'
  })
}

/** Throws INPUT_INVALID. */
export function parseNixpkgs(
  environment: Environment,
  { kind, text }: PackageReference
): string | null {
  const given = environment.input('nixpkgs')
  if (given === '') return null
  if (kind === 'flake') {
    throw disagreement(
      ['nixpkgs', 'package'],
      `\`package\` is ${quote(text)}, and a flake names the nixpkgs that it uses itself`,
      'Leave `nixpkgs` out, or give `package` as `file:…`.'
    )
  }
  const folder = resolve(environment.workspace, given)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder
  throw invalid('nixpkgs', given, 'a folder that holds nixpkgs')
}
