import { NarPublishError } from '../errors.ts'
import { openExisting } from '../publish/open-target.ts'
import type { Target, TargetSnapshot } from '../repository/types.ts'
import { count } from '../text.ts'
import type { KnownContents } from './cache-state.ts'
import { composePrune, type ComposedPrune } from './compose.ts'
import type { PruneRun } from './inputs.ts'

export interface Looked {
  target: Target
  /** The branch as it was when the run began. */
  before: TargetSnapshot
  composed: ComposedPrune
  /** What was read so far. */
  known: KnownContents
}

/** Rows of each kind that the log lists; the summary has more. */
const listedRows = 100

/** Reads the whole cache and decides. Nothing is written. Throws BRANCH_MISSING, and what composing throws. */
export async function lookAtCache(run: PruneRun): Promise<Looked> {
  const { log } = run
  return log.group('Look at the cache', async () => {
    const { target, snapshot: before } = await openExisting(run)
    if (before.commit === null) {
      throw new NarPublishError({
        code: 'BRANCH_MISSING',
        subject: `${target.name}, branch ${JSON.stringify(target.branch)}`,
        reason: 'it does not exist, or the repository is empty'
      })
    }
    const known: KnownContents = new Map()
    const composed = await composePrune(run, target, before, known)
    for (const line of decisionLines(composed)) log.info(line)
    return { target, before, composed, known }
  })
}

function decisionLines({ decision, isSquash, from }: ComposedPrune): string[] {
  const { keptRows, removedRows, removedNarInfos, keptNarInfos, removedNars } = decision
  return [
    ...bounded(keptRows.map(({ row, reason }) => `keep ${row.storePath} (${reason})`)),
    ...bounded(removedRows.map(({ storePath }) => `remove ${storePath}`)),
    `${count(keptRows.length, 'artifact')} and ${count(keptNarInfos.length, 'path')} stay; ` +
      `${count(removedRows.length, 'artifact')}, ${count(removedNarInfos.size, 'path')} and ${count(removedNars.length, 'NAR')} go`,
    ...(isSquash ? [`the history up to ${from} goes`] : [])
  ]
}

function bounded(lines: readonly string[]): string[] {
  const more = lines.length - listedRows
  return more > 0 ? [...lines.slice(0, listedRows), `… and ${more} more`] : [...lines]
}
