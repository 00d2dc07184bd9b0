import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath, storeDirectory } from '../store-path.ts'
import { readNarInfo } from './standing.ts'

/** Closures as far as they are known. */
export interface KnownClosure {
  /** Store path → what it refers to. */
  inCache: Map<string, string[]>
  /** What these refer to beyond them. */
  upstream: string[]
}

/**
 * The closures of paths as far as the target has them, and what they refer to beyond it. Level by level: each is one question. `known`:
 * references of paths that need not be asked for.
 */
export async function closureInTarget(
  snapshot: Pick<TargetSnapshot, 'readNarInfos'>,
  storePaths: readonly string[],
  known: ReadonlyMap<string, readonly string[]> = new Map()
): Promise<KnownClosure> {
  const inCache = new Map<string, string[]>()
  const upstream = new Set<string>()
  let level = [...storePaths]
  while (level.length > 0) {
    const asked = level.filter((path) => !known.has(path))
    const texts = await snapshot.readNarInfos(asked.map((path) => parseStorePath(path).hash))
    for (const path of level) {
      const text = texts.get(parseStorePath(path).hash)
      const narInfo = text === undefined ? null : readNarInfo(text, path)
      const references =
        known.get(path) ?? narInfo?.references.map((name) => `${storeDirectory}/${name}`)
      if (references === undefined) upstream.add(path)
      else inCache.set(path, [...references])
    }
    const references = level.flatMap((path) => inCache.get(path) ?? [])
    level = [...new Set(references)].filter((path) => !inCache.has(path) && !upstream.has(path))
  }
  return { inCache, upstream: [...upstream] }
}
