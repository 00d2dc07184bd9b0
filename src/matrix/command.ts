import prettyBytes from 'pretty-bytes'
import { inputsOf, usage } from '../cli/arguments.ts'
import type { CommandResult, CommandRun } from '../cli/command.ts'
import { typed } from '../cli/typed.ts'
import { forgetSecrets } from '../environment.ts'
import { terminalText } from '../harmless.ts'
import { readSecrets } from '../inputs/secrets.ts'
import { count, parseJson } from '../text.ts'
import { parseMatrixInputs } from './inputs.ts'
import { makeMatrix } from './matrix.ts'
import { buildsText, givers } from './report/row-text.ts'
import { heldIn, matrixOutputs } from './report/summary.ts'
import type { MatrixReport, ReportedRow } from './report/types.ts'

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
  const secrets = readSecrets(environment, log.hide)
  const inputs = typed(() => parseMatrixInputs(environment, secrets))
  forgetSecrets()
  const { report, error } = await makeMatrix({ inputs, environment, scratch, log, timings: [] })
  return { json: jsonResult(report), text: matrixText(report), error }
}

function jsonResult(report: MatrixReport): Record<string, unknown> {
  const outputs = matrixOutputs(report)
  return {
    matrix: parseJson(outputs['matrix'] ?? ''),
    'first-wave': parseJson(outputs['first-wave'] ?? ''),
    'any-jobs': report.rows.length > 0,
    rows: report.rows.map(({ name, row, wave, system, builds, weight, fetches, takes = '' }) => ({
      ...{ name, row, wave, system, builds, weight, fetches },
      takes: takes.split('|').filter((id) => id !== '')
    })),
    held: heldIn(report),
    failures: report.failures
  }
}

function matrixText(report: MatrixReport): string {
  const { rows, failures, target, notes = [] } = report
  const lines = [
    ...rows.map((row) => rowLine(row, rows)),
    ...notes,
    ...failures.map(({ installable, code }) => `failed: ${installable} (${code})`),
    `${count(rows.length, 'job')}; ${target.name}, branch ${target.branch} holds ${count(heldIn(report).length, 'attribute')}.`
  ]
  return terminalText(lines)
}

/** `.#hello  x86_64-linux  ubuntu-24.04  builds 3 of weight 3, takes from a and b` */
function rowLine(row: ReportedRow, rows: readonly ReportedRow[]): string {
  const taken = givers(row, rows)
  const work = [
    ...(row.wave === 1 ? ['first wave'] : []),
    ...(row.builds.length === 0 ? [] : [`builds ${buildsText(row)}`]),
    ...(row.fetches ? [`fetches ${prettyBytes(row.fetches)}`] : []),
    ...(taken === '' ? [] : [`takes from ${taken}`])
  ]
  const what = row.attribute.includes('\n') || row.attribute === '' ? row.name : row.attribute
  return [what, row.system, [row.os].flat().join(', '), work.join(', ')].join('  ').trimEnd()
}
