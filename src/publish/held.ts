import { allOf } from '../all-of.ts'
import { glanceAtIndex, glanceAtRows } from '../catalogue/glance.ts'
import { rowKey } from '../catalogue/rows.ts'
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
  const [narInfos, index, terms] = await allOf([
    snapshot.readNarInfos(artifacts.map(({ storePath }) => parseStorePath(storePath).hash)),
    glanceAtIndex(snapshot),
    ofOwn === null ? keyTermsAt(inputs, snapshot) : Promise.resolve(ofOwn)
  ])
  const there = artifacts.filter(({ storePath }) => {
    const text = narInfos.get(parseStorePath(storePath).hash)
    const narInfo = text === undefined ? null : readNarInfo(text, storePath)
    return narInfo !== null && isHeldBy(narInfo, terms)
  })
  const rows = await glanceAtRows(snapshot, index, new Set(there.map(({ name }) => name)))
  const closuresOf = new Map(rows.map((row) => [rowKey(row), row.closures]))
  const isHeld = (artifact: Artifact): boolean =>
    (closuresOf.get(rowKey(artifact)) ?? []).some(
      (known) => [closure, 'cache'].includes(known) || closure === 'bare'
    )
  return new Set(there.filter(isHeld).map(({ storePath }) => storePath))
}
