import type { Window } from './options.ts'

/** Counts requests in a window that begins with the first of them; once it is over, the next one begins another. */
export class RequestWindow {
  #endsAt = 0
  #taken = 0

  /** Milliseconds until another request may be taken; 0: one may now. */
  waitMs({ requests }: Window): number {
    const leftMs = this.#endsAt - Date.now()
    return leftMs > 0 && this.#taken >= requests ? leftMs : 0
  }

  take({ windowMs }: Window): void {
    if (Date.now() >= this.#endsAt) {
      this.#endsAt = Date.now() + windowMs
      this.#taken = 0
    }
    this.#taken++
  }
}
