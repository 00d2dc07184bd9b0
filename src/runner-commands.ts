/**
 * What a step says to GitHub's runner, by the parts of @actions/core that say it. The package's entry brings an HTTP client with them: 1 MB
 * of JavaScript, a third of the start of a step that asks for nothing, for a function that nobody calls here.
 */
import { accessSync, constants } from 'node:fs'
import { issueCommand } from '../node_modules/@actions/core/lib/command.js'
import {
  issueFileCommand,
  prepareKeyValueMessage
} from '../node_modules/@actions/core/lib/file-command.js'
import { asNarPublishError } from './errors.ts'

/** A line that the runner reads as a command; `message` may be of any text. */
export function command(name: string, message = ''): void {
  issueCommand(name, {}, message)
}

/** Shows a secret as stars from now on, in what any step prints. */
export function setSecret(secret: string): void {
  command('add-mask', secret)
}

/** Fails the step, with an annotation. */
export function setFailed(message: string): void {
  process.exitCode = 1
  command('error', message)
}

/** For later steps and jobs. */
export function setOutput(name: string, value: string): void {
  append('OUTPUT', prepareKeyValueMessage(name, value))
}

/** For the post step, whose environment has it as `STATE_<name>`. */
export function saveState(name: string, value: string): void {
  append('STATE', prepareKeyValueMessage(name, value))
}

/** For later steps of the job, and for this process. */
export function exportVariable(name: string, value: string): void {
  process.env[name] = value
  append('ENV', prepareKeyValueMessage(name, value))
}

/** Adds to the page of the run; Markdown. */
export function addToSummary(text: string): void {
  append('STEP_SUMMARY', text)
}

/**
 * A line to one of the files that the runner made for this step; without a runner nobody reads them. Throws FILE_UNUSABLE when it is not
 * there: one of our making would be read by nobody.
 */
function append(file: string, text: string): void {
  const path = process.env[`GITHUB_${file}`]
  if (path === undefined || path === '') return
  try {
    accessSync(path, constants.W_OK)
    issueFileCommand(file, text)
  } catch (thrown) {
    const error = asNarPublishError(thrown)
    const reason = 'the runner’s own file for this step is missing, or cannot be written'
    throw error.code === 'FILE_UNUSABLE' ? error.with({ reason }) : error
  }
}
