import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog, type Log } from '../../../src/log.ts'
import type { WantedVersion } from '../../../src/sync/types.ts'
import { wantedVersion } from '../../../src/sync/version/wanted.ts'

let registry: Server
let source: string

beforeAll(async () => {
  registry = createServer((_request, response) => response.end('{"version":"1.5.0"}'))
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  source = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/x/-/x-1.tgz`
})

afterAll(() => {
  registry.closeAllConnections()
  registry.close()
})

interface Wish {
  version: WantedVersion
  current?: string | null
  tagPrefix?: string
  refs?: string[]
  allowDowngrade?: boolean
  log?: Log
}

function wanted({
  version,
  current = '1.0.0',
  tagPrefix = '',
  refs = [],
  allowDowngrade = false,
  log = silentLog
}: Wish) {
  return wantedVersion(
    { version, tagPrefix, versionRegex: null, allowDowngrade, token: '' },
    { version: current, sourceUrls: [source], homepage: null, refs, pinned: null },
    {
      environment: {
        ...readEnvironment({}),
        release: {
          tag: 'infer-v1.2.0',
          url: 'https://github.com/o/r/releases/tag/infer-v1.2.0',
          isDraft: false,
          isPreRelease: true
        }
      },
      scratch: tmpdir(),
      log
    }
  )
}

const given = (text: string): WantedVersion => ({ kind: 'given', text, source: 'input' })

test('keep asks for no version', async () => {
  expect(await wanted({ version: { kind: 'keep' } })).toBeNull()
})

describe('a version that was given', () => {
  test('has a tag only when it was written as one', async () => {
    expect(await wanted({ version: given('1.2.0') })).toEqual({
      version: '1.2.0',
      tag: null,
      releaseUrl: null,
      commit: null
    })
    expect(await wanted({ version: given('v1.2.0') })).toMatchObject({
      version: '1.2.0',
      tag: 'v1.2.0'
    })
  })

  test('by a release has its page, and the log says that it is a pre-release', async () => {
    const lines: string[] = []
    const log = { ...silentLog, info: (line: string) => lines.push(line) }
    const version = { kind: 'given', text: 'infer-v1.2.0', source: 'release' } as const
    expect(await wanted({ version, tagPrefix: 'infer-', log })).toEqual({
      version: '1.2.0',
      tag: 'infer-v1.2.0',
      releaseUrl: 'https://github.com/o/r/releases/tag/infer-v1.2.0',
      commit: null
    })
    expect(lines.join('\n')).toMatch(/1\.2\.0 .*pre-release/)
  })

  test('is refused when it is older, unless that is allowed', async () => {
    const version = given('0.9.0')
    await expect(wanted({ version })).rejects.toMatchObject({ code: 'VERSION_OLDER' })
    expect(await wanted({ version, allowDowngrade: true })).toMatchObject({ version: '0.9.0' })
    expect(await wanted({ version, current: null })).toMatchObject({ version: '0.9.0' })
    expect(await wanted({ version, current: '0.9.0' })).toMatchObject({ version: '0.9.0' })
    await expect(wanted({ version: given('1.0.0-rc1') })).rejects.toMatchObject({
      code: 'VERSION_OLDER'
    })
  })
})

test('a version that was given keeps the package’s form', async () => {
  const version = given('REL_1_3_0')
  expect(await wanted({ version, current: 'v1.2.3', refs: ['REL_1_2_3'] })).toMatchObject({
    version: 'v1.3.0',
    tag: 'REL_1_3_0'
  })
  await expect(wanted({ version, current: 'v1.2.3' })).rejects.toMatchObject({
    code: 'VERSION_INVALID',
    hint: expect.stringContaining('`tag-prefix` to "REL_"') as unknown
  })
})

test.each([
  ['0-unstable-2024-02-01', '0-unstable-2024-01-31'],
  ['unstable-2024-02-01', 'unstable-2023-12-31'],
  ['1.2-unstable-2024-02-01', '1.2'],
  ['v1.10.0', 'v1.9.0']
])('of %s and %s the first is newer', async (newer, older) => {
  expect(await wanted({ version: given(newer), current: older })).toMatchObject({ version: newer })
  await expect(wanted({ version: given(older), current: newer })).rejects.toMatchObject({
    code: 'VERSION_OLDER'
  })
})

describe('the latest', () => {
  const version = { kind: 'latest' } as const

  test('is what the source’s host says', async () => {
    expect(await wanted({ version })).toMatchObject({ version: '1.5.0', tag: '1.5.0' })
  })

  test('is no reason to go back: a scheduled run does not fail for a newer package', async () => {
    expect(await wanted({ version, current: '2.0.0' })).toBeNull()
    expect(await wanted({ version, current: '2.0.0', allowDowngrade: true })).toMatchObject({
      version: '1.5.0'
    })
  })
})
