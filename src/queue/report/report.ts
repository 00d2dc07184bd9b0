import { count, list } from '../../text.ts'
import { readQueue } from '../entries.ts'
import { linksFolder, type QueuePlace } from '../layout.ts'
import { journalOf } from '../open-queue.ts'
import type { Landed } from '../pass.ts'
import type { Destination, Queue } from '../types.ts'

/** What became of what was queued, for people and for the job's end. */
export interface QueueReport {
  queues: readonly ReportedQueue[]
}

export interface ReportedQueue {
  name: string
  /** Where to, in words. */
  destination: string
  /** Store paths. */
  landed: readonly string[]
  /** What one pass brought, and where to; left out: no pass was made. */
  sent?: readonly Landed[]
  /** Given up after as many attempts as are allowed; the links are still there. */
  setAside: readonly NotLanded[]
  queued: readonly NotLanded[]
  /** What landed and is queued still, as its place in the index is open; left out: nothing. */
  open?: readonly string[]
  /** Why the destination takes nothing; null: it does, as far as was seen. */
  failing: Why | null
  /** Names of what is in the queue's folder and is no link to a store path. */
  foreign: readonly string[]
  /** Sentences that the reader should see. */
  notes: readonly string[]
}

/** Of the last attempt; `code` and `reason` are empty when there was none. */
interface Why {
  code: string
  reason: string
  /** What to do now; left out: not known. */
  hint?: string | undefined
}

export interface NotLanded extends Why {
  storePath: string
  attempts: number
}

/** What became of everything that was queued, when the job is over: what is not there by now has a reason. */
export function reportQueues(place: QueuePlace, queues: readonly Queue[]): QueueReport {
  return {
    queues: queues.map(({ name, destination }) =>
      atEnd(reportQueue(place, name, destinationText(destination)))
    )
  }
}

function atEnd({ open = [], ...queue }: ReportedQueue): ReportedQueue {
  const because = (path: NotLanded, otherwise: Why): NotLanded =>
    path.code === '' ? { ...path, ...(queue.failing ?? otherwise) } : path
  const unlisted = open.map((storePath) => ({ storePath, attempts: 0, code: '', reason: '' }))
  return {
    ...queue,
    queued: [
      ...queue.queued.map((path) => because(path, tooLate('it was not sent before the job ended'))),
      ...unlisted.map((path) =>
        because(path, tooLate('it landed, and had no row in the index when the job ended'))
      )
    ]
  }
}

function tooLate(reason: string): Why {
  const hint =
    'Give it more time with `drain-timeout`, or send more of it while the job goes on with a shorter `interval`.'
  return { code: 'QUEUE_UNDRAINED', reason, hint }
}

/** `destination`: in words. */
export function reportQueue(place: QueuePlace, name: string, destination: string): ReportedQueue {
  const history = journalOf(place, name).read()
  const { entries, foreign } = readQueue(linksFolder(place, name))
  const all = [...new Set(entries.map(({ storePath }) => storePath))]
  const openPaths = journalOf(place, name).open()
  const isOpen = (path: string): boolean => openPaths.has(path) && !history.failures.has(path)
  const paths = all.filter((path) => !isOpen(path))
  const isAside = (path: string): boolean => history.failures.get(path)?.retryAt === null
  const failureOf = (storePath: string): NotLanded => {
    const { attempts = 0, code = '', reason = '', hint } = history.failures.get(storePath) ?? {}
    return { storePath, attempts, code, reason, hint }
  }
  return {
    name,
    destination,
    landed: [...history.landed],
    setAside: paths.filter(isAside).map(failureOf),
    queued: paths.filter((path) => !isAside(path)).map(failureOf),
    open: all.filter(isOpen),
    failing: history.destination === null ? null : whyOf(history.destination),
    foreign,
    notes: [...history.notes]
  }
}

function whyOf({ code, reason, hint }: Why): Why {
  return { code, reason, hint }
}

function destinationText(destination: Destination): string {
  if (destination.kind === 'store') return destination.url
  const { target, branch } = destination.inputs
  const name = target.kind === 'github' ? `${target.owner}/${target.repo}` : target.url
  return branch.value === null ? name : `${name}, branch ${branch.value}`
}

/** What did not land, in plain words, with the first reason; empty when all did. */
export function undrained({ queues }: QueueReport): string {
  return queues.flatMap(missingOf).join('; ')
}

function missingOf(queue: ReportedQueue): string[] {
  const { name, destination, setAside, queued, failing } = queue
  if (setAside.length + queued.length === 0) return []
  const parts = [
    ...(setAside.length === 0 ? [] : [`${count(setAside.length, 'path')} set aside`]),
    ...(queued.length === 0 ? [] : [`${count(queued.length, 'path')} still queued`])
  ]
  const [first] = [...setAside, ...queued].filter(({ code }) => code !== '')
  const why = failing ?? first
  const reason = why === undefined ? '' : ` (${why.code}: ${why.reason.slice(0, 500)})`
  return [`${list(parts)} in queue ${name} for ${destination}${reason}`]
}

/** `3 paths landed, 1 path set aside`, for one queue. */
export function queueCounts({ landed, setAside, queued }: ReportedQueue): string {
  return [
    `${count(landed.length, 'path')} landed`,
    ...(setAside.length === 0 ? [] : [`${count(setAside.length, 'path')} set aside`]),
    ...(queued.length === 0 ? [] : [`${count(queued.length, 'path')} still queued`])
  ].join(', ')
}
