/** What the page makes of the branch's files and of its address: without a browser, as pure functions. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shardOf } from '../../src/catalogue/shards.ts'
import { ArtifactState } from '../../src/site/artifact-state.ts'
import { Model } from '../../src/site/model.ts'
import { chosen, entriesOf, systemsOf } from '../../src/site/list.ts'
import { logText, nameOf, readNarInfo } from '../../src/site/narinfo.ts'
import { formatRoute, parseRoute, wholeList } from '../../src/site/routes.ts'
import { NameSearch } from '../../src/site/search.ts'
import * as site from '../../src/site/shard-of.ts'
import {
  readIndex,
  readNames,
  readNewest,
  readPins,
  readShard,
  ShapeError,
  type Name,
  type Row
} from '../../src/site/shapes.ts'
import { hashOf, likelySystem, selectedRow, sortedRows } from '../../src/site/versions.ts'

const path = (letter: string, name: string): string => `/nix/store/${letter.repeat(32)}-${name}`
const row = {
  name: 'hello',
  version: '2.12.1',
  system: 'x86_64-linux',
  output: 'out',
  attribute: '.#hello',
  storePath: path('a', 'hello-2.12.1'),
  nar: 'nar/x.nar.zst',
  narSize: 10,
  fileSize: 5,
  references: 1,
  mainProgram: 'hello',
  closures: ['binary'],
  source: { repository: 'alice/tools', revision: '0'.repeat(40) },
  publishedAt: '2026-11-21T04:05:06Z',
  runUrl: null
}

describe('the address of a view', () => {
  test.each([
    ['', wholeList],
    ['#/cache', { view: 'cache' }],
    [
      '#/?q=he%20l&system=x86_64-linux&pinned=1',
      { view: 'list', query: 'he l', system: 'x86_64-linux', pinned: true }
    ],
    ['#/artifact/a%2Fb', { view: 'artifact', name: 'a/b', path: null, system: null }],
    [
      `#/artifact/hello?path=${'a'.repeat(32)}`,
      { view: 'artifact', name: 'hello', path: 'a'.repeat(32), system: null }
    ],
    [
      '#/artifact/hello?system=x86_64-linux',
      { view: 'artifact', name: 'hello', path: null, system: 'x86_64-linux' }
    ],
    // What is none is the list, or a name that nothing has.
    ['#/artifact/', wholeList],
    ['#/artifact/%ff?path=../../x', { view: 'artifact', name: '%ff', path: null, system: null }],
    ['#javascript:alert(1)', wholeList]
  ])('%j is read', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
  })

  test('leads back to the same view, whatever a name is', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(text, text, fc.boolean(), (name, system, pinned) => {
        for (const route of [
          { view: 'list', query: name, system, pinned } as const,
          { view: 'artifact', name: name.slice(0, 50), path: 'b'.repeat(32), system } as const
        ]) {
          expect(formatRoute(parseRoute(formatRoute(route)))).toBe(formatRoute(route))
          expect(parseRoute(formatRoute(route))).toEqual(route)
        }
      })
    )
  })
})

test('shards are those of the catalogue, and each has its file of names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(site.shardOf(name)).toBe(shardOf(name))
    })
  )
  expect(['aa', 'ap', 'aq', 'a7', '7z', '2b'].map(site.namesFileOf)).toEqual(
    ['aa', 'aa', 'aq', 'aq', '7q', '2a'].map((first) => `catalogue/names/${first}.json`)
  )
})

describe('a hostile catalogue', () => {
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown

  test('of rows leaves out what is of another form, and says how many', () => {
    const wrong = [
      null,
      'x',
      [],
      {},
      { ...row, name: 5 },
      { ...row, name: '' },
      { ...row, name: 'x'.repeat(10_000_000) },
      { ...row, storePath: '/nix/store/../../etc/passwd' },
      { ...row, narSize: 1e308 },
      { ...row, fileSize: -1 },
      { ...row, publishedAt: '<img src=x>' },
      { ...row, source: 'javascript:alert(1)' },
      { ...row, closures: 'all' },
      { ...row, refersTo: Array.from({ length: 101 }, () => 'a'.repeat(32)) },
      { ...row, closureSize: '9' }
    ]
    const right = { ...row, name: '<script>', closureSize: null, refersTo: ['b'.repeat(32)] }
    expect(readShard(json({ artifacts: [...wrong, row, right] }))).toEqual({
      rows: [row, right],
      bad: wrong.length
    })
    const { rows, bad } = readNewest(json({ artifacts: [...wrong.slice(0, 12), row] }))
    expect([rows.map(({ name }) => name), bad]).toEqual([['hello'], 12])
  })

  test('of names, pins and counts does so, too', () => {
    const names = [
      ['hello', '2.12.1', '2026-11-21', [0, 7]],
      ['__proto__', null, '2026-11-21', [1]],
      ['x', null, 'yesterday', [0]],
      ['y', null, '2026-11-21', 'all'],
      ['z']
    ]
    expect(readNames(json({ systems: ['a-linux', 'b-linux', 5], names }))).toEqual({
      rows: [
        { name: 'hello', version: '2.12.1', day: '2026-11-21', systems: ['a-linux'] },
        { name: '__proto__', version: null, day: '2026-11-21', systems: ['b-linux'] }
      ],
      bad: 3
    })
    expect(
      readPins(json({ pins: [['main', row.storePath], ['x', 'y'], 7], omitted: 1e308 }))
    ).toEqual({ rows: [{ name: 'main', storePath: row.storePath }], bad: 2, omitted: 0 })
    const index = readIndex(
      JSON.parse(
        '{"version":2,"publicKeys":[],"fileSize":"9","history":[["2026-11-21",3,4],["x",1,2],5],"shards":{"ab":3,"__proto__":{"x":1},"../x":1,"ac":-1}}'
      )
    )
    expect(index).toEqual({
      fileSize: null,
      history: [{ day: '2026-11-21', artifacts: 3, fileSize: 4 }],
      shards: new Map([['ab', 3]])
    })
  })

  test('of any number of days is drawn with its newest', () => {
    const history = Array.from({ length: 40_000 }, (_, at) => ['2026-11-21', at, at])
    const index = readIndex({ version: 2, history, shards: {} })
    expect([index.history.length, index.history.at(-1)?.artifacts]).toEqual([400, 39_999])
  })

  test.each([null, [], 'x', { version: 1, artifacts: [] }, { version: 2 }, { version: 3 }])(
    'that is %j as a whole is refused',
    (value) => {
      expect(() => readIndex(value)).toThrow(ShapeError)
    }
  )
})

const name = (name: string, day: string, systems = ['x86_64-linux']): Name => ({
  ...{ name, version: '1.0', day, systems }
})

describe('the list', () => {
  const names = [
    name('ripgrep', '2026-11-01'),
    name('rust-analyzer', '2026-11-03', ['aarch64-linux']),
    name('grep', '2026-11-02', ['x86_64-linux', 'aarch64-linux']),
    name('constructor', '2026-10-01')
  ]
  const search = new NameSearch()
  search.add(names)
  const entries = entriesOf(
    new Map(names.map((each) => [each.name, each])),
    [],
    [{ name: 'main', storePath: path('c', 'rust-analyzer-1.0') }]
  )
  const found = (change: Partial<typeof wholeList>): string[] =>
    chosen(entries, { ...wholeList, ...change }, search).map((each) => each.name)

  test('has the newest first, and is filtered by system and pin', () => {
    expect(found({})).toEqual(['rust-analyzer', 'grep', 'ripgrep', 'constructor'])
    expect(found({ system: 'aarch64-linux' })).toEqual(['rust-analyzer', 'grep'])
    expect(found({ pinned: true })).toEqual(['rust-analyzer'])
    expect(systemsOf(entries)).toEqual(['x86_64-linux', 'aarch64-linux'])
  })

  test('finds by the version as well', () => {
    expect(found({ query: 'grep 1.0' })).toEqual(['grep'])
  })

  test.each([
    ['grep', ['grep', 'ripgrep']],
    ['GREP ', ['grep', 'ripgrep']],
    ['rip', ['ripgrep']],
    ['analy', ['rust-analyzer']],
    ['rust ana', ['rust-analyzer']],
    ['analzyer', ['rust-analyzer']],
    ['rg', []],
    ['constructor', ['constructor']]
  ])('finds by %j what is meant', (query, expected) => {
    expect(found({ query })).toEqual(expected)
  })

  test('takes what is newest where names are not read yet', () => {
    const rows = readNewest({
      artifacts: [row, { ...row, version: '2.9', system: 'b-linux' }]
    }).rows
    expect(entriesOf(new Map(), rows, [{ name: 'p', storePath: row.storePath }])).toEqual([
      {
        ...{ name: 'hello', version: '2.12.1', day: '2026-11-21', isPinned: true },
        systems: ['b-linux', 'x86_64-linux']
      }
    ])
  })
})

test('of the newest version the one for most readers is shown, wherever it stands', () => {
  const systems = ['aarch64-darwin', 'aarch64-linux', 'x86_64-linux', 'x86_64-darwin']
  const rowsOf = (names: readonly string[], version: string): readonly Row[] =>
    readShard({
      artifacts: names.map((system, index) => {
        return { ...row, system, version, storePath: path('abcd'[index] ?? '', `x-${version}`) }
      })
    }).rows
  const newest = rowsOf(systems, '2.0')
  expect(selectedRow(sortedRows(newest), { path: null, system: null })?.system).toBe('x86_64-linux')
  const other = [...rowsOf(['aarch64-linux'], '2.1'), ...newest]
  expect(selectedRow(sortedRows(other), { path: null, system: null })?.version).toBe('2.1')
})

test('versions stand as Nix orders them, and a link names one', () => {
  const { rows } = readShard({
    artifacts: ['2.9', '2.10', '2.10pre1', null].map((version, index) => {
      return { ...row, version, storePath: path('abcd'[index] ?? '', 'x') }
    })
  })
  const sorted = sortedRows(rows)
  expect(sorted.map(({ version }) => version)).toEqual(['2.10', '2.10pre1', '2.9', null])
  const versionAt = (path: string | null): unknown =>
    selectedRow(sorted, { path, system: null })?.version
  expect([versionAt('a'.repeat(32)), versionAt('z'.repeat(32))]).toEqual(['2.9', '2.10'])
  expect(selectedRow([], { path: null, system: null })).toBeNull()
  expect(hashOf({ storePath: path('d', 'x') })).toBe('d'.repeat(32))
})

test('an artifact is shown for the system of the filter, else for the reader’s own', () => {
  const rowsOf = [
    ['2.0', 'aarch64-darwin'],
    ['2.0', 'x86_64-linux'],
    ['1.0', 'i686-linux'],
    ['1.0', 'aarch64-linux']
  ].map(([version, system], index) => {
    return { ...row, version, system, storePath: path('abcd'[index] ?? '', 'x') }
  })
  const sorted = sortedRows(readShard({ artifacts: rowsOf }).rows)
  const shown = (system: string | null, browser: string): unknown => {
    const selected = selectedRow(
      sorted,
      { path: null, system },
      likelySystem(`Mozilla/5.0 (${browser})`)
    )
    return [selected?.version, selected?.system].join(' ')
  }
  expect(shown(null, 'X11; Linux x86_64')).toBe('2.0 x86_64-linux')
  expect(shown(null, 'Windows NT 10.0; Win64; x64')).toBe('2.0 x86_64-linux')
  expect(shown(null, 'Macintosh; Intel Mac OS X 10_15_7')).toBe('2.0 aarch64-darwin')
  // The newest version is not for it, or nothing is known of it.
  expect(shown(null, 'X11; Linux aarch64')).toBe('2.0 x86_64-linux')
  expect(shown(null, 'iPhone; CPU iPhone OS 18_5 like Mac OS X')).toBe('2.0 x86_64-linux')
  expect(shown('i686-linux', 'X11; Linux x86_64')).toBe('1.0 i686-linux')
  expect(shown('riscv64-linux', 'X11; Linux x86_64')).toBe('2.0 x86_64-linux')
})

test('a narinfo shows what is of the path that was asked for, and nothing that is no name', () => {
  const hash = 'a'.repeat(32)
  const text = [
    `StorePath: ${row.storePath}`,
    `References: ${hash}-hello-2.12.1 ${'b'.repeat(32)}-glibc-2.40-66 <b> ../x`,
    'Deriver: ../../evil.drv',
    'Sig: key-1:abc',
    'Sig: key-1:def',
    'Compression: zstd'
  ].join('\n')
  expect(readNarInfo(text, row.storePath)).toEqual({
    storePath: row.storePath,
    references: [`${hash}-hello-2.12.1`, `${'b'.repeat(32)}-glibc-2.40-66`],
    deriver: null,
    keys: ['key-1'],
    compression: 'zstd'
  })
  expect(readNarInfo(text, path('b', 'other'))).toBeNull()
  expect(
    ['glibc-2.40-66', 'rust-analyzer-1', 'python3.12-x', 'a-b'].map((rest) =>
      nameOf(`${hash}-${rest}`)
    )
  ).toEqual(['glibc', 'rust-analyzer', 'python3.12-x', 'a-b'])
})

test('a log is text without what a terminal obeys, however much of it there is', () => {
  const log = '\u001b[31mred\u001b[0m\r\n\u001b]0;title\u0007a\tb\u202e\u0000'
  expect(logText(new TextEncoder().encode(log))).toBe('red\na\tb')
  const many = new TextEncoder().encode('\u001b['.repeat(500_000))
  expect(logText(many)).toBe('['.repeat(500_000))
})

describe('a part of the catalogue that is not there', () => {
  const unheard = (): void => undefined
  const shards = ['hello', 'lib', 'tool'].map((name) => shardOf(name))
  const of = (files: Readonly<Record<string, unknown>>): Promise<Model> => {
    const counts = Object.fromEntries(shards.map((shard) => [shard, 1]))
    const all = { 'catalogue.json': { version: 2, shards: counts }, ...files }
    const texts = new Map(Object.entries(all).map(([name, json]) => [name, JSON.stringify(json)]))
    const read = (name: string): Promise<Uint8Array<ArrayBuffer> | null> => {
      const text = texts.get(name)
      return Promise.resolve(text === undefined ? null : new TextEncoder().encode(text))
    }
    const model = new Model({ read }, unheard)
    void model.begin()
    return Promise.resolve(model)
  }
  const shard = (...rows: unknown[]): unknown => ({ artifacts: rows })
  const lib = { ...row, name: 'lib', storePath: path('b', 'lib-1'), references: 0 }
  const tool = { ...row, name: 'tool', storePath: path('c', 'tool-1'), references: 2 }

  test('is no word that the cache has nothing of a name', async () => {
    const model = await of({})
    expect(await model.rowsOf('hello')).toBeNull()
    expect(model.problems.get(`catalogue/${shardOf('hello')}.json`)).toMatch(/not there/)
    expect(await model.rowsOf('nobody')).toEqual([])
  })

  test.each([
    ['of which all is known', { refersTo: ['b'.repeat(32)] }, [1, 0, 0]],
    ['with a row that tells no references', {}, [0, 0, 1]],
    ['without a file', null, [0, 1, 0]]
  ] as const)('is told by who looks for what refers to a path: %s', async (_, own, told) => {
    const model = await of({
      [`catalogue/${shardOf('hello')}.json`]: shard({ ...row, references: 0, refersTo: [] }),
      [`catalogue/${shardOf('lib')}.json`]: shard(lib),
      ...(own === null ? {} : { [`catalogue/${shardOf('tool')}.json`]: shard({ ...tool, ...own }) })
    })
    await model.begin()
    const state = new ArtifactState('lib', model, unheard)
    const [asked] = (await model.rowsOf('lib')) ?? []
    if (asked === undefined) throw new Error('no row')
    await state.readBackward(asked)
    const { found, unread, untold, isDone } = state.backward.get(hashOf(asked)) ?? {}
    expect([found?.length, unread, untold, isDone]).toEqual([...told, true])
  })
})
