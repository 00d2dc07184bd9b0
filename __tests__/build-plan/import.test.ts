/** Streams of a plan, on their way into this machine's store. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { importStreams } from '../../src/build-plan/import.ts'
import type { BuildPlan, PlannedRow } from '../../src/build-plan/plan.ts'
import type { Nix } from '../../src/nix/types.ts'
import { readRowDerivations } from '../../src/publish/row/derivations.ts'
import { removeFolder, thisMachine } from '../support/nix.ts'
import { watchNix, type NixWitness } from '../support/nix-witness.ts'
import { makePlanFolder, type PlanFolder } from '../support/plan-folder.ts'

let folder: string
let made: PlanFolder
let nix: Nix
let witness: NixWitness

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  made = await makePlanFolder({
    folder,
    source: null,
    derivations: { dep: { script: ':' }, hello: { needs: ['dep'], script: 'echo > $out' } },
    rows: { only: { wave: 2, attributes: ['hello'], builds: ['dep', 'hello'] } }
  })
  witness = await watchNix(folder)
  const opened = await thisMachine.open(folder)
  nix = {
    ...opened,
    env: { ...opened.env, PATH: `${witness.bin}:${opened.env['PATH'] ?? ''}` },
    roots: join(folder, 'roots')
  }
})
afterAll(async () => {
  await removeFolder(folder)
  made.forget()
})

const stream = 'common.export.zst'

function rowOf({ rows }: BuildPlan): PlannedRow {
  const [row] = rows
  if (row === undefined) throw new Error('the plan has a row')
  return row
}

/** Imports a changed copy; `plan`: as it is then. */
async function importCopy(
  change: (copy: string) => void,
  { plan = made.plan, largest = 1024 * 1024, by = nix } = {}
): Promise<void> {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(made.folder, copy, { recursive: true })
  change(copy)
  await importStreams(by, copy, plan, rowOf(plan), largest)
}

function withStream(bytes: Buffer): BuildPlan {
  const hash = formatSha256(createHash('sha256').update(bytes).digest())
  return { ...made.plan, streams: [{ file: stream, size: bytes.length, hash, origins: [] }] }
}

const imports = (): number =>
  witness.commands().filter((command) => command.includes('--import')).length

describe('before Nix sees anything of it', () => {
  test.each<[string, (copy: string) => void]>([
    [
      'that is longer than the plan says',
      (copy) => {
        appendFileSync(join(copy, stream), 'x')
      }
    ],
    [
      'of another content',
      (copy) => {
        writeFileSync(join(copy, stream), Buffer.alloc(rowSize()))
      }
    ],
    [
      'that is not there',
      (copy) => {
        rmSync(join(copy, stream))
      }
    ],
    [
      'that is a link',
      (copy) => {
        mkdirSync(join(copy, 'elsewhere'))
        renameSync(join(copy, stream), join(copy, 'elsewhere', stream))
        symlinkSync(join(copy, 'elsewhere', stream), join(copy, stream))
      }
    ]
  ])('a stream %s is refused', async (_what, change) => {
    const before = imports()
    await expect(importCopy(change)).rejects.toMatchObject({ code: 'PLAN_INVALID' })
    expect(imports()).toBe(before)
  })

  const rowSize = (): number => made.plan.streams[0]?.size ?? 0
})

test.each<[string, Buffer, string]>([
  ['is no zstd', Buffer.from('something else'), 'zstd'],
  ['is no export', zstdCompressSync(Buffer.from('not what Nix writes')), 'nix-store --import']
])('a stream that %s is refused, whatever its hash', async (_what, bytes, reason) => {
  const change = (copy: string): void => {
    writeFileSync(join(copy, stream), bytes)
  }
  await expect(importCopy(change, { plan: withStream(bytes) })).rejects.toMatchObject({
    code: 'PLAN_INVALID',
    reason: expect.stringContaining(reason)
  })
})

test('a stream that unpacks to more than there is room for is refused', async () => {
  await expect(importCopy(() => undefined, { largest: 100 })).rejects.toMatchObject({
    code: 'PLAN_INVALID',
    reason: expect.stringContaining('more than 100 bytes')
  })
})

test('a plan that tells of what its stream has not is refused', async () => {
  const streams = made.plan.streams.map((stream) => ({
    ...stream,
    origins: [{ storePath: made.outputs['dep'] ?? '', signatures: [], ca: null }]
  }))
  await expect(
    importCopy(() => undefined, { plan: { ...made.plan, streams } })
  ).rejects.toMatchObject({
    code: 'PLAN_INVALID',
    reason: expect.stringContaining('of which the plan tells')
  })
})

/** As 2.8 and as 2.34 say it. */
test.each([
  "cannot add path '/nix/store/x' because it lacks a valid signature",
  "cannot add path '/nix/store/x' because it lacks a signature by a trusted key"
])('a daemon that does not trust the user is told as that: %s', async (words) => {
  const bin = mkdtempSync(join(folder, 'daemon-'))
  writeFileSync(
    join(bin, 'nix-store'),
    `#!/bin/sh\ncat > /dev/null\necho "error: ${words}" >&2\nexit 1\n`
  )
  chmodSync(join(bin, 'nix-store'), 0o755)
  const by = { ...nix, env: { ...nix.env, PATH: `${bin}:${nix.env['PATH'] ?? ''}` } }
  await expect(importCopy(() => undefined, { by })).rejects.toMatchObject({
    code: 'PLAN_INVALID',
    reason: expect.stringContaining('whom it trusts'),
    hint: expect.stringContaining('trusted-users')
  })
})

describe('what the plan says of a row', () => {
  test('is there after the import, and stays', async () => {
    await importCopy(() => undefined)
    const row = rowOf(made.plan)
    const derivations = await readRowDerivations(nix, made.plan, row)
    expect([...derivations.keys()].sort()).toEqual(Object.values(made.drvPaths).sort())
    // A root holds it.
    expect(() => {
      made.forget()
    }).toThrow()
  })

  test.each<[string, (row: PlannedRow) => Partial<PlannedRow>]>([
    [
      'outputs that the derivation does not have',
      ({ attributes }) => ({
        attributes: attributes.map((one) => ({
          ...one,
          outputs: [{ name: 'out', path: made.outputs['dep'] ?? '' }]
        }))
      })
    ],
    [
      'a derivation that no stream has',
      () => ({ builds: [`/nix/store/${'0'.repeat(32)}-other.drv`] })
    ]
  ])('with %s is refused', async (_what, change) => {
    const row = rowOf(made.plan)
    await importCopy(() => undefined)
    await expect(
      readRowDerivations(nix, made.plan, { ...row, ...change(row) })
    ).rejects.toMatchObject({ code: 'PLAN_INVALID' })
  })
})
