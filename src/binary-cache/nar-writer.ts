import { lstat, open, readdir, readlink } from 'node:fs/promises'

/** Bytes of a file that are read at once: a tenth of the calls that 64 KiB take, and little memory. */
const readSize = 1024 * 1024
/** What is smaller is gathered first: a folder of small files is no stream of 8-byte chunks. */
const gatherSize = 64 * 1024

/**
 * The NAR of what is at `path`, uncompressed, as `nix-store --dump` gives it (Nix, src/libutil/archive.cc; the grammar is in
 * nar-scanner.ts). Read here, the bytes spare themselves the way through a pipe. With `reuse`, a chunk may be written over when the
 * next one is asked for. Throws what reading throws, and an error for what no store path holds (a socket, a file that changes).
 */
export async function* narOf(path: string, { reuse }: { reuse: boolean }): AsyncGenerator<Buffer> {
  const writer = new NarWriter(reuse)
  writer.words('nix-archive-1')
  yield* node(writer, Buffer.from(path))
  yield writer.take()
}

async function* node(writer: NarWriter, path: Buffer): AsyncGenerator<Buffer> {
  const found = await lstat(path)
  if (found.isSymbolicLink()) {
    writer.words('(', 'type', 'symlink', 'target')
    writer.text(await readlink(path, 'buffer'))
    writer.words(')')
  } else if (found.isFile()) {
    writer.words('(', 'type', 'regular')
    // As Nix does: the owner's bit alone.
    if ((found.mode & 0o100) !== 0) writer.words('executable', '')
    writer.words('contents')
    yield* contents(writer, path, found.size)
    writer.words(')')
  } else if (found.isDirectory()) {
    writer.words('(', 'type', 'directory')
    // Names are bytes, and in the order of their bytes.
    for (const name of (await readdir(path, 'buffer')).sort((a, b) => Buffer.compare(a, b))) {
      writer.words('entry', '(', 'name')
      writer.text(name)
      writer.words('node')
      yield* node(writer, Buffer.concat([path, slash, name]))
      writer.words(')')
      if (writer.size >= gatherSize) yield writer.take()
    }
    writer.words(')')
  } else {
    throw new Error(`${path.toString()} is neither a file, a folder nor a symbolic link`)
  }
}

const slash = Buffer.from('/')

async function* contents(writer: NarWriter, path: Buffer, size: number): AsyncGenerator<Buffer> {
  writer.length(size)
  if (size > 0) {
    const file = await open(path, 'r')
    try {
      if (size >= gatherSize) yield writer.take()
      let left = size
      while (left > 0) {
        const chunk = writer.room(Math.min(left, readSize))
        const { bytesRead } = await file.read(chunk, 0, chunk.length)
        if (bytesRead === 0) throw new Error(`${path.toString()} ended ${left} bytes early`)
        left -= bytesRead
        if (size >= gatherSize) yield chunk.subarray(0, bytesRead)
        else writer.bytes(chunk.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  }
  writer.padding(size)
}

/** Gathers strings as a NAR has them: their length in 64 bits, their bytes, zeros up to a multiple of 8. */
class NarWriter {
  #gathered: Buffer[] = []
  #room: Buffer = Buffer.alloc(0)
  readonly #reuse: boolean
  size = 0

  constructor(reuse: boolean) {
    this.#reuse = reuse
  }

  words(...words: string[]): void {
    for (const word of words) {
      let known = written.get(word)
      if (known === undefined) written.set(word, (known = narString(Buffer.from(word))))
      this.bytes(known)
    }
  }

  text(text: Buffer): void {
    this.bytes(narString(text))
  }

  length(length: number): void {
    this.bytes(littleEndian(length))
  }

  padding(length: number): void {
    this.bytes(Buffer.alloc(paddingOf(length)))
  }

  bytes(bytes: Buffer): void {
    this.#gathered.push(bytes)
    this.size += bytes.length
  }

  /** What was gathered so far. */
  take(): Buffer {
    const all = Buffer.concat(this.#gathered)
    this.#gathered = []
    this.size = 0
    return all
  }

  /** Memory for a piece of a file; a small one is kept until it is taken, so it is never the one that is used again. */
  room(size: number): Buffer {
    if (!this.#reuse || size < gatherSize) return Buffer.allocUnsafeSlow(size)
    if (this.#room.length < size) this.#room = Buffer.allocUnsafeSlow(size)
    return this.#room.subarray(0, size)
  }
}

/** The words of the grammar as they stand in a NAR. */
const written = new Map<string, Buffer>()

function narString(text: Buffer): Buffer {
  return Buffer.concat([littleEndian(text.length), text, Buffer.alloc(paddingOf(text.length))])
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function paddingOf(length: number): number {
  return (8 - (length % 8)) % 8
}
