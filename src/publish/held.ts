import type { SecretKey } from '../binary-cache/signature.ts'
import { cataloguePath, parseCatalogue } from '../catalogue/catalogue.ts'
import type { ClosureType } from '../nix/types.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { Artifact } from './artifact.ts'
import { isSignedBy, readNarInfo } from './standing.ts'

/**
 * Which artifacts the target holds so that nothing is left to do for them: the narinfo is there, with this run's signature when it
 * signs, and the index has a row that says they were published with (at least) this closure. A narinfo alone may be that of
 * somebody's dependency.
 */
export async function heldArtifacts(
  snapshot: TargetSnapshot,
  artifacts: readonly Artifact[],
  closure: ClosureType,
  key: SecretKey | null
): Promise<Set<string>> {
  if (snapshot.commit === null || artifacts.length === 0) return new Set()
  const [narInfos, file] = await Promise.all([
    snapshot.readNarInfos(artifacts.map(({ storePath }) => parseStorePath(storePath).hash)),
    snapshot.readFile(cataloguePath)
  ])
  if (file === null) return new Set()
  const rows = new Map(parseCatalogue(file, cataloguePath).rows.map((row) => [row.storePath, row]))
  const isHeld = ({ storePath }: Artifact): boolean => {
    const closures = rows.get(storePath)?.closures ?? []
    if (!closures.some((known) => [closure, 'cache'].includes(known) || closure === 'bare'))
      return false
    const text = narInfos.get(parseStorePath(storePath).hash)
    const narInfo = text === undefined ? null : readNarInfo(text, storePath)
    return narInfo !== null && (key === null || isSignedBy(narInfo, key))
  }
  return new Set(artifacts.filter(isHeld).map(({ storePath }) => storePath))
}
