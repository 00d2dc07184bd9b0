import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { constants, createZstdCompress, zstdCompressSync, type ZstdOptions } from 'node:zlib'
import { NarPublishError } from '../errors.ts'
import type { Compression } from './types.ts'
import { compressXz, type XzOptions } from './xz.ts'

/** Levels that each compression takes; null where there is no such thing. */
export const compressionLevels = {
  // 20 to 22 need the reader to hold windows of up to 128 MiB.
  zstd: { min: 1, max: 19, default: 3 },
  xz: { min: 0, max: 9, default: 6 },
  none: null
} as const satisfies Record<Compression, { min: number; max: number; default: number } | null>

/**
 * The bytes of `source` compressed, as they come. A level of null is the compression's default.
 *
 * What comes out depends on the bytes, the level and the compressor's version alone, never on the chunks that the source
 * came in nor on the number of cores: the same NAR packed on two runners is one file. When the consumer stops early, or the signal is aborted, child
 * processes and threads are done before the generator is.
 *
 * Throws INPUT_INVALID (a level out of range), COMPRESSOR_MISSING, COMPRESSOR_FAILED, and whatever `source` throws.
 */
export function compress(
  source: AsyncIterable<Buffer>,
  compression: Compression,
  level: number | null,
  options?: XzOptions
): AsyncIterable<Buffer> {
  switch (compression) {
    case 'zstd':
      return compressZstd(source, checkedLevel(compression, level))
    case 'xz':
      return compressXz(source, checkedLevel(compression, level), options)
    case 'none':
      return source
  }
}

/** What `compress` with zstd makes of these bytes, of which there are `zstdFrameSize` at most. Throws INPUT_INVALID. */
export async function compressWhole(bytes: Buffer, given: number | null): Promise<Buffer> {
  const level = checkedLevel('zstd', given)
  return bytes.length <= quickLength && level <= quickLevel
    ? zstdCompressSync(bytes, oneFrame(bytes, level))
    : zstdFrame(bytes, level)
}

// Below a millisecond, of which a thread's way there and back would take three quarters (measured at 30 kB).
const quickLength = 128 * 1024
const quickLevel = 6

function checkedLevel(compression: 'zstd' | 'xz', given: number | null): number {
  const levels = compressionLevels[compression]
  const level = given ?? levels.default
  if (!Number.isInteger(level) || level < levels.min || level > levels.max) {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: `compression-level ${level}`,
      reason: `${compression} takes whole numbers from ${levels.min} to ${levels.max}`
    })
  }
  return level
}

/**
 * Each 4 MiB of the NAR become a zstd frame of their own, several at once: a file of many frames is as good as one of a single frame
 * (RFC 8878, section 3), and Nix reads it.
 *
 * Not zstd's own worker threads (ZSTD_c_nbWorkers): when they leave a part of a chunk for the next call, node:zlib takes that for the end of the
 * stream and cuts the file short (https://github.com/nodejs/node/issues/59899; here, on 24.21, 5 of 12 streams of 64 MiB). Nor one long stream, to
 * which an end() that meets a queued write adds an empty frame (https://github.com/nodejs/node/issues/66078): its bytes depend on timing.
 *
 * 4 MiB, measured on 720 MB of programs against `zstd -T0`: the same size at level 3, 2 % more at 9, 3 % more at 19. 8 MiB would
 * save 0.7 % and cost 30 MiB of memory.
 */
export const zstdFrameSize = 4 * 1024 * 1024
/** ZSTD_compressBound: what does not shrink grows by 1/256 at most, and 64 bytes when it is short. */
function zstdFrameBound(length: number): number {
  return length + Math.ceil(length / 256) + 64
}

// libuv runs four of them at once (UV_THREADPOOL_SIZE); one more is read meanwhile.
const framesInFlight = Math.min(availableParallelism(), 4) + 1

async function* compressZstd(source: AsyncIterable<Buffer>, level: number): AsyncGenerator<Buffer> {
  // Segments are written over once their frame is made: fresh ones for each frame cost 5 % of the time in page faults and garbage.
  const spare: Buffer[] = []
  const compressFrame = async (segment: Buffer): Promise<Buffer> => {
    const frame = await zstdFrame(segment, level)
    spare.push(segment)
    return frame
  }
  const frames: Promise<Buffer>[] = []
  try {
    for await (const segment of segmentsOf(source, zstdFrameSize, spare)) {
      const frame = compressFrame(segment)
      frame.catch(() => undefined) // it is looked at when its turn comes
      const inFlight = frames.push(frame)
      if (inFlight === framesInFlight) yield* frames.splice(0, 1)
    }
    yield* frames
  } finally {
    await Promise.allSettled(frames)
  }
}

/** One write that ends a frame, into a buffer that surely holds it, is what libzstd does in one pass: a sixth less work than as a stream. */
async function zstdFrame(segment: Buffer, level: number): Promise<Buffer> {
  const compressor = createZstdCompress({
    ...oneFrame(segment, level),
    flush: constants.ZSTD_e_end
  })
  try {
    compressor.write(segment)
    // Never end(): it would add the empty frame.
    const [frame] = (await once(compressor, 'data')) as [Buffer]
    return frame
  } finally {
    compressor.destroy()
  }
}

function oneFrame({ length }: Buffer, level: number): ZstdOptions {
  return {
    params: { [constants.ZSTD_c_compressionLevel]: level },
    chunkSize: zstdFrameBound(length)
  }
}

/** The same bytes in pieces of exactly `size`, but for the last. Takes the memory for them from `spare` as long as there is some. */
async function* segmentsOf(
  source: AsyncIterable<Buffer>,
  size: number,
  spare: Buffer[]
): AsyncGenerator<Buffer> {
  let segment: Buffer = Buffer.allocUnsafeSlow(size)
  let length = 0
  for await (const chunk of source) {
    let taken = 0
    while (taken < chunk.length) {
      const count = chunk.copy(segment, length, taken)
      taken += count
      length += count
      if (length < size) continue
      yield segment
      segment = spare.pop() ?? Buffer.allocUnsafeSlow(size)
      length = 0
    }
  }
  if (length > 0) yield segment.subarray(0, length)
}
