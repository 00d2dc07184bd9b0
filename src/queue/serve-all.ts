import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import { removeFolder } from '../scratch.ts'
import { makeFolders, stateFile, type QueuePlace } from './layout.ts'
import { takeLock } from './lock.ts'
import { namedLog } from './named-log.ts'
import { lockOf, openQueue, scratchOf } from './open-queue.ts'
import { serveQueue, type ServiceSigns } from './serve.ts'
import type { Queue } from './types.ts'

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
      until ??= readDrainFile(stateFile(place, 'drain'))
      return until
    },
    // A runner that is used again empties its folder for temporary files.
    isOver: () => !existsSync(place.directory)
  }
}

function readDrainFile(file: string): number | null {
  try {
    const until = Number(readFileSync(file, 'utf8'))
    return until > 0 ? until : null
  } catch {
    return null
  }
}
