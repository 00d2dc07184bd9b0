import type { CatalogueRow } from '../../catalogue/types.ts'
import type { ReportedRoute, ReportedRun, ReportedTarget } from '../../report/types.ts'

export const keepReasons = ['pinned', 'generation', 'days', 'referenced'] as const

/**
 * pinned: a file below `pins/` names it. generation: among the newest `keep-generations`. days: published within `keep-days`.
 * referenced: none of these, but something that stays needs it.
 */
export type KeepReason = (typeof keepReasons)[number]

/** What a prune did, for people (the summary) and for later steps (the outputs). */
export interface PruneReport extends ReportedRun, ReportedRoute {
  /**
   * pruned: a commit was made. nothing: none was needed. dry-run and fork (a pull request from a fork has a read-only token): nothing
   * was written, and what is said to be removed is what would have been.
   */
  outcome: 'pruned' | 'nothing' | 'dry-run' | 'fork'
  target: ReportedTarget
  rules: { keepGenerations: number; keepDays: number }
  /** Artifacts that went. */
  removed: readonly CatalogueRow[]
  /** Store paths of all narinfos that went, the artifacts' among them. */
  removedPaths: readonly string[]
  /** NARs that went from the branch. */
  removedNars: number
  /** Build logs that went from the branch; left out: none. */
  removedLogs?: number
  /** NARs that went from the branch's tree into release assets, or, in a dry run, would; left out: none. */
  movedNars?: number
  /** Release assets that went, or, in a dry run, would go. */
  removedAssets: readonly { name: string; size: number }[]
  kept: readonly { row: CatalogueRow; reason: KeepReason }[]
  keptPaths: number
  /** Of those, the ones that no artifact and no pin leads to. */
  unreachable: readonly string[]
  /** Of the branch's files, as far as their sizes are known, and of the assets that went. */
  bytes: { before: number; after: number; assets: number }
  /** The branch's history was (or would be) replaced by one commit; what it was at before. */
  squashed: string | null
  /** The commit that was made, or the branch's head. */
  commit: { sha: string; url: string }
  requests: { api: number; raw: number; git?: number }
  /** What comes near a limit of the host's. */
  warnings: readonly string[]
}

/** Everything that goes, in bytes. */
export function freedBytes({ bytes }: Pick<PruneReport, 'bytes'>): number {
  return bytes.before - bytes.after + bytes.assets
}
