import { sriOf } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import { fixedOutputOf, type Derivation } from '../nix/derivations.ts'
import { Definitions, fixedOutputs } from './definitions.ts'
import { evaluateDyed, fedBy, graphOf, type DyedEvaluation } from './dyed-evaluation.ts'
import type { Followed } from './revision.ts'
import { dyesInSources } from './source-dyes.ts'
import { traceHashes, type Traced } from './trace.ts'
import type { Edit, HashLiteral, Revision, TracedHash } from './types.ts'
import { findVersionPlaces } from './version-places.ts'
import { replacementsOf, type Workshop } from './workshop.ts'

/** The package at its new version, evaluated with dyes at its hashes. */
export interface Bumped {
  /** Null where the package has no version. */
  oldVersion: string | null
  newVersion: string | null
  versions: Edit[]
  /** What becomes of the commit that the source is pinned by. */
  revision: Revision | null
  /** All that were dyed. */
  literals: HashLiteral[]
  /** Hashes that are to be made anew. */
  stale: TracedHash[]
  evaluation: DyedEvaluation
  /** Fixed-output derivations that each literal feeds, by system, the stale ones and others. */
  fed: Map<string, Map<HashLiteral, readonly Derivation[]>>
}

/** The same version, all of its hashes anew. */
export async function keepVersion(shop: Workshop, traced: Traced): Promise<Bumped> {
  const { version } = traced.package
  const stale = traced.hashes
  const evaluation = await withoutStrayDyes(shop, stale, [], traced.evaluation)
  const literals = stale.map(({ literal }) => literal)
  return {
    oldVersion: version,
    newVersion: version,
    versions: [],
    revision: null,
    literals: traced.literals,
    stale,
    evaluation,
    fed: fedOnEach(shop, literals, evaluation)
  }
}

/**
 * The second evaluation: the new version at the literals that matter, and the new commit of a source that is pinned by one. What changed of a fixed-output derivation, apart from its
 * hash, makes it stale. Throws VERSION_UNTRACED, HASH_UNTRACED, and what `evaluateDyed` throws.
 */
export async function bumpVersion(
  shop: Workshop,
  traced: Traced,
  { oldVersion, newVersion }: { oldVersion: string | null; newVersion: string | null },
  followed: Followed | null = null
): Promise<Bumped> {
  // The same ones as before, so that what holds one is no other for it: a patch, a lock file.
  const literals = traced.literals.filter((literal) => !traced.evaluation.kept.has(literal))
  const { edits, evaluation } = await findVersionPlaces(shop, traced, literals, {
    oldVersion,
    newVersion,
    others: followed?.edits ?? []
  })
  refuseSilentlyStale(shop, literals, traced.evaluation, evaluation)
  const stale = staleHashes(shop, literals, traced.evaluation, evaluation)
  const versions = [...edits, ...(followed?.edits ?? [])]
  const clean = await withoutStrayDyes(shop, stale, versions, evaluation)
  shop.log.info(
    `${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'} at ${versions.length} ${versions.length === 1 ? 'place' : 'places'}; ` +
      `${stale.length} of ${traced.hashes.length} hashes are stale`
  )
  return {
    oldVersion,
    newVersion,
    versions,
    revision: followed?.revision ?? null,
    literals,
    stale,
    evaluation: clean,
    fed: fedOnEach(shop, literals, clean)
  }
}

function staleHashes(
  shop: Workshop,
  literals: readonly HashLiteral[],
  before: DyedEvaluation,
  after: DyedEvaluation
): TracedHash[] {
  return traceHashes(shop.systems, literals, (system) => {
    const [old, now] = definitionsOf(system, before, after)
    const fedBefore = fedBy(shop, literals, before, system)
    return [...fedBy(shop, literals, after, system)].filter(([literal, derivations]) => {
      const known = new Set((fedBefore.get(literal) ?? []).map(({ drvPath }) => old.of(drvPath)))
      // A placeholder means nothing, whatever changed.
      return (
        literal.digest === null || derivations.some(({ drvPath }) => !known.has(now.of(drvPath)))
      )
    })
  })
}

/**
 * A derivation that changed while its hash stayed, and whose hash is no literal of the checkout: Nix would go on using the old
 * content without a word.
 */
function refuseSilentlyStale(
  shop: Workshop,
  literals: readonly HashLiteral[],
  before: DyedEvaluation,
  after: DyedEvaluation
): void {
  for (const system of shop.systems) {
    const fed = new Set(
      [...fedBy(shop, literals, after, system).values()].flat().map(({ drvPath }) => drvPath)
    )
    const [old, now] = definitionsOf(system, before, after)
    const known = Map.groupBy(fixedOutputs(graphOf(before, system)), digestText)
    for (const derivation of fixedOutputs(graphOf(after, system))) {
      const same = known.get(digestText(derivation))
      if (same === undefined || fed.has(derivation.drvPath)) continue
      const definition = now.of(derivation.drvPath)
      if (same.some(({ drvPath }) => old.of(drvPath) === definition)) continue
      throw new NarPublishError({
        code: 'HASH_UNTRACED',
        subject: `${derivation.name} (${system})`,
        reason: `it changes with the version, but its hash ${digestText(derivation)} comes from no literal of the tracked files`
      })
    }
  }
}

function digestText(derivation: Derivation): string {
  const fixed = fixedOutputOf(derivation)
  return fixed === null ? '' : sriOf(fixed.digest)
}

function definitionsOf(
  system: string,
  before: DyedEvaluation,
  after: DyedEvaluation
): [Definitions, Definitions] {
  const [old, now] = [graphOf(before, system), graphOf(after, system)]
  const shared = new Set([...now.keys()].filter((drvPath) => old.has(drvPath)))
  return [new Definitions(old, { shared }), new Definitions(now, { shared })]
}

/**
 * Where the package takes the checkout itself as a source (`src = ./.`), the dyes of hashes that are not stale stand in what is
 * built: then it is evaluated once more without them.
 */
async function withoutStrayDyes(
  shop: Workshop,
  stale: readonly TracedHash[],
  versions: readonly Edit[],
  evaluation: DyedEvaluation
): Promise<DyedEvaluation> {
  const literals = stale.map(({ literal }) => literal)
  const strayFiles = new Set(
    [...evaluation.replacements.keys()]
      .filter((span) => !(literals as unknown[]).includes(span) && !isVersion(versions, span))
      .map(({ file }) => file)
  )
  if (strayFiles.size === 0) return evaluation
  const built = [...fedOnEach(shop, literals, evaluation)].flatMap(([system, fed]) =>
    [...fed.values()].flat().map(({ drvPath }) => ({ system, drvPath }))
  )
  if (!(await dyesInSources(shop, evaluation, built, strayFiles))) return evaluation
  return evaluateDyed(shop, literals, replacementsOf(versions))
}

function isVersion(
  versions: readonly Edit[],
  { file, start }: { file: string; start: number }
): boolean {
  return versions.some((edit) => edit.file === file && edit.start === start)
}

function fedOnEach(
  shop: Workshop,
  literals: readonly HashLiteral[],
  evaluation: DyedEvaluation
): Bumped['fed'] {
  return new Map(shop.systems.map((system) => [system, fedBy(shop, literals, evaluation, system)]))
}
