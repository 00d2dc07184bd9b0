import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { dumpNar } from '../../src/nix/pack-nars.ts'
import { queryPathInfo } from '../../src/nix/path-info.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

describe.each(testNixes)('dumping with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let storePath: string

  beforeAll(async () => {
    folder = makeFolder()
    nix = await open(folder)
    writeFileSync(join(folder, 'content'), Buffer.alloc(1_000_000, 'nar'))
    const args = ['--add', join(folder, 'content')]
    ;[storePath = ''] = await expectLines(nix, { program: 'nix-store', args })
  })
  afterAll(() => removeFolder(folder))

  test('gives the bytes that Nix’s database has the hash and the size of', async () => {
    const info = (await queryPathInfo(nix, [storePath])).get(storePath)
    const { stream, done } = dumpNar(nix, storePath)
    const hash = createHash('sha256')
    let size = 0
    stream.on('data', (chunk: Buffer) => (size += chunk.length))
    await pipeline(stream, hash)
    await done
    expect({ hash: formatSha256(hash.digest()), size }).toEqual({
      hash: info?.narHash,
      size: info?.narSize
    })
  })

  test('lets Nix wait while nobody reads', async () => {
    const { stream, done } = dumpNar(nix, storePath)
    await setTimeout(150)
    expect(stream.readableLength).toBeLessThan(200_000)
    for await (const chunk of stream) expect(chunk).toBeInstanceOf(Buffer)
    await done
  })

  test('rejects, naming the path, when Nix fails', async () => {
    const missing = '/nix/store/00000000000000000000000000000000-missing'
    const { stream, done } = dumpNar(nix, missing)
    stream.resume()
    await expect(done).rejects.toMatchObject({
      code: 'NIX_FAILED',
      subject: missing,
      reason: expect.stringMatching(/No such file|does not exist/)
    })
  })

  test('is stopped by its signal', async () => {
    const stop = new AbortController()
    const { done } = dumpNar(nix, storePath, stop.signal)
    stop.abort()
    await expect(done).rejects.toMatchObject({ code: 'NIX_FAILED' })
  })

  test('ends Nix when the reader gives up', async () => {
    const { stream, done } = dumpNar(nix, storePath)
    stream.once('data', () => stream.destroy())
    await expect(done).rejects.toMatchObject({ code: 'NIX_FAILED' })
  })
})
