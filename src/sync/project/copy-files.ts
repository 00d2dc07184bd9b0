import { copyFileSync, cpSync, lstatSync, mkdirSync, type Stats } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { allOf } from '../../all-of.ts'
import { shownName } from '../../harmless.ts'
import { copyPart, type CopyJob } from './copy-part.ts'
import { makeIndex, type GitIndex } from './git-index.ts'
import { invalidCheckout, type TrackedFile } from './work-tree.ts'

/** What stands in the work tree where Git tracks something. */
export interface FoundFile extends TrackedFile {
  /** Which of all tracked files it is. */
  entry: number
  stats: Stats
}

/**
 * What is there of them: a sparse checkout does not have all that is tracked. Throws CHECKOUT_INVALID where something else stands in a file's place, such
 * as a pipe: of a file that Git is told to assume unchanged it does not say so, and whoever reads a pipe waits for ever.
 */
export function findFiles(
  root: string,
  files: readonly TrackedFile[],
  isWanted: (path: string) => boolean = () => true
): FoundFile[] {
  const from = pathsBelow(root)
  return files.flatMap((file, entry) => {
    if (!isWanted(file.path)) return []
    const stats = lstatSync(from(file.name), { throwIfNoEntry: false })
    if (stats === undefined) return []
    if (stats.isFile() || stats.isSymbolicLink() || stats.isDirectory()) {
      return [{ ...file, entry, stats }]
    }
    const reason = `${shownName(file.path)} is no file, symbolic link or folder`
    throw invalidCheckout(root, reason, 'Restore it (`git checkout`), and run it again.')
  })
}

interface CopyFolders {
  /** Where they were found. */
  root: string
  /** A new one, which is there. */
  folder: string
}

/**
 * Copies what was found in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links: whoever writes in the copy
 * would write in the user's own file, and to make one changes that file's times already. `index`: of all tracked files. `isLookedAt`: what Git
 * wants to know of the copies is in it afterwards. Answers how many are not what Git has, of which it knows nothing. When one fails nothing more
 * is copied by the time it throws.
 */
export function copyFiles(
  found: readonly FoundFile[],
  folders: CopyFolders,
  { index, isLookedAt }: { index: GitIndex; isLookedAt: boolean }
): Promise<number> {
  return inThreads(found, folders, { ...index, isLookedAt, plainFiles: 1 })
}

/** Gives the files of a copy of ours another name in `folder`, but for the `written` ones (repository paths), which are copied. */
export async function linkFiles(
  files: readonly TrackedFile[],
  found: readonly FoundFile[],
  written: readonly string[],
  folders: CopyFolders
): Promise<void> {
  const isWritten = new Set(written)
  const linked = found.filter(({ path }) => !isWritten.has(path))
  await inThreads(linked, folders, { ...makeIndex(files), isLookedAt: false, plainFiles: 2 })
  for (const path of written) {
    const copy = join(folders.folder, path)
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(folders.root, path), copy)
  }
}

/** From so many files on another thread is of use. */
const filesOfThread = 4000
const mostThreads = 4

async function inThreads(
  found: readonly FoundFile[],
  folders: CopyFolders,
  { plainFiles, ...index }: GitIndex & Pick<CopyJob, 'isLookedAt'> & { plainFiles: 1 | 2 }
): Promise<number> {
  const count = index.starts.length
  const job: CopyJob = {
    ...folders,
    ...index,
    actions: new Uint8Array(new SharedArrayBuffer(count)),
    modes: new Uint16Array(new SharedArrayBuffer(2 * count)),
    counters: new Int32Array(new SharedArrayBuffer(8))
  }
  const submodules: string[] = []
  for (const { entry, stats, path } of found) {
    job.modes[entry] = stats.mode & 0o7777
    if (stats.isDirectory()) submodules.push(path)
    else job.actions[entry] = stats.isSymbolicLink() ? 3 : plainFiles
  }
  const useful = Math.ceil(found.length / filesOfThread)
  const threads = Math.min(useful, availableParallelism(), mostThreads)
  if (threads < 2) copyPart(job)
  else await allOf(Array.from({ length: threads }, () => inThread(job)))
  const { root, folder } = folders
  for (const path of submodules) copySubmodule(join(root, path), join(folder, path))
  return job.counters[1] ?? 0
}

function inThread(job: CopyJob): Promise<void> {
  const text = `(${copyPart.toString()})(require('node:worker_threads').workerData)`
  const worker = new Worker(text, { eval: true, workerData: job, env: {}, execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', resolve)
  })
}

/** Those of the files in `folder` that have another name as well. */
export function linkedFiles(found: readonly FoundFile[], folder: string): Buffer[] {
  const from = pathsBelow(folder)
  return found
    .filter(({ name, stats }) => stats.isFile() && lstatSync(from(name)).nlink > 1)
    .map(({ name }) => from(name))
}

/** Names are bytes to Git and to the disk. */
function pathsBelow(folder: string): (name: Buffer) => Buffer {
  const start = Buffer.from(`${folder}/`)
  return (name) => Buffer.concat([start, name])
}

/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => basename(source) !== '.git'
  })
}
