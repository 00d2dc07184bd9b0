/** Takes a stream of bytes in pieces of known length. What is missing at its end is a SyntaxError. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next()
      if (next.done === true) return true
      this.#rest = next.value
    }
    return false
  }

  /** Exactly `length` bytes, in one piece: for short ones. */
  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(length)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  /** The next `length` bytes, as they come. */
  async *pieces(length: number): AsyncGenerator<Buffer> {
    let missing = length
    while (missing > 0) {
      if (await this.isAtEnd()) throw new SyntaxError('it breaks off')
      const piece = this.#rest.subarray(0, missing)
      this.#rest = this.#rest.subarray(piece.length)
      missing -= piece.length
      yield piece
    }
  }

  /** Up to the next newline, which is taken and not given, as Latin-1. */
  async line(): Promise<string> {
    const pieces: Buffer[] = []
    for (;;) {
      const piece = await this.some()
      if (piece === null) throw new SyntaxError('it breaks off')
      const end = piece.indexOf(10)
      pieces.push(end === -1 ? piece : piece.subarray(0, end))
      if (end === -1) continue
      this.unread(piece.subarray(end + 1))
      return Buffer.concat(pieces).toString('latin1')
    }
  }

  async skip(length: number): Promise<void> {
    const pieces = this.pieces(length)
    while ((await pieces.next()).done !== true);
  }

  /** Whatever comes next, at least one byte; null at the end. */
  async some(): Promise<Buffer | null> {
    if (await this.isAtEnd()) return null
    const piece = this.#rest
    this.#rest = Buffer.alloc(0)
    return piece
  }

  /** Gives back bytes that `some` took too many. */
  unread(bytes: Buffer): void {
    this.#rest = bytes
  }
}
