import { actionLog } from './action-log.ts'
import {
  forgetInputs,
  readEnvironment,
  readServiceEnvironment,
  type Environment
} from './environment.ts'
import { asNarPublishError, attempt } from './errors.ts'
import { parseInputs, type Inputs } from './inputs.ts'
import { refuseOldNode } from './node-version.ts'
import { ownProcesses } from './own-processes.ts'
import { whileUninterrupted } from './process/interrupted.ts'
import { groupPrograms } from './process/start.ts'
import { renderFailure } from './report/blocks.ts'
import type { Step, StepResult } from './report/step.ts'
import {
  addToSummary,
  command,
  saveState,
  setFailed,
  setOutput,
  setSecret
} from './runner-commands.ts'
import { makeScratch, removeScratch } from './scratch.ts'

/** For whatever this process starts of itself: what Node was started with, the bundle or this file, and how the job's services are reached. */
const itself = {
  entry: process.argv[1] ?? import.meta.filename,
  service: readServiceEnvironment()
}

/**
 * The action's main and its post step and what goes on between; the only caller of setOutput and setFailed. `begun`: how the
 * process began.
 */
export async function runStep(begun: Promise<void>): Promise<void> {
  try {
    await begun
    refuseOldNode(process.versions.node)
    const [, , argument, directory = ''] = process.argv
    if (argument === ownProcesses.queues) {
      const { runBackground } = await import('./queue/background.ts')
      await runBackground({ directory })
    } else if (argument === ownProcesses.cacheService) {
      const { runCacheService } = await import('./cache/service-process.ts')
      await runCacheService()
    } else {
      groupPrograms()
      const environment = readEnvironment()
      if (environment.state('main') === 'started') await post(environment)
      else await main(environment)
    }
  } catch (thrown) {
    fail(thrown)
  }
}

async function main(environment: Environment): Promise<void> {
  const { outputs, summary, error } = await inScratch(environment, (scratch) => {
    const inputs = parseInputs(environment, setSecret)
    forgetInputs()
    return runMode(inputs, { ...itself, environment, scratch, log: actionLog() })
  })
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
  // Where there is nothing to say, nothing is shown.
  if (summary !== '') addToSummary(summary)
  if (error !== null) setFailed(error.message)
}

/** What a mode does and tells; each is loaded when it is asked for. Throws what stops it. */
export async function runMode(inputs: Inputs, step: Step): Promise<StepResult> {
  switch (inputs.mode) {
    case 'publish':
      return (await import('./publish/step.ts')).publishStep(inputs, step)
    case 'matrix':
      return (await import('./matrix/step.ts')).matrixStep(inputs, step)
    case 'version-sync':
      return (await import('./sync/step.ts')).syncStep(inputs, step)
    case 'hook':
      return (await import('./queue/step.ts')).hookStep(inputs, step)
    case 'use':
      return (await import('./use/step.ts')).useStep(inputs, step)
    case 'prune':
      return (await import('./prune/step.ts')).pruneStep(inputs, step)
  }
}

async function inScratch<T>(
  environment: Environment,
  body: (scratch: string) => Promise<T>
): Promise<T> {
  const scratch = makeScratch(environment.scratchParent)
  saveState('scratch', scratch)
  const leave = (): void => {
    removeScratch(scratch, environment.scratchParent)
  }
  try {
    return await whileUninterrupted(() => body(scratch), leave)
  } finally {
    // What went wrong before is told, and not that this does, too; the next run sweeps.
    attempt(leave, undefined)
  }
}

/** What main left to be done at the job's end; isPostStepDone has seen that there is something. */
async function post(environment: Environment): Promise<void> {
  const directory = environment.state('queue')
  const leave = (): void => {
    if (directory !== '') removeScratch(directory, environment.scratchParent)
  }
  await whileUninterrupted(async () => {
    await save(environment, environment.state('cache'))
    if (directory !== '') await drain(environment, directory).finally(leave)
  }, leave)
}

async function save(environment: Environment, state: string): Promise<void> {
  if (state === '') return
  const { parseKept, saveKept } = await import('./cache/save.ts')
  await saveKept({ ...itself, environment, log: actionLog() }, parseKept(state))
}

async function drain(environment: Environment, directory: string): Promise<void> {
  const { withKeptConfig } = await import('./queue/kept-config.ts')
  const inputs = parseInputs(withKeptConfig({ directory }, environment), setSecret)
  forgetInputs()
  if (inputs.mode !== 'hook') return
  const { drainStep } = await import('./queue/step.ts')
  const step = { ...itself, environment, log: actionLog() }
  const { summary, error } = await drainStep(inputs, step, directory)
  addToSummary(summary)
  if (error !== null) setFailed(error.message)
}

function fail(thrown: unknown): void {
  const error = asNarPublishError(thrown)
  if (error.code === 'INTERNAL') command('debug', String(error.stack))
  setFailed(error.message)
  // Without a summary file the annotation has said it.
  attempt(() => {
    addToSummary(renderFailure(error))
  }, undefined)
}
