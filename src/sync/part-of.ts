import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Whether each file of `path` (a folder, or a file) stands in `folder` as well, byte for byte and wherever: `path` is a copy of it,
 * or of a part of it. Empty files tell nothing, nor does what Git keeps for itself. A `folder` that is not there has no part.
 */
export async function isPartOf(path: string, folder: string): Promise<boolean> {
  const there = Map.groupBy(await sizedFiles(folder), ({ size }) => size)
  const digests = new Map<string, Promise<string>>()
  const digestOf = (file: string): Promise<string> => {
    const digest = digests.get(file) ?? digestFile(file)
    digests.set(file, digest)
    return digest
  }
  const isThere = async ({ file, size }: SizedFile): Promise<boolean> => {
    const name = basename(file)
    const alike = (there.get(size) ?? []).toSorted(
      (a, b) => Number(basename(b.file) === name) - Number(basename(a.file) === name)
    )
    for (const other of alike) {
      if ((await digestOf(other.file)) === (await digestOf(file))) return true
    }
    return false
  }
  for (const file of await sizedFiles(path)) if (!(await isThere(file))) return false
  return true
}

interface SizedFile {
  file: string
  size: number
}

async function sizedFiles(path: string): Promise<SizedFile[]> {
  const found = await lstat(path).catch(() => null)
  if (found === null) return []
  if (found.isFile()) return found.size === 0 ? [] : [{ file: path, size: found.size }]
  if (!found.isDirectory()) return []
  const names = (await readdir(path)).filter((name) => name !== '.git')
  const inside: SizedFile[][] = []
  for (const name of names) inside.push(await sizedFiles(join(path, name)))
  return inside.flat()
}

async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
