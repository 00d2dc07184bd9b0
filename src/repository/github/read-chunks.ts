import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { NarPublishError } from '../../errors.ts'
import type { LargeFile } from '../types.ts'

/**
 * A packed file's bytes, `chunkSize` at a time and never an empty chunk. Each is good until the next is asked for: one buffer
 * serves them all. Throws INTERNAL for a file that is gone or has become shorter.
 */
export async function* readChunks(
  { path, diskPath, size }: Pick<LargeFile, 'path' | 'diskPath' | 'size'>,
  chunkSize: number
): AsyncGenerator<Buffer> {
  const file = await open(diskPath).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  try {
    const buffer = Buffer.allocUnsafe(Math.min(chunkSize, size))
    for (let position = 0; position < size; position += chunkSize) {
      const chunk = buffer.subarray(0, Math.min(chunkSize, size - position))
      for (let filled = 0; filled < chunk.length;) {
        const { bytesRead } = await file.read(
          chunk,
          filled,
          chunk.length - filled,
          position + filled
        )
        if (bytesRead === 0) throw unreadable(path, new Error('it has become shorter'))
        filled += bytesRead
      }
      yield chunk
    }
  } finally {
    await file.close()
  }
}

/** All of a small one, before a thread would have been asked for it. Throws as `readChunks` does. */
export function readWhole({
  path,
  diskPath,
  size
}: Pick<LargeFile, 'path' | 'diskPath' | 'size'>): Buffer {
  let bytes: Buffer
  try {
    bytes = readFileSync(diskPath)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  if (bytes.length < size) throw unreadable(path, new Error('it has become shorter'))
  return bytes.subarray(0, size)
}

function unreadable(path: string, cause: unknown): NarPublishError {
  return new NarPublishError({
    code: 'INTERNAL',
    subject: path,
    reason: `the packed file cannot be read again: ${cause instanceof Error ? cause.message : String(cause)}`,
    cause
  })
}
