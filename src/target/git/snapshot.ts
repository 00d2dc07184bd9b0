import type { TargetSnapshot } from '../types.ts'
import { BlobReader } from './blobs.ts'
import type { Head, Repository } from './repository.ts'
import { expectGit } from './run.ts'

/** The branch before its first commit. */
export function emptySnapshot(): TargetSnapshot {
  return {
    commit: null,
    readFile: () => Promise.resolve(null),
    readNarInfos: () => Promise.resolve(new Map())
  }
}

/** The files of one commit whose folders are here already. */
export function gitSnapshot(repository: Repository, head: Head): TargetSnapshot {
  const blobs = new BlobReader(repository)
  const folders = new Map<string, Promise<Map<string, string>>>()

  function filesIn(folder: string): Promise<Map<string, string>> {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const listing = listFolder(repository, head.commit, folder)
    folders.set(folder, listing)
    return listing
  }

  async function readFile(path: string): Promise<Buffer | null> {
    const files = await filesIn(path.slice(0, path.lastIndexOf('/') + 1))
    const blob = files.get(path)
    return blob === undefined ? null : blobs.read(blob)
  }

  return {
    commit: head.commit,
    readFile,
    async readNarInfos(hashes) {
      const texts = await Promise.all(
        hashes.map(async (hash): Promise<[string, string][]> => {
          const content = await readFile(`${hash}.narinfo`)
          return content === null ? [] : [[hash, content.toString('utf8')]]
        })
      )
      return new Map(texts.flat())
    }
  }
}

/** Path → blob of each file in a folder (empty, or with a slash at its end), not of those in folders below it. */
export async function listFolder(
  { git }: Repository,
  commit: string,
  folder: string
): Promise<Map<string, string>> {
  const operands = folder === '' ? [] : ['--', folder]
  const listing = await expectGit(git, ['ls-tree', '-z', '--full-tree', commit, ...operands])
  const entries = listing.toString('utf8').split('\0').slice(0, -1)
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const parts = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry)
      return parts?.[1] === undefined || parts[2] === undefined ? [] : [[parts[2], parts[1]]]
    })
  )
}
