import { sriOf } from '../../binary-cache/digest.ts'
import { fixedOutputOf, readDerivations } from '../../nix/derivations.ts'
import { Definitions, fixedOutputs, type Graph } from '../definitions.ts'
import { findHashLiterals } from '../literals/find.ts'
import type { HashLiteral, TextFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'
import type { AllInstantiated, Instantiated } from './evaluate-all.ts'

/** What tells which of a package's hashes are to be looked at. */
export interface Changed {
  /** SRI, of fixed-output derivations that the base does not have as they are at the head; null: all of them, as there is nothing to compare with. */
  hashes: ReadonlySet<string> | null
}

/**
 * Which fixed outputs of a package are fetched from elsewhere at the head, made of something else, or expected to be something else. One is
 * as it was when the base has it by the same definition, its own hash and those of what it is made of included: whatever tools it is
 * fetched by. `before` null: there is no base, or the package does not evaluate there.
 */
export async function changedOf(
  shop: Workshop,
  before: Instantiated | null,
  after: Instantiated
): Promise<Changed> {
  const hashes = new Set<string>()
  for (const [system, made] of after) {
    const was = before?.get(system)
    // What does not evaluate may lack a hash.
    if (typeof made !== 'string' || typeof was !== 'string') return { hashes: null }
    if (made === was) continue
    const [old, now] = [await graphOf(shop, was), await graphOf(shop, made)]
    const shared = new Set([...now.keys()].filter((drvPath) => old.has(drvPath)))
    const options = { shared, withHashes: true }
    const [definitions, known] = [new Definitions(now, options), new Definitions(old, options)]
    const ofBase = new Set(fixedOutputs(old).map(({ drvPath }) => known.of(drvPath)))
    for (const derivation of fixedOutputs(now)) {
      const fixed = fixedOutputOf(derivation)
      if (fixed === null || ofBase.has(definitions.of(derivation.drvPath))) continue
      hashes.add(sriOf(fixed.digest))
    }
  }
  return { hashes }
}

async function graphOf(shop: Workshop, drvPath: string): Promise<Graph> {
  return readDerivations(shop.nix, [drvPath], { closure: true, known: shop.derivations })
}

/**
 * Hashes of changed files that no derivation of the packages has: those of what evaluation itself fetches are among them, which Nix takes
 * out of its store by the old hash without a word, wherever they are fetched from by now.
 */
export async function hiddenHashes(
  shop: Workshop,
  files: readonly TextFile[],
  all: AllInstantiated
): Promise<HashLiteral[]> {
  const seen = new Set<string>()
  for (const { drvPaths } of all.values()) {
    for (const made of drvPaths.values()) {
      if (typeof made !== 'string') continue
      for (const derivation of fixedOutputs(await graphOf(shop, made))) {
        const fixed = fixedOutputOf(derivation)
        if (fixed !== null) seen.add(sriOf(fixed.digest))
      }
    }
  }
  return files
    .flatMap(findHashLiterals)
    .filter(({ digest }) => digest !== null && !seen.has(sriOf(digest)))
}
