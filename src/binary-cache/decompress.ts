import type { Compression } from './types.ts'
import { decompressXz } from './xz.ts'
import { decompressZstd } from './zstd-frames.ts'

/**
 * The NAR inside of a file, as it comes. Throws SyntaxError when the file is not of that compression or breaks off,
 * COMPRESSOR_MISSING, and whatever `source` throws.
 */
export function decompress(
  source: AsyncIterable<Buffer>,
  compression: Compression,
  childEnvironment: Record<string, string>
): AsyncIterable<Buffer> {
  switch (compression) {
    case 'none':
      return source
    case 'zstd':
      return decompressZstd(source)
    case 'xz':
      return decompressXz(source, { env: childEnvironment })
  }
}
