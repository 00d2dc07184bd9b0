import { constants, createReadStream, lstatSync, readdirSync, statSync, type Stats } from 'node:fs'
import { mkdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { plainLines } from '../harmless.ts'
import { refuseTaken } from '../repository/refuse-taken.ts'
import type { TreeItem } from '../repository/types.ts'
import { shortList } from '../text.ts'
import type { PublishedStore, StoreState } from './store.ts'

/** A folder with a store's files: a clone with the cache's branch checked out, or what a web server serves. Throws FOLDER_INVALID. */
export function openFolderStore(
  folder: string,
  { description, serverUrl }: Pick<PublishedStore, 'description' | 'serverUrl'>
): PublishedStore {
  const files = new Map<string, number>()
  try {
    listFiles(folder, '', files)
  } catch (cause) {
    throw invalid(folder, 'cannot be read', cause)
  }
  const read = (path: string): Promise<Buffer | null> =>
    files.has(path) ? readFile(join(folder, path)) : Promise.resolve(null)
  const readFiles: PublishedStore['readFiles'] = async (paths) => {
    const found = new Map<string, Buffer>()
    for (const path of paths) {
      const content = await read(path)
      if (content !== null) found.set(path, content)
    }
    return found
  }
  const snapshot: StoreState = {
    // Nobody else writes to a folder while this runs: a path stands for its content.
    listFiles: () =>
      Promise.resolve(new Map([...files].map(([path, size]) => [path, { blob: path, size }]))),
    readFiles,
    // A link's text, as Git has it.
    readFile: async (path) =>
      itemAt(folder, path)?.kind === 'link'
        ? Buffer.from(await readlink(join(folder, path)))
        : read(path),
    itemsAt: (paths) => Promise.resolve(itemsOf(folder, paths)),
    itemsIn: (below) => {
      const isFolder = below === '' || itemAt(folder, below)?.kind === 'folder'
      const names = isFolder
        ? readdirSync(join(folder, below)).filter((name) => name !== '.git')
        : []
      return Promise.resolve(itemsOf(join(folder, below), names))
    }
  }
  return {
    name: folder,
    state: 'files as they are',
    files,
    description,
    serverUrl,
    snapshot,
    isLocal: true,
    readFiles,
    open: (path) => createReadStream(join(folder, path)) as AsyncIterable<Buffer>,
    refusal: () => Promise.resolve(null),
    write: async (compose) => {
      const change = await compose(snapshot)
      if (change === null) return null
      await refuseTaken(snapshot, [...change.files.keys()])
      for (const [path, content] of change.files) {
        try {
          // Not through a link, which could be to any file of this user.
          await mkdir(dirname(join(folder, path)), { recursive: true })
          await writeFile(join(folder, path), content, { flag: replaceNoFollow })
        } catch (cause) {
          throw invalid(join(folder, path), 'cannot be written', cause)
        }
      }
      for (const path of change.deletedFiles ?? []) await rm(join(folder, path), { force: true })
      const paths = [...change.files.keys(), ...(change.deletedFiles ?? [])]
      return `${shortList(paths, 5)} in the folder; commit them`
    }
  }
}

const replaceNoFollow =
  constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW

/**
 * By hand, as readdir's `recursive` goes through links to folders. Links are not followed: Git has them as links, readers of a repository
 * get nothing through them, and they may lead anywhere.
 */
function listFiles(folder: string, below: string, into: Map<string, number>): void {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) into.set(path, statSync(join(folder, path)).size)
    else if (entry.isDirectory() && path !== '.git') listFiles(folder, path, into)
  }
}

function itemsOf(folder: string, paths: readonly string[]): Map<string, TreeItem> {
  return new Map(
    paths.flatMap((path): [string, TreeItem][] => {
      const item = itemAt(folder, path)
      return item === null ? [] : [[path, item]]
    })
  )
}

/** As Git would have it; null: nothing is there, or what Git does not take. */
function itemAt(folder: string, path: string): TreeItem | null {
  let found: Stats | undefined
  try {
    found = lstatSync(join(folder, path), { throwIfNoEntry: false })
  } catch (error) {
    // Below a file.
    if ((Object(error) as { code?: unknown }).code !== 'ENOTDIR') throw error
  }
  if (found === undefined) return null
  const isExecutable = found.isFile() && (found.mode & 0o100) !== 0
  const kind = found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'folder' : 'file'
  return { kind, isExecutable, object: path }
}

function invalid(folder: string, reason: string, cause?: unknown): NarPublishError {
  const { code } = Object(cause) as { code?: unknown }
  return new NarPublishError({
    code: 'FOLDER_INVALID',
    subject: JSON.stringify(plainLines(folder)),
    reason: typeof code === 'string' ? `it ${reason} (${code})` : `it ${reason}`,
    cause
  })
}
