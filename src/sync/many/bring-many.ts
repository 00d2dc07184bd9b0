import type { Reported, Run } from '../../run.ts'
import { isMany, type SyncInputs } from '../inputs.ts'
import type { ManyInputs } from './inputs.ts'
import type { ManyReport } from './report.ts'

/** A run that is about several packages, by its inputs or by what other jobs left for it; null: it is about one, and what is for many is not loaded. */
export async function bringMany(
  run: Run<SyncInputs | ManyInputs>
): Promise<Reported<ManyReport> | null> {
  const { inputs } = run
  if (isMany(inputs)) {
    return inputs.phase === 'all'
      ? (await import('./bring-all.ts')).bringAll({ ...run, inputs })
      : (await import('./compute-set.ts')).computeSet({ ...run, inputs })
  }
  if (inputs.phase !== 'commit' || inputs.many === null) return null
  const { readAllLeft } = await import('../computed/left.ts')
  const { areOfMany, commitAll } = await import('./take-all.ts')
  const left = await readAllLeft(inputs.computed)
  return areOfMany(left, inputs.many)
    ? commitAll(run, { ...inputs, many: inputs.many }, left)
    : null
}
