import { list } from '../../text.ts'
import { editsOf } from '../change.ts'
import { addCounts, noCounts } from '../counts.ts'
import type { SourceProof } from '../source-follows.ts'
import {
  placeOf,
  type Edit,
  type HashEdit,
  type PackageReference,
  type SyncCounts,
  type ToldPlace
} from '../types.ts'
import { computedMissing } from './files.ts'
import {
  conflict,
  joinHashEdits,
  mergeBeside,
  mergeEdits,
  refuseOverlaps,
  sameEdit,
  type From
} from './merge-edits.ts'
import { computedInvalid, mostEdits } from './schema.ts'
import type { Computed, ReadComputed } from './types.ts'

export interface MergeWish {
  /** Systems that must be among the answers; null: whichever are there. */
  systems: readonly string[] | null
  /** The package that they must be about; null: whichever it is. */
  package: PackageReference | null
}

/**
 * The answers of several machines as one. Throws COMPUTED_CONFLICT when they are about different things or edit one place
 * differently, HASH_AMBIGUOUS when two systems need different hashes at one place, COMPUTED_MISSING when a system is missing.
 */
export function mergeComputed(answers: readonly ReadComputed[], wish: MergeWish): Computed {
  const [first, ...others] = answers
  if (first === undefined) throw computedMissing('computed', 'there is no file of phase `compute`')
  if (wish.package !== null && wish.package.text !== first.change.package.text) {
    throw conflict(
      [first.file],
      `it is about the package ${JSON.stringify(first.change.package.text)}, and the input \`package\` is ${JSON.stringify(wish.package.text)}`
    )
  }
  for (const other of others) expectSameSubject(first, other)
  const systems = [...new Set(answers.flatMap(({ systems }) => systems))].sort()
  const missing = (wish.systems ?? []).filter((system) => !systems.includes(system))
  if (missing.length > 0) {
    throw computedMissing(
      missing.join(', '),
      `the files of \`computed\` are for ${systems.join(', ')} alone`
    )
  }
  const versions = mergeEdits(answers, ({ change }) => change.versions, sameEdit)
  const hashes = mergeEdits(
    answers,
    ({ change }) => change.hashes,
    (one: From<HashEdit, ReadComputed>, other) =>
      joinHashEdits(one, other, ({ systems }) => list(systems))
  )
  const beside = mergeBeside(answers)
  const edits = [...versions, ...hashes, ...beside.keys]
  if (edits.length > mostEdits) {
    const files = answers.map(({ file }) => file).join(', ')
    throw computedInvalid(files, `together they have over ${mostEdits} edits`)
  }
  refuseOverlaps(answers, edits, ({ change }) => editsOf(change))
  return {
    change: { ...first.change, versions, hashes, beside },
    told: mergeTold(answers, { versions, hashes }),
    source: weakest(answers),
    systems,
    checks: answers.flatMap(({ checks, systems }) =>
      checks.map((check) => ({ ...check, detail: withSystems(check.detail, systems) }))
    ),
    counts: countsOf(answers.map(({ counts }) => counts)),
    notes: [...new Set(answers.flatMap(({ notes }) => notes))],
    releaseUrl: first.releaseUrl,
    compareUrl: first.compareUrl,
    ...(first.together === undefined ? {} : { together: first.together })
  }
}

/**
 * Every machine's remarks. What nothing shows or comes from is told only where all of them say so and none changes it: each looks at its
 * own system. Throws COMPUTED_CONFLICT where one leaves what another changes.
 */
function mergeTold(
  answers: readonly ReadComputed[],
  change: Pick<Computed['change'], 'versions' | 'hashes'>
): ToldPlace[] {
  refuseLeft(answers)
  const key = ({ file, line }: Pick<Edit, 'file' | 'line'>): string => `${file}:${line}`
  const changed = new Set([...change.versions, ...change.hashes].map(key))
  const byPlace = Map.groupBy(
    answers.flatMap(({ told }) => told),
    (place) => `${place.kind} ${key(place)} ${place.text}`
  )
  return [...byPlace.values()].flatMap((places) => {
    const [one] = places
    if (one === undefined) return []
    const isOfOne = one.kind === 'unfed' || one.kind === 'unseen'
    return isOfOne && (changed.has(key(one)) || places.length < answers.length) ? [] : [one]
  })
}

function refuseLeft(answers: readonly ReadComputed[]): void {
  for (const { told, change, file } of answers) {
    const own = new Set(change.versions.map(({ file, start }) => `${file}:${start}`))
    const left = new Set(told.filter(({ kind }) => kind === 'left').map(placeOf))
    for (const other of answers) {
      const edit = other.change.versions.find(
        (one) => left.has(placeOf(one)) && !own.has(`${one.file}:${one.start}`)
      )
      if (edit === undefined) continue
      throw conflict(
        [file, other.file],
        `one leaves the version at ${placeOf(edit)}, and the other makes it ${JSON.stringify(edit.replacement)}`
      )
    }
  }
}

/** One machine's doubt is everybody's; a system that fetches nothing has none. */
function weakest(answers: readonly ReadComputed[]): SourceProof {
  const order: readonly SourceProof[] = ['kept', 'same', 'followed', 'none']
  return order.find((proof) => answers.some(({ source }) => source === proof)) ?? 'none'
}

/** A build's detail, for one, tells its system already. */
function withSystems(detail: string, systems: readonly string[]): string {
  const names = systems.join(', ')
  return detail.includes(names) ? detail : `${names}: ${detail}`
}

function expectSameSubject(one: ReadComputed, other: ReadComputed): void {
  const facts = ({ change, together }: Computed): [string, string | null][] => [
    ['package', change.package.text],
    ['change', together?.join(', ') ?? null],
    ['name', change.name],
    ['old version', change.oldVersion],
    ['new version', change.newVersion],
    ['commit', change.head],
    ['source’s commit', change.revision?.new ?? null]
  ]
  const theirs = new Map(facts(other))
  for (const [what, mine] of facts(one)) {
    const value = theirs.get(what) ?? null
    if (value === mine) continue
    throw conflict(
      [one.file, other.file],
      `the ${what} is ${JSON.stringify(mine)} in one and ${JSON.stringify(value)} in the other`
    )
  }
}

function countsOf(machines: readonly SyncCounts[]): SyncCounts {
  const all = noCounts()
  for (const counts of machines) addCounts(all, counts)
  // They work at the same time.
  return { ...all, rounds: Math.max(...machines.map(({ rounds }) => rounds)) }
}
