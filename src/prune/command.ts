import prettyBytes from 'pretty-bytes'
import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets } from '../environment.ts'
import { terminalText } from '../harmless.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { jsonOutputs } from '../report/outputs.ts'
import { onTerminal } from '../report/sentence.ts'
import { parsePruneInputs } from './inputs.ts'
import { prune } from './prune.ts'
import { pruneSentence, whyKept } from './report/outcome.ts'
import { pruneOutputs } from './report/outputs.ts'
import type { PruneReport } from './report/types.ts'

/** `nar-publish prune TARGET`: the action's `mode: prune`, told by arguments. */
export async function runPrune(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log, scratch } = run
  const [target, ...more] = given.operands
  // The store that one stands in may be anybody's: nothing is deleted by default.
  if (target === undefined) throw usage(command, 'arguments', 'the store to prune is missing')
  if (more.length > 0) throw usage(command, 'arguments', 'one store is pruned at a time')
  const environment = run.environmentWith(
    new Map([...inputsOf(command, given), ['mode', 'prune'], ['target-repository', target]])
  )
  const secrets = readSecrets(environment, log.hide)
  const inputs = typed(() => parsePruneInputs(environment, secrets))
  forgetSecrets()
  const { report, error } = await prune({ inputs, environment, scratch, log, timings: [] })
  return { json: jsonResult(report), text: pruneText(report), error }
}

const parsed = ['removed', 'kept', 'changed', 'freed-bytes', 'attempts']

function jsonResult(report: PruneReport): Record<string, unknown> {
  const { removed, kept, ...outputs } = jsonOutputs(pruneOutputs(report, Infinity), parsed)
  const { outcome, warnings, notes } = report
  return { ...outputs, outcome, removed, kept, warnings, notes }
}

/** What a prune did, in a few lines for a terminal. */
export function pruneText(report: PruneReport): string {
  const { removed, bytes, commit, notes } = report
  const lines = [
    onTerminal(pruneSentence(report)),
    ...removed.map(({ storePath, fileSize }) => `  ${storePath}  ${prettyBytes(fileSize)}`),
    ...whyKept(report).map((text) => `  kept: ${text}`),
    ...notes.map((note) => `note: ${note}`),
    `files of the branch  ${prettyBytes(bytes.before)} → ${prettyBytes(bytes.after)}`,
    `commit               ${commit.url || commit.sha}`
  ]
  return terminalText(lines)
}
