import { cacheInfoPath } from '../../binary-cache/cache-info.ts'
import type { Head, TargetSnapshot, TreeItem } from '../types.ts'
import { BlobReader } from './blobs.ts'
import type { Repository } from './repository.ts'
import { blobOf, Trees } from './trees.ts'

/**
 * What every publish reads sooner or later, or replaces, which git makes a delta of: a connection for all of it, and not for each. What is
 * not here git fetches in the middle of a push.
 */
const usualFiles = [
  ...[cacheInfoPath, 'README.md', 'catalogue.json', 'catalogue/newest.json'],
  ...['catalogue/newest.html', 'badge.json', 'badge.svg']
]

/** The files of one commit whose folders are here already. */
export function gitSnapshot(repository: Repository, head: Head): TargetSnapshot {
  const blobs = new BlobReader(repository)
  const trees = new Trees(repository.objects, head.tree)
  const expected = new Set(usualFiles)

  let waiting = new Map<string, PromiseWithResolvers<Buffer | null>>()

  /** What is asked for at the same time, of whatever folders, is fetched in one connection. */
  function readFile(path: string): Promise<Buffer | null> {
    const known = waiting.get(path)
    if (known !== undefined) return known.promise
    if (waiting.size === 0) setImmediate(() => void readWaiting())
    const read = Promise.withResolvers<Buffer | null>()
    waiting.set(path, read)
    return read.promise
  }

  async function readWaiting(): Promise<void> {
    const batch = waiting
    waiting = new Map()
    const alongside = [...expected]
    try {
      const items = await trees.itemsAt([...new Set([...batch.keys(), ...alongside])])
      const blobAt = (path: string): string | null => blobOf(items.get(path))
      const early = alongside.flatMap((path) => blobAt(path) ?? [])
      if ([...batch.keys()].some((path) => blobAt(path) !== null)) {
        for (const path of alongside) expected.delete(path)
      }
      for (const [path, { resolve, reject }] of batch) {
        const blob = blobAt(path)
        if (blob === null) resolve(null)
        else blobs.read(blob, early).then(resolve, reject)
      }
    } catch (error) {
      for (const { reject } of batch.values()) reject(error)
    }
  }

  return {
    commit: head.commit,
    readFile,
    glanceAt: readFile,
    willReplace(paths) {
      for (const path of paths) expected.add(path)
    },
    async readNarInfos(hashes) {
      const texts = await Promise.all(
        hashes.map(async (hash): Promise<[string, string][]> => {
          const content = await readFile(`${hash}.narinfo`)
          return content === null ? [] : [[hash, content.toString('utf8')]]
        })
      )
      return new Map(texts.flat())
    },
    async missingNarInfos(hashes) {
      const items = await trees.itemsIn('')
      return new Set(hashes.filter((hash) => !isFile(items.get(`${hash}.narinfo`))))
    },
    async listFiles() {
      // A size would need the file, which is not here.
      return new Map([...(await trees.files())].map(([path, blob]) => [path, { blob, size: null }]))
    },
    async readFiles(paths) {
      const items = await trees.itemsAt([...new Set([...paths, ...expected])])
      const early = [...expected].flatMap((path) => blobOf(items.get(path)) ?? [])
      expected.clear()
      const contents = await Promise.all(
        paths.map(async (path): Promise<[string, Buffer][]> => {
          const blob = blobOf(items.get(path))
          return blob === null ? [] : [[path, await blobs.read(blob, early)]]
        })
      )
      return new Map(contents.flat())
    },
    async hasHistory() {
      const [commit] = (await repository.objects.read('commit', [head.commit])).values()
      const header = commit?.content.toString('latin1').split('\n\n', 1)[0] ?? ''
      return /^parent /m.test(header)
    },
    has: async (path) => isFile((await trees.itemsAt([path])).get(path)),
    itemsAt: (paths) => trees.itemsAt(paths),
    itemsIn: (folder) => trees.itemsIn(folder)
  }
}

function isFile(item: TreeItem | undefined): boolean {
  return blobOf(item) !== null
}
