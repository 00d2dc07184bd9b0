import { cacheInfoPath } from '../binary-cache/cache-info.ts'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { list, quote } from '../text.ts'
import type { TargetAddress } from './address.ts'
import { usualBranch } from './branch-name.ts'
import { isOwnTarget } from './own-repository.ts'
import type { Target, TargetSnapshot } from './types.ts'

/** A branch as the first look at it found it. */
export interface OpenedBranch {
  target: Target
  snapshot: TargetSnapshot
  /** Asks what readers of it are told, which is nobody's business of a branch that is passed over. Left out: that is known. */
  learnAddress?: () => Promise<void>
}

/** Which branches of a target may be the cache, the first that is one counts; null: the default branch. */
export async function cacheBranches(
  target: TargetAddress,
  { value, source }: { value: string | null; source: string },
  { environment, log }: { environment: Environment; log: Log },
  { isRead = false } = {}
): Promise<(string | null)[]> {
  if (source === 'input') return [value]
  const isOwn = value !== null || (await isOwnTarget(target, environment, log))
  // The source's own default branch would fill up with NARs, and each publish would start its workflows.
  if (isOwn) return isRead ? [usualBranch, null] : [usualBranch]
  return [null, usualBranch]
}

/** Opens the first that is a cache; where none is, the first. What readers are told is known of it. `looked`: names of those that were looked at. */
export async function openCacheBranch(
  branches: readonly (string | null)[],
  open: (branch: string | null) => Promise<OpenedBranch>
): Promise<OpenedBranch & { looked: string[] }> {
  const looked: OpenedBranch[] = []
  for (const branch of branches) {
    const opened = await open(branch)
    looked.push(opened)
    if (branches.length === 1 || (await isCache(opened.snapshot))) return chosen(opened, looked)
  }
  const [first] = looked
  if (first === undefined) throw new TypeError('no branch to look at')
  return chosen(first, looked)
}

async function chosen(
  { target, snapshot, learnAddress }: OpenedBranch,
  looked: readonly OpenedBranch[]
): Promise<OpenedBranch & { looked: string[] }> {
  await learnAddress?.()
  return { target, snapshot, looked: namesOf(looked) }
}

/** How a catalogue begins that nar-publish wrote, of whatever version. */
const ownCatalogue = /^\{\s*"version":\s*\d+,\s*"publicKeys":/

async function isCache(snapshot: TargetSnapshot): Promise<boolean> {
  if (snapshot.commit === null) return false
  // Who publishes reads it anyway, while the other file is almost always just as it has to be.
  const catalogue = await snapshot.glanceAt('catalogue.json')
  const isOurs = catalogue !== null && ownCatalogue.test(catalogue.toString('latin1', 0, 100))
  return isOurs || snapshot.has(cacheInfoPath)
}

function namesOf(looked: readonly OpenedBranch[]): string[] {
  return [...new Set(looked.map(({ target }) => target.branch))]
}

/** Throws CACHE_MISSING: none of the branches is a cache. */
export function noCache(
  { name }: Pick<Target, 'name'>,
  looked: readonly string[]
): NarPublishError {
  return new NarPublishError({
    code: 'CACHE_MISSING',
    subject: `${name}, ${list(looked.map((branch) => `branch ${quote(branch)}`))}`,
    reason: 'there is no cache'
  })
}

/** Refuses a branch that nobody named and that is something else than a cache: people's work. Throws BRANCH_TAKEN. */
export async function refuseOthersBranch({ target, snapshot }: OpenedBranch): Promise<void> {
  const other = await othersFile(snapshot)
  if (other === null) return
  // To name the very branch that is refused would let the run into it.
  const free = target.branch === usualBranch ? 'binary-cache' : usualBranch
  throw new NarPublishError({
    code: 'BRANCH_TAKEN',
    subject: `${target.name}, branch ${quote(target.branch)}`,
    reason: `it holds files (${quote(other)}) and no ${cacheInfoPath}, so it is no cache`,
    hint: `Name a branch of the cache’s own, which is made when it is missing: \`target-branch: ${free}\`. When this one is meant, name it.`
  })
}

/** What a repository has that was just made, or whose Pages were just set up, or was a store of the publishing script, or is a cache but for its `nix-cache-info`. */
const harmless =
  /^(?:readme|licen[cs]e|copying|notice|contributing|code_of_conduct|security)(?:[._-].*)?$|^\.git(?:ignore|attributes|hub)$|^(?:\.nojekyll|404\.html|CNAME|_config\.yml)$|^catalogue\.json$|^[0-9a-df-np-sv-z]{32}(?:\.narinfo|-.+\.nar)$/i

/** A file or folder by which a branch is something else than a cache; null: there is none. */
export async function othersFile(snapshot: TargetSnapshot): Promise<string | null> {
  if (snapshot.commit === null || (await isCache(snapshot))) return null
  const names = [...(await snapshot.itemsIn('')).keys()]
  if (names.some((name) => name.endsWith('.narinfo'))) return null
  const isOwn = (name: string): boolean => name === 'catalogue' && names.includes('catalogue.json')
  return names.find((name) => !harmless.test(name) && !isOwn(name)) ?? null
}
