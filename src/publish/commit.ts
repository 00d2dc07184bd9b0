import type { NarInfo, PackedNar } from '../binary-cache/types.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import type { CommitResult } from '../target/types.ts'
import type { Artifact } from './artifact.ts'
import { composeChange, largeFilesOf, narInfoOf, type Contribution } from './compose.ts'
import type { Packed } from './pack.ts'
import { planWrites, writePlanLine, type WritePlan } from './plan-writes.ts'
import type { PublishRun } from './publish.ts'

export interface Committed extends Packed {
  /** Index rows that this run brought (or, when it may not write, would bring). */
  rows: CatalogueRow[]
  /** Paths that came beside those, because they belong to the closure. */
  closure: NarInfo[]
  /** NARs that the target did not hold. */
  nars: PackedNar[]
  /** Store paths that the target held and that got this run's signature. */
  signed: string[]
  /** `name:base64` of every key that readers of the target trust. */
  publicKeys: readonly string[]
  /** What the commit takes and by which route; null when there is nothing to write. */
  plan: WritePlan | null
  /** null when nothing was written: all was held, or the run may not write. */
  commit: CommitResult | null
}

/** Brings NARs, narinfos, catalogue and README into the branch in one commit, on top of whatever the branch is by then. */
export async function commitArtifacts(run: PublishRun, packed: Packed): Promise<Committed> {
  const { target, before } = packed
  const artifacts = artifactsToIndex(packed)
  if (packed.packed.length + packed.toSign.length + artifacts.length === 0) {
    const nothing = { rows: [], closure: [], nars: [], signed: [], publicKeys: [] }
    return { ...packed, ...nothing, plan: null, commit: null }
  }
  const contribution: Contribution = {
    packed: packed.packed.map((path) => ({ ...path, narInfo: narInfoOf(run, path) })),
    toSign: packed.toSign,
    artifacts,
    publishedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  }
  // A README or catalogue that cannot be merged is found here, before the first byte goes up.
  let composed = await composeChange(run, target, contribution, before)
  const files = largeFilesOf(packed.packed, target)
  // NAR and narinfo of each path, what is signed anew, catalogue, README, nix-cache-info.
  const texts = {
    count: packed.packed.length + packed.toSign.length + 3,
    longest: Math.max(0, ...[...(composed.change?.files.values() ?? [])].map((text) => text.length))
  }
  const plan = planWrites(files, texts, target, run.inputs.route)
  if (!mayWrite(run)) {
    run.log.info(`would write by ${writePlanLine(plan)}`)
    return { ...packed, ...composed, plan, commit: null }
  }
  return run.log.group(`Commit to ${target.name}`, async () => {
    run.log.info(writePlanLine(plan))
    const commit = await target.commit(
      files,
      before,
      async (snapshot, released) => {
        composed = await composeChange(run, target, contribution, snapshot, released)
        return composed.change
      },
      plan.route
    )
    run.log.info(
      commit.changed
        ? `${commit.url || commit.commit} after ${commit.attempts} update(s) of ${target.branch}`
        : 'another publisher brought the same meanwhile: nothing is left to commit'
    )
    return { ...packed, ...composed, plan, commit }
  })
}

/** A dry run writes nothing; neither does a fork's pull request, whose token is read-only. */
export function mayWrite({ inputs, environment }: PublishRun): boolean {
  return !inputs.dryRun && !environment.isForkPullRequest
}

/** Packed ones, and those whose NAR the target holds while its index does not know them (as somebody's dependency). */
function artifactsToIndex({ artifacts, held, packed, toSign, dropped }: Packed): Artifact[] {
  const available = new Set([
    ...packed.map(({ info }) => info.storePath),
    ...toSign.map(({ storePath }) => storePath),
    ...dropped.filter(({ reason }) => reason === 'held').map(({ storePath }) => storePath)
  ])
  return artifacts.filter(({ storePath }) => available.has(storePath) && !held.has(storePath))
}
