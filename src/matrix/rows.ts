import { NarPublishError } from '../errors.ts'
import { fileWord } from '../harmless.ts'
import type { RunnerLabel } from '../inputs/runner-map.ts'
import { formatExpected, type MatrixRow } from '../publish/expected-rows.ts'
import { plainName } from '../publish/packed-folder/plain.ts'
import { count } from '../text.ts'
import type { EvaluatedAttribute } from './evaluate.ts'

/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
export const mostRows = 256
/** Characters of the two outputs: a job's outputs may have 1 MB together, reckoned as UTF-16; and `expected` is to fit into a variable. */
const largestMatrix = 380_000
const largestExpected = 120_000

const longestName = 100

/**
 * A row for each attribute; above 256, each row takes several attributes of its system, so that each takes about as many. Throws
 * MATRIX_TOO_LARGE.
 */
export function matrixRows(
  attributes: readonly EvaluatedAttribute[],
  runners: ReadonlyMap<string, RunnerLabel>,
  most = mostRows
): MatrixRow[] {
  const bySystem = [...Map.groupBy(attributes, ({ system }) => system)]
  if (bySystem.length > most) throw new Error('more systems than rows')
  const size = smallestSize(
    bySystem.map(([, { length }]) => length),
    most
  )
  const rows = bySystem.flatMap(([system, own]) => {
    const rowCount = Math.ceil(own.length / size)
    return Array.from({ length: rowCount }, (_, index): MatrixRow => {
      const from = Math.floor((index * own.length) / rowCount)
      const to = Math.floor(((index + 1) * own.length) / rowCount)
      const group = own.slice(from, to)
      return {
        name: rowName(group),
        system,
        os: runners.get(system) ?? '',
        attribute: group.map(({ installable }) => installable).join('\n'),
        pnames: group.map(({ pname }) => plainName(pname))
      }
    })
  })
  if (
    JSON.stringify(matrixOf(rows)).length > largestMatrix ||
    formatExpected(rows).length > largestExpected
  ) {
    throw new NarPublishError({
      code: 'MATRIX_TOO_LARGE',
      subject: count(attributes.length, 'attribute'),
      reason: `the matrix would have more than the ${largestMatrix} characters that an output can hold (${largestExpected} when it is compressed)`
    })
  }
  return rows
}

/** For `strategy.matrix`, with nothing but what a job needs. */
export function matrixOf(rows: readonly MatrixRow[]): { include: Omit<MatrixRow, 'pnames'>[] } {
  return {
    include: rows.map(({ name, system, os, attribute }) => ({ name, system, os, attribute }))
  }
}

/** The smallest size of a group with which `most` groups are enough. */
function smallestSize(lengths: readonly number[], most: number): number {
  const groups = (size: number): number =>
    lengths.reduce((sum, length) => sum + Math.ceil(length / size), 0)
  let size = 1
  while (groups(size) > most) size += 1
  return size
}

function rowName(group: readonly EvaluatedAttribute[]): string {
  const [first, last] = [group[0], group.at(-1)].map((each) => plain(each?.name ?? ''))
  return group.length === 1
    ? (first ?? '')
    : `${count(group.length, 'attribute')}, ${first ?? ''} to ${last ?? ''}`
}

/** Somebody may well write `run: echo ${{ matrix.name }}`. */
function plain(text: string): string {
  const name = text.split('@').map(fileWord).join('@').replace(/^-+/, '')
  return name.length > longestName ? `${name.slice(0, longestName - 3)}...` : name || 'unnamed'
}
