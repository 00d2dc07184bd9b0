import type { Derivation } from '../../nix/derivations.ts'
import { closureOf, type Graph } from '../definitions.ts'
import { sourcesOf } from '../fetched-sources.ts'
import { findVersionLiterals } from '../literals/find.ts'
import { ownTexts, textsIn } from '../own-texts.ts'
import type { EvaluatedPackage } from '../types.ts'

/** Fixed outputs that a package is made of, less those of other packages that it needs. */
export function ownFetches(evaluated: EvaluatedPackage, graph: Graph): Derivation[] {
  const found = ownTexts(evaluated, graph).flatMap(({ origin }) =>
    origin.kind === 'fetched' ? [origin.derivation] : []
  )
  return [...new Set(found)]
}

/** Those among them whose hashes are others when the package has another version: its source, what the version is in, and what needs one of these. */
export function staleFetches(
  evaluated: EvaluatedPackage,
  graph: Graph,
  hasVersion: (derivation: Derivation) => boolean
): Derivation[] {
  const own = ownFetches(evaluated, graph)
  const sources = new Set(sourcesOf(evaluated, graph).fetched)
  const first = new Set(own.filter((one) => sources.has(one) || hasVersion(one)))
  return own.filter(
    (one) => first.has(one) || closureOf(graph, [one.drvPath]).some((need) => first.has(need))
  )
}

export function textsOf(derivation: Derivation): string[] {
  return textsIn(derivation).map(([, text]) => text)
}

export function saysVersion(derivation: Derivation, version: string | null): boolean {
  return (
    version !== null &&
    textsOf(derivation).some(
      (text) => findVersionLiterals({ path: 'text', text }, version).length > 0
    )
  )
}
