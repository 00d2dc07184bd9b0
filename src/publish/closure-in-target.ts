import type { NarInfo } from '../binary-cache/types.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath, storeDirectory } from '../store-path.ts'
import { readNarInfo } from './standing.ts'

interface ClosureInTarget {
  /** Store path → its narinfo. */
  inCache: Map<string, NarInfo>
  /** Store paths that these refer to, or that were asked for, and the target does not hold. */
  upstream: string[]
}

/** The closures of paths as far as the target has them, and what they refer to beyond it. Level by level: each is one question. */
export async function closureInTarget(
  snapshot: TargetSnapshot,
  storePaths: readonly string[]
): Promise<ClosureInTarget> {
  const inCache = new Map<string, NarInfo>()
  const upstream = new Set<string>()
  let level = [...storePaths]
  while (level.length > 0) {
    const texts = await snapshot.readNarInfos(level.map((path) => parseStorePath(path).hash))
    for (const path of level) {
      const text = texts.get(parseStorePath(path).hash)
      const narInfo = text === undefined ? null : readNarInfo(text, path)
      if (narInfo === null) upstream.add(path)
      else inCache.set(path, narInfo)
    }
    const references = level.flatMap((path) => {
      const narInfo = inCache.get(path)
      return narInfo === undefined ? [] : referencesOf(narInfo)
    })
    level = [...new Set(references)].filter((path) => !inCache.has(path) && !upstream.has(path))
  }
  return { inCache, upstream: [...upstream] }
}

/** As store paths. */
export function referencesOf({ references }: NarInfo): string[] {
  return references.map((name) => `${storeDirectory}/${name}`)
}
