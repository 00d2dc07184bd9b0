import { NarPublishError, type ErrorCode } from '../../errors.ts'
import { gitWords, remote, type GitExit } from './run.ts'

/** A command that talked to the target and failed. */
type Failed = Pick<GitExit, 'args' | 'status' | 'signal' | 'stderr'>

/**
 * What a failure means. Each has the error to throw where there is no other way on.
 *
 *     lost          no whole answer came: again, but a push may have taken effect
 *     no-branch     the repository does not have the branch
 *     moved         the branch was elsewhere already, and nothing was sent
 *     moved-meanwhile   the branch was elsewhere when the pack had arrived
 *     final         trying again changes nothing
 */
export interface GitAnswer {
  kind: 'lost' | 'no-branch' | 'moved' | 'moved-meanwhile' | 'final'
  error: NarPublishError
}

// As git 2.39 to 2.51, OpenSSH and GitHub say them with LC_ALL=C; the table with the texts is in answers.test.ts.
const texts = {
  noBranch: /couldn't find remote ref|not our ref [0-9a-f]{40}|upload-pack: not our ref/i,
  auth: /authentication failed|could not read (username|password)|terminal prompts disabled|permission denied|permission to .* denied|access denied|requested URL returned error: 40[13]|invalid username or|host key verification failed|not authorized/i,
  missing:
    /repository .*not found|not found: did you run|does not appear to be a git repository|requested URL returned error: 404|no such file or directory|does not exist|project you were looking for/i,
  redirected: /unable to update url base from redirection|requested URL returned error: 30\d/i,
  lost: /connection (reset|refused|timed out|closed)|could not resolve|couldn't connect|failed to connect|operation (timed out|too slow)|timed out|early eof|hung up unexpectedly|unexpected disconnect|unexpected eof|broken pipe|rpc failed|requested url returned error: (5\d\d|429|408)|empty reply|transfer closed|kex_exchange_identification|the remote end hung up|gnutls|ssl_(read|error)|http\/2 stream/i,
  // "shallow update": the commit that ours is on top of is in no branch of the target any more, whose history was replaced meanwhile.
  moved:
    /shallow update not allowed|cannot lock ref|failed to lock|failed to update ref|incorrect old value|reference already exists|is at [0-9a-f]{40,64} but expected|unable to create .*\.lock|reference transaction/i,
  force: /non-fast[- ]forward|force[- ]push/i,
  rule: /rule violations? found|protected branch|protected ref|GH006|GH013|not allowed to push code to protected|creations being restricted/i,
  tooLarge: /GH001|exceeds .*file size limit|larger than .*limit|too large/i,
  readOnly: /archived|read-only/i
}

/** Reads how `ls-remote`, `fetch` or a push that never reached the refs failed. Pure. */
export function readFailure(url: string, failed: Failed): GitAnswer {
  const { stderr, status, args } = failed
  // Nobody else knows the repository by the name that it has in ours.
  const named = (word: string): string => (word === remote ? url : word)
  const error = (code: ErrorCode, hint?: string): NarPublishError =>
    new NarPublishError({
      code,
      subject: url,
      reason: gitWords({ ...failed, args: args.map(named) }),
      hint
    })
  if (texts.noBranch.test(stderr)) return { kind: 'no-branch', error: error('GIT_FAILED') }
  // A time-out of ours; ssh reports a failed login as a lost connection too, so that one is looked for first.
  if (status === null) return { kind: 'lost', error: error('GIT_UNREACHABLE') }
  if (texts.auth.test(stderr)) return { kind: 'final', error: error('GIT_AUTH_FAILED') }
  if (texts.redirected.test(stderr)) {
    return {
      kind: 'final',
      error: error('GIT_FAILED', 'The host redirects: give the address that it redirects to.')
    }
  }
  if (texts.missing.test(stderr)) {
    return {
      kind: 'final',
      error: error(
        'REPOSITORY_NOT_FOUND',
        'Check the address, and that git’s credentials may see the repository.'
      )
    }
  }
  if (texts.lost.test(stderr)) return { kind: 'lost', error: error('GIT_UNREACHABLE') }
  return { kind: 'final', error: error('GIT_FAILED') }
}

/** What `git push --porcelain` says of the one ref: `!\t<from>:<to>\t[rejected] (fetch first)`. */
const statusLine = /^!\t[^\t]*\t(.*)$/m

/**
 * Reads how a push failed. The words of a hook or rule come on stderr, as lines that begin with `remote:`. Pure.
 */
export function readPushFailure(url: string, failed: Failed & { stdout: string }): GitAnswer {
  const summary = statusLine.exec(failed.stdout)?.[1]
  if (summary === undefined) return readFailure(url, failed)
  const words = remoteWords(failed.stderr)
  const said = words === '' ? summary : `${summary}: ${words}`
  const answer = (kind: GitAnswer['kind'], code: ErrorCode): GitAnswer => ({
    kind,
    error: new NarPublishError({ code, subject: url, reason: said })
  })
  if (texts.rule.test(said)) return answer('final', 'BRANCH_RULE')
  if (summary.startsWith('[rejected]')) return answer('moved', 'HEAD_MOVED')
  if (texts.moved.test(summary)) return answer('moved-meanwhile', 'HEAD_MOVED')
  if (texts.tooLarge.test(words)) return answer('final', 'NAR_TOO_LARGE')
  if (texts.readOnly.test(words)) return answer('final', 'REPOSITORY_READ_ONLY')
  // The server broke down: what it says of the ref is not about the ref.
  if (/migrate objects|remote failed to report status|internal server error/i.test(said)) {
    return answer('lost', 'GIT_UNREACHABLE')
  }
  return answer('final', 'PUSH_REJECTED')
}

/** The same of a push that replaces the branch's history: it is refused where nobody may do that. Pure. */
export function readForcedPushFailure(url: string, failed: Failed & { stdout: string }): GitAnswer {
  const answer = readPushFailure(url, failed)
  const { error } = answer
  const isProtected =
    error.code === 'BRANCH_RULE' ||
    (error.code === 'PUSH_REJECTED' && texts.force.test(error.reason))
  if (!isProtected) return answer
  return {
    kind: 'final',
    error: new NarPublishError({ code: 'HISTORY_PROTECTED', subject: url, reason: error.reason })
  }
}

function remoteWords(stderr: string): string {
  const lines = [...stderr.matchAll(/^remote: ?(.*)$/gm)].map(([, line]) => (line ?? '').trim())
  return lines
    .filter((line) => line !== '')
    .slice(-20)
    .join(' ')
    .slice(0, 1500)
}
