import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pMap from 'p-map'
import { cacheInfoPath } from '../../binary-cache/cache-info.ts'
import type { CommitFiles } from '../readable-copy.ts'
import type { GitHubApi } from './api.ts'
import { downloadAsset, downloadBlob, downloadPublicAsset } from './download.ts'
import { filesOf, listItems } from './list-files.ts'
import { lookUp } from './look-up.ts'
import { downloadAddress } from './release-addresses.ts'
import { Releases, type Asset } from './releases.ts'

const filesAtOnce = 4
/** More assets than these would be too many of the 1,000 requests an hour that a job's own token has, after as many uploads. */
const fewAssets = 50

/**
 * The files of a commit by the API: a request for each hundred of them, which gives what is text, and one for each other file, which is
 * streamed to the disk.
 */
export function commitFilesByApi(api: GitHubApi, commit: string): CommitFiles {
  return {
    name: api.repository,
    async copy(paths, directory) {
      const files = await findFiles(api, commit, paths)
      const write = async ([path, { blob, content }]: [string, FoundFile]): Promise<void> => {
        const file = join(directory, path)
        if (content === null) return downloadBlob(api, { blob, size: null }, file)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, content, { mode: 0o600 })
      }
      await pMap(files, write, { concurrency: filesAtOnce })
      return new Set(files.keys())
    }
  }
}

interface FoundFile {
  blob: string
  /** null: it is not known yet. */
  content: Buffer | null
}

async function findFiles(
  api: GitHubApi,
  commit: string,
  paths: readonly string[]
): Promise<Map<string, FoundFile>> {
  const isText = (path: string): boolean => path === cacheInfoPath || path.endsWith('.narinfo')
  const asked = paths.map((path) => [path, isText(path) ? 'text' : 'name'] as const)
  const found = await lookUp(api, commit, new Map(asked))
  if (found !== null) {
    return new Map(
      [...found].flatMap(([path, { item, content }]): [string, FoundFile][] =>
        item.kind === 'file' ? [[path, { blob: item.object, content }]] : []
      )
    )
  }
  const listed = filesOf(await listItems(api, commit))
  return new Map(
    paths.flatMap((path): [string, FoundFile][] => {
      const blob = listed.get(path)?.blob
      return blob === undefined ? [] : [[path, { blob, content: null }]]
    })
  )
}

/**
 * Copies release assets of the repository by the API, which lists them once; the later ones of many from their public addresses, and by the
 * API what these do not give.
 */
export function assetCopier(
  api: GitHubApi,
  serverUrl: string
): NonNullable<CommitFiles['copyReleased']> {
  let assets: Promise<Map<string, Asset>> | null = null
  let copied = 0
  return async (url, file) => {
    assets ??= listAssets(api, serverUrl)
    const asset = (await assets).get(url)
    if (asset === undefined) return false
    if (++copied <= fewAssets || !(await downloadPublicAsset(asset, file))) {
      await downloadAsset(api, asset, file)
    }
    return true
  }
}

/** Those of our published releases, by their public addresses. */
async function listAssets(api: GitHubApi, serverUrl: string): Promise<Map<string, Asset>> {
  const releases = (await new Releases(api).list()).filter(({ draft }) => !draft)
  return new Map(
    releases.flatMap(({ assets }) =>
      assets.map((asset) => [downloadAddress(asset.browser_download_url, serverUrl), asset])
    )
  )
}
