import type { Readme } from '../catalogue/find-readme.ts'
import type { NarInfo, PackedNar, PackedPath, PathInfo } from '../binary-cache/types.ts'
import type { CatalogueRow } from '../catalogue/types.ts'
import type { PathOrigin, PlannedRow } from '../build-plan/plan.ts'
import type { EvaluatedInstallable, InstallableFailure, Nix, Substituter } from '../nix/types.ts'
import type { Pin } from '../pins/pin.ts'
import type { Change, CommitResult, Target, TargetSnapshot } from '../repository/types.ts'
import type { Artifact } from './artifact.ts'
import type { BuildLogs } from './logs/build-logs.ts'
import type { WritePlan } from './plan-writes.ts'
import type { SkippedPath } from './report/types.ts'

/** A pin that the run was asked for. */
export interface WantedPin extends Pin {
  /** Asked for by this name and path, so that it is an error when it cannot be; else it came with `om ci`'s results. */
  isByHand: boolean
}
/** What the inputs come to, whatever the target holds. */
export interface Asked {
  artifacts: Artifact[]
  evaluated: EvaluatedInstallable[]
  storePaths: string[]
  /** Of these, those that are not in this machine's store. */
  missing: ReadonlySet<string>
  failures: InstallableFailure[]
  wantedPins: WantedPin[]
  notes: string[]
}
/** What a job does for its row of a plan, beside what any job does for what it was asked for. */
export interface RowWork {
  row: PlannedRow
  /** What its streams could not bring into Nix's database, by store path. */
  origins: ReadonlyMap<string, PathOrigin>
  /** Output paths of what it builds → the .drv. */
  own: ReadonlyMap<string, string>
  /** Of that, what is built for other rows. */
  forOthers: readonly EvaluatedInstallable[]
  /** What other jobs and earlier attempts have packed, to build with. */
  substituters: readonly Substituter[]
  /** Of that, paths of other rows → which row. */
  fromOthers: ReadonlyMap<string, string>
  /** Of what earlier attempts have built. */
  logs: BuildLogs
  /** Of its attributes, those that need what the first wave did not build. */
  undone: readonly InstallableFailure[]
}
/** What was asked for, what the target holds of it, and what is left to do. Nothing was built and nothing written yet. */
export interface Plan extends Omit<ReadyToCommit, 'packed' | 'toSign' | 'dropped'> {
  nix: Nix
  asked: Asked
  /** Installables with an output that the target does not hold. */
  toBuild: EvaluatedInstallable[]
  /** Given store paths that the target does not hold. */
  givenPaths: string[]
  wantedPins: WantedPin[]
  /** Sentences for the reader. */
  notes: string[]
  /** Left out: the job is for no row of a plan. */
  rowWork?: RowWork | undefined
}
/** So that a run that goes round again builds nothing twice, and does not try again what cannot be built. */
export interface Tried {
  installables: ReadonlySet<string>
  /** Output paths that are valid now. */
  outputs: readonly string[]
  /** Of those that were built, output path → seconds of the build, as far as that is known. */
  seconds: ReadonlyMap<string, number>
  failures: readonly InstallableFailure[]
}
/** The plan carried out on this machine's store. */
export interface Built extends Plan {
  /** Store paths that are valid now and whose closures are to be published. */
  roots: string[]
  /** What building came to, that of earlier rounds included. */
  tried: Tried
}
export interface Selected extends Built, Pick<ReadyToCommit, 'toSign' | 'dropped'> {
  /** Paths to pack, in no order: they land in one commit. */
  selected: PathInfo[]
  /** What each path of the closure refers to, itself among that where it does; left out: not asked. */
  references?: ReadonlyMap<string, readonly string[]>
  /** Of these, those that other jobs need; left out: none. */
  handed?: ReadonlySet<string>
}
export type Packed = Selected & Pick<ReadyToCommit, 'packed' | 'logs'>
/** What a commit is made of, wherever it was packed. */
export interface ReadyToCommit {
  target: Target
  /** The target's branch as it was when the run began, or when it went round again. */
  before: TargetSnapshot
  /** Every artifact asked for, held ones included; no two with the same store path. */
  artifacts: readonly Artifact[]
  /** Of these, what the target already has, index row included. */
  held: ReadonlySet<string>
  packed: readonly PackedPath[]
  /** Of the builds that made those; left out: none. */
  logs?: BuildLogs
  /** Paths whose NAR the target holds without this run's signature. */
  toSign: readonly PathInfo[]
  /** Every path that was looked at and is not packed, each with its reason. */
  dropped: readonly SkippedPath[]
  failures: readonly InstallableFailure[]
  /** Artifacts whose closure cannot be read from this machine's store: they do not land, whatever the target holds of it. Left out: none. */
  lost?: ReadonlySet<string>
  /** Pins that this run is to make, where that is possible; left out: none. */
  wantedPins?: readonly WantedPin[]
}
/** What a publish makes of one state of the branch; of the state that its commit went on top of in the end. */
export interface Composed {
  /** null: the state has it all. */
  change: Change | null
  /** Index rows that this state lacks, or knows with a smaller closure. */
  rows: CatalogueRow[]
  /** Paths that come beside those, because they belong to the closure. */
  closure: NarInfo[]
  /** What this state lacks of the NARs. */
  nars: PackedNar[]
  /** How many derivations of those have a log that goes along, unless it is there. */
  logs: number
  /** Store paths that this state holds and that get this run's signature. */
  signed: string[]
  /** Pins that this state lacks, or has of another path. */
  movedPins: Pin[]
  /** Names that are pins in this state and are to be none. */
  unpinned: string[]
  /** Keys that readers of the result are told: this run's, `trusted-keys`, and those that the README told before. */
  publicKeys: readonly string[]
  /** Keys that only the catalogue names. */
  untoldKeys: readonly string[]
  /** Of this run's, those that readers are told from now on, while they were told others before. */
  newKeys: readonly string[]
  /** Of what this run brings, signs or indexes, the store paths that a cache of signed artifacts has no signature of that its readers take. */
  unreadable: string[]
  /** Whether the state has no artifact. */
  isBeginning: boolean
  /** That of the state. */
  readme: Readme
  /** Sentences about badges that cannot be. */
  badgeNotes: string[]
  /** A sentence about a page that is not ours. */
  pageNotes: string[]
}
export interface CommitOutcome extends Omit<
  Composed,
  'change' | 'unreadable' | 'isBeginning' | 'badgeNotes' | 'pageNotes'
> {
  kind: 'committed'
  /** Those that this run makes, the ones that were so before included. */
  pins: Pin[]
  /** Sentences about pins that are not made. */
  pinNotes: string[]
  /** Sentences about where NARs go. */
  placeNotes: string[]
  /** What the commit takes and by which route; null when there is nothing to write. */
  plan: WritePlan | null
  /** null when nothing was written: all was held, or the run may not write. */
  commit: CommitResult | null
}
export type CommittedPublish = ReadyToCommit & CommitOutcome
