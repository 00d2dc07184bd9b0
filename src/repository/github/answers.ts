import { NarPublishError, type ErrorCode } from '../../errors.ts'
import { retryAfterMs } from '../../retry-after.ts'

/** A request that did not succeed, as it came back. */
export interface FailedRequest {
  /** `POST /repos/{owner}/{repo}/git/blobs` */
  route: string
  /** HTTP status; null when no whole answer came (reset, time-out, cut body). */
  status: number | null
  /** GitHub's words, or the network's. Data. */
  message: string
  /** A page for people came, which is not GitHub's API that answers. */
  isPage?: boolean
  /** Names in lower case. */
  headers: Readonly<Record<string, string | number | undefined>>
  cause: unknown
}

interface AnswerContext {
  /** `owner/name` */
  repository: string
  isForkPullRequest: boolean
  /** milliseconds since 1970 */
  now: number
}

/**
 * What a failed request means for us. Each has the error to throw where the caller has no other way on.
 *
 *     limited            nothing happened; again after `afterMs` (null: GitHub did not say)
 *     lost               5xx or no answer: again, but it may have taken effect
 *     not-visible-yet    an object that was just made is not known everywhere: again, soon
 *     ref-moved          the branch is not where the update expected it
 *     ref-exists         the branch was made meanwhile
 *     ref-missing        there is no such branch
 *     exists             a release's tag or an asset's name is taken, or the branch has a pull request
 *     closed             the release takes no more assets: it is immutable or full
 *     no-fork-edits      upstream's maintainers cannot be let into the fork's branch
 *     empty-repository   there is no commit at all, and objects cannot be made
 *     not-found          404
 *     final              trying again changes nothing
 */
export type Answer = AnswerOf<AnswerKind>

export type AnswerOf<K extends AnswerKind> = K extends 'limited'
  ? { kind: K; afterMs: number | null; error: NarPublishError }
  : { kind: K; error: NarPublishError }

export type AnswerKind =
  | 'limited'
  | 'lost'
  | 'not-visible-yet'
  | 'ref-moved'
  | 'ref-exists'
  | 'ref-missing'
  | 'exists'
  | 'closed'
  | 'no-fork-edits'
  | 'empty-repository'
  | 'not-found'
  | 'final'

// Texts as GitHub sends them; the table with their sources is in __tests__/repository/github/answers.test.ts.
const texts = {
  archived: /archived|repository (was |is )?disabled|repository access blocked/i,
  rule: /rule violations? found|protected (branch|ref)|could not update file|creations being restricted/i,
  secondaryLimit: /secondary rate limit|abuse detection/i,
  primaryLimit: /rate limit exceeded/i,
  emptyRepository: /repository is empty/i,
  refMoved:
    /fast[- ]forward|"sha" wasn't supplied|\bis at [0-9a-f]{40} but expected|^STALE_DATA\b/i,
  refExists: /reference already exists/i,
  refMissing: /reference does not exist|reference not found|no commit found for sha/i,
  closed: /immutable release|file_count/i,
  nameTaken: /already_exists/i,
  tooLarge: /too large to process/i,
  proposalsForbidden: /not permitted to create or approve pull requests/i,
  proposalExists: /pull request already exists/i,
  noDrafts: /draft pull requests are not supported/i,
  noForkEdits: /fork collab/i,
  // Of a branch that was made a moment ago.
  headNotVisible:
    /pullrequest (head|head_sha) (invalid|missing)|head sha can't be blank|no commits between/i,
  timedOut: /tim(ed|e) ?out|took too long/i,
  notVisible:
    /object does not exist|sha does not exist|is not a valid (blob|tree|commit)|not a valid tree oid|could not be found|does not exist or is not a/i
}

/** Reads GitHub's answer. Pure; the facts are in GitHub's documentation and in what others observed of it. */
export function readAnswer(failed: FailedRequest, context: AnswerContext): Answer {
  const { status, message, route } = failed
  const isWrite = !route.startsWith('GET ')
  const said = status === null ? message : `GitHub answered ${status} to ${route}: ${message}`
  const error = (code: ErrorCode, reason = said, hint?: string): NarPublishError =>
    new NarPublishError({ code, subject: context.repository, reason, hint, cause: failed.cause })
  const final = (code: ErrorCode, reason?: string, hint?: string): Answer => ({
    kind: 'final',
    error: error(code, reason, hint)
  })
  const refused = <K extends Exclude<AnswerKind, 'limited'>>(
    kind: K
  ): { kind: K; error: NarPublishError } => ({ kind, error: error('GITHUB_REFUSED') })
  const lost: Answer = { kind: 'lost', error: error('GITHUB_UNAVAILABLE') }

  if (status === null || status >= 500 || status === 408) return lost
  if (failed.isPage === true && status !== 429) return final('GITHUB_ANSWER_INVALID')
  if (status === 401) return final('TOKEN_REJECTED')
  if (status === 422 && /\/releases\b/.test(route)) {
    // Before rules: a tag that an immutable release once had is refused in the words of a rule too.
    if (texts.closed.test(message)) return refused('closed')
    if (texts.nameTaken.test(message)) return refused('exists')
  }
  if (route.endsWith('/pulls')) {
    if (texts.proposalsForbidden.test(message)) return final('PULL_REQUESTS_FORBIDDEN', message)
    if (texts.proposalExists.test(message)) return refused('exists')
    if (texts.noDrafts.test(message)) return final('DRAFT_REFUSED', message)
    if (texts.noForkEdits.test(message)) return refused('no-fork-edits')
    if (status === 422 && texts.headNotVisible.test(message)) return refused('not-visible-yet')
  }
  // A conflict of two histories, not of two requests.
  if (status === 409 && route.endsWith('/merge-upstream')) return refused('final')
  if (texts.rule.test(message)) return final('BRANCH_RULE', message)
  if (texts.archived.test(message)) return final('REPOSITORY_READ_ONLY')
  if (status === 429 || (status === 403 && isRateLimit(failed)))
    return limited(failed, context, error)
  if (status === 403)
    return final('TOKEN_FORBIDDEN', forbiddenReason(said, failed, context), permissionHint(route))
  if (status === 404) {
    // We ask only for objects that GitHub itself named: one that is not found is not there yet.
    if (/\/git\/(trees|blobs|commits)\//.test(route)) return refused('not-visible-yet')
    // A token that may read but not write is told that the address does not exist.
    if (isWrite) {
      const reason = forbiddenReason(said, failed, context)
      const forbidden = error('TOKEN_FORBIDDEN', reason, permissionHint(route))
      // A base tree or parent that was just made is answered in the same way.
      const mayBeObject = /\/git\/(trees|commits)$/.test(route)
      return { kind: mayBeObject ? 'not-visible-yet' : 'final', error: forbidden }
    }
    return { kind: 'not-found', error: error('REPOSITORY_NOT_FOUND') }
  }
  if (status === 409 || status === 422) {
    // Of a tree: "Sorry, your request timed out. It's likely that your input was too large to process."
    if (texts.timedOut.test(message)) return lost
    if (texts.tooLarge.test(message)) return final('NAR_TOO_LARGE')
    if (texts.emptyRepository.test(message)) return refused('empty-repository')
    if (texts.refMoved.test(message)) return refused('ref-moved')
    if (texts.refExists.test(message)) return refused('ref-exists')
    if (texts.refMissing.test(message)) return refused('ref-missing')
    if (texts.notVisible.test(message)) return refused('not-visible-yet')
    // 409 without such a text is two requests that met (the contents API says only "Conflict").
    if (status === 409) return lost
  }
  return refused('final')
}

/** Whether GitHub refused something because it does not know an object that it is about. */
export function saysMissingObject({ code, reason }: NarPublishError): boolean {
  return code === 'GITHUB_REFUSED' && texts.notVisible.test(reason)
}

function isRateLimit({ message, headers }: FailedRequest): boolean {
  if (/resource not accessible/i.test(message)) return false
  return (
    headers['retry-after'] !== undefined ||
    texts.secondaryLimit.test(message) ||
    texts.primaryLimit.test(message) ||
    String(headers['x-ratelimit-remaining']) === '0'
  )
}

/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
function limited(
  { headers, message }: FailedRequest,
  { now }: AnswerContext,
  error: (code: ErrorCode, reason?: string) => NarPublishError
): Answer {
  const retryAfter = retryAfterMs(headers['retry-after'], now)
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN)
  const isUsedUp = String(headers['x-ratelimit-remaining']) === '0'
  const afterMs =
    retryAfter ??
    (isUsedUp && reset > 0
      ? // A second more: GitHub's clock and the runner's differ. No more than a year, past which a date may be none.
        Math.min(Math.max(0, reset * 1000 - now), 31_536_000_000) + 1000
      : null)
  const until = afterMs === null ? '' : ` until ${new Date(now + afterMs).toISOString()}`
  return {
    kind: 'limited',
    afterMs,
    error: error(
      'RATE_LIMITED',
      `GitHub takes no more requests from this token${until}: ${message}`
    )
  }
}

/** What a token needs for more than its contents; undefined: the guide says it. */
function permissionHint(route: string): string | undefined {
  if (/\/issues(\/\{issue_number\})?$/.test(route)) {
    return 'Give the job `permissions: issues: write` beside `contents: write`; for another repository use a token with “Issues: read and write”.'
  }
  if (/\/check-runs\b/.test(route)) {
    return 'Give the job `permissions: checks: write`; no token but a job’s own or an App’s may make check runs.'
  }
  if (/\/actions\/secrets\b/.test(route)) {
    return 'Give a token with “Secrets: read and write” of an account that administers the repository; a job’s own has no such permission.'
  }
  if (route.endsWith('/pages')) {
    return 'Give a token with “Pages: read and write” and “Administration: read and write”, or switch Pages on in the repository’s settings.'
  }
  if (!/\/(pulls|issues)\b/.test(route)) return undefined
  return 'Give the job `permissions: pull-requests: write` beside `contents: write`; for another repository use a token with “Pull requests: read and write”.'
}

function forbiddenReason(
  said: string,
  { headers }: FailedRequest,
  { isForkPullRequest }: AnswerContext
): string {
  const needed = headers['x-accepted-github-permissions']
  return [
    said,
    ...(needed === undefined ? [] : [`it needs the permission ${needed}`]),
    ...(isForkPullRequest
      ? ['this run is for a pull request from a fork, whose token may only read']
      : [])
  ].join('; ')
}
