import { cacheInfoPath } from '../../binary-cache/cache-info.ts'
import { treeItem } from '../tree-item.ts'
import type { Head, TargetSnapshot, TreeItem } from '../types.ts'
import { BlobReader } from './blobs.ts'
import type { Repository } from './repository.ts'
import { expectGit } from './run.ts'

/** bytes of paths; Git takes some 128 KiB of arguments at least */
const longestArguments = 100_000

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
  const folders = new Map<string, Promise<Map<string, string>>>()
  let all: Promise<Map<string, string>> | null = null
  const expected = new Set(usualFiles)

  function filesIn(folder: string): Promise<Map<string, string>> {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const listing = listFolder(repository, head.commit, folder)
    folders.set(folder, listing)
    return listing
  }

  let waiting = new Map<string, PromiseWithResolvers<Buffer | null>>()

  /** What is asked for at the same time, of whatever folders, is looked up by one process, and fetched in one connection. */
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
      const items = await itemsAt(repository, head.commit, [
        ...new Set([...batch.keys(), ...alongside])
      ])
      const blobAt = (path: string): string | null => {
        const item = items.get(path)
        return item?.kind === 'file' || item?.kind === 'link' ? item.object : null
      }
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
      const files = await filesIn('')
      return new Set(hashes.filter((hash) => !files.has(`${hash}.narinfo`)))
    },
    async listFiles() {
      const files = await (all ??= listTree(repository, ['-r', head.commit]))
      // A size would need the file, which is not here.
      return new Map([...files].map(([path, blob]) => [path, { blob, size: null }]))
    },
    async readFiles(paths) {
      const files = await (all ??= listTree(repository, ['-r', head.commit]))
      const early = [...expected].flatMap((path) => files.get(path) ?? [])
      expected.clear()
      const contents = await Promise.all(
        paths.map(async (path): Promise<[string, Buffer][]> => {
          const blob = files.get(path)
          return blob === undefined ? [] : [[path, await blobs.read(blob, early)]]
        })
      )
      return new Map(contents.flat())
    },
    async hasHistory() {
      const text = await expectGit(repository.git, ['cat-file', 'commit', head.commit])
      return /^parent /m.test(text.toString('latin1').split('\n\n', 1)[0] ?? '')
    },
    has: async (path) => (await filesIn(folderOf(path))).has(path),
    itemsAt: (paths) => itemsAt(repository, head.commit, paths),
    async itemsIn(folder) {
      const items = await listItems(
        repository,
        folder === '' ? [head.commit] : [head.commit, '--', `${folder}/`]
      )
      return new Map([...items].map(([path, item]) => [path.slice(folderOf(path).length), item]))
    }
  }
}

/** What a commit has at these paths, be it a file or not. One process for each thousand or so. */
export async function itemsAt(
  repository: Repository,
  commit: string,
  paths: readonly string[]
): Promise<Map<string, TreeItem>> {
  const found = new Map<string, TreeItem>()
  for (const chunk of inArguments(paths)) {
    // With `nar` beside `nar/aa`, Git goes into the first and lists all that it has; -t names it all the same.
    const items = await listItems(repository, ['-t', commit, '--', ...chunk])
    for (const path of chunk) {
      const item = items.get(path)
      if (item !== undefined) found.set(path, item)
    }
  }
  return found
}

function inArguments(paths: readonly string[]): string[][] {
  const chunks: string[][] = []
  let room = 0
  for (const path of paths) {
    const bytes = Buffer.byteLength(path) + 1
    if (bytes > room) {
      chunks.push([])
      room = longestArguments
    }
    chunks.at(-1)?.push(path)
    room -= bytes
  }
  return chunks
}

/** With a slash at its end; empty: the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Path → blob of each file in a folder (empty, or with a slash at its end), not of those in folders below it. */
function listFolder(
  repository: Repository,
  commit: string,
  folder: string
): Promise<Map<string, string>> {
  return listTree(repository, folder === '' ? [commit] : [commit, '--', folder])
}

/** Path → blob of the files that `git ls-tree` gives for these arguments, links among them. */
async function listTree(
  repository: Repository,
  args: readonly string[]
): Promise<Map<string, string>> {
  const items = await listItems(repository, args)
  return new Map(
    [...items].flatMap(([path, { kind, object }]): [string, string][] =>
      kind === 'file' || kind === 'link' ? [[path, object]] : []
    )
  )
}

async function listItems(
  { git }: Repository,
  args: readonly string[]
): Promise<Map<string, TreeItem>> {
  const listing = await expectGit(git, [
    '--literal-pathspecs',
    'ls-tree',
    '-z',
    '--full-tree',
    ...args
  ])
  const entries = listing.toString('utf8').split('\0').slice(0, -1)
  return new Map(
    entries.flatMap((entry): [string, TreeItem][] => {
      const [, mode, object, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? []
      return mode === undefined || object === undefined || path === undefined
        ? []
        : [[path, treeItem(mode, object)]]
    })
  )
}
