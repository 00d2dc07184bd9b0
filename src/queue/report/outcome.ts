import { count, list } from '../../text.ts'
import type { QueueReport, ReportedQueue } from './report.ts'

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
