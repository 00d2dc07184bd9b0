import { fileWord } from '../../harmless.ts'
import type { RunnerLabel } from '../../inputs/runner-map.ts'
import { list } from '../../text.ts'
import type { WantedVersion } from '../types.ts'
import type { ChangeSet, Row } from './types.ts'

/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
const mostRows = 256
/** Characters of the output: a job's outputs may have 1 MB together, reckoned as UTF-16. */
const largestMatrix = 300_000
const longestName = 80

export interface Rows {
  rows: Row[]
  /** Of each set, as its rows have it; no two are alike. */
  names: Map<ChangeSet, string>
  /** Those that were beyond the limits of a matrix. */
  later: Set<ChangeSet>
  /** For people: what has no row. */
  notes: string[]
}

/**
 * A row for each set and each machine that it needs. A set that can be brought nowhere has none, and neither have those that are beyond
 * the limits of a matrix: the next run has them, when others are done.
 */
export function rowsOf(
  sets: readonly ChangeSet[],
  runners: ReadonlyMap<string, RunnerLabel>,
  wanted: WantedVersion,
  most = mostRows
): Rows {
  const names = uniqueNames(sets)
  const rows: Row[] = []
  const notes: string[] = []
  const later = new Set<ChangeSet>()
  let length = 0
  for (const set of sets) {
    const { version, shared } = set
    const texts = set.packages.map(({ reference }) => reference.text)
    if (version === null) {
      notes.push(`No job for ${list(texts)}, which are one change: ${shared ?? ''}.`)
      continue
    }
    const { found, homeless } = rowsOfSet(
      set,
      names.get(set) ?? '',
      runners,
      wantedText(wanted, version)
    )
    if (homeless.length > 0)
      notes.push(
        `${list(texts)} ${texts.length === 1 ? 'has' : 'have'} hashes that only a machine of ${list(homeless)} can make, and \`runner-map\` has none: they stay.`
      )
    const size = JSON.stringify(found).length
    const fits = rows.length + found.length <= most && length + size <= largestMatrix
    if (!fits || later.size > 0) {
      later.add(set)
      continue
    }
    length += size
    rows.push(...found)
  }
  const waiting = [...later].flatMap(({ packages }) => packages)
  const [first] = waiting
  if (first !== undefined)
    notes.push(
      `The matrix is full: ${waiting.length} outdated packages, from ${first.reference.text} on, have to wait for another run.`
    )
  return { rows, names, later, notes }
}

function rowsOfSet(
  { packages, machines }: ChangeSet,
  name: string,
  runners: ReadonlyMap<string, RunnerLabel>,
  version: string
): { found: Row[]; homeless: string[] } {
  const homeless: string[] = []
  const found = machines.flatMap(({ system, systems }): Row[] => {
    const os = runners.get(system)
    if (os === undefined) {
      homeless.push(system)
      return []
    }
    const lines = packages.map(({ reference }) => reference.text).join('\n')
    return [{ name, system, os, package: lines, version, systems: systems.join(' ') }]
  })
  return { found, homeless }
}

/** As the job that computes is to be told: a branch is followed there, too. */
function wantedText(wanted: WantedVersion, version: string): string {
  if (wanted.kind !== 'branch') return version
  return wanted.name === null ? 'branch' : `branch:${wanted.name}`
}

/** Names of artifacts may be made of it, and somebody may well write `run: echo ${{ matrix.name }}`. */
function uniqueNames(sets: readonly ChangeSet[]): Map<ChangeSet, string> {
  const taken = new Set<string>()
  return new Map(
    sets.map((set) => {
      const words = set.packages.map(({ name }) => fileWord(name).replace(/^[-.]+/, ''))
      const plain = [...new Set(words)].filter(Boolean).join('+').slice(0, longestName) || 'unnamed'
      let name = plain
      for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}-${number}`
      taken.add(name.toLowerCase())
      return [set, name] as const
    })
  )
}

/** For `strategy.matrix`. */
export function matrixOf(rows: readonly Row[]): { include: readonly Row[] } {
  return { include: rows }
}
