import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { askService, type ServicePlace } from '../../src/cache/service.ts'
import { readServiceEnvironment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import {
  startCacheService,
  type CacheFault,
  type CacheService
} from '../support/cache-service/server.ts'

const entry = join(import.meta.dirname, '../../src/main.ts')

let parent: string
let directory: string
let service: CacheService
let place: ServicePlace
beforeAll(async () => {
  service = await startCacheService()
  parent = mkdtempSync(join(tmpdir(), 'cache-service-'))
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

describe('a service that fails gives a reason and no exception', () => {
  test.each<[CacheFault, number, RegExp]>([
    ['hang', 4000, /^the cache service did not answer within 4 s$/],
    ['error', 4000, /^the cache service did not answer within 4 s$/],
    ['refuse', 60_000, /\(403\).*caches are not for this job/]
  ])('%s', async (fault, limitMs, reason) => {
    service.fault = fault
    const start = performance.now()
    const results = await Promise.all([restore('a-', { limitMs }), save('a-3', { limitMs })])
    expect(results).toEqual(Array(2).fill({ key: null, reason: expect.stringMatching(reason) }))
    expect(performance.now() - start).toBeLessThan(limitMs + 2000)
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

test('the process gets what the runner tells of its services, and no input or state', () => {
  const env = { ACTIONS_RUNTIME_TOKEN: 't', INPUT_TOKEN: 'i', STATE_main: 's', PATH: '/bin' }
  expect(readServiceEnvironment(env)).toEqual({ ACTIONS_RUNTIME_TOKEN: 't' })
})
