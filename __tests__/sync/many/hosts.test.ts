/** What becomes of packages whose hosts say something else than versions. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ListedPackage } from '../../../src/sync/many/types.ts'
import { Looking, lookFor, states } from './looking.ts'
import { hashOf, packageOf } from './luna-flake.ts'

const names = Array.from({ length: 12 }, (_, index) => `tool-${index}`)
let looking: Looking
/** Says that it has no such thing. */
let registry: Server
let checkout: string

beforeAll(async () => {
  registry = createServer((_, response) => response.writeHead(404).end())
  registry.listen(0, '127.0.0.1')
  await once(registry, 'listening')
  const { port } = registry.address() as AddressInfo
  looking = await Looking.start(Object.fromEntries(names.map((name) => [name, ['v1.1.0']])))
  checkout = await looking.checkout(
    'hosts',
    `
    ${names.map((name) => packageOf(name, '1.0.0')).join('\n')}
    ${packageOf('private', '1.0.0')}
    pad = lib.mkDerivation {
      pname = "pad"; version = "1.0.0";
      src = derivation {
        name = "source"; inherit system; builder = "/bin/sh"; outputHash = "${hashOf('pad')}"; outputHashMode = "flat";
        url = "http://127.0.0.1:${port}/pad/-/pad-1.0.0.tgz";
      };
    };`
  )
})

beforeEach(() => {
  looking.github.reset()
})

afterAll(async () => {
  await looking.close()
  registry.closeAllConnections()
  registry.close()
})

const codes = (packages: readonly ListedPackage[]): Record<string, string> =>
  Object.fromEntries(packages.map(({ name, state, why }) => [name, `${state} ${why?.code ?? ''}`]))

describe('a host', () => {
  test('that refuses an answer leaves its packages unasked, and the others as they are', async () => {
    const refusal = { status: 403, message: 'Resource not accessible by integration' }
    looking.github.failNext({ path: '/repos/luna/tool-3/releases' }, refusal)
    const { packages, counts } = await looking.look(checkout, lookFor('.#packages.*'))
    expect(codes(packages)).toEqual({
      ...Object.fromEntries(names.map((name) => [name, 'outdated '])),
      'tool-3': 'unasked TOKEN_FORBIDDEN',
      private: 'unasked REPOSITORY_NOT_FOUND',
      pad: 'unasked LATEST_UNKNOWN'
    })
    expect(counts.requests - counts.gitHubRequests).toBe(1)
  })

  test('that takes no more requests is not asked on', async () => {
    const asked = 5
    looking.github.change({ primaryLimit: { remaining: asked, resetSeconds: 3600 } })
    const listing = await looking.look(checkout, lookFor('.#packages.*'))
    looking.github.change({ primaryLimit: null })
    const states = Object.values(codes(listing.packages))
    expect(states.filter((state) => state === 'outdated ')).toHaveLength(asked - 1)
    expect(states.filter((state) => state === 'unasked RATE_LIMITED')).toHaveLength(
      names.length - asked + 1
    )
    // Those that were under way when the first was refused.
    expect(listing.counts.gitHubRequests).toBeLessThanOrEqual(asked + 4)
    expect(listing.sets).toHaveLength(asked - 1)
  })
})

test('a version that was given is what all are brought to, unless they have it', async () => {
  const look = lookFor('.#tool-0\n.#tool-1', {
    version: { kind: 'given', text: '1.0.5', source: 'input' }
  })
  expect(states(await looking.look(checkout, look))).toEqual({
    '.#tool-0': '1.0.0 → 1.0.5 outdated',
    '.#tool-1': '1.0.0 → 1.0.5 outdated'
  })
  expect(looking.github.requests).toEqual([])
})
