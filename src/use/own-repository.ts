import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { gitEnvironment } from '../repository/git/environment.ts'
import { runGit } from '../repository/git/run.ts'
import { remoteAddress } from '../repository/remote-address.ts'

/** `owner/name` that the workflow runs in; on a terminal what the checkout's remote `origin` is on this GitHub. null: there is none. */
export async function ownRepository(environment: Environment, log: Log): Promise<string | null> {
  const { repository, workspace, childEnvironment } = environment
  if (repository !== null) return repository
  const git = {
    directory: workspace,
    isWorkTree: true,
    url: workspace,
    env: gitEnvironment(childEnvironment, []),
    log
  }
  try {
    const { stdout } = await runGit(git, ['config', '--local', '--get', 'remote.origin.url'])
    const address = remoteAddress(stdout.toString('utf8').trim(), environment)
    return address === null ? null : `${address.owner}/${address.repo}`
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'GIT_MISSING') return null
    throw error
  }
}
