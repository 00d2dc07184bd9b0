import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { askService, type ServicePlace, type ServiceResult } from '../../src/cache/service.ts'
import { readServiceEnvironment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import pMap from 'p-map'
import { plainTmpdir } from '../support/cache-address.ts'
import {
  startCacheService,
  type CacheFault,
  type CacheService
} from '../support/cache-service/server.ts'
import { childrenOf } from '../support/processes.ts'
import { bundles } from '../support/queue-job.ts'

const entry = join(bundles, 'index.js')

let parent: string
let directory: string
let service: CacheService
let place: ServicePlace
beforeAll(async () => {
  service = await startCacheService()
  parent = mkdtempSync(join(plainTmpdir(), 'cache-service-'))
  directory = join(parent, 'kept')
  place = {
    entry,
    environment: {
      childEnvironment: { PATH: process.env['PATH'] ?? '', GITHUB_WORKSPACE: parent },
      scratchParent: parent,
      workspace: parent
    },
    log: silentLog,
    service: service.env
  }
})
afterAll(async () => {
  await service.close()
  rmSync(parent, { recursive: true })
})
beforeEach(() => {
  service.fault = null
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory)
  writeFileSync(join(directory, 'file'), 'content')
})

const save = (key: string, change: Partial<ServicePlace> = {}) =>
  askService({ ...place, ...change }, { task: 'save', directory, key })
const restore = (key: string, change: Partial<ServicePlace> = {}) =>
  askService({ ...place, ...change }, { task: 'restore', directory, keys: [key] })

test('a folder that was saved comes back by the beginning of its key, the newest first', async () => {
  expect(await save('a-1')).toEqual({ key: 'a-1', reason: null })
  writeFileSync(join(directory, 'file'), 'newer')
  expect(await save('a-2')).toEqual({ key: 'a-2', reason: null })
  rmSync(directory, { recursive: true })
  service.fault = 'slow'
  expect(await restore('a-')).toEqual({ key: 'a-2', reason: null })
  expect(readFileSync(join(directory, 'file'), 'utf8')).toBe('newer')
  service.fault = null
  expect(await restore('b-')).toEqual({ key: null, reason: null })
  expect(await save('a-2')).toEqual({
    key: null,
    reason: expect.stringContaining('already exists')
  })
  expect(readdirSync(parent)).toEqual(['kept'])
})

test('an archive with a file from elsewhere is not unpacked: @actions/cache itself would write it', async () => {
  await save('evil-1')
  const outside = mkdtempSync(join(plainTmpdir(), 'cache-outside-'))
  const evil = join(outside, 'evil')
  writeFileSync(evil, 'evil')
  const entry = service.entries.find(({ key }) => key === 'evil-1')
  if (entry === undefined) throw new Error('nothing was saved')
  entry.archive = execFileSync('tar', ['-c', '-P', '-I', 'zstd', '-C', parent, 'kept', evil])
  rmSync(evil)
  const { key, reason } = await restore('evil-')
  expect(key).toBeNull()
  expect(reason).not.toBeNull()
  expect(readdirSync(outside)).toEqual([])
  rmSync(outside, { recursive: true })
})

describe('a service that fails gives a reason and no exception', () => {
  test.each<[CacheFault, number, RegExp]>([
    ['hang', 4000, /^the cache service did not answer within 4 s$/],
    ['error', 4000, /^the cache service did not answer within 4 s$/],
    ['refuse', 60_000, /\(403\).*caches are not for this job/]
  ])('%s', async (fault, limitMs, reason) => {
    service.fault = fault
    const results = await Promise.all([restore('a-', { limitMs }), save('a-3', { limitMs })])
    expect(results).toEqual(Array(2).fill({ key: null, reason: expect.stringMatching(reason) }))
    expect(readdirSync(parent)).toEqual(['kept'])
  })

  const unauthenticated = '{"code":"unauthenticated","msg":"no token of a job"}'
  const exhausted = '{"code":"resource_exhausted","msg":"cache storage quota has been hit"}'
  const elsewhere = '{"ok":true,"signed_download_url":"file:///etc/passwd","matched_key":"a-1"}'
  /** @actions/cache tries again for half a minute and more. */
  const late = /^the cache service did not answer within 5 s$/
  const cases: [string, 'restore' | 'save', CacheFault, RegExp][] = [
    ['a job that may only read', 'save', 'read-only', /\(403\).*caches are not for this job/],
    [
      'a token that is none',
      'save',
      { to: 'CreateCacheEntry', status: 401, body: unauthenticated },
      /\(401\).*no token of a job/
    ],
    ['a quota', 'save', { to: 'CreateCacheEntry', status: 429, body: exhausted }, /quota/],
    ['no upload', 'save', { to: 'PUT', status: 403, body: '' }, /^Failed to save/],
    [
      'an upload that is not taken',
      'save',
      { to: 'FinalizeCacheEntryUpload', status: 200, body: '{"ok":false}' },
      /finalize/i
    ],
    ['no JSON for a save', 'save', { to: 'CreateCacheEntry', status: 200, body: '<html>' }, late],
    [
      'a token that is none for a restore',
      'restore',
      { to: 'GetCacheEntryDownloadURL', status: 401, body: unauthenticated },
      /\(401\).*no token of a job/
    ],
    [
      'no JSON for a restore',
      'restore',
      { to: 'GetCacheEntryDownloadURL', status: 200, body: '<html>' },
      late
    ],
    [
      'an address that is none',
      'restore',
      { to: 'GetCacheEntryDownloadURL', status: 200, body: elsewhere },
      late
    ],
    ['no download', 'restore', { to: 'GET', status: 404, body: '' }, /exit code 2/],
    ['half an archive', 'restore', 'truncated', /exit code 2/],
    ['an archive that is none', 'restore', 'garbage', /exit code 2/]
  ]
  test('each in its own words, or as late', async () => {
    service.entries = []
    await save('a-1')
    const results = await pMap(
      cases,
      async ([name, task, fault, reason]) => {
        const own = await startCacheService()
        own.entries = [...service.entries]
        own.fault = fault
        const change = { service: own.env, limitMs: reason === late ? 5000 : 60_000 }
        const result = await (task === 'save' ? save('a-9', change) : restore('a-', change))
        await own.close()
        return [name, result]
      },
      { concurrency: 4 }
    )
    expect(Object.fromEntries(results)).toEqual(
      Object.fromEntries(
        cases.map(([name, , , reason]) => [
          name,
          { key: null, reason: expect.stringMatching(reason) }
        ])
      )
    )
    expect(readdirSync(parent)).toEqual(['kept'])
  })

  test('nobody listens, and none is there', async () => {
    const nobody = { ...service.env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' }
    const [refused, absent] = await Promise.all([
      restore('a-', { service: nobody }),
      restore('a-', { service: {} })
    ])
    expect(refused).toEqual({ key: null, reason: expect.stringContaining('ECONNREFUSED') })
    expect(absent).toEqual({ key: null, reason: 'this runner has no cache service' })
  })

  test('tar or zstd is missing, or the process does not start', async () => {
    const environment = { ...place.environment, childEnvironment: { PATH: '/nonexistent' } }
    expect(await save('a-4', { environment })).toEqual({
      key: null,
      reason: 'PATH has no program tar and no zstd'
    })
    expect(await save('a-4', { entry: join(parent, 'none.js') })).toEqual({
      key: null,
      reason: 'the process that asks the cache service ended early'
    })
  })
})

test('an archive that holds more than its folder is not unpacked, not even what is in it', async () => {
  service.entries = []
  await save('a-1')
  const version = service.entries[0]?.version ?? ''
  const folder = mkdtempSync(join(plainTmpdir(), 'cache-archive-'))
  mkdirSync(join(folder, 'kept'))
  writeFileSync(join(folder, 'kept/good'), 'good')
  writeFileSync(join(folder, 'evil'), '')
  const restoreOf = (...names: string[]): Promise<ServiceResult> => {
    const archive = execFileSync('tar', ['-c', '-C', folder, '-I', 'zstd', ...names])
    service.entries = [{ key: 'a-1', version, archive }]
    return restore('a-')
  }
  expect(await restoreOf('kept', 'evil')).toEqual({
    key: null,
    reason: expect.stringContaining('exit code 1')
  })
  expect(readdirSync(directory)).toEqual(['file'])
  expect(await restoreOf('kept')).toEqual({ key: 'a-1', reason: null })
  expect(readdirSync(directory)).toEqual(['file', 'good'])
  expect(readdirSync(parent)).toEqual(['kept'])
  rmSync(folder, { recursive: true })
})

/** Does what it is told and starts a process beside, whose id it leaves. */
const starter = (then: string, pidFile: string): string => `
  import { execFileSync, spawn } from 'node:child_process'
  import { writeFileSync } from 'node:fs'
  const { pid } = spawn('sleep', ['1000'], { stdio: 'ignore' })
  writeFileSync(${JSON.stringify(pidFile)}, String(pid))
  ${then}
`

describe('no process is left', () => {
  test.each<[string, string, number, object]>([
    // Long enough for it to have started the other on a machine that is busy.
    ['of one that hangs', '', 5000, { key: null, reason: expect.stringContaining('within 5 s') }],
    [
      'of one that died',
      'process.exit(3)',
      60_000,
      { key: null, reason: expect.stringContaining('ended early') }
    ],
    [
      'of one that answered',
      "process.send({ kind: 'done', key: 'a-1' })",
      60_000,
      { key: 'a-1', reason: null }
    ]
  ])('%s', async (_name, then, limitMs, result) => {
    const folder = mkdtempSync(join(plainTmpdir(), 'cache-starter-'))
    const pidFile = join(folder, 'pid')
    writeFileSync(join(folder, 'entry.mjs'), starter(then, pidFile))
    const entry = join(folder, 'entry.mjs')
    expect(await restore('a-', { entry, limitMs })).toEqual(result)
    const pid = Number(readFileSync(pidFile, 'utf8'))
    await waitUntil(() => !isRunning(pid))
    rmSync(folder, { recursive: true })
  })

  test('when the process that asked is killed', async () => {
    service.fault = 'hang'
    const script = join(parent, 'asks.mjs')
    const module = join(import.meta.dirname, '../../src/cache/service.ts')
    writeFileSync(
      script,
      `import { askService } from ${JSON.stringify(module)}
       const { request, ...place } = JSON.parse(process.argv[2])
       await askService({ ...place, log: { debug: () => undefined } }, request)`
    )
    const request = { task: 'restore', directory, keys: ['a-'] }
    const asker = spawn(process.execPath, [script, JSON.stringify({ ...place, request })], {
      stdio: 'ignore'
    })
    const seen = service.requests.length
    await waitUntil(() => service.requests.length > seen)
    const children = childrenOf(asker.pid ?? 0)
    expect(children).toHaveLength(1)
    asker.kill('SIGKILL')
    await waitUntil(() => !children.some(isRunning))
    rmSync(script)
    for (const name of readdirSync(parent).filter((each) => each !== 'kept')) {
      rmSync(join(parent, name), { recursive: true })
    }
  })
})

/** A process that ended may wait for somebody to ask how. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20)
}

test('the process gets what the runner tells of its services, and no input or state', () => {
  const env = { ACTIONS_RUNTIME_TOKEN: 't', INPUT_TOKEN: 'i', STATE_main: 's', PATH: '/bin' }
  expect(readServiceEnvironment(env)).toEqual({ ACTIONS_RUNTIME_TOKEN: 't' })
})
