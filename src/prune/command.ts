import { usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { inputsOf } from '../cli/inputs.ts'
import { forgetSecrets } from '../environment.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { parsePruneInputs } from './inputs.ts'
import { prune } from './prune.ts'
import { pruneOutputs } from './report/outputs.ts'
import { pruneText } from './report/text.ts'
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
  const secrets = readSecrets(environment, (secret) => {
    log.hide(secret)
  })
  const inputs = parsePruneInputs(environment, secrets)
  forgetSecrets()
  const { report, error } = await prune({ inputs, environment, scratch, log, timings: [] })
  return { json: jsonResult(report), text: pruneText(report), error }
}

/** The action's outputs as the JSON that they mean. */
function jsonResult(report: PruneReport): Record<string, unknown> {
  const { removed = '[]', kept = '[]', ...outputs } = pruneOutputs(report, Infinity)
  return {
    ...outputs,
    outcome: report.outcome,
    removed: JSON.parse(removed) as unknown,
    kept: JSON.parse(kept) as unknown,
    changed: outputs['changed'] === 'true',
    'freed-bytes': Number(outputs['freed-bytes']),
    attempts: Number(outputs['attempts']),
    warnings: report.warnings,
    notes: report.notes
  }
}
