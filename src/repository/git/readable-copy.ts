import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pMap from 'p-map'
import { cacheInfoPath } from '../../binary-cache/cache-info.ts'
import { parseNarInfo } from '../../binary-cache/narinfo.ts'
import { NarPublishError } from '../../errors.ts'
import type { Repository } from './repository.ts'
import { expectGit } from './run.ts'
import { gitSnapshot, listFolder } from './snapshot.ts'

const filesAtOnce = 4

/**
 * What the target has of these paths at `commit`, as a cache in a folder: fetched anew from the target into `repository`, which is
 * to be a fresh one. Answers its `file://` address. `hashes`: hash parts of store paths; one that has no narinfo there is left
 * out, and who reads the copy misses it. Throws VERIFY_FAILED when the commit or a NAR is not there.
 */
export async function makeReadableCopy(
  repository: Repository,
  commit: string,
  hashes: readonly string[],
  directory: string
): Promise<string> {
  const head = await repository.fetchCommit(commit)
  if (head === null) throw failed(repository, `the target does not have the commit ${commit}`)
  const root = await listFolder(repository, commit, '')
  const small = [cacheInfoPath, ...hashes.map((hash) => `${hash}.narinfo`)]
  await copyFiles(
    repository,
    directory,
    small.flatMap((path) => entryOf(root, path))
  )

  const narInfos = await gitSnapshot(repository, head).readNarInfos(hashes)
  const nars = [...narInfos].flatMap(([hash, text]) => narPathOf(hash, text))
  const folders = [...new Set(nars.map(folderOf))]
  const listings = await pMap(folders, (folder) => listFolder(repository, commit, folder), {
    concurrency: filesAtOnce
  })
  const listed = new Map(listings.flatMap((listing) => [...listing]))
  const missing = nars.find((path) => !listed.has(path))
  if (missing !== undefined) throw failed(repository, `${missing} is not in the commit ${commit}`)
  await copyFiles(
    repository,
    directory,
    nars.flatMap((path) => entryOf(listed, path))
  )
  return pathToFileURL(directory).href
}

/** A NAR beside the repository has an absolute address, which Nix follows by itself. */
function narPathOf(hash: string, text: string): string[] {
  const { url } = parseNarInfo(text, `${hash}.narinfo`)
  if (/^[a-z]+:\/\//i.test(url)) return []
  // Data: no file outside of the folder is written.
  if (url.startsWith('/') || url.split('/').some((part) => ['', '.', '..'].includes(part))) {
    throw new NarPublishError({
      code: 'VERIFY_FAILED',
      subject: `${hash}.narinfo`,
      reason: `its URL ${JSON.stringify(url.slice(0, 200))} is no path in the repository`
    })
  }
  return [url]
}

async function copyFiles(
  repository: Repository,
  directory: string,
  files: readonly [path: string, blob: string][]
): Promise<void> {
  await repository.fetchBlobs(files.map(([, blob]) => blob))
  await pMap(
    files,
    async ([path, blob]) => {
      const target = join(directory, path)
      await mkdir(dirname(target), { recursive: true })
      const file = await open(target, 'w', 0o600)
      try {
        await expectGit(repository.git, ['cat-file', 'blob', blob], { outputFile: file.fd })
      } finally {
        await file.close()
      }
    },
    { concurrency: filesAtOnce }
  )
}

function entryOf(listing: ReadonlyMap<string, string>, path: string): [string, string][] {
  const blob = listing.get(path)
  return blob === undefined ? [] : [[path, blob]]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function failed({ git }: Repository, reason: string): NarPublishError {
  return new NarPublishError({ code: 'VERIFY_FAILED', subject: git.url, reason })
}
