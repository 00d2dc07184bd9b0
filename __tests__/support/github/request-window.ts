import type { Window } from './options.ts'

/** Counts requests in a window that begins with the first of them; once it is over, the next one begins another. */
export class RequestWindow {
  #endsAt = 0
  #taken = 0

  /** Takes one more. Gives how many milliseconds of the window are left when it is one too many, otherwise 0. */
  take({ requests, windowMs }: Window): number {
    if (Date.now() >= this.#endsAt) {
      this.#endsAt = Date.now() + windowMs
      this.#taken = 0
    }
    return ++this.#taken > requests ? this.#endsAt - Date.now() : 0
  }
}
