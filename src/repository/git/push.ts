import { defaultLimits } from '../limits.ts'
import { readForcedPushFailure, readPushFailure } from './answers.ts'
import type { Repository } from './repository.ts'
import { remote } from './run.ts'

/**
 * Makes the target's branch point at `commit`, with all that the target lacks in one pack. Never by force, unless it `replaces` the
 * commit that the branch is at: then only while it is there. Answers false when the branch has moved. A push whose answer was lost
 * counts when the commit turns out to be in the branch. Throws BRANCH_RULE, HISTORY_PROTECTED, PUSH_REJECTED, NAR_TOO_LARGE,
 * GIT_AUTH_FAILED, GIT_UNREACHABLE, GIT_FAILED.
 */
export async function push(
  repository: Repository,
  branch: string,
  commit: string,
  replaces: string | null = null
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const exit = await repository.connect(pushArguments(branch, commit, replaces))
    if (exit.status === 0) return true
    const failed = { ...exit, stdout: exit.stdout.toString('utf8') }
    const { kind, error } =
      replaces === null
        ? readPushFailure(repository.git.url, failed)
        : readForcedPushFailure(repository.git.url, failed)
    if (kind === 'lost') {
      if (attempt === defaultLimits.connectionAttempts) throw error
      await repository.pause(attempt, error)
      if (await repository.branchContains(branch, commit)) return true
      // Sent again as it is: if the branch has moved meanwhile, the answer says so.
      continue
    }
    if (kind === 'moved' || kind === 'moved-meanwhile') {
      // An earlier try may have landed: ours, or curl's, which sends a request again when its connection was closed.
      const mayHaveLanded = attempt > 1 || kind === 'moved-meanwhile'
      return mayHaveLanded && (await repository.branchContains(branch, commit))
    }
    throw error
  }
}

/**
 * Compared with literal lists in a test. Without `+` and `--force`: the target itself refuses what is no fast-forward, and, where a
 * commit is to be replaced, what is not at that commit.
 */
export function pushArguments(
  branch: string,
  commit: string,
  replaces: string | null = null
): string[] {
  const ref = `refs/heads/${branch}`
  return [
    ...['push', '--porcelain', '--no-verify', '--no-follow-tags', '--no-signed'],
    ...['--recurse-submodules=no', '--thin'],
    ...(replaces === null ? [] : [`--force-with-lease=${ref}:${replaces}`]),
    ...['--', remote, `${commit}:${ref}`]
  ]
}
