import type { Target, TargetSnapshot } from '../repository/types.ts'
import type { PublishedStore } from './store.ts'

/** Commits small files through a target. Gives the commit, or null when nothing was left to do. */
export async function writeToTarget(
  target: Target,
  snapshot: TargetSnapshot,
  compose: Parameters<PublishedStore['write']>[0]
): Promise<string | null> {
  const result = await target.commit([], snapshot, async (current) => {
    // readFile, as only that never calls a file missing that is there: what it misses is dropped from the index.
    const change = await compose((path) => current.readFile(path))
    return change === null ? null : { ...change, largeFiles: [] }
  })
  if (!result.changed) return null
  return result.url === '' ? `commit ${result.commit}` : result.url
}
