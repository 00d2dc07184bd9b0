import { cacheInfoPath, parseCacheInfo } from '../binary-cache/cache-info.ts'
import { cataloguePath, parseIndex, type CatalogueIndex } from '../catalogue/catalogue.ts'
import { findReadme } from '../catalogue/find-readme.ts'
import { toldAddress } from '../catalogue/told-address.ts'
import { NarPublishError } from '../errors.ts'
import { openExisting } from '../publish/open-target.ts'
import { noCache } from '../repository/cache-branch.ts'
import type { Target, TargetSnapshot } from '../repository/types.ts'
import type { UseRun } from './run.ts'

/** A cache as its readers find it. */
export interface OpenedCache {
  target: Target
  /** What readers put into `substituters`. */
  substituterUrl: string
  /** That the address is one on another server, which the cache's README names, and nobody else. */
  isMirror: boolean
  /** null: it has none. An error: what is there cannot be read. */
  index: CatalogueIndex | NarPublishError | null
  /** What it was read from. */
  snapshot: TargetSnapshot
  readme: Buffer | null
}

/**
 * Looks for the cache on the branch that was named, else on the default branch and on `nix-cache`, first on that in the source's own repository. Nothing is written, and a public one
 * needs no token. Throws CACHE_MISSING, STORE_DIR_MISMATCH, INPUT_MISSING where nobody serves the files, and what the repository throws.
 */
export async function openCache(run: UseRun): Promise<OpenedCache> {
  const { target, snapshot, looked } = await openExisting(run, { toRead: true })
  const info = snapshot.commit === null ? null : await snapshot.readFile(cacheInfoPath)
  if (info === null) throw noCache(target, looked)
  parseCacheInfo(info.toString('utf8'), `${target.name}, ${cacheInfoPath}`)
  const { content: readme } = await findReadme(snapshot)
  return {
    target,
    ...addressOf(run, target, readme),
    index: indexIn(await snapshot.readFile(cataloguePath), target),
    snapshot,
    readme
  }
}

function indexIn(content: Buffer | null, target: Target): OpenedCache['index'] {
  if (content === null) return null
  try {
    return parseIndex(content, `${target.name}, ${cataloguePath}`)
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
}

/**
 * The address that was given, or a mirror that the README tells; else GitHub Pages when it serves the branch, else the files' own. That
 * README's word for Pages was heard when Pages was asked, and counts no more where Pages is off, or another repository's, as in a fork. A private
 * cache's address is never taken from its README, as the reader's token goes there; nor is another one on the files' own host.
 */
function addressOf(
  { inputs }: UseRun,
  target: Target,
  readme: Buffer | null
): Pick<OpenedCache, 'substituterUrl' | 'isMirror'> {
  const own = target.substituterUrl
  const told = toldAddress(readme)
  const isServed = told !== null && isHttp(told.url) && !target.isPrivate
  const mayBeTold = inputs.substituterUrl === 'auto' && (own === null || told?.servedBy === 'other')
  if (mayBeTold && isServed && (own === null || hostOf(own) !== hostOf(told.url))) {
    return { substituterUrl: told.url, isMirror: true }
  }
  if (own !== null) return { substituterUrl: own, isMirror: false }
  throw new NarPublishError({
    code: 'INPUT_MISSING',
    subject: 'input substituter-url',
    reason: `nobody is known to serve the files of ${target.name}`,
    hint: 'Give the address of a web server that serves the branch; the README of the cache tells how to read a clone.'
  })
}

function isHttp(url: string): boolean {
  return /^https?:\/\/[^\s'"\\]+$/.test(url) && URL.canParse(url)
}

function hostOf(url: string): string {
  return new URL(url).host
}
