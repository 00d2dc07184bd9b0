import { join } from 'node:path'
import pMap from 'p-map'
import type { CommitFiles } from '../readable-copy.ts'
import type { TreeFile } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { downloadAsset, downloadBlob, downloadPublicAsset } from './download.ts'
import { filesOf, listItems } from './list-files.ts'
import { downloadAddress } from './release-addresses.ts'
import { Releases, type Asset } from './releases.ts'

const filesAtOnce = 4
/** More assets than these would be too many of the 1,000 requests an hour that a job's own token has, after as many uploads. */
const fewAssets = 50

/** The files of a commit by the API: one listing, and a request for each file, which is streamed to the disk. */
export async function commitFilesByApi(api: GitHubApi, commit: string): Promise<CommitFiles> {
  const listed = filesOf(await listItems(api, commit))
  return {
    name: api.repository,
    async copy(paths, directory) {
      const files = paths.flatMap((path): [string, TreeFile][] => {
        const file = listed.get(path)
        return file === undefined ? [] : [[path, file]]
      })
      await pMap(files, ([path, file]) => downloadBlob(api, file, join(directory, path)), {
        concurrency: filesAtOnce
      })
      return new Set(files.map(([path]) => path))
    }
  }
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
