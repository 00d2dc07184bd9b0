import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Unchanged } from './copy-files.ts'

/** Of https://git-scm.com/docs/index-format, version 2: an entry's fixed part, from the times to the flags, before its name. */
const fixedPart = 62
const checksum = 20

/**
 * Writes into an index as `git read-tree` makes it what the disk says of files that are as Git has them: what `git update-index --refresh`
 * does after it has read each of them. Git and Nix look at a flake's state in each evaluation, and read what the index does not know.
 *
 * @returns whether all plain files are known now; an index of another version is left as it is
 */
export function rememberFiles(index: string, unchanged: Unchanged): boolean {
  const bytes = readFileSync(index)
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || bytes.readUInt32BE(4) !== 2) return false
  let isWhole = true
  let at = 12
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const end = bytes.indexOf(0, at + fixedPart)
    const stats = unchanged.get(bytes.toString('latin1', at + fixedPart, end))
    const isPlain = bytes.readUInt32BE(at + 24) >>> 12 === 0o10
    if (stats === undefined) isWhole &&= !isPlain
    else {
      const { ctimeMs, mtimeMs, dev, ino, uid, gid, size } = stats
      const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)
      const words = [seconds(ctimeMs), 0, seconds(mtimeMs), 0, dev, ino]
      for (const [word, value] of words.entries()) bytes.writeUInt32BE(low(value), at + 4 * word)
      for (const [word, value] of [uid, gid, size].entries())
        bytes.writeUInt32BE(low(value), at + 28 + 4 * word)
    }
    // One to eight NULs, to a multiple of eight.
    at += (end - at + 8) & ~7
  }
  const content = bytes.subarray(0, -checksum)
  createHash('sha1').update(content).digest().copy(bytes, content.length)
  writeFileSync(index, bytes)
  return isWhole
}

/** Of a number that is larger Git keeps as much. */
function low(value: number): number {
  return value % 2 ** 32
}
