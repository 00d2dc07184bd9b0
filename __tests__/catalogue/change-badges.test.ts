import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { badgeFiles } from '../../src/catalogue/badge-file.ts'
import { badgeNotes, changeBadges, type ChangedBadges } from '../../src/catalogue/change-badges.ts'
import { readParts } from '../../src/catalogue/parts.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { changeWhole } from '../../src/catalogue/change-whole.ts'
import { treeItem } from '../../src/repository/tree-item.ts'
import type { TargetSnapshot } from '../../src/repository/types.ts'
import { snapshotOf } from '../publish/support.ts'
import { catalogueAmong } from '../support/catalogue.ts'
import { rowWith, someHash } from './support.ts'

type Files = ReadonlyMap<string, Buffer>

/** Paths of the files that were read. */
function watched(files: Files): { snapshot: TargetSnapshot; read: string[] } {
  const read: string[] = []
  const snapshot = snapshotOf(files)
  return {
    read,
    snapshot: {
      ...snapshot,
      readFiles: (paths) => {
        read.push(...paths)
        return snapshot.readFiles(paths)
      }
    }
  }
}

interface Published extends ChangedBadges {
  /** The branch afterwards. */
  after: Map<string, Buffer>
  /** Files that were read for the badges alone. */
  read: string[]
}

const noPins = { before: [], after: [], brought: new Set<string>() }

/** As a publish of these rows does. */
async function publish(files: Files, rows: readonly CatalogueRow[]): Promise<Published> {
  const { snapshot, read } = watched(files)
  const parts = await readParts(
    snapshot,
    rows.map(({ name }) => name)
  )
  const change = await parts.change({ rows, publicKeys: [] }, noPins)
  read.length = 0
  const badges = await changeBadges(snapshot, change.badges)
  const after = new Map([...files, ...change.files, ...badges.files])
  for (const path of [...change.deletedFiles, ...badges.deletedFiles]) after.delete(path)
  return { ...badges, after, read }
}

/** As prune, doctor and whoever else reads the whole does it. */
function putInOrder(files: Files, rows?: readonly CatalogueRow[]): Promise<ChangedBadges> {
  const catalogue = catalogueAmong(files)
  const change = changeWhole(files, { ...catalogue, rows: rows ?? catalogue.rows }, [])
  return changeBadges(snapshotOf(files), change.badges)
}

const row = (name: string, version: string, system = 'x86_64-linux'): CatalogueRow =>
  rowWith({
    name,
    version,
    system,
    storePath: `/nix/store/${someHash}-${name.replace(/\W/g, '')}-${version}-${system}`
  })
const empty: Files = new Map()
const text = (files: Files, path: string): string => files.get(path)?.toString() ?? ''
const own = (after: Files): string[] =>
  [...after.keys()].filter((path) => path.startsWith('badge')).sort()

describe('a publish', () => {
  test('brings the cache’s badge, and that of each artifact that it brings', async () => {
    const { after } = await publish(empty, [row('hello', '1'), row('jq', '2')])
    expect(own(after)).toEqual([
      ...['badge.json', 'badge.svg', 'badge/hello.json', 'badge/hello.svg'],
      ...['badge/jq.json', 'badge/jq.svg']
    ])
    expect(text(after, 'badge/jq.json')).toContain('"jq 2 | x86_64-linux"')
  })

  test('knows its badges without reading them, and writes those alone that say something else', async () => {
    const first = await publish(empty, [row('hello', '1'), row('jq', '2')])
    const newer = await publish(first.after, [row('hello', '2')])
    expect(newer.read).toEqual([])
    expect([...newer.files.keys()]).toEqual([
      ...['badge.json', 'badge.svg', 'badge/hello.json', 'badge/hello.svg']
    ])
    const older = await publish(newer.after, [row('hello', '1.5')])
    // One more, and none of them newer.
    expect([...older.files.keys()]).toEqual(['badge.json', 'badge.svg'])
    expect(older.read).toEqual([])
    const again = await publish(older.after, [row('hello', '1.5')])
    expect([again.files.size, again.deletedFiles, again.read]).toEqual([0, [], []])
  })

  test('sends less than 3 kB of badges for an artifact', async () => {
    const systems = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin']
    const many = Array.from({ length: 150 }, (_, n) => row(`a-rather-long-name-${n}`, '1.0'))
    const { after } = await publish(empty, many)
    const { files } = await publish(
      after,
      systems.map((system) => row('another-rather-long-name', '2026-11-21', system))
    )
    expect(files.size).toBe(4)
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
    expect(bytes).toBeLessThan(3000)
  })

  test('leaves the same badges, whoever was first, and in those nothing to put in order', async () => {
    const some = fc.record({
      name: fc.constantFrom('a', 'b', '<b>', 'A', 'con'),
      version: fc.constantFrom('1', '2.0', '2-0', '10pre'),
      system: fc.constantFrom('x86_64-linux', 'aarch64-linux')
    })
    const batch = fc
      .array(some, { minLength: 1, maxLength: 3 })
      .map((rows) => rows.map(({ name, version, system }) => row(name, version, system)))
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
        const both = [batches, batches.toReversed()].map(async (order) => {
          let files = empty
          for (const rows of order) files = (await publish(files, rows)).after
          return files
        })
        const [files = empty, others = empty] = await Promise.all(both)
        const badges = (of: Files): [string, string][] =>
          own(of).map((path) => [path, text(of, path)])
        expect(badges(others)).toEqual(badges(files))
        const { files: written, deletedFiles } = await putInOrder(files)
        expect([[...written.keys()], deletedFiles]).toEqual([[], []])
      }),
      { numRuns: 60 }
    )
  })
})

describe('who reads the whole', () => {
  test('takes the badges of names without a row away, and writes those whose newest row went', async () => {
    const rows = [row('hello', '1'), row('hello', '2'), row('jq', '1')]
    const { after } = await publish(empty, rows)
    const left = rows.slice(0, 1)
    const { files, deletedFiles } = await putInOrder(after, left)
    expect(deletedFiles).toEqual(['badge/jq.json', 'badge/jq.svg'])
    expect([...files.keys()]).toEqual([
      ...['badge.json', 'badge.svg', 'badge/hello.json', 'badge/hello.svg']
    ])
    expect(text(files, 'badge/hello.json')).toContain('"hello 1 | x86_64-linux"')
  })

  test('brings what is missing, and what of ours is not as it should be, of whatever name', async () => {
    const { after } = await publish(empty, [row('hello', '1'), row('jq', '1')])
    const [json, svg] = await badgeFiles('badge/gone', { label: 'older words', message: 'x' })
    const files = new Map([...after, json ?? ['', Buffer.alloc(0)], svg ?? ['', Buffer.alloc(0)]])
    files.delete('badge/jq.svg')
    files.set('badge/hello.svg', files.get('badge/gone.svg') ?? Buffer.alloc(0))
    const changed = await putInOrder(files)
    expect([...changed.files.keys()]).toEqual(['badge/hello.svg', 'badge/jq.svg'])
    expect(changed.deletedFiles).toEqual(['badge/gone.json', 'badge/gone.svg'])
  })
})

test('badges of another look are read together, however many they are', async () => {
  const names = Array.from({ length: 40 }, (_, number) => `tool-${number}`)
  const { after: files } = await publish(
    empty,
    names.map((name) => row(name, '1'))
  )
  for (const name of names) {
    const [, svg] = await badgeFiles(`badge/${name}`, { label: 'older words', message: name })
    files.set(`badge/${name}.svg`, svg?.[1] ?? Buffer.alloc(0))
  }
  const calls: number[] = []
  const snapshot = snapshotOf(files)
  const { badges } = changeWhole(files, catalogueAmong(files), [])
  const changed = await changeBadges(
    {
      ...snapshot,
      readFiles: (paths) => {
        calls.push(paths.length)
        return snapshot.readFiles(paths)
      }
    },
    badges
  )
  expect(calls).toEqual([40])
  expect(changed.files.size).toBe(40)
})

describe('what is somebody’s own', () => {
  const mine = Buffer.from('<svg>mine</svg>')

  test('stays, and is told', async () => {
    const files = new Map([
      ['badge.svg', mine],
      ['badge/hello.json', mine]
    ])
    const published = await publish(files, [row('hello', '1')])
    expect([...published.files.keys()]).toEqual(['badge.json', 'badge/hello.svg'])
    expect(published.othersFiles).toEqual(['badge.svg', 'badge/hello.json'])
    expect(badgeNotes(published)).toEqual([
      'badge.svg (and 1 more) of the branch is not of nar-publish and stays as it is: there is no badge in its place.'
    ])
    // And so with the next, which finds them as they were.
    const next = await publish(published.after, [row('hello', '2')])
    expect([text(next.after, 'badge.svg'), text(next.after, 'badge/hello.json')]).toEqual([
      mine.toString(),
      mine.toString()
    ])
  })

  test('is a folder of badges in which others lie, too', async () => {
    const { after } = await publish(new Map([['badge/mine.svg', mine]]), [row('hello', '1')])
    const { deletedFiles, files, othersFiles } = await putInOrder(after, [])
    expect(deletedFiles).toEqual(['badge/hello.json', 'badge/hello.svg'])
    expect([...files.keys()]).toEqual(['badge.json', 'badge.svg'])
    expect(othersFiles).toEqual([])
  })

  test('is a file where the folder would be: the artifacts have no badges', async () => {
    const { files, othersFiles } = await publish(new Map([['badge', mine]]), [row('hello', '1')])
    expect([...files.keys()]).toEqual(['badge.json', 'badge.svg'])
    expect(othersFiles).toEqual(['badge'])
  })

  test('is what is no file at all', async () => {
    const { snapshot, read } = watched(empty)
    const link = treeItem('120000', '0'.repeat(40))
    const folder = treeItem('040000', '0'.repeat(40))
    const items = new Map([
      ['badge.svg', link],
      ['badge.json', folder]
    ])
    const shown = { newest: [], artifacts: 0 }
    const nothing = { shown: null, artifacts: new Map<string, CatalogueRow[]>() }
    const { files, othersFiles } = await changeBadges(
      { ...snapshot, itemsAt: () => Promise.resolve(items) },
      { before: nothing, after: { ...nothing, shown }, isWhole: false }
    )
    expect([...files.keys()]).toEqual([])
    expect(othersFiles).toEqual(['badge.json', 'badge.svg'])
    expect(read).toEqual([])
  })
})
