import pLimit from 'p-limit'
import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from './api.ts'
import { blobSha } from './git-objects.ts'
import { lookUp } from './look-up.ts'
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
      api.log.info(`${files.size} files are read by the API, as git could not: ${error.reason}`)
    }
  }
  const texts = files.size > 1 ? await readTexts(reader, files) : new Map<string, Buffer>()
  const others = [...files].filter(([path]) => !texts.has(path))
  const read = await pLimit(readsAtOnce).map(others, async ([path, blob]) => {
    return [path, await readOne(reader, path, blob)] as const
  })
  return new Map([...texts, ...read])
}

/** Those that GraphQL gives as they are. */
async function readTexts(
  { api, commit }: ManyFilesReader,
  files: ReadonlyMap<string, string>
): Promise<Map<string, Buffer>> {
  const wanted = new Map([...files.keys()].map((path) => [path, 'text'] as const))
  const found = await lookUp(api, commit, wanted)
  return new Map(
    [...(found ?? [])].flatMap(([path, { item, content }]): [string, Buffer][] =>
      content !== null && item.object === files.get(path) ? [[path, content]] : []
    )
  )
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
