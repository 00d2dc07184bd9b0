import { allOf } from '../all-of.ts'
import type { PackedPath } from '../binary-cache/types.ts'
import { refuseOversizedNar } from '../repository/file-size.ts'
import type { Target, TargetSnapshot } from '../repository/types.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import { checkClaims } from './claims.ts'
import { heldPathGone, heldPaths, missingPaths } from './held-gone.ts'
import { heldArtifacts } from './held.ts'
import { keyTermsAt } from './key-terms.ts'
import { lostError, missingError } from './missing.ts'
import { logsOfOthers } from './logs/build-logs.ts'
import { openTarget } from './open-target.ts'
import { findPackedFolders } from './packed-folder/find.ts'
import { mergeFolders, type MergedFolders } from './packed-folder/merge.ts'
import { leftOut } from './packed-folder/published.ts'
import { readPackedFolder, type PackedFolder } from './packed-folder/read.ts'
import type { Remarks } from './report/report-published.ts'
import type { SkippedPath } from './report/types.ts'
import type { CommitRun } from './run.ts'
import { refuseUnreadable, standingOf } from './standing.ts'
import type { ReadyToCommit } from './state.ts'

/** What other jobs packed, checked, whatever the target holds by then. */
export interface Checked {
  target: Target
  /** The target's branch as it was when the run began. */
  before: TargetSnapshot
  folders: readonly PackedFolder[]
  merged: MergedFolders
}

/** What other jobs packed, brought together for one state of the target. */
export interface Received extends ReadyToCommit {
  remarks: Remarks
}

/** Reads the folders of all build jobs. Whatever is wrong with one of them stops the run: PACKED_INVALID, PACKED_CONFLICT. */
export async function checkPacked(run: CommitRun): Promise<Checked> {
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
    const [target, before] = await openTarget(run, { publishes: true })
    for (const folder of folders) checkClaims(run, folder, target)
    for (const { nar } of merged.packed) refuseOversizedNar(nar, target)
    return { target, before, folders, merged }
  })
}

/**
 * Takes the folders as one publish into a state of the target. A job that left nothing, and an artifact that is nowhere, are remarks, and
 * the others land. Throws HELD_PATH_GONE when the target lacks what they need and a build job left out because it was there: nobody here
 * has its content.
 */
export async function receivePacked(
  run: CommitRun,
  { target, folders, merged }: Checked,
  before: TargetSnapshot
): Promise<Received> {
  const { inputs } = run
  const gone = new Set(await missingPaths(before, heldPaths(merged.skipped)))
  const needed = neededOf(merged, gone)
  if (needed.length > 0) {
    throw heldPathGone(
      needed,
      'a build job left it out, as the target held it, and the target does not hold it any more'
    )
  }
  const missing =
    missingError(inputs.expected, folders, inputs.packed) ??
    (await lostError(folders, merged.packed, before))
  const standing = await sortByStanding(run, before, merged.packed)
  const held = await heldArtifacts(before, merged.artifacts, inputs.closure, inputs)
  return {
    target,
    before,
    artifacts: merged.artifacts,
    held,
    packed: standing.packed,
    ...(inputs.logs ? { logs: logsOfOthers(merged.logs) } : {}),
    toSign: standing.toSign,
    dropped: [
      ...merged.skipped.filter(({ storePath }) => !gone.has(storePath)),
      ...standing.dropped
    ],
    failures: merged.failures,
    wantedPins: merged.pins.map((pin) => ({ ...pin, isByHand: true })),
    remarks: {
      notes: [
        ...(missing === null ? [] : [missing.message]),
        ...(await referenceNotes(run, before, folders, merged))
      ],
      error: missing
    }
  }
}

/** Of the paths that are gone, those without which what was packed is not whole. An artifact that nothing of it refers to is missing by itself. */
function neededOf({ artifacts, packed }: MergedFolders, gone: ReadonlySet<string>): string[] {
  const own = new Set(artifacts.map(({ storePath }) => storePath))
  const references = new Set(packed.flatMap(({ info }) => info.references))
  return [...gone].filter((path) => !own.has(path) || references.has(path))
}

/** Others may have published some of it since it was packed. */
async function sortByStanding(
  { inputs }: CommitRun,
  before: TargetSnapshot,
  packed: readonly PackedPath[]
): Promise<{ packed: PackedPath[]; toSign: PackedPath['info'][]; dropped: SkippedPath[] }> {
  const hashOf = ({ info }: PackedPath): string => parseStorePath(info.storePath).hash
  const [texts, terms] = await allOf([
    before.readNarInfos(packed.map(hashOf)),
    keyTermsAt(inputs, before)
  ])
  const standings = new Map(
    packed.map((path) => [path, standingOf(texts.get(hashOf(path)), path.info, terms)])
  )
  refuseUnreadable([...standings.values()])
  const byStanding = Map.groupBy(packed, (path) => standings.get(path)?.kind)
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
  { inputs }: CommitRun,
  before: TargetSnapshot,
  folders: readonly PackedFolder[],
  { packed }: MergedFolders
): Promise<string[]> {
  // Without its closure is what `bare` means.
  if (inputs.closure === 'bare') return []
  // Whether the target holds what was left out for that is looked up.
  const known = new Set([...packed.map(({ info }) => info.storePath), ...folders.flatMap(leftOut)])
  const open = new Set(
    packed.flatMap(({ info }) => info.references).filter((reference) => !known.has(reference))
  )
  const lost = (await missingPaths(before, [...open])).sort()
  const [first] = lost
  return first === undefined
    ? []
    : [
        `What was packed refers to ${count(lost.length, 'path')} that no build job packed or left to upstream, and that the target does not hold, ${first} among them: readers need them from elsewhere.`
      ]
}
