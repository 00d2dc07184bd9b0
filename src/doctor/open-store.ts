import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CacheDescription } from '../catalogue/types.ts'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { parseBranch } from '../inputs/common.ts'
import { parseUrl } from '../inputs/readers.ts'
import type { Log } from '../log.ts'
import { parseTargetAddress } from '../repository/address.ts'
import { gitEnvironment } from '../repository/git/environment.ts'
import { runGit } from '../repository/git/run.ts'
import { addressesOf } from '../repository/github/addresses.ts'
import { remoteAddress } from '../repository/remote-address.ts'
import { openFolderStore } from './folder-store.ts'
import { openGitStore } from './git-store.ts'
import { openGitHubStore } from './github-store.ts'
import type { PublishedStore } from './store.ts'

export interface StoreRequest {
  /** As typed: a folder, `owner/name` or an address. */
  target: string
  token: string
  environment: Environment
  scratch: string
  log: Log
}

/** Throws REPOSITORY_INVALID, BRANCH_INVALID, FOLDER_INVALID, TOKEN_MISSING and what opening a GitHub target throws. */
export async function openStore(request: StoreRequest): Promise<PublishedStore> {
  const { environment, token, log } = request
  const address = parseTargetAddress(request.target, environment)
  const branch = parseBranch(environment, address).value
  const substituterUrl = parseUrl(environment, 'substituter-url')
  if (address.kind === 'git') {
    const folder = localFolder(address.url)
    if (folder === null) {
      return openGitStore({
        url: address.url,
        branch,
        substituterUrl,
        serverUrl: environment.serverUrl,
        scratch: request.scratch,
        env: environment.childEnvironment,
        log
      })
    }
    const description = await describeClone(folder, { environment, substituterUrl, log })
    return openFolderStore(folder, { description, serverUrl: environment.serverUrl })
  }
  if (token === '') {
    throw new NarPublishError({
      code: 'TOKEN_MISSING',
      subject: 'input token',
      reason: 'it is empty, and the store’s files are listed by GitHub’s API, which asks for one'
    })
  }
  return openGitHubStore({
    ...address,
    branch,
    token,
    apiUrl: environment.apiUrl,
    serverUrl: environment.serverUrl,
    substituterUrl,
    log
  })
}

/** The folder of a clone, or of files that a web server gives out. null: another machine's, or a bare repository. */
function localFolder(url: string): string | null {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url
  if (!path.startsWith('/')) return null
  if (!existsSync(path)) {
    throw new NarPublishError({
      code: 'FOLDER_INVALID',
      subject: JSON.stringify(path.slice(0, 200)),
      reason: 'it does not exist'
    })
  }
  const isBare = existsSync(join(path, 'objects')) && existsSync(join(path, 'HEAD'))
  return isBare && !existsSync(join(path, '.git')) ? null : path
}

/**
 * What the README of a clone depends on, from its remote `origin` and the branch that is checked out. null when it is no clone of a
 * repository on this GitHub. Throws GIT_MISSING.
 */
async function describeClone(
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
