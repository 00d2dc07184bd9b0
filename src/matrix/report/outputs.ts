import { formatExpected } from '../../publish/expected-rows.ts'
import type { Outputs } from '../../report/outputs.ts'
import { matrixOf } from '../rows.ts'
import type { MatrixReport } from './types.ts'

/** `matrix` for `fromJSON`, `expected` for the job that commits, and whether it has a row: a job with an empty matrix fails. */
export function matrixOutputs({ rows }: MatrixReport): Outputs {
  return {
    matrix: JSON.stringify(matrixOf(rows)),
    expected: formatExpected(rows),
    'any-jobs': String(rows.length > 0)
  }
}
