/** GitHub drops a summary above 1 MiB whole: other people's words must not make it so, in any mode. */
import { describe, expect, test } from '@jest/globals'
import { renderMatrixSummary } from '../../src/matrix/report/summary.ts'
import { renderPruneSummary } from '../../src/prune/report/summary.ts'
import { renderSummary } from '../../src/publish/report/summary.ts'
import { renderQueueSummary } from '../../src/queue/report/summary.ts'
import type { NotLanded, ReportedQueue } from '../../src/queue/report/report.ts'
import { largestSummary, withinLimit } from '../../src/report/within-limit.ts'
import { rowWith } from '../catalogue/support.ts'
import { path, reportWith } from '../publish/report/support.ts'

/** Each character takes 14 as Markdown. */
const costly = '@'.repeat(1000)
const times = <T>(number: number, make: (index: number) => T): T[] =>
  Array.from({ length: number }, (_, index) => make(index))
const notes = times(400, (index) => `${index} ${costly}`)

const notLanded =
  (reason: string) =>
  (index: number): NotLanded => {
    return { storePath: path(index), attempts: 5, code: 'STORE_COPY_FAILED', reason }
  }
function queue(name: string, overrides: Partial<ReportedQueue> = {}): ReportedQueue {
  return {
    name,
    destination: 'file:///cache',
    landed: times(300, (index) => path(index)),
    setAside: times(300, notLanded('error: cannot open connection to remote store: no')),
    queued: [],
    failing: null,
    foreign: [],
    notes: [],
    ...overrides
  }
}

describe('a summary is never dropped:', () => {
  test.each<[string, string, string]>([
    [
      'of a queue whose destination says much',
      renderQueueSummary({
        queues: [queue('a', { setAside: times(300, notLanded(costly)), notes })]
      }),
      '**Not everything landed**'
    ],
    [
      'of many queues',
      renderQueueSummary({ queues: times(40, (index) => queue(`q${index}`)) }),
      '### Queue `q39`'
    ],
    [
      'of very many queues',
      renderQueueSummary({
        queues: times(10_000, (index) =>
          queue(`q${index}`, { landed: [], setAside: [], failing: { code: 'X', reason: 'x' } })
        )
      }),
      'ends here'
    ],
    [
      'of a matrix whose attributes throw',
      renderMatrixSummary({
        target: { name: 'o/binstore', branch: 'main' },
        rows: [],
        attributes: 0,
        beside: { held: [], failures: [] },
        failures: times(300, (index) => ({
          installable: `.#a${index}`,
          code: 'EVALUATION_FAILED',
          reason: costly
        })),
        requests: { api: 2, raw: 1 }
      }),
      '**300 attributes failed.**'
    ],
    [
      'of a prune of a hostile catalogue',
      renderPruneSummary({
        outcome: 'pruned',
        target: {
          name: 'o/binstore',
          branch: 'main',
          substituterUrl: null,
          servedBy: null,
          isPrivate: false,
          webUrl: (file) => `https://github.com/o/binstore/blob/main/${file}`
        },
        rules: { keepGenerations: 1, keepDays: 30 },
        removed: times(300, () => rowWith({ name: costly, version: costly, output: costly })),
        removedPaths: [],
        removedNars: 0,
        removedAssets: [],
        kept: [],
        keptPaths: 0,
        unreachable: [],
        bytes: { before: 2, after: 1, assets: 0 },
        squashed: null,
        commit: { sha: 'c0ffee', url: 'https://github.com/o/binstore/commit/c0ffee' },
        route: 'api',
        attempts: 1,
        requests: { api: 1, raw: 1 },
        timings: [],
        notes,
        warnings: []
      }),
      '### 300 artifacts removed'
    ],
    ['of a publish with long notes', renderSummary(reportWith({ notes })), '**Note:**']
  ])('%s', (_what, text, says) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestSummary)
    expect(text).toContain(says)
  })
})

test('as much is shown as fits, and lines are not cut', () => {
  expect(withinLimit([300, 20], (shown) => 'x\n'.repeat(shown))).toBe('x\n'.repeat(300))
  const line = `${'é'.repeat(1000)}\n`
  const asked: number[] = []
  const text = withinLimit([3000, 2000, 1000], (shown) => {
    asked.push(shown)
    return line.repeat(shown)
  })
  expect(asked).toEqual([3000, 2000, 1000])
  const [note, ...lines] = text.trimEnd().split('\n').reverse()
  expect(note).toBe('This summary was too long, and ends here.')
  expect(new Set(lines.filter((text) => text !== ''))).toEqual(new Set([line.trimEnd()]))
})
