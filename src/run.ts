import type { Environment } from './environment.ts'
import type { NarPublishError } from './errors.ts'
import type { Log } from './log.ts'

/** One run of a mode. `Inputs`: as much of what it was told as a step needs. */
export interface Run<Inputs> {
  inputs: Inputs
  environment: Environment
  /** Folder for everything that the run writes to this machine's disk. */
  scratch: string
  log: Log
  /** Filled by the steps, in their order. */
  timings: Timings
}

/** What a run ends with. */
export interface Reported<Report> {
  report: Report
  /** What the job fails with although the rest was done. */
  error: NarPublishError | null
}

/** What each step of a run took, in their order. */
export type Timings = { phase: string; milliseconds: number }[]

/** Runs a step and notes how long it took, with what it took before when it is done again; one that fails is not noted. */
export async function timed<T>(
  { timings }: { timings: Timings },
  phase: string,
  step: () => Promise<T>
): Promise<T> {
  const start = performance.now()
  const result = await step()
  const milliseconds = Math.round(performance.now() - start)
  const earlier = timings.find((timing) => timing.phase === phase)
  if (earlier === undefined) timings.push({ phase, milliseconds })
  else earlier.milliseconds += milliseconds
  return result
}
