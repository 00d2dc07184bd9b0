import type { PathInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { holdPaths } from './gc-roots.ts'
import { queryDerivers } from './derivers.ts'
import { queryPathInfo, queryRecursiveInfos } from './path-info.ts'
import { queryStore } from './run.ts'
import type { ClosureType, Nix } from './types.ts'
import { invalidPaths, missingStorePath } from './validity.ts'

/**
 * The closure of valid store paths, sorted, each path once; what does not stay with those paths is kept from the garbage collector as
 * well. Throws STORE_PATH_MISSING when one of them is not valid, or when
 * `source` or `cache` need a deriver that this store does not have.
 */
export async function queryClosure(
  nix: Nix,
  storePaths: readonly string[],
  type: ClosureType
): Promise<string[]> {
  const { starts, lost } = await startsOf(nix, storePaths, type)
  for (const error of lost.values()) throw error
  return closureOf(nix, [...starts.values()], type)
}

/** The same of those that have one, and why the `lost` others have none. */
export async function queryClosureOfSome(
  nix: Nix,
  storePaths: readonly string[],
  type: ClosureType
): Promise<{ closure: string[]; lost: Map<string, NarPublishError> }> {
  const { starts, lost } = await startsOf(nix, storePaths, type)
  return { closure: await closureOf(nix, [...starts.values()], type), lost }
}

/** The same, with what Nix's database knows of each path of it: by one command where all are whole. */
export async function queryClosureInfos(
  nix: Nix,
  storePaths: readonly string[],
  type: ClosureType
): Promise<{ infos: Map<string, PathInfo>; lost: Map<string, NarPublishError> }> {
  if (type === 'binary') {
    const infos = await queryRecursiveInfos(nix, sortedOnce(storePaths))
    if (infos !== null) return { infos, lost: new Map() }
  }
  const { closure, lost } = await queryClosureOfSome(nix, storePaths, type)
  return { infos: await queryPathInfo(nix, closure), lost }
}

/** The closure of each by itself. Throws as queryClosure does. */
export async function queryClosures(
  nix: Nix,
  storePaths: readonly string[],
  type: ClosureType
): Promise<Map<string, string[]>> {
  const { starts, lost } = await startsOf(nix, storePaths, type)
  for (const error of lost.values()) throw error
  const closures = new Map<string, string[]>()
  if (type === 'cache') {
    // Which outputs belong to a derivation only Nix knows.
    for (const [path, start] of starts) closures.set(path, await closureOf(nix, [start], type))
    return closures
  }
  const whole = await closureOf(nix, [...starts.values()], type)
  const infos = type === 'bare' ? new Map<string, never>() : await queryPathInfo(nix, whole)
  const referencesOf = (path: string): readonly string[] => infos.get(path)?.references ?? []
  for (const [path, start] of starts) closures.set(path, reachable(start, referencesOf).sort())
  return closures
}

/** The closure of paths as far as it is known what they refer to, sorted; null: of one of it that is not known. */
export function closureWithin(
  references: ReadonlyMap<string, readonly string[]>,
  storePaths: readonly string[]
): string[] | null {
  const seen = new Set(storePaths)
  // A set gives what is added to it while it is read.
  for (const path of seen) {
    const others = references.get(path)
    if (others === undefined) return null
    for (const other of others) seen.add(other)
  }
  return [...seen].sort()
}

/** It and all that it leads to. */
function reachable(start: string, next: (path: string) => readonly string[]): string[] {
  const seen = new Set([start])
  // A set gives what is added to it while it is read.
  for (const path of seen) for (const other of next(path)) seen.add(other)
  return [...seen]
}

interface Starts {
  /** Store path → where its closure begins. */
  starts: Map<string, string>
  /** Those that have none, and why. */
  lost: Map<string, NarPublishError>
}

async function startsOf(
  nix: Nix,
  storePaths: readonly string[],
  type: ClosureType
): Promise<Starts> {
  const invalid = await invalidPaths(nix, storePaths)
  const valid = storePaths.filter((path) => !invalid.has(path))
  const isSelf = type === 'bare' || type === 'binary'
  const derivers = isSelf ? new Map<string, string>() : await queryDerivers(nix, valid)
  // A .drv stands for itself.
  const startOf = (path: string): string | undefined =>
    isSelf || path.endsWith('.drv') ? path : derivers.get(path)
  const gone = isSelf
    ? new Set<string>()
    : await holdPaths(
        nix,
        valid.flatMap((path) => startOf(path) ?? [])
      )
  const found: Starts = { starts: new Map(), lost: new Map() }
  for (const path of storePaths) {
    const start = startOf(path)
    if (invalid.has(path)) found.lost.set(path, missingStorePath(path))
    else if (start === undefined)
      found.lost.set(path, missingDeriver(path, 'its database has none for it'))
    else if (gone.has(start))
      found.lost.set(path, missingDeriver(start, 'the derivation was fetched or deleted'))
    else found.starts.set(path, start)
  }
  return found
}

/** `starts`: see Starts. */
async function closureOf(
  nix: Nix,
  starts: readonly string[],
  type: ClosureType
): Promise<string[]> {
  switch (type) {
    case 'bare':
      return sortedOnce(starts)
    case 'binary':
    case 'source':
      return query(nix, ['--requisites'], sortedOnce(starts))
    case 'cache':
      return heldOf(
        nix,
        await query(nix, ['--requisites', '--include-outputs'], sortedOnce(starts))
      )
  }
}

/** Outputs that nothing refers to may have gone since they were seen. */
async function heldOf(nix: Nix, closure: readonly string[]): Promise<string[]> {
  const lost =
    nix.roots === undefined
      ? new Set<string>()
      : await holdPaths(
          nix,
          closure.filter((path) => !path.endsWith('.drv'))
        )
  return closure.filter((path) => !lost.has(path))
}

async function query(nix: Nix, flags: string[], paths: readonly string[]): Promise<string[]> {
  return sortedOnce(await queryStore(nix, ['--query', ...flags], paths))
}

function missingDeriver(subject: string, why: string): NarPublishError {
  return new NarPublishError({
    code: 'STORE_PATH_MISSING',
    subject,
    reason: `the derivation of this closure is not in this machine’s store: ${why}`,
    hint: 'Evaluate and build it in the same job, or use `closure: binary`.',
    terminal: { hint: 'Evaluate and build it on this machine, or use `closure: binary`.' }
  })
}

function sortedOnce(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort()
}
