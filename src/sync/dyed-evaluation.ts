import { sameDigest, sriOf, type Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import { needsOtherMachine } from '../nix/build-errors.ts'
import { readDerivations, type Derivation } from '../nix/derivations.ts'
import { logWords } from '../nix/evaluation.ts'
import { hashMismatches } from '../nix/hash-mismatch.ts'
import { fixedOutputs, type Graph } from './definitions.ts'
import { dyeDigest, writeDigest } from './literals/dye.ts'
import type { EvaluationFailure } from './project/question.ts'
import { evaluateSystems } from './side-by-side.ts'
import { placeOf, type EvaluatedPackage, type HashLiteral, type Span } from './types.ts'
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
  /** Literals that evaluation itself checks (`builtins.fetchTarball`, a pinned nixpkgs), with what it fetched. */
  fetched: Map<HashLiteral, EvaluationFetch>
  /** Literals that evaluation cannot do without: they kept what stood there. */
  kept: Set<HashLiteral>
  /** Of those the ones whose download failed, with Nix's words. */
  gone: Map<HashLiteral, string>
  /** What stood in the copy. */
  replacements: Replacements
}

/** A download of the evaluation's own. The dye let it fetch, whatever the store and its caches hold. */
export interface EvaluationFetch {
  /** In Nix's words; of a Git repository without the revision. */
  address: string
  /** The hash of what is there. */
  got: Digest
  /** The first for which it was fetched. */
  system: string
  /** The hash stood in the dye's place in the end; else what stands in the file. */
  isTaken: boolean
}

export interface DyeOptions {
  /** What stands in the copy besides. */
  others?: Replacements
  /** Literals that are not dyed, as they were found out to be. */
  kept?: Iterable<HashLiteral>
  /** Whether the hash of what evaluation fetched takes the place of the one that it has. A placeholder's always does. */
  takes?: (literal: HashLiteral, fetch: Pick<EvaluationFetch, 'address' | 'got'>) => boolean
}

/** Failed evaluations that are looked into before giving up. */
const mostFailures = 40

/**
 * Writes each literal's dye into the copy and evaluates the package for each system. An evaluation that has to build or fetch a dyed
 * source fails, and names its true hash: that takes the dye's place, and the evaluation is repeated. Throws EVALUATION_FAILED when the
 * package does not evaluate without dyes either, FETCH_FAILED, BUILD_FAILED or HASH_AMBIGUOUS.
 */
export async function evaluateDyed(
  shop: Workshop,
  literals: readonly HashLiteral[],
  options: DyeOptions = {}
): Promise<DyedEvaluation> {
  const result: DyedEvaluation = {
    packages: new Map(),
    graphs: new Map(),
    read: new Map(),
    fetched: new Map(),
    kept: new Set(options.kept),
    gone: new Map(),
    replacements: new Map()
  }
  const dyeing: Dyeing = { shop, literals, options, result }
  let failures = 0
  for (let waiting = shop.systems; waiting.length > 0;) {
    result.replacements = dyedReplacements(dyeing)
    await writeCopy(shop, result.replacements)
    for (const [system, evaluated] of await evaluateSystems(shop, waiting)) {
      if ('drvPath' in evaluated) {
        await take(dyeing, evaluated)
        continue
      }
      failures++
      if (learnFrom(dyeing, system, evaluated) && failures <= mostFailures) continue
      if (await leaveOut(dyeing, system, evaluated)) continue
      await logWords(shop.log, evaluated.stderr)
      throw inOwnWords(evaluated, system)
    }
    waiting = waiting.filter((system) => !result.packages.has(system))
  }
  return result
}

/** An evaluation under way. */
interface Dyeing {
  shop: Workshop
  literals: readonly HashLiteral[]
  options: DyeOptions
  result: DyedEvaluation
}

async function take({ shop, result }: Dyeing, evaluated: EvaluatedPackage): Promise<void> {
  const { system, drvPath } = evaluated
  const options = { closure: true, known: shop.derivations }
  result.packages.set(system, evaluated)
  result.graphs.set(system, await readDerivations(shop.nix, [drvPath], options))
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
export function dyeOf({ project }: Pick<Workshop, 'project'>, literal: HashLiteral): Digest {
  return dyeDigest(project.head, `${literal.file}:${literal.start}`, literal.algorithm)
}

/** Each literal dyed. */
export function dyesOf(
  shop: Pick<Workshop, 'project'>,
  literals: readonly HashLiteral[]
): Replacements {
  return new Map(literals.map((one) => [one, writeDigest(one, dyeOf(shop, one))]))
}

/** `dyed`: those of the literals that get their dyes. */
function dyedReplacements(
  { shop, literals, options, result }: Dyeing,
  dyed: readonly HashLiteral[] = literals
): Replacements {
  const replacements = new Map<Span, string>(options.others)
  for (const literal of new Set([...dyed, ...result.read.keys(), ...result.fetched.keys()])) {
    if (result.kept.has(literal)) continue
    const digest = standing(shop, result, literal)
    if (digest !== literal.digest) replacements.set(literal, writeDigest(literal, digest))
  }
  return replacements
}

/** What stands at a literal that is not kept. */
function standing(shop: Workshop, result: DyedEvaluation, literal: HashLiteral): Digest {
  const fetch = result.fetched.get(literal)
  if (fetch !== undefined) return fetch.isTaken ? fetch.got : (literal.digest ?? fetch.got)
  return result.read.get(literal) ?? dyeOf(shop, literal)
}

/** Whether Nix's words tell what to write instead of a dye, or of what stands in the file. */
function learnFrom(dyeing: Dyeing, system: string, { stderr }: EvaluationFailure): boolean {
  const { shop, literals, options, result } = dyeing
  const known = new Set([...result.read.keys(), ...result.fetched.keys()])
  let learned = false
  for (const { drvPath, address, specified, got } of hashMismatches(stderr)) {
    for (const literal of literals) {
      if (drvPath === null && result.fetched.get(literal)?.isTaken === true && known.has(literal))
        refuseSecond(literal, system, result.fetched.get(literal), { specified, got })
      const isDye = !known.has(literal) && !result.kept.has(literal)
      const stands = isDye ? dyeOf(shop, literal) : literal.digest
      if (stands === null || !sameDigest(stands, specified)) continue
      if (drvPath !== null) {
        if (!isDye || result.read.has(literal)) continue
        result.read.set(literal, got)
      } else {
        if (result.fetched.get(literal)?.isTaken === true) continue
        if (got.algorithm !== literal.algorithm && literal.digest !== null) continue
        const fetch = { address: address ?? '', got, system }
        // What stands in the file cannot stay when it is not that of what is fetched, which Nix found out only now.
        const isTaken =
          !isDye || literal.digest === null || (options.takes?.(literal, fetch) ?? true)
        result.fetched.set(literal, { ...fetch, isTaken })
        result.kept.delete(literal)
      }
      learned = true
    }
  }
  return learned
}

/** One literal for two downloads, of two systems for instance, that are not the same. */
function refuseSecond(
  literal: HashLiteral,
  system: string,
  fetch: EvaluationFetch | undefined,
  { specified, got }: { specified: Digest; got: Digest }
): void {
  if (fetch === undefined || !sameDigest(fetch.got, specified)) return
  throw new NarPublishError({
    code: 'HASH_AMBIGUOUS',
    subject: placeOf(literal),
    reason: `it is the hash of several downloads, which now differ: ${sriOf(fetch.got)} (${fetch.system}) and ${sriOf(got)} (${system})`
  })
}

/**
 * The package does not evaluate, and Nix names no dye. If it does without dyes, finds the literals that it cannot do without, by
 * halves; they are kept from then on.
 */
async function leaveOut(
  dyeing: Dyeing,
  system: string,
  failure: EvaluationFailure
): Promise<boolean> {
  const { shop, literals, result } = dyeing
  // What was read is right: with the old version's hash it would be the old version's.
  const isDyed = (literal: HashLiteral): boolean =>
    !result.kept.has(literal) && !result.read.has(literal)
  const dyed = literals.filter(isDyed)
  if (dyed.length === 0) return false
  let budget = mostFailures
  /** null: it evaluates. */
  const failureWith = async (subset: readonly HashLiteral[]): Promise<EvaluationFailure | null> => {
    if (budget-- <= 0) throw tooStubborn(failure)
    await writeCopy(shop, dyedReplacements(dyeing, subset))
    const evaluated = await evaluateCopy(shop, system)
    if ('drvPath' in evaluated) return null
    // What it tells on the way is of use as well.
    return learnFrom(dyeing, system, evaluated) ? failureWith(subset) : evaluated
  }
  if ((await failureWith([])) !== null) return false
  const harmless: HashLiteral[] = []
  const add = async (part: readonly HashLiteral[]): Promise<void> => {
    const wanted = part.filter(isDyed)
    if (wanted.length === 0) return
    const failed = await failureWith([...harmless, ...wanted])
    if (failed === null) {
      harmless.push(...wanted)
      return
    }
    if (wanted.length === 1) {
      for (const literal of wanted) {
        result.kept.add(literal)
        if (isDownload(failed)) result.gone.set(literal, failed.error.reason)
      }
      return
    }
    const half = Math.ceil(wanted.length / 2)
    await add(wanted.slice(0, half))
    await add(wanted.slice(half))
  }
  await add(dyed)
  return true
}

/** In the words of `fetchTarball` and `fetchurl`, and of git. */
function isDownload({ error: { reason } }: EvaluationFailure): boolean {
  return /unable to download '|cannot fetch input '|program 'git' failed|failed to fetch/i.test(
    reason
  )
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
    (literal) => keyOf(standing(shop, evaluation, literal))
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

/** The same on each system. */
export function fedOnEach(
  shop: Workshop,
  literals: readonly HashLiteral[],
  evaluation: DyedEvaluation
): Map<string, Map<HashLiteral, Derivation[]>> {
  return new Map(shop.systems.map((system) => [system, fedBy(shop, literals, evaluation, system)]))
}

function keyOf({ algorithm, bytes }: Digest): string {
  return `${algorithm}:${bytes.toString('hex')}`
}
