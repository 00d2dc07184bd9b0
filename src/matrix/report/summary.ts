import prettyBytes from 'pretty-bytes'
import { details, markdownCode, markdownText, table } from '../../markdown/markdown.ts'
import { failuresTable, remarks } from '../../report/blocks.ts'
import type { Outputs } from '../../report/outputs.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count } from '../../text.ts'
import { expectedOf, machinesOf, matrixOf } from '../rows.ts'
import { planPicture } from './picture.ts'
import { buildsText, givers } from './row-text.ts'
import type { MatrixReport, ReportedRow } from './types.ts'

/** Markdown for GITHUB_STEP_SUMMARY. */
export function renderMatrixSummary(report: MatrixReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render(report: MatrixReport, shown: number): string {
  const { rows, target, failures, notes = [] } = report
  const held = heldIn(report)
  return `${[
    headline(report),
    ...remarks('Note', notes),
    ...planTable(rows, shown),
    ...planPicture(rows),
    ...(held.length === 0
      ? []
      : details(`${count(held.length, 'attribute')} already in ${markdownText(target.name)}`, [
          held
            .slice(0, shown)
            .map((attribute) => `- ${markdownCode(attribute)}`)
            .join('\n')
        ])),
    ...failuresTable(failures.slice(0, shown), failures.length)
  ].join('\n\n')}\n`
}

function planTable(rows: readonly ReportedRow[], shown: number): string[] {
  const hasWaves = rows.some(({ wave }) => wave === 1)
  const inWaves = (...cells: string[]): string[] => (hasWaves ? cells : [])
  return table(
    [
      ...['Job', ...inWaves('Wave'), 'System', 'Runner', 'Attributes', 'Builds', 'Fetches'],
      ...inWaves('Takes from')
    ],
    rows
      .slice(0, shown)
      .map((row) => [
        markdownText(row.name),
        ...inWaves(String(row.wave)),
        markdownText(row.system),
        markdownText([row.os].flat().join(', ')),
        row.attribute.includes('\n')
          ? count(row.attribute.split('\n').length, 'attribute')
          : row.attribute && markdownCode(row.attribute),
        buildsText(row),
        row.fetches ? prettyBytes(row.fetches) : '',
        ...inWaves(markdownText(givers(row, rows), 300))
      ])
  )
}

function headline(report: MatrixReport): string {
  const { rows, attributes, failures, target } = report
  const held = heldIn(report)
  const where = `${markdownText(target.name)}, branch ${markdownCode(target.branch)}`
  const failed = failures.length === 0 ? '' : ` **${count(failures.length, 'attribute')} failed.**`
  if (rows.length > 0) {
    return `**${count(rows.length, 'job')}** for ${count(attributes, 'attribute')} that ${where} does not hold.${failed}`
  }
  const why =
    held.length === 0
      ? 'no derivation was found'
      : `${where} holds ${count(held.length, 'attribute')}`
  return `**No job is needed**: ${why}.${failed}`
}

/**
 * `matrix` and `first-wave` for `fromJSON`, whether they have a row (a job with an empty matrix fails), `machines` for jobs that
 * build again, and `expected` for the job that commits.
 */
export function matrixOutputs({ rows, beside }: MatrixReport): Outputs {
  const [first, second] = [1, 2].map((wave) => rows.filter((row) => row.wave === wave))
  return {
    matrix: JSON.stringify(matrixOf(second ?? [])),
    'first-wave': JSON.stringify(matrixOf(first ?? [])),
    machines: JSON.stringify(machinesOf(rows)),
    expected: expectedOf(rows, beside),
    'any-jobs': String(second?.length !== 0),
    'any-first-wave': String(first?.length !== 0)
  }
}

/** Installables that the target holds. */
export function heldIn({ beside }: MatrixReport): string[] {
  return [...new Set(beside.held.map(({ attribute }) => attribute))]
}
