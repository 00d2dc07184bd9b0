import type { PublishInputs } from '../inputs/publish.ts'
import type { SkippedPath } from '../report/types.ts'
import { count } from '../report/words.ts'
import { parseStorePath } from '../store-path.ts'
import type { TargetSnapshot } from '../target/types.ts'
import type { ReadyToCommit } from './commit.ts'
import { checkClaims } from './claims.ts'
import { heldArtifacts } from './held.ts'
import { lostError, missingError } from './missing.ts'
import { openTarget } from './open-target.ts'
import type { PackedPath } from './pack.ts'
import { findPackedFolders } from './packed-folder/find.ts'
import { mergeFolders } from './packed-folder/merge.ts'
import { readPackedFolder, type PackedFolder } from './packed-folder/read.ts'
import { refuseOversized } from './placement.ts'
import type { PublishRun } from './publish.ts'
import type { Remarks } from './report.ts'
import { standingOf } from './standing.ts'

export type CommitRun = PublishRun<Extract<PublishInputs, { phase: 'commit' }>>

/** What other jobs packed, checked and brought together. */
export interface Received extends ReadyToCommit {
  remarks: Remarks
}

/**
 * Takes the folders of all build jobs as one publish. Whatever is wrong with one of them stops the run before anything is written:
 * PACKED_INVALID, PACKED_CONFLICT. A job that left nothing is a remark, and the others land.
 */
export async function receivePacked(run: CommitRun): Promise<Received> {
  const { inputs, environment, log } = run
  return log.group('Check what was packed', async () => {
    const folders: PackedFolder[] = []
    for (const folder of findPackedFolders(inputs.packed)) {
      const read = await readPackedFolder(folder, {
        childEnvironment: environment.childEnvironment,
        log
      })
      log.info(`${folder}: ${count(read.packed.length, 'path')}, as the manifest says`)
      folders.push(read)
    }
    const merged = mergeFolders(folders)
    const [target, before] = await openTarget(run)
    for (const folder of folders) checkClaims(run, folder, target)
    for (const { nar } of merged.packed) refuseOversized(nar, target)

    const missing =
      missingError(inputs.expected, folders, inputs.packed) ??
      (await lostError(folders, merged.packed, before))
    const standing = await sortByStanding(run, before, merged.packed)
    const held = await heldArtifacts(before, merged.artifacts, inputs.closure, inputs.signingKey)
    return {
      target,
      before,
      artifacts: merged.artifacts,
      held,
      packed: standing.packed,
      toSign: standing.toSign,
      dropped: [...merged.skipped, ...standing.dropped],
      failures: merged.failures,
      wantedPins: merged.pins.map((pin) => ({ ...pin, isByHand: true })),
      remarks: {
        notes: [
          ...(missing === null ? [] : [missing.message]),
          ...(await referenceNotes(before, folders))
        ],
        error: missing
      }
    }
  })
}

/** Others may have published some of it since it was packed. */
async function sortByStanding(
  { inputs }: CommitRun,
  before: TargetSnapshot,
  packed: readonly PackedPath[]
): Promise<{ packed: PackedPath[]; toSign: PackedPath['info'][]; dropped: SkippedPath[] }> {
  const hashOf = ({ info }: PackedPath): string => parseStorePath(info.storePath).hash
  const texts = await before.readNarInfos(packed.map(hashOf))
  const byStanding = Map.groupBy(
    packed,
    (path) => standingOf(texts.get(hashOf(path)), path.info, inputs.signingKey).kind
  )
  return {
    packed: byStanding.get('missing') ?? [],
    toSign: (byStanding.get('unsigned') ?? []).map(({ info }) => info),
    dropped: (byStanding.get('held') ?? []).map(({ info: { storePath } }) => ({
      storePath,
      reason: 'held',
      detail: 'another publisher brought it since it was packed'
    }))
  }
}

/** What readers get neither here nor, as far as the build jobs know, from upstream. */
async function referenceNotes(
  before: TargetSnapshot,
  folders: readonly PackedFolder[]
): Promise<string[]> {
  const known = new Set(
    folders.flatMap(({ packed, manifest }) => [
      ...packed.map(({ info }) => info.storePath),
      // Whether the target holds it is looked up.
      ...manifest.skipped.flatMap(({ storePath, reason }) => (reason === 'held' ? [] : [storePath]))
    ])
  )
  const open = new Set(
    folders
      // Without its closure is what `bare` means.
      .filter(({ manifest }) => manifest.closure !== 'bare')
      .flatMap(({ packed }) => packed.flatMap(({ info }) => info.references))
      .filter((reference) => !known.has(reference))
  )
  const found = await before.readNarInfos([...open].map((path) => parseStorePath(path).hash))
  const lost = [...open].filter((path) => !found.has(parseStorePath(path).hash)).sort()
  const [first] = lost
  return first === undefined
    ? []
    : [
        `What was packed refers to ${count(lost.length, 'path')} that no build job packed or left to upstream, and that the target does not hold, ${first} among them: readers need them from elsewhere.`
      ]
}
