import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mergeCatalogue } from '../../src/catalogue/catalogue.ts'
import { formatNewest, newestPath, newestRows } from '../../src/catalogue/newest.ts'
import type { PinsChange } from '../../src/catalogue/change-parts.ts'
import type { CatalogueChange } from '../../src/catalogue/change-whole.ts'
import { readParts } from '../../src/catalogue/parts.ts'
import { glanceAtIndex, glanceAtRows } from '../../src/catalogue/glance.ts'
import { formatNames, namesAfter, parseNames } from '../../src/catalogue/names.ts'
import { groupOf, namesPath, newestPagePath, pinsPath } from '../../src/catalogue/shard-name.ts'
import { shardOf, shardPath } from '../../src/catalogue/shards.ts'
import type { Catalogue, CatalogueRow } from '../../src/catalogue/types.ts'
import type { Pin } from '../../src/pins/pin.ts'
import type { TargetSnapshot } from '../../src/repository/types.ts'
import { snapshotOf } from '../publish/support.ts'
import {
  catalogueAmong,
  catalogueFiles,
  pinsOn,
  shown,
  takenOver,
  version1
} from '../support/catalogue.ts'
import { rowWith, someHash, someKeys } from './support.ts'

type Files = Map<string, Buffer>

const none: ReadonlySet<string> = new Set()
const noPins: PinsChange = { before: [], after: [], brought: none }

function path(number: number, name = 'tool'): string {
  return `/nix/store/${String(number).padStart(32, '0')}-${name}`
}

function tool(number: number, overrides: Partial<CatalogueRow> = {}): CatalogueRow {
  // As they are when taken over.
  const unknown = { closureSize: null, refersTo: [] }
  return rowWith({ name: `tool-${number}`, storePath: path(number), ...unknown, ...overrides })
}

function tools(count: number): Catalogue {
  const rows = Array.from({ length: count }, (_, number) => tool(number))
  return mergeCatalogue({ rows, publicKeys: [] }, { rows: [], publicKeys: someKeys })
}

const fileOf = ({ name }: CatalogueRow): string => shardPath(shardOf(name))
const namesOf = ({ name }: CatalogueRow): string => namesPath(groupOf(shardOf(name)))

/** One more, which search finds in the same file as one of those, and whose shard is another than theirs. */
const near = nearTo(tool(3))

function nearTo(other: CatalogueRow): CatalogueRow {
  const shards = tools(30).rows.map(fileOf)
  for (let number = 1000; ; number++) {
    const row = tool(number)
    if (namesOf(row) === namesOf(other) && !shards.includes(fileOf(row))) return row
  }
}

function changeText(files: Files, path: string, change: (text: string) => string): void {
  const before = (files.get(path) ?? '').toString()
  const after = change(before)
  expect(after).not.toBe(before)
  files.set(path, Buffer.from(after))
}

/** What is read of a state, and how: `files` with one call for them all. */
function watched(files: Files): { snapshot: TargetSnapshot; read: string[]; together: string[][] } {
  const read: string[] = []
  const together: string[][] = []
  const snapshot = snapshotOf(files)
  return {
    read,
    together,
    snapshot: {
      ...snapshot,
      readFile: (path) => {
        read.push(path)
        return snapshot.readFile(path)
      },
      readFiles: (paths) => {
        together.push([...paths])
        return snapshot.readFiles(paths)
      }
    }
  }
}

async function add(
  files: Files,
  rows: readonly CatalogueRow[],
  pins = noPins,
  snapshot = snapshotOf(files)
): Promise<CatalogueChange> {
  const parts = await readParts(
    snapshot,
    rows.map(({ name }) => name)
  )
  return parts.change({ rows, publicKeys: [] }, pins)
}

function applied(files: Files, { files: changed, deletedFiles }: CatalogueChange): Files {
  const after = new Map([...files, ...changed])
  for (const path of deletedFiles) after.delete(path)
  return after
}

async function readRows(
  snapshot: TargetSnapshot,
  names: ReadonlySet<string>
): Promise<readonly CatalogueRow[]> {
  return glanceAtRows(snapshot, await glanceAtIndex(snapshot), names)
}

/** Byte for byte what the rows and pins give from scratch. */
function expectWhole(files: Files, pins: readonly Pin[] = []): void {
  const whole = catalogueFiles(catalogueAmong(files), pins)
  const paths = [...new Set([...files.keys(), ...whole.keys()])]
  const differing = paths.filter((path) => {
    const content = whole.get(path)
    return content === undefined || files.get(path)?.equals(content) !== true
  })
  expect(differing).toEqual([])
}

describe('one artifact more', () => {
  test.each([0, 10, 300])('in a catalogue of %i is read and written by itself', async (count) => {
    const files = count === 0 ? new Map<string, Buffer>() : catalogueFiles(tools(count))
    const { snapshot, read, together } = watched(files)
    const row = tool(1000, { publishedAt: '2026-11-22T00:00:00Z' })
    const change = await add(files, [row], noPins, snapshot)
    const own = ['catalogue.json', newestPath, fileOf(row), namesOf(row)]
    expect(read.sort()).toEqual(own.toSorted())
    expect(together).toEqual([])
    expect([...change.files.keys()].sort()).toEqual([...own, newestPagePath].sort())
    expect(change.deletedFiles).toEqual([])
    const after = applied(files, change)
    expectWhole(after)
    const catalogue = catalogueAmong(after)
    expect(catalogue.rows).toHaveLength(count + 1)
    expect(change.shown).toEqual({ ...shown(catalogue), artifacts: count + 1 })
  })

  test('among many is asked for in one call', async () => {
    const files = catalogueFiles(tools(300))
    const { snapshot, read, together } = watched(files)
    const rows = Array.from({ length: 40 }, (_, number) => tool(2000 + number))
    const after = applied(files, await add(files, rows, noPins, snapshot))
    expect(read).toEqual([])
    expect(together).toHaveLength(1)
    expectWhole(after)
  })

  test('that is there already changes nothing', async () => {
    const files = catalogueFiles(tools(30))
    const again = tool(7, { publishedAt: '2027-01-01T00:00:00Z', attribute: 'another' })
    expect(await add(files, [again])).toMatchObject({ files: new Map(), deletedFiles: [] })
  })

  test('with another closure changes its row, and what is shown stays', async () => {
    const files = catalogueFiles(tools(30))
    const change = await add(files, [tool(7, { closures: ['cache'] })])
    expect([...change.files.keys()]).toEqual([fileOf(tool(7))])
    expectWhole(applied(files, change))
  })

  test('may bring a key alone', async () => {
    const files = catalogueFiles(tools(30))
    const [key = ''] = someKeys
    const parts = await readParts(snapshotOf(files), [])
    const other = key.replace('a-1', 'z-1')
    const change = await parts.change({ rows: [], publicKeys: [other] }, noPins)
    expect([...change.files.keys()]).toEqual(['catalogue.json'])
    expect(change.shown.publicKeys).toEqual([...someKeys, other])
  })
})

describe('all shards are read, once and in one call,', () => {
  const unread: [string, CatalogueRow[], Partial<PinsChange>][] = [
    [
      'when what is shown is superseded by what was published before',
      [tool(0, { version: '9', storePath: path(999), publishedAt: '2020-01-01T00:00:00Z' })],
      {}
    ],
    ['for a pin of what was there', [], { after: pinsOn([path(140)]) }]
  ]
  test.each(unread)('%s, if there are more than are shown', async (_when, rows, pins) => {
    for (const [count, calls] of [
      [300, 1],
      [90, 0]
    ] as const) {
      const files = catalogueFiles(tools(count))
      const { snapshot, together } = watched(files)
      const after = applied(files, await add(files, rows, { ...noPins, ...pins }, snapshot))
      expect(together).toHaveLength(calls)
      expectWhole(after, pins.after)
    }
  })

  test.each<[string, (files: Files) => void]>([
    ['where what is shown first is gone', (files) => files.delete(newestPath)],
    ['where it is damaged', (files) => files.set(newestPath, Buffer.from('<<<<<<< ours'))],
    [
      'where it was chosen by other pins',
      (files) =>
        files.set(
          newestPath,
          catalogueFiles(tools(30), pinsOn([path(3)])).get(newestPath) ?? Buffer.alloc(0)
        )
    ],
    [
      'where it shows what no shard can have',
      (files) => {
        const other = catalogueFiles({ rows: [tool(99_999)], publicKeys: [] }).get(newestPath)
        files.set(newestPath, other ?? Buffer.alloc(0))
      }
    ],
    [
      'where it shows nothing, as one side of a merge did',
      (files) => files.set(newestPath, formatNewest([], none))
    ],
    [
      'where one of the rows was taken out of it',
      (files) =>
        files.set(newestPath, formatNewest(newestRows(tools(30).rows.slice(1), none), none))
    ],
    [
      'where it shows more of a shard than there is',
      (files) => {
        const rows = [...tools(30).rows, tool(3, { system: 'aarch64-linux' })]
        files.set(newestPath, formatNewest(newestRows(rows, none), none))
      }
    ],
    ['where search finds nothing of the group', (files) => files.delete(namesOf(near))],
    [
      'where what search reads is damaged',
      (files) => files.set(namesOf(near), Buffer.from('<<<<<<< ours'))
    ],
    [
      'where search finds a name that no shard can have',
      (files) => {
        const path = namesOf(near)
        const entries = parseNames(files.get(path) ?? Buffer.alloc(0)) ?? []
        files.set(path, formatNames(namesAfter(entries, new Map([['xx', [near]]]))))
      }
    ],
    [
      'where the sum of sizes is gone',
      (files) => {
        changeText(files, 'catalogue.json', (text) => text.replace(/ *"fileSize".*\n/, ''))
      }
    ],
    [
      'where the history is gone',
      (files) => {
        changeText(files, 'catalogue.json', (text) =>
          text.replace(/ *"history": [^]*\n {2}\],\n/, '')
        )
      }
    ],
    [
      'where the history is damaged',
      (files) => {
        changeText(files, 'catalogue.json', (text) =>
          text.replace('["2026-11-21",', '["2026-02-30",')
        )
      }
    ],
    [
      'where a row lies in the wrong shard',
      (files) => {
        const shard = fileOf(near)
        files.set(shard, files.get(fileOf(tool(3))) ?? Buffer.alloc(0))
        files.delete(fileOf(tool(3)))
        const index = (files.get('catalogue.json') ?? '').toString()
        files.set(
          'catalogue.json',
          Buffer.from(index.replace(`"${shardOf('tool-3')}":`, `"${shardOf(near.name)}":`))
        )
      }
    ],
    [
      'where the catalogue is of version 1',
      (files) => {
        for (const path of [...files.keys()]) files.delete(path)
        files.set('catalogue.json', Buffer.from(version1(tools(30))))
      }
    ],
    [
      'where it is of version 1, and shards with other rows are beside it',
      (files) => {
        const { rows, publicKeys } = tools(30)
        files.set('catalogue.json', Buffer.from(version1({ rows: rows.slice(0, 15), publicKeys })))
        for (const row of rows.slice(0, 10)) files.delete(fileOf(row))
      }
    ]
  ])('%s, and all is put in order', async (_where, damage) => {
    const before = catalogueFiles(tools(30))
    damage(before)
    const { snapshot, together } = watched(before)
    const after = applied(before, await add(before, [near], noPins, snapshot))
    expect(together).toHaveLength(1)
    expectWhole(after)
    const whole = mergeCatalogue(tools(30), { rows: [near], publicKeys: [] })
    expect(catalogueAmong(after)).toEqual(whole)
  })

  test.each<[string, (files: Files) => void]>([
    ['the table for browsers without a script is gone', (files) => files.delete(newestPagePath)],
    ['it is damaged', (files) => files.set(newestPagePath, Buffer.from('<script>'))],
    ['the list of the pins is gone', (files) => files.delete(pinsPath)],
    ['it is another', (files) => files.set(pinsPath, Buffer.from('{}'))]
  ])('not where %s, and that is put right', async (_what, damage) => {
    const pins = pinsOn([path(3)])
    const before = catalogueFiles(tools(30), pins)
    damage(before)
    const { snapshot, read, together } = watched(before)
    const pinned = { before: pins, after: pins, brought: none }
    const after = applied(before, await add(before, [near], pinned, snapshot))
    expect([together.length, read.length]).toEqual([0, 4])
    expectWhole(after, pins)
    const unpinned = { before: pins, after: [], brought: none }
    expectWhole(applied(after, await add(after, [tool(2000)], unpinned)))
  })

  test('not for a file of somebody’s own, which stays', async () => {
    const others: [string, Buffer][] = [
      [pinsPath, Buffer.from('["ours"]')],
      ['catalogue/names/notes.txt', Buffer.from('ours')]
    ]
    const before = new Map([...catalogueFiles(tools(30)), ...others])
    for (const damage of ['', newestPath]) {
      before.delete(damage)
      const after = applied(before, await add(before, [near]))
      expect([...after]).toEqual(expect.arrayContaining(others))
    }
    const page = Buffer.from('{"title":"Catalogue"}')
    before.set(fileOf(near), page)
    const error = { code: 'CATALOGUE_INVALID', subject: fileOf(near) }
    const hint = 'Move that file in the branch to another name or folder.'
    await expect(add(before, [near])).rejects.toMatchObject({ ...error, hint })
    // It is in nobody else's way, whether all are read or not.
    const after = applied(before, await add(before, [tool(2000)]))
    expect(after.get(fileOf(near))).toEqual(page)
    expect(catalogueAmong(after).rows).toHaveLength(31)
  })

  test('where `catalogue.json` is gone, and no row is lost', async () => {
    const before = catalogueFiles(tools(30))
    before.delete('catalogue.json')
    const after = applied(before, await add(before, [near]))
    expectWhole(after)
    expect(catalogueAmong(after).rows).toHaveLength(31)
  })
})

describe('what lies in a shard counts more than what `catalogue.json` says of it:', () => {
  const changeIndex = (change: (text: string) => string): Files => {
    const files = catalogueFiles(tools(30))
    const before = (files.get('catalogue.json') ?? '').toString()
    const after = change(before)
    expect(after).not.toBe(before)
    return files.set('catalogue.json', Buffer.from(after))
  }
  const shard = shardOf('tool-3')

  test.each<[string, (text: string) => string]>([
    ['another number', (text) => text.replace(`"${shard}":1`, `"${shard}":1000000`)],
    [
      'no word of it',
      (text) => text.replace(new RegExp(`"${shard}":1,?`), '').replace(/,(?=\n)(?!\n *")/g, '')
    ]
  ])('%s is corrected by who reads it', async (_what, change) => {
    const files = changeIndex((text) => {
      const changed = change(text)
      JSON.parse(changed)
      return changed
    })
    const row = tool(3, { version: '3', storePath: path(500) })
    const after = applied(files, await add(files, [row]))
    expectWhole(after)
    expect(catalogueAmong(after).rows).toHaveLength(31)
  })

  test('what was changed by hand in what is made of it, and fits, stays until that shard is read', async () => {
    const files = catalogueFiles(tools(30))
    changeText(files, newestPath, (text) =>
      text.replace(/("name":"tool-3","version":)"[^"]*"/, '$1"9.9"')
    )
    const shownAs = (of: Files): boolean => (of.get(newestPath) ?? '').toString().includes('"9.9"')
    const after = applied(files, await add(files, [near]))
    expect(shownAs(after)).toBe(true)
    const again = applied(after, await add(after, [tool(3, { closures: ['cache'] })]))
    expect(shownAs(again)).toBe(false)
    expectWhole(again)
  })

  test('one that is not there is an error that names it', async () => {
    const files = catalogueFiles(tools(30))
    files.delete(fileOf(tool(3)))
    const error = {
      code: 'CATALOGUE_INVALID',
      subject: fileOf(tool(3)),
      reason: 'it is not there, and catalogue.json says that it has 1 of its 30 rows'
    }
    await expect(add(files, [tool(3)])).rejects.toMatchObject(error)
    await expect(readRows(snapshotOf(files), new Set(['tool-3']))).rejects.toMatchObject(error)
    // Also for who has to read them all.
    files.delete(newestPath)
    await expect(add(files, [tool(1000)])).rejects.toMatchObject(error)
  })

  test('one that is damaged is an error that names it', async () => {
    const files = catalogueFiles(tools(30))
    files.set(fileOf(tool(3)), Buffer.from('<<<<<<< ours'))
    const error = { code: 'CATALOGUE_INVALID', subject: fileOf(tool(3)) }
    await expect(add(files, [tool(3)])).rejects.toMatchObject(error)
    await expect(readRows(snapshotOf(files), new Set(['tool-3']))).rejects.toMatchObject(error)
    // Another artifact is none of its business.
    expectWhole(
      applied(files, await add(files, [tool(1000)])).set(
        fileOf(tool(3)),
        catalogueFiles(tools(30)).get(fileOf(tool(3))) ?? Buffer.alloc(0)
      )
    )
  })
})

describe('of a catalogue that others may have published to', () => {
  test('the rows of some names are read from their shards, and from version 1 as it stands', async () => {
    const files = catalogueFiles(tools(100))
    const names = ['tool-3', 'tool-7', 'unknown']
    const found = await readRows(snapshotOf(files), new Set(names))
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['tool-3', 'tool-7']))
    const many = new Set(tools(100).rows.map(({ name }) => name))
    const { snapshot, together } = watched(files)
    expect(await readRows(snapshot, many)).toHaveLength(100)
    expect(together).toHaveLength(1)
    const old = new Map([['catalogue.json', Buffer.from(version1(tools(5)))]])
    expect(await readRows(snapshotOf(old), new Set(['tool-3']))).toEqual(tools(5).rows)
    expect(await readRows(snapshotOf(new Map()), new Set(['x']))).toEqual([])
  })

  test('a login page at a glance is not taken for a file of it', async () => {
    const files = catalogueFiles(tools(5))
    const snapshot = {
      ...snapshotOf(files),
      glanceAt: () => Promise.resolve(Buffer.from('<html>Log in</html>'))
    }
    expect(await readRows(snapshot, new Set(['tool-3']))).toEqual([tool(3)])
  })
})

test('any publishes, in any order, with pins that move, give the same files byte for byte as all at once', async () => {
  const number = fc.integer({ min: 0, max: 140 })
  const row = fc
    .record({
      number,
      version: fc.constantFrom('1', '2', null),
      alias: fc.constantFrom('', '', '-alias'),
      closure: fc.constantFrom('binary' as const, 'cache' as const),
      day: fc.integer({ min: 1, max: 4 })
    })
    .map(({ number, version, alias, closure, day }) =>
      tool(number, {
        name: `tool-${number}${alias}`,
        version,
        closures: [closure],
        closureSize: closure === 'cache' ? null : number,
        refersTo: closure === 'cache' ? [] : [someHash],
        storePath: path(number * 10 + ['1', '2', null].indexOf(version)),
        publishedAt: `2026-11-0${day}T00:00:00Z`
      })
    )
  const pins = fc.array(
    number.map((number) => path(number * 10)),
    { maxLength: 2 }
  )
  const publish = fc.record({ rows: fc.array(row, { maxLength: 3 }), pin: pins, unpin: pins })
  const start = fc.array(row, { minLength: 90, maxLength: 140, size: 'max' })
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.array(publish, { maxLength: 5 }),
      fc.boolean(),
      async (held, publishes, isOld) => {
        const all = mergeCatalogue({ rows: held, publicKeys: [] }, { rows: [], publicKeys: [] })
        const begun = isOld ? takenOver(all) : all
        let files: Files = isOld
          ? new Map([['catalogue.json', Buffer.from(version1(begun))]])
          : catalogueFiles(begun)
        let pinned = none
        for (const { rows, pin, unpin } of publishes) {
          const had = new Set(catalogueAmong(files).rows.map(({ storePath }) => storePath))
          const after = new Set([...pinned, ...pin].filter((one) => !unpin.includes(one)))
          const brought = new Set(
            rows.map(({ storePath }) => storePath).filter((one) => !had.has(one))
          )
          const pins = { before: pinsOn(pinned), after: pinsOn(after), brought }
          files = applied(files, await add(files, rows, pins))
          pinned = after
          expectWhole(files, pinsOn(pinned))
        }
        const rows = [...begun.rows, ...publishes.flatMap(({ rows }) => rows).toReversed()]
        expect(catalogueAmong(files).rows).toEqual(
          mergeCatalogue({ rows, publicKeys: [] }, begun).rows
        )
      }
    ),
    { numRuns: 40 }
  )
})
