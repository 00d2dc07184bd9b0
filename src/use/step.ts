import { jobProcess } from '../holder.ts'
import type { Step, StepResult } from '../report/step.ts'
import { exportVariable, saveState } from '../runner-commands.ts'
import { makeScratch } from '../scratch.ts'
import type { UseInputs } from './inputs.ts'
import { useOutputs } from './report/outputs.ts'
import { renderUseSummary } from './report/summary.ts'
import { useCache } from './use.ts'

export async function useStep(inputs: UseInputs, step: Step): Promise<StepResult> {
  // Not in the scratch folder: later steps read what is in it.
  const folder = makeScratch(step.environment.scratchParent, jobProcess())
  saveState('use', folder)
  const { report, userConfFiles } = await useCache({ inputs, ...step, timings: [], folder })
  if (userConfFiles !== null) exportVariable('NIX_USER_CONF_FILES', userConfFiles)
  return { outputs: useOutputs(report), summary: renderUseSummary(report), error: null }
}
