import type { Log } from './log.ts'

/** The log of work that may come to nothing: what it says waits until it is told, and is told in its order. */
export class HeldLog implements Log {
  readonly #to: Log
  readonly #isTold = Promise.withResolvers<undefined>()
  readonly #onFull: () => void
  #turn: Promise<unknown> = this.#isTold.promise
  /** Bytes that may wait. */
  #room: number

  /** `onFull`: there is more to wait than `room` bytes of other programs' text. */
  constructor(to: Log, room: number, onFull: () => void) {
    this.#to = to
    this.#room = room
    this.#onFull = onFull
  }

  /** From now on everything is told as it comes. */
  tell(): void {
    this.#room = Infinity
    this.#isTold.resolve(undefined)
  }

  /** When all that was said is told. */
  async end(): Promise<void> {
    await this.#turn
  }

  info(line: string): void {
    this.#say(() => {
      this.#to.info(line)
    })
  }

  warning(line: string): void {
    this.#say(() => {
      this.#to.warning(line)
    })
  }

  debug(line: string): void {
    this.#say(() => {
      this.#to.debug(line)
    })
  }

  progress(step: string, done: number, total: number): void {
    this.#say(() => {
      this.#to.progress(step, done, total)
    })
  }

  group<T>(heading: string, body: () => Promise<T>): Promise<T> {
    return this.#around((isOver) => this.#to.group(heading, () => isOver), body)
  }

  fenced<T>(body: (write: (chunk: string | Buffer) => void) => Promise<T>): Promise<T> {
    let write: (chunk: string | Buffer) => void = () => undefined
    const open = (isOver: Promise<void>): Promise<void> =>
      this.#to.fenced((real) => {
        write = real
        return isOver
      })
    return this.#around(open, () =>
      body((chunk) => {
        this.#room -= chunk.length
        if (this.#room < 0) this.#onFull()
        else
          this.#say(() => {
            write(chunk)
          })
      })
    )
  }

  /** A part of the log: open from where `body` begins to where it ends, whenever that is told. */
  async #around<T>(
    open: (isOver: Promise<void>) => Promise<void>,
    body: () => Promise<T>
  ): Promise<T> {
    const over = Promise.withResolvers<undefined>()
    let closed: Promise<void> = over.promise
    this.#say(() => {
      closed = open(over.promise)
    })
    try {
      return await body()
    } finally {
      this.#say(() => {
        over.resolve(undefined)
        return closed
      })
    }
  }

  #say(words: () => unknown): void {
    this.#turn = this.#turn.then(words)
  }
}
