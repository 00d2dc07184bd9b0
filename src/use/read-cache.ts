import type { ReadableCache } from '../catalogue/reader-lines.ts'
import { newestPath, parseNewest } from '../catalogue/newest.ts'
import { currentRows, newestRow } from '../catalogue/rows.ts'
import type { ShownRow } from '../catalogue/types.ts'
import { NarPublishError } from '../errors.ts'
import { chooseKeys, type ReaderKeys } from './keys.ts'
import { openCache, type OpenedCache } from './open-cache.ts'
import { ownRepository } from '../repository/own-repository.ts'
import { requireProvenance } from './provenance.ts'
import type { UseRun } from './run.ts'

/** All that a reader has to know, and who says so. */
export interface FoundCache {
  branch: string
  cache: ReadableCache
  keys: ReaderKeys
  isPrivate: boolean
  /** For the netrc of a private cache; null: it is public, or not at the host that its token is for. */
  password: string | null
  /** What was verified of its provenance, a sentence; null: nothing was asked. */
  provenance: string | null
  /** Sentences. */
  warnings: string[]
}

/** Reads the cache and decides on its keys. Throws what opening it, choosing its keys and verifying its provenance throws. */
export async function readCache(run: UseRun): Promise<FoundCache> {
  const { inputs, environment, log } = run
  const opened = await openCache(run)
  const { target, substituterUrl } = opened
  const keys = chooseKeys(inputs.trustedKeys, opened, await ownRepository(environment, log))
  const { readerCredentials } = target
  // To no other host than the one that the token is for.
  const isAtHost = readerCredentials?.host === new URL(substituterUrl).hostname
  const credentials = isAtHost ? readerCredentials : null
  const notSent = `${target.name} is private, and its token is not given to ${new URL(substituterUrl).host}: reading there is what \`substituter-url\` has to be set up for.`
  const newest = newestRow(await shownRows(opened))
  const provenance = await requireProvenance(run, opened)
  return {
    branch: target.branch,
    cache: {
      repository: target.name,
      substituterUrl,
      publicKeys: keys.publicKeys,
      login: credentials === null ? null : { host: credentials.host, name: credentials.login },
      example: newest === undefined ? null : { storePath: newest.storePath, program: null }
    },
    keys,
    isPrivate: target.isPrivate,
    password: credentials?.password ?? null,
    provenance,
    warnings: [...keys.warnings, ...(target.isPrivate && credentials === null ? [notSent] : [])]
  }
}

/** Without its catalogue a cache can be used all the same. */
async function shownRows({ index, snapshot }: OpenedCache): Promise<readonly ShownRow[]> {
  if (index === null || index instanceof NarPublishError) return []
  if (index.rows !== null) return currentRows(index.rows)
  const content = await snapshot.readFile(newestPath)
  return content === null ? [] : (parseNewest(content)?.rows ?? [])
}
