import type { MatrixReport } from './matrix-types.ts'
import type { Outputs } from './outputs.ts'

/** `matrix` for `fromJSON`, and whether it has a row: a job with an empty matrix fails. */
export function matrixOutputs({ rows }: MatrixReport): Outputs {
  const include = rows.map(({ name, system, os, attribute }) => ({ name, system, os, attribute }))
  return { matrix: JSON.stringify({ include }), 'any-jobs': String(rows.length > 0) }
}
