import pLimit from 'p-limit'
import { z } from 'zod'
import type { Head, TargetSnapshot, TreeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { blobSha } from './git-objects.ts'
import { listFiles } from './list-files.ts'
import type { RawFiles } from './raw-files.ts'
import { readMany, type ReadByGit } from './read-many.ts'
import { TreeReader, type Found } from './tree-read.ts'

/** Up to so many narinfos are looked for without asking first which there are: that costs no API request. */
const blindReads = 64
const readsAtOnce = 8

const commitReply = z.object({ parents: z.array(z.unknown()) })

/**
 * The files of one commit. Raw addresses first, as they cost no quota, then the API. What a listing gave the hash of is
 * compared with it.
 */
export function snapshotAt(
  api: GitHubApi,
  raw: RawFiles,
  head: Head,
  readByGit: ReadByGit | null
): TargetSnapshot {
  const trees = new TreeReader(api, head.commit, head.tree)
  const files = new Map<string, Promise<Buffer | null>>()
  let listing: Promise<Map<string, TreeFile>> | null = null
  let history: Promise<boolean> | null = null
  const list = (): Promise<Map<string, TreeFile>> => (listing ??= listFiles(api, head.tree))

  async function readFile(path: string): Promise<Buffer | null> {
    if (trees.isRootKnown) return readListed(path)
    const found = await raw.read(head.commit, path)
    // A raw address that answers 404 may only be late: the listing tells.
    return Buffer.isBuffer(found) ? found : readByApi(path)
  }

  async function readListed(path: string): Promise<Buffer | null> {
    const found = await find(path)
    if (found.kind !== 'blob') return null
    const content = await raw.read(head.commit, path)
    if (Buffer.isBuffer(content) && blobSha(content) === found.sha) return content
    return trees.readBlob(found.sha)
  }

  async function readByApi(path: string): Promise<Buffer | null> {
    const found = await find(path)
    return found.kind === 'blob' ? trees.readBlob(found.sha) : null
  }

  async function find(path: string): Promise<Found> {
    const found = await trees.find(path)
    return found.kind === 'unknown' ? trees.findByPath(path) : found
  }

  async function readNarInfoBlindly(path: string): Promise<Buffer | null> {
    const found = await raw.read(head.commit, path)
    if (found === 'missing') return null
    return found === 'unavailable' ? readByApi(path) : found
  }

  async function hasNarInfo(hash: string, isBlind: boolean): Promise<boolean> {
    const path = `${hash}.narinfo`
    if (isBlind && !trees.isRootKnown) {
      const found = await raw.read(head.commit, path)
      // Whatever else may be answered with 200, such as a login page, does not name the path.
      if (Buffer.isBuffer(found) && found.includes(hash)) return true
    }
    return (await find(path)).kind === 'blob'
  }

  return {
    commit: head.commit,
    readFile(path) {
      const known = files.get(path)
      if (known !== undefined) return known
      const reading = readFile(path)
      files.set(path, reading)
      reading.catch(() => files.delete(path))
      return reading
    },
    async readNarInfos(hashes) {
      const limit = pLimit(readsAtOnce)
      const isBlind = raw.isUsable && !trees.isRootKnown && hashes.length <= blindReads
      const read = isBlind ? readNarInfoBlindly : readListed
      const texts = await limit.map(hashes, async (hash): Promise<[string, string][]> => {
        const content = await read(`${hash}.narinfo`)
        return content === null ? [] : [[hash, content.toString('utf8')]]
      })
      return new Map(texts.flat())
    },
    async missingNarInfos(hashes) {
      const limit = pLimit(readsAtOnce)
      const isBlind = raw.isUsable && hashes.length <= blindReads
      const missing = await limit.map(hashes, async (hash) =>
        (await hasNarInfo(hash, isBlind)) ? [] : [hash]
      )
      return new Set(missing.flat())
    },
    listFiles: list,
    async readFiles(paths) {
      const listed = await list()
      const wanted = paths.flatMap((path): [string, string][] => {
        const file = listed.get(path)
        return file === undefined ? [] : [[path, file.blob]]
      })
      return readMany({ api, raw, commit: head.commit, trees, readByGit }, new Map(wanted))
    },
    hasHistory: () => (history ??= readHistory(api, head))
  }
}

async function readHistory(api: GitHubApi, { commit }: Head): Promise<boolean> {
  const { parents } = await api.call(
    {
      route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
      parameters: { commit_sha: commit }
    },
    commitReply
  )
  return parents.length > 0
}
