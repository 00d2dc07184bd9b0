import { formatKept } from '../cache/save.ts'
import type { Step, StepResult } from '../report/step.ts'
import { saveState } from '../runner-commands.ts'
import type { PublishInputs } from './inputs.ts'
import { publish } from './publish.ts'
import { publishOutputs } from './report/outputs.ts'
import type { RebuildInputs } from './rebuild/inputs.ts'
import { renderSummary } from './report/summary.ts'

export async function publishStep(
  inputs: PublishInputs | RebuildInputs,
  step: Step
): Promise<StepResult> {
  if (inputs.phase === 'rebuild') {
    return (await import('./rebuild/step.ts')).rebuildStep(inputs, step)
  }
  const { environment, scratch, log, entry, service } = step
  const job = {
    service: { entry, service },
    keep: (kept: Parameters<typeof formatKept>[0]) => {
      saveState('cache', formatKept(kept))
    }
  }
  const { report, error } = await publish({ inputs, environment, scratch, log, timings: [], job })
  return { outputs: publishOutputs(report), summary: renderSummary(report), error }
}
