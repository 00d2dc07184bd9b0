/**
 * Runs the action's main step in this process, for what is neither about the bundle nor about how a process begins and ends: at a fifth of
 * the time. Other programs than Nix see this process's own environment.
 */
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runMode } from '../../src/action.ts'
import { readEnvironment } from '../../src/environment.ts'
import { asNarPublishError } from '../../src/errors.ts'
import { plainLines } from '../../src/harmless.ts'
import { parseInputs } from '../../src/inputs.ts'
import type { Log } from '../../src/log.ts'
import { renderFailure } from '../../src/report/blocks.ts'
import type { StepResult } from '../../src/report/step.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { childrenOf, commandLineOf } from './processes.ts'
import { bundle, prepareStep, type RunnerOptions, type RunResult } from './runner.ts'

/** As `runAction`; there is no post step. */
export async function runHere(options: RunnerOptions): Promise<RunResult> {
  const { env, runnerTemp, commandFiles } = prepareStep(options)
  const environment = readEnvironment(env)
  const told = collect()
  const ended = await inScratch(environment.scratchParent, (scratch) => {
    const inputs = parseInputs(environment, () => undefined)
    return runMode(inputs, { entry: bundle, service: {}, environment, scratch, log: told.log })
  })
  const errors = ended.error === null ? [] : [ended.error.message]
  return {
    ...{ exitCode: errors.length, signal: null, errors, warnings: told.warnings, log: told.text },
    ...{ outputs: ended.outputs, summary: ended.summary, state: {}, runnerTemp, commandFiles },
    post: { exitCode: 0, signal: null, log: '', errors: [], warnings: [] }
  }
}

async function inScratch(
  parent: string,
  body: (scratch: string) => Promise<StepResult>
): Promise<StepResult> {
  const scratch = makeScratch(parent)
  try {
    return await body(scratch)
  } catch (thrown) {
    const error = asNarPublishError(thrown)
    await programsEnd()
    return { outputs: {}, summary: renderFailure(error), error }
  } finally {
    removeScratch(scratch, parent)
  }
}

/** What failed had started others beside it, for which a process waits before it ends. */
async function programsEnd(): Promise<void> {
  for (let pause = 0; pause < 3; pause++) {
    const ofNix = childrenOf(process.pid).filter((pid) => commandLineOf(pid).includes('nix'))
    while (ofNix.some((pid) => existsSync(`/proc/${pid}`))) await sleep(10)
    await sleep(1)
  }
}

/** What the log of a job would show. */
function collect(): { log: Log; text: string; warnings: string[] } {
  const add = (line: string): void => {
    told.text += `${line}\n`
  }
  const told = {
    text: '',
    warnings: [] as string[],
    log: {
      info: add,
      warning: (line) => {
        told.warnings.push(plainLines(line))
        add(`::warning::${line}`)
      },
      debug: (line) => {
        add(`::debug::${line}`)
      },
      group: (heading, body) => {
        add(`::group::${heading}`)
        return body()
      },
      fenced: (body) =>
        body((chunk) => {
          told.text += chunk.toString()
        }),
      progress: () => undefined
    } satisfies Log
  }
  return told
}
