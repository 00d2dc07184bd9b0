import { keepBuilt } from '../cache/keep.ts'
import { restoreBuilt, reusedPaths, type Restored } from '../cache/restore.ts'
import type { TargetSnapshot } from '../repository/types.ts'
import type { Reported } from '../run.ts'
import { timed } from '../timings.ts'
import { buildPlan } from './build.ts'
import { commitArtifacts, mayWrite } from './commit.ts'
import type { BuildInputs, PublishInputs } from './inputs.ts'
import { packPaths } from './pack.ts'
import { prepareFolder, writePackedFolder } from './packed-folder/write.ts'
import { settlePackedPins } from './pins.ts'
import { planAgain, planPublish } from './plan.ts'
import { checkPacked, receivePacked } from './receive.ts'
import { reportPacked } from './report/report-packed.ts'
import { reportPublish } from './report/report-published.ts'
import type { PublishReport } from './report/types.ts'
import { inRounds } from './rounds.ts'
import type { PublishRun } from './run.ts'
import { selectPaths } from './select.ts'
import type { Built, Packed, PackedPath, Plan } from './state.ts'
import { verifyBuilt } from './verify-built.ts'
import { verifyReceived } from './verify-received.ts'

type PhaseRun<Phase extends PublishInputs['phase']> = PublishRun<
  Extract<PublishInputs, { phase: Phase }>
>

/**
 * Builds, packs, commits and verifies, or the part of it that the phase is. `error` in what it returns is what failed beside what was
 * published (an attribute that does not build, a commit that cannot be read back); what stops the whole run is thrown, and then
 * nothing was written.
 */
export async function publish(run: PublishRun): Promise<Reported<PublishReport>> {
  const { inputs } = run
  switch (inputs.phase) {
    case 'all':
      return buildAndCommit({ ...run, inputs })
    case 'pack':
      return packForOthers({ ...run, inputs })
    case 'commit':
      return commitPacked({ ...run, inputs })
  }
}

async function buildAndCommit(run: PhaseRun<'all'>): Promise<Reported<PublishReport>> {
  return keepingBuilt(run, async (first, held, buildAgain) => {
    let built = first
    const packedSoFar = new Map<string, PackedPath>()
    const committed = await inRounds(run, async (gone, lost) => {
      if (gone !== null) {
        for (const path of gone.storePaths) held.delete(path)
        built = await buildAgain(built, gone.snapshot)
      }
      const packed = await selectAndPack(run, built, held, [...packedSoFar.values()])
      for (const path of packed.packed) packedSoFar.set(path.info.storePath, path)
      return timed(run, 'commit', () => commitArtifacts(run, packed, lost))
    })
    if (mayWrite(run)) for (const { storePath } of committed.selected) held.add(storePath)
    const verified = await timed(run, 'verify', () => verifyBuilt(run, committed))
    return reportPublish(run, verified, { notes: committed.notes, error: null })
  })
}

/** Without key, and without leave to write: what it makes is a folder. */
async function packForOthers(run: PhaseRun<'pack'>): Promise<Reported<PublishReport>> {
  prepareFolder(run.inputs.outputDirectory)
  return keepingBuilt(run, async (built, held) => {
    const packed = await selectAndPack(run, built, held)
    const settled = await settlePackedPins(packed)
    writePackedFolder(run, packed, settled.pins)
    return reportPacked(run, packed, settled)
  })
}

/** Key and token, and no build: what other jobs packed is checked from its bytes up before the first request that writes. */
async function commitPacked(run: PhaseRun<'commit'>): Promise<Reported<PublishReport>> {
  const checked = await timed(run, 'check', () => checkPacked(run))
  const committed = await inRounds(run, async (gone, lost) => {
    const before = gone?.snapshot ?? checked.before
    const received = await timed(run, 'check', () => receivePacked(run, checked, before))
    return timed(run, 'commit', () => commitArtifacts(run, received, lost))
  })
  const verified = await timed(run, 'verify', () => verifyReceived(run, committed))
  return reportPublish(run, verified, committed.remarks)
}

type BuildAgain = (built: Built, before: TargetSnapshot) => Promise<Built>

/**
 * Plans and builds, with what earlier runs kept, and leaves to the next run what was built, whatever becomes of it then. `held`: what the
 * target is found to hold; that is not kept. `buildAgain`: plans and builds for another state of the target.
 */
async function keepingBuilt(
  run: PublishRun<BuildInputs>,
  publishBuilt: (
    built: Built,
    held: Set<string>,
    buildAgain: BuildAgain
  ) => Promise<Reported<PublishReport>>
): Promise<Reported<PublishReport>> {
  const plan = await timed(run, 'plan', () => planPublish(run))
  const restored =
    run.inputs.cache === null ? null : await timed(run, 'restore', () => restoreBuilt(run, plan))
  const held = new Set(plan.held)
  const buildAgain: BuildAgain = async (built, before) => {
    const again = await timed(run, 'plan', () => planAgain(run, built, before))
    for (const path of again.held) held.add(path)
    return timed(run, 'build', () => buildPlan(run, again, restored, built.tried))
  }
  try {
    const built = await timed(run, 'build', () => buildPlan(run, plan, restored))
    const { report, error } = await publishBuilt(built, held, buildAgain)
    return { report: { ...report, ...(await reuseOf(plan, restored)) }, error }
  } finally {
    if (restored !== null) await timed(run, 'keep', () => keepBuilt(run, plan, restored, held))
  }
}

async function reuseOf(
  plan: Plan,
  restored: Restored | null
): Promise<Pick<PublishReport, 'reused'>> {
  if (restored === null) return {}
  const paths = await reusedPaths(plan, restored)
  return { reused: { paths: paths.length, of: restored.entries.length } }
}

async function selectAndPack(
  run: PublishRun<BuildInputs>,
  built: Built,
  held: Set<string>,
  packedSoFar: readonly PackedPath[] = []
): Promise<Packed> {
  const selected = await timed(run, 'select', () => selectPaths(run, built))
  for (const { storePath, reason } of selected.dropped) if (reason === 'held') held.add(storePath)
  return timed(run, 'pack', () => packPaths(run, selected, packedSoFar))
}
