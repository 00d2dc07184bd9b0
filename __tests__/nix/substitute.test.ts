import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { silentLog } from '../../src/log.ts'
import { buildInstallables } from '../../src/nix/build.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { expectNix } from '../../src/nix/run.ts'
import {
  substituteCommand,
  substituteIntoFreshStore,
  type FreshStoreRequest
} from '../../src/nix/substitute.ts'
import type { Nix } from '../../src/nix/types.ts'
import { cacheAddress, signingAddress } from '../support/cache-address.ts'
import { copyFlake, removeFolder, testNixes } from '../support/nix.ts'

test('trusts the given key alone, and reads no password from the command line', () => {
  const source = { from: 'https://x.example', publicKey: 'k-1:AA==' }
  expect(substituteCommand(source, 'local?root=/tmp/s', ['--', '/nix/store/a'])).toEqual({
    program: 'nix',
    args: [
      ...['copy', '--no-recursive', '--from', 'https://x.example', '--to', 'local?root=/tmp/s'],
      ...['--option', 'require-sigs', 'true', '--option', 'trusted-public-keys', 'k-1:AA=='],
      ...['--option', 'secret-key-files', '', '--option', 'narinfo-cache-negative-ttl', '0'],
      ...['--option', 'fsync-metadata', 'false'],
      ...['--', '/nix/store/a']
    ]
  })
})

describe.each(testNixes)('substituting with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let hello: string
  let dev: string
  let dependent: string
  let drvPath: string
  let signedBy: Record<'right' | 'wrong', string>
  let stores = 0

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    const { evaluated } = await evaluateInstallables(nix, ['.#hello', '.#multi^dev', '.#dependent'])
    const options = { substituters: [], gcRootsDirectory: join(folder, 'roots'), log: silentLog }
    await buildInstallables(nix, evaluated, options)
    ;[hello = '', dev = '', dependent = ''] = evaluated.map(({ outputs }) => outputs[0]?.path ?? '')
    drvPath = evaluated[0]?.drvPath ?? ''
    signedBy = { right: await makeKey('right'), wrong: await makeKey('wrong') }
    for (const flags of [
      ['--', dependent],
      ['--derivation', '--', drvPath]
    ]) {
      const to = signingAddress(join(folder, 'cache'), join(folder, 'right.secret'))
      await expectNix(nix, { program: 'nix', args: ['copy', '--to', to, ...flags] })
    }
  })
  afterAll(() => removeFolder(folder))

  async function makeKey(name: string): Promise<string> {
    const files = [`${name}.secret`, `${name}.public`].map((file) => join(folder, file))
    const args = ['--generate-binary-cache-key', `${name}-1`, ...files]
    await expectNix(nix, { program: 'nix-store', args })
    return readFileSync(join(folder, `${name}.public`), 'utf8').trim()
  }
  const cacheUrl = (): string => cacheAddress(join(folder, 'cache'))
  const narInfo = (path: string): string =>
    join(folder, 'cache', `${path.slice('/nix/store/'.length).split('-')[0] ?? ''}.narinfo`)

  /** A request for the whole closure, into a new store whose folder has a name that must be escaped in a store's URL. */
  const request = (changes: Partial<FreshStoreRequest> = {}): FreshStoreRequest => ({
    from: cacheUrl(),
    publicKey: signedBy.right,
    closure: [hello, dev, dependent],
    seedFromLocal: [],
    directory: join(folder, `fresh & ?store=${++stores}`),
    ...changes
  })

  test('brings the closure into a store of its own, signatures required', async () => {
    const asked = request()
    expect(await substituteIntoFreshStore(nix, asked)).toEqual([hello, dev, dependent].sort())
    expect(readFileSync(join(asked.directory, dependent), 'utf8')).toContain(hello)
  })

  test('reads a cache in a folder whose name its address escapes', async () => {
    const odd = join(folder, 'a b', 'ü %41')
    cpSync(join(folder, 'cache'), odd, { recursive: true })
    const asked = request({ from: pathToFileURL(odd).href })
    expect(await substituteIntoFreshStore(nix, asked)).toEqual([hello, dev, dependent].sort())
  })

  test('refuses a cache that another key signed', async () => {
    await expect(
      substituteIntoFreshStore(nix, request({ publicKey: signedBy.wrong }))
    ).rejects.toMatchObject({
      code: 'VERIFY_FAILED',
      subject: cacheUrl(),
      reason: expect.stringMatching(/lacks a (valid signature|signature by a trusted key)/)
    })
  })

  test('asks for no signature when the cache has no key', async () => {
    expect(await substituteIntoFreshStore(nix, request({ publicKey: null }))).toHaveLength(3)
  })

  test('brings a derivation itself, not what it builds', async () => {
    const asked = request({ closure: [drvPath] })
    expect(await substituteIntoFreshStore(nix, asked)).toEqual([drvPath])
    expect(existsSync(join(asked.directory, hello))).toBe(false)
  })

  test('takes from this machine what the cache leaves to others, and says what it did not test', async () => {
    const text = readFileSync(narInfo(hello))
    rmSync(narInfo(hello))
    try {
      expect(await substituteIntoFreshStore(nix, request({ seedFromLocal: [hello] }))).toEqual(
        [dev, dependent].sort()
      )
      await expect(substituteIntoFreshStore(nix, request())).rejects.toMatchObject({
        code: 'VERIFY_FAILED',
        reason: expect.stringContaining(hello)
      })
    } finally {
      writeFileSync(narInfo(hello), text)
    }
  })

  test('finds a NAR that was changed', async () => {
    const text = readFileSync(narInfo(dev), 'utf8')
    writeFileSync(narInfo(dev), text.replace(/^NarHash: sha256:.{8}/m, 'NarHash: sha256:00000000'))
    try {
      await expect(
        substituteIntoFreshStore(nix, request({ publicKey: null }))
      ).rejects.toMatchObject({
        code: 'VERIFY_FAILED',
        reason: expect.stringContaining('hash mismatch')
      })
    } finally {
      writeFileSync(narInfo(dev), text)
    }
  })
})
