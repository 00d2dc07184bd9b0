import { badgePathsOf } from '../catalogue/change-badges.ts'
import { partPaths } from '../catalogue/parts.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { Artifact } from './artifact.ts'

/**
 * Tells a state of the target what the commit is going to read or replace for artifacts of which it has no narinfo, so that this comes along with
 * what the plan reads. Nothing is asked for it.
 */
export async function announceChange(
  snapshot: TargetSnapshot,
  artifacts: readonly Artifact[]
): Promise<void> {
  if (snapshot.willReplace === undefined || artifacts.length === 0) return
  const hashOf = ({ storePath }: Artifact): string => parseStorePath(storePath).hash
  const missing = await snapshot.missingNarInfos(artifacts.map(hashOf))
  const names = artifacts.filter((one) => missing.has(hashOf(one))).map(({ name }) => name)
  if (names.length > 0) snapshot.willReplace([...partPaths(names), ...badgePathsOf(names)])
}
