import { count, list } from '../../text.ts'
import { readQueue } from '../entries.ts'
import { linksFolder, type QueuePlace } from '../layout.ts'
import { journalOf } from '../open-queue.ts'
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
  /** Given up after as many attempts as are allowed; the links are still there. */
  setAside: readonly NotLanded[]
  queued: readonly NotLanded[]
  /** Why the destination takes nothing; null: it does, as far as was seen. */
  failing: { code: string; reason: string } | null
  /** Names of what is in the queue's folder and is no link to a store path. */
  foreign: readonly string[]
  /** Sentences that the reader should see. */
  notes: readonly string[]
}

export interface NotLanded {
  storePath: string
  attempts: number
  /** Of the last attempt; empty when there was none. */
  code: string
  reason: string
}

/** What became of everything that was queued. */
export function reportQueues(place: QueuePlace, queues: readonly Queue[]): QueueReport {
  return {
    queues: queues.map(({ name, destination }) =>
      reportQueue(place, name, destinationText(destination))
    )
  }
}

/** `destination`: in words. */
export function reportQueue(place: QueuePlace, name: string, destination: string): ReportedQueue {
  const history = journalOf(place, name).read()
  const { entries, foreign } = readQueue(linksFolder(place, name))
  const paths = [...new Set(entries.map(({ storePath }) => storePath))]
  const isAside = (path: string): boolean => history.failures.get(path)?.retryAt === null
  const failureOf = (storePath: string): NotLanded => {
    const { attempts = 0, code = '', reason = '' } = history.failures.get(storePath) ?? {}
    return { storePath, attempts, code, reason }
  }
  return {
    name,
    destination,
    landed: [...history.landed],
    setAside: paths.filter(isAside).map(failureOf),
    queued: paths.filter((path) => !isAside(path)).map(failureOf),
    failing:
      history.destination === null
        ? null
        : { code: history.destination.code, reason: history.destination.reason },
    foreign,
    notes: [...history.notes]
  }
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
