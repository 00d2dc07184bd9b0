import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { buildInstallables } from '../../src/nix/build.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { readNixSettings } from '../../src/nix/settings.ts'
import type { ClosureType, Nix } from '../../src/nix/types.ts'
import { closureWarnings } from '../../src/queue/nix-settings.ts'
import { copyCommand, sendToStore } from '../../src/queue/send-to-store.ts'
import type { StoreDestination } from '../../src/queue/types.ts'
import { cacheAddress } from '../support/cache-address.ts'
import { copyFlake, removeFolder, testNixes } from '../support/nix.ts'

const store = (url: string): StoreDestination => ({
  kind: 'store',
  url,
  checkSigs: true,
  substituteOnDestination: false
})

describe('the command', () => {
  test.each<[ClosureType, Partial<StoreDestination>, string[]]>([
    ['binary', {}, ['copy', '--to', 'file:///c', '--', '/p']],
    ['bare', {}, ['copy', '--to', 'file:///c', '--no-recursive', '--', '/p']],
    [
      'cache',
      { checkSigs: false, substituteOnDestination: true },
      [
        ...['copy', '--to', 'file:///c', '--no-check-sigs', '--substitute-on-destination'],
        ...['--option', 'builders-use-substitutes', 'true', '--', '/p']
      ]
    ]
  ])('closure %s, %j', (closure, options, args) => {
    const command = copyCommand({ ...store('file:///c'), ...options }, closure, ['--', '/p'])
    expect(command).toEqual({ program: 'nix', args })
  })
})

describe.each(testNixes)('copies of $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let path: string

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    const { evaluated } = await evaluateInstallables(nix, ['.#dependent'])
    const options = { substituters: [], gcRootsDirectory: join(folder, 'roots'), log: silentLog }
    await buildInstallables(nix, evaluated, options)
    path = evaluated[0]?.outputs[0]?.path ?? ''
  })
  afterAll(() => removeFolder(folder))

  const narInfos = (cache: string): number =>
    readdirSync(cache).filter((name) => name.endsWith('.narinfo')).length

  test.each<[ClosureType, number]>([
    ['binary', 3],
    ['source', 3],
    ['cache', 8]
  ])('closure %s arrives whole', async (closure, paths) => {
    const cache = join(folder, `cache-${closure}`)
    await sendToStore(store(cacheAddress(cache)), closure, () => Promise.resolve(nix))([path])
    expect(narInfos(cache)).toBe(paths)
  })

  test('a store that cannot be opened is not the paths’ fault', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const send = sendToStore(store(`${cacheAddress(folder)}/a-file/cache`), 'binary', () =>
      Promise.resolve(nix)
    )
    await expect(send([path])).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' })
  })

  test('a path that the store refuses is', async () => {
    const cache = join(folder, 'cache-bare')
    mkdirSync(cache)
    const send = sendToStore(store(cacheAddress(cache)), 'bare', () => Promise.resolve(nix))
    await expect(send([path])).rejects.toMatchObject({ code: 'STORE_COPY_FAILED' })
  })

  test('one that this machine does not have is named', async () => {
    const missing = '/nix/store/00000000000000000000000000000000-missing'
    const send = sendToStore(store(`${cacheAddress(folder)}/c`), 'binary', () =>
      Promise.resolve(nix)
    )
    await expect(send([path, missing])).rejects.toMatchObject({
      code: 'STORE_PATH_MISSING',
      subject: missing
    })
  })

  test('says what keep-derivations and keep-outputs leave incomplete', async () => {
    const settings = await readNixSettings({
      ...nix,
      env: { ...nix.env, NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\nkeep-derivations = false` }
    })
    expect(settings.get('keep-outputs')).toBe('false')
    expect(closureWarnings('binary', settings)).toEqual([])
    expect(closureWarnings('source', settings)).toEqual([
      expect.stringContaining('keep-derivations')
    ])
    expect(closureWarnings('cache', settings)).toHaveLength(2)
    expect(closureWarnings('cache', new Map([['keep-outputs', 'true']]))).toEqual([])
  })
})
