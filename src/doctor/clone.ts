import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CacheDescription } from '../catalogue/types.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { gitEnvironment } from '../repository/git/environment.ts'
import { runGit } from '../repository/git/run.ts'
import { addressesOf } from '../repository/github/addresses.ts'
import { remoteAddress } from '../repository/remote-address.ts'

/**
 * What the README of a clone depends on, from its remote `origin` and the branch that is checked out. null when it is no clone of a
 * repository on this GitHub. Throws GIT_MISSING.
 */
export async function describeClone(
  folder: string,
  {
    environment,
    substituterUrl,
    log
  }: { environment: Environment; substituterUrl: string | null; log: Log }
): Promise<CacheDescription | null> {
  const directory = join(folder, '.git')
  if (!existsSync(directory)) return null
  const git = { directory, url: folder, env: gitEnvironment(environment.childEnvironment, []), log }
  const line = async (...args: string[]): Promise<string> =>
    (await runGit(git, args)).stdout.toString('utf8').trim()
  const remote = await line('config', '--get', 'remote.origin.url')
  const branch = await line('symbolic-ref', '--quiet', '--short', 'HEAD')
  const address = remoteAddress(remote, environment)
  if (address === null || branch === '') return null
  const { owner, repo } = address
  const addresses = addressesOf(environment.serverUrl, owner, repo, branch)
  return {
    substituterUrl: substituterUrl ?? addresses.branchFiles,
    repository: `${owner}/${repo}`,
    branch,
    webUrl: (path) => addresses.page(path)
  }
}
