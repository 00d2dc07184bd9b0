import { sriOf } from '../../binary-cache/digest.ts'
import { fixedOutputOf, readDerivations, type Derivation } from '../../nix/derivations.ts'
import { Definitions, fixedOutputs, type Graph } from '../definitions.ts'
import { findHashLiterals } from '../literals/find.ts'
import { isFixed, outputsIn, usesOf } from '../roles.ts'
import type { HashLiteral, TextFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'
import type { AllInstantiated, Instantiated } from './evaluate-all.ts'

/** What tells which of a package's hashes are to be looked at. */
export interface Changed {
  /** SRI, of fixed-output derivations that the base does not have as they are at the head; null: all of them, as there is nothing to compare with. */
  hashes: ReadonlySet<string> | null
  /** Of those, names and hashes (`outputKey`) of the package's own that expect what they expected at the base, where they were made of something else. */
  unmoved: ReadonlySet<string>
}

/** A fixed output by its name and hash. */
export function outputKey(derivation: Derivation): string {
  return `${derivation.name} ${hashOf(derivation)}`
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
  const unmoved = new Set<string>()
  for (const [system, made] of after) {
    const was = before?.get(system)
    // What does not evaluate may lack a hash.
    if (typeof made !== 'string' || typeof was !== 'string') return { hashes: null, unmoved }
    if (made === was) continue
    const [old, now] = [await graphOf(shop, was), await graphOf(shop, made)]
    const shared = new Set([...now.keys()].filter((drvPath) => old.has(drvPath)))
    const options = { shared, withHashes: true }
    const [definitions, known] = [new Definitions(now, options), new Definitions(old, options)]
    const ofBase = new Set(fixedOutputs(old).map(({ drvPath }) => known.of(drvPath)))
    const own = ownOf(made, now)
    const hashesOfBase = Map.groupBy(fixedOutputs(old), hashOf)
    for (const derivation of fixedOutputs(now)) {
      const fixed = fixedOutputOf(derivation)
      if (fixed === null || ofBase.has(definitions.of(derivation.drvPath))) continue
      hashes.add(sriOf(fixed.digest))
      const same = hashesOfBase.get(hashOf(derivation)) ?? []
      // Of a moved nixpkgs the fetchers are others, and its own hashes are its own affair.
      if (own.has(derivation) && same.some((one) => toolsOf(one) === toolsOf(derivation)))
        unmoved.add(outputKey(derivation))
    }
  }
  return { hashes, unmoved }
}

function hashOf(derivation: Derivation): string {
  const fixed = fixedOutputOf(derivation)
  return fixed === null ? '' : sriOf(fixed.digest)
}

function toolsOf({ builder, env, structuredAttrs }: Derivation): string {
  return JSON.stringify([builder, (structuredAttrs ?? env)['stdenv'] ?? null])
}

/** Fixed outputs that go into a package, and not only into its tools. */
function ownOf(drvPath: string, graph: Graph): Set<Derivation> {
  const outputs = outputsIn(graph)
  const root = graph.get(drvPath)
  const own = new Set(root === undefined ? [] : [root])
  // A set gives what is added to it while it is read.
  for (const derivation of own) {
    for (const { input, role } of usesOf(derivation, outputs)) {
      if (input !== null && role !== 'tool') own.add(input)
    }
  }
  return new Set([...own].filter(isFixed))
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
