import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { readOldFile } from '../../src/doctor/old-files.ts'
import { testEnvironment } from '../support/nix.ts'

const nixStore = (...args: string[]): Buffer =>
  execFileSync('nix-store', args, { env: testEnvironment() })

const streamOf = (bytes: Buffer): AsyncIterable<Buffer> =>
  Readable.from([bytes.subarray(0, 5), bytes.subarray(5, 70_000), bytes.subarray(70_000)])

test('what this machine’s Nix writes: exports of one path and of two, and a NAR', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nar-publish-old-'))
  try {
    const paths = ['one', 'two'].map((name) => {
      writeFileSync(join(folder, name), randomBytes(100_000))
      return nixStore('--add', join(folder, name)).toString().trim()
    })
    const [first = ''] = paths
    const cases: [Buffer, string[] | null][] = [
      [nixStore('--export', first), [first]],
      [nixStore('--export', ...paths), paths],
      [nixStore('--dump', first), null]
    ]
    for (const [bytes, expected] of cases) {
      const found = await readOldFile(streamOf(bytes))
      if (expected === null) expect(found).toEqual({ kind: 'nar' })
      else {
        expect(found.kind === 'export' && [...found.storePaths].sort()).toEqual(
          [...expected].sort()
        )
      }
      // By the first bytes alone, and when it breaks off.
      expect((await readOldFile(streamOf(bytes), { beginning: true })).kind).toBe(found.kind)
      const cut = await readOldFile(streamOf(bytes.subarray(0, -50)))
      expect(cut).toEqual({ kind: 'damaged', reason: 'it breaks off' })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
