/** How an embedded GitHub is set up, and what can be made to go wrong with it. */

export interface GitHubOptions {
  repositories: readonly RepositorySetup[]
  /** Token → what it may do. A token that is not in here is answered 401 `Bad credentials`. */
  tokens?: Readonly<Record<string, TokenSetup>>
  /** What goes wrong from the start; `change` alters it while the server runs. */
  conditions?: Partial<Conditions>
}

export interface RepositorySetup {
  /** `owner/name` */
  name: string
  /** Only tokens that reach it see it: to all others it is a 404. */
  private?: boolean
  /** False: without any commit; git objects and refs are answered 409 until the first file was made. Default: a README. */
  initialized?: boolean
  /** Default: `main`. */
  defaultBranch?: string
  /** Says so in its JSON, and every write is answered 403. */
  archived?: boolean
  /** Branches under a rule that asks for pull requests: updating one is answered 422, writing a file to one 409. */
  protectedBranches?: readonly string[]
  /** `owner/name` that it is a fork of, which comes before it in the list: it begins with the same default branch. */
  forkOf?: string
  /** False: a plan that has no draft pull requests; one is answered 422. */
  drafts?: boolean
  /** Logins, and teams as `owner/team`, whose review may be asked for; all others are answered 422. Default: nobody. */
  reviewers?: readonly string[]
  /** The only labels there are, which nobody may add to: another is answered 403. Default: any. */
  labels?: readonly string[]
  /** False: a fork into which its upstream's maintainers cannot be let; to ask for that is answered 422. */
  letsMaintainersIn?: boolean
  /** False: issues are switched off; to open one is answered 410. */
  issues?: boolean
  /** Serves a branch, or what its workflows deploy, by GitHub Pages from the start. Default: Pages is off. */
  pages?: Partial<PagesSettings>
}

export interface PagesSettings {
  /** legacy: GitHub builds a branch whenever it moves. workflow: only what a workflow deploys is served. Default: legacy. */
  buildType: 'legacy' | 'workflow'
  /** Default: the default branch. */
  branch: string
  /** The folder of the branch that is served. Default: `/`. */
  path: '/' | '/docs'
  /** A custom domain, without the port: `localhost` leads here as well. Default: null. */
  cname: string | null
}

export interface TokenSetup {
  /** Who commits are by, when they name nobody. */
  login: string
  /** `read`: a fork's pull request token; writes are answered 403. */
  access: 'read' | 'write'
  /** `owner/name` of the only ones it reaches, as a job's own token does. Default: all. */
  repositories?: readonly string[]
  /** `owner/name` of others in which it may open pull requests and comment, as a person may in whatever is public. */
  proposesTo?: readonly string[]
  /** Permissions that it was not given: writes that need one are answered 403. */
  lacks?: readonly ('contents' | 'pull-requests' | 'issues' | 'checks' | 'pages' | 'secrets')[]
  /** May alter the repository's settings, such as Pages; to others that is a 403. A job's own token never may. */
  administers?: boolean
}

/**
 * api: JSON calls, which cost quota. upload: bytes of a release asset on their way in. The others cost no quota: raw, the files of a branch
 * or commit; asset, a release's; pages, a site's; git, what git itself asks of a repository's address.
 */
export type RequestKind = 'api' | 'raw' | 'upload' | 'asset' | 'pages' | 'git'

/** Past so many requests in a window, the rest of it is refused. */
export interface Window {
  requests: number
  windowMs: number
}

/** GitHub's own: what a stranger's address gets of the raw files, as people count it; and what may be created in a minute and in an hour. */
export const githubLimits: { raw: Window; content: readonly Window[] } = {
  raw: { requests: 60, windowMs: 3_600_000 },
  content: [
    { requests: 80, windowMs: 60_000 },
    { requests: 500, windowMs: 3_600_000 }
  ]
}

/** All off by default. */
export interface Conditions {
  /** Every answer is later by so many milliseconds. */
  latencyMs: number
  /** Which requests meet the accidents below: the same seed picks the same (kind of call, how manieth of it), whatever the order of calls. */
  seed: number
  /** Probability (0 to 1) that a request is answered 502 and does nothing. */
  badGateway: number
  /** Probability that the connection is reset before the request's body was read. */
  resetBefore: number
  /** Probability that the request does its work and then the answer is lost: half of them by a reset, half by a 502. */
  loseReply: number
  /** Which kinds of request meet these three accidents. Default: `api` and `upload`. */
  accidentKinds: readonly RequestKind[]
  /** For so long, an object that was just made is not found: 422 where it is referred to, 404 where it is read. */
  invisibleObjectsMs: number
  /** For so long after an update, reads of the ref (git/ref, commits, contents, raw) answer as before it. The update itself compares truly. */
  staleRefsMs: number
  /** For so long after a commit was made, or a branch moved, raw files of that commit or branch are 404. */
  missingRawMs: number
  /** Past so many requests without a token from one address: 429 to its further ones. GitHub's: `githubLimits.raw`. */
  rawLimit: Window | null
  /** Who is answered 429 at the raw files, whatever was asked before. */
  rawClosedTo: 'nobody' | 'strangers' | 'everybody'
  /** Whether git can fetch: absent, all of it is 404; refused, 403; served, clones and fetches are answered. A push is always 403. */
  git: 'absent' | 'refused' | 'served'
  /** A Pages build, or a deployment, serves what it was made of so much later. */
  pagesBuildMs: number
  /** Bytes; a Pages build or deployment of more fails, and what was served before stays. GitHub's: 1 GB. */
  largestSite: number
  /** Tokens that do not administer the repository are answered 403 about its Pages. */
  pagesHidden: boolean
  /** Past so many requests that create content (POST, PUT, PATCH): 403 with `retry-after`. GitHub's: `githubLimits.content`. */
  contentLimits: readonly Window[]
  /** Past so many writes in a window: 403 with `retry-after`, as GitHub's secondary limit. */
  secondaryLimit: { writes: number; windowMs: number; retryAfterSeconds: number } | null
  /** After so many more API requests: 403 with `x-ratelimit-remaining: 0`, until the reset; then 5,000 again. */
  primaryLimit: { remaining: number; resetSeconds: number } | null
  /** Whether who writes may bypass the rule of protected branches; null: they may not, and GitHub does not say so. */
  mayBypassRules: 'never' | 'always' | null
  /** A rule lets nobody make tags. */
  tagsRestricted: boolean
  /** The setting that lets a job's own token open pull requests is off. */
  actionsMayNotPropose: boolean
  /** For so long, lists do not show a pull request that was just opened. */
  stalePullRequestsMs: number
  /** A fork does not see its upstream's objects until `merge-upstream` brings them. */
  separateForks: boolean
  /** A forced update is answered 422. It is recorded (`body.force`) in any case. `by a rule`: that is a ruleset's, which is listed. */
  refuseForce: boolean | 'by a rule'
  /** A release that is published from now on takes no more assets, and its tag is spent for ever. */
  immutableReleases: boolean
  /** GitHub's: 1,000. */
  assetsPerRelease: number
  /** Bytes; GitHub's: 2 GiB. */
  largestAsset: number
}

export const calm: Conditions = {
  latencyMs: 0,
  seed: 1,
  badGateway: 0,
  resetBefore: 0,
  loseReply: 0,
  accidentKinds: ['api', 'upload'],
  invisibleObjectsMs: 0,
  staleRefsMs: 0,
  missingRawMs: 0,
  rawLimit: null,
  rawClosedTo: 'nobody',
  git: 'absent',
  pagesBuildMs: 0,
  largestSite: 1_000_000_000,
  pagesHidden: false,
  contentLimits: [],
  secondaryLimit: null,
  primaryLimit: null,
  mayBypassRules: 'never',
  tagsRestricted: false,
  actionsMayNotPropose: false,
  stalePullRequestsMs: 0,
  separateForks: false,
  refuseForce: false,
  immutableReleases: false,
  assetsPerRelease: 1000,
  largestAsset: 2_147_483_648
}

/** Which requests: all that is given must hold. */
export interface Matcher {
  method?: string
  /** The whole path, decoded, without the query; a string is a part of it. */
  path?: string | RegExp
}

/** `reset`: the connection dies. */
export type Failure =
  | 'reset'
  | {
      status: number
      message: string
      headers?: Readonly<Record<string, string>>
      /** Instead of GitHub's JSON with the message. */
      body?: string | Buffer
    }

/** An accident that waits for its request. */
export interface Planned {
  /** How often it struck. */
  readonly hits: number
}

/** A ref is about to be updated, made or deleted, or a file to be written to a branch: GitHub has not looked at it yet. */
export interface RefUpdate {
  /** `owner/name` */
  repository: string
  method: string
  /** `refs/heads/main`; null when the request leaves the branch to its default. */
  ref: string | null
}
export type RefUpdateHook = (update: RefUpdate) => Promise<void> | void
