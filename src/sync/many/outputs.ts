import { jsonOutputs, largestOutputs, type Outputs } from '../../report/outputs.ts'
import { isChange, isFailure, type ManyReport, type ManyRow } from './report.ts'

/**
 * The outputs of a run about several packages. Lists that would be too large lose first their reasons' ends, then their last rows. `largest`:
 * characters of all together.
 */
export function manyOutputs({ rows }: ManyReport, largest = largestOutputs): Outputs {
  const changed = String(rows.some(isChange))
  const lists = [
    ['pull-requests', pullRequestsOf(rows)],
    ['outdated', outdatedOf(rows)],
    ['failed', rows.filter(isFailure).map(failureOf)]
  ] as const
  const outputs: Outputs = { changed }
  let room = largest - changed.length
  for (const [index, [name, list]] of lists.entries()) {
    // What one leaves the next may have.
    const text = fitting(list, Math.floor(room / (lists.length - index)))
    outputs[name] = text
    room -= text.length
  }
  return outputs
}

/** The same as the JSON that they mean, and all rows, for a terminal. */
export function manyJson(report: ManyReport): Record<string, unknown> {
  const outputs = manyOutputs(report, Infinity)
  return {
    ...jsonOutputs(outputs, Object.keys(outputs)),
    packages: report.rows,
    commits: report.commits,
    ...(report.diff === null ? {} : { diff: report.diff }),
    ...(report.computedFiles.length === 0 ? {} : { 'computed-files': report.computedFiles })
  }
}

function fitting(list: readonly object[], room: number): string {
  let length = 2
  return JSON.stringify(list.filter((row) => (length += JSON.stringify(row).length + 1) <= room))
}

/** One a pull request, with the packages that are in it. */
function pullRequestsOf(rows: readonly ManyRow[]): object[] {
  const own = rows.flatMap(({ package: text, pullRequest }) =>
    pullRequest === null ? [] : [{ text, ...pullRequest }]
  )
  return [...Map.groupBy(own, ({ number }) => number).values()].flatMap((some) => {
    const [first] = some
    if (first === undefined) return []
    const { number, url, operation } = first
    return [{ packages: some.map(({ text }) => text), number, url, operation }]
  })
}

function outdatedOf(rows: readonly ManyRow[]): object[] {
  return rows
    .filter(({ set }) => set !== null)
    .map(({ package: text, name, from, to, set }) => ({ package: text, name, from, to, set }))
}

const longestReason = 500

function failureOf({ package: text, why, done }: ManyRow): object {
  const { code = null, reason = '' } = why ?? {}
  return { package: text, code: code ?? done, reason: reason.slice(0, longestReason) }
}
