import { dependenciesFirst } from '../graph.ts'
import { exportsOf } from '../nix/export-file.ts'

/** A row, and store paths that its job needs with all that they refer to. */
export interface StreamUser {
  id: string
  system: string
  roots: Iterable<string>
}

/** One export to come. */
export interface StreamPaths {
  /** In the plan's folder. */
  file: string
  /** Each after what it refers to. */
  storePaths: string[]
}

/**
 * Which store path goes into which stream: each into one, by who needs it. What one row needs is in its own, what several of one system need in
 * the system's, and the rest in a common one; a stream refers to itself and to those before it. `referencesOf`: without the path itself.
 */
export function streamsOf(
  users: readonly StreamUser[],
  referencesOf: (storePath: string) => readonly string[]
): { streams: StreamPaths[]; byRow: Map<string, string[]> } {
  const needs = users.map((user) => ({ user, paths: dependenciesFirst(user.roots, referencesOf) }))
  const places = new Map<string, string>()
  const owners = new Map<string, StreamUser>()
  for (const { user, paths } of needs) {
    for (const path of paths) {
      const owner = owners.get(path)
      owners.set(path, owner ?? user)
      const isOfSystem = owner?.system === user.system && places.get(path) !== 'common'
      const shared = isOfSystem ? `system-${user.system}` : 'common'
      places.set(path, owner === undefined ? `row-${user.id}` : shared)
    }
  }
  const byPlace = Map.groupBy(dependenciesFirst([...owners.keys()].sort(), referencesOf), (path) =>
    String(places.get(path))
  )
  const streams: StreamPaths[] = []
  const files = new Map<string, string[]>()
  for (const [place, all] of [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = exportsOf(all)
    for (const [index, storePaths] of parts.entries()) {
      const file = `${place}${parts.length === 1 ? '' : `-${index + 1}`}.export.zst`
      streams.push({ file, storePaths })
      files.set(place, [...(files.get(place) ?? []), file])
    }
  }
  const byRow = new Map(
    needs.map(({ user, paths }) => {
      const used = new Set(paths.map((path) => places.get(path)))
      const system = `system-${user.system}`
      // In what several rows share, there may be what another row needs of the common ones.
      if (used.has(system)) used.add('common')
      const order = ['common', system, `row-${user.id}`]
      return [user.id, order.filter((one) => used.has(one)).flatMap((one) => files.get(one) ?? [])]
    })
  )
  return { streams, byRow }
}
