import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { NarPublishError } from '../../../src/errors.ts'
import type { Nix } from '../../../src/nix/types.ts'
import { makeCopy, type Copy } from '../../../src/sync/project/copy.ts'
import {
  evaluatePackage,
  packageSystems,
  type UnreadMeta
} from '../../../src/sync/project/evaluate.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'
import type { EvaluationFailure } from '../../../src/sync/project/question.ts'
import type { EvaluatedPackage } from '../../../src/sync/types.ts'
import { removeFolder, type TestNix } from '../../support/nix.ts'
import { makeRepository, open, type Files } from './support.ts'

/** No other run's derivations have it. */
export const salt = randomBytes(6).toString('hex')

/** Nix code of a derivation where `system` is in scope. */
export function derivation(name: string, more = ''): string {
  return `(derivation { name = "${name}"; inherit system; builder = "/bin/sh"; salt = "${salt}"; ${more} })`
}

/** Nix code of what is fetched with a placeholder for its hash, so that to build it is a mismatch. */
export const dyedSource = derivation(
  'source',
  `args = [ "-c" "echo ${salt} > $out; exit 0" ]; outputHashMode = "flat"; outputHashAlgo = "sha256";
   outputHash = "sha256-${'A'.repeat(43)}=";`
)

/** One Nix, and projects in folders whose names are not easy. */
export class Evaluating {
  readonly folder: string
  readonly nix: Nix
  #number = 0

  private constructor(folder: string, nix: Nix) {
    this.folder = folder
    this.nix = nix
  }

  static async with({ makeFolder, open: openNix }: TestNix): Promise<Evaluating> {
    const folder = makeFolder()
    return new Evaluating(folder, await openNix(folder))
  }

  repository(files: Files): Promise<string> {
    return makeRepository(this.#oddFolder('repository'), files)
  }

  async copy(root: string, reference: string): Promise<Copy> {
    return makeCopy(await open(root, reference), this.#oddFolder('scratch'))
  }

  evaluate(
    copy: Copy,
    reference: string,
    { system = 'x86_64-linux', nixpkgs = null, nix = this.nix, unread }: EvaluateOptions = {}
  ): Promise<EvaluatedPackage | EvaluationFailure> {
    const request = { package: parsePackageReference(reference), nixpkgs, system }
    return evaluatePackage(nix, copy, copy.project, request, unread)
  }

  async evaluated(
    copy: Copy,
    reference: string,
    options: EvaluateOptions = {}
  ): Promise<EvaluatedPackage> {
    const answer = await this.evaluate(copy, reference, options)
    if ('drvPath' in answer) return answer
    throw answer.error
  }

  async failure(
    copy: Copy,
    reference: string,
    options: EvaluateOptions = {}
  ): Promise<{ error: NarPublishError; stderr: string }> {
    const answer = await this.evaluate(copy, reference, options)
    if ('drvPath' in answer) throw new Error(`${reference} is ${answer.name}`)
    return answer
  }

  systems(copy: Copy, reference: string, nixpkgs: string | null = null): Promise<string[]> {
    return packageSystems(this.nix, copy, copy.project, parsePackageReference(reference), nixpkgs)
  }

  remove(): Promise<void> {
    return removeFolder(this.folder)
  }

  #oddFolder(name: string): string {
    return join(this.folder, `${name} ${++this.#number} #%41 ?&'é"`)
  }
}

export interface EvaluateOptions {
  unread?: UnreadMeta
  system?: string
  nixpkgs?: string | null
  nix?: Nix
}
