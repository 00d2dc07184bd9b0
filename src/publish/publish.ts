import { keepBuilt, type Kept } from '../cache/keep.ts'
import { restoreBuilt, reusedPaths, type Restored } from '../cache/restore.ts'
import type { ServicePlace } from '../cache/service.ts'
import type { Environment } from '../environment.ts'
import type { BuildInputs, PublishInputs } from '../inputs/publish.ts'
import type { Log } from '../log.ts'
import type { PublishReport } from '../report/types.ts'
import type { Limits } from '../target/github/limits.ts'
import { timed, type Timings } from '../timings.ts'
import { buildPlan, type Built } from './build.ts'
import { commitArtifacts, mayWrite } from './commit.ts'
import { packPaths, type Packed } from './pack.ts'
import { prepareFolder, writePackedFolder } from './packed-folder/write.ts'
import { settlePackedPins } from './pins.ts'
import { planPublish, type Plan } from './plan.ts'
import { receivePacked } from './receive.ts'
import { reportPacked } from './report-packed.ts'
import { reportPublish, type Reported } from './report.ts'
import { selectPaths } from './select.ts'
import { verifyBuilt } from './verify-built.ts'
import { verifyReceived } from './verify-received.ts'

/** One run. `Told`: as much of its inputs as a step needs. */
export interface PublishRun<Told = PublishInputs> {
  inputs: Told
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  /** Filled by the steps, in their order. */
  timings: Timings
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
  /** The job's own cache service, and who takes what is to be saved there at its end; a terminal has none. */
  job?: {
    service: Pick<ServicePlace, 'entry' | 'service' | 'limitMs'>
    keep: (kept: Kept) => void
  }
}

type PhaseRun<Phase extends PublishInputs['phase']> = PublishRun<
  Extract<PublishInputs, { phase: Phase }>
>

/**
 * Builds, packs, commits and verifies, or the part of it that the phase is. `error` in what it returns is what failed beside what was
 * published (an attribute that does not build, a commit that cannot be read back); what stops the whole run is thrown, and then
 * nothing was written.
 */
export async function publish(run: PublishRun): Promise<Reported> {
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

async function buildAndCommit(run: PhaseRun<'all'>): Promise<Reported> {
  return keepingBuilt(run, async (built, held) => {
    const packed = await selectAndPack(run, built, held)
    const committed = await timed(run, 'commit', () => commitArtifacts(run, packed))
    if (mayWrite(run)) for (const { storePath } of packed.selected) held.add(storePath)
    const verified = await timed(run, 'verify', () => verifyBuilt(run, committed))
    return reportPublish(run, verified, { notes: packed.notes, error: null })
  })
}

/** Without key, and without leave to write: what it makes is a folder. */
async function packForOthers(run: PhaseRun<'pack'>): Promise<Reported> {
  prepareFolder(run.inputs.outputDirectory)
  return keepingBuilt(run, async (built, held) => {
    const packed = await selectAndPack(run, built, held)
    const settled = await settlePackedPins(packed)
    writePackedFolder(run, packed, settled.pins)
    return reportPacked(run, packed, settled)
  })
}

/** Key and token, and no build: what other jobs packed is checked from its bytes up before the first request that writes. */
async function commitPacked(run: PhaseRun<'commit'>): Promise<Reported> {
  const received = await timed(run, 'check', () => receivePacked(run))
  const committed = await timed(run, 'commit', () => commitArtifacts(run, received))
  const verified = await timed(run, 'verify', () => verifyReceived(run, committed))
  return reportPublish(run, verified, received.remarks)
}

/**
 * Plans and builds, with what earlier runs kept, and leaves to the next run what was built, whatever becomes of it then. `held`: what the
 * target is found to hold; that is not kept.
 */
async function keepingBuilt(
  run: PublishRun<BuildInputs>,
  publishBuilt: (built: Built, held: Set<string>) => Promise<Reported>
): Promise<Reported> {
  const plan = await timed(run, 'plan', () => planPublish(run))
  const restored =
    run.inputs.cache === null ? null : await timed(run, 'restore', () => restoreBuilt(run, plan))
  const held = new Set(plan.held)
  try {
    const built = await timed(run, 'build', () => buildPlan(run, plan, restored))
    const { report, error } = await publishBuilt(built, held)
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
  held: Set<string>
): Promise<Packed> {
  const selected = await timed(run, 'select', () => selectPaths(run, built))
  for (const { storePath, reason } of selected.dropped) if (reason === 'held') held.add(storePath)
  return timed(run, 'pack', () => packPaths(run, selected))
}
