import { z } from 'zod'
import pMap from 'p-map'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { addressesOf } from '../target/github/addresses.ts'
import { GitHubApi } from '../target/github/api.ts'
import { defaultLimits } from '../target/github/limits.ts'
import { realPace } from '../target/github/pace.ts'
import { openGitHubTarget } from '../target/github/target.ts'
import { downloaderOf } from './download.ts'
import type { PublishedStore } from './store.ts'
import { writeToTarget } from './write.ts'

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
  const { commit } = snapshot
  if (commit === null) {
    throw new NarPublishError({
      code: 'BRANCH_MISSING',
      subject: `${target.name}, branch ${JSON.stringify(target.branch)}`,
      reason: 'it does not exist, or the repository is empty'
    })
  }
  const [owner = '', repo = ''] = target.name.split('/')
  const api = new GitHubApi({
    ...options,
    owner,
    repo,
    isForkPullRequest: false,
    limits: defaultLimits,
    pace: realPace
  })
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
    name: target.name,
    state: `branch ${target.branch} at ${commit}`,
    files: await listFiles(api, commit),
    description: {
      substituterUrl: target.substituterUrl,
      cloneUrl: target.cloneUrl,
      repository: target.name,
      branch: target.branch,
      webUrl: (path) => target.webUrl(path)
    },
    serverUrl: options.serverUrl,
    readFiles: (paths) => readFiles(paths, read),
    open,
    write: (compose) => writeToTarget(target, snapshot, compose)
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

const commitReply = z.object({ tree: z.object({ sha: z.string() }) })
const treeReply = z.object({
  tree: z.array(
    z.object({
      path: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.number().optional()
    })
  ),
  truncated: z.boolean()
})

/** One request; for more than 100,000 entries, or 7 MB, one for each folder. */
async function listFiles(api: GitHubApi, commit: string): Promise<Map<string, number>> {
  const { tree } = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
      parameters: { commit_sha: commit }
    },
    commitReply
  )
  const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'
  const whole = await api.call(
    { route, parameters: { tree_sha: tree.sha, recursive: '1' } },
    treeReply
  )
  const files = new Map<string, number>()
  const add = (reply: z.output<typeof treeReply>, folder: string): void => {
    for (const { path, type, size } of reply.tree) {
      if (type === 'blob') files.set(folder + path, size ?? NaN)
    }
  }
  const walk = async (sha: string, folder: string): Promise<void> => {
    const reply = await api.call({ route, parameters: { tree_sha: sha } }, treeReply)
    if (reply.truncated) {
      throw new NarPublishError({
        code: 'GITHUB_REFUSED',
        subject: `${api.repository}, folder ${JSON.stringify(folder)}`,
        reason: 'GitHub does not list all of its files',
        hint: 'Check a clone: `nar-publish doctor ./clone`.'
      })
    }
    add(reply, folder)
    const folders = reply.tree.filter(({ type }) => type === 'tree')
    await pMap(folders, ({ path, sha: inner }) => walk(inner, `${folder}${path}/`), {
      concurrency: filesAtOnce
    })
  }
  if (whole.truncated) await walk(tree.sha, '')
  else add(whole, '')
  return files
}
