import type { NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { mayWrite } from '../publish/run.ts'
import type { ReleasedFile, ReleasedFiles } from '../repository/types.ts'
import { count } from '../text.ts'
import { readCacheState } from './cache-state.ts'
import type { CommittedPrune } from './commit-prune.ts'
import {
  filesOf,
  namesOf,
  planReleases,
  removeReleased,
  type ReleasePlan
} from './release-files.ts'
import type { PruneRun } from './inputs.ts'

export interface Cleaned extends CommittedPrune {
  /** Release assets that are gone; in a dry run, that would be. */
  assets: ReleasedFile[]
  releaseNotes: string[]
  /** What failed here, after the commit. */
  error: NarPublishError | null
}

/**
 * Removes the release assets that no narinfo names any more: of the branch as it is after the commit, and of the repository's other
 * branches, which are read only when there is something to remove. What fails here fails the run, and the next one tries it again.
 */
export async function pruneReleases(run: PruneRun, committed: CommittedPrune): Promise<Cleaned> {
  const released = committed.target.releasedFiles
  const cleaned: Cleaned = { ...committed, assets: [], releaseNotes: [], error: null }
  if (released === null) return cleaned
  try {
    const { plan, namesNow } = await planWith(run, committed, released)
    const files = filesOf(plan)
    cleaned.releaseNotes = plan.notes
    if (!mayWrite(run)) return { ...cleaned, assets: files }
    if (plan.files.length + plan.releases.length === 0) return cleaned
    await run.log.group(`Remove ${count(files.length, 'release asset')}`, () =>
      removeReleased(released, plan, namesNow, cleaned.assets, run.log)
    )
    return cleaned
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    return { ...cleaned, error }
  }
}

async function planWith(
  run: PruneRun,
  committed: CommittedPrune,
  released: ReleasedFiles
): Promise<{ plan: ReleasePlan; namesNow: () => Promise<Set<string>> }> {
  const releases = await released.list()
  const before = namesOf([...committed.composed.state.narInfos.values()], [])
  let elsewhere: string[] = []
  const namesNow = async (): Promise<Set<string>> =>
    namesOf(await narInfosNow(run, committed), elsewhere)
  const planNow = async (): Promise<ReleasePlan> =>
    planReleases(releases, { before, now: await namesNow() }, run.now)
  const nothing: ReleasePlan = { files: [], releases: [], notes: [] }
  const plan = releases.length === 0 ? nothing : await planNow()
  if (plan.files.length + plan.releases.length === 0) return { plan, namesNow }
  elsewhere = await released.narInfosElsewhere()
  // Again, and last: a publish that landed meanwhile may name what an earlier one has uploaded.
  return { plan: await planNow(), namesNow }
}

/** Those that the branch has now; when nothing was written, those that it would have. */
async function narInfosNow(run: PruneRun, committed: CommittedPrune): Promise<readonly NarInfo[]> {
  const { target, composed, known } = committed
  if (!mayWrite(run)) return composed.decision.keptNarInfos
  const state = await readCacheState(await target.snapshot(), target.name, known)
  return [...state.narInfos.values()]
}
