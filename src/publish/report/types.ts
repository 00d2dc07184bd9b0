import type { CatalogueRow } from '../../catalogue/types.ts'
import type { Pin } from '../../pins/pin.ts'
import type {
  ReportedFailure,
  ReportedRoute,
  ReportedRun,
  ReportedTarget
} from '../../report/types.ts'

/** What a publish did, for people (the summary) and for later steps (the outputs). */
export interface PublishReport extends ReportedRun, ReportedRoute {
  /**
   * published: a commit was made. nothing-new: none was needed, or nothing could be built. dry-run and fork (a pull request
   * from a fork has a read-only token): nothing was written, and `published` and `closure` are what would have been. packed: they
   * are in a folder, for a run that commits them.
   */
  outcome: 'published' | 'nothing-new' | 'dry-run' | 'fork' | 'packed'
  target: ReportedTarget
  /** Store path of every artifact asked for that is in the target (or in the folder, or would be), new or already there, in the order asked for. */
  artifacts: readonly string[]
  /** Artifacts that this run brings to the target. */
  published: readonly CatalogueRow[]
  /** Paths that it brings beside those, because they belong to the closure. */
  closure: readonly ClosurePath[]
  /** The NARs of both that the target did not hold yet. `narBytes`: uncompressed, `fileBytes`: as stored. */
  uploads: {
    nars: number
    narBytes: number
    fileBytes: number
    /** Each with its path in the repository and its `sha256:<base32>`. */
    files: readonly { path: string; fileHash: string }[]
  }
  /** Of how many derivations the build log goes along, unless the target has one; left out: none. */
  logs?: number
  /** Store paths that the target held and that get this run's signature. */
  signed: readonly string[]
  /** Those that it makes, the ones that were so before included. */
  pins: readonly Pin[]
  /** Of these, those that the target lacks or has of another path. */
  movedPins: readonly Pin[]
  /** Names that were pins and are none now. */
  unpinned: readonly string[]
  skipped: readonly SkippedPath[]
  failures: readonly ReportedFailure[]
  /** The commit that holds everything: the branch's head when nothing was new; null when the branch does not exist. */
  commit: { sha: string; url: string } | null
  /** Where the cache’s README is in the branch. */
  readmePath: string
  requests: { api: number; raw: number; git?: number }
  /** `name:base64` of the keys that this run signs with, its own first; none: unsigned. */
  signedBy: readonly string[]
  /** `name:base64` of each key that the cache's README tells readers to trust, as far as the run read it. */
  cacheKeys?: readonly string[]
  verify: {
    /** What was done, which may be less than what was asked for: nothing new is not verified. */
    kind: 'substitute' | 'narinfo' | 'none'
    /** How many paths were proved. */
    paths: number
    /** The address at which readers get them, where that was waited for. */
    served?: string
  }
  /** The branch that is at this run's commit now, as readers get all that was expected; left out: it was left, or there is none. */
  cachedBranch?: CachedBranchReport
  /** With `cache: true`: so many of the paths that earlier runs left were used by this one's build. */
  reused?: { paths: number; of: number }
}

export interface CachedBranchReport {
  name: string
  /** `owner/name` of the source. */
  repository: string
  commit: { sha: string; url: string }
  /** False: it was there before. */
  isMoved: boolean
  /** Markdown; null: nobody could draw it. */
  badge: string | null
}

export interface ClosurePath {
  storePath: string
  /** bytes, uncompressed */
  narSize: number
  /** bytes, as downloaded */
  fileSize: number | null
}

export const skipReasons = ['held', 'upstream', 'excluded', 'handed'] as const
export type SkipReason = (typeof skipReasons)[number]

export interface SkippedPath {
  storePath: string
  /** held: the target has it. upstream: signed by one of `upstream-keys`. excluded: matched by `exclude`. handed: it came packed from another job. */
  reason: SkipReason
  /** The key or the expression that decided, for people. */
  detail: string
}
