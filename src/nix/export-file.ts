import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { compress } from '../binary-cache/compress.ts'
import { formatSha256 } from '../binary-cache/hash.ts'
import { chunkOperands } from './command.ts'
import { nixFailure, startNix } from './run.ts'
import type { Nix } from './types.ts'

/** A file with the NARs of store paths and what `nix-store --import` is to know of each, compressed with zstd. */
export interface ExportFile {
  /** bytes */
  size: number
  /** `sha256:<base32>` */
  hash: string
}

/** As many lists as there are to be exports: Nix takes the paths of each as operands. */
export const exportsOf = chunkOperands

/** Writes an export of these valid paths, and of nothing that they refer to. Throws NIX_FAILED, DISK_FULL. */
export async function writeExport(
  nix: Nix,
  storePaths: readonly string[],
  file: string
): Promise<ExportFile> {
  const args = ['--export', '--', ...storePaths]
  const { child, stdout, exit } = startNix(nix, { program: 'nix-store', args })
  const hash = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      compress(stdout as AsyncIterable<Buffer>, 'zstd', null),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          size += chunk.length
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(file, { flags: 'wx' })
    )
    const ended = await exit
    if (ended.status !== 0) throw nixFailure(ended)
    return { size, hash: formatSha256(hash.digest()) }
  } finally {
    stdout.destroy()
    child.kill()
  }
}
