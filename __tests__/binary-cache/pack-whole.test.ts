import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { packNar, packWholeNar, type PackOptions } from '../../src/binary-cache/pack.ts'
import { compressions } from '../../src/binary-cache/types.ts'
import { expectedOf, narOf } from './nar-source.ts'

const mebibyte = 1024 * 1024

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pack-whole-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

function options(given: Partial<PackOptions> = {}): PackOptions {
  return { directory, pname: 'greeting', compression: 'zstd', level: null, ...given }
}

function halfNoise(length: number): Buffer {
  return Buffer.concat([randomBytes(length >> 1), Buffer.alloc(length - (length >> 1), 'text ')])
}

describe.each(compressions)('packWholeNar as %s', (compression) => {
  test.each([
    [96, null],
    [128 * 1024, null],
    [128 * 1024 + 1, null],
    [200_000, 9],
    [4 * mebibyte, null],
    [4 * mebibyte + 1, null]
  ])('leaves the file that packNar leaves: %i bytes at level %p', async (length, given) => {
    const level = compression === 'none' ? null : given
    const nar = halfNoise(length)
    const streamed = join(directory, 'streamed')
    mkdirSync(streamed)
    const other = await packNar(
      narOf(nar),
      expectedOf(nar),
      options({ directory: streamed, compression, level })
    )

    const packed = await packWholeNar(nar, expectedOf(nar), options({ compression, level }))

    expect({ ...packed, diskPath: null }).toEqual({ ...other, diskPath: null })
    expect(readFileSync(packed.diskPath).equals(readFileSync(other.diskPath))).toBe(true)
  })

  test('tells the progress', async () => {
    const nar = halfNoise(30_000)
    let told = 0
    const onProgress = (bytes: number): void => void (told += bytes)
    await packWholeNar(nar, expectedOf(nar), options({ compression, onProgress }))
    expect(told).toBe(30_000)
  })

  test.each<[string, (nar: Buffer) => Buffer, string]>([
    ['of other bytes', (nar) => Buffer.from(nar.map((byte) => byte ^ 1)), 'NAR_HASH_MISMATCH'],
    ['that is shorter', (nar) => nar.subarray(1), 'NAR_HASH_MISMATCH'],
    ['that is longer', (nar) => Buffer.concat([nar, nar]), 'NAR_HASH_MISMATCH'],
    ['without a byte', () => Buffer.alloc(0), 'NAR_EMPTY']
  ])('leaves nothing of a NAR %s', async (_name, damage, code) => {
    const nar = halfNoise(30_000)
    const packing = packWholeNar(damage(nar), expectedOf(nar), options({ compression }))
    await expect(packing).rejects.toMatchObject({ code })
    expect(readdirSync(directory)).toEqual([])
  })
})

test('stops at the signal, with its reason', async () => {
  const nar = halfNoise(30_000)
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(packWholeNar(nar, expectedOf(nar), options({ signal }))).rejects.toThrow('enough')
  expect(readdirSync(directory)).toEqual([])
})

test('fails when the folder cannot be written to', async () => {
  const nar = halfNoise(30_000)
  const missing = options({ directory: join(directory, 'missing') })
  await expect(packWholeNar(nar, expectedOf(nar), missing)).rejects.toMatchObject({
    code: 'FILE_UNUSABLE'
  })
})
