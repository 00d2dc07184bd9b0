import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findReadme } from '../catalogue/find-readme.ts'
import { toldAddress, toldLogin } from '../catalogue/told-address.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { typed } from '../cli/typed.ts'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { parseBranch, parseSubstituter } from '../inputs/common.ts'
import type { Log } from '../log.ts'
import { parseTargetAddress } from '../repository/address.ts'
import { cacheBranches } from '../repository/cache-branch.ts'
import { gitEnvironment } from '../repository/git/environment.ts'
import { runGit } from '../repository/git/run.ts'
import { addressesOf, type Addresses } from '../repository/github/addresses.ts'
import { remoteAddress } from '../repository/remote-address.ts'
import type { ReadersAddress, SubstituterChoice } from '../serving.ts'
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
  const address = typed(() => parseTargetAddress(request.target, environment))
  const branch = typed(() => parseBranch(environment, address))
  const branchesOf = (): Promise<(string | null)[]> =>
    cacheBranches(address, branch, request, { isRead: true })
  if (address.kind === 'git') {
    const folder = localFolder(address.url)
    if (folder === null) {
      const choice = typed(() => parseSubstituter(environment, address))
      return openGitStore({
        url: address.url,
        branches: await branchesOf(),
        substituterUrl: typeof choice === 'object' ? choice.address : null,
        serverUrl: environment.serverUrl,
        scratch: request.scratch,
        env: environment.childEnvironment,
        log
      })
    }
    const { serverUrl } = environment
    const store = openFolderStore(folder, { description: null, serverUrl })
    const { content: readme } = await findReadme(store.snapshot)
    return { ...store, description: await describeClone(folder, readme, { environment, log }) }
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
    branches: await branchesOf(),
    token,
    apiUrl: environment.apiUrl,
    serverUrl: environment.serverUrl,
    substituterUrl: typed(() => parseSubstituter(environment, address)),
    git: { scratch: request.scratch, env: environment.childEnvironment },
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
 * What the README of a clone depends on, from its remote `origin` and the branch that is checked out. Where readers are served nobody is
 * asked: it is what the README tells them, unless something else was given. null when it is no clone of a repository on this GitHub.
 * Throws GIT_MISSING, INPUT_INVALID.
 */
async function describeClone(
  folder: string,
  readme: Buffer | null,
  { environment, log }: { environment: Environment; log: Log }
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
  const choice = parseSubstituter(environment, { kind: 'github', owner, repo })
  return {
    ...readersOf(choice, toldAddress(readme), addresses),
    login: toldLogin(readme),
    repository: `${owner}/${repo}`,
    branch,
    webUrl: (path) => addresses.page(path)
  }
}

function readersOf(
  choice: SubstituterChoice,
  told: ReadersAddress | null,
  { branchFiles, sites }: Addresses
): Pick<CacheDescription, 'substituterUrl' | 'servedBy'> {
  if (typeof choice === 'object') return { substituterUrl: choice.address, servedBy: 'other' }
  if (told !== null && (choice === 'auto' || choice === told.servedBy)) {
    return { substituterUrl: told.url, servedBy: told.servedBy }
  }
  return choice === 'pages'
    ? { substituterUrl: sites[0], servedBy: 'pages' }
    : { substituterUrl: branchFiles, servedBy: 'raw' }
}
