import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { parseIndex } from '../../src/catalogue/catalogue.ts'
import { totalsOf } from '../../src/catalogue/history.ts'
import type { History } from '../../src/catalogue/types.ts'
import { isCatalogueFile } from '../../src/catalogue/whole.ts'
import { shardAt } from '../../src/catalogue/shards.ts'
import { catalogueAmong, catalogueFiles, version1, withCatalogue } from '../support/catalogue.ts'
import { composePrune, type ComposedPrune } from '../../src/prune/compose.ts'
import { storePathBaseName } from '../../src/store-path.ts'
import { inventedStorePath } from '../support/publisher-process.ts'
import { otherKey, snapshotOf, target } from '../publish/support.ts'
import {
  applied,
  daysAgo,
  environmentWith,
  inputsOf,
  inventCache,
  narFile,
  narInfoFile,
  narSize,
  now,
  pathNames,
  type Files,
  type InventedPath,
  withBadges
} from './support.ts'

function compose(
  files: Files,
  inputs: Record<string, string> = {},
  { hasHistory = true, served = {} }: { hasHistory?: boolean; served?: Partial<typeof target> } = {}
): Promise<ComposedPrune> {
  const environment = environmentWith(inputs, {
    GITHUB_REPOSITORY: 'o/project',
    GITHUB_RUN_ID: '7'
  })
  const run = { inputs: inputsOf(environment), environment, now }
  const snapshot = { ...snapshotOf(files), hasHistory: () => Promise.resolve(hasHistory) }
  const { substituterUrl: choice } = run.inputs
  // As opening the target does.
  const given =
    typeof choice === 'object'
      ? { substituterUrl: choice.address, servedBy: 'other' as const }
      : served
  return composePrune(run, { ...target, ...given }, snapshot, new Map())
}

async function pruned(files: Files, inputs?: Record<string, string>): Promise<Files> {
  return applied(files, (await compose(files, inputs)).change)
}

/** Two generations of a tool, each with a library of its own and one that both have. */
const twoGenerations: InventedPath[] = [
  { name: 'tool-1.0', references: ['lib-1.0', 'common-1.0', 'glibc-2.0'], row: { daysAgo: 90 } },
  { name: 'lib-1.0', references: ['lib-1.0'] },
  { name: 'tool-2.0', references: ['lib-2.0', 'common-1.0', 'glibc-2.0'], row: { daysAgo: 80 } },
  { name: 'lib-2.0' },
  { name: 'common-1.0' }
]

describe('an artifact that no rule keeps', () => {
  test('goes with its row, its narinfo, its NAR and what only it needed', async () => {
    const files = await withBadges(inventCache(twoGenerations))
    const composed = await compose(files)
    expect(composed.decision.removedRows.map(({ storePath }) => storePath)).toEqual([
      inventedStorePath('tool-1.0')
    ])
    expect([...(composed.change?.deletedFiles ?? [])].sort()).toEqual(
      [
        narInfoFile('tool-1.0'),
        narFile('tool-1.0'),
        narInfoFile('lib-1.0'),
        narFile('lib-1.0')
      ].sort()
    )
    expect(composed.change?.replacesHistory).toBeUndefined()
    const after = applied(files, composed.change)
    expect(pathNames(after)).toEqual(['common-1.0', 'lib-2.0', 'tool-2.0'])
    expect(after.get('README.md')?.toString()).not.toContain('tool-1.0')
    expect(after.get('README.md')?.toString()).toContain(inventedStorePath('tool-2.0'))
    const { before, after: left } = composed.bytes
    const total = (all: Files): number => [...all.values()].reduce((sum, f) => sum + f.length, 0)
    expect([before, left]).toEqual([total(files), total(after)])
    expect(before - left).toBeGreaterThan(2 * narSize)
  })

  test('goes with the log of its build, which stays while another output of that is there', async () => {
    const [gone, kept, stray] = ['gone.drv', 'kept.drv', 'stray.drv'].map(
      (name) => `log/${storePathBaseName(inventedStorePath(name))}`
    )
    const log = { [gone ?? '']: 'x', [kept ?? '']: 'x', [stray ?? '']: 'x', 'log/notes.txt': 'x' }
    const files = inventCache(
      [
        { name: 'tool-1.0', deriver: 'gone.drv', row: { daysAgo: 90 } },
        { name: 'tool-2.0', deriver: 'kept.drv', row: { daysAgo: 91 } },
        { name: 'tool-3.0', deriver: 'kept.drv', row: { daysAgo: 80 } }
      ],
      { extra: log }
    )
    const after = applied(files, (await compose(files)).change)
    expect(pathNames(after)).toEqual(['tool-3.0'])
    expect([...after.keys()].filter((path) => path.startsWith('log/'))).toEqual([
      kept,
      'log/notes.txt'
    ])
    const again = await compose(applied(after, null))
    expect(again.change).toBeNull()
  })

  test('is nothing but a log that no path is of, which is told', async () => {
    const path = `log/${'0'.repeat(32)}-stray.drv`
    const { change } = await compose(
      inventCache([{ name: 'tool-1.0', row: { daysAgo: 1 } }], { extra: { [path]: 'x' } })
    )
    expect(change?.deletedFiles).toEqual([path])
    expect(change?.message).toMatch(/^prune 1 build log \(1 B\)\n/)
  })

  test('is told in the commit’s message, with what it freed', async () => {
    const { change } = await compose(await withBadges(inventCache(twoGenerations)))
    expect(change?.message).toMatch(
      new RegExp(
        `^prune 1 artifact and 2 paths \\(3.* kB\\)\\n\\n- tool 1\\.0 \\(x86_64-linux\\) ${inventedStorePath('tool-1.0')}, 1 kB\\n\\nrun: https://`
      )
    )
  })

  test('stays with its row while something that stays needs it', async () => {
    const files = inventCache([
      ...twoGenerations,
      { name: 'suite-1.0', references: ['tool-1.0'], row: { daysAgo: 85 } }
    ])
    const { decision, change } = await compose(files)
    expect(change).toBeNull()
    const reasons = decision.keptRows.map(({ row, reason }) => [row.name, row.version, reason])
    expect(reasons).toEqual([
      ['suite', '1.0', 'generation'],
      ['tool', '1.0', 'referenced'],
      ['tool', '2.0', 'generation']
    ])
  })

  test('stays with its closure while it is pinned, whatever the pin’s file is called', async () => {
    const files = inventCache(twoGenerations, { pins: { 'feat$(x)/a b': 'tool-1.0' } })
    expect((await compose(files)).change).toBeNull()
  })

  test('leaves the NAR that it shares with one that stays', async () => {
    const files = inventCache([
      { name: 'tool-1.0', content: 'same', row: { daysAgo: 90 } },
      { name: 'tool-2.0', content: 'same', row: { daysAgo: 80 } }
    ])
    const { change } = await compose(files)
    expect(change?.deletedFiles).toEqual([narInfoFile('tool-1.0')])
  })

  test('goes although its narinfo is gone already', async () => {
    const files = inventCache(twoGenerations)
    files.delete(narInfoFile('tool-1.0'))
    const { change, decision } = await compose(files)
    expect(decision.removedRows).toHaveLength(1)
    // Nothing leads to its library any more, so that stays; its own NAR has no name left.
    expect(change?.deletedFiles).toEqual([narFile('tool-1.0')])
  })
})

describe('keys', () => {
  const planted = publicKeyText(otherKey)
  const namingAKey = (): Files => {
    const files = inventCache([
      { name: 'tool-1.0', row: { daysAgo: 9 } },
      { name: 'tool-2.0', row: { daysAgo: 1 } }
    ])
    return withCatalogue(files, { ...catalogueAmong(files), publicKeys: [planted] })
  }

  test('that only the catalogue names are not told by the new block', async () => {
    const after = await pruned(namingAKey())
    expect(after.get('README.md')?.toString()).not.toContain('tool-1.0')
    expect(after.get('README.md')?.toString()).not.toContain(planted)
    expect(after.get('catalogue.json')?.toString()).toContain(planted)
  })

  test('of `trusted-keys` are', async () => {
    const after = await pruned(namingAKey(), { 'trusted-keys': planted })
    expect(after.get('README.md')?.toString()).toContain(`- Public key: \`${planted}\``)
  })

  test('nobody vouches for leave a README without a block as it is, rather than to call the cache unsigned', async () => {
    const files = namingAKey().set('README.md', Buffer.from('# Ours\n'))
    expect((await pruned(files)).get('README.md')?.toString()).toBe('# Ours\n')
  })
})

describe('closures of derivations', () => {
  const built: InventedPath[] = [
    { name: 'cc-1.drv' },
    { name: 'cc-1', deriver: 'cc-1.drv' },
    { name: 'a-1.drv', references: ['cc-1.drv', 'a-1-src'] },
    { name: 'a-1-src' },
    { name: 'a-2.drv', references: ['cc-1.drv', 'a-2-src'] },
    { name: 'a-2-src' }
  ]
  const artifacts = (closures: ('binary' | 'source' | 'cache')[]): InventedPath[] => [
    { name: 'a-1', deriver: 'a-1.drv', row: { daysAgo: 90, closures } },
    { name: 'a-2', deriver: 'a-2.drv', row: { daysAgo: 80, closures } }
  ]

  test('what was published to build an artifact goes and stays with it', async () => {
    const files = inventCache([...built, ...artifacts(['cache'])])
    expect(pathNames(await pruned(files))).toEqual(
      ['a-2', 'a-2-src', 'a-2.drv', 'cc-1', 'cc-1.drv'].sort()
    )
  })

  test('of the closure `source` the derivations go, and what they made is not taken for theirs', async () => {
    const files = inventCache([...built, ...artifacts(['binary', 'source'])])
    expect(pathNames(await pruned(files))).toEqual(
      ['a-2', 'a-2-src', 'a-2.drv', 'cc-1', 'cc-1.drv'].sort()
    )
  })

  test('derivations that no artifact was published with stay, unless unreachable paths are to go', async () => {
    const files = inventCache([...built, ...artifacts(['binary'])])
    expect(pathNames(await pruned(files))).toEqual(
      ['a-1-src', 'a-1.drv', 'a-2', 'a-2-src', 'a-2.drv', 'cc-1', 'cc-1.drv'].sort()
    )
    const all = { 'remove-unreachable': 'true' }
    expect(pathNames(await pruned(files, all))).toEqual(
      ['a-2', 'a-2-src', 'a-2.drv', 'cc-1', 'cc-1.drv'].sort()
    )
  })
})

describe('what no artifact and no pin leads to', () => {
  const files = inventCache([
    ...twoGenerations,
    { name: 'by-hand-1.0', references: ['lib-1.0'] },
    { name: 'loose-1.0' }
  ])

  test('stays, and so does what it refers to', async () => {
    const { decision, change } = await compose(files)
    expect(pathNames(applied(files, change))).toEqual(
      ['by-hand-1.0', 'common-1.0', 'lib-1.0', 'lib-2.0', 'loose-1.0', 'tool-2.0'].sort()
    )
    expect(decision.unreachable.sort()).toEqual(
      [inventedStorePath('by-hand-1.0'), inventedStorePath('loose-1.0')].sort()
    )
  })

  test('goes when that is asked for', async () => {
    const { change, decision } = await compose(files, {
      'remove-unreachable': 'true'
    })
    expect(pathNames(applied(files, change))).toEqual(['common-1.0', 'lib-2.0', 'tool-2.0'])
    expect(decision.unreachable).toEqual([])
  })

  test.each([{}, { main: 'tool-2.0' }])(
    'never goes from a cache that has no catalogue, with the pins %j',
    async (pins) => {
      const bare = new Map([...files, ...inventCache([], { pins })])
      for (const path of [...bare.keys()].filter(isCatalogueFile)) bare.delete(path)
      const { change, decision } = await compose(bare, {
        'remove-unreachable': 'true'
      })
      expect(change).toBeNull()
      expect(decision.notes).toEqual([expect.stringContaining('`remove-unreachable`')])
    }
  )
})

describe('NARs', () => {
  test('that no narinfo names go; other files below nar/ are left alone', async () => {
    const files = inventCache(twoGenerations.slice(2), {
      extra: { 'nar/aa/left-over.nar.zst': 'x', 'nar/README': 'x', 'nar/aa/notes.txt': 'x' }
    })
    expect((await compose(files)).change?.deletedFiles).toEqual(['nar/aa/left-over.nar.zst'])
  })

  test.each([
    ['with a query', (nar: string) => `${nar}?sha256=x`],
    ['percent-encoded', (nar: string) => nar.replace('tool', '%74ool')],
    ['by an absolute address', (nar: string) => `https://mirror.example/o/r/main/${nar}`]
  ])('that a narinfo names %s stay', async (_, urlOf) => {
    const nar = narFile('tool-1.0')
    const files = inventCache([{ name: 'tool-1.0', url: urlOf(nar), row: { daysAgo: 1 } }], {
      extra: { [nar]: 'the NAR' }
    })
    expect((await compose(files)).change).toBeNull()
  })

  test.each(['README.md', 'catalogue.json', 'docs/x.nar', `${'a'.repeat(32)}.narinfo`])(
    'a narinfo that names %s does not take that with it',
    async (url) => {
      const [tool1, , ...others] = twoGenerations
      const files = inventCache(
        [...(tool1 === undefined ? [] : [tool1]), { name: 'lib-1.0', url }, ...others],
        { extra: { 'docs/x.nar': 'x' } }
      )
      expect([...((await compose(files)).change?.deletedFiles ?? [])].sort()).toEqual(
        [narInfoFile('tool-1.0'), narFile('tool-1.0'), narInfoFile('lib-1.0')].sort()
      )
    }
  )
})

describe('the index', () => {
  test('keeps what the README tells readers, and what people wrote around the block', async () => {
    const files = inventCache(twoGenerations)
    const readme = (files.get('README.md')?.toString() ?? '')
      .replaceAll(target.substituterUrl ?? '', 'https://cache.example.org')
      .replace('- Served by: GitHub’s raw files\n', '')
      .replaceAll('\n', '\r\n')
    files.set('README.md', Buffer.from(`Ours.\r\n${readme}The end.`))
    const after = (await pruned(files)).get('README.md')?.toString() ?? ''
    expect(after).toMatch(/^Ours\.\r\n/)
    expect(after).toMatch(/The end\.$/)
    expect(after).toContain('- Substituter: `https://cache.example.org`\r\n')
    expect(after).not.toContain(target.substituterUrl)
  })

  test('ends its history today, keeps what was before, and what is made of the rows is as the rest gives it', async () => {
    const files = inventCache([...twoGenerations, { name: 'other-1.0', row: { daysAgo: 3 } }], {
      pins: { main: 'other-1.0' }
    })
    const after = await pruned(files)
    const of = (state: Files): History | null =>
      parseIndex(state.get('catalogue.json') ?? Buffer.alloc(0), 'catalogue.json').history
    const left = totalsOf(catalogueAmong(after).rows)
    expect(left.artifacts).toBeLessThan(catalogueAmong(files).rows.length)
    const today = daysAgo(0).slice(0, 10)
    expect(of(after)).toEqual([...(of(files) ?? []), [today, left.artifacts, left.fileSize]])
    const pins = [{ name: 'main', storePath: inventedStorePath('other-1.0') }]
    const made = catalogueFiles(catalogueAmong(after), pins)
    expect([...after.keys()].filter(isCatalogueFile).sort()).toEqual([...made.keys()].sort())
    for (const [path, content] of made) {
      if (path !== 'catalogue.json') expect([path, after.get(path)]).toEqual([path, content])
    }
  })

  const pages = { substituterUrl: 'https://o.github.io/binstore', servedBy: 'pages' } as const

  test.each([
    ['as they are told now', (readme: string) => readme],
    [
      'as they were told before there was a line for it',
      (readme: string) => readme.replace('- Served by: GitHub’s raw files\n', '')
    ]
  ])('tells Pages to readers who were told the raw files, %s', async (_how, edit) => {
    const files = inventCache(twoGenerations)
    files.set('README.md', Buffer.from(edit(files.get('README.md')?.toString() ?? '')))
    const { change } = await compose(files, {}, { served: pages })
    const after = change?.files.get('README.md')?.toString() ?? ''
    expect(after).toContain(
      `- Substituter: \`${pages.substituterUrl}\`\n- Served by: GitHub Pages\n`
    )
    expect(after).not.toContain(target.substituterUrl)
  })

  test('of version 1 is taken over in the same commit, and stays as it is where nothing goes', async () => {
    const files = inventCache([...twoGenerations, { name: 'other-1.0', row: { daysAgo: 3 } }])
    const catalogue = catalogueAmong(files)
    for (const path of [...files.keys()].filter(isCatalogueFile)) files.delete(path)
    files.set('catalogue.json', Buffer.from(version1(catalogue)))
    const after = await pruned(files)
    const left = catalogueAmong(after)
    expect(left.rows.length).toBeLessThan(catalogue.rows.length)
    const own = [...after].filter(([path]) => isCatalogueFile(path))
    const made = catalogueFiles(left)
    // The history has what went, too.
    expect(own.map(([path]) => path).sort()).toEqual([...made.keys()].sort())
    for (const [path, content] of own) {
      if (path !== 'catalogue.json')
        expect([path, content.toString()]).toEqual([path, made.get(path)?.toString()])
    }
    const all = await compose(files, { 'keep-generations': '9' })
    expect(all.change).toBeNull()
  })

  test('is not written anew where it is damaged in one shard: that is an error that names it', async () => {
    const files = inventCache(twoGenerations)
    const shard = [...files.keys()].find((path) => shardAt(path) !== null) ?? ''
    files.delete(shard)
    await expect(compose(files)).rejects.toMatchObject({
      code: 'CATALOGUE_INVALID',
      subject: shard
    })
  })

  test('brings what Pages needs, in the same commit', async () => {
    const files = await withBadges(inventCache(twoGenerations))
    files.delete('.nojekyll')
    const { change } = await compose(files)
    expect([...(change?.files.keys() ?? [])].sort()).toEqual([
      '.nojekyll',
      'README.md',
      'catalogue.json',
      'catalogue/ps.json'
    ])
  })

  test('is told the address that the run was given', async () => {
    const files = inventCache(twoGenerations)
    const inputs = { 'substituter-url': 'https://cache.example.org' }
    expect((await pruned(files, inputs)).get('README.md')?.toString()).toContain(
      '- Substituter: `https://cache.example.org`'
    )
  })

  test('is left alone when no row goes', async () => {
    const files = inventCache(twoGenerations.slice(2), { extra: { 'nar/x.nar': 'x' } })
    files.set('README.md', Buffer.from('stale'))
    expect((await compose(files)).change?.files.size).toBe(0)
  })
})

describe('a history that is to go', () => {
  const squash = { 'squash-history': 'true' }

  test('goes in the same commit', async () => {
    const { change } = await compose(inventCache(twoGenerations), squash)
    expect(change).toMatchObject({ replacesHistory: true })
    expect(change?.deletedFiles).toHaveLength(4)
    expect(change?.message).toMatch(/^prune 1 artifact and 2 paths \(.*\) and the history\n/)
    expect(change?.message).toContain('the branch was at 3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a')
  })

  test('goes when nothing else does', async () => {
    const { change } = await compose(inventCache(twoGenerations.slice(2)), squash)
    expect(change).toMatchObject({ replacesHistory: true, deletedFiles: [] })
    expect(change?.message).toMatch(/^squash the history\n/)
  })

  test('that is gone already is no reason for a commit', async () => {
    const files = inventCache(twoGenerations.slice(2))
    expect((await compose(files, squash, { hasHistory: false })).change).toBeNull()
  })
})

describe('what cannot be read is not guessed', () => {
  const broken = (path: string, text: string): Files =>
    inventCache(twoGenerations, { extra: { [path]: text } })

  test.each([
    ['a narinfo', broken(narInfoFile('lib-1.0'), 'StorePath: nonsense\n'), 'NARINFO_UNREADABLE'],
    ['a narinfo of nobody', broken('x.narinfo', ''), 'NARINFO_UNREADABLE'],
    ['the catalogue', broken('catalogue.json', '{"version":1}'), 'CATALOGUE_INVALID'],
    ['a later format of it', broken('catalogue.json', '{"version":3}'), 'CATALOGUE_INVALID'],
    ['a pin', broken('pins/main', '../../etc/passwd\n'), 'PIN_INVALID'],
    ['a cache of another store', broken('nix-cache-info', 'StoreDir: /x\n'), 'STORE_DIR_MISMATCH'],
    ['README markers', broken('README.md', '<!-- nar-publish:end -->\n'), 'README_MARKERS']
  ])('%s', async (_, files, code) => {
    await expect(compose(files)).rejects.toMatchObject({ code })
  })

  test('README markers in a file that is spelled otherwise, which is named', async () => {
    const files = broken('readme.md', '<!-- nar-publish:end -->\n')
    files.delete('README.md')
    const error = { code: 'README_MARKERS', subject: 'readme.md' }
    await expect(compose(files)).rejects.toMatchObject(error)
  })

  test('a branch that is no cache', async () => {
    const files = new Map([['flake.nix', Buffer.from('{}')]])
    await expect(compose(files)).rejects.toMatchObject({ code: 'CACHE_MISSING' })
  })

  test('a pin or a row of a path that is not there is told', async () => {
    const files = inventCache(twoGenerations, { pins: { gone: 'gone-1.0' } })
    files.delete(narInfoFile('tool-2.0'))
    expect((await compose(files)).decision.notes).toEqual([
      expect.stringContaining(`has no narinfo (${inventedStorePath('tool-2.0')})`),
      expect.stringContaining(`pin is of a path that the cache does not hold`)
    ])
  })
})

describe('whatever the cache', () => {
  const names = ['a-1', 'a-2', 'a-3', 'b-1', 'b-2', 'c-1', 'd-1', 'e-1']
  const path = fc.record({
    name: fc.constantFrom(...names),
    references: fc.subarray(names),
    row: fc.option(fc.record({ daysAgo: fc.nat({ max: 60 }) }), { nil: undefined })
  })
  const cache = fc
    .uniqueArray(path, { selector: ({ name }) => name })
    .map((paths) => paths.map(({ row, ...rest }) => (row === undefined ? rest : { ...rest, row })))
  const inputs = fc.record({
    'keep-generations': fc.constantFrom('1', '2'),
    'keep-days': fc.constantFrom('0', '20'),
    'remove-unreachable': fc.constantFrom('true', 'false')
  })

  test('what stays is whole, and a second prune finds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        cache,
        fc.subarray(names, { maxLength: 2 }),
        inputs,
        async (paths, pins, rules) => {
          const files = inventCache(paths, {
            pins: Object.fromEntries(pins.map((name) => [name, name]))
          })
          const after = await pruned(files, rules)
          const had = new Set(pathNames(files))
          const has = new Set(pathNames(after))
          for (const [file, text] of after) {
            if (!file.endsWith('.narinfo')) continue
            const { url, references } = parseNarInfo(text.toString(), file)
            expect(after.has(url)).toBe(true)
            const lost = references
              .map((name) => name.slice(33))
              .filter((n) => had.has(n) && !has.has(n))
            expect(lost).toEqual([])
          }
          for (const name of pins) expect(has.has(name)).toBe(had.has(name))
          const { rows } = catalogueAmong(after)
          for (const { storePath } of rows) expect(has).toContain(storePath.slice(44))
          expect((await compose(after, rules)).change).toBeNull()
        }
      ),
      { numRuns: 150 }
    )
  })
})
