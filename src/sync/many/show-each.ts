import { timed } from '../../run.ts'
import { unifiedDiff } from '../diff.ts'
import type { BringingEach, WorkedSet } from './bringing.ts'
import type { OfOneChange } from './tally.ts'

/** What each pull request would hold, where none may be opened. */
export async function showEach(bringing: BringingEach): Promise<void> {
  const { run, changes, tally } = bringing
  tally.diff = ''
  for (const change of changes) {
    if (tally.stopped !== null) return
    await tally.try(change, async () => {
      const worked = await change.work()
      try {
        const { copy } = worked
        if (copy === null) {
          tally.set(change, { done: 'current' })
          return
        }
        const files = await timed(run, 'write', () => copy.rewrittenFiles())
        showOne(bringing, change, worked)
        tally.diff = `${tally.diff ?? ''}${unifiedDiff(files)}`
      } finally {
        worked.remove()
      }
    })
  }
}

/** A change that is not written. A look at hashes tells those that are wrong. */
export function showOne(
  { dryRun, isKept, tally }: BringingEach,
  change: OfOneChange,
  { parts, notes }: Pick<WorkedSet, 'parts' | 'notes'>
): void {
  tally.set(change, { done: dryRun ? 'dry-run' : 'fork' })
  tally.note(notes)
  if (!dryRun || !isKept) return
  for (const { computed } of parts) tally.drifted(computed.change.hashes)
}
