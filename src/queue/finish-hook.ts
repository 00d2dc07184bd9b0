import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { attempt, NarPublishError } from '../errors.ts'
import { isAlive, type Holder } from '../holder.ts'
import type { Log } from '../log.ts'
import type { Reported } from '../run.ts'
import { backgroundLog, startBackground } from './background.ts'
import { makeFolders, type QueuePlace } from './layout.ts'
import { livingHolder } from './lock.ts'
import { lockOf } from './open-queue.ts'
import { reportQueues, undrained, type QueueReport } from './report/report.ts'
import { requestDrain } from './serve.ts'
import type { HookRun } from './start-hook.ts'

/** What a process that is told to end gets to do so. */
const grace = 3000

/**
 * Waits until the background process has emptied the queues, or another one when that is dead; at `drain-timeout` it is ended.
 * `error`: what did not land, unless the user has it otherwise.
 */
export async function finishHook(finish: HookRun): Promise<Reported<QueueReport>> {
  const { inputs, log, place } = finish
  const names = inputs.queues.map(({ name }) => name)
  makeFolders(place, names)
  const until = Date.now() + inputs.drainTimeout
  requestDrain(place, until)
  const holders = (): Holder[] => names.flatMap((name) => livingHolder(lockOf(place, name)) ?? [])
  await log.group('Drain the queues', async () => {
    const isLeft = (): boolean =>
      reportQueues(place, inputs.queues).queues.some(({ queued }) => queued.length > 0)
    // Killed once may be an accident; a process that dies each time is not waited for.
    for (let starts = 0; Date.now() < until;) {
      if (holders().length > 0) await sleep(100)
      else if (starts++ < 2 && isLeft()) await drainAnew(finish, until)
      else break
    }
    for (const late of holders()) await endGroup(late.pid, () => isAlive(late))
  })
  await showLog(place, log)
  const report = reportQueues(place, inputs.queues)
  const text = undrained(report)
  const error =
    text === '' || !inputs.failOnUndrained
      ? null
      : new NarPublishError({ code: 'QUEUE_UNDRAINED', subject: 'the queue', reason: text })
  return { report, error }
}

/** The background process is dead: another one takes over, which can be ended when the time is over. */
async function drainAnew(
  { inputs, environment, log, place, entry }: HookRun,
  until: number
): Promise<void> {
  log.info(
    'the background process has ended, and something is still queued: another one takes over'
  )
  const child = await startBackground(place, inputs, environment, entry)
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  while (isRunning() && Date.now() < until) await sleep(100)
  if (isRunning() && child.pid !== undefined) await endGroup(child.pid, isRunning)
}

async function endGroup(pid: number, isRunning: () => boolean): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal)
    } catch {
      return
    }
    const until = Date.now() + grace
    while (isRunning() && Date.now() < until) await sleep(50)
    if (!isRunning()) return
  }
}

/** Bytes of the log's end that are shown. */
const shownLog = 256 * 1024

/** Whatever its size: of a long job it may be more than memory holds. */
function readEnd(file: string, bytes: number): Buffer {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    const end = Buffer.alloc(Math.min(size, bytes))
    return end.subarray(0, readSync(fd, end, 0, end.length, size - end.length))
  } finally {
    closeSync(fd)
  }
}

async function showLog(place: QueuePlace, log: Log): Promise<void> {
  const text = attempt(() => readEnd(backgroundLog(place), shownLog), null)
  if (text === null || text.length === 0) return
  await log.group('What was done in the background', () =>
    log.fenced((write) => {
      write(text)
      return Promise.resolve()
    })
  )
}
