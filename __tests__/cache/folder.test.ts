import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import type { NarInfo } from '../../src/binary-cache/types.ts'
import { readCacheFolder, writeCacheFolder } from '../../src/cache/folder.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { parseStorePath } from '../../src/store-path.ts'
import { pathOf, someKey } from '../publish/support.ts'

let folder: string
let entries: NarInfo[]
beforeEach(async () => {
  folder = makeScratch(tmpdir())
  mkdirSync(join(folder, 'nar'))
  entries = ['one', 'two'].map((name) => {
    const nar = Buffer.from(`the NAR of ${name}`)
    const narHash = formatSha256(createHash('sha256').update(nar).digest())
    const url = `nar/${name}.nar`
    writeFileSync(join(folder, url), nar)
    const sizes = { narSize: nar.length, fileSize: nar.length }
    return {
      ...{ storePath: pathOf(name), url, compression: 'none', narHash, fileHash: narHash },
      ...{ ...sizes, references: [], deriver: null, signatures: [], ca: null }
    }
  })
  await writeCacheFolder(folder, entries, null)
})
afterEach(() => {
  removeScratch(folder, tmpdir())
})

const read = async () => (await readCacheFolder(folder, () => true)).map(({ url }) => url).sort()
const narInfoFile = (name: string): string =>
  join(folder, `${parseStorePath(pathOf(name)).hash}.narinfo`)
const changeNarInfo = (from: RegExp, to: string): void => {
  const text = readFileSync(narInfoFile('one'), 'utf8')
  writeFileSync(
    narInfoFile('one'),
    text.replace(from, () => to)
  )
}

describe('reading', () => {
  test('gives what was written', async () => {
    expect(await read()).toEqual(['nar/one.nar', 'nar/two.nar'])
  })

  test('asks for each entry whether it is wanted', async () => {
    const wanted = await readCacheFolder(folder, ({ storePath }) => storePath === pathOf('two'))
    expect(wanted.map(({ storePath }) => storePath)).toEqual([pathOf('two')])
  })

  test.each<[string, () => void]>([
    [
      'whose NAR has other bytes',
      () => {
        writeFileSync(join(folder, 'nar/one.nar'), 'the NAR of six')
      }
    ],
    [
      'whose NAR is cut off',
      () => {
        writeFileSync(join(folder, 'nar/one.nar'), 'the')
      }
    ],
    [
      'whose NAR is not there',
      () => {
        rmSync(join(folder, 'nar/one.nar'))
      }
    ],
    [
      'whose NAR is a link',
      () => {
        renameSync(join(folder, 'nar/one.nar'), join(folder, 'elsewhere'))
        symlinkSync('../elsewhere', join(folder, 'nar/one.nar'))
      }
    ],
    [
      'that is no narinfo',
      () => {
        writeFileSync(narInfoFile('one'), 'nothing of the kind')
      }
    ],
    [
      'that is a folder',
      () => {
        rmSync(narInfoFile('one'))
        mkdirSync(narInfoFile('one'))
      }
    ],
    [
      'that is about another path',
      () => {
        changeNarInfo(/StorePath: .*/, `StorePath: ${pathOf('six')}`)
      }
    ],
    [
      'that leads elsewhere',
      () => {
        changeNarInfo(/URL: .*/, 'URL: https://example.org/one.nar')
      }
    ],
    [
      'that leads to another folder',
      () => {
        changeNarInfo(/URL: .*/, 'URL: nar/../nar/one.nar')
      }
    ],
    [
      'that is compressed',
      () => {
        changeNarInfo(/Compression: .*/, 'Compression: xz')
      }
    ]
  ])('passes over an entry %s, and no other', async (_name, spoil) => {
    spoil()
    expect(await read()).toEqual(['nar/two.nar'])
  })

  test('gives nothing of a folder that is not there, or is a link', async () => {
    expect(await readCacheFolder(join(folder, 'none'), () => true)).toEqual([])
    symlinkSync('.', join(folder, 'link'))
    expect(await readCacheFolder(join(folder, 'link'), () => true)).toEqual([])
  })
})

describe('writing', () => {
  test('removes everything that is not of its entries', async () => {
    writeFileSync(join(folder, 'stray'), '')
    mkdirSync(join(folder, 'nar', 'deep'))
    await writeCacheFolder(folder, entries.slice(1), null)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      [
        'nar',
        'nar/two.nar',
        'nix-cache-info',
        `${parseStorePath(pathOf('two')).hash}.narinfo`
      ].sort()
    )
  })

  test('replaces the signatures by its own', async () => {
    await writeCacheFolder(folder, entries, someKey)
    const signatures = entries.map(({ storePath }) => {
      const file = join(folder, `${parseStorePath(storePath).hash}.narinfo`)
      return parseNarInfo(readFileSync(file, 'utf8'), file).signatures
    })
    expect(signatures).toEqual([
      [expect.stringMatching(/^test-only-1:/)],
      [expect.stringMatching(/^test-only-1:/)]
    ])
  })
})
