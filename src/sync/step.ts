import type { Step, StepResult } from '../report/step.ts'
import { ofOne, type SyncInputs } from './inputs.ts'
import { bringMany } from './many/bring-many.ts'
import type { ManyInputs } from './many/inputs.ts'
import { listOutputs, renderListSummary } from './many/list-report.ts'
import { listOutdated } from './many/list.ts'
import { manyOutputs } from './many/outputs.ts'
import { renderManySummary } from './many/summary.ts'
import { repairStep } from './repair/step.ts'
import { syncOutputs } from './report/outputs.ts'
import { renderSyncSummary } from './report/summary.ts'
import { sync } from './sync.ts'

export async function syncStep(inputs: SyncInputs | ManyInputs, step: Step): Promise<StepResult> {
  if (inputs.phase === 'list') {
    const { report, error } = await listOutdated({ inputs, ...step, timings: [] })
    return { outputs: listOutputs(report), summary: renderListSummary(report), error }
  }
  if (inputs.phase === 'repair') return repairStep({ inputs, ...step, timings: [] })
  const many = await bringMany({ inputs, ...step, timings: [] })
  if (many !== null) {
    const { report, error } = many
    return { outputs: manyOutputs(report), summary: renderManySummary(report), error }
  }
  const { report, error } = await sync({ inputs: ofOne(inputs), ...step, timings: [] })
  return { outputs: syncOutputs(report), summary: renderSyncSummary(report), error }
}
