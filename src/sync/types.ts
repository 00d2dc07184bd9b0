import type { Digest, HashAlgorithm, HashForm } from '../binary-cache/digest.ts'

/** A tracked text file of the checkout. */
export interface TextFile {
  /** Repository path, with `/`. */
  path: string
  /** Its bytes, read strictly as UTF-8; line endings and a byte order mark as they stand. */
  text: string
}

/** A piece of a text file. Offsets count UTF-16 code units, as JavaScript's strings do. */
export interface Span {
  file: string
  start: number
  /** Exclusive. */
  end: number
  /** From 1. */
  line: number
  /** What stands there. */
  text: string
}

/** A hash that the package's evaluation may read. */
export interface HashLiteral extends Span {
  form: HashForm
  /** Of `empty` and `fake`: what the attribute's name says, else sha256. */
  algorithm: HashAlgorithm
  /** What stands there; null for a placeholder (`empty`, `fake`, `sha256-AAAA…`, all zeros), which no derivation can mean. */
  digest: Digest | null
  /** What is written with it, of one that is not there yet. */
  around?: { before: string; after: string }
}

/** One occurrence of the old version. */
export interface VersionLiteral extends Span {
  /** The old version as it is spelled here: `1.84.0` or `1_84_0`; its successor is spelled alike. */
  separator: '.' | '_' | '-'
}

export const toldKinds = ['assumed', 'left', 'unseen', 'unfed', 'comment'] as const
type ToldKind = (typeof toldKinds)[number]

/** A place that whoever reads the change should look at. Data. */
export interface ToldPlace {
  /**
   * assumed: the version was bumped there although neither the version, the name nor the main source says it. left: it was not, as it is
   * somebody else's. unseen: it was not, as nothing of the package shows it. unfed: a hash that nothing comes from, beside one that
   * changed. comment: it still says the old version.
   */
  kind: ToldKind
  file: string
  line: number
  /** What stood there before the change. */
  text: string
  /** For people. */
  why: string
}

/** A change of one literal. */
export interface Edit extends Span {
  replacement: string
}

/** What the evaluation of a package says of it. */
export interface EvaluatedPackage {
  /** For which it was evaluated. */
  system: string
  drvPath: string
  /** `infer-0.76.1` */
  name: string
  pname: string
  /** null: it has none. */
  version: string | null
  outputs: { name: string; path: string }[]
  mainProgram: string | null
  /** `meta.homepage`, `meta.changelog`; data. */
  homepage: string | null
  changelog: string | null
  /** Nix's systems that `meta.platforms` names; null: it says nothing. */
  platforms: string[] | null
}

/** A hash literal of the repository and the derivations that it feeds. */
export interface TracedHash {
  literal: HashLiteral
  /** Systems on which it feeds a derivation. */
  systems: string[]
  /** Names of those derivations: `source`, `infer-0.76.0-go-modules`. */
  derivations: string[]
}

/** A hash that was made anew. */
export interface ComputedHash extends TracedHash {
  digest: Digest
  /** Where from: built here, or fetched by URL for a system that cannot build here. */
  how: 'built' | 'fetched'
}

/** What the run decided to write, before formatting: the whole of it. */
export interface SyncChange {
  package: PackageReference
  /** `pname` */
  name: string
  oldVersion: string | null
  newVersion: string | null
  /** Commit of the checkout that the spans are about. */
  head: string
  /** Where the version is written, and the commit that the source is pinned by. */
  versions: Edit[]
  hashes: HashEdit[]
  /** null: the source is not pinned by a commit, or that stays. */
  revision: Revision | null
  beside: Beside
}

/** What becomes of the files that a builder wants made for each version: lock files, lists of dependencies. */
export interface Beside {
  /** Made anew, whole. The spans of hashes in them are about what is here. */
  files: MadeFile[]
  /** Names of hashes that follow a lock file: `outputHashes."gitdep-0.4.0"`. */
  keys: Edit[]
  /** Read by the package, and not made anew. */
  left: LeftFile[]
}

export interface MadeFile {
  path: string
  /** As in the work tree. */
  text: string
  /** Git did not track it. */
  isNew: boolean
  /**
   * source: it stands in the new version's source. script: the package's own made it. command: that of `before-hash`. lock: Nix locked an
   * input of the flake anew.
   */
  by: 'source' | 'script' | 'command' | 'lock'
}

export interface LeftFile {
  path: string
  /** For people: why. */
  reason: string
}

export const nothingBeside: Beside = { files: [], keys: [], left: [] }

/** A source's commit on its way to another. */
export interface Revision {
  /** As the source's address or `rev` has it: 40 digits, or fewer. */
  old: string
  /** 40 digits. */
  new: string
}

export interface HashEdit extends Edit {
  systems: string[]
  derivations: string[]
  /** SRI, whatever the form; null: there was a placeholder. */
  oldHash: string | null
  newHash: string
}

/** How often Nix was asked, for the report: an evaluation is one instantiation of the package for one system. */
export interface SyncCounts {
  evaluations: Record<string, number>
  rounds: number
  builds: number
}

/** A check and its end, as the pull request lists it. */
export interface Check {
  name: 'evaluate' | 'build' | 'smoke-test' | 'format'
  /** skipped: was not asked for, or cannot run on this machine. */
  result: 'passed' | 'skipped'
  /** For people, plain text. */
  detail: string
}

/** A file as it will be: its path, its bytes, and Git's mode. */
export interface ChangedFile {
  path: string
  mode: '100644' | '100755'
  /** Git's hash of the blob at `head`; null: there is none. */
  oldBlob: string | null
  /** As Git stores it. */
  content: Buffer
}

/** A text file of the checkout and what becomes of it, both as in the work tree. */
export interface RewrittenFile {
  /** Repository path. */
  path: string
  /** null: it is new. */
  before: string | null
  after: string
}
/** A piece of a file in which a literal may stand: a string value, or what of it is between interpolations. */
export interface Region {
  /** Offset of `text` in the file. */
  start: number
  /** As it stands in the file, and as long, with the escapes blanked (see `blankEscape`). */
  text: string
  /** It is a value by itself, not a part of one. */
  isWhole: boolean
  /** Of a whole one: the attribute or key that takes it, then the one that takes the set it is in. */
  names: readonly string[]
}
export type PackageReference =
  /** `.#infer`, `./dir#x`, `.`: a flake inside the checkout. `folder`: relative to the workspace. `attribute`: empty for the default. */
  | { kind: 'flake'; text: string; folder: string; attribute: string }
  /** `file:nix/infer.nix`, `file:default.nix#infer`. `path`: relative to the workspace. `attribute`: empty for the file's own value. */
  | { kind: 'file'; text: string; path: string; attribute: string }
export type WantedVersion =
  | { kind: 'given'; text: string; source: 'input' | 'release' }
  | { kind: 'keep' }
  | { kind: 'latest' }
  /** The newest commit of a branch; null: of the repository's default. */
  | { kind: 'branch'; name: string | null }

/** `nix/infer.nix:12`, for people. */
export function placeOf({ file, line }: Pick<Span, 'file' | 'line'>): string {
  return `${file}:${line}`
}

/** Both commits, as short as Git shows them: of a version that is the same at both. */
export function revisionWords({ old, new: commit }: Revision, arrow = '→'): string {
  return `${old.slice(0, 7)} ${arrow} ${commit.slice(0, 7)}`
}
