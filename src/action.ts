import * as core from '@actions/core'
import { actionLog } from './action-log.ts'
import { formatKept, parseKept, saveKept, type Kept } from './cache/save.ts'
import { cacheServiceArgument, runCacheService } from './cache/service-process.ts'
import {
  forgetInputs,
  readEnvironment,
  readServiceEnvironment,
  type Environment
} from './environment.ts'
import { asNarPublishError, attempt, type NarPublishError } from './errors.ts'
import { jobProcess } from './holder.ts'
import { parseInputs, type Inputs } from './inputs.ts'
import { makeMatrix } from './matrix/matrix.ts'
import { matrixOutputs, renderMatrixSummary } from './matrix/report/summary.ts'
import { refuseOldNode } from './node-version.ts'
import { prune } from './prune/prune.ts'
import { pruneOutputs } from './prune/report/outputs.ts'
import { renderPruneSummary } from './prune/report/summary.ts'
import { publish } from './publish/publish.ts'
import { publishOutputs } from './publish/report/outputs.ts'
import { renderSummary } from './publish/report/summary.ts'
import { backgroundArgument, runBackground } from './queue/background.ts'
import { finishHook } from './queue/finish-hook.ts'
import { withKeptConfig } from './queue/kept-config.ts'
import { renderQueueSummary } from './queue/report/summary.ts'
import { startHook } from './queue/start-hook.ts'
import { renderFailure } from './report/blocks.ts'
import type { Outputs } from './report/outputs.ts'
import type { Run } from './run.ts'
import { whileUninterrupted } from './process/interrupted.ts'
import { groupPrograms } from './process/start.ts'
import { makeScratch, removeScratch } from './scratch.ts'
import { syncOutputs } from './sync/report/outputs.ts'
import { renderSyncSummary } from './sync/report/summary.ts'
import { sync } from './sync/sync.ts'
import { useOutputs } from './use/report/outputs.ts'
import { renderUseSummary } from './use/report/summary.ts'
import { useCache } from './use/use.ts'

/** What Node was started with: the bundle, or this file. */
const ownFile = process.argv[1] ?? import.meta.filename
const cacheService = { entry: ownFile, service: readServiceEnvironment() }

/**
 * The action's main and its post step and what goes on between; the only caller of setOutput and setFailed. `begun`: how the
 * process began.
 */
export async function runStep(begun: Promise<void>): Promise<void> {
  try {
    await begun
    refuseOldNode(process.versions.node)
    const environment = readEnvironment()
    const [, , argument, directory] = process.argv
    if (argument === backgroundArgument && directory !== undefined)
      await runBackground({ directory })
    else if (argument === cacheServiceArgument) await runCacheService()
    else {
      groupPrograms()
      if (environment.state('main') === 'started') await post(environment)
      else await main(environment)
    }
  } catch (thrown) {
    await fail(thrown)
  }
}

async function main(environment: Environment): Promise<void> {
  const { outputs, summary, error } = await inScratch(environment, (scratch) => {
    const inputs = parseInputs(environment, core.setSecret)
    forgetInputs()
    return runMode(inputs, { environment, scratch, log: actionLog() })
  })
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  await core.summary.addRaw(summary, true).write()
  if (error !== null) core.setFailed(error.message)
}

type Place = Pick<Run<Inputs>, 'environment' | 'scratch' | 'log'>

/** What every mode ends with. */
interface ModeResult {
  outputs: Outputs
  /** Markdown */
  summary: string
  /** What the job fails with although the rest was done. */
  error: NarPublishError | null
}

async function runMode(inputs: Inputs, place: Place): Promise<ModeResult> {
  switch (inputs.mode) {
    case 'publish': {
      const job = {
        service: cacheService,
        keep: (kept: Kept) => {
          core.saveState('cache', formatKept(kept))
        }
      }
      const { report, error } = await publish({ inputs, ...place, timings: [], job })
      return { outputs: publishOutputs(report), summary: renderSummary(report), error }
    }
    case 'matrix': {
      const { report, error } = await makeMatrix({ inputs, ...place, timings: [] })
      return { outputs: matrixOutputs(report), summary: renderMatrixSummary(report), error }
    }
    case 'version-sync': {
      const { report, error } = await sync({ inputs, ...place, timings: [] })
      return { outputs: syncOutputs(report), summary: renderSyncSummary(report), error }
    }
    case 'hook': {
      // Not in the scratch folder: it stays until the post step, and may go when the job's runner has ended.
      const directory = makeScratch(place.environment.scratchParent, jobProcess())
      core.saveState('queue', directory)
      const files = await startHook({ inputs, ...place, place: { directory }, entry: ownFile })
      if (files !== null) core.exportVariable('NIX_USER_CONF_FILES', files)
      return { outputs: {}, summary: '', error: null }
    }
    case 'use': {
      // Not in the scratch folder: later steps read what is in it.
      const folder = makeScratch(place.environment.scratchParent, jobProcess())
      core.saveState('use', folder)
      const { report, userConfFiles } = await useCache({ inputs, ...place, timings: [], folder })
      if (userConfFiles !== null) core.exportVariable('NIX_USER_CONF_FILES', userConfFiles)
      return { outputs: useOutputs(report), summary: renderUseSummary(report), error: null }
    }
    case 'prune': {
      const { report, error } = await prune({ inputs, ...place, timings: [] })
      return { outputs: pruneOutputs(report), summary: renderPruneSummary(report), error }
    }
  }
}

async function inScratch(
  environment: Environment,
  body: (scratch: string) => Promise<ModeResult>
): Promise<ModeResult> {
  const scratch = makeScratch(environment.scratchParent)
  core.saveState('scratch', scratch)
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

/** A job that was cancelled never reached its end: what it left on the disk goes now. */
async function post(environment: Environment): Promise<void> {
  for (const folder of [environment.state('scratch'), environment.state('use')]) {
    // What cannot go keeps nothing from being saved or published; the next run sweeps.
    attempt(() => {
      if (folder !== '') removeScratch(folder, environment.scratchParent)
    }, undefined)
  }
  const directory = environment.state('queue')
  await whileUninterrupted(
    () => finish(environment, directory),
    () => {
      if (directory !== '') removeScratch(directory, environment.scratchParent)
    }
  )
}

/** What main left to be done at the job's end. */
async function finish(environment: Environment, directory: string): Promise<void> {
  const kept = parseKept(environment.state('cache'))
  if (kept !== null) await saveKept({ ...cacheService, environment, log: actionLog() }, kept)
  if (directory === '') return
  try {
    const inputs = parseInputs(withKeptConfig({ directory }, environment), core.setSecret)
    forgetInputs()
    if (inputs.mode !== 'hook' || environment.isForkPullRequest) return
    const { report, error } = await finishHook({
      inputs,
      environment,
      log: actionLog(),
      place: { directory },
      entry: ownFile
    })
    await core.summary.addRaw(renderQueueSummary(report), true).write()
    if (error !== null) core.setFailed(error.message)
  } finally {
    removeScratch(directory, environment.scratchParent)
  }
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
