/** What of a store path goes into the index of debug information: real Nix is the judge. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  buildIdAt,
  formatDebugInfo,
  mostBuildIds,
  narOfDebugInfo
} from '../../src/binary-cache/debug-info.ts'
import { narOf } from '../../src/binary-cache/nar-writer.ts'
import { NarScanner } from '../../src/binary-cache/nar-scanner.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { buildIdsIn } from '../../src/nix/build-ids.ts'
import { expectNix } from '../../src/nix/run.ts'
import { allNixes, removeFolder } from '../support/nix.ts'

const digits = (first: string): string => first.padEnd(38, '0')
const idFolder = 'lib/debug/.build-id'
const ids = [`02${digits('623eda')}`, `02${digits('a')}`, `ff${digits('9')}`]

/** A debug output with three build-ids, and much beside them that is none. */
function makeOutput(folder: string): void {
  const write = (path: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), 'foo\n')
  }
  const of = (id: string): string => `${idFolder}/${id.slice(0, 2)}/${id.slice(2)}.debug`
  for (const id of ids) write(of(id))
  const strange = [
    ...['0', '000', 'AA', '0g', 'x'].map((first) => `${first}/${digits('1')}.debug`),
    ...[digits('1'), `${digits('1')}.dwo`, `${digits('1')}0.debug`, `${digits('B')}.debug`].map(
      (name) => `ab/${name}`
    ),
    `ab/${digits('c').slice(1)}.debug`,
    `ab/${digits('1')}.debug.debug`,
    // A folder of such a name, and a file where a folder would be.
    `cd/${digits('2')}.debug/x`,
    'ef',
    `${digits('3')}.debug`
  ]
  for (const path of strange) write(`${idFolder}/${path}`)
  write(`lib/debug/usr/${idFolder}/11/${digits('4')}.debug`)
  symlinkSync(`../02/${digits('a')}.debug`, join(folder, `${idFolder}/ab/${digits('5')}.debug`))
  symlinkSync('02', join(folder, `${idFolder}/22`))
  symlinkSync('.', join(folder, `${idFolder}/33`))
  symlinkSync('/nonexistent', join(folder, `${idFolder}/44`))
}

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await removeFolder(folder)
})

test.each(allNixes)('are those that $name writes, byte for byte', async (nix) => {
  const folder = nix.makeFolder()
  folders.push(folder)
  const output = join(folder, 'hello-1.0-debug')
  makeOutput(output)
  const handle = await nix.open(folder)
  const [storePath = ''] = (
    await expectNix(handle, { program: 'nix-store', args: ['--add', output] })
  )
    .trim()
    .split('\n')
  const cache = join(folder, 'cache')
  const address = `file://${cache}?index-debug-info=true&compression=none`
  await expectNix(handle, { program: 'nix', args: ['copy', '--to', address, storePath] })

  const theirs = readdirSync(join(cache, 'debuginfo')).sort()
  expect(buildIdsIn(output)).toEqual(ids)
  // cache.nixos.org has them without the ending, and so do all that read them ask first.
  expect(theirs).toEqual(ids.map((id) => `${id}.debug`))
  const [narInfo = ''] = readdirSync(cache).filter((name) => name.endsWith('.narinfo'))
  const { url } = parseNarInfo(readFileSync(join(cache, narInfo), 'utf8'), narInfo)
  for (const id of ids) {
    const content = readFileSync(join(cache, 'debuginfo', `${id}.debug`))
    expect(formatDebugInfo(id, url).equals(content)).toBe(true)
    expect(narOfDebugInfo(`debuginfo/${id}`, content)).toBe(url)
  }
})

describe('of a path', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nar-publish-ids-'))
    folders.push(folder)
  })
  const scanned = async (path: string): Promise<Set<string>> => {
    const found = new Set<string>()
    const scanner = new NarScanner((file) => {
      const id = buildIdAt(file)
      if (id !== null) found.add(id)
    })
    for await (const chunk of narOf(path, { reuse: false })) scanner.push(Buffer.from(chunk))
    return found
  }

  test('are the same in its NAR', async () => {
    const output = join(folder, 'whole')
    makeOutput(output)
    expect([...(await scanned(output))].sort()).toEqual(ids)
  })

  test.each(['lib', 'lib/debug', idFolder])('are none behind a link called %s', async (link) => {
    const output = join(folder, `link-${link.length}`)
    makeOutput(join(output, 'real'))
    mkdirSync(dirname(join(output, link)), { recursive: true })
    symlinkSync(join(output, 'real', link), join(output, link))
    expect(buildIdsIn(output)).toEqual([])
    expect((await scanned(output)).size).toBe(0)
  })

  test('are none of a file, and of a folder without them', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    mkdirSync(join(folder, 'empty', idFolder), { recursive: true })
    expect([file, join(folder, 'empty'), join(folder, 'nowhere')].flatMap(buildIdsIn)).toEqual([])
  })

  test('are no more than a branch should bear, and always the same', () => {
    const first = join(folder, 'many', idFolder, 'ab')
    mkdirSync(first, { recursive: true })
    for (let n = 0; n < mostBuildIds + 50; n++) {
      writeFileSync(join(first, `${n.toString(16).padStart(38, '0')}.debug`), '')
    }
    const found = buildIdsIn(join(folder, 'many'))
    expect(found).toHaveLength(mostBuildIds)
    expect(found).toEqual(found.toSorted())
    expect(found[0]).toBe(`ab${'0'.repeat(38)}`)
  })
})

test('a file of the index is ours only as we write it', () => {
  const [id = ''] = ids
  const path = `debuginfo/${id}`
  const nar = 'nar/ab/abc-hello.nar.zst'
  const ours = formatDebugInfo(id, nar)
  expect(narOfDebugInfo(path, ours)).toBe(nar)
  const others = [
    '',
    '{}',
    `${ours.toString()}\n`,
    ours.toString().replace('../nar', 'https://evil.example/nar'),
    ours.toString().replace('../nar', '../../nar'),
    ours.toString().replace(id.slice(2), digits('7')),
    formatDebugInfo(id, 'catalogue.json').toString()
  ]
  expect(others.filter((text) => narOfDebugInfo(path, Buffer.from(text)) !== null)).toEqual([])
})
