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
  // What a pin fetches stays what it is until something asks for it.
  const evaluation = await evaluateDyed(shop, literals, { takes: () => false })
  const [first] = evaluation.packages.values()
  if (first === undefined) {
    throw new NarPublishError({
      code: 'PACKAGE_INVALID',
      subject: shop.work.package.text,
      reason: 'it is there for none of the usual systems',
      hint: 'Name those that it is for in `systems`.'
    })
  }
  const hashes = tracedIn(shop, literals, evaluation)
  shop.log.info(
    `${first.pname} ${first.version ?? '(no version)'}: ${hashes.length} of ${literals.length} hash literals feed a derivation`
  )
  return { package: first, hashes, literals, evaluation }
}

/** The literals that feed a derivation, or that evaluation itself checks. */
export function tracedIn(
  shop: Workshop,
  literals: readonly HashLiteral[],
  evaluation: DyedEvaluation
): TracedHash[] {
  const fed = traceHashes(shop.systems, literals, (system) =>
    fedBy(shop, literals, evaluation, system)
  )
  return withFetched(literals, evaluation, fed)
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

/** And those that evaluation itself checks, by default all: they feed no derivation. */
export function withFetched(
  literals: readonly HashLiteral[],
  { fetched }: DyedEvaluation,
  hashes: readonly TracedHash[],
  isWanted: (literal: HashLiteral) => boolean = () => true
): TracedHash[] {
  const traced = new Map(hashes.map((hash) => [hash.literal, hash]))
  for (const [literal, { address, system }] of fetched) {
    if (!isWanted(literal)) continue
    const found = traced.get(literal) ?? { literal, systems: [system], derivations: [] }
    traced.set(literal, { ...found, derivations: [...found.derivations, nameIn(address)] })
  }
  return literals.flatMap((literal) => traced.get(literal) ?? [])
}

/** `tool-1.3.0.tar.gz`, of an address. */
function nameIn(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1) || address
}
