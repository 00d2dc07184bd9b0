import { createHash } from 'node:crypto'
import { z } from 'zod'
import { succeeded, type Emulator } from './emulator.ts'
import type { Repository } from './repository.ts'

const identity = z.object({ name: z.string(), email: z.string(), date: z.string() })
const commitShape = z.object({
  sha: z.string(),
  message: z.string(),
  tree: z.object({ sha: z.string() }),
  parents: z.array(z.object({ sha: z.string() })),
  author: identity,
  committer: identity
})
const treeEntryShape = z.object({
  path: z.string(),
  mode: z.string(),
  type: z.enum(['blob', 'tree', 'commit']),
  sha: z.string(),
  /** Bytes, of a blob. */
  size: z.number().optional()
})
const treeShape = z.object({ sha: z.string(), tree: z.array(treeEntryShape) })
const blobShape = z.object({ sha: z.string(), content: z.string() })
const refShape = z.object({ ref: z.string(), object: z.object({ sha: z.string() }) })

export type CommitObject = z.infer<typeof commitShape>
export type TreeEntry = z.infer<typeof treeEntryShape>
export type PathEntry = Pick<TreeEntry, 'type' | 'sha'>

/** A repository's Git objects and refs, read from the emulator itself: no fault, limit or token stands in between. */
export interface GitObjects {
  commit(repository: Repository, sha: string): Promise<CommitObject | null>
  /** The entries of one folder. */
  tree(repository: Repository, sha: string): Promise<readonly TreeEntry[] | null>
  blob(repository: Repository, sha: string): Promise<Buffer | null>
  /** Remembers the bytes of a blob that the emulator was given, which it then need not be asked for. */
  noteBlob(repository: Repository, content: Buffer): void
  /** Where a ref (`refs/heads/main`) points; null when there is none. */
  ref(repository: Repository, ref: string): Promise<string | null>
  /** Full names of all branches. */
  branches(repository: Repository): Promise<readonly string[]>
  /** What is at a path of a commit, `` being its root; null when nothing is. */
  entryAt(repository: Repository, commit: string, path: string): Promise<PathEntry | null>
  /** The blob at a path of a commit; null when there is none. */
  blobAt(repository: Repository, commit: string, path: string): Promise<string | null>
  /** All files of a commit: path → blob. */
  files(repository: Repository, commit: string): Promise<Map<string, string>>
}

// What was asked for last is asked for again: the newest root folder, by each reader of a raw file.
const rememberedTrees = 500
const rememberedBlobBytes = 64 * 1024 * 1024

export function createGitObjects({ ask }: Emulator): GitObjects {
  const trees = new Memory<readonly TreeEntry[]>(rememberedTrees, () => 1)
  const blobs = new Memory<Buffer>(rememberedBlobBytes, (bytes) => bytes.length)

  async function read<T>(
    { fullName, owner }: Repository,
    what: string,
    shape: z.ZodType<T>
  ): Promise<T | null> {
    const url = `/repos/${fullName}/git/${what}`
    const answer = await ask({ method: 'GET', url, login: owner })
    if (answer.status === 404) return null
    return shape.parse(JSON.parse(succeeded(answer).body.toString()))
  }

  const objects: GitObjects = {
    commit: (repository, sha) => read(repository, `commits/${sha}`, commitShape),
    tree: (repository, sha) =>
      trees.keep(`${repository.fullName}:${sha}`, async () => {
        // emulate takes a commit or a branch here as well; Git's objects are meant.
        const tree = await read(repository, `trees/${sha}`, treeShape)
        return tree?.sha === sha ? tree.tree : null
      }),
    blob: (repository, sha) =>
      blobs.keep(`${repository.fullName}:${sha}`, async () => {
        const blob = await read(repository, `blobs/${sha}`, blobShape)
        return blob && Buffer.from(blob.content, 'base64')
      }),
    noteBlob: ({ fullName }, content) => {
      const hash = createHash('sha1').update(`blob ${content.length}\0`).update(content)
      blobs.note(`${fullName}:${hash.digest('hex')}`, content)
    },
    ref: async (repository, ref) => {
      const path = ref.replace(/^refs\//, '').replaceAll(/[^/]+/g, encodeURIComponent)
      return (await read(repository, `ref/${path}`, refShape))?.object.sha ?? null
    },
    branches: async (repository) => {
      const refs = await read(repository, 'matching-refs/heads/', z.array(refShape))
      return (refs ?? []).map(({ ref }) => ref.slice('refs/heads/'.length))
    },
    entryAt: async (repository, commit, path) => {
      const root = await objects.commit(repository, commit)
      let entry: PathEntry | undefined = root ? { type: 'tree', sha: root.tree.sha } : undefined
      for (const name of path === '' ? [] : path.split('/')) {
        if (entry?.type !== 'tree') return null
        const entries = await objects.tree(repository, entry.sha)
        entry = entries?.find((candidate) => candidate.path === name)
      }
      return entry ?? null
    },
    blobAt: async (repository, commit, path) => {
      const entry = await objects.entryAt(repository, commit, path)
      return entry?.type === 'blob' ? entry.sha : null
    },
    files: async (repository, commit) => {
      const found = new Map<string, string>()
      const walk = async (tree: string, prefix: string): Promise<void> => {
        for (const entry of (await objects.tree(repository, tree)) ?? []) {
          if (entry.type === 'tree') await walk(entry.sha, `${prefix}${entry.path}/`)
          else found.set(prefix + entry.path, entry.sha)
        }
      }
      const root = await objects.commit(repository, commit)
      if (root) await walk(root.tree.sha, '')
      return found
    }
  }
  return objects
}

/** Remembers what never changes, up to a total size; what was not there is asked for anew. */
class Memory<T> {
  readonly #kept = new Map<string, T>()
  readonly #capacity: number
  readonly #sizeOf: (value: T) => number
  #size = 0

  constructor(capacity: number, sizeOf: (value: T) => number) {
    this.#capacity = capacity
    this.#sizeOf = sizeOf
  }

  async keep(key: string, read: () => Promise<T | null>): Promise<T | null> {
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const value = await read()
    if (value !== null) this.note(key, value)
    return value
  }

  note(key: string, value: T): void {
    if (this.#kept.has(key)) return
    this.#kept.set(key, value)
    this.#size += this.#sizeOf(value)
    for (const [oldest, dropped] of this.#kept) {
      if (this.#size <= this.#capacity) break
      this.#kept.delete(oldest)
      this.#size -= this.#sizeOf(dropped)
    }
  }
}
