import {
  constants,
  copyFile,
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  type Stats
} from 'node:fs'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { allOf } from '../../all-of.ts'
import type { TrackedFile } from './work-tree.ts'

/** What stands in the work tree where Git tracks something. */
export interface FoundFile extends TrackedFile {
  stats: Stats
}

/** What is there of them: a sparse checkout does not have all that is tracked. */
export function findFiles(root: string, files: readonly TrackedFile[]): FoundFile[] {
  const from = pathsBelow(root)
  return files.flatMap((file) => {
    const stats = lstatSync(from(file.name), { throwIfNoEntry: false })
    return stats === undefined ? [] : [{ ...file, stats }]
  })
}

/** Files at once: Node has four threads that copy, and starting the next file takes time as well. */
const lanes = 16

/** Bytes from which on two files may have the same blocks, where the file system can, until one of them is written: arranging that takes longer than to copy a small one. */
const largeFile = 1024 * 1024

const copyPlainFile = promisify(copyFile)

/**
 * Copies what was found in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links: whoever writes in the copy
 * would write in the user's own file, and to make one changes that file's times already. `isSettled`: the copies look a minute old, as
 * Git reads what may have changed since it was last looked at, each time anew. When one fails nothing more is copied by the time it throws.
 */
export async function copyFiles(
  found: readonly FoundFile[],
  { root, folder, isSettled }: { root: string; folder: string; isSettled: boolean }
): Promise<void> {
  const [from, to] = [pathsBelow(root), pathsBelow(folder)]
  const time = Math.floor(Date.now() / 1000) - 60
  const makeFolderOf = folderMaker(to)
  const copyOne = async ({ name, stats }: FoundFile): Promise<void> => {
    makeFolderOf(name)
    const [source, copy] = [from(name), to(name)]
    if (stats.isDirectory()) copySubmodule(source.toString('utf8'), copy.toString('utf8'))
    else if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source, 'buffer'), copy)
    else {
      const how = stats.size < largeFile ? 0 : constants.COPYFILE_FICLONE
      await copyPlainFile(source, copy, how)
      if (isSettled) utimesSync(copy, time, time)
    }
  }
  // From the end: where one has failed nobody takes another.
  const left = found.toReversed()
  const lane = async (): Promise<void> => {
    try {
      for (let next; (next = left.pop()) !== undefined;) await copyOne(next)
    } finally {
      left.length = 0
    }
  }
  await allOf(Array.from({ length: lanes }, lane))
}

/**
 * Makes the folder `twin` with the files of `copy`, both ours: links to them, but for the `written` ones (repository paths), which are files
 * of their own.
 */
export function linkFiles(
  found: readonly FoundFile[],
  written: ReadonlySet<string>,
  copy: string,
  twin: string
): void {
  const [from, to] = [pathsBelow(copy), pathsBelow(twin)]
  const makeFolderOf = folderMaker(to)
  mkdirSync(twin)
  for (const { name, path, stats } of found) {
    if (written.has(path)) continue
    makeFolderOf(name)
    const [source, link] = [from(name), to(name)]
    if (stats.isDirectory()) copySubmodule(source.toString('utf8'), link.toString('utf8'))
    else if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source, 'buffer'), link)
    else linkSync(source, link)
  }
  for (const path of written) {
    const name = Buffer.from(path)
    makeFolderOf(name)
    copyFileSync(from(name), to(name))
  }
}

/** Those of the files in `folder` that have another name as well. */
export function linkedFiles(found: readonly FoundFile[], folder: string): Buffer[] {
  const from = pathsBelow(folder)
  return found
    .filter(({ name, stats }) => stats.isFile() && lstatSync(from(name)).nlink > 1)
    .map(({ name }) => from(name))
}

/** Makes the folders that lead to a file below one that is there, each once. */
function folderMaker(to: (name: Buffer) => Buffer): (name: Buffer) => void {
  const made = new Set([''])
  const makeFolder = (path: string): void => {
    if (made.has(path)) return
    makeFolder(folderOf(path))
    mkdirSync(to(Buffer.from(path, 'latin1')))
    made.add(path)
  }
  return (name) => {
    makeFolder(folderOf(name.toString('latin1')))
  }
}

/** Names are bytes to Git and to the disk. */
function pathsBelow(folder: string): (name: Buffer) => Buffer {
  const start = Buffer.from(`${folder}/`)
  return (name) => Buffer.concat([start, name])
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => basename(source) !== '.git'
  })
}
