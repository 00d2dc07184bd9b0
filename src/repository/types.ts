import type { NarPublishError } from '../errors.ts'
import type { ServedBy } from '../serving.ts'

/** A Git repository as storage for a binary cache. One interface, so that each route (GitHub API, git push) reads alike. */

/** A commit that a branch points at, or pointed at. */
export interface Head {
  commit: string
  tree: string
}

/** One state of the target's branch, read lazily and never changing: all answers are about the same commit. */
export interface TargetSnapshot {
  /** Commit the branch pointed at; null when the branch does not exist yet (or the repository is empty). */
  readonly commit: string | null
  /** A file's bytes, or null when this commit does not have it. Never answers null for a file that is there. */
  readFile(path: string): Promise<Buffer | null>
  /**
   * The same for who decides by it what need not be done, and writes nothing of it: the bytes may come from an address of which nobody
   * has said that they are the commit's, where that spares a request. Null is as certain as there.
   */
  glanceAt(path: string): Promise<Buffer | null>
  /**
   * Tells what a change is going to replace without having read it, if it is there: where a push makes deltas of files, they come along
   * with what is read next. Nothing is asked for it.
   */
  willReplace?(paths: readonly string[]): void
  /**
   * Which of these narinfos the commit holds, each with its text. One that is left out is not in the commit's tree.
   * Keys and values: hash part (32 characters) → the file's text.
   */
  readNarInfos(hashes: readonly string[]): Promise<Map<string, string>>
  /**
   * Which of these narinfos the commit does not hold, for who counts on them and does not need their texts. One in the answer is really
   * not there; one that is left out is. Hash parts.
   */
  missingNarInfos(hashes: readonly string[]): Promise<Set<string>>
  /** Every file of the commit, by its path. For who goes through the whole store: a publish never needs it. */
  listFiles(): Promise<ReadonlyMap<string, TreeFile>>
  /** Many small files whole, by their paths; one that the commit does not have is left out. Throws unless it gets all others. */
  readFiles(paths: readonly string[]): Promise<Map<string, Buffer>>
  /** Whether the commit has a parent. */
  hasHistory(): Promise<boolean>
  /** Whether the commit has such a file; nothing of it is fetched where a listing is at hand. */
  has(path: string): Promise<boolean>
  /** What stands at these paths, be it a file or not; one that is left out is not there. */
  itemsAt(paths: readonly string[]): Promise<ReadonlyMap<string, TreeItem>>
  /** What a folder has, by name; empty: the root. Nothing when it is no folder; of one that the host lists in part, that part. */
  itemsIn(folder: string): Promise<ReadonlyMap<string, TreeItem>>
}

/** What a commit has at a path. */
export interface TreeItem {
  kind: 'file' | 'link' | 'folder' | 'submodule'
  /** Whether Git gives a file the mode of a program. */
  isExecutable: boolean
  /** Git's name of it. */
  object: string
}

/** A file as a commit has it. */
export interface TreeFile {
  /** Git's name of its content: the same content has the same name in every commit. */
  blob: string
  /** bytes; null: not known, as the file would have to be fetched for it. */
  size: number | null
}

/** A file that exists before the commit is composed and never changes when the branch moves: a NAR. */
export interface LargeFile {
  /** Path in the repository. */
  path: string
  diskPath: string
  /** bytes */
  size: number
  /** Where it goes: into the branch's tree, or beside the repository as a release asset, which has an address of its own. */
  placement: Placement
}

export type Placement = 'tree' | 'release'

/** Where the files beside the tree are: repository path → absolute URL that anybody can download it from. */
export type Released = ReadonlyMap<string, string>

/** What one commit changes. Paths are repository paths with `/`. */
export interface Change {
  /** First line, empty line, body. */
  message: string
  /** Small files written whole: narinfos, README, catalogue. */
  files: Map<string, Buffer>
  /** Those that are written where nothing stands yet: what is there stays, whatever it is. */
  newFiles?: ReadonlyMap<string, Buffer>
  /** Of the large files placed in the tree, the ones that this commit brings into it. */
  largeFiles: readonly LargeFile[]
  /** Files that go; each is there in the state that the change was made for. */
  deletedFiles?: readonly string[]
  /** The commit has no parent, and the branch is made to point at it by force, provided that it still is where it was. */
  replacesHistory?: boolean
}

/** What composing answers for a state that it cannot go on from: the commit ends, and the branch is as it was. */
export interface Halt {
  halts: true
}

/**
 * Makes the change for a given state of the branch: called again, on the new state, each time the branch moved. `released` names
 * each large file that was placed beside the tree (left out: none was). null: nothing is left to change (somebody else published
 * the same).
 */
export type ComposeChange<Halted extends Halt = never> = (
  snapshot: TargetSnapshot,
  released?: Released
) => Promise<Change | Halted | null>

export interface CommitResult {
  /** The commit that holds everything; of an earlier publisher when `changed` is false. */
  commit: string
  /** Its files as the target gives them back: nothing that this process wrote stands for one. Throws VERIFY_FAILED when it is not there. */
  readBack: () => Promise<TargetSnapshot>
  changed: boolean
  /** For people: `https://github.com/o/r/commit/<sha>`. */
  url: string
  /** How often the ref update was tried, 0 when nothing changed. */
  attempts: number
  route: Route
}

/** Files beside the tree that are kept together, and are made public together. */
export interface FileRelease {
  id: number
  /** The last but one segment of its files' addresses. */
  tag: string
  /** Not public yet: no narinfo can name its files. */
  isDraft: boolean
  /** Of its files none can be deleted without all others. */
  isImmutable: boolean
  /** Milliseconds since 1970. */
  madeAt: number
  files: readonly ReleasedFile[]
}

export interface ReleasedFile {
  id: number
  /** The last segment of its address. */
  name: string
  /** bytes */
  size: number
  /** Milliseconds since 1970. */
  uploadedAt: number
}

/** What uploading files beside the tree comes to. */
export interface UploadRoom {
  /** Repository paths of those that are there already, by name and size: they are not sent again. */
  there: ReadonlySet<string>
  /** How many others the host takes within this hour, as far as its releases tell. */
  left: number
}

/** The files beside a target's tree, for who places some there or takes some away. */
export interface ReleasedFiles {
  /** One listing, which the upload then goes by. */
  roomFor(files: readonly LargeFile[]): Promise<UploadRoom>
  /** Writes those of the files that the commit's tree has below `directory`, and answers which these are. */
  copyFromTree(
    commit: string,
    paths: readonly string[],
    directory: string
  ): Promise<ReadonlySet<string>>
  /** Those that this action has made, drafts included. */
  list(): Promise<FileRelease[]>
  /** The texts of the narinfos of every other branch of the repository that is a cache. Throws unless it gets them all. */
  narInfosElsewhere(): Promise<string[]>
  deleteFile(file: ReleasedFile): Promise<void>
  /** With its files and its tag; not when it has got a file meanwhile that it did not have: then it answers false. */
  deleteRelease(release: FileRelease): Promise<boolean>
}

/** How a commit gets into the branch: through GitHub's Git Data API, or as one pack pushed by git. */
export const routes = ['api', 'push'] as const
export type Route = (typeof routes)[number]

export interface Target {
  /** `owner/name` as GitHub spells it. */
  readonly name: string
  /** The branch that is published to. */
  readonly branch: string
  readonly isPrivate: boolean
  /** What readers put into `substituters`, for the branch. null: nobody serves its files, readers clone `cloneUrl`. */
  readonly substituterUrl: string | null
  /** null: nobody. */
  readonly servedBy: ServedBy | null
  /** What `git clone` takes. */
  readonly cloneUrl: string
  /** The ways into the branch that this target has, the one that is preferred first. */
  readonly routes: readonly Route[]
  /**
   * What Nix needs in a netrc to read a private target: a host name and a login of basic authentication. null when anybody can
   * read it.
   */
  readonly readerCredentials: { host: string; login: string; password: string } | null
  /** The same files at one commit, which no cache on the way can have an older state of; null: nobody serves them. */
  substituterUrlAt(commit: string): string | null
  /**
   * Address that Nix on this machine reads these paths from, as they are at a commit: they are fetched into `directory`, as Git or the
   * host's API gives them, whether or not somebody serves them. `hashes`: hash parts of store paths. `likelyNars`: where their NARs
   * probably are, which spares a question. Throws VERIFY_FAILED when the commit or a NAR is not there.
   */
  readableAt(
    commit: string,
    hashes: readonly string[],
    directory: string,
    likelyNars?: readonly string[]
  ): Promise<string>
  /** The web page of a file on the branch, for links in the summary; empty when it is not known. */
  webUrl(path: string): string
  /** The web page of a commit; empty when it is not known. */
  commitUrl(commit: string): string
  /** Bytes of the whole repository, as its host says; null: it does not. */
  readonly repositoryBytes: number | null
  /** Files placed beside the tree; null: this target has none. */
  readonly releasedFiles: ReleasedFiles | null
  /** Requests made so far, by what they cost: API requests (GitHub's quota), plain file reads, and connections of git. */
  readonly requests: { api: number; raw: number; git?: number }
  /**
   * Asks the host, as cheaply as it can be asked, whether it would refuse a commit on top of `from`: for who has work to do before it. What
   * is returned is certain; null: nothing is known to speak against it. It warns of what may. `change`: what is known of it.
   */
  refusal(
    from: TargetSnapshot,
    change?: Pick<Change, 'replacesHistory'>
  ): Promise<NarPublishError | null>
  /** Reads where the branch is now. */
  snapshot(): Promise<TargetSnapshot>
  /** Largest file (bytes) that this target takes into its tree; a larger one is placed beside it, as a release asset. */
  readonly largestTreeFile: number
  /** Largest file (bytes) that this target takes at all; that of the tree where nothing can be placed beside it. */
  readonly largestFile: number
  /**
   * Uploads the large files once, those beside the tree first and publicly, then composes and commits until the branch has the change. The first attempt is made on `from`
   * (what the caller read before, so that a branch that stood still costs no read more) unless that is too old to be likely.
   * `route`: one of `routes`; without it the first of them. Answers what composing halts with.
   */
  commit<Halted extends Halt = never>(
    largeFiles: readonly LargeFile[],
    from: TargetSnapshot,
    compose: ComposeChange<NoInfer<Halted>>,
    route?: Route
  ): Promise<CommitResult | NoInfer<Halted>>
}
