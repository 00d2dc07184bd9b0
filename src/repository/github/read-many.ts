import pLimit from 'p-limit'
import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from './api.ts'
import { blobSha } from './git-objects.ts'
import type { RawFiles } from './raw-files.ts'
import type { TreeReader } from './tree-read.ts'

/** Contents by blob, in one connection. */
export type ReadByGit = (blobs: readonly string[]) => Promise<Map<string, Buffer>>

/** From so many files on, one connection of git is tried instead of a request for each. */
const manyFiles = 32
const readsAtOnce = 8

interface ManyFilesReader {
  api: GitHubApi
  raw: RawFiles
  commit: string
  trees: TreeReader
  /** null: git is not to be used. */
  readByGit: ReadByGit | null
}

/** Files of one commit, each with the blob that its listing gave, path → content. Throws unless it gets them all. */
export async function readMany(
  reader: ManyFilesReader,
  files: ReadonlyMap<string, string>
): Promise<Map<string, Buffer>> {
  const { api, readByGit } = reader
  if (files.size >= manyFiles && readByGit !== null) {
    try {
      const contents = await readByGit([...new Set(files.values())])
      const found = [...files].flatMap(([path, blob]): [string, Buffer][] => {
        const content = contents.get(blob)
        return content === undefined ? [] : [[path, content]]
      })
      if (found.length === files.size) return new Map(found)
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      // A runner without git, or a host that gives git nothing: there is another way.
      api.log.info(`${files.size} files are read one by one, as git could not: ${error.reason}`)
    }
  }
  const limit = pLimit(readsAtOnce)
  const contents = await limit.map(files, async ([path, blob]): Promise<[string, Buffer]> => {
    return [path, await readOne(reader, path, blob)]
  })
  return new Map(contents)
}

/** At its raw address, which costs no quota, and by the API when what comes from there is not it. */
async function readOne(
  { raw, commit, trees }: ManyFilesReader,
  path: string,
  blob: string
): Promise<Buffer> {
  const content = await raw.read(commit, path)
  if (Buffer.isBuffer(content) && blobSha(content) === blob) return content
  return trees.readBlob(blob, path)
}
