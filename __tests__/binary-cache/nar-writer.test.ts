import { createHook } from 'node:async_hooks'
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
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { narOf } from '../../src/binary-cache/nar-writer.ts'
import { packFiles } from '../../src/binary-cache/pack.ts'

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
    ],
    [
      'what is in a folder whose name is no text, and a link to it',
      (path: string) => {
        mkdirSync(path)
        const name = Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0x80, 0xe9, 0xff])])
        mkdirSync(name)
        writeFileSync(Buffer.concat([name, Buffer.from('/file')]), 'x'.repeat(100))
        writeFileSync(Buffer.concat([name, Buffer.from('/large')]), 'x'.repeat(100_000))
        symlinkSync(Buffer.from([0xff, 0x2f, 0xc3]), Buffer.concat([name, Buffer.from('/link')]))
      }
    ],
    [
      'the longest names and links, one after the other',
      (path: string) => {
        mkdirSync(path)
        for (let index = 0; index < 300; index++)
          symlinkSync('t'.repeat(4095), join(path, `${index}`.padStart(255, 'n')))
      }
    ],
    [
      'folders as deep as a path can be',
      (path: string) => {
        mkdirSync(path)
        const levels = Math.floor((4095 - Buffer.byteLength(path)) / 2)
        mkdirSync(join(path, ...Array<string>(levels).fill('d')), { recursive: true })
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

describe('many small files', () => {
  let many: string
  beforeAll(() => {
    many = join(folder, 'many')
    for (let index = 0; index < 1000; index++) {
      mkdirSync(join(many, `${index % 10}`), { recursive: true })
      writeFileSync(join(many, `${index % 10}`, `${index}`), `${index}`)
    }
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })

  let now = 1e9
  /** A millisecond goes by whenever somebody looks. */
  function tickingClock(): void {
    jest.spyOn(performance, 'now').mockImplementation(() => now++)
  }

  test('are read without a trip to another thread', async () => {
    let trips = 0
    const hook = createHook({
      init: (_id, type) => {
        if (type.startsWith('FSREQ')) trips += 1
      }
    }).enable()
    try {
      expect((await written(many, true)).length).toBeGreaterThan(1000 * 100)
    } finally {
      hook.disable()
    }
    expect(trips).toBe(0)
  })

  test('do not keep others waiting: they have their turn each 10 ms, and what was read until then', async () => {
    tickingClock()
    let turns = 0
    let isOver = false
    const takeTurn = (): void => {
      turns += 1
      if (!isOver) setImmediate(takeTurn)
    }
    setImmediate(takeTurn)
    const chunks: number[] = []
    for await (const chunk of narOf(many, { reuse: true })) chunks.push(chunk.length)
    isOver = true
    expect(turns).toBeGreaterThan(95)
    expect(chunks.length).toBeGreaterThan(95)
    expect(Math.max(...chunks)).toBeLessThan(10_000)
  })

  test.each([true, false])(
    'end where the signal comes (so small that it is one chunk: %s)',
    async (isSmall) => {
      tickingClock()
      const stop = new AbortController()
      const expected = isSmall ? dumped(many).length : 5 * 1024 * 1024
      let told = 0
      setTimeout(() => {
        stop.abort(new Error('enough'))
      })
      const packing = packFiles(
        many,
        { storePath: '/nix/store/x', narHash: '', narSize: expected },
        {
          ...{ directory: folder, pname: 'many', compression: 'zstd', level: null },
          signal: stop.signal,
          onProgress: (bytes) => (told += bytes)
        }
      )
      await expect(packing).rejects.toThrow('enough')
      expect(told).toBeLessThan(dumped(many).length / 2)
    }
  )
})

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
