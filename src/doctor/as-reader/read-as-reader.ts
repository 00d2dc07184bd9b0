import { readmePath } from '../../catalogue/readme.ts'
import { keysToTell } from '../../catalogue/told-keys.ts'
import type { Log } from '../../log.ts'
import { readCache } from '../../reader/read-cache.ts'
import { count } from '../../text.ts'
import { finding, type Finding } from '../findings.ts'
import { readListing } from './listing.ts'
import type { ToldCache } from './told-cache.ts'

export interface WhatToRead {
  /** Store paths; none: what the catalogue lists. */
  paths: readonly string[]
  /** Of what the catalogue lists, so many that were published last, as `readListing` takes it; null: all. */
  newest: number | null
  /** `name:base64`; none: those that readers are told. */
  publicKeys: readonly string[]
  /** `name:base64` of keys that readers are told beside those that the README tells them. */
  trustedKeys: readonly string[]
  /** NARs are asked for and not read. */
  isQuick: boolean
}

/** What a reader meets at the address. */
export interface ReaderDiagnosis {
  address: string
  repository: ToldCache['repository']
  /** NARs were asked for and not read: their content is not proved. */
  quick: boolean
  findings: Finding[]
  counts: {
    /** Of the reader, redirects included. */
    requests: number
    /** Of bodies, as downloaded. */
    bytes: number
    /** Store paths whose closures were asked for, and how many there are to ask for. */
    asked: number
    listed: number
    /** Paths that a reader gets: narinfo, signature and NAR. */
    good: number
    nars: number
    unread: number
  }
  unread: string[]
  /** Store paths that are left to upstream caches. */
  upstream: string[]
}

/** Reads the cache at the address that readers are told, with nothing but what they have. Throws COMPRESSOR_MISSING. */
export async function readAsReader(
  cache: ToldCache,
  what: WhatToRead,
  { childEnvironment, log }: { childEnvironment: Record<string, string>; log: Log }
): Promise<ReaderDiagnosis> {
  const { address, repository, committed, web } = cache
  const told = keysToTell(cache.readme, what.trustedKeys)
  const publicKeys = what.publicKeys.length > 0 ? what.publicKeys : told
  const given = [...new Set(what.paths)]
  const { storePaths, listed, findings } =
    given.length > 0
      ? { storePaths: given, listed: given.length, findings: [] }
      : await readListing(cache, what.newest)
  const read = await log.group(`Read ${count(storePaths.length, 'closure')} from ${address}`, () =>
    readCache({
      ...{ web, address, roots: storePaths, publicKeys, committed, childEnvironment },
      isQuick: what.isQuick,
      onProgress: (done, total) => {
        log.debug(`${done} of ${total} paths`)
      }
    })
  )
  return {
    address,
    repository,
    quick: what.isQuick,
    findings: [
      ...findings,
      ...cache.failures
        .filter(({ file }) => (file === readmePath ? what.publicKeys : what.paths).length === 0)
        .map(({ file, reason }) => finding('ADDRESS_FAILS', file, reason)),
      ...(publicKeys.length === 0 ? [finding('UNSIGNED', readmePath)] : []),
      ...read.problems.map(({ code, file, detail }) => finding(code, file, detail))
    ],
    counts: {
      requests: web.requests,
      bytes: web.bytes,
      asked: storePaths.length,
      listed,
      good: read.good.length,
      nars: read.nars,
      unread: read.unread.length
    },
    unread: read.unread,
    upstream: read.upstream
  }
}
