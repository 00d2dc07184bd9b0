import { jobProcess } from '../holder.ts'
import type { Step, StepResult } from '../report/step.ts'
import { exportVariable, saveState } from '../runner-commands.ts'
import { makeScratch } from '../scratch.ts'
import type { HookInputs } from './inputs.ts'

/** At the job's begin. From a fork comes a token that could publish nothing. */
export async function hookStep(inputs: HookInputs, step: Step): Promise<StepResult> {
  const { environment, log } = step
  if (environment.isForkPullRequest) {
    log.warning(
      'The job runs for a pull request from a fork, whose token is read-only: nothing is queued, and nothing is published.'
    )
  } else {
    // Not in the scratch folder: it stays until the post step, and may go when the job's runner has ended.
    const directory = makeScratch(environment.scratchParent, jobProcess())
    saveState('queue', directory)
    const { startHook } = await import('./start-hook.ts')
    const files = await startHook({ inputs, ...step, place: { directory } })
    exportVariable('NIX_USER_CONF_FILES', files)
  }
  return { outputs: {}, summary: '', error: null }
}

/** At its end, in the post step. */
export async function drainStep(
  inputs: HookInputs,
  step: Omit<Step, 'scratch'>,
  directory: string
): Promise<StepResult> {
  const { finishHook } = await import('./finish-hook.ts')
  const { renderQueueSummary } = await import('./report/summary.ts')
  const { report, error } = await finishHook({ inputs, ...step, place: { directory } })
  return { outputs: {}, summary: renderQueueSummary(report), error }
}
