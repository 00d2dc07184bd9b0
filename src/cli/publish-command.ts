import { forgetSecrets } from '../environment.ts'
import { parsePublishInputs } from '../inputs/publish.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { publish } from '../publish/publish.ts'
import { publishOutputs } from '../report/outputs.ts'
import { usage } from './arguments.ts'
import type { CommandResult, CommandRun } from './command-line.ts'
import { inputsOf } from './inputs.ts'
import { outcomeText } from './outcome-text.ts'
import { readSecret } from './secret-files.ts'

/** `nar-publish publish INSTALLABLE... TARGET`: the action's `mode: publish`, told by arguments. */
export async function runPublish(run: CommandRun): Promise<CommandResult> {
  const { log, scratch } = run
  const environment = run.environmentWith(publishInputs(run))
  const secrets = readSecrets(environment, (secret) => {
    log.hide(secret)
  })
  const inputs = parsePublishInputs(environment, secrets)
  forgetSecrets()
  const { report, error } = await publish({ inputs, environment, scratch, log, timings: [] })
  return { json: jsonOutputs(publishOutputs(report, Infinity)), text: outcomeText(report), error }
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
  const isTargetLast = operands.length > (isCommit ? 0 : 1)
  const target = inputs.has('target-repository') || !isTargetLast ? undefined : operands.pop()
  if (target !== undefined) inputs.set('target-repository', target)
  if (operands.length > 0) inputs.set('flake-attribute', operands.join('\n'))

  const environment = run.environmentWith(inputs)
  const hasWork = ['flake-attribute', 'paths'].some((name) => environment.input(name) !== '')
  if (!hasWork && !isCommit) {
    throw usage(command, 'arguments', 'what to publish is missing')
  }
  if (environment.input('target-repository') === '' && environment.repository === null) {
    throw usage(command, 'arguments', 'the target is missing: publish INSTALLABLE TARGET')
  }
  return inputs
}

const lists = ['published', 'skipped']
const numbers = ['nar-count', 'bytes', 'attempts']

/** The action's outputs as the JSON that they mean. */
function jsonOutputs(outputs: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, text]) => {
      if (lists.includes(name)) return [name, JSON.parse(text) as unknown]
      if (numbers.includes(name)) return [name, Number(text)]
      if (name === 'store-paths') return [name, text === '' ? [] : text.split('\n')]
      return [name, text]
    })
  )
}
