import { NarPublishError } from '../../errors.ts'
import { readDerivations, type KnownDerivations } from '../../nix/derivations.ts'
import type { Run } from '../../run.ts'
import { count } from '../../text.ts'
import type { Graph } from '../definitions.ts'
import { HostMemory } from '../version/hosts/memory.ts'
import { systemOf } from './attribute-places.ts'
import { openLook, type LookedAt } from './open-look.ts'
import { evaluationOrigins, type EvaluationOrigin } from './evaluation-origins.ts'
import { findPackages, type FoundPackage } from './find-packages.ts'
import { ignoredOf, parseIgnore, type Ignored } from './ignore.ts'
import { otherMachines, ownMachines, type Machines } from './machines.ts'
import type { Member } from './marked-trial.ts'
import { isFetched, namesOf, newestOfAll } from './newest-of-all.ts'
import { shareLiterals, type Shared } from './shared-literals.ts'
import type { ChangeSet, ListedPackage, Listing, Look } from './types.ts'

interface LookOptions {
  /** Whether it matters which machines the sets need: that takes an evaluation for each other system. Default: this one is all. */
  forMachines?: boolean
}

/**
 * Looks at all packages that the lines name: what they have, what their hosts have, and which of them are one change. The checkout is only
 * read. A package that does not evaluate, and a host that gives no answer, leaves the others alone. Throws CHECKOUT_INVALID, TREE_DIRTY,
 * NIX_MISSING, INPUT_INVALID, and EVALUATION_FAILED or PACKAGE_INVALID when there is none that could be looked at.
 */
export async function lookAt(
  place: Pick<Run<unknown>, 'environment' | 'scratch' | 'log'>,
  look: Look,
  options: LookOptions = {}
): Promise<Listing> {
  const looked = await openLook(place, look)
  try {
    return await lookIn(looked, place, look, options)
  } finally {
    // Whoever works out what is outdated has copies of his own.
    looked.copy.remove()
  }
}

async function lookIn(
  looked: LookedAt,
  place: Parameters<typeof lookAt>[0],
  look: Look,
  { forMachines = false }: LookOptions
): Promise<Listing> {
  const { log } = place
  const start = performance.now()
  const ignored = parseIgnore(look.ignore)
  const notes: string[] = []
  const known: KnownDerivations = new Map()
  const all = await findPackages(looked, notes)
  const graph = await graphOf(looked, all, known)
  const { serverUrl } = place.environment
  const origins = await evaluationOrigins(looked, look.version, all, graph, serverUrl)
  const found = all.map((one) => ({ ...one, origin: origins.get(one) ?? null }))
  const kept = found.filter((one) => isWanted(one, graph))
  const left = found.length - kept.length
  if (left > 0)
    notes.push(
      `${count(left, 'package')} without a version or a fetched source ${left === 1 ? 'is' : 'are'} left out.`
    )

  const memory = new HostMemory()
  const packages = await listAll({ ...place, memory }, look, ignored, kept, graph)
  const members = membersOf(looked, kept, packages)
  refuseNothing(found)
  const shared = await shareLiterals(looked, known, members, graph)
  const machines = forMachines ? await otherMachines(looked, shared, known) : ownMachines()
  notes.push(...machines.notes, ...unmatched(ignored, packages))
  const { gitHubRequests, otherRequests } = memory
  const counts = {
    evaluations: looked.counts.evaluations,
    requests: gitHubRequests + otherRequests,
    gitHubRequests,
    milliseconds: Math.round(performance.now() - start)
  }
  const sets = shared.map((set) => changeSet(set, machines))
  log.info(
    `${count(packages.length, 'package')}, ${members.filter(isOutdated).length} outdated; ` +
      `${count(counts.evaluations, 'evaluation')}, ${count(counts.requests, 'request')}`
  )
  return { head: looked.project.head, packages, sets, counts, notes }
}

function graphOf(
  { nix }: LookedAt,
  found: readonly FoundPackage[],
  known: KnownDerivations
): Promise<Graph> {
  const drvPaths = found.flatMap(({ evaluated }) =>
    'drvPath' in evaluated ? [evaluated.drvPath] : []
  )
  return readDerivations(nix, drvPaths, { closure: true, known })
}

/** What a line names itself is told of, whatever it is. */
function isWanted({ isOfPattern, evaluated, origin }: Found, graph: Graph): boolean {
  if (!isOfPattern || evaluated instanceof NarPublishError) return true
  return evaluated.version !== null && isFetched({ evaluated, origin }, graph)
}

interface Found extends FoundPackage {
  origin: EvaluationOrigin | null
}

/** In the order of `found`. */
async function listAll(
  place: Parameters<typeof newestOfAll>[0],
  look: Look,
  ignored: readonly Ignored[],
  found: readonly Found[],
  graph: Graph
): Promise<ListedPackage[]> {
  const present = found.flatMap(({ reference, evaluated, origin }) =>
    'drvPath' in evaluated ? [{ reference, evaluated, origin }] : []
  )
  const listed = (await newestOfAll(place, look, ignored, present, graph)).values()
  return found.flatMap(({ reference, evaluated }) => {
    if (evaluated instanceof NarPublishError) return [failedPackage(reference, evaluated)]
    const next = listed.next()
    return next.done === true ? [] : [next.value]
  })
}

function failedPackage(
  reference: FoundPackage['reference'],
  { code, reason }: NarPublishError
): ListedPackage {
  const [last] = namesOf({ reference, name: '' }).slice(1)
  const name = last ?? reference.text
  const nothing = { version: null, source: null, newest: null, tag: null }
  return { reference, name, ...nothing, state: 'failed', why: { code, reason } }
}

function membersOf(
  { system }: LookedAt,
  found: readonly Found[],
  packages: readonly ListedPackage[]
): Member[] {
  return found.flatMap((one, index) => {
    const { reference, evaluated, project, place, origin } = one
    const listed = packages[index]
    if (evaluated instanceof NarPublishError || project === null || place === null) return []
    if (listed === undefined) return []
    const of = systemOf({ kind: 'one', reference }, system)
    const pin = origin?.words ?? null
    return [{ listed, evaluated, project, place, system: of, pin }]
  })
}

/** Whose failure it is when nothing is left that evaluates: the first one's. Of nothing at all there is nothing to say. */
function refuseNothing(found: readonly FoundPackage[]): void {
  const [first, ...others] = found.map(({ evaluated }) => evaluated)
  const isNothing = others.every((one) => one instanceof NarPublishError)
  if (first instanceof NarPublishError && isNothing) throw first
}

function isOutdated({ listed: { state } }: Member): boolean {
  return state === 'outdated'
}

function changeSet({ members, words }: Shared, machines: Machines): ChangeSet {
  const packages = members.map(({ listed }) => listed)
  const own = machines.of(members)
  const newest = packages.filter(({ state }) => state === 'outdated').map((one) => one.newest)
  const version = newest[0] ?? null
  // Those that stay as they are, and whose literal would not.
  const others = packages.filter(({ state }) => state === 'current' || state === 'ignored')
  const differ = [
    ...(new Set(newest).size > 1
      ? packages.filter(({ state }) => state === 'outdated').map(wishWords)
      : []),
    ...others.map((one) => `${one.reference.text} is to stay at ${one.version ?? 'what it has'}`)
  ]
  if (differ.length === 0) return { packages, version, shared: words, machines: own }
  const shared = `${words ?? ''}; but ${differ.join(', ')}`
  return { packages, version: null, shared, machines: own }
}

function wishWords({ reference: { text }, newest }: ListedPackage): string {
  return `${text} is to be ${newest ?? 'another version'}`
}

function unmatched(ignored: readonly Ignored[], packages: readonly ListedPackage[]): string[] {
  const used = new Set(packages.flatMap((one) => ignoredOf(ignored, namesOf(one))))
  return ignored
    .filter((one) => !used.has(one))
    .map(({ line }) => `\`${line}\` in \`ignore\` names no package.`)
}
