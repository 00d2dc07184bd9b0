import { timed, type Reported, type Run } from '../../run.ts'
import { attributeName, leavingFailure } from '../computed/failure.ts'
import { writeComputed } from '../computed/files.ts'
import type { Computed } from '../computed/types.ts'
import { evaluationsIn } from '../counts.ts'
import type { ManyInputs } from './inputs.ts'
import { packagesFailed, type ManyReport } from './report.ts'
import { Tally } from './tally.ts'
import { manyRun, workOutSet } from './work-out-set.ts'

/**
 * Phase `compute` of one change of several packages: a file for each, which names the others. What fails is left in a file as well, and
 * thrown.
 */
export async function computeSet(
  run: Run<Extract<ManyInputs, { phase: 'compute' }>>
): Promise<Reported<ManyReport>> {
  const { works, outputDirectory } = run.inputs
  const packages = works.map((work) => work.package)
  const here = manyRun(run)
  const tally = new Tally()
  await leavingFailure(outputDirectory, packages, works[0].systems.value ?? [], async () => {
    const { parts, still, notes, remove } = await workOutSet(here, works)
    remove()
    const all = [...parts, ...still].map(({ computed }) => computed)
    const together = packages.map(({ text }) => text).toSorted()
    tally.note(notes)
    for (const computed of all) {
      const left = together.length === 1 ? computed : { ...computed, together }
      const file = await timed(run, 'write', () =>
        writeComputed(outputDirectory, left, nameOf(computed, all))
      )
      tally.computed(computed, file)
      run.log.info(`computed: ${file}`)
    }
  })
  const { counts } = here
  const report = tally.report({
    repository: null,
    counts: { evaluations: evaluationsIn(counts), requests: 0, builds: counts.builds },
    dashboard: null,
    timings: run.timings
  })
  return { report, error: packagesFailed(report.rows) }
}

/** What its file is called by: two packages may have one name, but no one attribute. */
function nameOf({ change }: Computed, all: readonly Computed[]): string {
  const isAlone = all.every((other) => other.change === change || other.change.name !== change.name)
  return isAlone ? change.name : `${change.name}-${attributeName(change.package)}`
}
