import { execFileSync } from 'node:child_process'
import { pbkdf2 } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { packNar } from '../../src/binary-cache/pack.ts'
import { compressions, type Compression, type PathInfo } from '../../src/binary-cache/types.ts'
import { silentLog } from '../../src/log.ts'
import { dumpNar, packNars } from '../../src/nix/pack-nars.ts'
import { queryPathInfo } from '../../src/nix/path-info.ts'
import type { Nix } from '../../src/nix/types.ts'
import { thisMachine } from '../support/nix.ts'
import { watchNix } from '../support/nix-witness.ts'
import { removeFolder } from '../../src/scratch.ts'
import { addStoreFolder, addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const derive = promisify(pbkdf2)
const large = 5 * 1024 * 1024
let folder: string
let nix: Nix
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pack-nars-'))
  nix = await thisMachine.open(folder)
})
afterAll(() => {
  removeFolder(folder)
})

const infosOf = async (from: Nix, paths: readonly string[]): Promise<PathInfo[]> => [
  ...(await queryPathInfo(from, paths)).values()
]

function packAll(
  from: Nix,
  infos: readonly PathInfo[],
  compression: Compression = 'none'
): ReturnType<typeof packNars> {
  const directory = mkdtempSync(join(folder, 'packed-'))
  return packNars(from, infos, { directory, compression, level: null, log: silentLog })
}

test.each(compressions)(
  'paths that can be read here, small and large, take no process of Nix (%s)',
  async (compression) => {
    const paths = [...Array(20).keys()].map((index) => addStorePath(`small-${index}`, 100 * index))
    paths.push(addStorePath('large', large))
    try {
      const witness = await watchNix(folder)
      const env = { ...nix.env, PATH: `${witness.bin}:${nix.env['PATH'] ?? ''}` }
      const { packed, damaged } = await packAll(
        { ...nix, env },
        await infosOf(nix, paths),
        compression
      )
      expect(packed.map(({ info }) => info.storePath).sort()).toEqual(paths.sort())
      expect(damaged.size).toBe(0)
      expect(witness.commands()).toEqual([])
    } finally {
      deleteStorePaths(paths)
    }
  }
)

describe('a store elsewhere', () => {
  test('gives its own contents, also when this one has others under the same names', async () => {
    const [same, other, gone] = [addStorePath('same'), addStorePath('other'), addStorePath('gone')]
    const paths = [same, other, gone]
    const root = join(folder, 'root')
    execFileSync('nix', ['copy', '--no-check-sigs', '--to', `local?root=${root}`, ...paths], {
      env: nix.env,
      stdio: 'pipe'
    })
    const contents = new Map(paths.map((path) => [path, readFileSync(path)]))
    chmodSync(other, 0o644)
    appendFileSync(other, 'x')
    deleteStorePaths([gone])
    try {
      const elsewhere = { ...nix, env: { ...nix.env, NIX_REMOTE: `local?root=${root}` } }
      const { packed, damaged } = await packAll(elsewhere, await infosOf(elsewhere, paths))
      expect([...damaged.keys()]).toEqual([])
      expect(packed).toHaveLength(3)
      for (const { info, nar } of packed) {
        const content = contents.get(info.storePath) ?? Buffer.from('it has none')
        expect(readFileSync(nar.diskPath).includes(content)).toBe(true)
      }
    } finally {
      deleteStorePaths([same, other])
    }
  })
})

const level = 'd'.repeat(200)
const deep = Array.from({ length: 12 }, () => level).join('/')

describe.each([
  ['small', 100_000],
  ['large', large]
])('of a %s path a file that the system does not give', (_size, bytes) => {
  test('is that path’s damage, and the others are packed', async () => {
    const bad = addStoreFolder('bad', { 'a/file': bytes })
    const good = addStorePath('good')
    try {
      const infos = await infosOf(nix, [bad, good])
      chmodSync(bad, 0o755)
      chmodSync(join(bad, 'a'), 0o755)
      rmSync(join(bad, 'a/file'))
      // Together deeper than the system takes a path.
      mkdirSync(join(bad, deep), { recursive: true })
      mkdirSync(join(folder, deep), { recursive: true })
      renameSync(join(folder, level), join(bad, deep, 'more'))
      const { packed, damaged } = await packAll(nix, infos)
      expect(packed.map(({ info }) => basename(info.storePath))).toEqual([basename(good)])
      expect(damaged.get(bad)).toMatchObject({
        code: 'STORE_PATH_DAMAGED',
        reason: expect.stringContaining('ENAMETOOLONG')
      })
    } finally {
      renameSync(join(bad, deep, 'more'), join(folder, level))
      deleteStorePaths([bad, good])
    }
  })
})

test('a dump that has ended before the disk had time for its file is packed whole', async () => {
  const path = addStorePath('quick')
  try {
    const [info] = await infosOf(nix, [path])
    if (info === undefined) throw new Error('it is not there')
    // As many as libuv has threads for files, and longer than Nix takes.
    const busy = Array.from({ length: 4 }, () => derive('x', 'y', 600_000, 64, 'sha512'))
    const options = { directory: folder, pname: 'quick', compression: 'none', level: null } as const
    const packed = await packNar(dumpNar(nix, path), info, options)
    expect(packed.fileSize).toBe(info.narSize)
    await Promise.all(busy)
  } finally {
    deleteStorePaths([path])
  }
})

test('the machine’s failure is nobody’s damage', async () => {
  const paths = [addStorePath('one'), addStorePath('two', large)]
  try {
    const infos = await infosOf(nix, paths)
    const place = { directory: join(folder, 'missing'), level: null, log: silentLog }
    for (const info of infos) {
      await expect(packNars(nix, [info], { ...place, compression: 'zstd' })).rejects.toMatchObject({
        code: 'FILE_UNUSABLE'
      })
    }
    mkdirSync(join(folder, 'missing'))
    expect((await packNars(nix, infos, { ...place, compression: 'zstd' })).packed).toHaveLength(2)
  } finally {
    deleteStorePaths(paths)
  }
})
