import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { hasControlCharacter } from '../harmless.ts'
import { disagreement, invalid, lines, parseBoolean } from '../inputs/readers.ts'
import { checkToken, type Secrets } from '../inputs/secrets.ts'
import { parseTargetAddress } from '../repository/address.ts'
import { parseBranchName } from '../repository/branch-name.ts'
import { isSameName } from '../repository/github/repository.ts'
import { quote } from '../text.ts'

export interface PullRequestDestination {
  kind: 'pull-request'
  /** May be empty when nothing is written. */
  token: string
  /** Where the pull request is opened. */
  upstream: { owner: string; repo: string }
  /** Where the branch goes; null: upstream itself. */
  fork: { owner: string; repo: string } | null
  /** null: upstream's default branch. */
  base: string | null
  /** null: `nar-publish/<name>-<version>`. */
  branch: string | null
  /** null: `name: old → new`, or nixpkgs' form. */
  title: string | null
  labels: string[]
  /** Logins, and teams as `org/team`. */
  reviewers: string[]
  draft: boolean
}

/** GitHub's own limits, in characters. */
const longestTitle = 256
const longestLabel = 50

/**
 * Where a pull request goes and how it looks. `writes`: whether this run opens it, for which it needs a token. Throws INPUT_INVALID,
 * INPUT_MISSING, REPOSITORY_INVALID, BRANCH_INVALID, TOKEN_MISSING.
 */
export function parsePullRequest(
  environment: Environment,
  secrets: Secrets,
  { writes }: { writes: boolean }
): PullRequestDestination {
  const upstream = parseRepository(environment, 'target-repository')
  const fork = environment.input('fork') === '' ? null : parseRepository(environment, 'fork')
  if (
    fork !== null &&
    isSameName(fork.owner, upstream.owner) &&
    isSameName(fork.repo, upstream.repo)
  ) {
    throw disagreement(
      ['fork', 'target-repository'],
      `both are ${fork.owner}/${fork.repo}`,
      'Leave `fork` out to put the branch into the repository itself.'
    )
  }
  const base = parseBranch(environment, 'base')
  const branch = parseBranch(environment, 'branch')
  if (fork === null && base !== null && base === branch) {
    throw disagreement(
      ['base', 'branch'],
      `both are ${quote(base)}, and a pull request is from one branch into another`,
      'Leave `branch` out: it gets a name of its own.'
    )
  }
  if (writes || secrets.token !== '') checkToken(secrets.token, 'github', environment)
  return {
    kind: 'pull-request',
    token: secrets.token,
    upstream,
    fork,
    base,
    branch,
    title: parseTitle(environment),
    labels: parseLabels(environment),
    reviewers: parseReviewers(environment),
    draft: parseBoolean(environment, 'draft')
  }
}

function parseRepository(
  environment: Environment,
  name: 'target-repository' | 'fork'
): { owner: string; repo: string } {
  const text = environment.input(name)
  try {
    const address = parseTargetAddress(text, environment)
    if (address.kind === 'github') return { owner: address.owner, repo: address.repo }
  } catch (cause) {
    if (!(cause instanceof NarPublishError) || cause.code !== 'REPOSITORY_INVALID') throw cause
    throw repositoryInvalid(name, text, cause.reason, cause)
  }
  throw repositoryInvalid(name, text, 'it is not on this GitHub, where pull requests are opened')
}

function repositoryInvalid(
  name: string,
  text: string,
  reason: string,
  cause?: unknown
): NarPublishError {
  return new NarPublishError({
    code: 'REPOSITORY_INVALID',
    subject: `input ${name}, ${quote(text)}`,
    reason,
    hint: 'Write `owner/name`, or the address as the browser shows it.',
    cause
  })
}

function parseBranch(environment: Environment, name: 'base' | 'branch'): string | null {
  const text = environment.input(name)
  return text === '' ? null : parseBranchName(text, `input ${name}, ${quote(text)}`)
}

function parseTitle(environment: Environment): string | null {
  const text = environment.input('title')
  if (text === '') return null
  if (hasControlCharacter(text) || text.length > longestTitle) {
    throw invalid('title', text, `one line of at most ${longestTitle} characters`)
  }
  return text
}

/** GitHub lists labels with commas in between, so no name holds one. */
function parseLabels(environment: Environment): string[] {
  const labels = lines(environment.input('labels').replaceAll(',', '\n'))
  const wrong = labels.find((label) => label.length > longestLabel || hasControlCharacter(label))
  if (wrong !== undefined) {
    throw invalid('labels', wrong, `names of at most ${longestLabel} characters, one a line`)
  }
  // They are the same to GitHub whatever their case.
  return [...new Map(labels.map((label) => [label.toLowerCase(), label])).values()]
}

const reviewerPattern = /^[A-Za-z0-9][\w-]{0,99}(\/[A-Za-z0-9][\w.-]{0,99})?$/

function parseReviewers(environment: Environment): string[] {
  const reviewers = environment
    .input('reviewers')
    .split(/[\s,]+/)
    .map((reviewer) => reviewer.replace(/^@/, ''))
    .filter((reviewer) => reviewer !== '')
  const wrong = reviewers.find((reviewer) => !reviewerPattern.test(reviewer))
  if (wrong !== undefined) throw invalid('reviewers', wrong, 'logins, and teams as `org/team`')
  return [...new Map(reviewers.map((name) => [name.toLowerCase(), name])).values()]
}
