import { describe, expect, test } from '@jest/globals'
import { readAnswer, type FailedRequest } from '../../../src/repository/github/answers.ts'

const blobs = 'POST /repos/{owner}/{repo}/git/blobs'
const trees = 'POST /repos/{owner}/{repo}/git/trees'
const commits = 'POST /repos/{owner}/{repo}/git/commits'
const updateRef = 'PATCH /repos/{owner}/{repo}/git/refs/{ref}'
const createRef = 'POST /repos/{owner}/{repo}/git/refs'
const contents = 'PUT /repos/{owner}/{repo}/contents/{path}'
const repository = 'GET /repos/{owner}/{repo}'
const head = 'GET /repos/{owner}/{repo}/commits/{ref}'
const createRelease = 'POST /repos/{owner}/{repo}/releases'
const uploadAsset = 'POST https://uploads.github.com/repos/o/r/releases/7/assets{?name}'
const createPullRequest = 'POST /repos/{owner}/{repo}/pulls'
const addLabels = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels'
const askForReview = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers'
const mergeUpstream = 'POST /repos/{owner}/{repo}/merge-upstream'
const readTree = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'

function answer(
  route: string,
  status: number | null,
  message: string,
  headers: FailedRequest['headers'] = {},
  isForkPullRequest = false
) {
  return readAnswer(
    { route, status, message, headers, cause: undefined },
    { repository: 'o/r', isForkPullRequest, now: 1_795_000_000_000 }
  )
}

describe('readAnswer', () => {
  // GitHub's words: its documentation, and public issues where people quote them.
  test.each([
    [updateRef, 422, 'Update is not a fast forward', 'ref-moved', 'GITHUB_REFUSED'],
    [updateRef, 422, 'Update is not a fast-forward', 'ref-moved', 'GITHUB_REFUSED'],
    [updateRef, 422, 'Reference does not exist', 'ref-missing', 'GITHUB_REFUSED'],
    [updateRef, 422, 'Object does not exist', 'not-visible-yet', 'GITHUB_REFUSED'],
    [updateRef, 409, 'Conflict', 'lost', 'GITHUB_UNAVAILABLE'],
    [
      updateRef,
      422,
      'Repository rule violations found Changes must be made through a pull request.',
      'final',
      'BRANCH_RULE'
    ],
    [updateRef, 422, 'Cannot update this protected ref.', 'final', 'BRANCH_RULE'],
    [updateRef, 403, 'Repository was archived so is read-only.', 'final', 'REPOSITORY_READ_ONLY'],
    [
      uploadAsset,
      422,
      'Validation Failed: ReleaseAsset name already_exists',
      'exists',
      'GITHUB_REFUSED'
    ],
    [
      uploadAsset,
      422,
      'Validation Failed: file_count limited to 1000 assets per release',
      'closed',
      'GITHUB_REFUSED'
    ],
    [uploadAsset, 422, 'Cannot upload assets to an immutable release.', 'closed', 'GITHUB_REFUSED'],
    [
      uploadAsset,
      422,
      'Validation Failed: size must be less than or equal to 2147483648',
      'final',
      'GITHUB_REFUSED'
    ],
    [
      createRelease,
      422,
      'Validation Failed: Release tag_name already_exists',
      'exists',
      'GITHUB_REFUSED'
    ],
    [
      createRelease,
      422,
      'Validation Failed: pre_receive Repository rule violations found Cannot create ref due to creations being restricted. : tag_name was used by an immutable release: Published releases must have a valid tag',
      'closed',
      'GITHUB_REFUSED'
    ],
    [
      createRelease,
      422,
      'Validation Failed: pre_receive Repository rule violations found Cannot create ref due to creations being restricted.',
      'final',
      'BRANCH_RULE'
    ],
    [
      createPullRequest,
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
      'final',
      'PULL_REQUESTS_FORBIDDEN'
    ],
    [
      createPullRequest,
      422,
      'Draft pull requests are not supported in this repository.',
      'final',
      'DRAFT_REFUSED'
    ],
    [
      createPullRequest,
      422,
      'Validation Failed: A pull request already exists for o:b.',
      'exists',
      'GITHUB_REFUSED'
    ],
    [
      createPullRequest,
      422,
      "Validation Failed: fork_collab Fork collab can't be granted by someone without permission",
      'no-fork-edits',
      'GITHUB_REFUSED'
    ],
    // Of a branch that was just made.
    [
      createPullRequest,
      422,
      'Validation Failed: PullRequest head_sha missing_field: No commits between main and b',
      'not-visible-yet',
      'GITHUB_REFUSED'
    ],
    [
      createPullRequest,
      422,
      'Validation Failed: PullRequest head invalid',
      'not-visible-yet',
      'GITHUB_REFUSED'
    ],
    [
      createPullRequest,
      422,
      'Validation Failed: PullRequest base invalid',
      'final',
      'GITHUB_REFUSED'
    ],
    [createPullRequest, 403, 'Resource not accessible by integration', 'final', 'TOKEN_FORBIDDEN'],
    [
      addLabels,
      403,
      'You do not have permission to create labels on this repository.: Repository label unauthorized',
      'final',
      'TOKEN_FORBIDDEN'
    ],
    [
      askForReview,
      422,
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the o/r repository.',
      'final',
      'GITHUB_REFUSED'
    ],
    [mergeUpstream, 409, 'There are merge conflicts', 'final', 'GITHUB_REFUSED'],
    [createRef, 422, 'Reference already exists', 'ref-exists', 'GITHUB_REFUSED'],
    [createRef, 409, 'Git Repository is empty.', 'empty-repository', 'GITHUB_REFUSED'],
    [
      contents,
      409,
      'Could not update file: Changes must be made through a pull request.',
      'final',
      'BRANCH_RULE'
    ],
    [contents, 422, 'Invalid request. "sha" wasn\'t supplied.', 'ref-moved', 'GITHUB_REFUSED'],
    [
      contents,
      409,
      `README.md is at ${'a'.repeat(40)} but expected ${'b'.repeat(40)}`,
      'ref-moved',
      'GITHUB_REFUSED'
    ],
    [blobs, 409, 'Git Repository is empty.', 'empty-repository', 'GITHUB_REFUSED'],
    [
      blobs,
      422,
      'Sorry, your input was too large to process. Consider creating the blob in a local clone of the repository and then pushing it to GitHub.',
      'final',
      'NAR_TOO_LARGE'
    ],
    [blobs, 404, 'Not Found', 'final', 'TOKEN_FORBIDDEN'],
    [
      trees,
      422,
      'tree.sha 5c00a7e6b38a1a1b4a3d5a0d5e0f1c2b3d4e5f60 is not a valid blob',
      'not-visible-yet',
      'GITHUB_REFUSED'
    ],
    [trees, 422, 'base_tree is not a valid tree oid', 'not-visible-yet', 'GITHUB_REFUSED'],
    [
      trees,
      422,
      "Sorry, your request timed out. It's likely that your input was too large to process.",
      'lost',
      'GITHUB_UNAVAILABLE'
    ],
    [trees, 404, 'Not Found', 'not-visible-yet', 'TOKEN_FORBIDDEN'],
    [trees, 422, 'tree.path contains a malformed path component', 'final', 'GITHUB_REFUSED'],
    [commits, 422, 'Tree SHA does not exist', 'not-visible-yet', 'GITHUB_REFUSED'],
    [
      commits,
      422,
      'Parent SHA does not exist or is not a commit object.',
      'not-visible-yet',
      'GITHUB_REFUSED'
    ],
    [head, 422, 'No commit found for SHA: heads/nix-cache', 'ref-missing', 'GITHUB_REFUSED'],
    [head, 409, 'Git Repository is empty.', 'empty-repository', 'GITHUB_REFUSED'],
    [readTree, 404, 'Not Found', 'not-visible-yet', 'GITHUB_REFUSED'],
    [repository, 404, 'Not Found', 'not-found', 'REPOSITORY_NOT_FOUND'],
    [repository, 401, 'Bad credentials', 'final', 'TOKEN_REJECTED'],
    [
      repository,
      403,
      'Resource protected by organization SAML enforcement.',
      'final',
      'TOKEN_FORBIDDEN'
    ],
    [repository, 451, 'Repository access blocked', 'final', 'REPOSITORY_READ_ONLY'],
    [repository, 500, '', 'lost', 'GITHUB_UNAVAILABLE'],
    [repository, 502, 'Server Error', 'lost', 'GITHUB_UNAVAILABLE'],
    [repository, 503, '', 'lost', 'GITHUB_UNAVAILABLE'],
    [repository, 504, "We couldn't respond to your request in time.", 'lost', 'GITHUB_UNAVAILABLE'],
    [repository, null, 'read ECONNRESET', 'lost', 'GITHUB_UNAVAILABLE'],
    [repository, 418, 'I am a teapot', 'final', 'GITHUB_REFUSED']
  ] as const)('%s answered %p %j: %s, %s', (route, status, message, kind, code) => {
    const { error, ...rest } = answer(route, status, message)
    expect(rest).toEqual({ kind })
    expect(error.code).toBe(code)
    expect(error.message).toContain(message)
  })

  test.each([
    [403, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' }, 60_000],
    [429, 'Too many requests', { 'retry-after': '7' }, 7_000],
    [403, 'You have triggered an abuse detection mechanism.', {}, null],
    [429, '', {}, null],
    [
      403,
      'API rate limit exceeded for user ID 1.',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795000090' },
      91_000
    ],
    [
      403,
      'API rate limit exceeded for installation ID 1.',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1794999990' },
      1_000
    ]
  ] as const)(
    '%p %j with %j is a rate limit that ends after %p ms',
    (status, message, headers, ms) => {
      const found = answer(blobs, status, message, headers)
      expect(found).toMatchObject({ kind: 'limited', afterMs: ms, error: { code: 'RATE_LIMITED' } })
    }
  )

  test('a rate limit says until when', () => {
    const { error } = answer(blobs, 403, 'slow down', { 'retry-after': '90' })
    expect(error.reason).toContain('until 2026-11-18T11:08:10.000Z')
  })

  test('names the permission that the token lacks, and the fork that it is for', () => {
    const headers = {
      'x-accepted-github-permissions': 'contents=write',
      'x-ratelimit-remaining': '0'
    }
    const found = answer(blobs, 403, 'Resource not accessible by integration', headers, true)
    expect(found).toMatchObject({ kind: 'final', error: { code: 'TOKEN_FORBIDDEN' } })
    expect(found.error.reason).toBe(
      `GitHub answered 403 to ${blobs}: Resource not accessible by integration; it needs the permission contents=write; ` +
        'this run is for a pull request from a fork, whose token may only read'
    )
  })

  test('gives a rule in GitHub’s words', () => {
    const { error } = answer(updateRef, 422, 'Repository rule violations found Required signatures')
    expect(error.reason).toBe('Repository rule violations found Required signatures')
  })
})
