/** A closure that this machine does not have, part of it in the cache and part upstream. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { buildInstallables } from '../../src/nix/build.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { queryPathInfo } from '../../src/nix/path-info.ts'
import { completePaths, substituteClosure } from '../../src/nix/substitute-closure.ts'
import type { Nix } from '../../src/nix/types.ts'
import { cacheAddress, signingAddress } from '../support/cache-address.ts'
import { copyFlake, newerNixRoot, nixConfig, removeFolder, testNixes } from '../support/nix.ts'
import { output } from '../support/program.ts'
import { makeKey } from '../support/scenario.ts'

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let key: { secret: string; public: string }
  let cache: string
  let upstream: string
  let dependent: string
  let hello: string
  let references: string[]
  let stores = 0

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    key = await makeKey(folder, 'cache-1')
    writeFileSync(join(folder, 'secret'), key.secret)
    const { evaluated } = await evaluateInstallables(nix, ['.#dependent', '.#hello'])
    const { built } = await buildInstallables(nix, evaluated, {
      substituters: [],
      gcRootsDirectory: join(folder, 'roots'),
      log: silentLog
    })
    const paths = built.map(({ outputs }) => outputs[0]?.path ?? '')
    dependent = paths[0] ?? ''
    hello = paths[1] ?? ''
    references = (await queryPathInfo(nix, [dependent])).get(dependent)?.references ?? []
    cache = cacheAddress(join(folder, 'cache'))
    upstream = cacheAddress(join(folder, 'upstream'))
    const copy = (name: string, path: string): Promise<string> => {
      const to = signingAddress(join(folder, name), join(folder, 'secret'))
      return output('nix', ['copy', '--to', to, '--', path], { env: nix.env, cwd: folder })
    }
    await copy('cache', dependent)
    await copy('upstream', hello)
    // What upstream has is not in the cache.
    rmSync(join(folder, 'cache', `${hello.slice(11, 43)}.narinfo`))
  })
  afterAll(() => removeFolder(folder))

  function substitute(substituters: string): Promise<string[]> {
    stores += 1
    const directory = join(folder, `store-${stores}`)
    mkdirSync(directory)
    const env = {
      ...nix.env,
      // The chroot sees its files without its own path in front.
      NIX_CONFIG: `${nixConfig}\nsubstituters = ${substituters.replaceAll(newerNixRoot, '')}\ntrusted-public-keys = ${key.public}`
    }
    const own = references.filter((path) => path !== hello)
    return substituteClosure(
      { ...nix, env },
      {
        from: cache,
        publicKey: key.public,
        inCache: new Map<string, readonly string[]>([
          [dependent, references],
          ...own.filter((path) => path !== dependent).map((path) => [path, []] as const)
        ]),
        upstream: [hello],
        directory
      }
    )
  }

  test('the machine’s own substituters give what the cache leaves to them', async () => {
    expect(await substitute(upstream)).toContain(dependent)
  })

  test('what nobody gives is left out, with all that needs it', async () => {
    const copied = await substitute('')
    expect(copied).not.toContain(dependent)
    expect(copied.length).toBeGreaterThan(0)
  })

  test('a cache that lacks what it is said to have is told', async () => {
    rmSync(join(folder, 'cache', `${dependent.slice(11, 43)}.narinfo`))
    await expect(substitute(upstream)).rejects.toMatchObject({ code: 'VERIFY_FAILED' })
  })
})

test('a path is complete when nothing that it leads to is missing', () => {
  const references = new Map([
    ['a', ['b', 'a']],
    ['b', ['c']],
    ['d', ['e']],
    ['e', []],
    ['f', ['d', 'b']]
  ])
  expect(completePaths(references, new Set(['c']))).toEqual(['d', 'e'])
  expect(completePaths(references, new Set())).toEqual(['a', 'b', 'd', 'e', 'f'])
})
