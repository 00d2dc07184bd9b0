import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { publicKeyText, verifySignature } from '../../src/binary-cache/signature.ts'
import {
  composeChange,
  largeFilesOf,
  narInfoOf,
  type ComposingRun,
  type Contribution
} from '../../src/publish/compose.ts'
import type { Composed } from '../../src/publish/state.ts'
import {
  artifactNamed,
  otherKey,
  otherSecret,
  packedPath,
  pathOf,
  runWith,
  snapshotOf,
  someKey,
  someSecret,
  target
} from './support.ts'
import { filledStore } from '../../bench/support/filled-store.ts'
import { catalogueAmong, withCatalogue } from '../support/catalogue.ts'

type Files = Map<string, Buffer>

/** Brings the named packages; `dependencies` without a row. */
function contributionOf(
  run: ComposingRun,
  names: readonly string[],
  { dependencies = [] as readonly string[], publishedAt = '2026-11-21T04:05:06Z' } = {}
): Contribution {
  const packed = [...names, ...dependencies].map((name) => packedPath(pathOf(name)))
  return {
    packed: packed.map((path) => ({ ...path, narInfo: narInfoOf(run, path) })),
    toSign: [],
    artifacts: names.map(artifactNamed),
    publishedAt
  }
}

const compose = (
  run: ComposingRun,
  contribution: Contribution,
  files: Files | null
): Promise<Composed> => composeChange(run, target, contribution, snapshotOf(files))

/** The branch after the change. */
function applied(before: Files | null, { change }: Composed): Files {
  const large = (change?.largeFiles ?? []).map(({ path }) => [path, Buffer.from('NAR')] as const)
  return new Map([...(before ?? []), ...(change?.files ?? []), ...large])
}

const narinfo = (name: string): string => `${pathOf(name).slice(11, 43)}.narinfo`
const rowsOf = (files: Files) => catalogueAmong(files).rows

describe('into a branch that does not exist', () => {
  test('it brings everything that a cache needs', async () => {
    const run = runWith()
    const contribution = contributionOf(run, ['hello-1.0'], { dependencies: ['lib-2.0'] })
    const composed = await compose(run, contribution, null)
    expect([...(composed.change?.files.keys() ?? [])].sort()).toEqual(
      [
        '.gitattributes',
        '.nojekyll',
        '404.html',
        'README.md',
        'badge.json',
        'badge.svg',
        'badge/hello.json',
        'badge/hello.svg',
        'catalogue.json',
        'catalogue/ft.json',
        'catalogue/names/fq.json',
        'catalogue/newest.html',
        'catalogue/newest.json',
        'index.html',
        narinfo('hello-1.0'),
        narinfo('lib-2.0'),
        'nix-cache-info'
      ].sort()
    )
    expect(composed.change?.largeFiles.map(({ path }) => path)).toEqual(
      contribution.packed.map(({ nar }) => nar.cachePath)
    )
    expect(composed.change?.message).toMatch(/^publish hello 1\.0 \(x86_64-linux\)\n\n/)
    expect(composed.rows.map(({ name }) => name)).toEqual(['hello'])
    expect(composed.closure.map(({ storePath }) => storePath)).toEqual([pathOf('lib-2.0')])
  })
})

describe('into a branch that has it', () => {
  test('nothing is left to change', async () => {
    const run = runWith()
    const contribution = contributionOf(run, ['hello-1.0'], { dependencies: ['lib-2.0'] })
    const files = applied(null, await compose(run, contribution, null))
    expect(await compose(run, contribution, files)).toMatchObject({
      change: null,
      rows: [],
      closure: [],
      nars: [],
      signed: []
    })
  })

  test('nothing is left to change for a run that began earlier and came later', async () => {
    const files = applied(null, await compose(runWith(), contributionOf(runWith(), ['a-1']), null))
    const late = runWith({}, '2')
    const earlier = contributionOf(late, ['a-1'], { publishedAt: '2026-11-21T04:00:00Z' })
    expect((await compose(late, earlier, files)).change).toBeNull()
  })

  test('of a larger closure the row says so, and no NAR is brought', async () => {
    const bare = runWith({ closure: 'bare' })
    const files = applied(null, await compose(bare, contributionOf(bare, ['a-1']), null))
    const run = runWith()
    const composed = await compose(run, contributionOf(run, ['a-1']), files)
    expect(composed.change?.largeFiles).toEqual([])
    expect(composed.change?.files.has(narinfo('a-1'))).toBe(false)
    expect(rowsOf(applied(files, composed))[0]?.closures).toEqual(['bare', 'binary'])
  })

  test('as somebody’s dependency it gets a row that names the NAR that is there', async () => {
    const run = runWith()
    const first = contributionOf(run, ['hello-1.0'], { dependencies: ['lib-2.0'] })
    const files = applied(null, await compose(run, first, null))
    const row = { packed: [], toSign: [], artifacts: [artifactNamed('lib-2.0')] }
    const composed = await compose(run, { ...first, ...row }, files)
    expect(composed.change?.largeFiles).toEqual([])
    expect(composed.rows).toEqual([
      expect.objectContaining({ name: 'lib', nar: first.packed[1]?.nar.cachePath, narSize: 120 })
    ])
  })

  test('without this run’s signature that is added, and all else stays', async () => {
    const unsigned = runWith({ 'signing-key': '' })
    const files = applied(null, await compose(unsigned, contributionOf(unsigned, ['a-1']), null))
    const run = runWith()
    const contribution = contributionOf(run, ['a-1'])
    const composed = await compose(run, contribution, files)
    expect(composed).toMatchObject({ nars: [], rows: [], signed: [pathOf('a-1')] })
    expect(composed.change).toMatchObject({ largeFiles: [] })
    expect(composed.change?.message).toMatch(/^sign 1 path\n/)
    const text = applied(files, composed).get(narinfo('a-1'))?.toString() ?? ''
    expect(text.replace(/^Sig: .*\n/m, '')).toBe(files.get(narinfo('a-1'))?.toString())
    const { signatures } = parseNarInfo(text, 'narinfo')
    const info = packedPath(pathOf('a-1')).info
    expect(signatures.map((one) => verifySignature(publicKeyText(someKey), info, one))).toEqual([
      true
    ])
  })

  test('by another key it gets a second signature, and readers are told of both keys', async () => {
    const other = runWith({ 'signing-key': otherSecret })
    const files = applied(null, await compose(other, contributionOf(other, ['a-1']), null))
    const run = runWith()
    const composed = await compose(run, contributionOf(run, ['a-1']), files)
    const text = applied(files, composed).get(narinfo('a-1'))?.toString() ?? ''
    expect(text.match(/^Sig: .*?:/gm)).toEqual(['Sig: test-only-1:', 'Sig: test-only-2:'])
    expect(composed.publicKeys).toEqual([publicKeyText(someKey), publicKeyText(otherKey)])
  })
})

describe('a run’s keys', () => {
  const keysOf = (text: string | undefined): string[] => text?.match(/(?<=^Sig: )[^:]*/gm) ?? []

  test('all sign what it brings, and readers are told of all', async () => {
    const run = runWith({ 'signing-key': `${otherSecret}\n${someSecret}` })
    const composed = await compose(run, contributionOf(run, ['a-1']), null)
    const text = composed.change?.files.get(narinfo('a-1'))?.toString()
    expect(keysOf(text)).toEqual(['test-only-1', 'test-only-2'])
    expect(composed.publicKeys).toEqual([publicKeyText(someKey), publicKeyText(otherKey)])
    expect(composed.newKeys).toEqual([])
  })

  test('are new when readers were told others, and only then', async () => {
    const run = runWith()
    const files = applied(null, await compose(run, contributionOf(run, ['a-1']), null))
    const both = runWith({ 'signing-key': `${otherSecret}\n${someSecret}` })
    const composed = await compose(both, contributionOf(both, ['a-1']), files)
    expect(composed).toMatchObject({
      newKeys: [publicKeyText(otherKey)],
      signed: [pathOf('a-1')]
    })
    const after = applied(files, composed)
    expect(keysOf(after.get(narinfo('a-1'))?.toString())).toEqual(['test-only-1', 'test-only-2'])
    const more = await compose(both, contributionOf(both, ['b-1']), after)
    expect(more.newKeys).toEqual([])
  })

  test('without any, what it brings is unreadable where readers are told one', async () => {
    const run = runWith()
    const files = applied(null, await compose(run, contributionOf(run, ['a-1']), null))
    const keyless = runWith({ 'signing-key': '' })
    const contribution = contributionOf(keyless, ['a-1', 'b-1'], { dependencies: ['c-1'] })
    const composed = await compose(keyless, contribution, files)
    expect(composed.unreadable).toEqual([pathOf('b-1'), pathOf('c-1')])
    expect((await compose(keyless, contribution, null)).unreadable).toEqual([])
  })

  test('without any, also where a person took the block with the keys out of the README', async () => {
    const run = runWith()
    const files = applied(null, await compose(run, contributionOf(run, ['a-1']), null))
    files.set('README.md', Buffer.from('# Store\n'))
    const keyless = runWith({ 'signing-key': '' })
    const composed = await compose(keyless, contributionOf(keyless, ['b-1']), files)
    expect(composed.unreadable).toEqual([pathOf('b-1')])
  })

  test('stop at another build under a key that readers are not told, also when it came meanwhile', async () => {
    const other = runWith({ 'signing-key': otherSecret })
    const theirs = packedPath(pathOf('a-1'), 'another build')
    const contribution = {
      ...contributionOf(other, ['a-1']),
      packed: [{ ...theirs, narInfo: narInfoOf(other, theirs) }]
    }
    const files = applied(null, await compose(other, contribution, null))
    files.set('README.md', Buffer.from('# Store\n'))
    const run = runWith()
    await expect(compose(run, contributionOf(run, ['a-1']), files)).rejects.toMatchObject({
      code: 'HELD_UNREADABLE',
      subject: pathOf('a-1')
    })
    const trusting = runWith({ 'trusted-keys': publicKeyText(otherKey) })
    const composed = await compose(trusting, contributionOf(trusting, ['a-1']), files)
    expect(composed).toMatchObject({ nars: [], signed: [] })
  })
})

test('a README that is spelled otherwise is named when its markers are wrong', async () => {
  const files = new Map([['readme.md', Buffer.from('<!-- nar-publish:end -->\n')]])
  const run = runWith()
  await expect(compose(run, contributionOf(run, ['a-1']), files)).rejects.toMatchObject({
    code: 'README_MARKERS',
    subject: 'readme.md'
  })
})

describe('a key that only the catalogue names', () => {
  const withPlanted = async (): Promise<Files> => {
    const run = runWith()
    const files = applied(null, await compose(run, contributionOf(run, ['a-1']), null))
    const catalogue = catalogueAmong(files)
    const publicKeys = [...catalogue.publicKeys, publicKeyText(otherKey)]
    return withCatalogue(files, { ...catalogue, publicKeys })
  }
  const keysIn = (files: Files): string[] => [...catalogueAmong(files).publicKeys]

  test('stays there, and readers are not told it', async () => {
    const run = runWith()
    const files = await withPlanted()
    const composed = await compose(run, contributionOf(run, ['b-1']), files)
    const after = applied(files, composed)
    expect(composed).toMatchObject({
      publicKeys: [publicKeyText(someKey)],
      untoldKeys: [publicKeyText(otherKey)]
    })
    expect(keysIn(after)).toEqual([publicKeyText(someKey), publicKeyText(otherKey)])
    expect(after.get('README.md')?.toString()).not.toContain(publicKeyText(otherKey))
    expect(after.get('README.md')?.toString()).toContain(publicKeyText(someKey))
  })

  test('of a name that another has is not told beside it, whoever vouches for it', async () => {
    const renamed = publicKeyText(otherKey).replace(/^[^:]*/, someKey.name)
    const run = runWith({ 'trusted-keys': renamed })
    const files = await withPlanted()
    await expect(compose(run, contributionOf(run, ['b-1']), files)).rejects.toMatchObject({
      code: 'SIGNING_KEY_INVALID',
      subject: `key "${someKey.name}"`
    })
  })

  test('is told when `trusted-keys` vouches for it', async () => {
    const run = runWith({ 'trusted-keys': publicKeyText(otherKey) })
    const composed = await compose(run, contributionOf(run, ['b-1']), await withPlanted())
    expect(composed).toMatchObject({
      publicKeys: [publicKeyText(someKey), publicKeyText(otherKey)],
      untoldKeys: []
    })
  })
})

test('any two publishers in any order give the same branch', async () => {
  const names = fc.subarray(['a-1', 'a-2', 'b-1', 'c-1'])
  const publisher = fc.record({ names, dependencies: fc.subarray(['d-1', 'e-1']) })
  await fc.assert(
    fc.asyncProperty(publisher, publisher, async (one, two) => {
      const run = runWith()
      const [first, second] = [one, two].map(({ names, dependencies }) =>
        contributionOf(run, names, { dependencies })
      )
      if (first === undefined || second === undefined) throw new Error('two publishers')
      const after = async (contributions: Contribution[]): Promise<Record<string, string>> => {
        let files: Files | null = null
        for (const contribution of contributions) {
          files = applied(files, await compose(run, contribution, files))
        }
        return Object.fromEntries([...(files ?? [])].map(([path, bytes]) => [path, String(bytes)]))
      }
      expect(await after([first, second])).toEqual(await after([second, first]))
    }),
    { numRuns: 50 }
  )
})

test('a cache of another store directory is refused', async () => {
  const run = runWith()
  const files = new Map([['nix-cache-info', Buffer.from('StoreDir: /opt/store\n')]])
  await expect(compose(run, contributionOf(run, ['a-1']), files)).rejects.toMatchObject({
    code: 'STORE_DIR_MISMATCH'
  })
})

test('two versions of the same content share one NAR', () => {
  const versions = [packedPath(pathOf('a-1'), 'same'), packedPath(pathOf('a-2'), 'same')]
  const paths = versions.map(({ nar }) => nar.cachePath)
  expect(paths[0]).toBe(paths[1])
  expect(largeFilesOf(versions).map(({ path }) => path)).toEqual(paths.slice(1))
})

test('signatures that a path came with stay beside ours', () => {
  const path = packedPath(pathOf('a-1'))
  const signed = { ...path, info: { ...path.info, signatures: ['cache.nixos.org-1:xyz'] } }
  expect(narInfoOf(runWith(), signed).signatures).toEqual([
    'cache.nixos.org-1:xyz',
    expect.stringMatching(/^test-only-1:/)
  ])
})

test('one artifact into 10,000 is sent in less than 100 kB, the NAR aside', async () => {
  const run = runWith()
  const files = [...filledStore(10_000)]
  const store = new Map(files.map(([path, text]) => [path, Buffer.from(text)]))
  // The page is made once, and a cache of so many artifacts has it.
  const before = applied(store, await compose(run, contributionOf(run, ['first-1.0']), store))
  const { change } = await compose(run, contributionOf(run, ['hello-1.0']), before)
  const paths = [...(change?.files.keys() ?? [])]
  expect(paths).toContain('catalogue/newest.html')
  expect(paths).not.toContain('index.html')
  const tree = [...(change?.files ?? [])].map(([path, content]) => {
    return { path, mode: '100644', type: 'blob', content: content.toString() }
  })
  expect(JSON.stringify({ tree }).length).toBeLessThan(100_000)
})
