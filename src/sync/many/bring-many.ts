import type { Reported, Run } from '../../run.ts'
import { readAllLeft } from '../computed/left.ts'
import { isMany, type SyncInputs } from '../inputs.ts'
import { bringAll } from './bring-all.ts'
import { computeSet } from './compute-set.ts'
import type { ManyInputs } from './inputs.ts'
import type { ManyReport } from './report.ts'
import { areOfMany, commitAll } from './take-all.ts'

/** A run that is about several packages, by its inputs or by what other jobs left for it; null: it is about one. */
export async function bringMany(
  run: Run<SyncInputs | ManyInputs>
): Promise<Reported<ManyReport> | null> {
  const { inputs } = run
  if (isMany(inputs)) {
    return inputs.phase === 'all' ? bringAll({ ...run, inputs }) : computeSet({ ...run, inputs })
  }
  if (inputs.phase !== 'commit' || inputs.many === null) return null
  const left = await readAllLeft(inputs.computed)
  return areOfMany(left, inputs.many)
    ? commitAll(run, { ...inputs, many: inputs.many }, left)
    : null
}
