import type { Log } from '../../log.ts'
import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'
import type { AnswerOf } from './answers.ts'

/** An answer after which the same request may succeed. */
export type PassingAnswer = AnswerOf<'limited' | 'lost' | 'not-visible-yet'>

/** Milliseconds that somebody has waited when he says so, and between two who say it. */
const sayAfter = 10_000
const sayEvery = 30_000

/** The budget for trying one request again. */
export class Patience {
  readonly #pace: Pace
  readonly #limits: Limits
  readonly #log: Log
  readonly #outage: { saidAt: number }
  readonly #start: number
  #losses = 0
  #limited = 0
  #invisible = 0

  /** `outage`: when one of all who wait for the same host said so last. */
  constructor(pace: Pace, limits: Limits, log: Log, outage = { saidAt: -Infinity }) {
    this.#pace = pace
    this.#limits = limits
    this.#log = log
    this.#outage = outage
    this.#start = pace.now()
  }

  /** Waits as long as `answer` asks for; throws its error when that is more than the budget has. */
  async wait(answer: PassingAnswer, signal?: AbortSignal): Promise<void> {
    const { pause, total } = this.#next(answer)
    const now = this.#pace.now()
    const waited = now - this.#start
    if (waited + pause > total) throw answer.error
    const line = `again in ${(pause / 1000).toFixed(1)} s: ${answer.error.reason}`
    if (answer.kind === 'limited') this.#log.info(line)
    else if (waited + pause >= sayAfter && now - this.#outage.saidAt >= sayEvery) {
      this.#outage.saidAt = now
      const budget = `for ${Math.round(waited / 1000)} s so far, and no longer than ${Math.round(total / 1000)} s`
      this.#log.info(`waiting for ${answer.error.subject}, ${budget}; ${line}`)
    } else this.#log.debug(line)
    await this.#pace.sleep(pause, signal)
  }

  #next(answer: PassingAnswer): { pause: number; total: number } {
    const random = this.#pace.random()
    const { requestTime, visibleTime, requestAttempts } = this.#limits
    switch (answer.kind) {
      case 'limited': {
        // Without a word from GitHub: "wait for at least one minute", and longer each time.
        const asked =
          answer.afterMs === null
            ? 60_000 * 2 ** this.#limited++
            : // "At once", said again and again, is no pace to go on at.
              answer.afterMs < 1000
              ? 1000 * 2 ** this.#limited++
              : answer.afterMs
        // All who were stopped at once are let in at once: they spread over some seconds.
        return { pause: asked + random * 3000, total: requestTime }
      }
      case 'lost': {
        if (++this.#losses >= requestAttempts) throw answer.error
        return {
          pause: random * Math.min(60_000, 1000 * 2 ** (this.#losses - 1)),
          total: requestTime
        }
      }
      case 'not-visible-yet': {
        const step = Math.min(8000, 250 * 2 ** this.#invisible++)
        return { pause: step * (0.5 + random / 2), total: visibleTime }
      }
    }
  }
}
