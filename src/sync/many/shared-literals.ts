import type { KnownDerivations } from '../../nix/derivations.ts'
import { list } from '../../text.ts'
import type { Graph } from '../definitions.ts'
import { placeOf, type Span } from '../types.ts'
import { textFilesOf, type LookedAt } from './open-look.ts'
import {
  markLiterals,
  replacementsFor,
  tryMarks,
  type Marks,
  type Member,
  type Shown
} from './marked-trial.ts'

/** Packages that a bump of one of them changes, with why. */
export interface Shared {
  /** In the order of the look; at least one is outdated. */
  members: Member[]
  /** In words: `version at nix/versions.nix:3`; null: it is one package alone. */
  words: string | null
}

/** Places that are told. */
const mostPlaces = 3

/**
 * The outdated packages, with all that share a literal with one of them which its bump would change: its version, or the hash of what
 * follows its version. Found by one evaluation with something of its own in place of each; of a package that does not evaluate so, by
 * versions alone and by hashes alone. What nothing tells of is taken to belong to what is fetched from the same place at the same version.
 */
export async function shareLiterals(
  look: LookedAt,
  known: KnownDerivations,
  members: readonly Member[],
  graph: Graph
): Promise<Shared[]> {
  const outdated = members.filter(isOutdated)
  if (outdated.length === 0) return []
  if (members.length === 1) return [{ members: [...members], words: null }]
  const files = textFilesOf(members.map(({ project }) => project))
  const marks = markLiterals(look.project.head, files, outdated, graph)
  const { shown, untold } = await trials(look, known, marks, members)
  const links = [
    ...linksByPin(members),
    ...linksByVersion(members, shown),
    ...linksByHash(members, shown)
  ]
  return joined(members, links, linksBySource(members, untold))
}

function isOutdated({ listed: { state } }: Member): boolean {
  return state === 'outdated'
}

interface Trials {
  shown: Map<Member, Shown>
  /** Those of which not all is known. */
  untold: Set<Member>
}

async function trials(
  look: LookedAt,
  known: KnownDerivations,
  marks: Marks,
  members: readonly Member[]
): Promise<Trials> {
  const attempt = (
    what: { marked: boolean; dyed: boolean },
    some: readonly Member[]
  ): Promise<Map<Member, Shown>> => tryMarks(look, known, marks, replacementsFor(marks, what), some)
  const shown = await attempt({ marked: true, dyed: true }, members)
  const left = members.filter((member) => !shown.has(member))
  if (left.length === 0) return { shown, untold: new Set() }
  const versions = await attempt({ marked: true, dyed: false }, left)
  const hashes = await attempt({ marked: false, dyed: true }, left)
  for (const member of left) {
    const [byVersion, byHash] = [versions.get(member), hashes.get(member)]
    shown.set(member, {
      versions: byVersion?.versions ?? [],
      hashes: byHash?.hashes ?? [],
      stale: byHash?.stale ?? []
    })
  }
  return { shown, untold: new Set(left.filter((one) => !versions.has(one) || !hashes.has(one))) }
}

/** Two that are one change. */
interface Link {
  one: Member
  other: Member
  words: string
}

/** Of one input of the flake, or one pin, there is one version. */
function linksByPin(members: readonly Member[]): Link[] {
  return members
    .filter(isOutdated)
    .flatMap((one) =>
      members
        .filter((other) => other !== one && one.pin !== null && other.pin === one.pin)
        .map((other) => ({ one, other, words: one.pin ?? '' }))
    )
}

function linksByVersion(members: readonly Member[], shown: ReadonlyMap<Member, Shown>): Link[] {
  const of = (member: Member): readonly Span[] => shown.get(member)?.versions ?? []
  return linksBy('version', members, of, of)
}

function linksByHash(members: readonly Member[], shown: ReadonlyMap<Member, Shown>): Link[] {
  return linksBy(
    'hash',
    members,
    (member) => shown.get(member)?.stale ?? [],
    (member) => shown.get(member)?.hashes ?? []
  )
}

/** `changes`: the literals that a bump of the package changes; `has`: those that a package would see changed. */
function linksBy(
  what: string,
  members: readonly Member[],
  changes: (member: Member) => readonly Span[],
  has: (member: Member) => readonly Span[]
): Link[] {
  const owners = new Map<Span, Member[]>()
  for (const member of members)
    for (const literal of has(member)) owners.set(literal, [...(owners.get(literal) ?? []), member])
  return members
    .filter(isOutdated)
    .flatMap((one) =>
      changes(one).flatMap((literal) =>
        (owners.get(literal) ?? [])
          .filter((other) => other !== one)
          .map((other) => ({ one, other, words: `${what} at ${placeOf(literal)}` }))
      )
    )
}

function linksBySource(members: readonly Member[], untold: ReadonlySet<Member>): Link[] {
  const keyOf = ({ listed: { source, version } }: Member): string =>
    JSON.stringify([source, version])
  const same = Map.groupBy(
    members.filter(({ listed: { source, version } }) => source !== null && version !== null),
    keyOf
  )
  return members.filter(isOutdated).flatMap((one) =>
    (same.get(keyOf(one)) ?? [])
      .filter((other) => other !== one && (untold.has(one) || untold.has(other)))
      .map((other) => {
        const { source, version } = one.listed
        const words = `both are ${source ?? ''} at ${version ?? ''}, and nothing tells their literals apart`
        return { one, other, words }
      })
  )
}

/** What is linked, by any way round. `guesses`: of no use where two are linked anyhow. */
function joined(
  members: readonly Member[],
  links: readonly Link[],
  guesses: readonly Link[]
): Shared[] {
  const parts = new Map(members.map((member) => [member, new Set([member])]))
  /** false: they were together already. */
  const join = ({ one, other }: Link): boolean => {
    const [a, b] = [parts.get(one), parts.get(other)]
    if (a === undefined || b === undefined || a === b) return false
    for (const member of b) {
      a.add(member)
      parts.set(member, a)
    }
    return true
  }
  for (const link of links) join(link)
  const used = [...links, ...guesses.filter(join)]
  return [...new Set(parts.values())]
    .filter((part) => [...part].some(isOutdated))
    .map((part) => {
      const words = new Set(used.flatMap(({ one, words }) => (part.has(one) ? [words] : [])))
      const told = [...words].slice(0, mostPlaces)
      return {
        members: members.filter((member) => part.has(member)),
        words: told.length === 0 ? null : list(told)
      }
    })
}
