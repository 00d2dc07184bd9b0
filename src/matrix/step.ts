import type { Step, StepResult } from '../report/step.ts'
import type { MatrixInputs } from './inputs.ts'
import { makeMatrix } from './matrix.ts'
import { matrixOutputs, renderMatrixSummary } from './report/summary.ts'

export async function matrixStep(inputs: MatrixInputs, step: Step): Promise<StepResult> {
  const { report, error } = await makeMatrix({ inputs, ...step, timings: [] })
  return { outputs: matrixOutputs(report), summary: renderMatrixSummary(report), error }
}
