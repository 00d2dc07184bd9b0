import {
  closeSync,
  constants,
  copyFile,
  cpSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  symlinkSync,
  utimesSync,
  type Stats
} from 'node:fs'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { promisify } from 'node:util'
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

/** What the disk says of copied files that are what Git has, byte for byte; by their names in Latin-1, a character for each byte. */
export type Unchanged = ReadonlyMap<string, Stats>

/** Files at once: Node has four threads that copy, and starting the next file takes time as well. */
const lanes = 16

/** Bytes from which on two files may have the same blocks, where the file system can, until one of them is written: arranging that takes longer than to copy a small one. */
const largeFile = 1024 * 1024

const copyPlainFile = promisify(copyFile)

/**
 * Copies what was found in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links: whoever writes in the copy
 * would write in the user's own file, and to make one changes that file's times already. `comparing`: whether it is asked which files are
 * as Git has them. When one fails nothing more is copied by the time it throws.
 */
export async function copyFiles(
  found: readonly FoundFile[],
  { root, folder, comparing }: { root: string; folder: string; comparing: boolean }
): Promise<Unchanged> {
  const [from, to] = [pathsBelow(root), pathsBelow(folder)]
  const unchanged = new Map<string, Stats>()
  const chunk = Buffer.allocUnsafeSlow(256 * 1024)
  const made = new Set([''])
  const makeFolder = (path: string): void => {
    if (made.has(path)) return
    makeFolder(folderOf(path))
    mkdirSync(to(Buffer.from(path, 'latin1')))
    made.add(path)
  }
  const copyOne = async ({ name, blob, stats }: FoundFile): Promise<void> => {
    const path = name.toString('latin1')
    makeFolder(folderOf(path))
    const [source, copy] = [from(name), to(name)]
    if (stats.isDirectory()) copySubmodule(source.toString('utf8'), copy.toString('utf8'))
    else if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source, 'buffer'), copy)
    else {
      const how = stats.size < largeFile ? 0 : constants.COPYFILE_FICLONE
      await copyPlainFile(source, copy, how)
      if (comparing && hashBlob(copy, chunk) === blob) unchanged.set(path, settle(copy))
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
  const running = Array.from({ length: lanes }, lane)
  try {
    await Promise.all(running)
  } finally {
    await Promise.allSettled(running)
  }
  return unchanged
}

/** Names are bytes to Git and to the disk. */
function pathsBelow(folder: string): (name: Buffer) => Buffer {
  const start = Buffer.from(`${folder}/`)
  return (name) => Buffer.concat([start, name])
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** As Git names a file's content. */
function hashBlob(path: Buffer, chunk: Buffer): string {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const digest = createHash('sha1').update(`blob ${size}\0`)
    for (let left = size; left > 0;) {
      const read = readSync(file, chunk)
      digest.update(chunk.subarray(0, read))
      left = read === 0 ? 0 : left - read
    }
    return digest.digest('hex')
  } finally {
    closeSync(file)
  }
}

/** Makes it look a minute old, and in whole seconds: of what may have changed since it was looked at Git reads the bytes. */
function settle(path: Buffer): Stats {
  const time = Math.floor(Date.now() / 1000) - 60
  utimesSync(path, time, time)
  return lstatSync(path)
}

/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => basename(source) !== '.git'
  })
}
