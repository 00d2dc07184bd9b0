import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { GitRequest } from '../git-http.ts'
import { access } from './access.ts'
import { Accidents } from './accidents.ts'
import { stack, type Layer } from './call.ts'
import { CheckRunStore, checkRuns, type StoredCheckRun } from './check-runs.ts'
import { commitPage } from './commit-page.ts'
import { serve } from './connection.ts'
import { emptyRepository } from './empty-repository.ts'
import { startEmulator } from './emulator.ts'
import { createForks } from './forks.ts'
import { freshObjects, ObjectAges } from './fresh-objects.ts'
import { GitService } from './git-service.ts'
import { expectedRefs, graphql, viewer } from './graphql.ts'
import { IssueStore, issues, type NewIssue, type StoredIssue } from './issues.ts'
import { objectLimits } from './object-limits.ts'
import { createGitObjects, type GitObjects } from './objects.ts'
import {
  calm,
  type Conditions,
  type Failure,
  type GitHubOptions,
  type Matcher,
  type PagesSettings,
  type Planned,
  type RefUpdateHook
} from './options.ts'
import { pagesApi } from './pages-api.ts'
import { pagesFiles } from './pages-files.ts'
import { PagesStore } from './pages-store.ts'
import {
  PullRequestStore,
  type NewPullRequest,
  type StoredPullRequest
} from './pull-request-store.ts'
import { pullRequests } from './pull-requests.ts'
import { rateLimits } from './rate-limits.ts'
import { rawFiles } from './raw-files.ts'
import { rawLimits } from './raw-limits.ts'
import { Recorder, type Counts, type RecordedRequest } from './recorder.ts'
import { refUpdates } from './ref-updates.ts'
import { releaseAssets } from './release-assets.ts'
import { ReleaseStore, type StoredAsset, type StoredRelease } from './release-store.ts'
import { createRepositories, type Repository } from './repository.ts'
import { rulesets } from './rulesets.ts'
import { secrets, SecretStore } from './secrets.ts'
import { sentBlobs } from './sent-blobs.ts'
import { createSomebodyElse, type FileChanges } from './somebody-else.ts'
import { RefHistory, staleRefs } from './stale-refs.ts'
import { trafficOf, type Traffic, type TrafficKind } from './traffic.ts'
import { wording } from './wording.ts'

export type { Conditions, Failure, GitHubOptions, Matcher, Planned } from './options.ts'
export { githubLimits } from './options.ts'
export type { Counts, RecordedRequest } from './recorder.ts'
export type { FileChanges } from './somebody-else.ts'
export type { StoredAsset, StoredRelease } from './release-store.ts'
export type { StoredPullRequest } from './pull-request-store.ts'
export type { StoredIssue } from './issues.ts'

/** A GitHub on loopback: emulate's, behind a proxy that adds what it lacks. Repositories are named `owner/name`. */
export interface GitHubServer {
  /** For GITHUB_API_URL. */
  readonly apiUrl: string
  /** For GITHUB_SERVER_URL; raw files are at `<serverUrl>/OWNER/REPO/raw/REF/PATH`. */
  readonly serverUrl: string
  /** The raw files of a branch or commit, as Nix takes it for a substituter. */
  substituterUrl(repository: string, ref: string): string

  /** What was asked so far, in the order of the answers. */
  readonly requests: readonly RecordedRequest[]
  counts(): Counts
  /** Requests and bytes by who bears them. Git's own that another server met (`startGitHttp`) are counted in. */
  traffic(gitRequests?: readonly GitRequest[]): Record<TrafficKind, Traffic>
  /** Forgets the requests; all else stays as it is. */
  reset(): void

  /** Alters what goes wrong, from the next request on. */
  change(conditions: Partial<Conditions>): void
  /** The next `times` (default 1) such requests take effect, and the sender gets `as` (default a reset) instead of the answer. */
  loseReply(matcher: Matcher, times?: number, as?: Failure): Planned
  /** The next `times` (default 1) such requests do nothing, and the sender gets this. */
  failNext(matcher: Matcher, as: Failure, times?: number): Planned
  /** The next `times` (default 1) uploads of an asset break off: within the body, or with a 502 after it. Each leaves an asset in state `starter`. */
  breakUploads(as: 'reset' | 'bad-gateway', times?: number): void
  /** A repository's releases, newest first and drafts included; changes to them take effect. */
  releases(repository: string): StoredRelease[]
  /** As somebody else would make it, past the proxy. */
  makeRelease(
    repository: string,
    release: Partial<StoredRelease> & { tag: string },
    assets?: readonly Pick<StoredAsset, 'name' | 'state' | 'bytes'>[]
  ): StoredRelease
  /** Where a repository's Pages are, with a slash at the end. */
  pagesUrl(repository: string): string
  /** As an administrator alters the settings of Pages, past the proxy: switches it on, or over, or (null) off. */
  configurePages(repository: string, settings: Partial<PagesSettings> | null): Promise<void>
  /** Keeps a workflow's artifact, a tar, and gives its id. */
  storeArtifact(repository: string, tar: Buffer): number
  /** A repository's pull requests, oldest first; changes to them take effect. */
  pullRequests(repository: string): StoredPullRequest[]
  /** A secret of a repository as a job would be given it; null: there is none of that name. Throws when it was not sealed by our key. */
  secret(repository: string, name: string): Promise<string | null>
  /** A repository's check runs, oldest first. */
  checkRuns(repository: string): readonly StoredCheckRun[]
  /** As somebody else would open it, past the proxy. `head`: a branch of the repository, or of `headRepository`. */
  openPullRequest(
    repository: string,
    pullRequest: Omit<NewPullRequest, 'head'> & { head: string; headRepository?: string }
  ): StoredPullRequest
  /** A repository's issues that are no pull requests, oldest first; changes to them take effect. */
  issues(repository: string): StoredIssue[]
  /** As somebody else would open it, past the proxy. */
  openIssue(repository: string, issue: NewIssue): StoredIssue
  /** Is called, and waited for, before each update of a ref; whoever commits in it comes first. Gives what unhooks it. */
  beforeRefUpdate(hook: RefUpdateHook): () => void

  /** A commit as another person would make it, past the proxy. Makes the branch when it is not there. Gives the sha. */
  commitFiles(
    repository: string,
    branch: string,
    files: FileChanges,
    message: string
  ): Promise<string>
  /** @param ref a branch or a commit */
  readFile(repository: string, ref: string, path: string): Promise<Buffer | null>
  /** The commit a branch points at, or null. */
  head(repository: string, branch: string): Promise<string | null>
  /** All paths at a branch or commit, sorted. */
  listFiles(repository: string, ref: string): Promise<string[]>
  /** For who looks deeper: rebuilds of the repository. */
  readonly objects: GitObjects
  repository(name: string): Repository

  close(): Promise<void>
}

/** Starts one; call `close` at the end. Throws on a repository name that is not `owner/name`. */
export async function startGitHub(options: GitHubOptions): Promise<GitHubServer> {
  const conditions: Conditions = { ...calm, ...options.conditions }
  const repositories = createRepositories(options.repositories)
  const repository = (name: string): Repository => {
    const found = repositories.get(name)
    if (!found) throw new Error(`${name} was not set up`)
    return found
  }

  const server = createServer()
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = `http://127.0.0.1:${address.port}`

  const emulator = await startEmulator(options, [...repositories.values()], url)
  const objects = createGitObjects(emulator)
  const history = new RefHistory()
  const ages = new ObjectAges()
  const hooks = new Set<RefUpdateHook>()
  const recorder = new Recorder()
  const now = () => conditions
  const accidents = new Accidents(now)
  const releases = new ReleaseStore(url)
  const foreignCommits = new ObjectAges()
  const somebodyElse = createSomebodyElse({ emulator, objects, history, ages: foreignCommits })
  const forks = createForks({ conditions: now, emulator, objects, history, repositories })
  for (const one of repositories.values()) await forks.furnish(one)
  const proposals = new PullRequestStore(url, objects)
  const issueStore = new IssueStore(url, proposals)
  const secretStore = new SecretStore()
  const checks = new CheckRunStore()
  const pages = new PagesStore({ baseUrl: url, repositories, conditions: now, objects, history })
  for (const { name, pages: settings } of options.repositories) {
    if (settings) await pages.configure(repository(name), settings)
  }

  const git = new GitService({ conditions: now, objects, tokens: options.tokens ?? {} })
  const answer = stack([
    latency(now),
    git.layer,
    pagesFiles({ store: pages, objects }),
    rawLimits(now),
    graphql({ repositories, emulator, objects }),
    access(options.tokens ?? {}),
    rateLimits(now),
    viewer,
    releaseAssets({
      conditions: now,
      store: releases,
      objects,
      emulator,
      tokens: options.tokens ?? {}
    }),
    pagesApi({ conditions: now, store: pages, objects, baseUrl: url }),
    secrets(secretStore),
    issues(issueStore),
    pullRequests({
      conditions: now,
      store: proposals,
      objects,
      repositories,
      tokens: options.tokens ?? {}
    }),
    checkRuns(checks),
    forks.layer,
    rulesets(now),
    rawFiles({ conditions: now, objects, ages: [ages, foreignCommits], history }),
    emptyRepository(),
    objectLimits,
    freshObjects(now, ages),
    staleRefs(now, history),
    refUpdates({ conditions: now, objects, history, hooks }),
    expectedRefs(objects),
    wording,
    commitPage(emulator, objects),
    sentBlobs(objects),
    async ({ method, url, body, headers, login }) =>
      emulator.ask({
        method,
        url,
        body,
        login,
        headers: { accept: headers.accept ?? '*/*', 'content-type': headers['content-type'] ?? '' }
      })
  ])
  server.on('request', (request, response) => {
    void serve(request, response, { repositories, accidents, recorder, releases, pages, answer })
  })

  const commitAt = async (name: string, ref: string): Promise<string | null> => {
    const branch = await objects.ref(repository(name), `refs/heads/${ref}`)
    return branch ?? ref
  }
  return {
    apiUrl: url,
    serverUrl: url,
    substituterUrl: (name, ref) => `${url}/${name}/raw/${ref}`,
    requests: recorder.requests,
    counts: () => recorder.counts(),
    traffic: (gitRequests) => trafficOf(recorder.requests, gitRequests),
    reset: () => {
      recorder.reset()
    },
    change: (changed) => {
      Object.assign(conditions, changed)
    },
    loseReply: (matcher, times = 1, as = 'reset') =>
      accidents.plan(matcher, { outcome: 'lost', as }, times),
    failNext: (matcher, as, times = 1) => accidents.plan(matcher, { outcome: 'failed', as }, times),
    breakUploads: (as, times = 1) => {
      releases.breakUploads(as, times)
    },
    releases: (name) => releases.of(repository(name)),
    makeRelease: (name, release, assets = []) => {
      const made = releases.make(repository(name), release)
      for (const asset of assets) releases.addAsset(made, asset)
      return made
    },
    pagesUrl: (name) => pages.urlOf(repository(name)),
    configurePages: (name, settings) => pages.configure(repository(name), settings),
    storeArtifact: (name, tar) => pages.storeArtifact(repository(name), tar),
    pullRequests: (name) => proposals.of(repository(name)),
    secret: (name, secret) => secretStore.open(repository(name), secret),
    checkRuns: (name) => checks.of(repository(name)),
    openPullRequest: (name, { head, headRepository = name, ...rest }) =>
      proposals.make(repository(name), {
        ...rest,
        head: { repository: repository(headRepository), branch: head }
      }),
    issues: (name) => issueStore.of(repository(name)),
    openIssue: (name, issue) => issueStore.make(repository(name), issue),
    beforeRefUpdate: (hook) => {
      hooks.add(hook)
      return () => hooks.delete(hook)
    },
    commitFiles: (name, branch, files, message) =>
      somebodyElse.commitFiles(repository(name), branch, files, message),
    readFile: async (name, ref, path) => {
      const commit = await commitAt(name, ref)
      const sha = commit && (await objects.blobAt(repository(name), commit, path))
      return sha ? objects.blob(repository(name), sha) : null
    },
    head: (name, branch) => objects.ref(repository(name), `refs/heads/${branch}`),
    listFiles: async (name, ref) => {
      const commit = await commitAt(name, ref)
      return commit ? [...(await objects.files(repository(name), commit)).keys()].sort() : []
    },
    objects,
    repository,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await emulator.close()
      await git.close()
    }
  }
}

function latency(conditions: () => Conditions): Layer {
  return async (call, next) => {
    const { latencyMs } = conditions()
    if (latencyMs > 0) await sleep(latencyMs)
    return next(call)
  }
}
