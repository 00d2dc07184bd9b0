import { ByteReader } from '../../binary-cache/byte-reader.ts'
import { readGit, type Git } from './run.ts'

/** What becomes of one blob's bytes: all of them are to be taken before it ends. `index`: among those that were asked for. */
export type TakeBlob = (index: number, size: number, bytes: AsyncIterable<Buffer>) => Promise<void>

/**
 * Gives each blob to `take` in turn, as it comes from one process for all; one that is not here, or is no blob, is left out. Throws what
 * `take` throws, and GIT_FAILED.
 */
export async function catBlobs(git: Git, blobs: readonly string[], take: TakeBlob): Promise<void> {
  if (blobs.length === 0) return
  const stdin = blobs.map((blob) => `${blob}\n`).join('')
  await readGit(git, ['cat-file', '--batch'], stdin, async (stdout) => {
    const reader = new ByteReader(stdout)
    for (const index of blobs.keys()) {
      // `<name> <type> <size>`, and the content with a newline; or `<name> missing`.
      const [, type, size] = /^\S+ (\w+) (\d+)$/.exec(await reader.line()) ?? []
      if (type === undefined) continue
      if (type === 'blob') await take(index, Number(size), reader.pieces(Number(size)))
      else await reader.skip(Number(size))
      await reader.skip(1)
    }
    await reader.isAtEnd()
  })
}
