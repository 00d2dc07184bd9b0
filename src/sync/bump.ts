import { sameDigest, sriOf } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import { fixedOutputOf, type Derivation } from '../nix/derivations.ts'
import { Definitions, fixedOutputs } from './definitions.ts'
import {
  evaluateDyed,
  fedBy,
  fedOnEach,
  graphOf,
  type DyedEvaluation,
  type DyeOptions
} from './dyed-evaluation.ts'
import { isMoved } from './evaluation-sources.ts'
import { Stays } from './keep-places.ts'
import { sameKeys, withKeys, type KeyChange } from './key-change.ts'
import { findHashLiterals } from './literals/find.ts'
import { predecessorsAmong } from './predecessors.ts'
import type { Followed } from './revision.ts'
import { askSources, refuseHopeless, type SourceQuestion } from './source-follows.ts'
import { withoutStrayDyes } from './stray-dyes.ts'
import { tracedIn, traceHashes, withFetched, type Traced } from './trace.ts'
import {
  nothingBeside,
  placeOf,
  type Beside,
  type Edit,
  type HashLiteral,
  type Revision,
  type ToldPlace,
  type TracedHash
} from './types.ts'
import { assumedPlaces, findVersionPlaces } from './version-places.ts'
import type { Occurrence } from './version-trials.ts'
import { replacementsOf, type Workshop } from './workshop.ts'

/** The package at its new version, evaluated with dyes at its hashes. */
export interface Bumped {
  /** Null where the package has no version. */
  oldVersion: string | null
  newVersion: string | null
  versions: Edit[]
  /** Occurrences of the old version that were bumped, with what they are of. */
  occurrences: Occurrence[]
  /** Places that the reader is told of. */
  told: ToldPlace[]
  /** What becomes of the commit that the source is pinned by. */
  revision: Revision | null
  beside: Beside
  /** All that were dyed. */
  literals: HashLiteral[]
  /** Hashes that are to be made anew. */
  stale: TracedHash[]
  /** What is to be asked of them about the source; null: the version stays. */
  source: SourceQuestion | null
  evaluation: DyedEvaluation
  /** Fixed-output derivations that each literal feeds, by system, the stale ones and others. */
  fed: Map<string, Map<HashLiteral, readonly Derivation[]>>
}

/** The same version, all of its hashes anew, or those that are wanted. */
export async function keepVersion(
  shop: Workshop,
  traced: Traced,
  isWanted: (hash: TracedHash) => boolean = () => true
): Promise<Bumped> {
  const { version } = traced.package
  const isOther = [...traced.evaluation.fetched].some(
    ([{ digest }, { got, isTaken }]) => !isTaken && digest !== null && !sameDigest(digest, got)
  )
  // What evaluation fetched is what the rest is made of.
  const evaluation = isOther
    ? await evaluateDyed(shop, traced.literals, { kept: traced.evaluation.kept })
    : traced.evaluation
  const hashes = isOther ? tracedIn(shop, traced.literals, evaluation) : traced.hashes
  const stale = hashes.filter(isWanted)
  const clean = await withoutStrayDyes(shop, traced.literals, stale, [], evaluation)
  // What is right already has to stand in what needs it.
  const literals = hashes.map(({ literal }) => literal)
  return {
    oldVersion: version,
    newVersion: version,
    versions: [],
    occurrences: [],
    told: [],
    revision: null,
    beside: nothingBeside,
    literals: traced.literals,
    stale,
    source: null,
    evaluation: clean,
    fed: fedOnEach(shop, literals, clean)
  }
}

/**
 * The second evaluation: the new version at the literals that matter, and the new commit of a source that is pinned by one. What
 * changed of a fixed-output derivation, apart from its hash, makes it stale, and so does the question whether the source followed,
 * where its address does not tell. Throws VERSION_UNTRACED, HASH_UNTRACED, SOURCE_UNCHANGED, and what `evaluateDyed` throws.
 */
export async function bumpVersion(
  shop: Workshop,
  traced: Traced,
  { oldVersion, newVersion }: { oldVersion: string | null; newVersion: string | null },
  followed: Followed | null = null,
  { stays = new Stays(), keys = sameKeys }: { stays?: Stays; keys?: KeyChange } = {}
): Promise<Bumped> {
  // The same ones as before, so that what holds one is no other for it: a patch, a lock file.
  const literals = withKeys(traced.literals, keys)
  const options = bumpOptions(traced)
  const own = followed?.edits ?? []
  const others = [...own, ...keys.edits]
  const isFollowed =
    followed !== null && (!followed.isAddressed || followed.revision?.old === oldVersion)
  const step = { oldVersion, newVersion, others, stays, isFollowed }
  const bumped = await findVersionPlaces(shop, traced, literals, step, options)
  return judge(shop, traced, options, {
    oldVersion,
    newVersion,
    versions: [...bumped.edits, ...own],
    occurrences: bumped.occurrences,
    told: [...assumedPlaces(bumped.occurrences, bumped.edits), ...bumped.left],
    revision: followed?.revision ?? null,
    beside: { ...nothingBeside, files: followed?.files ?? [], keys: keys.edits },
    literals,
    evaluation: bumped.evaluation
  })
}

/**
 * The same once more, with files that were made anew in the meantime: they are what the workshop's are by now. Their own hashes are
 * taken as they are, but for placeholders and for those that stood there before for something else. What stands of the version in them
 * is theirs. Throws VERSION_UNTRACED when with them the package has another version.
 */
export async function bumpWithFiles(
  shop: Workshop,
  traced: Traced,
  bumped: Bumped,
  { files, left }: Omit<Beside, 'keys'>,
  keys: KeyChange
): Promise<Bumped> {
  const made = new Set(files.map(({ path }) => path))
  const isOther = ({ file }: { file: string }): boolean => !made.has(file)
  const ofMade = shop.files.filter(({ path }) => made.has(path)).flatMap(findHashLiterals)
  const literals = [...withKeys(bumped.literals.filter(isOther), keys), ...ofMade]
  const versions = bumped.versions.filter(isOther)
  const edits = [...bumped.beside.keys.filter(isOther), ...keys.edits]
  const options = bumpOptions(traced)
  const evaluation = await evaluateDyed(shop, literals, {
    ...options,
    others: replacementsOf([...versions, ...edits])
  })
  for (const [system, { version }] of evaluation.packages) {
    if (version === bumped.newVersion) continue
    throw new NarPublishError({
      code: 'VERSION_UNTRACED',
      subject: `${shop.work.package.text} (${system})`,
      reason: `with ${[...made].join(', ')} made anew its version is ${version ?? 'none'}, not ${bumped.newVersion ?? 'none'}`
    })
  }
  const { oldVersion, newVersion, revision } = bumped
  const occurrences = bumped.occurrences.filter(({ literal }) => isOther(literal))
  const told = bumped.told.filter(isOther)
  const locks = bumped.beside.files.filter(({ path, by }) => by === 'lock' && !made.has(path))
  const beside = { files: [...locks, ...files], left, keys: edits }
  const known = { oldVersion, newVersion, versions, occurrences, told, revision }
  return judge(shop, traced, options, { ...known, beside, literals, evaluation })
}

function bumpOptions({ evaluation: before }: Traced): DyeOptions {
  return {
    // Where a download failed there may be one at the new version.
    kept: [...before.kept].filter((literal) => !before.gone.has(literal)),
    takes: (literal, fetch) => isMoved(literal, fetch, before)
  }
}

/** What the evaluation with the new version tells of hashes and source. */
async function judge(
  shop: Workshop,
  traced: Traced,
  options: DyeOptions,
  bumped: Omit<Bumped, 'stale' | 'source' | 'fed'>
): Promise<Bumped> {
  const { evaluation: before } = traced
  const { literals, versions, beside, oldVersion, newVersion } = bumped
  refuseGone(before, bumped.evaluation)
  const source = await askSources(shop, literals, before, bumped.evaluation)
  refuseHopeless(shop, source)
  const edits = [...versions, ...beside.keys]
  const evaluation = await withAsked(shop, literals, bumped.evaluation, source, edits, {
    ...options,
    kept: bumped.evaluation.kept
  })
  refuseSilentlyStale(shop, literals, before, evaluation)
  const stale = staleHashes(shop, literals, traced, evaluation, source)
  const clean = await withoutStrayDyes(shop, literals, stale, edits, evaluation)
  shop.log.info(
    `${oldVersion ?? '(no version)'} → ${newVersion ?? '(no version)'} at ${versions.length} ${versions.length === 1 ? 'place' : 'places'}; ` +
      `${stale.length} of ${traced.hashes.length} hashes are stale`
  )
  return {
    ...bumped,
    stale,
    source,
    evaluation: clean,
    fed: fedOnEach(shop, literals, clean)
  }
}

function staleHashes(
  shop: Workshop,
  literals: readonly HashLiteral[],
  { evaluation: before, literals: beforeLiterals }: Traced,
  after: DyedEvaluation,
  { same }: SourceQuestion
): TracedHash[] {
  // Their addresses do not tell.
  const asked = new Set(same.flatMap((source) => source.literals))
  const predecessors = predecessorsAmong(beforeLiterals)
  const stale = traceHashes(shop.systems, literals, (system) => {
    const [old, now] = definitionsOf(system, before, after)
    const fedBefore = fedBy(shop, beforeLiterals, before, system)
    return [...fedBy(shop, literals, after, system)].filter(([literal, derivations]) => {
      const was = predecessors(literal)
      // What made the file made its hash for what is fetched now.
      if (was.length === 0 && literal.digest !== null) return asked.has(literal)
      const known = new Set(
        was.flatMap((one) => fedBefore.get(one) ?? []).map(({ drvPath }) => old.of(drvPath))
      )
      // A placeholder means nothing, whatever changed.
      return (
        literal.digest === null ||
        asked.has(literal) ||
        derivations.some(({ drvPath }) => !known.has(now.of(drvPath)))
      )
    })
  })
  const isTaken = (literal: HashLiteral): boolean => after.fetched.get(literal)?.isTaken === true
  return withFetched(literals, after, stale, isTaken)
}

/** With the hashes of evaluation's own downloads that are the package's source and hold something else at the same address. */
async function withAsked(
  shop: Workshop,
  literals: readonly HashLiteral[],
  evaluation: DyedEvaluation,
  { same }: SourceQuestion,
  versions: readonly Edit[],
  options: DyeOptions
): Promise<DyedEvaluation> {
  const asked = new Set(
    same.flatMap(({ literals }) =>
      literals.filter((one) => {
        const fetch = evaluation.fetched.get(one)
        return fetch !== undefined && one.digest !== null && !sameDigest(one.digest, fetch.got)
      })
    )
  )
  if (asked.size === 0) return evaluation
  return evaluateDyed(shop, literals, {
    ...options,
    others: replacementsOf(versions),
    takes: (literal, fetch) => asked.has(literal) || options.takes?.(literal, fetch) === true
  })
}

/** A download of the evaluation's own whose new address has no answer: with the old hash Nix goes on using what it has. */
function refuseGone(before: DyedEvaluation, after: DyedEvaluation): void {
  for (const [literal, reason] of after.gone) {
    const old = before.gone.get(literal) ?? before.fetched.get(literal)?.address
    if (old !== undefined && reason.includes(old)) continue
    throw new NarPublishError({ code: 'FETCH_FAILED', subject: placeOf(literal), reason })
  }
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
