import * as core from '@actions/core'
import { actionLog } from './action-log.ts'
import { forgetInputs, readEnvironment, type Environment } from './environment.ts'
import { asNarPublishError } from './errors.ts'
import { parseInputs } from './inputs.ts'
import { publish } from './publish/publish.ts'
import type { Reported } from './publish/report.ts'
import { renderFailure } from './report/failure.ts'
import { publishOutputs } from './report/outputs.ts'
import { renderSummary } from './report/summary.ts'
import { makeScratch, removeScratch } from './scratch.ts'

// The action's only entry, for its main and its post step, and the only caller of setOutput and setFailed.
try {
  const environment = readEnvironment()
  if (environment.state('main') === 'started') post(environment)
  else await main(environment)
} catch (thrown) {
  await fail(thrown)
}

async function main(environment: Environment): Promise<void> {
  core.saveState('main', 'started')
  const { report, error } = await inScratch(environment, (scratch) => {
    const inputs = parseInputs(environment, core.setSecret)
    forgetInputs()
    return publish({ inputs, environment, scratch, log: actionLog(), timings: [] })
  })
  for (const [name, value] of Object.entries(publishOutputs(report))) core.setOutput(name, value)
  await core.summary.addRaw(renderSummary(report), true).write()
  if (error !== null) core.setFailed(error.message)
}

async function inScratch(
  environment: Environment,
  body: (scratch: string) => Promise<Reported>
): Promise<Reported> {
  const scratch = makeScratch(environment.scratchParent)
  core.saveState('scratch', scratch)
  try {
    return await body(scratch)
  } finally {
    removeScratch(scratch, environment.scratchParent)
  }
}

/** A job that was cancelled never reached its end: what it left on the disk goes now. */
function post(environment: Environment): void {
  const scratch = environment.state('scratch')
  if (scratch !== '') removeScratch(scratch, environment.scratchParent)
}

async function fail(thrown: unknown): Promise<void> {
  const error = asNarPublishError(thrown)
  if (error.code === 'INTERNAL') core.debug(String(error.stack))
  core.setFailed(error.message)
  try {
    await core.summary.addRaw(renderFailure(error), true).write()
  } catch {
    // Without a summary file the annotation has said it.
  }
}
