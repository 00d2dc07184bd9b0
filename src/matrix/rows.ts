import { NarPublishError } from '../errors.ts'
import { fileWord } from '../harmless.ts'
import type { RunnerLabel } from '../inputs/runner-map.ts'
import { formatExpected, type BesideRows, type MatrixRow } from '../publish/expected-rows.ts'
import { count } from '../text.ts'

/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
export const mostRows = 256
/** Characters of the outputs: a job's outputs may have 1 MB together, reckoned as UTF-16; and `expected` is to fit into a variable. */
const largestMatrix = 380_000
const largestExpected = 120_000

const longestName = 100

/** Throws MATRIX_TOO_LARGE when the rows of both waves are more than the outputs can hold. */
export function refuseTooLarge(rows: readonly MatrixRow[]): void {
  if (
    JSON.stringify(matrixOf(rows)).length > largestMatrix ||
    formatExpected(rows, null).length > largestExpected
  ) {
    throw new NarPublishError({
      code: 'MATRIX_TOO_LARGE',
      subject: count(rows.flatMap(({ pnames }) => pnames).length, 'attribute'),
      reason: `the matrix would have more than the ${largestMatrix} characters that an output can hold (${largestExpected} when it is compressed)`
    })
  }
}

/** For the job that commits. What has no row is left out where there is no room for it. */
export function expectedOf(rows: readonly MatrixRow[], beside: BesideRows): string {
  const all = formatExpected(rows, beside)
  return all.length > largestExpected ? formatExpected(rows, null) : all
}

/** For `strategy.matrix`, with nothing but what a job needs. */
export function matrixOf(rows: readonly MatrixRow[]): { include: Omit<MatrixRow, 'pnames'>[] } {
  return {
    include: rows.map(({ name, system, os, attribute, row, takes }) => ({
      ...{ name, system, os, attribute },
      ...(row === undefined ? {} : { row, takes: takes ?? '' })
    }))
  }
}

/**
 * For jobs that look again at what the rows of a system leave, each on the runner that most of these have; `rows`: those of both waves, and those of
 * other systems that these take from, `a|b`.
 * Empty without a plan.
 */
export function machinesOf(rows: readonly MatrixRow[]): {
  include: { system: string; os: RunnerLabel; rows: string }[]
} {
  const planned = rows.filter(({ row }) => row !== undefined)
  const bySystem = Map.groupBy(planned, ({ system }) => system)
  return {
    include: [...bySystem].flatMap(([system, own]) => {
      const byRunner = [...Map.groupBy(own, ({ os }) => JSON.stringify(os)).values()]
      const [most = []] = byRunner.toSorted((one, other) => other.length - one.length)
      const takes = own.flatMap(({ takes = '' }) => takes.split('|')).filter((id) => id !== '')
      const ids = new Set([...own.map(({ row = '' }) => row), ...takes])
      return most.slice(0, 1).map(({ os }) => ({ system, os, rows: [...ids].join('|') }))
    })
  }
}

/** For a job that has these: `hello`, or `2 attributes, a to b`. */
export function rowName(names: readonly string[], noun: string): string {
  const [first, last] = [names[0], names.at(-1)].map((name) => plain(name ?? ''))
  return names.length === 1
    ? (first ?? '')
    : `${count(names.length, noun)}, ${first ?? ''} to ${last ?? ''}`
}

/** Somebody may well write `run: echo ${{ matrix.name }}`. */
function plain(text: string): string {
  const name = text.split('@').map(fileWord).join('@').replace(/^-+/, '')
  return name.length > longestName ? `${name.slice(0, longestName - 3)}...` : name || 'unnamed'
}
