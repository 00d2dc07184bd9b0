import { NarPublishError } from '../errors.ts'
import type { RunnerLabel } from '../inputs/runner-map.ts'
import { count } from '../report/words.ts'
import type { EvaluatedAttribute } from './evaluate.ts'

/** One job: a row of `strategy.matrix.include`. */
export interface MatrixRow {
  /** For the job's name: one line of harmless characters. */
  name: string
  system: string
  /** For `runs-on`. */
  os: RunnerLabel
  /** For `flake-attribute`: one installable a line. */
  attribute: string
}

/** GitHub's limit for one matrix. https://docs.github.com/en/actions/reference/limits */
export const mostRows = 256
/** Bytes of the output: the job that commits gets it as an input, and Linux takes variables of at most 128 KiB (execve(2), MAX_ARG_STRLEN). */
const largestMatrix = 120_000

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
        attribute: group.map(({ installable }) => installable).join('\n')
      }
    })
  })
  if (Buffer.byteLength(JSON.stringify(rows)) > largestMatrix) {
    throw new NarPublishError({
      code: 'MATRIX_TOO_LARGE',
      subject: count(attributes.length, 'attribute'),
      reason: `the matrix would have more than ${largestMatrix} bytes, and a later job could not take it as its input \`expected\``
    })
  }
  return rows
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
  const name = text.replace(/[^\w.+@-]/g, '-').replace(/^-+/, '')
  return name.length > longestName ? `${name.slice(0, longestName - 3)}...` : name || 'unnamed'
}
