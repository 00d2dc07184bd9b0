import { details, markdownCode, markdownText, table } from '../../markdown/markdown.ts'
import { failuresTable, remarks } from '../../report/blocks.ts'
import type { Outputs } from '../../report/outputs.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count } from '../../text.ts'
import { expectedOf, matrixOf } from '../rows.ts'
import type { MatrixReport } from './types.ts'

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
    ...table(
      ['Job', 'System', 'Runner', 'Attributes'],
      rows
        .slice(0, shown)
        .map(({ name, system, os, attribute }) => [
          markdownText(name),
          markdownText(system),
          markdownText([os].flat().join(', ')),
          attribute.includes('\n')
            ? count(attribute.split('\n').length, 'attribute')
            : markdownCode(attribute)
        ])
    ),
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
 * `matrix` and `first-wave` for `fromJSON`, whether they have a row (a job with an empty matrix fails), and `expected` for the job that
 * commits.
 */
export function matrixOutputs({ rows, beside }: MatrixReport): Outputs {
  const [first, second] = [1, 2].map((wave) => rows.filter((row) => row.wave === wave))
  return {
    matrix: JSON.stringify(matrixOf(second ?? [])),
    'first-wave': JSON.stringify(matrixOf(first ?? [])),
    expected: expectedOf(rows, beside),
    'any-jobs': String(second?.length !== 0),
    'any-first-wave': String(first?.length !== 0)
  }
}

/** Installables that the target holds. */
export function heldIn({ beside }: MatrixReport): string[] {
  return [...new Set(beside.held.map(({ attribute }) => attribute))]
}
