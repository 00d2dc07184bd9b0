import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { readSecret } from '../cli/secret-files.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { largestResults } from '../om-results/parse.ts'
import { jsonOutputs } from '../report/outputs.ts'
import { parsePublishInputs } from './inputs.ts'
import { publish } from './publish.ts'
import { publishOutputs } from './report/outputs.ts'
import { outcomeText } from './report/text.ts'

/** `nar-publish publish INSTALLABLE... TARGET`: the action's `mode: publish`, told by arguments. */
export async function runPublish(run: CommandRun): Promise<CommandResult> {
  const { log, scratch } = run
  const told = publishInputs(run)
  if (told.get('om-results') === '-') told.set('om-results', await resultsFromStandardInput(run))
  // Who types a command says what is to be done; a job's event does not.
  const environment = { ...run.environmentWith(told), eventName: null, pullRequest: null }
  const secrets = readSecrets(environment, log.hide)
  const inputs = typed(() => parsePublishInputs(environment, secrets))
  forgetSecrets()
  const { report, error } = await withStandardInputNamed(run, () =>
    publish({ inputs, environment, scratch, log, timings: [] })
  )
  const outputs = publishOutputs(report, Infinity)
  const { 'store-paths': storePaths = '' } = outputs
  const json = {
    ...jsonOutputs(outputs, ['published', 'skipped', 'nar-count', 'bytes', 'attempts']),
    'store-paths': storePaths === '' ? [] : storePaths.split('\n'),
    notes: report.notes
  }
  return { json, text: outcomeText(report), error }
}

/** The action's inputs, from what was typed. Throws USAGE, INPUT_INVALID. */
function publishInputs(run: CommandRun): Map<string, string> {
  const { command, arguments: given } = run
  const inputs = inputsOf(command, given)
  inputs.set('mode', 'publish')
  const keyFile = given.values.get('signing-key-file')?.[0]
  if (keyFile !== undefined) inputs.set('signing-key', readSecret('signing-key-file', keyFile))

  const operands = [...given.operands]
  // The old script's two arguments: what, and where to.
  const isCommit = inputs.get('phase') === 'commit'
  const otherWork = ['paths', 'plan', 'om-results', 'pin', 'unpin'].some((name) => inputs.has(name))
  const needsNoInstallable = isCommit || otherWork
  const isTargetLast = operands.length > (needsNoInstallable ? 0 : 1)
  const target = inputs.has('target-repository') || !isTargetLast ? undefined : operands.pop()
  if (target !== undefined) inputs.set('target-repository', target)
  if (operands.length > 0) inputs.set('flake-attribute', operands.join('\n'))

  const environment = run.environmentWith(inputs)
  const work = ['flake-attribute', 'paths', 'plan', 'om-results', 'pin', 'unpin']
  const hasWork = work.some((name) => environment.input(name) !== '')
  if (!hasWork && !isCommit) {
    throw usage(command, 'arguments', 'what to publish is missing')
  }
  if (environment.input('target-repository') === '' && environment.repository === null) {
    throw usage(command, 'arguments', 'the target is missing: publish INSTALLABLE TARGET')
  }
  return inputs
}

/** What came in by a pipe has no name; that of our own file would send people to look for what is gone. */
async function withStandardInputNamed<T>(
  { arguments: given, scratch }: CommandRun,
  body: () => Promise<T>
): Promise<T> {
  try {
    return await body()
  } catch (error) {
    const isPiped = given.values.get('om-results')?.[0] === '-'
    if (!isPiped || !(error instanceof NarPublishError)) throw error
    const ownFile = JSON.stringify(resultsFile(scratch))
    throw error.with({ subject: error.subject.replace(ownFile, 'standard input') })
  }
}

const resultsFile = (scratch: string): string => join(scratch, 'om-results.json')

/** Kept in a file, which is what the action has. Throws USAGE. */
async function resultsFromStandardInput({
  command,
  arguments: given,
  scratch
}: CommandRun): Promise<string> {
  if (given.values.get('token-file')?.[0] === '-') {
    throw usage(command, 'options --om-results and --token-file', 'both are standard input')
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    // Whoever reads the file says that it is too large.
    if (length > largestResults) break
  }
  const file = resultsFile(scratch)
  writeFileSync(file, Buffer.concat(chunks))
  return file
}
