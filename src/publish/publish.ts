import type { Environment } from '../environment.ts'
import type { BuildInputs, PublishInputs } from '../inputs/publish.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../target/github/limits.ts'
import { buildPlan } from './build.ts'
import { commitArtifacts } from './commit.ts'
import { packPaths, type Packed } from './pack.ts'
import { prepareFolder, writePackedFolder } from './packed-folder/write.ts'
import { planPublish } from './plan.ts'
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
  timings: { phase: string; milliseconds: number }[]
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
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
  const packed = await buildAndPack(run)
  const committed = await timed(run, 'commit', () => commitArtifacts(run, packed))
  const verified = await timed(run, 'verify', () => verifyBuilt(run, committed))
  return reportPublish(run, verified)
}

/** Without key, and without leave to write: what it makes is a folder. */
async function packForOthers(run: PhaseRun<'pack'>): Promise<Reported> {
  prepareFolder(run.inputs.outputDirectory)
  const packed = await buildAndPack(run)
  writePackedFolder(run, packed)
  return reportPacked(run, packed)
}

/** Key and token, and no build: what other jobs packed is checked from its bytes up before the first request that writes. */
async function commitPacked(run: PhaseRun<'commit'>): Promise<Reported> {
  const received = await timed(run, 'check', () => receivePacked(run))
  const committed = await timed(run, 'commit', () => commitArtifacts(run, received))
  const verified = await timed(run, 'verify', () => verifyReceived(run, committed))
  return reportPublish(run, verified, received.remarks)
}

async function buildAndPack(run: PublishRun<BuildInputs>): Promise<Packed> {
  const plan = await timed(run, 'plan', () => planPublish(run))
  const built = await timed(run, 'build', () => buildPlan(run, plan))
  const selected = await timed(run, 'select', () => selectPaths(run, built))
  return timed(run, 'pack', () => packPaths(run, selected))
}

async function timed<T>(
  run: Pick<PublishRun, 'timings'>,
  phase: string,
  step: () => Promise<T>
): Promise<T> {
  const start = performance.now()
  const result = await step()
  run.timings.push({ phase, milliseconds: Math.round(performance.now() - start) })
  return result
}
