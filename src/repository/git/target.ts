import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { checkBranchName, isBranchName } from '../branch-name.ts'
import { isHalt } from '../landing.ts'
import type { Pace } from '../pace.ts'
import type {
  CommitResult,
  ComposeChange,
  Halt,
  Head,
  LargeFile,
  Target,
  TargetSnapshot
} from '../types.ts'
import { copiedFirst, makeReadableCopy } from '../readable-copy.ts'
import { commitFilesByGit } from './commit-files.ts'
import { commitByPush, snapshotOf } from './commit-by-push.ts'
import { Repository, type RepositoryOptions } from './repository.ts'
import { blobsAt } from './trees.ts'

export interface GitTargetOptions {
  /** Any address that git can push to, or an absolute path. */
  url: string
  /** null: the repository's default branch. A branch that does not exist is made by the first commit, without a parent. */
  branch: string | null
  /** Where the branch's files are served for readers; null: nowhere, they clone it. */
  substituterUrl: string | null
  /** Folder for scratch files. */
  scratch: string
  /** Of child processes. */
  env: Readonly<Record<string, string>>
  log: Log
  pace?: Pace
}

/**
 * Any Git repository as storage, through git itself; credentials are git's own. No connection when the branch is named, else one.
 * Throws BRANCH_INVALID, INPUT_MISSING, GIT_MISSING, GIT_AUTH_FAILED, GIT_UNREACHABLE, GIT_FAILED, REPOSITORY_NOT_FOUND.
 */
export async function openGitTarget(options: GitTargetOptions): Promise<Target> {
  const { branch, url, scratch } = options
  if (branch !== null) checkBranchName(branch)
  const place = { ...options, scratch: join(scratch, 'git') }
  const repository = Repository.make(place)
  const branchName = branch ?? (await repository.defaultBranch())
  if (branchName === null || !isBranchName(branchName)) {
    throw new NarPublishError({
      code: 'INPUT_MISSING',
      subject: 'input target-branch',
      reason: `it is empty, and ${url} does not say which branch is its default`
    })
  }
  return new GitTarget(repository, place, branchName, options.substituterUrl)
}

class GitTarget implements Target {
  readonly name: string
  readonly branch: string
  readonly isPrivate = false
  readonly substituterUrl: string | null
  readonly servedBy: 'other' | null
  readonly readerCredentials = null
  /** What the host takes is not known: it says so when the push arrives. */
  readonly largestTreeFile = Number.MAX_SAFE_INTEGER
  readonly largestFile = Number.MAX_SAFE_INTEGER
  readonly repositoryBytes = null
  readonly releasedFiles = null
  readonly routes = ['push'] as const
  readonly cloneUrl: string
  readonly #repository: Repository
  readonly #place: RepositoryOptions
  readonly #heads = new WeakMap<TargetSnapshot, { head: Head | null }>()
  #last: { head: Head | null; snapshot: TargetSnapshot } | null = null
  /** What commits have at the target. */
  readonly #fetchedCommits = new Map<string, ReturnType<typeof commitFilesByGit>>()
  readonly #repositories: Repository[]

  constructor(
    repository: Repository,
    place: RepositoryOptions,
    branch: string,
    substituterUrl: string | null
  ) {
    this.#repository = repository
    this.#repositories = [repository]
    this.#place = place
    this.name = shortName(place.url)
    this.cloneUrl = place.url
    this.branch = branch
    this.substituterUrl = substituterUrl
    this.servedBy = substituterUrl === null ? null : 'other'
  }

  get requests(): { api: number; raw: number; git: number } {
    const git = this.#repositories.reduce((sum, { connections }) => sum + connections, 0)
    return { api: 0, raw: 0, git }
  }

  substituterUrlAt(): string | null {
    return this.substituterUrl
  }

  /**
   * A copy that is fetched from the target for this, whether or not somebody serves its files: a mirror or Pages may need minutes to
   * have the commit.
   */
  async readableAt(
    ...[commit, hashes, directory, likelyNars = []]: Parameters<Target['readableAt']>
  ): ReturnType<Target['readableAt']> {
    const head = this.#last?.head
    // What this process wrote tells what to ask for, and nothing else.
    const expected =
      head?.commit === commit
        ? await blobsAt(this.#repository, head.tree, copiedFirst(hashes, likelyNars))
        : []
    const files = await this.#fetched(commit, expected)
    return makeReadableCopy(files, hashes, directory, likelyNars)
  }

  /** Into a repository that has nothing else; once for a commit. `expected`: see commitFilesByGit. */
  #fetched(commit: string, expected: readonly string[] = []): ReturnType<typeof commitFilesByGit> {
    const known = this.#fetchedCommits.get(commit)
    if (known !== undefined) return known
    const repository = Repository.make(this.#place)
    this.#repositories.push(repository)
    const fetched = commitFilesByGit(repository, commit, expected)
    this.#fetchedCommits.set(commit, fetched)
    return fetched
  }

  /** Which page shows a file is each host's own matter. */
  webUrl(): string {
    return ''
  }

  commitUrl(): string {
    return ''
  }

  /** Hosts have no question of one kind; a push tells. */
  refusal(): Promise<null> {
    return Promise.resolve(null)
  }

  async snapshot(): Promise<TargetSnapshot> {
    return this.#snapshotOf(await this.#repository.fetchBranch(this.branch))
  }

  async commit<Halted extends Halt>(
    largeFiles: readonly LargeFile[],
    from: TargetSnapshot,
    compose: ComposeChange<NoInfer<Halted>>
  ): Promise<CommitResult | Halted> {
    const landed = await commitByPush(
      { repository: this.#repository, branch: this.branch, known: from },
      this.#heads.get(from)?.head,
      largeFiles,
      new Map(),
      compose
    )
    if (isHalt(landed)) return landed
    const { head, changed, attempts } = landed
    this.#snapshotOf(head)
    const { commit } = head
    const readBack = async (): Promise<TargetSnapshot> => (await this.#fetched(commit)).snapshot
    return { commit, readBack, changed, attempts, url: '', route: 'push' }
  }

  #snapshotOf(head: Head | null): TargetSnapshot {
    if (this.#last === null || this.#last.head?.commit !== head?.commit) {
      this.#last = { head, snapshot: snapshotOf(this.#repository, head) }
    }
    const { snapshot } = this.#last
    this.#heads.set(snapshot, { head })
    return snapshot
  }
}

/** `nix/store` of `https://git.example.org/nix/store.git`, `git@host:nix/store` and `/srv/nix/store.git`. */
export function shortName(url: string): string {
  const path = url.replace(/^[a-z+]+:\/\/[^/]*/i, '').replace(/^[^/]*:/, '')
  const parts = path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
  return (
    parts
      .filter((part) => part !== '')
      .slice(-2)
      .join('/') || url
  )
}
