import { createHash, type Hash } from 'node:crypto'
import { NarPublishError } from '../errors.ts'
import { formatSha256 } from './hash.ts'
import type { ReadableCompression } from './types.ts'
import { unzip } from './unzip.ts'
import { decompressXz } from './xz.ts'
import { decompressZstd } from './zstd-frames.ts'

/** What a NAR's file really is. */
export interface MeasuredNar {
  /** `sha256:<base32>` and bytes, as downloaded. */
  fileHash: string
  fileSize: number
  /** Of what is inside; null when it is not to be read: the compression is not known, or the file is not of it. */
  nar: { hash: string; size: number } | null
  /** Why `nar` is null; empty when it is not, or when nobody tried. */
  problem: string
}

interface MeasureOptions {
  /** null: the file alone is measured. */
  compression: ReadableCompression | null
  /** Bytes of the file after which it is enough; left out: it ends by itself. */
  largestFile?: number
  /** Bytes of NAR after which it is enough: a small file may unpack to anything. */
  largestNar: number
  childEnvironment: Record<string, string>
  onProgress: (bytes: number) => void
  /** Told with each chunk of the NAR inside. A SyntaxError that it throws ends the reading: it is no NAR. */
  onNar?: (chunk: Buffer) => void
}

/** Streams the file through both hashes; memory does not grow with it. Throws what `source` throws, COMPRESSOR_MISSING. */
export async function measureNar(
  source: AsyncIterable<Buffer>,
  {
    compression,
    largestFile = Infinity,
    largestNar,
    childEnvironment,
    onProgress,
    onNar
  }: MeasureOptions
): Promise<MeasuredNar> {
  const file = new Meter()
  const chunks = source[Symbol.asyncIterator]()
  // By hand, as a loop would close the source when the decompressor gives up, and the file's hash needs all of it.
  const next = async (): Promise<Buffer | null> => {
    // By then it is not what was announced.
    if (file.size > largestFile) return null
    const result = await chunks.next()
    if (result.done === true) return null
    file.add(result.value)
    onProgress(result.value.length)
    return result.value
  }
  const drain = async (): Promise<void> => {
    while ((await next()) !== null);
  }
  try {
    if (compression === null) {
      await drain()
      return { ...file.file, nar: null, problem: '' }
    }
    const inside = new Meter()
    let problem = ''
    try {
      for await (const chunk of decompress(piecesOf(next), compression, childEnvironment)) {
        inside.add(chunk)
        onNar?.(chunk)
        if (inside.size > largestNar) {
          problem = `it unpacks to more than the ${largestNar} bytes that are announced`
          break
        }
      }
    } catch (error) {
      if (!isSyntaxError(error)) throw error
      problem = error.message
    }
    await drain()
    const { fileHash, fileSize } = file.file
    return problem === ''
      ? { fileHash, fileSize, nar: { hash: inside.hash, size: inside.size }, problem }
      : { fileHash, fileSize, nar: null, problem }
  } finally {
    await chunks.return?.()
  }
}

async function* piecesOf(next: () => Promise<Buffer | null>): AsyncGenerator<Buffer> {
  for (;;) {
    const piece = await next()
    if (piece === null) return
    yield piece
  }
}

function isSyntaxError(error: unknown): error is Error {
  return error instanceof SyntaxError && !(error instanceof NarPublishError)
}

class Meter {
  size = 0
  readonly #hash: Hash = createHash('sha256')

  add(chunk: Buffer): void {
    this.size += chunk.length
    this.#hash.update(chunk)
  }

  get hash(): string {
    return formatSha256(this.#hash.copy().digest())
  }

  get file(): { fileHash: string; fileSize: number } {
    return { fileHash: this.hash, fileSize: this.size }
  }
}

/**
 * The NAR inside of a file, as it comes. Throws SyntaxError when the file is not of that compression or breaks off,
 * COMPRESSOR_MISSING, and whatever `source` throws.
 */
function decompress(
  source: AsyncIterable<Buffer>,
  compression: ReadableCompression,
  childEnvironment: Record<string, string>
): AsyncIterable<Buffer> {
  switch (compression) {
    case 'none':
      return source
    case 'zstd':
      return decompressZstd(source)
    case 'xz':
      return decompressXz(source, { env: childEnvironment })
    case 'gzip':
    case 'br':
      return unzip(source, compression)
  }
}
