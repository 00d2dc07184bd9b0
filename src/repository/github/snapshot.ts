import pLimit from 'p-limit'
import { z } from 'zod'
import type { Head, TargetSnapshot, TreeItem } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { blobSha } from './git-objects.ts'
import { filesOf, listItems } from './list-files.ts'
import { lookUp, pathsAtOnce } from './look-up.ts'
import type { RawFiles } from './raw-files.ts'
import { readMany, type ReadByGit } from './read-many.ts'
import { TreeReader, type Found } from './tree-read.ts'

/** Up to so many narinfos are read without asking first which there are: where all are there, that costs no API request. */
const blindReads = 64
const readsAtOnce = 8
/** Who reads more files at once goes through the whole store, and keeps them himself. */
const mostRemembered = 1000

/** A folder of thousands is longer than the rest of a publish. That a link in it looks like a file matters to none of its files. */
const boundlessFolders = ['badge', 'debuginfo', 'log']

const commitReply = z.object({ parents: z.array(z.unknown()) })

/**
 * The files of one commit. What a raw address gives costs no quota and is taken first, compared with the hash that the commit's tree has
 * of it; what it does not give, the API does. Only a glance, and narinfos, which name their path, are taken without that.
 */
export function snapshotAt(
  api: GitHubApi,
  raw: RawFiles,
  head: Head,
  readByGit: ReadByGit | null
): TargetSnapshot {
  const trees = new TreeReader(api, head.commit, head.tree)
  const files = new Map<string, Promise<Buffer | null>>()
  const folders = new Map<string, Promise<FolderContents>>()
  let listing: ReturnType<typeof listItems> | null = null
  let history: Promise<boolean> | null = null
  const list = (): ReturnType<typeof listItems> => (listing ??= listItems(api, head.commit))

  const isListed = (): boolean => trees.isRootKnown || listing !== null
  const mayGuess = (count: number): boolean => raw.isUsable && !isListed() && count <= blindReads

  /** What a raw address gave: the listing has not been asked whether it is that. */
  const glanced = new Map<string, Buffer>()

  async function readFile(path: string): Promise<Buffer | null> {
    const file = await find(path)
    if (file.kind !== 'blob') return null
    const seen = glanced.get(path)
    if (seen !== undefined && blobSha(seen) === file.sha) return seen
    return (await readListed([path])).get(path) ?? null
  }

  async function glanceAt(path: string): Promise<Buffer | null> {
    if (!isListed() && !files.has(path)) {
      const content = glanced.get(path) ?? (await raw.read(head.commit, path))
      if (Buffer.isBuffer(content)) {
        glanced.set(path, content)
        return content
      }
    }
    return snapshot.readFile(path)
  }

  async function readListed(paths: readonly string[]): Promise<Map<string, Buffer>> {
    const found = await Promise.all(paths.map(async (path) => [path, await find(path)] as const))
    const blobs = found.flatMap(([path, file]): [string, string][] =>
      file.kind === 'blob' ? [[path, file.sha]] : []
    )
    return readMany({ api, raw, commit: head.commit, trees, readByGit }, new Map(blobs))
  }

  /** Files without a listing, which is longer than a few of them; null: it is needed. */
  async function readTexts(paths: readonly string[]): Promise<Map<string, Buffer> | null> {
    if (isListed() || paths.length > pathsAtOnce) return null
    const wanted = new Map(paths.map((path) => [path, 'text'] as const))
    const found = await lookUp(api, head.commit, wanted)
    if (found === null) return null
    const files = [...found].filter(([, { item }]) => item.kind === 'file')
    const read = await pLimit(readsAtOnce).map(files, async ([path, { item, content }]) => {
      return [path, content ?? (await trees.readBlob(item.object, path))] as const
    })
    return new Map(read)
  }

  async function find(path: string): Promise<Found> {
    // A folder that GitHub lists only in part has no listing, but may have the file.
    const listed = await listing?.catch(() => null)
    if (listed) {
      const item = listed.get(path)
      return item?.kind === 'file' || item?.kind === 'link'
        ? { kind: 'blob', sha: item.object, mode: null }
        : { kind: 'absent' }
    }
    const found = await trees.find(path)
    return found.kind === 'unknown' ? trees.findByPath(path) : found
  }

  /**
   * Those narinfos that their raw addresses give, without an API request. The first that is not given ends it: the tree tells which
   * there are. One goes ahead, as where one is missing others are.
   */
  async function guessNarInfos(hashes: readonly string[]): Promise<Map<string, string>> {
    let goesOn = mayGuess(hashes.length)
    const texts = new Map<string, string>()
    const guess = async (hash: string): Promise<void> => {
      if (!goesOn) return
      const content = await raw.read(head.commit, narInfoPath(hash))
      // Whatever else may be answered with 200, such as a login page, does not name the path.
      if (Buffer.isBuffer(content) && content.includes(hash)) texts.set(hash, content.toString())
      else goesOn = false
    }
    const [first, ...others] = hashes
    if (first !== undefined) await guess(first)
    await pLimit(readsAtOnce).map(others, guess)
    return texts
  }

  /** What is at these paths and in these folders, each asked for at most once. */
  async function look(paths: readonly string[]): Promise<FolderContents> {
    const unknown = paths.filter((path) => !folders.has(path))
    if (unknown.length > 0) {
      const wanted = new Map(unknown.map((path) => [path, 'items'] as const))
      const reading = lookUp(api, head.commit, wanted).then(
        async (found) => found ?? lookedIn(await list(), unknown)
      )
      for (const path of unknown) folders.set(path, reading)
      reading.catch(() => {
        for (const path of unknown) folders.delete(path)
      })
    }
    const read = await Promise.all(paths.flatMap((path) => folders.get(path) ?? []))
    return new Map(read.flatMap((contents) => [...contents]))
  }

  /** Whether a path is asked for by its name, and not with all that its folder has: that has as many files as there are artifacts. */
  const isByName = (path: string): boolean =>
    boundlessFolders.includes(folderOf(path)) && !folders.has(folderOf(path))

  async function itemsAt(paths: readonly string[]): Promise<Map<string, TreeItem>> {
    const known = await listing?.catch(() => null)
    const { items, isWhole } = known ? { items: known, isWhole: true } : await trees.root()
    const isDeep = (path: string): boolean => {
      const top = items.get(path.slice(0, path.indexOf('/')))
      return !known && (top === undefined ? !isWhole : top.kind === 'folder')
    }
    const deep: string[] = []
    const peeked = new Map<string, TreeItem>()
    for (const path of paths.filter((path) => path.includes('/') && isDeep(path))) {
      const item = await trees.peek(path)
      if (item === 'unknown') deep.push(path)
      else if (item !== 'absent') peeked.set(path, item)
    }
    const cut = isWhole ? [] : paths.filter((path) => !path.includes('/') && !items.has(path))
    const places = deep.map((path) => (isByName(path) ? path : folderOf(path)))
    const looked = await look([...new Set([...places, ...cut])])
    const itemAt = (path: string): TreeItem | undefined =>
      items.get(path) ??
      peeked.get(path) ??
      looked.get(folderOf(path))?.items.get(path.slice(path.lastIndexOf('/') + 1)) ??
      looked.get(path)?.item
    return new Map(
      paths.flatMap((path): [string, TreeItem][] => {
        const item = itemAt(path)
        return item === undefined ? [] : [[path, item]]
      })
    )
  }

  const snapshot: TargetSnapshot = {
    commit: head.commit,
    glanceAt,
    readFile(path) {
      const known = files.get(path)
      if (known !== undefined) return known
      const reading = readFile(path)
      files.set(path, reading)
      reading.catch(() => files.delete(path))
      return reading
    },
    async has(path) {
      if (raw.isUsable && !isListed()) {
        const seen = await glanceAt(path)
        // A login page that stands before the address is no file of the branch.
        if (seen !== null && !/^\s*</.test(seen.toString('latin1', 0, 100))) return true
      }
      return (await find(path)).kind === 'blob'
    },
    async readNarInfos(hashes) {
      const unknown = hashes.filter((hash) => !files.has(narInfoPath(hash)))
      const guessed = await guessNarInfos(unknown)
      const others = unknown.filter((hash) => !guessed.has(hash))
      const read = await readListed(others.map(narInfoPath))
      const found = hashes.map(async (hash): Promise<[string, string][]> => {
        const content = read.get(narInfoPath(hash)) ?? (await files.get(narInfoPath(hash)))
        const text = guessed.get(hash) ?? content?.toString()
        return text === undefined ? [] : [[hash, text]]
      })
      return new Map((await Promise.all(found)).flat())
    },
    async missingNarInfos(hashes) {
      const guessed = await guessNarInfos(hashes)
      const others = hashes.filter((hash) => !guessed.has(hash))
      const found = await Promise.all(others.map((hash) => find(narInfoPath(hash))))
      return new Set(others.filter((_hash, index) => found[index]?.kind !== 'blob'))
    },
    listFiles: async () => filesOf(await list()),
    async readFiles(paths) {
      const read = (await readTexts(paths)) ?? (await readListed(paths))
      if (paths.length <= mostRemembered) {
        for (const path of paths) files.set(path, Promise.resolve(read.get(path) ?? null))
      }
      return read
    },
    hasHistory: () => (history ??= readHistory(api, head)),
    itemsAt,
    async itemsIn(folder) {
      const listed = await listing?.catch(() => null)
      if (listed) return childrenOf(listed, folder)
      if (folder === '') return (await trees.root()).items
      const items = (await look([folder])).get(folder)?.items ?? new Map<string, TreeItem>()
      // Git has no folder without items: where it is one, the answer was none.
      return items.size > 0 ? items : childrenOf(await list(), folder)
    }
  }
  return snapshot
}

function lookedIn(listed: ReadonlyMap<string, TreeItem>, paths: readonly string[]): FolderContents {
  return new Map(
    paths.flatMap((path) => {
      const item = listed.get(path)
      return item === undefined ? [] : [[path, { item, items: childrenOf(listed, path) }] as const]
    })
  )
}

function childrenOf<Item>(items: ReadonlyMap<string, Item>, folder: string): Map<string, Item> {
  const start = folder === '' ? '' : `${folder}/`
  return new Map(
    [...items].flatMap(([path, item]): [string, Item][] => {
      const name = path.slice(start.length)
      return path.startsWith(start) && !name.includes('/') ? [[name, item]] : []
    })
  )
}

type FolderContents = Map<string, { item: TreeItem; items: ReadonlyMap<string, TreeItem> }>

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function narInfoPath(hash: string): string {
  return `${hash}.narinfo`
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
