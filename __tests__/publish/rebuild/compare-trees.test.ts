import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { narEntries, type NarEntry } from '../../../src/binary-cache/nar-entries.ts'
import { compareTrees, type TreeDifferences } from '../../../src/publish/rebuild/compare-trees.ts'
import { removeFolder, testEnvironment } from '../../support/nix.ts'

type Make = (folder: string) => void

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trees-'))
})
afterAll(() => removeFolder(folder))

/** As Nix dumps it. */
function narOf(make: Make): Buffer {
  const place = join(mkdtempSync(join(folder, 't-')), 'tree')
  make(place)
  return execFileSync('nix-store', ['--dump', place], { env: testEnvironment() })
}

/** In pieces that cut everything. */
async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size))
}

function entries(bytes: Buffer): AsyncGenerator<NarEntry> {
  return narEntries(inPieces(bytes))
}

function compare(one: Make, other: Make, most = 20): Promise<TreeDifferences> {
  return compareTrees(entries(narOf(one)), entries(narOf(other)), most)
}

const base: Make = (at) => {
  mkdirSync(join(at, 'lib/deep'), { recursive: true })
  writeFileSync(join(at, 'lib/deep/a'), 'a')
  // In the order of bytes it comes before what is in `lib`.
  writeFileSync(join(at, 'lib-x'), '')
  writeFileSync(join(at, 'tool'), 'tool')
  chmodSync(join(at, 'tool'), 0o755)
  symlinkSync('tool', join(at, 'link'))
}
const changed =
  (change: Make): Make =>
  (at) => {
    base(at)
    change(at)
  }

describe('the entries of a NAR', () => {
  test('are those of the tree, in the order of their bytes', async () => {
    const found = []
    for await (const { path, kind, size } of entries(narOf(base))) {
      found.push([path.join('/'), kind, size])
    }
    expect(found).toEqual([
      ['', 'folder', 0],
      ['lib', 'folder', 0],
      ['lib/deep', 'folder', 0],
      ['lib/deep/a', 'file', 1],
      ['lib-x', 'file', 0],
      ['link', 'link', 4],
      ['tool', 'program', 4]
    ])
  })

  test.each<[string, (nar: Buffer) => Buffer]>([
    ['breaks off', (nar) => nar.subarray(0, -16)],
    ['is of another form', (nar) => Buffer.concat([nar.subarray(0, 24), Buffer.alloc(200, 1)])],
    ['is empty', () => Buffer.alloc(0)]
  ])('of one that %s are an error', async (_, change) => {
    const read = async (): Promise<void> => {
      for await (const entry of entries(change(narOf(base)))) expect(entry).toBeDefined()
    }
    await expect(read()).rejects.toThrow(SyntaxError)
  })
})

describe('two trees', () => {
  test('that are the same do not differ', async () => {
    expect(await compare(base, base)).toEqual({ files: [], count: 0 })
  })

  test.each<[string, Make, TreeDifferences['files'][number]]>([
    [
      'a file’s content',
      (at) => {
        writeFileSync(join(at, 'lib/deep/a'), 'bc')
      },
      { path: 'lib/deep/a', what: 'content', size: 1, otherSize: 2 }
    ],
    [
      'that one can be run',
      (at) => {
        chmodSync(join(at, 'lib-x'), 0o755)
      },
      { path: 'lib-x', what: 'kind', size: 0, otherSize: 0 }
    ],
    [
      'a folder with all that is in it, told once',
      (at) => {
        mkdirSync(join(at, 'lib/more/below'), { recursive: true })
        writeFileSync(join(at, 'lib/more/below/x'), 'x')
      },
      { path: 'lib/more', what: 'only-rebuilt', size: null, otherSize: null }
    ],
    [
      'a name that is no UTF-8',
      (at) => {
        writeFileSync(Buffer.concat([Buffer.from(`${at}/`), Buffer.from([0xff])]), '')
      },
      { path: '\ufffd', what: 'only-rebuilt', size: null, otherSize: 0 }
    ]
  ])('differ in %s', async (_, change, expected) => {
    expect(await compare(base, changed(change))).toEqual({ files: [expected], count: 1 })
  })

  test('may be of another kind altogether', async () => {
    const file: Make = (at) => {
      writeFileSync(at, 'one file')
    }
    expect(await compare(base, file)).toEqual({
      files: [{ path: '.', what: 'kind', size: null, otherSize: 8 }],
      count: 1
    })
  })

  test('differ in more than is listed, and all are counted', async () => {
    const many = changed((at) => {
      for (let index = 0; index < 30; index++) writeFileSync(join(at, `z${index}`), '')
    })
    const found = await compare(many, base, 3)
    expect(found.count).toBe(30)
    expect(found.files.map(({ path, what }) => [path, what])).toEqual(
      ['z0', 'z1', 'z10'].map((path) => [path, 'only-built'])
    )
  })
})
