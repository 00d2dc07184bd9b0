import { describe, expect, test } from '@jest/globals'
import { NarPublishError } from '../../../src/errors.ts'
import { manyOutputs } from '../../../src/sync/many/outputs.ts'
import {
  packagesFailed,
  rowOf,
  type ManyReport,
  type ManyRow
} from '../../../src/sync/many/report.ts'
import { manyText, renderManySummary } from '../../../src/sync/many/summary.ts'
import { Tally } from '../../../src/sync/many/tally.ts'
import { listed } from './foreign-files.ts'

function reportOf(rows: ManyRow[], more: Partial<ManyReport> = {}): ManyReport {
  return {
    ...{ rows, repository: 'alice/x', counts: { evaluations: 3, requests: 9, builds: 2 } },
    ...{ computedFiles: [], commits: [], diff: null, builds: [], dashboard: null },
    ...{ timings: [], notes: [] },
    ...more
  }
}

const hostile = '.#a|b<img src=x>\u001b[2J::error::@alice'
const many = Array.from({ length: 3000 }, (_, index) =>
  rowOf(listed(`.#package-${index}`), {
    done: 'failed',
    why: { code: 'BUILD_FAILED', reason: 'x'.repeat(2000) }
  })
)

test('other people’s words are just that in the summary and on a terminal', () => {
  const row = rowOf(listed('.#a'), {
    ...{ package: hostile, from: '1|2', to: '<b>', done: 'failed' },
    why: { code: 'BUILD_FAILED', reason: '`::error::`\n## heading @bob' }
  })
  const summary = renderManySummary(reportOf([row]))
  const line = summary.split('\n').find((one) => one.includes('BUILD_FAILED')) ?? ''
  expect(line.replaceAll(/\\\|/g, '').split('|')).toHaveLength(7)
  expect(summary).not.toMatch(/<img|<b>|^## heading|@alice|@bob|\u001b/m)
  expect(manyText(reportOf([row]))).not.toMatch(/\u001b|^\s*::/m)
})

describe('what is too large', () => {
  test('is a shorter summary', () => {
    const summary = renderManySummary(reportOf(many))
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000)
    expect(summary).toMatch(/… and \d+ more\./)
  })

  test('is outputs that GitHub takes, and JSON', () => {
    const outputs = manyOutputs(reportOf(many))
    expect(Object.values(outputs).join('').length).toBeLessThanOrEqual(450_000)
    const failed = JSON.parse(outputs['failed'] ?? '') as { reason: string }[]
    expect(failed.length).toBeGreaterThan(100)
    expect(failed[0]?.reason).toHaveLength(500)
  })
})

test('a host that gave no answer is a failure of the step, and what is ignored is none', () => {
  const rows = (['ignored', 'current', 'unknown'] as const).map((state) =>
    rowOf(listed('.#a', { state }))
  )
  expect(packagesFailed(rows)).toBeNull()
  const unasked = rowOf(listed('.#b', { state: 'unasked', why: { code: null, reason: 'busy' } }))
  const error = packagesFailed([...rows, unasked])
  expect(error).toMatchObject({ code: 'PACKAGES_FAILED', subject: '1 of 4 packages' })
  expect(error?.reason).toContain('.#b: not asked: busy')
})

describe('a failure', () => {
  const sets = ['.#a', '.#b'].map((text) => ({ packages: [listed(text)] }))
  const [one, two] = sets
  const fail = (code: 'BUILD_FAILED' | 'DISK_FULL') => () =>
    Promise.reject(new NarPublishError({ code, subject: 'a', reason: 'why' }))

  test('of a package is told in its row', async () => {
    const tally = new Tally(sets.flatMap(({ packages }) => packages))
    tally.begin(sets)
    if (one !== undefined) await tally.try(one, fail('BUILD_FAILED'))
    if (two !== undefined) tally.set(two, { done: 'written' })
    expect(tally.stopped).toBeNull()
    expect(tally.rows.map(({ done, why }) => [done, why?.code])).toEqual([
      ['failed', 'BUILD_FAILED'],
      ['written', undefined]
    ])
  })

  test('of the machine ends the run, and what was not tried says so', async () => {
    const tally = new Tally(sets.flatMap(({ packages }) => packages))
    tally.begin(sets)
    if (one !== undefined) await tally.try(one, fail('DISK_FULL'))
    tally.leave(sets)
    expect(tally.stopped?.code).toBe('DISK_FULL')
    expect(tally.rows[1]?.why).toEqual({
      code: 'DISK_FULL',
      reason: 'not done, as the run was stopped: a: why'
    })
  })
})
