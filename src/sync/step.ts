import type { Step, StepResult } from '../report/step.ts'
import type { SyncInputs } from './inputs.ts'
import { listOutputs, renderListSummary } from './many/list-report.ts'
import { listOutdated } from './many/list.ts'
import { repairStep } from './repair/step.ts'
import { syncOutputs } from './report/outputs.ts'
import { renderSyncSummary } from './report/summary.ts'
import { sync } from './sync.ts'

export async function syncStep(inputs: SyncInputs, step: Step): Promise<StepResult> {
  if (inputs.phase === 'list') {
    const { report, error } = await listOutdated({ inputs, ...step, timings: [] })
    return { outputs: listOutputs(report), summary: renderListSummary(report), error }
  }
  if (inputs.phase === 'repair') return repairStep({ inputs, ...step, timings: [] })
  const { report, error } = await sync({ inputs, ...step, timings: [] })
  return { outputs: syncOutputs(report), summary: renderSyncSummary(report), error }
}
