import type { Environment } from '../../environment.ts'
import { NarPublishError } from '../../errors.ts'
import { checkToken, type Secrets } from '../../inputs/secrets.ts'
import type { ClosureType } from '../../nix/types.ts'
import { parseBranchName } from '../../repository/branch-name.ts'
import { quote } from '../../text.ts'
import type { Expected } from '../expected.ts'

/** A branch of the source repository that follows what readers get. */
export interface CachedBranchInput {
  name: string
  /** Writes the source repository, wherever the target is. */
  token: string
}

/**
 * `cached-branch`; null: none is given. `expected`: of a run that takes what other jobs packed; null: the run builds it all. Throws
 * BRANCH_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING.
 */
export function parseCachedBranch(
  environment: Environment,
  { token }: Secrets,
  closure: ClosureType,
  expected: Expected | null
): CachedBranchInput | null {
  const text = environment.input('cached-branch')
  if (text === '') return null
  const name = parseBranchName(text, `input cached-branch, ${quote(text)}`)
  const { repository, revision, eventName, refName } = environment
  if (repository === null || revision === null || eventName === null) {
    throw refused(name, 'only a job of GitHub Actions is for a commit that a branch can move to')
  }
  if (refName === name) {
    throw refused(name, 'the run is for that branch itself, which moves when people push to it')
  }
  if (closure === 'source') {
    throw refused(name, '`closure: source` publishes what building takes, and not what was built')
  }
  if (expected !== null) refuseUnknown(expected)
  checkToken(token, 'github', environment)
  return { name, token }
}

/** What cannot follow. */
export function refused(name: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `input cached-branch, ${quote(name)}`,
    reason,
    hint: 'Give `cached-branch` a name that no other branch of the repository has, such as `cached`; docs/cached-branch.md tells more.'
  })
}

/** Without all of it nobody knows what everything is. */
function refuseUnknown({ rows, beside }: Expected): void {
  if (rows !== null && beside !== null) return
  throw new NarPublishError({
    code: rows === null ? 'INPUT_MISSING' : 'INPUT_INVALID',
    subject: 'input expected',
    reason:
      rows === null
        ? 'it is empty, and `cached-branch` moves when everything that was expected has landed'
        : 'it does not say what the matrix made no row for, and `cached-branch` moves when that is cached, too',
    hint: 'Give `expected` the output `expected` of the run with `mode: matrix`, which has it all.'
  })
}
