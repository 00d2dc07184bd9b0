import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { packNar } from '../../src/binary-cache/pack.ts'
import type { ExpectedNar, NarSource, PackOptions } from '../../src/binary-cache/pack.ts'
import { compressions } from '../../src/binary-cache/types.ts'
import type { PackedNar } from '../../src/binary-cache/types.ts'
import { NarPublishError } from '../../src/errors.ts'
import { ownMounts } from '../support/namespaces.ts'
import { expectedOf, narOf } from './nar-source.ts'

const noise = randomBytes(1_000_000)
const nar = Buffer.concat([noise, Buffer.alloc(5_000_000, 'text '), noise])

const inProcess = join(import.meta.dirname, 'pack-in-process.ts')

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pack-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

function pack(
  source: NarSource,
  expected: ExpectedNar,
  options: Partial<PackOptions> = {}
): Promise<PackedNar> {
  const compression = options.compression ?? 'zstd'
  return packNar(source, expected, {
    directory,
    pname: 'greeting',
    compression,
    level: compression === 'xz' ? 0 : null,
    ...options
  })
}

/** The programs of this process that run now, as `name` of /proc; those that ended and were not waited for included. */
function children(): string[] {
  const pids = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean)
  )
  return pids.map((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
}

function nixFailed(reason: string): NarPublishError {
  return new NarPublishError({ code: 'NIX_FAILED', subject: 'nix-store --dump', reason })
}

function rejected(reason: string): Promise<void> {
  return Promise.reject(nixFailed(reason))
}

/** A pipe that breaks in the middle of the NAR. */
function broken(bytes: Buffer): Readable {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield bytes.subarray(0, 3_000_000)
    await Promise.reject(new Error('read ECONNRESET'))
  }
  return Readable.from(chunks())
}

describe.each(compressions)('packNar as %s', (compression) => {
  test('leaves one file, under the name that its hash gives', async () => {
    const packed = await pack(narOf(nar), expectedOf(nar), { compression })

    const file = readFileSync(packed.diskPath)
    const digest = createHash('sha256').update(file).digest()
    const decompressed = {
      zstd: () => execFileSync('zstd', ['-dc'], { input: file, maxBuffer: Infinity }),
      xz: () => execFileSync('xz', ['-dc'], { input: file, maxBuffer: Infinity }),
      none: () => file
    }[compression]()
    expect(decompressed.equals(nar)).toBe(true)
    expect(packed).toEqual({
      ...expectedOf(nar),
      compression,
      diskPath: join(directory, basename(packed.cachePath)),
      cachePath: expect.stringMatching(/^nar\/..\/[0-9a-z]{52}-greeting\.nar/),
      fileHash: formatSha256(digest),
      fileSize: file.length
    })
    expect(packed.cachePath).toContain(packed.fileHash.slice('sha256:'.length))
    expect(readdirSync(directory)).toEqual([basename(packed.cachePath)])
  })

  test.each<[string, ExpectedNar, () => NarSource, string, string]>([
    [
      'other bytes of the same length',
      { ...expectedOf(nar), narHash: expectedOf(noise).narHash },
      () => narOf(nar),
      'NAR_HASH_MISMATCH',
      expectedOf(nar).narHash
    ],
    [
      'a byte less',
      expectedOf(nar),
      () => narOf(nar.subarray(1)),
      'NAR_HASH_MISMATCH',
      `after ${nar.length - 1} of ${nar.length} bytes`
    ],
    [
      'a byte more',
      expectedOf(nar.subarray(1)),
      () => narOf(nar),
      'NAR_HASH_MISMATCH',
      `goes on after the ${nar.length - 1} bytes`
    ],
    ['nothing', expectedOf(nar), () => narOf(Buffer.alloc(0)), 'NAR_EMPTY', 'no byte'],
    [
      'half of it, and the dump says why',
      expectedOf(nar),
      () => narOf(nar.subarray(0, 4_000_000), rejected('getting status of file')),
      'NIX_FAILED',
      'getting status of file'
    ],
    [
      'nothing, and the dump says why',
      expectedOf(nar),
      () => narOf(Buffer.alloc(0), rejected('path is not valid')),
      'NIX_FAILED',
      'path is not valid'
    ],
    [
      'all of it, and the dump fails in the end',
      expectedOf(nar),
      () => narOf(nar, rejected('killed')),
      'NIX_FAILED',
      'killed'
    ],
    [
      'a broken pipe, and the dump says why',
      expectedOf(nar),
      () => ({ stream: broken(nar), done: rejected('out of memory') }),
      'NIX_FAILED',
      'out of memory'
    ]
  ])('leaves nothing when there comes %s', async (_what, expected, sourceOf, code, reason) => {
    const source = sourceOf()
    await expect(pack(source, expected, { compression })).rejects.toMatchObject({
      code,
      reason: expect.stringContaining(reason)
    })
    expect(readdirSync(directory)).toEqual([])
    expect(source.stream.destroyed).toBe(true)
    expect(children()).toEqual([])
  })

  test.each(['flowing', 'stalled'])('leaves nothing when it is aborted while %s', async (state) => {
    const abort = new AbortController()
    const reason = nixFailed('another path failed')
    let bytes = 0
    const stream = new Readable({
      read() {
        if (state === 'stalled' && bytes > 9_000_000) return
        bytes += noise.length
        this.push(noise)
      }
    })
    const source = { stream, done: new Promise<void>(() => undefined) }
    const packing = pack(
      source,
      { ...expectedOf(nar), narSize: Number.MAX_SAFE_INTEGER },
      {
        compression,
        signal: abort.signal,
        onProgress: () => {
          if (bytes > 9_000_000)
            setImmediate(() => {
              abort.abort(reason)
            })
        }
      }
    )
    await expect(packing).rejects.toBe(reason)
    expect(readdirSync(directory)).toEqual([])
    expect(stream.destroyed).toBe(true)
    expect(children()).toEqual([])
  })
})

describe('packNar', () => {
  test('tells how many bytes came', async () => {
    const told: number[] = []
    await pack(narOf(nar), expectedOf(nar), {
      onProgress: (bytes) => {
        told.push(bytes)
      }
    })
    expect(told.length).toBeGreaterThan(1)
    expect(told.reduce((sum, bytes) => sum + bytes)).toBe(nar.length)
  })

  test('does nothing when it is aborted before it begins', async () => {
    const source = narOf(nar)
    const reason = nixFailed('another path failed')
    const packing = pack(source, expectedOf(nar), { signal: AbortSignal.abort(reason) })
    await expect(packing).rejects.toBe(reason)
    expect(source.stream.destroyed).toBe(true)
    expect(readdirSync(directory)).toEqual([])
  })

  test('ends the dump when the folder is not there', async () => {
    const source = narOf(nar)
    const packing = pack(source, expectedOf(nar), { directory: join(directory, 'missing') })
    await expect(packing).rejects.toMatchObject({ code: 'FILE_UNUSABLE' })
    expect(source.stream.destroyed).toBe(true)
  })

  test('packs the same content twice at once into one file', async () => {
    const [first, second] = await Promise.all([
      pack(narOf(nar), expectedOf(nar)),
      pack(narOf(nar), expectedOf(nar))
    ])
    expect(first).toEqual(second)
    expect(readdirSync(directory)).toEqual([basename(first.diskPath)])
  })

  const whereMountsAreAllowed = ownMounts === null ? describe.skip : describe
  whereMountsAreAllowed('on a small disk', () => {
    test('says that it is full, and leaves it empty', () => {
      // A disk of 1 MiB, mounted where no other process sees it.
      const script = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1" zstd'
      const outcome = execFileSync(
        'unshare',
        [
          ...(ownMounts ?? []),
          ...['sh', '-c', script, 'sh', directory, process.execPath, inProcess]
        ],
        { env: { PATH: process.env['PATH'] } }
      )
      expect(JSON.parse(outcome.toString())).toEqual({
        code: 'DISK_FULL',
        message: expect.stringContaining('ENOSPC'),
        left: []
      })
    })
  })

  test.each([
    ['is missing', null, 'COMPRESSOR_MISSING', 'no such program in PATH'],
    ['fails', 'echo out of memory >&2; exit 1', 'COMPRESSOR_FAILED', 'ended with 1: out of memory'],
    ['is killed', 'kill -9 $$', 'COMPRESSOR_FAILED', 'ended with SIGKILL'],
    // To a reader of its output this is a good end.
    ['stops early and fails', 'head -c 100000; exit 3', 'COMPRESSOR_FAILED', 'ended with 3']
  ])('says so when xz %s, and leaves nothing', (_what, script, code, reason) => {
    const [bin, output] = [join(directory, 'bin'), join(directory, 'output')]
    mkdirSync(bin)
    mkdirSync(output)
    if (script !== null) {
      writeFileSync(join(bin, 'xz'), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, { mode: 0o755 })
    }
    const outcome = execFileSync(process.execPath, [inProcess, output, 'xz'], {
      env: { PATH: bin }
    })
    expect(JSON.parse(outcome.toString())).toEqual({
      code,
      message: expect.stringContaining(reason),
      left: []
    })
  })
})
