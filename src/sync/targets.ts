import { join } from 'node:path'
import { sameDigest, type Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import { fixedOutputOf, urlsOf, type Derivation } from '../nix/derivations.ts'
import type { Instantiated } from '../nix/instantiate.ts'
import { rebuildDerivations, type DerivationChange } from '../nix/rebuild.ts'
import { transplant } from '../nix/transplant.ts'
import type { Bumped } from './bump.ts'
import { closureOf, fixedOutputs } from './definitions.ts'
import { dyeOf, evaluateDyed, graphOf } from './dyed-evaluation.ts'
import { dyeDigest, writeDigest } from './literals/dye.ts'
import type { HashLiteral, Span } from './types.ts'
import { replacementsOf, type Workshop } from './workshop.ts'

/** A fixed-output derivation whose hash a stale literal is. */
export interface Target {
  literal: HashLiteral
  /** As it was evaluated, with its dye. */
  derivation: Derivation
  name: string
  /** That it was evaluated for, which may be another than it is built on. */
  system: string
  /** Names of all derivations of the literal. */
  siblings: string[]
  /** The literal has other targets too. */
  isShared: boolean
}

/** A target as it can be realised now. */
export interface ReadyTarget {
  target: Target
  drvPath: string
  /** It is another system's, fetched by this machine's fetcher. */
  isTransplant: boolean
}

/**
 * What is to be realised: of each stale literal the derivations that this machine can build, and downloads for other systems from
 * other addresses; where it can build none, all of them.
 */
export function findTargets(shop: Workshop, bumped: Bumped): Target[] {
  const isOwn = (system: string): boolean =>
    [shop.environment.runnerSystem, 'builtin'].includes(system)
  return bumped.stale.flatMap(({ literal }) => {
    // What was read while evaluating has been built.
    if (bumped.evaluation.read.has(literal)) return []
    const all = shop.systems.flatMap((system) =>
      (bumped.fed.get(system)?.get(literal) ?? []).map((derivation) => ({ system, derivation }))
    )
    const siblings = [...new Set(all.map(({ derivation: { name } }) => name))]
    const own = all.filter(({ derivation: { system } }) => isOwn(system))
    const ownUrls = own.map(({ derivation }) => urlsOf(derivation).join(' '))
    // Another system's download from elsewhere may well be something else.
    const elsewhere = all.filter(
      ({ derivation }) =>
        !isOwn(derivation.system) &&
        urlsOf(derivation).length > 0 &&
        !ownUrls.includes(urlsOf(derivation).join(' '))
    )
    const chosen = new Map(
      (own.length > 0 ? [...own, ...elsewhere] : all).map((found) => [
        found.derivation.drvPath,
        found
      ])
    )
    return [...chosen.values()].map(({ system, derivation }) => ({
      literal,
      derivation,
      name: derivation.name,
      system,
      siblings,
      isShared: chosen.size > 1
    }))
  })
}

/** Those of the targets that need no other derivation whose hash is to be made anew. */
export function withoutWaiting(
  bumped: Bumped,
  targets: readonly Target[],
  known: ReadonlyMap<HashLiteral, Digest>
): Target[] {
  const unknown = new Set<string>()
  for (const { literal } of bumped.stale) {
    if (known.has(literal)) continue
    for (const fed of bumped.fed.values())
      for (const { drvPath } of fed.get(literal) ?? []) unknown.add(drvPath)
  }
  return targets.filter(({ derivation, system }) => {
    const needed = closureOf(graphOf(bumped.evaluation, system), derivation.inputDrvs.keys())
    return !needed.some(({ drvPath }) => unknown.has(drvPath))
  })
}

/**
 * The targets with the hashes that are known by now in what they need. They are rebuilt as derivations; where that is not
 * possible, the package is evaluated again.
 */
export async function prepareTargets(
  shop: Workshop,
  bumped: Bumped,
  targets: readonly Target[],
  known: ReadonlyMap<HashLiteral, Digest>
): Promise<ReadyTarget[]> {
  try {
    const drvPaths = new Map<Target, string>()
    for (const [system, some] of Map.groupBy(targets, ({ system }) => system))
      for (const [target, drvPath] of await rebuild(shop, bumped, system, some, known))
        drvPaths.set(target, drvPath)
    return await readyAll(shop, bumped, drvPaths)
  } catch (error) {
    if (!(error instanceof NarPublishError) || error.code !== 'REBUILD_FAILED') throw error
    shop.log.info(`evaluating again: ${error.message}`)
    return evaluateAgain(shop, bumped, targets, known)
  }
}

async function rebuild(
  shop: Workshop,
  bumped: Bumped,
  system: string,
  targets: readonly Target[],
  known: ReadonlyMap<HashLiteral, Digest>
): Promise<Map<Target, string>> {
  const changes = changesWith(bumped, system, known)
  for (const { literal, derivation, isShared } of targets) {
    // With one dye they would have one output path, and Nix would build one after the other.
    if (!isShared || known.has(literal)) continue
    const { drvPath } = derivation
    const digest = dyeDigest(shop.project.head, drvPath, literal.algorithm)
    changes.set(drvPath, { digest })
  }
  const wanted = targets.map(({ derivation: { drvPath } }) => drvPath)
  const rebuilt = await rebuildAll(shop, bumped, system, changes, wanted)
  return new Map(
    targets.map((target) => {
      const { drvPath } = target.derivation
      return [target, rebuilt.get(drvPath)?.drvPath ?? drvPath]
    })
  )
}

/** The wanted derivations with the hashes that are known by now, in place of dyes; those that it says nothing of stay. Throws REBUILD_FAILED. */
export function rebuildWith(
  shop: Workshop,
  bumped: Bumped,
  system: string,
  known: ReadonlyMap<HashLiteral, Digest>,
  wanted: readonly string[]
): Promise<Map<string, Instantiated>> {
  return rebuildAll(shop, bumped, system, changesWith(bumped, system, known), wanted)
}

/** By .drv path: what the known hashes change. */
function changesWith(
  { evaluation, fed, stale }: Bumped,
  system: string,
  known: ReadonlyMap<HashLiteral, Digest>
): Map<string, DerivationChange> {
  const changes = new Map<string, DerivationChange>()
  const unknown = new Set(stale.map(({ literal }) => literal))
  for (const [literal, derivations] of fed.get(system) ?? []) {
    // What was read while evaluating has its true hash already; what is not stale gets the one that it has.
    if (evaluation.read.has(literal)) continue
    const digest = known.get(literal) ?? (unknown.has(literal) ? null : literal.digest)
    if (digest === null) continue
    for (const { drvPath } of derivations) changes.set(drvPath, { digest })
  }
  return changes
}

async function rebuildAll(
  shop: Workshop,
  { evaluation }: Bumped,
  system: string,
  changes: ReadonlyMap<string, DerivationChange>,
  wanted: readonly string[]
): Promise<Map<string, Instantiated>> {
  const { nix, rebuilt } = shop
  if (changes.size === 0) return new Map()
  const graph = graphOf(evaluation, system)
  return rebuildDerivations(nix, graph, changes, wanted, madeFolder(shop), rebuilt)
}

function madeFolder({ scratch }: Workshop): string {
  return join(scratch, 'rebuilt')
}

/** Derivations for other systems are fetched by this machine's own fetcher, when their source is told by its URL. */
async function readyAll(
  shop: Workshop,
  bumped: Bumped,
  drvPaths: ReadonlyMap<Target, string>
): Promise<ReadyTarget[]> {
  const { runnerSystem } = shop.environment
  const foreign = [...drvPaths.keys()].filter(
    ({ derivation }) => ![runnerSystem, 'builtin'].includes(derivation.system)
  )
  const candidates = fixedOutputs(graphOf(bumped.evaluation, runnerSystem))
  const made = await transplant(
    shop.nix,
    foreign.map(({ derivation }) => derivation),
    candidates,
    madeFolder(shop)
  )
  return [...drvPaths].map(([target, drvPath]) => {
    const here = made.get(target.derivation.drvPath)
    return { target, drvPath: here?.drvPath ?? drvPath, isTransplant: here !== undefined }
  })
}

async function evaluateAgain(
  shop: Workshop,
  bumped: Bumped,
  targets: readonly Target[],
  known: ReadonlyMap<HashLiteral, Digest>
): Promise<ReadyTarget[]> {
  const stale = bumped.stale.map(({ literal }) => literal)
  const unknown = stale.filter((literal) => !known.has(literal))
  const written = new Map<Span, string>(replacementsOf([...bumped.versions, ...bumped.beside.keys]))
  for (const literal of stale) {
    const digest = known.get(literal)
    if (digest !== undefined) written.set(literal, writeDigest(literal, digest))
  }
  const evaluation = await evaluateDyed(shop, unknown, { others: written })
  const drvPaths = targets.map((target) => {
    const digest = known.get(target.literal) ?? dyeOf(shop, target.literal)
    const found = fixedOutputs(graphOf(evaluation, target.system)).find((derivation) => {
      const fixed = fixedOutputOf(derivation)
      return derivation.name === target.name && fixed !== null && sameDigest(fixed.digest, digest)
    })
    return [target, (found ?? target.derivation).drvPath] as const
  })
  return readyAll(shop, bumped, new Map(drvPaths))
}
