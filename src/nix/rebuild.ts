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

/** What was made, for who makes more of it: nothing is made twice. */
export interface Rebuilt {
  /** By recipes that refer to no other one. */
  made: Map<string, Instantiated>
  /** .drv paths of those that came out the same without any change. */
  faithful: Set<string>
}

export function nothingRebuilt(): Rebuilt {
  return { made: new Map(), faithful: new Set() }
}

/**
 * Makes each wanted derivation again with the changes, and on the way what lies between: the very derivations that an evaluation
 * would give if the changes were in its source, without evaluating. Unchanged ones stay what they are. `derivations`: the
 * closure of those wanted. `folder`: for scratch. `before`: what earlier calls made; this one's is added.
 *
 * Throws REBUILD_FAILED when it cannot be done faithfully: the derivation has no fixed paths (content-addressed), or made again
 * without any change it is another one (dynamic outputs, numbers or text that JSON does not carry). Then only an evaluation helps.
 */
export async function rebuildDerivations(
  nix: Nix,
  derivations: Closure,
  changes: ReadonlyMap<string, DerivationChange>,
  wanted: readonly string[],
  folder: string,
  before = nothingRebuilt()
): Promise<Map<string, Instantiated>> {
  const affected = affectedBy(derivations, changes, wanted)
  const rewriteHashes = hashRewriter(changedHashes(affected, changes))
  const recipes = new Map<string, Recipe>()
  const known = new Map<string, Instantiated>()
  const keys = new Map<string, string>()
  // Those that others need come first.
  for (const [drvPath, derivation] of affected) {
    refuseUnknownPaths(derivation)
    const attributes = attributesOf(derivation)
    const change = changes.get(drvPath) ?? {}
    const fixed = fixedTexts(derivations, derivation)
    const changed = changeAttributes(attributes, change, fixed, rewriteHashes)
    if (!before.faithful.has(drvPath)) {
      const asIs = { affected: new Map(), known: new Map() }
      recipes.set(asItWas(drvPath), recipeOf(derivations, derivation, attributes, asIs))
    }
    const recipe = recipeOf(derivations, derivation, changed, { affected, known })
    const key = keyOf(recipe)
    const made = key === null ? undefined : before.made.get(key)
    if (made !== undefined) known.set(drvPath, made)
    else recipes.set(drvPath, recipe)
    if (key !== null) keys.set(drvPath, key)
  }
  const made = new Map([...(await instantiate(nix, recipes, folder)), ...known])
  for (const { drvPath } of affected.values()) {
    if (before.faithful.has(drvPath)) continue
    if (made.get(asItWas(drvPath))?.drvPath !== drvPath) {
      throw unfaithful(drvPath, 'made again without any change, it is another derivation')
    }
    before.faithful.add(drvPath)
  }
  for (const [drvPath, key] of keys) {
    const one = made.get(drvPath)
    if (one !== undefined) before.made.set(key, one)
  }
  return new Map(
    wanted.map((drvPath) => [drvPath, made.get(drvPath) ?? unchanged(derivations, drvPath)])
  )
}

/** What tells all that comes of a recipe; null: others come into it. */
function keyOf(recipe: Recipe): string | null {
  const inputs = [...recipe.inputDrvs, ...recipe.inputSrcs]
  return inputs.some((input) => 'recipe' in input) ? null : JSON.stringify(recipe)
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

/** `affected`: those that have recipes of their own, but for the `known` ones, which are made; what stands for their paths is theirs. */
function recipeOf(
  derivations: Closure,
  derivation: Derivation,
  attributes: Attributes,
  { affected, known }: { affected: Closure; known: ReadonlyMap<string, Instantiated> }
): Recipe {
  const inputOf = (path: string): RecipeInput => {
    const made = known.get(path)
    if (made !== undefined) return { path: made.drvPath }
    return affected.has(path) ? { recipe: path } : { path }
  }
  const replaced = inputsOf(derivation).flatMap((drvPath): Recipe['replaced'] => {
    const paths = pathsOf(drvPath, derivations.get(drvPath))
    const made = known.get(drvPath)
    if (made !== undefined) {
      return paths.map(({ text, output }) => ({
        text,
        by: storePathBaseName(pathIn(made, output))
      }))
    }
    return affected.has(drvPath) ? paths.map((path) => ({ ...path, recipe: drvPath })) : []
  })
  return {
    attributes,
    replaced,
    inputDrvs: [...derivation.inputDrvs].map(([path, outputs]) => ({ ...inputOf(path), outputs })),
    inputSrcs: derivation.inputSrcs.map(inputOf)
  }
}

function pathIn({ drvPath, outputs }: Instantiated, output: string): string {
  return output === 'drvPath' ? drvPath : (outputs.get(output) ?? drvPath)
}

/** How texts name a .drv and its outputs: by base name, which full paths have in them. */
function pathsOf(
  drvPath: string,
  derivation: Derivation | undefined
): { text: string; output: string }[] {
  const outputs = [...(derivation?.outputs ?? [])].flatMap(([output, { path }]) =>
    path === null ? [] : [{ text: storePathBaseName(path), output }]
  )
  return [{ text: storePathBaseName(drvPath), output: 'drvPath' }, ...outputs]
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
