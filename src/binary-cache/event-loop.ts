import { setImmediate } from 'node:timers/promises'

/** Milliseconds for which synchronous work may hold the thread, before timers, signals and what else came meanwhile have their turn. */
const longestStretch = 10

let lastTurn = 0

/** Whether synchronous work should stop for a moment. As good as free: to be asked between any two small things. */
export function isTurnDue(): boolean {
  return performance.now() - lastTurn >= longestStretch
}

/** Settles when everything that waited for the thread has run. */
export async function letOthersRun(): Promise<void> {
  await setImmediate()
  lastTurn = performance.now()
}
