import type { Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import { storePathBaseName } from '../store-path.ts'
import { attributesOf, type Attributes } from './attributes.ts'
import { changeAttributes, hashRewriter, type DerivationChange } from './change-attributes.ts'
import { fixedOutputOf, inputsOf, type Derivation } from './derivations.ts'
import { instantiate, type Instantiated, type Recipe, type RecipeInput } from './instantiate.ts'
import type { Nix } from './types.ts'

export type { DerivationChange } from './change-attributes.ts'

type Closure = ReadonlyMap<string, Derivation>

/**
 * Makes each wanted derivation again with the changes, and on the way what lies between: the very derivations that an evaluation
 * would give if the changes were in its source, without evaluating. Unchanged ones stay what they are. `derivations`: the
 * closure of those wanted. `folder`: for scratch.
 *
 * Throws REBUILD_FAILED when it cannot be done faithfully: the derivation has no fixed paths (content-addressed), or made again
 * without any change it is another one (dynamic outputs, numbers or text that JSON does not carry). Then only an evaluation helps.
 */
export async function rebuildDerivations(
  nix: Nix,
  derivations: Closure,
  changes: ReadonlyMap<string, DerivationChange>,
  wanted: readonly string[],
  folder: string
): Promise<Map<string, Instantiated>> {
  const affected = affectedBy(derivations, changes, wanted)
  const rewriteHashes = hashRewriter(changedHashes(affected, changes))
  const recipes = new Map<string, Recipe>()
  for (const [drvPath, derivation] of affected) {
    refuseUnknownPaths(derivation)
    const attributes = attributesOf(derivation)
    const change = changes.get(drvPath) ?? {}
    const fixed = fixedTexts(derivations, derivation)
    const changed = changeAttributes(attributes, change, fixed, rewriteHashes)
    recipes.set(asItWas(drvPath), recipeOf(derivations, derivation, attributes, new Map()))
    recipes.set(drvPath, recipeOf(derivations, derivation, changed, affected))
  }
  const made = await instantiate(nix, recipes, folder)
  for (const { drvPath } of affected.values()) {
    if (made.get(asItWas(drvPath))?.drvPath !== drvPath) {
      throw unfaithful(drvPath, 'made again without any change, it is another derivation')
    }
  }
  return new Map(
    wanted.map((drvPath) => [drvPath, made.get(drvPath) ?? unchanged(derivations, drvPath)])
  )
}

/** Name of the recipe that must give the same derivation. */
function asItWas(drvPath: string): string {
  return `${drvPath} as it was`
}

/** Those that are changed, or need one that is, among what the wanted ones are built from. */
function affectedBy(
  derivations: Closure,
  changes: ReadonlyMap<string, DerivationChange>,
  wanted: readonly string[]
): Map<string, Derivation> {
  const affected = new Map<string, Derivation>()
  const seen = new Set<string>()
  const isAffected = (drvPath: string): boolean => {
    if (seen.has(drvPath)) return affected.has(drvPath)
    seen.add(drvPath)
    const derivation = derivations.get(drvPath)
    if (derivation === undefined) return false
    // All of them, not the first one found: each is to be made again.
    const inputs = inputsOf(derivation).filter(isAffected)
    if (inputs.length === 0 && !changes.has(drvPath)) return false
    affected.set(drvPath, derivation)
    return true
  }
  wanted.forEach(isAffected)
  return affected
}

/** `made`: those that have recipes of their own; what stands for another one's paths is theirs. */
function recipeOf(
  derivations: Closure,
  derivation: Derivation,
  attributes: Attributes,
  made: Closure
): Recipe {
  const inputOf = (path: string): RecipeInput => (made.has(path) ? { recipe: path } : { path })
  return {
    attributes,
    replaced: inputsOf(derivation)
      .filter((drvPath) => made.has(drvPath))
      .flatMap((drvPath) => pathsOf(drvPath, derivations.get(drvPath))),
    inputDrvs: [...derivation.inputDrvs].map(([path, outputs]) => ({ ...inputOf(path), outputs })),
    inputSrcs: derivation.inputSrcs.map(inputOf)
  }
}

/** How texts name a .drv and its outputs: by base name, which full paths have in them. */
function pathsOf(drvPath: string, derivation: Derivation | undefined): Recipe['replaced'] {
  const outputs = [...(derivation?.outputs ?? [])].flatMap(([output, { path }]) =>
    path === null ? [] : [{ text: storePathBaseName(path), recipe: drvPath, output }]
  )
  return [{ text: storePathBaseName(drvPath), recipe: drvPath, output: 'drvPath' }, ...outputs]
}

/** Old and new: a hash may stand in other texts than `outputHash` too, its own derivation's and those of others on the way. */
function changedHashes(
  affected: Closure,
  changes: ReadonlyMap<string, DerivationChange>
): (readonly [Digest, Digest])[] {
  return [...affected].flatMap(([drvPath, derivation]) => {
    const old = fixedOutputOf(derivation)
    const digest = changes.get(drvPath)?.digest
    return old === null || digest === undefined ? [] : [[old.digest, digest] as const]
  })
}

/** Base names of inputs: what changes them is the inputs' own. */
function fixedTexts(derivations: Closure, derivation: Derivation): string[] {
  const given = inputsOf(derivation).flatMap((drvPath) =>
    pathsOf(drvPath, derivations.get(drvPath))
  )
  return [...given.map(({ text }) => text), ...derivation.inputSrcs.map(storePathBaseName)]
}

function refuseUnknownPaths({ drvPath, outputs }: Derivation): void {
  const unknown = [...outputs].find(([, { path }]) => path === null)?.[0]
  if (unknown !== undefined) {
    throw unfaithful(drvPath, `the path of its output "${unknown}" is known only once it is built`)
  }
}

function unchanged(derivations: Closure, drvPath: string): Instantiated {
  const outputs = [...(derivations.get(drvPath)?.outputs ?? [])].flatMap(([name, { path }]) =>
    path === null ? [] : [[name, path] as const]
  )
  return { drvPath, outputs: new Map(outputs) }
}

function unfaithful(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'REBUILD_FAILED', subject, reason })
}
