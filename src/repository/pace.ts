import { setTimeout } from 'node:timers/promises'

/** Time and chance as the route sees them, so that a test need not wait. */
export interface Pace {
  /** Resolves after `ms` milliseconds, rejects when `signal` is aborted before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** milliseconds since 1970 */
  now(): number
  /** from 0 up to, not including, 1 */
  random(): number
}

export const realPace: Pace = {
  sleep: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
  now: () => Date.now(),
  random: () => Math.random()
}
