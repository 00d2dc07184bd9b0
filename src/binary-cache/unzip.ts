import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { codeOf } from '../errors.ts'

/** What is inside of a gzip or Brotli file, as it comes. Throws SyntaxError when it is none or breaks off, and whatever `source` throws. */
export async function* unzip(
  source: AsyncIterable<Buffer>,
  compression: 'gzip' | 'br'
): AsyncGenerator<Buffer> {
  const decoder = compression === 'gzip' ? createGunzip() : createBrotliDecompress()
  // What goes wrong in it is thrown where the decoder is read.
  const fed = pipeline(source, decoder).catch(() => undefined)
  try {
    yield* decoder as AsyncIterable<Buffer>
  } catch (error) {
    if (!/^(Z|ERR)_/.test(codeOf(error))) throw error
    throw new SyntaxError(`it is no ${compression} file, or breaks off`, { cause: error })
  }
  await fed
}
