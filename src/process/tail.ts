import { StringDecoder } from 'node:string_decoder'
import { plainLines } from '../harmless.ts'

/** The end of a stream of text, in bounded memory. */
export class Tail {
  #text = ''
  #isCut = false
  readonly #decoder = new StringDecoder('utf8')
  readonly #size: number

  /** `size`: characters that are kept at least. */
  constructor(size: number) {
    this.#size = size
  }

  push(chunk: Buffer): void {
    this.#text += this.#decoder.write(chunk)
    // Cut at twice the size, not at each chunk: that would copy the whole tail for every few bytes.
    if (this.#text.length > 2 * this.#size) {
      this.#text = this.#text.slice(-this.#size)
      this.#isCut = true
    }
  }

  /** Whether something stood before the text. */
  get isCut(): boolean {
    return this.#isCut || this.#text.length > this.#size
  }

  /** What is kept, without terminal colours. */
  get text(): string {
    return plainLines(this.#text.slice(-this.#size))
  }
}

/** The last `count` lines that say something. */
export function lastLines(text: string, count = 20): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count)
    .join('\n')
}

/**
 * Without blanks at the ends of lines, and with one empty line where there were several: then what looks for white space between lines
 * (`\s*`) has little to look through, however many of them somebody's code has printed.
 */
export function withoutBlankRuns(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')
}
