/**
 * Runs the action's main step in this process, for what is neither about the bundle nor about how a process begins and ends: at a fifth of
 * the time. Other programs than Nix see this process's own environment.
 */
import { runMode } from '../../src/action.ts'
import { readEnvironment } from '../../src/environment.ts'
import { asNarPublishError } from '../../src/errors.ts'
import { plainLines } from '../../src/harmless.ts'
import { parseInputs } from '../../src/inputs.ts'
import type { Log } from '../../src/log.ts'
import { renderFailure } from '../../src/report/blocks.ts'
import type { StepResult } from '../../src/report/step.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { bundle, prepareStep, type RunnerOptions, type RunResult } from './runner.ts'

/** As `runAction`; there is no post step. */
export async function runHere(options: RunnerOptions): Promise<RunResult> {
  const { env, runnerTemp, commandFiles } = prepareStep(options)
  const environment = readEnvironment(env)
  const { log, lines, warnings } = collect()
  const ended = await inScratch(environment.scratchParent, (scratch) => {
    const inputs = parseInputs(environment, () => undefined)
    return runMode(inputs, { entry: bundle, service: {}, environment, scratch, log })
  })
  const errors = ended.error === null ? [] : [ended.error.message]
  return {
    ...{ exitCode: errors.length, signal: null, errors, warnings, log: lines.join('\n') },
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
    return { outputs: {}, summary: renderFailure(error), error }
  } finally {
    removeScratch(scratch, parent)
  }
}

/** What the log of a job would show. */
function collect(): { log: Log; lines: string[]; warnings: string[] } {
  const lines: string[] = []
  const warnings: string[] = []
  const add = (line: string): unknown => lines.push(line)
  return {
    ...{ lines, warnings },
    log: {
      info: add,
      warning: (line) => {
        warnings.push(plainLines(line))
        add(`::warning::${line}`)
      },
      debug: (line) => add(`::debug::${line}`),
      group: (heading, body) => {
        add(`::group::${heading}`)
        return body()
      },
      fenced: (body) => body((chunk) => add(chunk.toString())),
      progress: () => undefined
    }
  }
}
