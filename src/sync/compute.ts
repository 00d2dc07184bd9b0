import { sameDigest, sriOf, type Digest } from '../binary-cache/digest.ts'
import { internalError, NarPublishError } from '../errors.ts'
import type { Derivation } from '../nix/derivations.ts'
import { realiseFixedOutputs, type FixedOutputRound } from '../nix/fixed-outputs.ts'
import type { Bumped } from './bump.ts'
import { hashFound } from './drift.ts'
import { placeOf, type ComputedHash, type HashLiteral } from './types.ts'
import {
  findTargets,
  prepareTargets,
  withoutWaiting,
  type ReadyTarget,
  type Target
} from './targets.ts'
import type { Workshop } from './workshop.ts'

/** FETCH_FAILED: servers say that there is no such thing. `gone`: what was asked for, by the literal that is its hash. */
export class NotThere extends NarPublishError {
  readonly gone: ReadonlyMap<HashLiteral, Derivation>

  constructor({ code, subject, reason, hint }: NarPublishError, gone: NotThere['gone']) {
    super({ code, subject, reason, hint })
    this.gone = gone
  }
}

/**
 * Makes every stale hash anew, in rounds: all that needs no other one is realised at once, each mismatch tells one hash, and what
 * waited for it is rebuilt with it for the next round. Throws HASH_AMBIGUOUS, HASH_DRIFT, HASH_ALGORITHM, HASH_NEEDS_MACHINE, FETCH_FAILED,
 * BUILD_FAILED.
 */
export async function computeHashes(shop: Workshop, bumped: Bumped): Promise<ComputedHash[]> {
  for (const { literal } of bumped.stale) refuseAlgorithm(literal)
  const known = new Map<HashLiteral, Digest>(bumped.evaluation.read)
  for (const [literal, { got, isTaken }] of bumped.evaluation.fetched)
    if (isTaken || isSame(literal, got)) known.set(literal, got)
  const fetched = new Set<HashLiteral>()
  let targets = findTargets(shop, bumped)
  while (targets.length > 0) {
    const round = withoutWaiting(bumped, targets, known)
    shop.counts.rounds++
    shop.log.info(`round ${shop.counts.rounds}: ${round.map(({ name }) => name).join(', ')}`)
    const ready = await prepareTargets(shop, bumped, round, known)
    const { done, failures, gone } = await realiseRound(shop, bumped, ready, known, fetched)
    // What failed for a reason of its own stops the run once the others have been tried.
    if (failures[0] !== undefined)
      throw gone.size === 0 ? failures[0] : new NotThere(failures[0], gone)
    if (done.size === 0) {
      const places = targets.map(({ literal }) => placeOf(literal)).join(', ')
      throw internalError(places, 'another round of building would tell nothing new')
    }
    targets = targets.filter((target) => !done.has(target))
  }
  return bumped.stale.flatMap((hash) => {
    const digest = known.get(hash.literal)
    return digest === undefined
      ? []
      : [{ ...hash, digest, how: fetched.has(hash.literal) ? 'fetched' : 'built' } as const]
  })
}

/** Fills `known` with what this round tells. */
async function realiseRound(
  shop: Workshop,
  { literals }: Bumped,
  ready: readonly ReadyTarget[],
  known: Map<HashLiteral, Digest>,
  fetched: Set<HashLiteral>
): Promise<{ done: Set<Target>; failures: NarPublishError[]; gone: Map<HashLiteral, Derivation> }> {
  const told = [...shop.told].map(([drvPath, got]) => [drvPath, { kind: 'mismatch', got }] as const)
  const results: FixedOutputRound = await realiseFixedOutputs(
    shop.nix,
    [...new Set(ready.map(({ drvPath }) => drvPath))].filter((drvPath) => !shop.told.has(drvPath)),
    shop.log
  )
  for (const [drvPath, result] of told) results.set(drvPath, result)
  const done = new Set<Target>()
  const failures: NarPublishError[] = []
  const gone = new Map<HashLiteral, Derivation>()
  for (const { target, drvPath, isTransplant } of ready) {
    const result = results.get(drvPath)
    if (result === undefined || result.kind === 'waiting') continue
    shop.counts.builds++
    if (result.kind === 'failed') {
      const { error, mismatch, isGone } = result
      if (isGone) gone.set(target.literal, target.derivation)
      const computed = [...known].map(([literal, digest]) => ({ literal, digest }))
      failures.push(mismatch === undefined ? error : hashFound(mismatch, literals, computed))
    } else if (result.kind === 'needs-machine') failures.push(needsMachine(target, result.reason))
    else {
      // Valid: another derivation of the same literal told the hash, and this one agrees.
      if (result.kind === 'mismatch') learn(target, result.got, known)
      if (isTransplant) fetched.add(target.literal)
      done.add(target)
    }
  }
  return { done, failures, gone }
}

function learn(target: Target, got: Digest, known: Map<HashLiteral, Digest>): void {
  const other = known.get(target.literal)
  if (other !== undefined && !sameDigest(other, got)) {
    throw new NarPublishError({
      code: 'HASH_AMBIGUOUS',
      subject: placeOf(target.literal),
      reason: `it is the hash of several derivations (${target.siblings.join(', ')}), which now differ: ${sriOf(other)} and ${sriOf(got)}`,
      hint: 'Give each of them a hash of its own.'
    })
  }
  known.set(target.literal, got)
}

function isSame({ digest }: HashLiteral, got: Digest): boolean {
  return digest !== null && sameDigest(digest, got)
}

function refuseAlgorithm(literal: HashLiteral): void {
  if (literal.algorithm === 'sha256' || literal.algorithm === 'sha512') return
  throw new NarPublishError({
    code: 'HASH_ALGORITHM',
    subject: placeOf(literal),
    reason: `it is ${literal.algorithm}, which is no longer safe`
  })
}

function needsMachine({ literal, name, system }: Target, words: string): NarPublishError {
  return new NarPublishError({
    code: 'HASH_NEEDS_MACHINE',
    subject: `${placeOf(literal)}, ${name}`,
    reason: `it takes a builder for ${system}, which this machine is not (${words})`
  })
}
