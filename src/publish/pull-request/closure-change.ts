import { pnameOf, versionOf } from '../../binary-cache/nar-name.ts'
import { parseStorePath } from '../../store-path.ts'
import { referencesOf, type ClosureInTarget } from '../closure-in-target.ts'
import type { ClosureChange } from './view.ts'

/** All that is reached from a path. */
export function reachedFrom({ inCache }: ClosureInTarget, storePath: string): Set<string> {
  const seen = new Set([storePath])
  // A set gives what is added to it while it is read.
  for (const path of seen) {
    const narInfo = inCache.get(path)
    for (const reference of narInfo === undefined ? [] : referencesOf(narInfo)) seen.add(reference)
  }
  return seen
}

/**
 * What came and went between two closures, by name as `nix store diff-closures` has it: `curl: 8.1 → 8.2`, `∅` for none. Of a name whose
 * versions are the same only the paths are counted: it was built anew.
 */
export function closureChange(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>
): Omit<ClosureChange, 'attributes'> {
  const went = [...before].filter((path) => !after.has(path))
  const came = [...after].filter((path) => !before.has(path))
  const [had, has] = [versionsByName(before), versionsByName(after)]
  const names = [...new Set([...had.keys(), ...has.keys()])].sort()
  const lines = names.flatMap((name) => {
    const [from, to] = [had, has].map((of) => [...(of.get(name) ?? ['∅'])].sort().join(', '))
    return from === to ? [] : [`${name}: ${from} → ${to}`]
  })
  return { lines, came: came.length, went: went.length }
}

/** A path without a version has `ε`. */
function versionsByName(paths: Iterable<string>): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>()
  for (const path of paths) {
    const { name } = parseStorePath(path)
    const versions = byName.get(pnameOf(name)) ?? new Set()
    byName.set(pnameOf(name), versions.add(versionOf(name) ?? 'ε'))
  }
  return byName
}

/** Those of several attributes that are the same are told once. */
export function groupChanges(
  changes: readonly (Omit<ClosureChange, 'attributes'> & { attribute: string })[]
): ClosureChange[] {
  const groups = Map.groupBy(changes, ({ lines, came, went }) =>
    JSON.stringify([lines, came, went])
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || first.came + first.went === 0) return []
    const { lines, came, went } = first
    return [{ attributes: group.map(({ attribute }) => attribute), lines, came, went }]
  })
}
