import { setTimeout as sleep } from 'node:timers/promises'
import { drainPauses, patientPauses, pauseAfter } from './pauses.ts'
import { sendOnce, waitingPaths, type OpenQueue } from './pass.ts'

/** What ends a service. */
export interface ServiceSigns {
  /** When the queues are to be emptied at the latest (milliseconds since 1970), once somebody asks for that; null: nobody does. */
  drainUntil(): number | null
  /** Nothing more is begun. */
  isOver(): boolean
}

/** How often the signs are looked at, in milliseconds. */
const glance = 100

/**
 * Sends what is queued at each interval, and after growing pauses when the destination fails, until it is asked to drain: then as
 * fast as it can until the queue is empty, the time is over, or the destination fails for good.
 */
export async function serveQueue(open: OpenQueue, signs: ServiceSigns): Promise<void> {
  let next = Date.now() + open.queue.interval
  while (!signs.isOver()) {
    if (signs.drainUntil() !== null) {
      await drainQueue(open, signs)
      return
    }
    if (Date.now() >= next) {
      await sendOnce(open, {
        pauses: patientPauses,
        isImpatient: false,
        goesOn: () => !signs.isOver() && signs.drainUntil() === null
      })
      const { destination } = open.journal.read()
      const pause = destination === null ? 0 : destinationPause(destination)
      next = Date.now() + Math.max(open.queue.interval, pause)
    }
    await sleep(Math.min(glance, Math.max(next - Date.now(), 1)))
  }
}

function destinationPause({ failures, isFinal }: { failures: number; isFinal: boolean }): number {
  return isFinal ? patientPauses.longest : pauseAfter(failures, patientPauses)
}

/** Empties a queue as far as it can be: see serveQueue. What waits is tried at once, whatever its pause. */
export async function drainQueue(open: OpenQueue, signs: ServiceSigns): Promise<void> {
  const isLate = (): boolean => signs.isOver() || Date.now() >= (signs.drainUntil() ?? Infinity)
  // Once in any case: what was wrong for good may be mended by now, as by a later step that adds a key.
  for (let pass = 1; waitingPaths(open).length > 0 && !isLate(); pass++) {
    await sendOnce(open, { pauses: drainPauses, isImpatient: pass === 1, goesOn: () => !isLate() })
    if (open.journal.read().destination?.isFinal === true) return
    const resume = Date.now() + drainPause(open, pass)
    while (Date.now() < resume && !isLate()) await sleep(Math.min(glance, resume - Date.now()))
  }
}

/** Until the first path may be tried again, or the destination. */
function drainPause(open: OpenQueue, pass: number): number {
  const { destination, failures } = open.journal.read()
  if (destination !== null) return pauseAfter(pass, drainPauses)
  const times = waitingPaths(open).map((path) => failures.get(path)?.retryAt ?? 0)
  return times.length === 0 ? 0 : Math.max(Math.min(...times) - Date.now(), 0)
}
