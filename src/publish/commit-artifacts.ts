import { noReadme, readmeNotes } from '../catalogue/find-readme.ts'
import { pinLine, unpinLine } from '../pins/pin.ts'
import { isHalt } from '../repository/landing.ts'
import { isOwnTarget } from '../repository/own-repository.ts'
import { fitChange } from '../repository/refuse-taken.ts'
import { attributesNotes } from '../repository/site-files.ts'
import type { CommitResult, Target, TargetSnapshot } from '../repository/types.ts'
import { count, quote } from '../text.ts'
import type { Artifact } from './artifact.ts'
import { composeChange, narInfoOf, type Contribution } from './compose.ts'
import { missingPaths, pathsCountedOn, type HeldGone } from './held-gone.ts'
import type { CommitInputs } from './inputs.ts'
import { logNotes } from './logs/build-logs.ts'
import { keyWarnings, refuseUnsigned } from './key-warnings.ts'
import { mergePins, settlePins } from './pins.ts'
import { placeNars } from './place-nars.ts'
import { planWrites, textsOf, writePlanLine, type WritePlan } from './plan-writes.ts'
import { provenanceOf } from './provenance.ts'
import { pullRequestPins } from './pull-request/pins.ts'
import { isOnlyPinned, mayWrite, type PublishRun } from './run.ts'
import { siteNotes } from './site-notes.ts'
import type { CommitOutcome, Composed, ReadyToCommit, WantedPin } from './state.ts'

/**
 * Brings NARs, narinfos, pins, catalogue and README into the branch in one commit, on top of whatever the branch is by then; nothing of
 * it when a state that it would go on top of lacks what the run left out as held. `lost`: to others, in earlier rounds of the run.
 */
export async function commitArtifacts<Ready extends ReadyToCommit>(
  run: PublishRun<CommitInputs>,
  ready: Ready,
  lost = 0
): Promise<(Ready & CommitOutcome) | HeldGone> {
  const { target, before, packed, toSign } = ready
  const { unpin } = run.inputs
  const artifacts = isOnlyPinned(run) ? [] : artifactsToIndex(ready)
  const wanted = mergePins(wantedPins(run, ready), unpin)
  const { pins, notes: pinNotes } = await settlePins(ready, wanted)
  const isContent = packed.length + toSign.length + artifacts.length > 0
  const provenance = await provenanceOf(run, packed)
  if (!isContent && pins.length + unpin.length === 0) {
    const nothing = { rows: [], closure: [], nars: [], logs: 0, signed: [] }
    const noKeys = { publicKeys: [], untoldKeys: [], newKeys: [] }
    const noPins = { pins, movedPins: [], unpinned: [], pinNotes, placeNotes: [] }
    return {
      kind: 'committed',
      ...ready,
      ...nothing,
      ...noKeys,
      ...noPins,
      readme: noReadme,
      plan: null,
      commit: null
    }
  }
  const contribution: Contribution = {
    packed: packed.map((path) => ({ ...path, narInfo: narInfoOf(run, path) })),
    logs: ready.logs ?? new Map(),
    toSign,
    artifacts,
    provenance,
    pins,
    unpin,
    publishedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  }
  // A README or catalogue that cannot be merged is found here, before the first byte goes up.
  const atFirst = await composeChange(run, target, contribution, before)
  let composed = atFirst
  refuseUnsigned(run, target, composed)
  const isSource = await isOwnTarget(run.inputs.target, run.environment, run.log)
  const { files, room, notes } = await placeNars({ ...run, isSource }, target, packed)
  const hidden = composed.change === null ? [] : await hiddenReadme(target, before, composed)
  const placeNotes = [
    ...notes,
    ...(await siteNotes(target, before, files)),
    ...(composed.change === null ? [] : await attributesNotes(before)),
    ...composed.badgeNotes,
    ...composed.pageNotes,
    ...(await logNotes(before, composed.change?.newFiles ?? new Map())),
    ...hidden
  ]
  const outcome = (plan: WritePlan | null, commit: CommitResult | null): Ready & CommitOutcome => {
    return { kind: 'committed', ...ready, ...composed, pins, pinNotes, placeNotes, plan, commit }
  }
  for (const text of keyWarnings(run, composed)) run.log.warning(text)
  for (const pin of pins) run.log.info(pinLine(pin))
  for (const name of composed.unpinned) run.log.info(unpinLine(name))
  for (const name of unpin.filter((name) => !composed.unpinned.includes(name))) {
    run.log.info(`${quote(name)} is no pin of the target: there is nothing to take away`)
  }
  if (!isContent && composed.change === null) return outcome(null, null)
  // Before the first byte goes up; the commit asks again for each state that it goes on top of.
  if (composed.change !== null) {
    await fitChange(before, { ...composed.change, largeFiles: files })
  }
  for (const note of placeNotes) run.log[hidden.includes(note) ? 'warning' : 'info'](note)
  const { files: written = new Map<string, Buffer>(), newFiles = [] } = composed.change ?? {}
  const plan = planWrites(files, textsOf([...written, ...newFiles]), target, run.inputs.route, room)
  if (!mayWrite(run)) {
    run.log.info(`would write by ${writePlanLine(plan)}`)
    return outcome(plan, null)
  }
  return run.log.group(`Commit to ${target.name}`, async () => {
    run.log.info(writePlanLine(plan))
    const countedOn = pathsCountedOn(ready, pins)
    let composings = 0
    const committed = await target.commit<HeldGone>(
      files,
      before,
      async (snapshot, released) => {
        composings++
        if (snapshot.commit !== before.commit) {
          const storePaths = await missingPaths(snapshot, countedOn)
          if (storePaths.length > 0) {
            return { kind: 'gone', halts: true, storePaths, snapshot, lost: lost + composings - 1 }
          }
        }
        // Most commits go on top of the state that was looked at.
        const isSame = snapshot === before && (released?.size ?? 0) === 0
        composed = isSame
          ? atFirst
          : await composeChange(run, target, contribution, snapshot, released)
        refuseUnsigned(run, target, composed)
        return composed.change
      },
      plan.route
    )
    if (isHalt(committed)) return committed
    const commit = { ...committed, attempts: lost + committed.attempts }
    run.log.info(
      commit.changed
        ? `${commit.url || commit.commit} after ${count(commit.attempts, 'update')} of ${target.branch}`
        : 'another publisher brought the same meanwhile: nothing is left to commit'
    )
    return outcome(plan, commit)
  })
}

/** Of a pull request that is only pinned its own, and none by hand: these are readers' names for what is published. */
function wantedPins(run: PublishRun<CommitInputs>, ready: ReadyToCommit): readonly WantedPin[] {
  const { pullRequest } = run.environment
  if (pullRequest === null || !isOnlyPinned(run)) return ready.wantedPins ?? []
  const there = pathsThere(ready)
  const artifacts = ready.artifacts.filter(({ storePath }) => there.has(storePath))
  return pullRequestPins(pullRequest.number, artifacts).map((pin) => ({ ...pin, isByHand: false }))
}

/** On this GitHub, where people see the branch. */
async function hiddenReadme(
  target: Pick<Target, 'webUrl'>,
  before: TargetSnapshot,
  { readme }: Pick<Composed, 'readme'>
): Promise<string[]> {
  return target.webUrl('') === '' ? [] : readmeNotes(before, readme)
}

/** Packed ones, and those whose NAR the target holds while its index does not know them (as somebody's dependency). */
function artifactsToIndex(ready: ReadyToCommit): Artifact[] {
  const there = pathsThere(ready)
  return ready.artifacts.filter(
    ({ storePath }) =>
      there.has(storePath) && !ready.held.has(storePath) && ready.lost?.has(storePath) !== true
  )
}

/** The store paths that the target has once what was packed is committed, as far as the run looked. */
export function pathsThere({
  held,
  packed,
  toSign,
  dropped
}: Pick<ReadyToCommit, 'held' | 'packed' | 'toSign' | 'dropped'>): Set<string> {
  return new Set([
    ...held,
    ...packed.map(({ info }) => info.storePath),
    ...toSign.map(({ storePath }) => storePath),
    ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
  ])
}
