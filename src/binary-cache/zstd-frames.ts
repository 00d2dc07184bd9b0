import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { codeOf } from '../errors.ts'
import { ByteReader } from './byte-reader.ts'

const frameMagic = 0xfd2fb528
const skippableMagic = 0x184d2a50

/**
 * A zstd file of any number of frames, as it stands in a cache (RFC 8878, section 3.1). Throws SyntaxError for what is none.
 *
 * node:zlib stops after the first frame or takes the second one's start for garbage, depending on where chunks end (Node 24.21;
 * https://github.com/nodejs/node/issues/59899 is of the same family), so that frames are found here and each gets a decompressor of its own.
 */
export async function* decompressZstd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source)
  while (!(await reader.isAtEnd())) {
    const magic = await reader.take(4)
    const number = magic.readUInt32LE()
    if (number === frameMagic) yield* decompressFrame(framePieces(reader, magic))
    else if ((number & 0xfffffff0) >>> 0 === skippableMagic) {
      const length = (await reader.take(4)).readUInt32LE()
      await reader.skip(length)
    } else throw new SyntaxError('what stands where a zstd frame should begin is none')
  }
}

async function* decompressFrame(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decompressor = createZstdDecompress()
  const feeding = pipeline(pieces, decompressor)
  feeding.catch(() => undefined) // it is looked at when the output has ended
  try {
    yield* decompressor as AsyncIterable<Buffer>
    await feeding
  } catch (error) {
    throw isZstdError(error)
      ? new SyntaxError('a zstd frame does not decompress', { cause: error })
      : error
  } finally {
    decompressor.destroy()
  }
}

/** The bytes of one frame, its magic already taken. */
async function* framePieces(reader: ByteReader, magic: Buffer): AsyncGenerator<Buffer> {
  const descriptor = await reader.take(1)
  const flags = descriptor.readUInt8()
  const isSingleSegment = (flags & 0x20) !== 0
  const contentSizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0
  const rest = (isSingleSegment ? 0 : 1) + dictionaryBytes + contentSizeBytes
  yield Buffer.concat([magic, descriptor, await reader.take(rest)])
  for (let isLast = false; !isLast;) {
    const header = await reader.take(3)
    const block = header.readUIntLE(0, 3)
    const type = (block >> 1) & 3
    if (type === 3) throw new SyntaxError('a zstd block is of a reserved type')
    isLast = (block & 1) === 1
    yield header
    // A run-length block has its one byte, and its size says how often that comes.
    yield* reader.pieces(type === 1 ? 1 : block >> 3)
  }
  const hasChecksum = (flags & 4) !== 0
  if (hasChecksum) yield await reader.take(4)
}

function isZstdError(error: unknown): boolean {
  return /^(ZSTD_|Z_)/.test(codeOf(error))
}
