import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { decompressZstd } from '../../src/binary-cache/zstd-frames.ts'

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size))
  }
}

async function decompressed(file: Buffer, chunk = 65_536): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const piece of decompressZstd(inChunks(file, chunk))) chunks.push(piece)
  return Buffer.concat(chunks)
}

const incompressible = randomBytes(300_000)
const runs = Buffer.alloc(2_000_000, 7)
const frames = [incompressible, runs, Buffer.alloc(0), Buffer.from('x')]
const plain = Buffer.concat(frames)
const file = Buffer.concat(frames.map((frame) => zstdCompressSync(frame)))

describe('a file of several frames', () => {
  // node:zlib loses or refuses what follows the first frame, depending on these sizes.
  test.each([1000, 65_536, 299_999, 300_050, file.length])('in chunks of %d', async (chunk) => {
    expect((await decompressed(file, chunk)).equals(plain)).toBe(true)
  })

  test('is read whatever the frames are and wherever chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        async (contents, chunk) => {
          const packed = Buffer.concat(contents.map((content) => zstdCompressSync(content)))
          const whole = Buffer.concat(contents)
          expect((await decompressed(packed, chunk)).equals(whole)).toBe(true)
        }
      ),
      { numRuns: 60 }
    )
  })
})

test('reads what the reference program writes: checksums, no content size, long distances, skippable frames', async () => {
  const zstd = (...args: string[]): Buffer =>
    execFileSync('zstd', ['-c', ...args], { input: plain, stdio: ['pipe', 'pipe', 'ignore'] })
  const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
  for (const args of [
    ['-1'],
    ['-19', '--check'],
    ['-3', '--no-check', '--long=24'],
    ['-T2', '-B1M']
  ]) {
    const packed = Buffer.concat([skippable, zstd(...args), skippable])
    expect((await decompressed(packed)).equals(plain)).toBe(true)
  }
})

test.each([
  ['cut within a frame', file.subarray(0, 1000)],
  ['cut between header and blocks', file.subarray(0, 9)],
  ['garbage after a frame', Buffer.concat([file, Buffer.from('garbage')])],
  ['no zstd at all', Buffer.from('<html>not found</html>')]
])('refuses what is none: %s', async (_name, bytes) => {
  await expect(decompressed(bytes)).rejects.toThrow(SyntaxError)
})
