import { NarPublishError } from '../errors.ts'
import type { Derivation } from '../nix/derivations.ts'
import { evaluateDyed, fedBy, type DyedEvaluation } from './dyed-evaluation.ts'
import { findHashLiterals } from './literals/find.ts'
import type { EvaluatedPackage, HashLiteral, TracedHash } from './types.ts'
import type { Workshop } from './workshop.ts'

/** The package as it stands: its version, and which literal feeds which fixed-output derivation. */
export interface Traced {
  /** As this machine's system has it, or the first. Its hashes are dyed, nothing else. */
  package: EvaluatedPackage
  hashes: TracedHash[]
  /** All that were found, whatever they feed. */
  literals: HashLiteral[]
  evaluation: DyedEvaluation
}

/** The first evaluation: every hash literal dyed. Throws what `evaluateDyed` throws, INPUT_INVALID without a system. */
export async function tracePackage(shop: Workshop): Promise<Traced> {
  const literals = shop.files.flatMap(findHashLiterals)
  const evaluation = await evaluateDyed(shop, literals)
  const [first] = evaluation.packages.values()
  if (first === undefined) {
    throw new NarPublishError({
      code: 'PACKAGE_INVALID',
      subject: shop.work.package.text,
      reason: 'it is there for none of the usual systems',
      hint: 'Name those that it is for in `systems`.'
    })
  }
  const hashes = traceHashes(shop.systems, literals, (system) =>
    fedBy(shop, literals, evaluation, system)
  )
  shop.log.info(
    `${first.pname} ${first.version ?? '(no version)'}: ${hashes.length} of ${literals.length} hash literals feed a derivation`
  )
  return { package: first, hashes, literals, evaluation }
}

/** The literals that feed something on one of the systems. `fedOn`: which derivations each feeds there. */
export function traceHashes(
  systems: readonly string[],
  literals: readonly HashLiteral[],
  fedOn: (system: string) => Iterable<readonly [HashLiteral, readonly Derivation[]]>
): TracedHash[] {
  const traced = new Map<HashLiteral, TracedHash>()
  for (const system of systems) {
    for (const [literal, derivations] of fedOn(system)) {
      const found = traced.get(literal) ?? { literal, systems: [], derivations: [] }
      const names = derivations.map(({ name }) => name)
      traced.set(literal, {
        literal,
        systems: [...found.systems, system],
        derivations: [...new Set([...found.derivations, ...names])]
      })
    }
  }
  return literals.flatMap((literal) => traced.get(literal) ?? [])
}
