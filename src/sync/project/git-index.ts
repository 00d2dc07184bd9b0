import { createHash } from 'node:crypto'
import type { TrackedFile } from './work-tree.ts'

/** Git's index, version 2, in memory that threads share: https://git-scm.com/docs/index-format. Where Git keeps what it knows of a file there are zeros. */
export interface GitIndex {
  bytes: Buffer<SharedArrayBuffer>
  /** Where the entry of each file begins: 62 bytes, and the file's name with a zero at its end. */
  starts: Uint32Array<SharedArrayBuffer>
}

const headerLength = 12
const fieldsLength = 62
const checksumLength = 20
/** A longer name's length is not told. */
const longestTold = 0xfff

const modes: Readonly<Record<TrackedFile['kind'], number>> = {
  file: 0o100644,
  executable: 0o100755,
  symlink: 0o120000,
  submodule: 0o160000
}

/** `files`: in Git's order, their hashes of 20 bytes. */
export function makeIndex(files: readonly TrackedFile[]): GitIndex {
  const starts = new Uint32Array(new SharedArrayBuffer(files.length * 4))
  let end = headerLength
  for (const [entry, { name }] of files.entries()) {
    starts[entry] = end
    // One zero at least, and a multiple of eight.
    end += (fieldsLength + name.length + 8) & ~7
  }
  const bytes = Buffer.from(new SharedArrayBuffer(end + checksumLength))
  bytes.write('DIRC', 'latin1')
  bytes.writeUInt32BE(2, 4)
  bytes.writeUInt32BE(files.length, 8)
  for (const [entry, { name, kind, blob }] of files.entries()) {
    const start = starts[entry] ?? 0
    bytes.writeUInt32BE(modes[kind], start + 24)
    bytes.write(blob, start + 40, 'hex')
    bytes.writeUInt16BE(Math.min(name.length, longestTold), start + 60)
    bytes.set(name, start + fieldsLength)
  }
  return { bytes, starts }
}

/** The index as Git reads it. */
export function sealIndex({ bytes }: GitIndex): Buffer {
  const content = bytes.subarray(0, -checksumLength)
  bytes.set(createHash('sha1').update(content).digest(), content.length)
  return bytes
}
