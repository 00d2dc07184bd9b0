import { cacheInfoPath } from '../../binary-cache/cache-info.ts'
import { internalError, NarPublishError } from '../../errors.ts'
import type { ServedBy } from '../../serving.ts'
import { emptySnapshot } from '../empty-snapshot.ts'
import { refuseForApi, refuseOversized } from '../file-size.ts'
import { BlobReader } from '../git/blobs.ts'
import { commitFilesByGit } from '../git/commit-files.ts'
import { commitByPush, type PushRoute } from '../git/commit-by-push.ts'
import type { Repository } from '../git/repository.ts'
import { blobsAt } from '../git/trees.ts'
import { isHalt } from '../landing.ts'
import { copiedFirst, makeReadableCopy, type CommitFiles } from '../readable-copy.ts'
import type {
  Change,
  CommitResult,
  ComposeChange,
  Halt,
  LargeFile,
  Route,
  Target,
  TargetSnapshot
} from '../types.ts'
import type { Addresses } from './addresses.ts'
import type { GitHubApi } from './api.ts'
import { BranchHead, sameState, type BranchState } from './branch-head.ts'
import { commitByApi, leaveEmpty, type ApiRoute } from './commit-by-api.ts'
import { assetCopier, commitFilesByApi } from './commit-files.ts'
import { openPushRoute, type GitPlace } from './push-route.ts'
import { RawFiles, tokenLogin } from './raw-files.ts'
import { blobSha } from './git-objects.ts'
import type { ReadByGit } from './read-many.ts'
import { keepFound, releaseFiles } from './release-assets.ts'
import { refusalOf } from './refusal.ts'
import { GitHubReleasedFiles } from './released-files.ts'
import { snapshotAt } from './snapshot.ts'

/**
 * A branch that was read longer ago (milliseconds) is read again before the first attempt: that costs one request, an attempt
 * that is refused three.
 */
const likelyFor = 300_000

/** From so many paths on, a few connections of git are tried instead of two requests for each. */
const manyPaths = 8

/** What opening has found out. */
export interface OpenedRepository {
  token: string
  /** Without a slash at its end. */
  serverUrl: string
  api: GitHubApi
  branchName: string
  defaultBranch: string
  isPrivate: boolean
  /** GraphQL's name of it. */
  id: string
  bytes: number | null
  git: GitPlace | null
  addresses: Addresses
}

/** A GitHub repository as storage, through the Git Data API; `open.ts` opens it. */
export class GitHubTarget implements Target {
  readonly name: string
  readonly branch: string
  readonly isPrivate: boolean
  substituterUrl: string
  servedBy: ServedBy = 'raw'
  readonly cloneUrl: string
  readonly routes: readonly Route[]
  readonly largestTreeFile: number
  readonly largestFile: number
  readonly repositoryBytes: number | null
  readonly releasedFiles: GitHubReleasedFiles | null
  readonly #repository: OpenedRepository
  readonly #head: BranchHead
  readonly #raw: RawFiles
  readonly #uploaded = new Map<string, string>()
  /** The newest commit of this process, and which blobs it has, or probably has, at paths. */
  #made: { commit: string; blobsAt: (paths: readonly string[]) => Promise<string[]> } | null = null
  #pushRoute: PushRoute | null = null
  /** Of git, other than those of the push route. */
  #connections = 0
  /** The newest snapshot, so that what was read of a state is not read again. */
  #last: { state: BranchState; snapshot: TargetSnapshot } | null = null
  readonly #seen = new WeakMap<TargetSnapshot, { state: BranchState; at: number }>()

  constructor(repository: OpenedRepository) {
    const { api, branchName, isPrivate, addresses } = repository
    this.name = api.repository
    this.branch = branchName
    this.isPrivate = isPrivate
    this.substituterUrl = addresses.branchFiles
    this.cloneUrl = `${repository.serverUrl}/${api.repository}.git`
    this.routes = repository.git === null ? ['api'] : ['api', 'push']
    this.largestTreeFile = api.limits.largestTreeFile
    // Nobody can read a private repository's release assets at an address alone.
    this.largestFile = isPrivate ? api.limits.largestTreeFile : api.limits.largestAsset
    this.#repository = repository
    this.#head = new BranchHead(api, branchName)
    this.#raw = new RawFiles(addresses.rawFile, isPrivate ? repository.token : null)
    this.repositoryBytes = repository.bytes
    // Nobody could read those of a private repository, so there are none.
    this.releasedFiles = isPrivate
      ? null
      : new GitHubReleasedFiles(
          { api, raw: this.#raw, readByGit: this.#readByGit },
          branchName,
          (commit, paths, directory) =>
            this.#withFiles(commit, paths.length, (files) => files.copy(paths, directory))
        )
  }

  /** Tells readers another address than that of the raw files. */
  serveAt(url: string, servedBy: ServedBy = 'other'): void {
    this.servedBy = url === this.#repository.addresses.branchFiles ? 'raw' : servedBy
    this.substituterUrl = url
  }

  get requests(): Target['requests'] {
    const git = this.#connections + (this.#pushRoute?.repository.connections ?? 0)
    return {
      api: this.#repository.api.requests,
      raw: this.#raw.requests,
      ...(git === 0 ? {} : { git })
    }
  }

  /** null also when the raw addresses have refused this run: they would stall Nix. */
  substituterUrlAt(commit: string): string | null {
    return this.#raw.isUsable ? this.#repository.addresses.commitFiles(commit) : null
  }

  /** By the API when they are few, else by git where it can, which costs no quota. No raw address is asked. */
  readableAt(
    ...[commit, hashes, directory, likelyNars = []]: Parameters<Target['readableAt']>
  ): ReturnType<Target['readableAt']> {
    const { api, serverUrl } = this.#repository
    const copyReleased = assetCopier(api, serverUrl)
    const copy = (files: CommitFiles): Promise<string> =>
      makeReadableCopy({ ...files, copyReleased }, hashes, directory, likelyNars)
    return this.#withFiles(commit, hashes.length, copy, copiedFirst(hashes, likelyNars))
  }

  /** `first`: paths that are copied in any case. */
  async #withFiles<T>(
    commit: string,
    number: number,
    copy: (files: CommitFiles) => Promise<T>,
    first: readonly string[] = []
  ): Promise<T> {
    const { api } = this.#repository
    if (this.#gitPlace !== null && number >= manyPaths) {
      try {
        const expected = this.#made?.commit === commit ? await this.#made.blobsAt(first) : []
        return await this.#withFreshGit(async (repository) =>
          copy(await commitFilesByGit(repository, commit, expected))
        )
      } catch (error) {
        if (!(error instanceof NarPublishError)) throw error
        api.log.info(`files are read by the API, as git could not: ${error.reason}`)
      }
    }
    return copy(commitFilesByApi(api, commit))
  }

  get readerCredentials(): Target['readerCredentials'] {
    const { isPrivate, addresses, token } = this.#repository
    return isPrivate ? { host: addresses.host, login: tokenLogin, password: token } : null
  }

  commitUrl(commit: string): string {
    return this.#repository.addresses.commitPage(commit)
  }

  webUrl(path: string): string {
    return this.#repository.addresses.page(path)
  }

  async refusal(
    { commit }: TargetSnapshot,
    { replacesHistory = false }: Pick<Change, 'replacesHistory'> = {}
  ): Promise<NarPublishError | null> {
    const { api, branchName: branch, token } = this.#repository
    return refusalOf(api, { branch, isThere: commit !== null, replacesHistory }, token)
  }

  async snapshot(): Promise<TargetSnapshot> {
    return this.#snapshotOf(await this.#head.read())
  }

  async commit<Halted extends Halt>(
    largeFiles: readonly LargeFile[],
    from: TargetSnapshot,
    compose: ComposeChange<NoInfer<Halted>>,
    by: Route = 'api'
  ): Promise<CommitResult | Halted> {
    const { api, defaultBranch, serverUrl } = this.#repository
    // All of them before the first is sent.
    for (const file of largeFiles) {
      if (file.placement === 'release') refuseOversized(file, this)
      else if (by === 'api') refuseForApi(file, api.limits)
    }
    const seen = this.#seen.get(from)
    const isLikely =
      seen !== undefined && api.pace.now() - seen.at < likelyFor && this.#head.mayBeAt(seen.state)
    const route: ApiRoute = {
      api,
      branch: this.#head,
      defaultBranch,
      repositoryId: this.#repository.id,
      snapshotOf: (state) => this.#snapshotOf(state),
      uploaded: this.#uploaded
    }
    let start = isLikely ? seen.state : await this.#head.read()
    const beside = largeFiles.filter(({ placement }) => placement === 'release')
    if (beside.length > 0 && start.kind === 'empty') start = await leaveEmpty(route)
    // Public before the commit names them; a run that ends in between leaves what the next one uses.
    const listing = this.releasedFiles?.takeListing() ?? null
    const placed = await releaseFiles(api, serverUrl, beside, listing)
    const released = placed.addresses
    const inTree = largeFiles.filter(({ placement }) => placement === 'tree')
    const push = by === 'push' ? { ...this.#openPushRoute(), known: from } : null
    let last: { snapshot: TargetSnapshot; files: Change['files'] } | null = null
    const landed =
      push === null
        ? await commitByApi(route, start, inTree, async (snapshot) => {
            const change = await compose(snapshot, released)
            if (change !== null && !isHalt(change)) last = { snapshot, files: change.files }
            return change
          })
        : await commitByPush(push, undefined, inTree, released, compose)
    if (isHalt(landed)) return landed
    await keepFound(api, placed)
    const { head, changed, attempts } = landed
    const { commit } = head
    const blobs = this.#blobsOf(last)
    this.#made = {
      commit,
      blobsAt: (paths) =>
        push === null ? blobs(paths) : blobsAt(push.repository, head.tree, paths)
    }
    const state: BranchState = { kind: 'at', head }
    // The API may tell of the older state for a while after a push.
    const isNews = by === 'push' && !sameState(start, state)
    const snapshot = this.#snapshotOf(isNews ? this.#head.advance(start, head) : state)
    const readBack = (): Promise<TargetSnapshot> => Promise.resolve(snapshot)
    return { commit, readBack, changed, attempts, url: this.commitUrl(commit), route: by }
  }

  /** Of a change that went by the API, and of what the state had before where that is known. */
  #blobsOf(composed: { snapshot: TargetSnapshot; files: Change['files'] } | null) {
    return async (paths: readonly string[]): Promise<string[]> => {
      if (composed === null) return []
      const { snapshot, files } = composed
      const before = await snapshot.itemsAt([cacheInfoPath])
      return paths.flatMap((path) => {
        const content = files.get(path)
        if (content !== undefined) return blobSha(content)
        return this.#uploaded.get(path) ?? before.get(path)?.object ?? []
      })
    }
  }

  /** Where git can read; null: it is not to be used. */
  get #gitPlace(): GitPlace | null {
    const { git, token } = this.#repository
    // GitHub refuses an empty password also where none is needed.
    return token === '' ? null : git
  }

  /** With a repository that has nothing yet, least of all what this run pushed. */
  async #withFreshGit<T>(body: (repository: Repository) => Promise<T>): Promise<T> {
    const { repository } = this.#openGit()
    try {
      return await body(repository)
    } finally {
      this.#connections += repository.connections
    }
  }

  get #readByGit(): ReadByGit | null {
    if (this.#gitPlace === null) return null
    return async (blobs) => {
      const { repository } = this.#openPushRoute()
      const reader = new BlobReader(repository)
      const read = blobs.map(async (blob) => [blob, await reader.read(blob)] as const)
      return new Map(await Promise.all(read))
    }
  }

  #openPushRoute(): PushRoute {
    this.#pushRoute ??= this.#openGit()
    return this.#pushRoute
  }

  #openGit(): PushRoute {
    const { git, api, token } = this.#repository
    if (git === null) throw internalError(this.name, 'the route push was not set up')
    return openPushRoute(git, {
      url: this.cloneUrl,
      branch: this.branch,
      token,
      log: api.log,
      pace: api.pace
    })
  }

  #snapshotOf(state: BranchState): TargetSnapshot {
    const { api } = this.#repository
    if (this.#last === null || !sameState(this.#last.state, state)) {
      const snapshot =
        state.kind === 'at'
          ? snapshotAt(api, this.#raw, state.head, this.#readByGit)
          : emptySnapshot()
      this.#last = { state, snapshot }
    }
    const { snapshot } = this.#last
    this.#seen.set(snapshot, { state, at: api.pace.now() })
    return snapshot
  }
}
