import { readToldAddress } from '../catalogue/told-address.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { SubstituterChoice } from '../serving.ts'
import { noCache, openCacheBranch, othersFile } from '../repository/cache-branch.ts'
import { addressesOf } from '../repository/github/addresses.ts'
import type { GitPlace } from '../repository/github/push-route.ts'
import { lookAtGitHubTarget } from '../repository/github/open.ts'
import { downloaderOf } from './download.ts'
import { storeOfBranch, type PublishedStore } from './store.ts'

export interface GitHubStoreOptions {
  owner: string
  repo: string
  /** Those that may be the cache; null: the default branch. */
  branches: readonly (string | null)[]
  token: string
  apiUrl: string
  serverUrl: string
  substituterUrl: SubstituterChoice
  log: Log
  /** Where git works, which reads many files at once. */
  git: GitPlace
}

/**
 * The branch of a GitHub repository at one commit: its listing and small files by the API or git, NARs from the raw address as any reader
 * gets them, or by the API. Throws BRANCH_MISSING, CACHE_MISSING and what opening a target throws.
 */
export async function openGitHubStore(options: GitHubStoreOptions): Promise<PublishedStore> {
  const { target, snapshot, looked } = await openCacheBranch(options.branches, async (branch) => {
    const looked = await lookAtGitHubTarget({ ...options, branch, told: readToldAddress })
    return { ...looked, snapshot: await looked.target.snapshot() }
  })
  // A branch that nobody named, of people's work: nobody is to be told to publish there.
  if (looked.length > 1 && (await othersFile(snapshot)) !== null) throw noCache(target, looked)
  const { commit, ...store } = storeOfBranch(target, snapshot)
  const [owner = '', repo = ''] = target.name.split('/')
  const { rawFile } = addressesOf(options.serverUrl, owner, repo, target.branch)
  const addressAt = (path: string): string => rawFile(commit, path)
  const download = downloaderOf(options.log)
  const listed = await snapshot.listFiles()
  let isRawOpen = true
  /** A file of the commit at its raw address; from the first that is not given there, by the API. */
  async function* openListed(path: string): AsyncGenerator<Buffer> {
    let hasBegun = false
    let failure: NarPublishError | null = null
    try {
      if (isRawOpen) {
        const url = addressAt(path)
        const { readerCredentials: credentials } = target
        for await (const chunk of download({ url, credentials, mayRedirect: false })) {
          hasBegun = true
          yield chunk
        }
        return
      }
    } catch (error) {
      // What was given in part cannot be taken back.
      if (hasBegun || !isDownloadFailure(error)) throw error
      isRawOpen = false
      failure = error
    }
    const content = (await snapshot.readFiles([path])).get(path)
    if (content === undefined) throw failure ?? missing(path)
    yield content
  }
  const open = (location: string): AsyncIterable<Buffer> =>
    /^https?:\/\//.test(location)
      ? // Whoever serves release assets redirects to another host, and needs no token for a public one.
        download({ url: location, credentials: null, mayRedirect: true })
      : openListed(location)
  return {
    ...store,
    files: new Map([...listed].map(([path, { size }]) => [path, size ?? NaN])),
    serverUrl: options.serverUrl,
    isLocal: false,
    readFiles: (paths) => snapshot.readFiles(paths),
    open
  }
}

function isDownloadFailure(error: unknown): error is NarPublishError {
  return error instanceof NarPublishError && error.code === 'DOWNLOAD_FAILED'
}

function missing(path: string): NarPublishError {
  return new NarPublishError({
    code: 'DOWNLOAD_FAILED',
    subject: path,
    reason: 'it is not in the commit'
  })
}
