import type { Stats } from 'node:fs'
import type { GitIndex } from './git-index.ts'

/** What threads do together: each takes the next entries that nobody has. All arrays are shared. */
export interface CopyJob extends GitIndex {
  /** Folders. */
  root: string
  folder: string
  /** What becomes of each entry's file: 0 nothing, 1 a copy, 2 another name of it, 3 a symbolic link like it. */
  actions: Uint8Array<SharedArrayBuffer>
  /** Permissions of those that are copied. */
  modes: Uint16Array<SharedArrayBuffer>
  /**
   * What Git wants to know of a copy goes into the index, if that is what it has: it reads the others. They look a minute old, as it also reads, each
   * time anew, what may have changed since it looked.
   */
  isLookedAt: boolean
  /** The next entry that nobody has; how many are not what Git has. */
  counters: Int32Array<SharedArrayBuffer>
}

/**
 * Copies files as they stand there: bytes, modes, links. Its text is what a thread runs, the same in each bundle, so that nothing of a module is to be
 * seen in it. Each call waits: a promise for each of a file's seven takes longer than they do.
 */
export function copyPart(job: CopyJob): void {
  const fs = process.getBuiltinModule('node:fs')
  const { createHash, hash } = process.getBuiltinModule('node:crypto')
  const { starts, actions, modes, counters, isLookedAt } = job
  const index = Buffer.from(job.bytes.buffer)
  const fields = new DataView(job.bytes.buffer)
  const [from, to] = [Buffer.from(`${job.root}/`), Buffer.from(`${job.folder}/`)]
  const time = Math.floor(Date.now() / 1000) - 60
  const made = new Set([''])
  /** A file, and in front of it what Git hashes with it. A larger one may share blocks with its copy. */
  const chunk = Buffer.allocUnsafe(1024 * 1024)
  const front = 32

  const makeFolderOf = (path: string): void => {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0))
    if (made.has(folder)) return
    makeFolderOf(folder)
    try {
      fs.mkdirSync(Buffer.concat([to, Buffer.from(folder, 'latin1')]))
    } catch (error) {
      // Another thread was there first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    made.add(folder)
  }

  /** Where it ends in `chunk`. */
  const read = (file: number): number => {
    let end = front
    for (let more = 1; more > 0 && end < chunk.length; end += more) {
      more = fs.readSync(file, chunk, end, chunk.length - end, null)
    }
    return end
  }

  const blobOf = (end: number): string => {
    const header = `blob ${end - front}\0`
    chunk.write(header, front - header.length, 'latin1')
    return hash('sha1', chunk.subarray(front - header.length, end))
  }

  const blobOfLarge = (file: number, size: number): string => {
    const hashed = createHash('sha1').update(`blob ${size}\0`)
    for (let end; (end = read(file)) > front;) hashed.update(chunk.subarray(front, end))
    return hashed.digest('hex')
  }

  const remember = (entry: number, stats: Stats, blob: string): void => {
    const start = starts[entry] ?? 0
    if (blob !== index.toString('hex', start + 40, start + 60)) Atomics.add(counters, 1, 1)
    else {
      // Each as its last 32 bits.
      fields.setUint32(start + 8, stats.mtimeMs / 1000)
      fields.setUint32(start + 16, stats.dev)
      fields.setUint32(start + 20, stats.ino)
      fields.setUint32(start + 28, stats.uid)
      fields.setUint32(start + 32, stats.gid)
      fields.setUint32(start + 36, stats.size)
    }
  }

  const copyFile = (entry: number, source: Buffer, copy: Buffer): void => {
    const opened = fs.openSync(source, 'r')
    let end: number
    try {
      end = read(opened)
    } finally {
      fs.closeSync(opened)
    }
    const isLarge = end === chunk.length
    const mode = modes[entry] ?? 0
    if (isLarge) fs.copyFileSync(source, copy, fs.constants.COPYFILE_FICLONE)
    const file = fs.openSync(copy, isLarge ? 'r' : 'wx', mode)
    try {
      if (!isLarge) {
        for (let at = front; at < end;) at += fs.writeSync(file, chunk, at, end - at)
      }
      if (isLookedAt) fs.futimesSync(file, time, time)
      const stats = fs.fstatSync(file)
      // There may be a mask.
      if ((stats.mode & 0o7777) !== mode) fs.fchmodSync(file, mode)
      if (isLookedAt) remember(entry, stats, isLarge ? blobOfLarge(file, stats.size) : blobOf(end))
    } finally {
      fs.closeSync(file)
    }
  }

  const copyLink = (entry: number, source: Buffer, copy: Buffer): void => {
    const target = fs.readlinkSync(source, 'buffer')
    fs.symlinkSync(target, copy)
    if (!isLookedAt) return
    fs.lutimesSync(copy, time, time)
    chunk.set(target, front)
    remember(entry, fs.lstatSync(copy), blobOf(front + target.length))
  }

  const copyOne = (entry: number): void => {
    const action = actions[entry] ?? 0
    if (action === 0) return
    const begin = (starts[entry] ?? 0) + 62
    const name = index.subarray(begin, index.indexOf(0, begin))
    makeFolderOf(name.toString('latin1'))
    const [source, copy] = [Buffer.concat([from, name]), Buffer.concat([to, name])]
    if (action === 1) copyFile(entry, source, copy)
    else if (action === 2) fs.linkSync(source, copy)
    else copyLink(entry, source, copy)
  }

  try {
    // Mostly the same folders.
    const step = 256
    for (let next; (next = Atomics.add(counters, 0, step)) < starts.length;) {
      const end = Math.min(next + step, starts.length)
      for (let entry = next; entry < end; entry++) copyOne(entry)
    }
  } catch (error) {
    // Nobody begins another step.
    Atomics.store(counters, 0, starts.length)
    throw error
  }
}
