import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '../environment.ts'
import { attempt } from '../errors.ts'
import type { Log } from '../log.ts'
import { removeFolder } from '../scratch.ts'
import { makeFolders, stateFile, type QueuePlace } from './layout.ts'
import { takeLock } from './lock.ts'
import { loadSending, lockOf, openQueue, scratchOf } from './open-queue.ts'
import { sendOnce, waitingPaths, type OpenQueue } from './pass.ts'
import { drainPauses, patientPauses, pauseAfter } from './pauses.ts'
import type { Queue } from './types.ts'

/** What ends a service. */
interface ServiceSigns {
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
async function serveQueue(open: OpenQueue, signs: ServiceSigns): Promise<void> {
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
    await sendOnce(open, {
      pauses: drainPauses,
      isImpatient: pass === 1,
      isLast: true,
      goesOn: () => !isLate()
    })
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

/**
 * Serves each queue on its own, so that one destination's failure leaves the others alone, until the end of the job asks for all
 * to be drained or their folder is gone. Throws QUEUE_BUSY when another process serves one of them.
 */
export async function serveQueues(
  place: QueuePlace,
  queues: readonly Queue[],
  environment: Environment,
  log: Log,
  signs: ServiceSigns = fileSigns(place)
): Promise<void> {
  await loadSending()
  const names = queues.map(({ name }) => name)
  makeFolders(place, names)
  await withLocks(place, names, async () => {
    const results = await Promise.allSettled(
      queues.map((queue) =>
        serveQueue(openQueue(queue, place, environment, logOf(queue, queues, log)), signs)
      )
    )
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  })
}

/** Of a single queue no line needs to say whose it is. */
export function logOf({ name }: Queue, queues: readonly Queue[], log: Log): Log {
  return queues.length === 1 ? log : namedLog(log, name)
}

export async function withLocks<T>(
  place: QueuePlace,
  names: readonly string[],
  body: () => Promise<T>
): Promise<T> {
  const locks: { release(): void }[] = []
  try {
    for (const name of names) {
      locks.push(takeLock(lockOf(place, name), `queue ${name}`))
      // What a process left that was killed at its work.
      removeFolder(scratchOf(place, name))
    }
    return await body()
  } finally {
    for (const lock of locks) lock.release()
  }
}

/** Asks whoever serves these queues to empty them until then. A file, and no signal: it is still there for a second process. */
export function requestDrain(place: QueuePlace, until: number): void {
  writeFileSync(stateFile(place, 'drain'), String(until), { mode: 0o600 })
}

function fileSigns(place: QueuePlace): ServiceSigns {
  let until: number | null = null
  return {
    drainUntil: () => {
      const told = attempt(() => Number(readFileSync(stateFile(place, 'drain'), 'utf8')), 0)
      if (told > 0) until ??= told
      return until
    },
    // A runner that is used again empties its folder for temporary files.
    isOver: () => !existsSync(place.directory)
  }
}

/**
 * The log of one of several queues that work at the same time: each line says whose it is. Headings are lines as well, because groups
 * would hold the other queues' lines too, and GitHub's cannot be nested.
 */
export function namedLog(log: Log, name: string): Log {
  const named = (line: string): string => `${name}: ${line}`
  const tell = (kind: 'info' | 'warning' | 'debug') => (line: string) => {
    log[kind](named(line))
  }
  return {
    info: tell('info'),
    warning: tell('warning'),
    debug: tell('debug'),
    group: (heading, body) => {
      log.info(named(heading))
      return body()
    },
    fenced: (body) => log.fenced(body),
    progress: (step, done, total) => {
      log.progress(named(step), done, total)
    }
  }
}
