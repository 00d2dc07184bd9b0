import type { Environment } from '../environment.ts'
import type { PublishInputs } from '../inputs.ts'
import type { Log } from '../log.ts'
import type { Limits } from '../target/github/limits.ts'
import { buildPlan } from './build.ts'
import { commitArtifacts } from './commit.ts'
import { packPaths } from './pack.ts'
import { planPublish } from './plan.ts'
import { reportPublish, type Reported } from './report.ts'
import { selectPaths } from './select.ts'
import { verifyCommit } from './verify.ts'

export interface PublishRun {
  inputs: PublishInputs
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  /** Filled by the steps, in their order. */
  timings: { phase: string; milliseconds: number }[]
  /** Smaller ones than GitHub's, for a test that has no hundred MiB to spare. */
  limits?: Partial<Limits>
}

/**
 * Builds, packs, commits and verifies. `error` in what it returns is what failed beside what was published (an attribute that
 * does not build, a commit that cannot be read back); what stops the whole run is thrown, and then nothing was written.
 */
export async function publish(run: PublishRun): Promise<Reported> {
  const plan = await timed(run, 'plan', () => planPublish(run))
  const built = await timed(run, 'build', () => buildPlan(run, plan))
  const selected = await timed(run, 'select', () => selectPaths(run, built))
  const packed = await timed(run, 'pack', () => packPaths(run, selected))
  const committed = await timed(run, 'commit', () => commitArtifacts(run, packed))
  const verified = await timed(run, 'verify', () => verifyCommit(run, committed))
  return reportPublish(run, verified)
}

async function timed<T>(run: PublishRun, phase: string, step: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await step()
  run.timings.push({ phase, milliseconds: Math.round(performance.now() - start) })
  return result
}
