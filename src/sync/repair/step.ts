import type { StepResult } from '../../report/step.ts'
import type { Run } from '../../run.ts'
import { commitRepair } from './commit.ts'
import { computeRepair } from './compute.ts'
import type { RepairInputs } from './inputs.ts'
import { renderRepairSummary, repairOutputs } from './report.ts'

export async function repairStep(run: Run<RepairInputs>): Promise<StepResult> {
  const { inputs } = run
  const { report, error } =
    inputs.side === 'compute'
      ? await computeRepair({ ...run, inputs })
      : { report: await commitRepair({ ...run, inputs }), error: null }
  return { outputs: repairOutputs(report), summary: renderRepairSummary(report), error }
}
