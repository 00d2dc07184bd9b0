import { cataloguePath, parseCatalogue } from '../catalogue/catalogue.ts'
import type { ClosureType } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { TargetSnapshot } from '../target/types.ts'
import type { Artifact } from './artifact.ts'

/**
 * Which artifacts the target holds so that nothing is left to do for them: the narinfo is there, and the index has a row that
 * says they were published with (at least) this closure. A narinfo alone may be that of somebody's dependency.
 */
export async function heldArtifacts(
  snapshot: TargetSnapshot,
  artifacts: readonly Artifact[],
  closure: ClosureType
): Promise<Set<string>> {
  if (snapshot.commit === null || artifacts.length === 0) return new Set()
  const [narInfos, file] = await Promise.all([
    snapshot.readNarInfos(artifacts.map(({ storePath }) => parseStorePath(storePath).hash)),
    snapshot.readFile(cataloguePath)
  ])
  if (file === null) return new Set()
  const rows = new Map(parseCatalogue(file, cataloguePath).rows.map((row) => [row.storePath, row]))
  return new Set(
    artifacts
      .map(({ storePath }) => storePath)
      .filter((storePath) => {
        const row = rows.get(storePath)
        return (
          row !== undefined &&
          (row.closures.includes(closure) ||
            closure === 'bare' ||
            row.closures.includes('cache')) &&
          narInfos.has(parseStorePath(storePath).hash)
        )
      })
  )
}
