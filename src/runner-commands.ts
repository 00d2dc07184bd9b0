/**
 * What a step says to GitHub's runner, byte for byte as @actions/core does: that brings an HTTP client with it (1 MB of JavaScript, a
 * third of the start of a step that asks for nothing).
 */
import { randomUUID } from 'node:crypto'
import { accessSync, appendFileSync, constants } from 'node:fs'
import { asNarPublishError } from './errors.ts'

/** A line that the runner reads as a command; `message` may be of any text. */
export function command(name: string, message = ''): void {
  const data = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stdout.write(`::${name}::${data}\n`)
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
  recordValue('GITHUB_OUTPUT', name, value)
}

/** For the post step, whose environment has it as `STATE_<name>`. */
export function saveState(name: string, value: string): void {
  recordValue('GITHUB_STATE', name, value)
}

/** For later steps of the job, and for this process. */
export function exportVariable(name: string, value: string): void {
  process.env[name] = value
  recordValue('GITHUB_ENV', name, value)
}

/** Adds to the page of the run; Markdown. */
export function addToSummary(text: string): void {
  append('GITHUB_STEP_SUMMARY', `${text}\n`)
}

/** A word that nobody could guess ends the value, which may have any other line. */
function recordValue(file: string, name: string, value: string): void {
  const end = `ghadelimiter_${randomUUID()}`
  append(file, `${name}<<${end}\n${value}\n${end}\n`)
}

/**
 * To one of the files that the runner made for this step; without a runner nobody reads them. Throws FILE_UNUSABLE when it is not there: one
 * of our making would be read by nobody.
 */
function append(variable: string, text: string): void {
  const path = process.env[variable]
  if (path === undefined || path === '') return
  try {
    accessSync(path, constants.W_OK)
    appendFileSync(path, text)
  } catch (thrown) {
    const error = asNarPublishError(thrown)
    const reason = 'the runner’s own file for this step is missing, or cannot be written'
    throw error.code === 'FILE_UNUSABLE' ? error.with({ reason }) : error
  }
}
