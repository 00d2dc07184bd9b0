import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'

const minute = 60_000

/** Requests that create content, as GitHub counts them for one token. To ask on past its limit makes the wait longer. */
export class ContentPace {
  readonly #pace: Pace
  readonly #limits: Pick<Limits, 'writesPerMinute'>
  /** When each of the last minute was sent. */
  #sent: number[] = []

  constructor(pace: Pace, limits: Pick<Limits, 'writesPerMinute'>) {
    this.#pace = pace
    this.#limits = limits
  }

  count(route: string): void {
    if (/^(POST|PUT|PATCH) /.test(route)) this.#sent.push(this.#pace.now())
  }

  /** Waits until one more is within the limit of a minute. */
  async turn(): Promise<void> {
    for (;;) {
      const now = this.#pace.now()
      this.#sent = this.#sent.filter((at) => now - at < minute)
      const blocking = this.#sent.at(-this.#limits.writesPerMinute)
      if (blocking === undefined) return
      await this.#pace.sleep(blocking + minute - now)
    }
  }
}
