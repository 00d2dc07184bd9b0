import { createHash, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { addAbortSignal, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asNarPublishError, NarPublishError } from '../errors.ts'
import { compress, compressWhole, zstdFrameSize } from './compress.ts'
import { formatSha256 } from './hash.ts'
import { narCachePath } from './nar-name.ts'
import { narOf } from './nar-writer.ts'
import type { Compression, PackedNar, PathInfo } from './types.ts'
import type { XzOptions } from './xz.ts'

// Bytes that may wait for the disk: about one of the compressor's pieces.
const highWaterMark = 2 * 1024 * 1024

/** A NAR being written by `nix-store --dump`. Destroying the stream ends the program. */
export interface NarSource {
  stream: Readable
  /** Settles when the program has ended; rejects when it failed. */
  done: Promise<void>
}

/** What Nix's database says the NAR is. */
export type ExpectedNar = Pick<PathInfo, 'storePath' | 'narHash' | 'narSize'>

export interface PackOptions extends XzOptions {
  /** Scratch folder, which is there already. */
  directory: string
  pname: string
  compression: Compression
  /** null: the compression's default, or none where it has no levels. */
  level: number | null
  /** Told with each chunk how many bytes of the NAR it brought. */
  onProgress?: (narBytes: number) => void
}

/**
 * Writes a NAR to disk, compressed and under its final name, in one pass: the NAR is compared with what Nix says it is while it flows. Memory does
 * not grow with the NAR: each step takes from the one before it what it has room for.
 *
 * The file has the umask's mode: the store that its content comes from is readable by all anyway.
 *
 * On failure the partial file, the children and the threads are gone, and it throws NAR_HASH_MISMATCH, NAR_EMPTY, DISK_FULL, COMPRESSOR_*, what `done` was rejected with
 * (which tells more than the broken NAR that it leaves), or the signal's reason.
 */
export async function packNar(
  nar: NarSource,
  expected: ExpectedNar,
  options: PackOptions
): Promise<PackedNar> {
  const { signal } = options
  nar.done.catch(() => undefined) // it is looked at when the stream has ended
  nar.stream.on('error', () => undefined) // likewise, also when nobody reads any more
  // Before anything is waited for: what a program has written by its end, Node drops when nobody has listened yet.
  nar.stream.on('readable', () => undefined)
  try {
    if (signal !== undefined) addAbortSignal(signal, nar.stream)
    return await packBytes(dumpedBytes(nar, signal), expected, options)
  } finally {
    nar.stream.destroy()
  }
}

/** The same for a store path whose files this process can read; it spares the program and its pipe. */
export async function packFiles(
  path: string,
  expected: ExpectedNar,
  options: PackOptions
): Promise<PackedNar> {
  const { compression, signal } = options
  const size = expected.narSize
  // The zstd frames copy what they get at once; xz and the disk keep it until they have room.
  const reuse = compression === 'zstd'
  if (!isPackedWhole(size, compression)) return packBytes(narOf(path, { reuse }), expected, options)

  const gathered: Buffer[] = []
  let left = size
  try {
    for await (const chunk of narOf(path, { reuse: false, size })) {
      signal?.throwIfAborted()
      gathered.push(chunk)
      left -= chunk.length
      // Something that is not the path may have no end.
      if (left < 0) break
    }
  } catch (thrown) {
    signal?.throwIfAborted()
    throw asNarPublishError(thrown)
  }
  const [first, ...others] = gathered
  const nar = first !== undefined && others.length === 0 ? first : Buffer.concat(gathered)
  return packWholeNar(nar, expected, options)
}

async function packBytes(
  nar: AsyncIterable<Buffer>,
  expected: ExpectedNar,
  options: PackOptions
): Promise<PackedNar> {
  const { directory, compression, level, signal } = options
  const partialPath = join(directory, `.${randomUUID()}.partial`)
  try {
    const checked = checkNar(nar, expected, options)
    const file = new Meter()
    const compressed = measure(compress(checked, compression, level, options), file)
    // Opened before anything can fail: a stream that opens it itself may do so after it was removed.
    const partial = await open(partialPath, 'wx')
    // A stream, because it writes while the next bytes are compressed.
    await pipeline(compressed, partial.createWriteStream({ highWaterMark }))

    const packed = packedNar(expected, file, options)
    await rename(partialPath, packed.diskPath)
    return packed
  } catch (thrown) {
    await rm(partialPath, { force: true })
    signal?.throwIfAborted()
    throw asNarPublishError(thrown)
  }
}

/**
 * The same for a NAR that is whole in memory, and the same file: without the pipeline, which costs a small NAR more than all the rest.
 * One of more than a frame takes the pipeline all the same, and so does xz, which has a process of its own.
 */
export async function packWholeNar(
  nar: Buffer,
  expected: ExpectedNar,
  options: PackOptions
): Promise<PackedNar> {
  const { compression, level, signal, onProgress } = options
  if (!isPackedWhole(nar.length, compression)) {
    return packNar({ stream: Readable.from([nar]), done: Promise.resolve() }, expected, options)
  }
  const checked = new NarCheck(expected, onProgress)
  checked.add(nar)
  checked.finish()
  const bytes = compression === 'none' ? nar : await compressWhole(nar, level)
  signal?.throwIfAborted()
  const file = new Meter()
  file.add(bytes)
  const packed = packedNar(expected, file, options)
  try {
    // So short a write that handing it to a thread, and the file's opening and closing too, would be most of the work.
    writeFileSync(packed.diskPath, bytes)
  } catch (thrown) {
    await rm(packed.diskPath, { force: true })
    throw asNarPublishError(thrown)
  }
  return packed
}

function isPackedWhole(narSize: number, compression: Compression): boolean {
  return compression !== 'xz' && narSize <= zstdFrameSize
}

/** What was packed, of which `file` has measured the file. */
function packedNar(
  { storePath, narHash, narSize }: ExpectedNar,
  file: Meter,
  { directory, pname, compression }: PackOptions
): PackedNar {
  const fileHash = file.digest()
  const cachePath = narCachePath(fileHash, pname, compression)
  const diskPath = join(directory, basename(cachePath))
  const fileSize = file.size
  return { storePath, diskPath, cachePath, compression, fileHash, fileSize, narHash, narSize }
}

/** The program's output; ends well only if the program did. */
async function* dumpedBytes(nar: NarSource, signal?: AbortSignal): AsyncGenerator<Buffer> {
  try {
    yield* nar.stream as AsyncIterable<Buffer>
  } catch (thrown) {
    signal?.throwIfAborted()
    await nar.done
    throw thrown
  }
  await nar.done
}

/** Passes the NAR on, and throws instead of ending when it is not the expected one. */
async function* checkNar(
  source: AsyncIterable<Buffer>,
  expected: ExpectedNar,
  { onProgress, signal }: PackOptions
): AsyncGenerator<Buffer> {
  const nar = new NarCheck(expected, onProgress)
  for await (const chunk of source) {
    // Not the pipeline's own signal, which would not wait for the threads and children to end.
    signal?.throwIfAborted()
    nar.add(chunk)
    yield chunk
  }
  nar.finish()
}

/** Throws, when the NAR that is added to it is not the expected one. */
class NarCheck {
  readonly #nar = new Meter()
  readonly #expected: ExpectedNar
  readonly #onProgress: ((narBytes: number) => void) | undefined

  constructor(expected: ExpectedNar, onProgress?: (narBytes: number) => void) {
    this.#expected = expected
    this.#onProgress = onProgress
  }

  add(chunk: Buffer): void {
    const { narSize } = this.#expected
    this.#nar.add(chunk)
    // Before the end, because something that is not the path may have no end.
    if (this.#nar.size > narSize) {
      throw mismatch(this.#expected, `its NAR goes on after the ${narSize} bytes that it has`)
    }
    this.#onProgress?.(chunk.length)
  }

  finish(): void {
    const { storePath, narSize, narHash } = this.#expected
    if (this.#nar.size === 0) {
      throw new NarPublishError({
        code: 'NAR_EMPTY',
        subject: storePath,
        reason: `no byte came of the ${narSize} that its NAR has`
      })
    }
    if (this.#nar.size < narSize) {
      throw mismatch(this.#expected, `its NAR ended after ${this.#nar.size} of ${narSize} bytes`)
    }
    const found = this.#nar.digest()
    if (found !== narHash) {
      throw mismatch(this.#expected, `its NAR has the hash ${found}, and Nix knows ${narHash}`)
    }
  }
}

function mismatch(expected: ExpectedNar, reason: string): NarPublishError {
  return new NarPublishError({ code: 'NAR_HASH_MISMATCH', subject: expected.storePath, reason })
}

async function* measure(source: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    meter.add(chunk)
    yield chunk
  }
}

/** The size and hash of what was added. */
class Meter {
  /** bytes so far */
  size = 0
  readonly #hash = createHash('sha256')

  add(chunk: Buffer): void {
    this.size += chunk.length
    this.#hash.update(chunk)
  }

  /** `sha256:<base32>`; nothing can be added afterwards. */
  digest(): string {
    return formatSha256(this.#hash.digest())
  }
}
