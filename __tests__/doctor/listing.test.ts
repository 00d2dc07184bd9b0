import { describe, expect, test } from '@jest/globals'
import {
  cataloguePath,
  emptyIndex,
  mergeCatalogue,
  parseIndex
} from '../../src/catalogue/catalogue.ts'
import { formatNewest, newestPath } from '../../src/catalogue/newest.ts'
import { shardAt } from '../../src/catalogue/shards.ts'
import type { Catalogue } from '../../src/catalogue/types.ts'
import { readListing } from '../../src/doctor/as-reader/listing.ts'
import type { ToldCache } from '../../src/doctor/as-reader/told-cache.ts'
import { ReaderWeb } from '../../src/reader/web.ts'
import { silentLog } from '../../src/log.ts'
import { rowWith } from '../catalogue/support.ts'
import { catalogueFiles, version1 } from '../support/catalogue.ts'

type Files = Map<string, Buffer>

const path = (number: number): string => `/nix/store/${String(number).padStart(32, '0')}-x`
const catalogueOf = (count: number): Catalogue =>
  mergeCatalogue(
    { rows: [], publicKeys: [] },
    {
      publicKeys: [],
      rows: Array.from({ length: count }, (_, number) =>
        rowWith({
          name: `tool-${number}`,
          storePath: path(number),
          publishedAt: new Date(Date.UTC(2026, 0, 1 + number)).toISOString().replace('.000', '')
        })
      )
    }
  )

/** A cache whose address gives these files, but for those that fail; and what was asked for. */
function cacheWith(
  files: Files,
  failing: readonly string[] = []
): { cache: ToldCache; asked: string[] } {
  const asked: string[] = []
  const failures: ToldCache['failures'] = []
  const content = files.get(cataloguePath)
  const cache: ToldCache = {
    address: 'https://x.example',
    repository: null,
    committed: null,
    index: content === undefined ? null : parseIndex(content, cataloguePath),
    readme: null,
    failures,
    web: new ReaderWeb({ login: null, log: silentLog }),
    readFiles: (paths) => {
      asked.push(...paths)
      for (const file of paths) if (failing.includes(file)) failures.push({ file, reason: '503' })
      const given = paths.filter((path) => files.has(path) && !failing.includes(path))
      return Promise.resolve(
        new Map(given.map((path) => [path, files.get(path) ?? Buffer.alloc(0)]))
      )
    }
  }
  return { cache, asked }
}

const shardsOf = (files: Files): string[] =>
  [...files.keys()].filter((path) => shardAt(path) !== null)

describe('what a catalogue lists', () => {
  test('is what all of its shards have, the one published last first', async () => {
    const files = catalogueFiles(catalogueOf(70))
    const { cache, asked } = cacheWith(files)
    const listing = await readListing(cache, null)
    expect(listing).toMatchObject({ listed: 70, findings: [] })
    expect(listing.storePaths).toEqual(Array.from({ length: 70 }, (_, index) => path(69 - index)))
    expect(asked.sort()).toEqual(shardsOf(files).sort())
  })

  test('the newest of it, up to 100, are one file', async () => {
    const { cache, asked } = cacheWith(catalogueFiles(catalogueOf(300)))
    expect(await readListing(cache, 3)).toEqual({
      storePaths: [path(299), path(298), path(297)],
      listed: 300,
      findings: []
    })
    expect(asked).toEqual([newestPath])
    expect((await readListing(cache, 101)).storePaths).toHaveLength(101)
  })

  test('the newest are found without that file, too', async () => {
    const files = catalogueFiles(catalogueOf(20))
    files.delete(newestPath)
    expect((await readListing(cacheWith(files).cache, 2)).storePaths).toEqual([path(19), path(18)])
  })

  test('the newest are found where that file shows none of them', async () => {
    const files = catalogueFiles(catalogueOf(20))
    files.set(newestPath, formatNewest([], new Set()))
    expect((await readListing(cacheWith(files).cache, 2)).storePaths).toEqual([path(19), path(18)])
  })

  test('of version 1 costs no request more', async () => {
    const files = new Map([[cataloguePath, Buffer.from(version1(catalogueOf(5)))]])
    const { cache, asked } = cacheWith(files)
    expect(await readListing(cache, 2)).toMatchObject({ storePaths: [path(4), path(3)], listed: 5 })
    expect(asked).toEqual([])
  })

  test('a shard that is not there is told, once; one that the address fails to give is told as that', async () => {
    const files = catalogueFiles(catalogueOf(20))
    const [gone = '', failing = ''] = shardsOf(files)
    files.delete(gone)
    const { findings, storePaths } = await readListing(cacheWith(files, [failing]).cache, null)
    expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `CATALOGUE_SHARD_MISSING ${gone}`
    ])
    expect(storePaths.length).toBeLessThan(20)
  })

  test('a damaged shard is told, and nothing is asked for', async () => {
    const files = catalogueFiles(catalogueOf(20))
    const [damaged = ''] = shardsOf(files)
    files.set(damaged, Buffer.from('<html>'))
    const { findings, storePaths } = await readListing(cacheWith(files).cache, null)
    expect(findings).toMatchObject([{ code: 'CATALOGUE_INVALID', file: damaged }])
    expect(storePaths).toEqual([])
  })

  test('more than 64 MiB in all are not read on', async () => {
    const files = catalogueFiles(catalogueOf(200))
    const large = JSON.stringify({
      artifacts: [rowWith({ attribute: 'x'.repeat(30 * 1024 * 1024) })]
    })
    for (const path of shardsOf(files)) files.set(path, Buffer.from(large))
    const { cache, asked } = cacheWith(files)
    expect((await readListing(cache, null)).findings).toMatchObject([{ code: 'CATALOGUE_INVALID' }])
    expect(asked.length).toBeLessThanOrEqual(32)
  })

  test('nothing is', async () => {
    const { cache } = cacheWith(new Map())
    expect((await readListing(cache, null)).findings).toMatchObject([{ code: 'NOTHING_LISTED' }])
    expect(await readListing({ ...cache, index: emptyIndex }, null)).toMatchObject({
      listed: 0,
      findings: []
    })
  })
})
