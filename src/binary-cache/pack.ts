import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { addAbortSignal } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asNarPublishError, NarPublishError } from '../errors.ts'
import type { PathInfo } from '../nix/types.ts'
import { compress } from './compress.ts'
import { formatSha256 } from './hash.ts'
import { narCachePath } from './nar-name.ts'
import type { Compression, PackedNar } from './types.ts'

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

export interface PackOptions {
  /** Scratch folder, which is there already. */
  directory: string
  pname: string
  compression: Compression
  /** null: the compression's default, or none where it has no levels. */
  level: number | null
  signal?: AbortSignal
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
  const { directory, pname, compression, level, signal, onProgress } = options
  const partialPath = join(directory, `.${randomUUID()}.partial`)
  nar.done.catch(() => undefined) // it is looked at when the stream has ended
  nar.stream.on('error', () => undefined) // likewise, also when nobody reads any more
  try {
    if (signal !== undefined) addAbortSignal(signal, nar.stream)
    const checked = checkNar(dumpedBytes(nar, signal), expected, onProgress)
    const file = new Meter()
    const compressed = measure(compress(checked, compression, level, signal), file)
    // A stream, because it writes while the next bytes are compressed.
    await pipeline(compressed, createWriteStream(partialPath, { flags: 'wx', highWaterMark }))

    const fileHash = file.digest()
    const cachePath = narCachePath(fileHash, pname, compression)
    const diskPath = join(directory, basename(cachePath))
    await rename(partialPath, diskPath)
    const { storePath, narHash, narSize } = expected
    return {
      storePath,
      diskPath,
      cachePath,
      compression,
      fileHash,
      fileSize: file.size,
      narHash,
      narSize
    }
  } catch (thrown) {
    await rm(partialPath, { force: true })
    signal?.throwIfAborted()
    throw asNarPublishError(thrown)
  } finally {
    nar.stream.destroy()
  }
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
  onProgress?: (narBytes: number) => void
): AsyncGenerator<Buffer> {
  const nar = new Meter()
  for await (const chunk of source) {
    nar.add(chunk)
    // Before the end, because something that is not the path may have no end.
    if (nar.size > expected.narSize) {
      throw mismatch(expected, `its NAR goes on after the ${expected.narSize} bytes that it has`)
    }
    onProgress?.(chunk.length)
    yield chunk
  }
  if (nar.size === 0) {
    throw new NarPublishError({
      code: 'NAR_EMPTY',
      subject: expected.storePath,
      reason: `no byte came of the ${expected.narSize} that its NAR has`
    })
  }
  if (nar.size < expected.narSize) {
    throw mismatch(expected, `its NAR ended after ${nar.size} of ${expected.narSize} bytes`)
  }
  const narHash = nar.digest()
  if (narHash !== expected.narHash) {
    throw mismatch(expected, `its NAR has the hash ${narHash}, and Nix knows ${expected.narHash}`)
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
