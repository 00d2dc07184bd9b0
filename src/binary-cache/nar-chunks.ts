/** Bytes of a chunk: a tenth of the calls that 64 KiB take, and little memory. */
const chunkSize = 1024 * 1024

/**
 * Gathers a NAR: strings as it has them, which is their length in 64 bits, their bytes, and zeros up to a multiple of 8. Who writes
 * sees to it that there is room.
 */
export class NarChunks {
  readonly #reuse: boolean
  #chunk: Buffer
  #start = 0
  #end = 0

  /** `size`: bytes that the NAR should have. With `reuse`, what was taken is written over. */
  constructor(size: number, reuse: boolean) {
    this.#chunk = Buffer.allocUnsafeSlow(Math.min(size, chunkSize))
    this.#reuse = reuse
  }

  /** Bytes that were not taken yet. */
  get size(): number {
    return this.#end - this.#start
  }

  get roomSize(): number {
    return this.#chunk.length - this.#end
  }

  /** Where the next bytes belong, `longest` at most; `wrote` says how many came. */
  room(longest: number): Buffer {
    return this.#chunk.subarray(this.#end, this.#end + longest)
  }

  wrote(count: number): void {
    this.#end += count
  }

  /** What was written since; there is room for `wanted` bytes then. */
  take(wanted: number): Buffer {
    const taken = this.#chunk.subarray(this.#start, this.#end)
    if (this.#reuse) this.#end = 0
    if (this.roomSize < wanted) {
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(wanted, chunkSize))
      this.#end = 0
    }
    this.#start = this.#end
    return taken
  }

  put(bytes: Buffer): void {
    this.#end += bytes.copy(this.#chunk, this.#end)
  }

  /** A character for each byte. */
  text(text: string): void {
    this.length(text.length)
    this.#end += this.#chunk.write(text, this.#end, 'latin1')
    this.padding(text.length)
  }

  length(length: number): void {
    this.#end = this.#chunk.writeUInt32LE(length % 2 ** 32, this.#end)
    this.#end = this.#chunk.writeUInt32LE(Math.floor(length / 2 ** 32), this.#end)
  }

  padding(length: number): void {
    const end = this.#end + ((8 - (length % 8)) % 8)
    this.#chunk.fill(0, this.#end, end)
    this.#end = end
  }
}

/** Words of the grammar as they stand in a NAR. */
export function narWords(...words: string[]): Buffer {
  const nar = new NarChunks(words.length * 32, false)
  for (const word of words) nar.text(word)
  return nar.take(0)
}
