import type { Step, StepResult } from '../report/step.ts'
import type { PruneInputs } from './inputs.ts'
import { prune } from './prune.ts'
import { pruneOutputs } from './report/outputs.ts'
import { renderPruneSummary } from './report/summary.ts'

export async function pruneStep(inputs: PruneInputs, step: Step): Promise<StepResult> {
  const { report, error } = await prune({ inputs, ...step, timings: [] })
  return { outputs: pruneOutputs(report), summary: renderPruneSummary(report), error }
}
