import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { parseBranch } from '../inputs/common.ts'
import { parseUrl } from '../inputs/readers.ts'
import type { Log } from '../log.ts'
import { parseTargetAddress } from '../repository/address.ts'
import { describeClone } from './clone.ts'
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
