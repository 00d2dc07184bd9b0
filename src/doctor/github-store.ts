import pMap from 'p-map'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { addressesOf } from '../repository/github/addresses.ts'
import { openGitHubTarget } from '../repository/github/target.ts'
import { downloaderOf } from './download.ts'
import { storeOfBranch, type PublishedStore } from './store.ts'

export interface GitHubStoreOptions {
  owner: string
  repo: string
  branch: string | null
  token: string
  apiUrl: string
  serverUrl: string
  substituterUrl: string | null
  log: Log
}

const filesAtOnce = 8

/**
 * The branch of a GitHub repository at one commit: its listing by the API, files from the raw address as any reader gets them. Throws
 * BRANCH_MISSING and what opening a target throws.
 */
export async function openGitHubStore(options: GitHubStoreOptions): Promise<PublishedStore> {
  const target = await openGitHubTarget(options)
  const snapshot = await target.snapshot()
  const { commit, ...store } = storeOfBranch(target, snapshot)
  const [owner = '', repo = ''] = target.name.split('/')
  const { rawFile } = addressesOf(options.serverUrl, owner, repo, target.branch)
  const download = downloaderOf(options.log)
  const open = (location: string): AsyncIterable<Buffer> =>
    /^https?:\/\//.test(location)
      ? // Whoever serves release assets redirects to another host, and needs no token for a public one.
        download({ url: location, credentials: null, mayRedirect: true })
      : download({
          url: rawFile(commit, location),
          credentials: target.readerCredentials,
          mayRedirect: false
        })
  const read = async (path: string): Promise<Buffer | null> => {
    // A snapshot reads a private target by the API alone, where each of its many narinfos would cost quota.
    const content = target.isPrivate ? await whole(open(path)) : null
    return content ?? snapshot.readFile(path)
  }
  return {
    ...store,
    files: new Map(
      [...(await snapshot.listFiles())].map(([path, { size }]) => [path, size ?? NaN])
    ),
    serverUrl: options.serverUrl,
    readFiles: (paths) => readFiles(paths, read),
    open
  }
}

async function readFiles(
  paths: readonly string[],
  read: (path: string) => Promise<Buffer | null>
): Promise<Map<string, Buffer>> {
  const found = await pMap(
    paths,
    async (path): Promise<[string, Buffer][]> => {
      const content = await read(path)
      return content === null ? [] : [[path, content]]
    },
    { concurrency: filesAtOnce }
  )
  return new Map(found.flat())
}

/** null: it could not be downloaded. */
async function whole(source: AsyncIterable<Buffer>): Promise<Buffer | null> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of source) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'DOWNLOAD_FAILED') return null
    throw error
  }
}
