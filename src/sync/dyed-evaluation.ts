import { sameDigest, type Digest } from '../binary-cache/digest.ts'
import type { NarPublishError } from '../errors.ts'
import { needsOtherMachine } from '../nix/build-errors.ts'
import { readDerivations, type Derivation } from '../nix/derivations.ts'
import { logWords } from '../nix/evaluation.ts'
import { hashMismatches } from '../nix/hash-mismatch.ts'
import { fixedOutputs, type Graph } from './definitions.ts'
import { dyeDigest, writeDigest } from './literals/dye.ts'
import type { EvaluationFailure } from './project/question.ts'
import type { EvaluatedPackage, HashLiteral, Span } from './types.ts'
import { evaluateCopy, writeCopy, type Replacements, type Workshop } from './workshop.ts'

/** The package evaluated with dyes in place of its hashes. */
export interface DyedEvaluation {
  /** By system. */
  packages: Map<string, EvaluatedPackage>
  /** By system: the closure of the package's derivation. */
  graphs: Map<string, Map<string, Derivation>>
  /**
   * Literals whose derivation had to be built while evaluating (the package reads its source), with the hash that Nix gave: it
   * stood there instead of the dye in the end.
   */
  read: Map<HashLiteral, Digest>
  /** Literals that evaluation itself checks (a pinned nixpkgs) or cannot do without: they kept what stood there. */
  kept: Set<HashLiteral>
  /** What stood in the copy. */
  replacements: Replacements
}

/** Failed evaluations that are looked into before giving up. */
const mostFailures = 40

/**
 * Writes each literal's dye (and `others`) into the copy and evaluates the package for each system. An evaluation that has to
 * build a dyed source fails, and names its true hash: that takes the dye's place, and the evaluation is repeated.
 * Throws EVALUATION_FAILED when the package does not evaluate without dyes either, FETCH_FAILED or BUILD_FAILED.
 */
export async function evaluateDyed(
  shop: Workshop,
  literals: readonly HashLiteral[],
  others: Replacements = new Map()
): Promise<DyedEvaluation> {
  const result: DyedEvaluation = {
    packages: new Map(),
    graphs: new Map(),
    read: new Map(),
    kept: new Set(),
    replacements: new Map()
  }
  let failures = 0
  for (const system of shop.systems) {
    for (;;) {
      result.replacements = dyedReplacements(shop, literals, result, others)
      await writeCopy(shop, result.replacements)
      const evaluated = await evaluateCopy(shop, system)
      if ('drvPath' in evaluated) {
        result.packages.set(system, evaluated)
        result.graphs.set(system, await readDerivations(shop.nix, [evaluated.drvPath]))
        break
      }
      failures++
      if (learnFrom(evaluated, shop, literals, result) && failures <= mostFailures) continue
      if (await leaveOut(shop, system, literals, others, result, evaluated)) continue
      await logWords(shop.log, evaluated.stderr)
      throw inOwnWords(evaluated, system)
    }
  }
  return result
}

/** The package of another system reads its source while it is evaluated: who evaluates has to build it. */
function inOwnWords({ error }: EvaluationFailure, system: string): NarPublishError {
  if (!needsOtherMachine(error.reason)) return error
  return error.with({
    code: 'HASH_NEEDS_MACHINE',
    reason: `it is evaluated for ${system}, and that takes building for it: ${error.reason}`,
    hint: undefined
  })
}

/** The dye of a literal: the same in every evaluation of a run. */
export function dyeOf(shop: Workshop, literal: HashLiteral): Digest {
  return dyeDigest(shop.project.head, `${literal.file}:${literal.start}`, literal.algorithm)
}

function dyedReplacements(
  shop: Workshop,
  literals: readonly HashLiteral[],
  { read, kept }: Pick<DyedEvaluation, 'read' | 'kept'>,
  others: Replacements
): Replacements {
  const replacements = new Map<Span, string>(others)
  for (const literal of literals) {
    if (kept.has(literal)) continue
    const digest = read.get(literal) ?? dyeOf(shop, literal)
    replacements.set(literal, writeDigest(literal, digest))
  }
  return replacements
}

/** Whether Nix's words tell what to write instead of a dye. */
function learnFrom(
  { stderr }: EvaluationFailure,
  shop: Workshop,
  literals: readonly HashLiteral[],
  result: DyedEvaluation
): boolean {
  let learned = false
  for (const { drvPath, specified, got } of hashMismatches(stderr)) {
    for (const literal of literals) {
      if (result.read.has(literal) || result.kept.has(literal)) continue
      if (!sameDigest(dyeOf(shop, literal), specified)) continue
      // Without a derivation it was a fetch of the evaluation's own: a pin, which is nobody's fixed output.
      if (drvPath === null) result.kept.add(literal)
      else result.read.set(literal, got)
      learned = true
    }
  }
  return learned
}

/**
 * The package does not evaluate, and Nix names no dye. If it does without dyes, finds the literals that it cannot do without, by
 * halves; they are kept from then on.
 */
async function leaveOut(
  shop: Workshop,
  system: string,
  literals: readonly HashLiteral[],
  others: Replacements,
  result: DyedEvaluation,
  failure: EvaluationFailure
): Promise<boolean> {
  const dyed = literals.filter((literal) => !result.kept.has(literal))
  if (dyed.length === 0) return false
  let budget = mostFailures
  const evaluatesWith = async (subset: readonly HashLiteral[]): Promise<boolean> => {
    if (budget-- <= 0) throw tooStubborn(failure)
    await writeCopy(shop, dyedReplacements(shop, subset, result, others))
    const evaluated = await evaluateCopy(shop, system)
    if ('drvPath' in evaluated) return true
    // What it tells on the way is of use as well.
    return learnFrom(evaluated, shop, subset, result) && evaluatesWith(subset)
  }
  if (!(await evaluatesWith([]))) return false
  const harmless: HashLiteral[] = []
  const add = async (part: readonly HashLiteral[]): Promise<void> => {
    const wanted = part.filter((literal) => !result.kept.has(literal))
    if (wanted.length === 0) return
    if (await evaluatesWith([...harmless, ...wanted])) {
      harmless.push(...wanted)
      return
    }
    if (wanted.length === 1) {
      for (const literal of wanted) result.kept.add(literal)
      return
    }
    const half = Math.ceil(wanted.length / 2)
    await add(wanted.slice(0, half))
    await add(wanted.slice(half))
  }
  await add(dyed)
  return true
}

function tooStubborn({ error }: EvaluationFailure): NarPublishError {
  return error.with({
    reason: `it evaluates as it stands, but not with other hashes in it: ${error.reason}`
  })
}

/** All that the package needs on a system. */
export function graphOf({ graphs }: DyedEvaluation, system: string): Graph {
  return graphs.get(system) ?? new Map()
}

/** Which fixed-output derivations each literal feeds on a system. */
export function fedBy(
  shop: Workshop,
  literals: readonly HashLiteral[],
  evaluation: DyedEvaluation,
  system: string
): Map<HashLiteral, Derivation[]> {
  const byDigest = Map.groupBy(
    literals.filter((literal) => !evaluation.kept.has(literal)),
    (literal) => keyOf(evaluation.read.get(literal) ?? dyeOf(shop, literal))
  )
  const readByDye = Map.groupBy(evaluation.read.keys(), (literal) => keyOf(dyeOf(shop, literal)))
  const fed = new Map<HashLiteral, Derivation[]>()
  for (const derivation of fixedOutputs(graphOf(evaluation, system))) {
    for (const { fixed } of derivation.outputs.values()) {
      if (fixed === null) continue
      const key = keyOf(fixed.digest)
      // A system that was evaluated before another one's reading told the hash still has the dye.
      for (const literal of [...(byDigest.get(key) ?? []), ...(readByDye.get(key) ?? [])])
        fed.set(literal, [...(fed.get(literal) ?? []), derivation])
    }
  }
  return fed
}

function keyOf({ algorithm, bytes }: Digest): string {
  return `${algorithm}:${bytes.toString('hex')}`
}
