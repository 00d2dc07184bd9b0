import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { forgetSecrets } from '../environment.ts'
import { terminalText } from '../harmless.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { count } from '../text.ts'
import { parseMatrixInputs } from './inputs.ts'
import { makeMatrix } from './matrix.ts'
import { heldIn, matrixOutputs } from './report/summary.ts'
import type { MatrixReport } from './report/types.ts'

/** `nar-publish matrix ATTRIBUTE... TARGET`: the action's `mode: matrix`, told by arguments. */
export async function runMatrix(run: CommandRun): Promise<CommandResult> {
  const { command, arguments: given, log, scratch } = run
  const attributes = given.operands.slice(0, -1)
  const target = given.operands.at(-1)
  if (attributes.length === 0 || target === undefined) {
    throw usage(command, 'arguments', 'attributes and then the target are wanted')
  }
  const environment = run.environmentWith(
    new Map([
      ...inputsOf(command, given),
      ['target-repository', target],
      ['flake-attribute', attributes.join('\n')]
    ])
  )
  const inputs = parseMatrixInputs(environment, readSecrets(environment, log.hide))
  forgetSecrets()
  const { report, error } = await makeMatrix({ inputs, environment, scratch, log, timings: [] })
  return { json: jsonResult(report), text: matrixText(report), error }
}

function jsonResult(report: MatrixReport): Record<string, unknown> {
  const { matrix = '' } = matrixOutputs(report)
  return {
    matrix: JSON.parse(matrix) as unknown,
    'any-jobs': report.rows.length > 0,
    held: heldIn(report),
    failures: report.failures
  }
}

function matrixText(report: MatrixReport): string {
  const { rows, failures, target } = report
  const lines = [
    ...rows.map(
      ({ attribute, system, os }) => `${attribute}  ${system}  ${[os].flat().join(', ')}`
    ),
    ...failures.map(({ installable, code }) => `failed: ${installable} (${code})`),
    `${count(rows.length, 'job')}; ${target.name}, branch ${target.branch} holds ${count(heldIn(report).length, 'attribute')}.`
  ]
  return terminalText(lines)
}
