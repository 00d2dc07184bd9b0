import { sameDigest } from '../../binary-cache/digest.ts'
import { needsOtherMachine } from '../../nix/build-errors.ts'
import {
  fixedOutputOf,
  readDerivations,
  urlsOf,
  type Derivation,
  type KnownDerivations
} from '../../nix/derivations.ts'
import { transplantRecipe } from '../../nix/transplant.ts'
import { list } from '../../text.ts'
import { closureOf, fixedOutputs, type Graph } from '../definitions.ts'
import { evaluatePackage, readPackage } from '../project/evaluate.ts'
import { namedSystem, usualSystems } from '../project/systems.ts'
import type { EvaluatedPackage } from '../types.ts'
import type { LookedAt } from './open-look.ts'
import { allMeta, evaluateEach } from './evaluate-each.ts'
import type { Member } from './marked-trial.ts'
import { ownFetches, saysVersion, staleFetches } from './own-fetches.ts'
import type { Shared } from './shared-literals.ts'
import type { ChangeSet } from './types.ts'

/** On whose machines sets have to be computed. */
export interface Machines {
  /** Of the packages of one set. */
  of(members: readonly Member[]): ChangeSet['machines']
  /** For people. */
  notes: string[]
}

/** What a package is for another system. `alone`: that takes a machine of its own. */
type Elsewhere = 'not there' | 'here' | 'alone'

/** Packages that do not evaluate for a system and whose reason is asked for. */
const mostExplained = 8

/** This machine, or that of the system which a line names, and nothing more. */
export function ownMachines(): Machines {
  return { of: (members) => machinesOf(members, [], () => 'not there'), notes: [] }
}

/**
 * What the packages are for each other system that was given, or of the usual ones: one evaluation for each. A system needs a machine of
 * its own where a hash that changes with the version has to be made there, and is not that of a plain download.
 */
export async function otherMachines(
  look: LookedAt,
  sets: readonly Shared[],
  known: KnownDerivations
): Promise<Machines> {
  const members = sets.flatMap((set) => set.members)
  const systems = (look.systems ?? usualSystems).filter((system) => system !== look.system)
  const found = new Map<string, Map<Member, Elsewhere>>()
  const notes: string[] = []
  for (const system of members.length === 0 ? [] : systems)
    found.set(system, await lookElsewhere(look, members, system, known, notes))
  const elsewhere = (member: Member, system: string): Elsewhere =>
    found.get(system)?.get(member) ?? 'not there'
  return { of: (some) => machinesOf(some, systems, elsewhere), notes }
}

function machinesOf(
  members: readonly Member[],
  systems: readonly string[],
  elsewhere: (member: Member, system: string) => Elsewhere
): ChangeSet['machines'] {
  const own = [...new Set(members.map(({ system }) => system))]
  const others = systems.filter((system) => !own.includes(system))
  const has = (system: string, what: Elsewhere): boolean =>
    members.some((member) => elsewhere(member, system) === what)
  const alone = others.filter((system) => has(system, 'alone'))
  const here = others.filter((system) => !alone.includes(system) && has(system, 'here'))
  return [
    ...own.map((system, index) => ({
      system,
      systems: index === 0 ? [system, ...here] : [system]
    })),
    ...alone.map((system) => ({ system, systems: [system] }))
  ]
}

async function lookElsewhere(
  look: LookedAt,
  members: readonly Member[],
  system: string,
  known: KnownDerivations,
  notes: string[]
): Promise<Map<Member, Elsewhere>> {
  const asked = members.flatMap((member) => {
    const place = placeFor(member, system)
    return place === null ? [] : [{ member, ...member, place, kind: 'one' as const, system }]
  })
  const answers = await evaluateEach(look, asked, { unread: allMeta })
  const found = new Map<Member, Elsewhere>()
  const failed: Member[] = []
  for (const [index, { member }] of asked.entries()) {
    const answer = answers[index] ?? null
    // What the flake does not have for that system.
    if (answer === null) continue
    const described = Array.isArray(answer) ? (answer[0]?.described ?? null) : null
    if (described === null || 'notDerivation' in described) {
      failed.push(member)
      continue
    }
    const evaluated = readPackage(described, system)
    const graph = await readDerivations(look.nix, [evaluated.drvPath], { closure: true, known })
    found.set(member, needsItself(member, evaluated, graph, known) ? 'alone' : 'here')
  }
  for (const member of failed) found.set(member, 'not there')
  await explain(look, failed, system, found, notes)
  return found
}

/** Where a package is for another system; null: nowhere. */
function placeFor(
  { place, listed: { reference }, evaluated: { platforms }, system: own }: Member,
  system: string
): Member['place'] | null {
  if (place.output === null) return platforms?.includes(system) === true ? place : null
  const [first, ...names] = place.path
  const isOfEach = first === own && namedSystem(reference.attribute) === null
  return isOfEach ? { ...place, path: [system, ...names] } : null
}

/** A package that reads what is made for its system while it is evaluated can be evaluated there. */
async function explain(
  look: LookedAt,
  failed: readonly Member[],
  system: string,
  found: Map<Member, Elsewhere>,
  notes: string[]
): Promise<void> {
  const { nix, copy, nixpkgs, counts } = look
  const left: string[] = []
  for (const [index, member] of failed.entries()) {
    const { project, listed } = member
    const request = { package: listed.reference, nixpkgs, system }
    if (index < mostExplained) counts.evaluations++
    const answer = index < mostExplained ? await evaluatePackage(nix, copy, project, request) : null
    const isBuilt = answer !== null && 'error' in answer && needsOtherMachine(answer.error.reason)
    if (isBuilt) found.set(member, 'alone')
    else left.push(listed.reference.text)
  }
  if (left.length > 0)
    notes.push(
      `For ${system} ${list(left.slice(0, 5))} ${left.length === 1 ? 'does' : 'do'} not evaluate: its hashes are not made.`
    )
}

/** Whether a hash that changes can be made on a machine of the system alone; as findTargets has it. */
function needsItself(
  member: Member,
  evaluated: EvaluatedPackage,
  graph: Graph,
  known: KnownDerivations
): boolean {
  const { evaluated: own, system } = member
  const isOurs = (derivation: Derivation): boolean =>
    [system, 'builtin'].includes(derivation.system)
  const hereGraph = new Map([...closureOf(known, [own.drvPath])].map((one) => [one.drvPath, one]))
  const here = ownFetches(own, hereGraph).filter(isOurs)
  const stale = staleFetches(evaluated, graph, (one) => saysVersion(one, own.version))
  const foreign = stale.filter((one) => !isOurs(one))
  const candidates = fixedOutputs(hereGraph)
  return foreign.some((one) => {
    const same = here.filter((other) => isSameHash(one, other))
    const urls = urlsOf(one).join(' ')
    const isMadeHere =
      same.length > 0 && (urls === '' || same.some((other) => urlsOf(other).join(' ') === urls))
    return !isMadeHere && transplantRecipe(one, candidates) === null
  })
}

function isSameHash(a: Derivation, b: Derivation): boolean {
  const [one, other] = [fixedOutputOf(a)?.digest, fixedOutputOf(b)?.digest]
  return one !== undefined && other !== undefined && sameDigest(one, other)
}
