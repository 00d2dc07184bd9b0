import type { Step, StepResult } from '../../report/step.ts'
import type { RebuildInputs } from './inputs.ts'
import { rebuild } from './rebuild.ts'
import { rebuildOutputs, renderRebuildSummary } from './report.ts'

/** What differs is a finding and no failure of the job: it is for people to judge, and the publish does not wait for them. */
export async function rebuildStep(inputs: RebuildInputs, step: Step): Promise<StepResult> {
  const report = await rebuild({ inputs, ...step, timings: [] })
  return { outputs: rebuildOutputs(report), summary: renderRebuildSummary(report), error: null }
}
