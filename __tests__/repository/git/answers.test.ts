import { describe, expect, test } from '@jest/globals'
import {
  readFailure,
  readForcedPushFailure,
  readPushFailure
} from '../../../src/repository/git/answers.ts'

const url = 'https://git.example/nix/store.git'
/** What `git push --porcelain` prints. */
const line = (summary: string): string =>
  `To ${url}\n!\t${'a'.repeat(40)}:refs/heads/main\t${summary}\nDone\n`
const ended = { args: ['fetch'], status: 128, signal: null }

test('a command is told with the repository’s address, not with its name in our configuration', () => {
  const failed = { ...ended, args: ['ls-remote', '--tags', '--', 'target'], stderr: 'fatal: no' }
  expect(readFailure(url, failed).error.reason).toBe(
    `\`git ls-remote --tags -- ${url}\` exited with 128:\nfatal: no`
  )
})

// Texts of git 2.39 and 2.47, OpenSSH 9, and of GitHub, GitLab and Gitea as their users report them.
describe('what a fetch says', () => {
  test.each<[string, string, string]>([
    ["fatal: couldn't find remote ref refs/heads/nope", 'no-branch', 'GIT_FAILED'],
    [
      "fatal: could not read Username for 'https://git.example': terminal prompts disabled",
      'final',
      'GIT_AUTH_FAILED'
    ],
    [
      "remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://git.example/'",
      'final',
      'GIT_AUTH_FAILED'
    ],
    [
      'git@git.example: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.',
      'final',
      'GIT_AUTH_FAILED'
    ],
    [
      "fatal: unable to access 'https://git.example/': The requested URL returned error: 403",
      'final',
      'GIT_AUTH_FAILED'
    ],
    [
      'Host key verification failed.\nfatal: Could not read from remote repository.',
      'final',
      'GIT_AUTH_FAILED'
    ],
    [
      "remote: Repository not found.\nfatal: repository 'https://git.example/' not found",
      'final',
      'REPOSITORY_NOT_FOUND'
    ],
    [
      "fatal: '/srv/x.git' does not appear to be a git repository\nfatal: Could not read from remote repository.",
      'final',
      'REPOSITORY_NOT_FOUND'
    ],
    [
      "fatal: unable to access 'http://a/': The requested URL returned error: 301",
      'final',
      'GIT_FAILED'
    ],
    ["fatal: unable to access 'https://a/': Could not resolve host: a", 'lost', 'GIT_UNREACHABLE'],
    [
      "fatal: unable to access 'https://a/': The requested URL returned error: 502",
      'lost',
      'GIT_UNREACHABLE'
    ],
    [
      'error: RPC failed; curl 56 Recv failure: Connection reset by peer\nfatal: early EOF',
      'lost',
      'GIT_UNREACHABLE'
    ],
    ['fatal: the remote end hung up unexpectedly', 'lost', 'GIT_UNREACHABLE'],
    [
      'ssh: connect to host a port 22: Connection refused\nfatal: Could not read from remote repository.',
      'lost',
      'GIT_UNREACHABLE'
    ],
    ['fatal: mismatched algorithms: client sha1; server sha256', 'final', 'GIT_FAILED'],
    ["fatal: transport 'ext' not allowed", 'final', 'GIT_FAILED']
  ])('%s', (stderr, kind, code) => {
    expect(readFailure(url, { ...ended, stderr })).toMatchObject({
      kind,
      error: { code, subject: url }
    })
  })

  test('a time-out of ours may pass', () => {
    const failed = { ...ended, status: null, signal: 'SIGTERM', stderr: '' } as const
    expect(readFailure(url, failed).kind).toBe('lost')
  })
})

describe('what a push says', () => {
  test.each<[summary: string, remote: string, kind: string, code: string]>([
    ['[rejected] (fetch first)', '', 'moved', 'HEAD_MOVED'],
    ['[rejected] (non-fast-forward)', '', 'moved', 'HEAD_MOVED'],
    [
      '[remote rejected] (failed to update ref)',
      "error: cannot lock ref 'refs/heads/main': is at …",
      'moved-meanwhile',
      'HEAD_MOVED'
    ],
    [
      "[remote rejected] (cannot lock ref 'refs/heads/main': reference already exists)",
      '',
      'moved-meanwhile',
      'HEAD_MOVED'
    ],
    ['[remote rejected] (incorrect old value provided)', '', 'moved-meanwhile', 'HEAD_MOVED'],
    ['[remote rejected] (pre-receive hook declined)', 'not on Fridays', 'final', 'PUSH_REJECTED'],
    ['[remote rejected] (shallow update not allowed)', '', 'moved-meanwhile', 'HEAD_MOVED'],
    [
      '[remote rejected] (branch is currently checked out)',
      'error: refusing to update checked out branch',
      'final',
      'PUSH_REJECTED'
    ],
    [
      '[remote rejected] (push declined due to repository rule violations)',
      'error: GH013: Repository rule violations found for refs/heads/main.',
      'final',
      'BRANCH_RULE'
    ],
    [
      '[remote rejected] (protected branch hook declined)',
      'error: GH006: Protected branch update failed for refs/heads/main.',
      'final',
      'BRANCH_RULE'
    ],
    [
      '[remote rejected] (pre-receive hook declined)',
      'GitLab: You are not allowed to push code to protected branches on this project.',
      'final',
      'BRANCH_RULE'
    ],
    [
      '[remote rejected] (pre-receive hook declined)',
      'error: GH001: Large files detected. error: File nar/x is 120.00 MB; this exceeds GitHub’s file size limit of 100.00 MB',
      'final',
      'NAR_TOO_LARGE'
    ],
    [
      '[remote rejected] (unable to migrate objects to permanent storage)',
      '',
      'lost',
      'GIT_UNREACHABLE'
    ]
  ])('%s %s', (summary, remote, kind, code) => {
    const stderr = `remote: ${remote}        \nerror: failed to push some refs to '${url}'\n`
    const answer = readPushFailure(url, { ...ended, status: 1, stderr, stdout: line(summary) })
    expect(answer).toMatchObject({ kind, error: { code, subject: url } })
    if (remote !== '' && kind === 'final') expect(answer.error.reason).toContain(remote)
  })

  test('one that never reached the refs is read as a fetch is', () => {
    const stderr = "fatal: Authentication failed for 'https://git.example/'"
    expect(readPushFailure(url, { ...ended, stderr, stdout: '' }).error.code).toBe(
      'GIT_AUTH_FAILED'
    )
  })
})

describe('what a push says that replaces the history', () => {
  test.each([
    ['[rejected] (stale info)', '', 'moved', 'HEAD_MOVED'],
    ['[remote rejected] (non-fast-forward)', '', 'final', 'HISTORY_PROTECTED'],
    [
      '[remote rejected] (push declined due to repository rule violations)',
      'error: GH013: Repository rule violations found for refs/heads/main. Cannot force-push to this branch',
      'final',
      'HISTORY_PROTECTED'
    ],
    [
      '[remote rejected] (pre-receive hook declined)',
      'GitLab: You are not allowed to force push code to a protected branch on this project.',
      'final',
      'HISTORY_PROTECTED'
    ],
    ['[remote rejected] (pre-receive hook declined)', 'not on Fridays', 'final', 'PUSH_REJECTED'],
    [
      '[remote rejected] (pre-receive hook declined)',
      'GH001: Large files',
      'final',
      'NAR_TOO_LARGE'
    ]
  ])('%s %s', (summary, remote, kind, code) => {
    const stderr = `remote: ${remote}        \n`
    const failed = { ...ended, status: 1, stderr, stdout: line(summary) }
    expect(readForcedPushFailure(url, failed)).toMatchObject({ kind, error: { code } })
  })
})
