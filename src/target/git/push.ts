import type { NarPublishError } from '../../errors.ts'
import { readPushFailure } from './answers.ts'
import { remote, type Repository } from './repository.ts'

/** How often a push is tried whose answer is lost. */
const attempts = 6

/**
 * Makes the target's branch point at `commit`, never by force, with all that the target lacks in one pack. Answers false when the
 * branch has moved. A push whose answer was lost counts when the commit turns out to be in the branch. Throws BRANCH_RULE,
 * PUSH_REJECTED, NAR_TOO_LARGE, GIT_AUTH_FAILED, GIT_UNREACHABLE, GIT_FAILED.
 */
export async function push(
  repository: Repository,
  branch: string,
  commit: string
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const exit = await repository.connect(pushArguments(branch, commit))
    if (exit.status === 0) return true
    const { kind, error } = readPushFailure(repository.git.url, {
      ...exit,
      stdout: exit.stdout.toString('utf8')
    })
    if (kind === 'lost') {
      await retry(repository, attempt, error)
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

/** Compared with a literal list in a test. Without `+` and `--force`: the target itself refuses what is no fast-forward. */
export function pushArguments(branch: string, commit: string): string[] {
  return [
    ...['push', '--porcelain', '--no-verify', '--no-follow-tags', '--no-signed'],
    ...['--recurse-submodules=no', '--thin'],
    ...['--', remote, `${commit}:refs/heads/${branch}`]
  ]
}

async function retry(
  repository: Repository,
  attempt: number,
  error: NarPublishError
): Promise<void> {
  if (attempt === attempts) throw error
  await repository.pause(attempt, error)
}
