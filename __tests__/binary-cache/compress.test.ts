import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import { compress, compressionLevels } from '../../src/binary-cache/compress.ts'
import type { Compression } from '../../src/binary-cache/types.ts'

const mebibyte = 1024 * 1024
const noise = randomBytes(2 * mebibyte)
// Noise among repetitions, as programs are; longer than two of zstd's frames.
const long = Buffer.concat([noise, Buffer.alloc(5 * mebibyte, 'text '), noise])
const short = long.subarray(mebibyte, 3 * mebibyte)

async function* inChunks(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let offset = 0
  for (let index = 0; offset < bytes.length; index++) {
    const end = offset + (sizes[index % sizes.length] ?? 1)
    yield await Promise.resolve(bytes.subarray(offset, end))
    offset = end
  }
}

async function compressed(
  bytes: Buffer,
  compression: Compression,
  chunkSizes = [65_536],
  level: number | null = compression === 'xz' ? 0 : null
): Promise<Buffer> {
  return collect(compress(inChunks(bytes, chunkSizes), compression, level))
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const decompress: Record<Compression, (file: Buffer) => Buffer> = {
  none: (file) => file,
  // The reference programs, which know nothing of how the file was made.
  zstd: (file) => execFileSync('zstd', ['-dc'], { input: file, maxBuffer: Infinity }),
  xz: (file) => execFileSync('xz', ['-dc'], { input: file, maxBuffer: Infinity })
}

describe.each(['zstd', 'xz', 'none'] as const)('compress to %s', (compression) => {
  const data = compression === 'xz' ? short : long
  test('gives a file that the reference program reads', async () => {
    const file = await compressed(data, compression)
    expect(decompress[compression](file).equals(data)).toBe(true)
  })

  test('gives the same bytes in whatever chunks the source comes', async () => {
    const file = await compressed(data, compression)
    for (const sizes of [
      [data.length],
      [4 * mebibyte],
      [1, 3 * mebibyte, 70_000],
      [4096, 777_777]
    ]) {
      expect((await compressed(data, compression, sizes)).equals(file)).toBe(true)
    }
  })

  test('takes no more of the source than it has room for', async () => {
    let taken = 0
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        taken += noise.length
        yield await Promise.resolve(noise)
      }
    }
    const level = compression === 'xz' ? 0 : null
    const output = compress(endless(), compression, level)[Symbol.asyncIterator]()
    await output.next()
    // Until it takes no more, however slow the machine is.
    for (let before = 0; before !== taken;) {
      before = taken
      await sleep(300)
    }
    await output.return?.()
    expect(taken).toBeLessThan(64 * mebibyte)
  })

  test('throws what the source throws, in the middle of the file', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield* inChunks(data, [mebibyte])
      throw new Error('the source broke')
    }
    const level = compression === 'xz' ? 0 : null
    await expect(collect(compress(failing(), compression, level))).rejects.toThrow(
      'the source broke'
    )
  })
})

describe('compress to zstd', () => {
  test.each([1, 131_072, 4 * mebibyte - 1, 4 * mebibyte, 4 * mebibyte + 1, 8 * mebibyte])(
    'keeps %d bytes that do not shrink',
    async (size) => {
      const bytes = randomBytes(size)
      const file = await compressed(bytes, 'zstd')
      expect(zstdDecompressSync(file).equals(bytes)).toBe(true)
      expect(file.length).toBeLessThan(size * 1.001 + 64)
    }
  )

  test('makes one frame for each 4 MiB, and no empty one', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'compress-'))
    const path = join(directory, 'file.zst')
    writeFileSync(path, await compressed(long, 'zstd'))
    const listing = execFileSync('zstd', ['-lv', path]).toString()
    rmSync(directory, { recursive: true })
    expect(listing).toMatch(/# Zstandard Frames: 3\n/)
  })

  test('takes the level', async () => {
    const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'))
    const fast = await compressed(text, 'zstd', [65_536], 1)
    const small = await compressed(text, 'zstd', [65_536], 12)
    expect(small.length).toBeLessThan(fast.length)
  })
})

describe('levels', () => {
  test.each([
    ['zstd', 0],
    ['zstd', 20],
    ['zstd', 2.5],
    ['zstd', NaN],
    ['xz', -1],
    ['xz', 10]
  ] as const)('%s refuses level %d', (compression, level) => {
    expect(() => compress(inChunks(noise, [1]), compression, level)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' })
    )
  })

  test('the compressors take both ends of their ranges', async () => {
    for (const compression of ['zstd', 'xz'] as const) {
      const { min, max } = compressionLevels[compression]
      for (const level of [min, max]) {
        const file = await compressed(noise.subarray(0, 1000), compression, [100], level)
        expect(decompress[compression](file)).toEqual(noise.subarray(0, 1000))
      }
    }
  })
})
