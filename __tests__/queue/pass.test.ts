/** What a pass over a queue does with what fails, without Nix and with a destination of the test's own. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { NarPublishError, type ErrorCode } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import { Journal } from '../../src/queue/journal.ts'
import { sendOnce, type Landed, waitingPaths, type OpenQueue } from '../../src/queue/pass.ts'
import { patientPauses } from '../../src/queue/pauses.ts'
import { drainQueue } from '../../src/queue/serve.ts'

const [bad, good] = ['bad', 'good'].map((name) => `/nix/store/${'0'.repeat(32)}-${name}`) as [
  string,
  string
]

let folder: string
let open: OpenQueue
/** What the destination was asked for, and how it answers. */
let asked: (readonly string[])[]
let refusal: (paths: readonly string[]) => NarPublishError | null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-pass-'))
  asked = []
  refusal = (paths) => (paths.includes(bad) ? error('STORE_PATH_MISSING', bad) : null)
  open = {
    queue: {
      name: 'main',
      closure: 'binary',
      interval: 1000,
      maxAttempts: 3,
      destination: {
        kind: 'store',
        url: 'file:///c',
        checkSigs: true,
        substituteOnDestination: false
      }
    },
    folder: join(folder, 'main'),
    journal: new Journal(join(folder, 'main.jsonl')),
    send: (paths) => {
      asked.push(paths)
      const refused = refusal(paths)
      const sent = { landing: { store: 'file:///c' }, notes: [] }
      return refused === null ? Promise.resolve(sent) : Promise.reject(refused)
    },
    log: silentLog,
    nix: { env: { NIX_STATE_DIR: folder } }
  }
  mkdirSync(open.folder)
  for (const path of [bad, good]) symlinkSync(path, join(open.folder, path.slice(-4)))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const error = (code: ErrorCode, subject: string): NarPublishError =>
  new NarPublishError({ code, subject, reason: 'because' })

const pass = (isImpatient: boolean): Promise<Landed[]> =>
  sendOnce(open, { pauses: patientPauses, isImpatient, goesOn: () => true })

test('one bad path does not hold the other: it waits longer after each failure, and is set aside after max-attempts', async () => {
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 3; attempt++) {
    await pass(true)
    const failure = open.journal.read().failures.get(bad)
    expect(failure).toMatchObject({ attempts: attempt, code: 'STORE_PATH_MISSING' })
    if (attempt < 3) pauses.push((failure?.retryAt ?? 0) - Date.now())
  }
  // By chance up to a quarter more or less than 30 s and 1 min.
  expect(pauses[0]).toBeGreaterThan(0)
  expect(pauses[1]).toBeGreaterThan(pauses[0] ?? Infinity)
  expect(readdirSync(open.folder)).toEqual(['-bad'])
  expect(open.journal.read().failures.get(bad)?.retryAt).toBeNull()
  expect(waitingPaths(open)).toEqual([])
  asked = []
  await pass(true)
  expect(asked).toEqual([])
})

test('a path whose pause is not over is left out of a pass that is in no hurry', async () => {
  await pass(false)
  symlinkSync(good, join(open.folder, 'again'))
  asked = []
  await pass(false)
  expect(asked).toEqual([[good]])
})

test('a failure of the destination is met once, and counts against no path', async () => {
  refusal = () => error('TOKEN_FORBIDDEN', 'o/r')
  await pass(true)
  expect(asked).toHaveLength(1)
  const { failures, destination } = open.journal.read()
  expect(failures.size).toBe(0)
  expect(destination).toMatchObject({ code: 'TOKEN_FORBIDDEN', isFinal: true })
  expect(waitingPaths(open)).toEqual([bad, good])
})

test('a destination that failed for good is tried once more at the end: a step may have mended it', async () => {
  const signs = { drainUntil: () => Date.now() + 60_000, isOver: () => false }
  refusal = () => error('TOKEN_FORBIDDEN', 'o/r')
  await pass(true)
  await drainQueue(open, signs)
  expect(asked).toHaveLength(2)
  expect(waitingPaths(open)).toEqual([bad, good])
  refusal = () => null
  await drainQueue(open, signs)
  expect(readdirSync(open.folder)).toEqual([])
})

test('what is set aside stays so when the journal is cut', async () => {
  for (let attempt = 1; attempt <= 3; attempt++) await pass(true)
  appendFileSync(join(folder, 'main.jsonl'), `${' '.repeat(2 ** 20)}\n`)
  symlinkSync(good, join(open.folder, 'again'))
  await pass(true)
  expect(readdirSync(open.folder)).toEqual(['-bad'])
  expect(waitingPaths(open)).toEqual([])
})
