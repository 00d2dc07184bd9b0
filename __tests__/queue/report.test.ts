/** What the end of a job says of each path that did not land: code, reason, what now. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linksFolder, makeFolders, type QueuePlace } from '../../src/queue/layout.ts'
import { journalOf } from '../../src/queue/open-queue.ts'
import { reportQueue, reportQueues } from '../../src/queue/report/report.ts'
import { renderQueueSummary } from '../../src/queue/report/summary.ts'
import type { Queue } from '../../src/queue/types.ts'
import { path } from '../publish/report/support.ts'

let place: QueuePlace
const queues = ['first', 'second'].map((name): Queue => {
  const destination = { kind: 'store', url: `file:///${name}`, checkSigs: true } as const
  return {
    ...{ name, closure: 'binary', interval: 1000, maxAttempts: 2 },
    destination: { ...destination, substituteOnDestination: false }
  }
})
const [aside = '', tried = '', late = '', open = ''] = [1, 2, 3, 4].map((number) => path(number))

beforeEach(() => {
  place = { directory: mkdtempSync(join(tmpdir(), 'queue-report-')) }
  makeFolders(
    place,
    queues.map(({ name }) => name)
  )
})
afterEach(() => {
  rmSync(place.directory, { recursive: true })
})

function enqueue(name: string, ...paths: string[]): void {
  for (const each of paths) symlinkSync(each, join(linksFolder(place, name), each.slice(11)))
}

const rowOf = (storePath: string): string[] =>
  renderQueueSummary(reportQueues(place, queues))
    .split('\n')
    .filter((line) => line.startsWith(`| \`${storePath}\` |`))

test('a path that failed has its last reason, one that was not tried the end of the job', () => {
  enqueue('first', aside, tried, late, open)
  const journal = journalOf(place, 'first')
  const failed = { event: 'failed', code: 'NAR_TOO_LARGE', reason: 'it is `big`' } as const
  journal.append({ ...failed, path: aside, hint: 'Make `it` smaller.', retryAt: null })
  journal.append({ ...failed, path: tried, hint: 'Wait.', retryAt: 5 })
  journal.append({ event: 'landed', paths: [open], open: [open] })
  expect(rowOf(aside)).toEqual([
    `| \`${aside}\` | 1 | \`NAR_TOO_LARGE\` | it is \`big\` | Make \`it\` smaller. |`
  ])
  expect(rowOf(tried)).toEqual([`| \`${tried}\` | 1 | \`NAR_TOO_LARGE\` | it is \`big\` | Wait. |`])
  const now = /\| Give it more time with `drain-timeout`.* \|$/
  expect(rowOf(late)).toEqual([expect.stringMatching(now)])
  expect(rowOf(late)).toEqual([
    expect.stringContaining('| 0 | `QUEUE_UNDRAINED` | it was not sent')
  ])
  expect(rowOf(open)).toEqual([expect.stringContaining('it landed, and had no row')])
  // While it goes on, what waits only waits.
  expect(reportQueue(place, 'first', 'x')).toMatchObject({
    queued: [{ storePath: tried }, { storePath: late, code: '' }],
    open: [open]
  })
})

test('of a destination that takes nothing each path has that reason, and the other queue its own', () => {
  enqueue('first', late)
  enqueue('second', late)
  const code = 'STORE_UNREACHABLE'
  const words = { code, reason: 'no route', hint: 'See that it runs.', isFinal: false }
  journalOf(place, 'second').append({ event: 'destination-failed', ...words })
  expect(rowOf(late)).toEqual([
    expect.stringContaining('`QUEUE_UNDRAINED`'),
    `| \`${late}\` | 0 | \`${code}\` | no route | See that it runs. |`
  ])
})
