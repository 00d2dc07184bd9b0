import type { PathInfo } from '../binary-cache/types.ts'

/**
 * Bytes of the NARs of a path's runtime closure, itself included, as `nix path-info -S` adds them up. Of those of the `storePaths` whose
 * whole closure is among the `infos`: of others it is not known.
 */
export function closureSizes(
  infos: Iterable<PathInfo>,
  storePaths: readonly string[]
): Map<string, number> {
  const known = new Map([...infos].map((info) => [info.storePath, info]))
  return new Map(
    storePaths.flatMap((path): [string, number][] => {
      const size = closureSize(known, path)
      return size === null ? [] : [[path, size]]
    })
  )
}

function closureSize(known: ReadonlyMap<string, PathInfo>, storePath: string): number | null {
  const seen = new Set([storePath])
  let size = 0
  // A set gives what is added to it while it is read.
  for (const path of seen) {
    const info = known.get(path)
    if (info === undefined) return null
    size += info.narSize
    for (const reference of info.references) seen.add(reference)
  }
  return size
}
