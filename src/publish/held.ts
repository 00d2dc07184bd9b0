import { cataloguePath, parseCatalogue } from '../catalogue/catalogue.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { attempt } from '../errors.ts'
import type { ClosureType } from '../nix/types.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import type { Artifact } from './artifact.ts'
import { keyTermsAt, type KeyInputs, type KeyTerms } from './key-terms.ts'
import { isHeldBy, readNarInfo } from './standing.ts'

/**
 * Which artifacts the target holds so that nothing is left to do for them: the narinfo is there, with this run's signatures when it
 * signs and else with one that readers take, and the index has a row that says they were published with (at least) this closure. A
 * narinfo alone may be that of somebody's dependency.
 */
export async function heldArtifacts(
  snapshot: TargetSnapshot,
  artifacts: readonly Artifact[],
  closure: ClosureType,
  inputs: KeyInputs
): Promise<Set<string>> {
  if (snapshot.commit === null || artifacts.length === 0) return new Set()
  const { signingKeys: own } = inputs
  // Who signs asks for signatures of its own, and need not read what readers are told.
  const ofOwn: KeyTerms | null = own.length > 0 ? { own, isSignedLater: false, told: [] } : null
  const [narInfos, catalogue, terms] = await Promise.all([
    snapshot.readNarInfos(artifacts.map(({ storePath }) => parseStorePath(storePath).hash)),
    readCatalogue(snapshot),
    ofOwn ?? keyTermsAt(inputs, snapshot)
  ])
  if (catalogue === null) return new Set()
  const rows = new Map(catalogue.rows.map((row) => [row.storePath, row]))
  const isHeld = ({ storePath }: Artifact): boolean => {
    const closures = rows.get(storePath)?.closures ?? []
    if (!closures.some((known) => [closure, 'cache'].includes(known) || closure === 'bare'))
      return false
    const text = narInfos.get(parseStorePath(storePath).hash)
    const narInfo = text === undefined ? null : readNarInfo(text, storePath)
    return narInfo !== null && isHeldBy(narInfo, terms)
  }
  return new Set(artifacts.filter(isHeld).map(({ storePath }) => storePath))
}

/** A glance is enough, as nothing is written of it; but what is no catalogue at a glance may be a login page in its place. */
async function readCatalogue(snapshot: TargetSnapshot): Promise<Catalogue | null> {
  const seen = await snapshot.glanceAt(cataloguePath)
  const glance = seen === null ? null : attempt(() => parseCatalogue(seen, cataloguePath), null)
  if (glance !== null) return glance
  const file = await snapshot.readFile(cataloguePath)
  return file === null ? null : parseCatalogue(file, cataloguePath)
}
