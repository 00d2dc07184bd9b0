import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Journal } from '../../src/queue/journal.ts'

let folder: string
let file: string
let journal: Journal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  file = join(folder, 'default.jsonl')
  journal = new Journal(file)
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const failed = (path: string, retryAt: number | null = 5) =>
  ({ event: 'failed', path, code: 'NIX_FAILED', reason: 'why', retryAt }) as const

test('one that is not there is empty', () => {
  expect(journal.read()).toEqual({
    landed: new Set(),
    failures: new Map(),
    destination: null,
    notes: new Set()
  })
})

test('adds up attempts until the path lands, or is asked for again', () => {
  journal.append(failed('/a'))
  journal.append(failed('/a', null))
  journal.append(failed('/b'))
  journal.append(failed('/c'))
  journal.append({ event: 'landed', paths: ['/b', '/d'] })
  journal.append({ event: 'requeued', path: '/c' })
  const { failures, landed } = journal.read()
  expect([...failures]).toEqual([
    ['/a', { attempts: 2, code: 'NIX_FAILED', reason: 'why', retryAt: null }]
  ])
  expect([...landed]).toEqual(['/b', '/d'])
})

test('the destination’s failures are forgotten when something lands', () => {
  const refused = { event: 'destination-failed', code: 'X', reason: 'r', isFinal: true } as const
  journal.append(refused)
  journal.append(refused)
  expect(journal.read().destination).toMatchObject({ failures: 2, isFinal: true })
  journal.append({ event: 'landed', paths: ['/a'] })
  expect(journal.read().destination).toBeNull()
})

test('a line that was cut off spoils neither those before nor those after it', () => {
  journal.append({ event: 'landed', paths: ['/a'] })
  appendFileSync(file, '{"event":"landed","at":1,"pa')
  journal.append({ event: 'landed', paths: ['/b'] })
  appendFileSync(file, 'null\n[]\n{"event":"unknown"}\n')
  expect([...journal.read().landed]).toEqual(['/a', '/b'])
})

test('keeps the beginning of a reason of 10 MB', () => {
  journal.append({ ...failed('/a'), reason: 'x'.repeat(10_000_000) })
  expect(readFileSync(file, 'utf8').length).toBeLessThan(3000)
})

test('a large one is cut to what is about queued paths, and what a job may have to report', () => {
  writeFileSync(
    file,
    `${JSON.stringify({ event: 'landed', at: 1, paths: ['/x'.repeat(600_000)] })}\n`
  )
  journal.append(failed('/a'))
  journal.append(failed('/gone'))
  journal.append({ event: 'landed', paths: ['/of-this-job'] })
  journal.shorten(new Set(['/a']))
  expect(readFileSync(file, 'utf8').length).toBeLessThan(1000)
  const { failures, landed } = journal.read()
  expect([...failures.keys()]).toEqual(['/a'])
  expect([...landed]).toEqual(['/of-this-job'])
})
