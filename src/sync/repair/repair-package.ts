import { sameDigest, sriOf } from '../../binary-cache/digest.ts'
import { NarPublishError } from '../../errors.ts'
import { fixedOutputOf } from '../../nix/derivations.ts'
import { keepVersion } from '../bump.ts'
import { changeOf, isEmpty } from '../change.ts'
import { computeHashes } from '../compute.ts'
import { fixedOutputs } from '../definitions.ts'
import { fedBy, graphOf } from '../dyed-evaluation.ts'
import { nothingProved, proveChange } from '../prove.ts'
import { tracePackage, type Traced } from '../trace.ts'
import { isLockFile } from '../literals/find.ts'
import { placeOf, type Check, type HashEdit, type TracedHash } from '../types.ts'
import { notesOf, type Workshop } from '../workshop.ts'
import { outputKey, type Changed } from './changed.ts'
import type { KeptHash, RepairEdit } from './types.ts'

/** A package's own share. */
export interface Repaired {
  edits: RepairEdit[]
  /** What was made anew and is right as it stands. */
  kept: KeptHash[]
  checks: Check[]
  notes: string[]
}

/**
 * Makes those hashes of the package anew that what changed stands behind, and shows that it builds with them. Nothing is built when none does.
 * Throws what a version-sync with `version: keep` throws.
 */
export async function repairPackage(shop: Workshop, changed: Changed): Promise<Repaired> {
  const traced = await tracePackage(shop)
  refuseUntraced(shop, traced)
  refuseUnmoved(shop, traced, changed)
  const isStale = staleIn(traced, changed)
  if (!traced.hashes.some(isStale)) {
    return { edits: [], kept: [], checks: [], notes: notesOf(shop) }
  }
  const bumped = await keepVersion(shop, traced, isStale)
  const hashes = await computeHashes(shop, bumped)
  const change = changeOf(shop, traced.package.pname, bumped, hashes)
  refuseLocks(change.hashes)
  const { checks } = isEmpty(change)
    ? nothingProved
    : await proveChange(shop, change, bumped, hashes)
  const packages = [shop.work.package.text]
  const edits = change.hashes.map((edit) => ({ ...edit, packages }))
  const kept = hashes.flatMap(({ literal: { file, start, end, line, text } }) => {
    const span = { file, start, end, line, text }
    return edits.some((edit) => edit.file === file && edit.start === start) ? [] : [span]
  })
  return { edits, kept, checks, notes: notesOf(shop) }
}

/** By a lock file a package manager knows what it fetches: one that is wrong would be made to believe anything. Throws HASH_DRIFT. */
function refuseLocks(edits: readonly HashEdit[]): void {
  const wrong = edits.find(({ file }) => isLockFile(file))
  if (wrong === undefined) return
  throw new NarPublishError({
    code: 'HASH_DRIFT',
    subject: placeOf(wrong),
    reason: `what is fetched has ${wrong.newHash}, and the lock file has another hash for it, which a repair leaves as it is`,
    hint: 'Find out which of the two is right; the lock file is its package manager’s to write.'
  })
}

/** A placeholder is no hash of anything, and what evaluation fetched just now tells its hash. */
function staleIn({ evaluation }: Traced, { hashes }: Changed): (hash: TracedHash) => boolean {
  return ({ literal }) => {
    const { digest } = literal
    if (hashes === null || digest === null || hashes.has(sriOf(digest))) return true
    const fetched = evaluation.fetched.get(literal)
    return fetched !== undefined && !sameDigest(fetched.got, digest)
  }
}

/** A placeholder that is dyed is none any more: one that is there still would be left, and nobody told. Throws HASH_UNTRACED. */
function refuseUntraced(shop: Workshop, { evaluation }: Traced): void {
  const placeholder = shop.systems
    .flatMap((system) => fixedOutputs(graphOf(evaluation, system)))
    .find((derivation) => fixedOutputOf(derivation)?.digest.bytes.every((byte) => byte === 0))
  if (placeholder === undefined) return
  throw new NarPublishError({
    code: 'HASH_UNTRACED',
    subject: `${shop.work.package.text}, ${placeholder.name}`,
    reason: 'its hash is a placeholder, which is no literal of the tracked files by its name'
  })
}

/**
 * What is made of something else than at the base, and expects the same still by no literal of the checkout: Nix would go on using the old content
 * without a word. Throws HASH_UNTRACED.
 */
function refuseUnmoved(
  shop: Workshop,
  { evaluation, literals }: Traced,
  { unmoved }: Changed
): void {
  for (const system of shop.systems) {
    const fed = new Set([...fedBy(shop, literals, evaluation, system).values()].flat())
    const left = fixedOutputs(graphOf(evaluation, system)).find(
      (derivation) => unmoved.has(outputKey(derivation)) && !fed.has(derivation)
    )
    if (left === undefined) continue
    throw new NarPublishError({
      code: 'HASH_UNTRACED',
      subject: `${shop.work.package.text}, ${left.name} (${system})`,
      reason:
        'the pull request changes what it is fetched from or made of, but its hash, which is the old one still, is no literal of the tracked files'
    })
  }
}
