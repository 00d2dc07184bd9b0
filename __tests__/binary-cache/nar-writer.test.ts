import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { narOf } from '../../src/binary-cache/nar-writer.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nar-writer-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function dumped(path: string): Buffer {
  return execFileSync('nix-store', ['--dump', path], { maxBuffer: 64 * 1024 * 1024 })
}

/** Each chunk is copied when it comes, as those are who may be given the same memory again. */
async function written(path: string, reuse: boolean): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of narOf(path, { reuse })) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

describe.each([true, false])('the NAR of what is on the disk, memory used again: %s', (reuse) => {
  test.each([
    [
      'an empty file',
      (path: string) => {
        writeFileSync(path, '')
      }
    ],
    [
      'a file of a multiple of 8 bytes',
      (path: string) => {
        writeFileSync(path, '12345678')
      }
    ],
    [
      'a program',
      (path: string) => {
        writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 })
      }
    ],
    [
      'a file that only others may run',
      (path: string) => {
        writeFileSync(path, 'x')
        chmodSync(path, 0o611)
      }
    ],
    [
      'a symbolic link to nowhere',
      (path: string) => {
        symlinkSync('../no/where é', path)
      }
    ],
    [
      'an empty folder',
      (path: string) => {
        mkdirSync(path)
      }
    ],
    [
      'files around the size of a piece',
      (path: string) => {
        mkdirSync(path)
        for (const size of [65_535, 65_536, 65_537, 1_048_575, 1_048_576, 1_048_577, 3_000_001])
          writeFileSync(join(path, String(size)), Buffer.alloc(size, size % 251))
      }
    ],
    [
      'names in the order of their bytes, and that are no text',
      (path: string) => {
        mkdirSync(path)
        for (const name of ['b', 'B', 'a', 'é', '😀', '￿', 'a.b', 'a-b', 'a b', "'", '$(x)'])
          writeFileSync(join(path, name), name)
        writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff, 0xfe])]), 'bytes')
      }
    ]
  ])('is Nix’s for %s', async (name, make) => {
    const path = join(folder, `${name} ${String(reuse)}`)
    make(path)
    expect((await written(path, reuse)).equals(dumped(path))).toBe(true)
  })
})

test('is Nix’s for any tree', async () => {
  const content = fc.oneof(
    { weight: 5, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    fc.integer({ min: 60_000, max: 140_000 }).map((size) => new Uint8Array(size).fill(size % 256))
  )
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      content.map((bytes): Tree => ({ bytes })),
      fc
        .dictionary(fc.stringMatching(/^[a-zA-Z0-9._+ -]{1,8}$/), tie('tree'), { maxKeys: 5 })
        .map((entries): Tree => ({ entries }))
    )
  }))
  let count = 0
  await fc.assert(
    fc.asyncProperty(tree, async (made) => {
      const path = join(folder, `tree-${count++}`)
      write(path, made)
      expect((await written(path, true)).equals(dumped(path))).toBe(true)
    }),
    { numRuns: 25 }
  )
})

type Tree = { bytes: Uint8Array } | { entries: Record<string, Tree> }

function write(path: string, tree: Tree): void {
  if ('bytes' in tree) {
    writeFileSync(path, tree.bytes, { mode: tree.bytes.length % 2 === 0 ? 0o644 : 0o755 })
    return
  }
  mkdirSync(path)
  for (const [name, each] of Object.entries(tree.entries)) {
    if (name !== '.' && name !== '..') write(join(path, name), each)
  }
}

test('says that a file became shorter while it was read', async () => {
  const path = join(folder, 'shrinking')
  writeFileSync(path, Buffer.alloc(4_000_000))
  const nar = narOf(path, { reuse: true })
  await nar.next()
  truncateSync(path, 1_500_000)
  await expect(rest(nar)).rejects.toThrow(/shrinking ended \d+ bytes early/)
})

test('goes no further than the size that was said, when a file grows', async () => {
  const path = join(folder, 'growing')
  writeFileSync(path, Buffer.alloc(2_000_000))
  const before = dumped(path).length
  const nar = narOf(path, { reuse: true })
  const first = (await nar.next()).value as Buffer
  appendFileSync(path, 'more')
  expect(first.length + (await rest(nar))).toBe(before)
})

async function rest(nar: AsyncGenerator<Buffer>): Promise<number> {
  let size = 0
  for await (const chunk of nar) size += chunk.length
  return size
}

test('refuses what no store holds', async () => {
  const path = join(folder, 'socket')
  const server = createServer().listen(path)
  await once(server, 'listening')
  try {
    await expect(written(path, true)).rejects.toThrow(/socket is neither/)
  } finally {
    server.close()
  }
})

test('gives large files in pieces that share memory only when they may', async () => {
  const path = join(folder, 'large')
  writeFileSync(path, Buffer.concat([Buffer.alloc(1_048_576, 1), Buffer.alloc(1_048_576, 2)]))
  const hash = (chunk: Buffer): string => createHash('md5').update(chunk).digest('hex')
  const kept: Buffer[] = []
  const hashes: string[] = []
  for await (const chunk of narOf(path, { reuse: false })) {
    kept.push(chunk)
    hashes.push(hash(chunk))
  }
  expect(kept.map(hash)).toEqual(hashes)
})
