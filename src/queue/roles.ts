import {
  isDerivation,
  queryDerivationGraph,
  type KnownDerivation
} from '../nix/derivation-graph.ts'
import { validDerivers } from '../nix/derivers.ts'
import { queryStore } from '../nix/run.ts'
import type { Nix } from '../nix/types.ts'
import { invalidPaths } from '../nix/validity.ts'

/**
 * What a path that was built is to the index:
 *
 *     artifact  somebody asked for it: nothing that was built is made with it
 *     part      something that was built is made with it, and was to be so when it was built itself
 *     open      something is to be made with it that is not built, or not yet
 *
 * What is evaluated only later and uses it then changes nothing: the answer is the same whenever it is asked, once what is `open` has
 * been built or never will be.
 */
export type Role = 'artifact' | 'part' | 'open'

/** `queuedAt`: when it was built, milliseconds since 1970. */
export interface BuiltPath {
  storePath: string
  queuedAt: number
}

/** Of each of the `candidates`. `others`: what was built beside them, as far as it is still there. */
export async function rolesOf(
  nix: Nix,
  candidates: readonly BuiltPath[],
  others: readonly string[]
): Promise<Map<string, Role>> {
  const paths = candidates.map(({ storePath }) => storePath)
  const all = [...new Set([...paths, ...others])]
  const invalid = await invalidPaths(nix, all)
  const derivers = await validDerivers(
    nix,
    all.filter((path) => !invalid.has(path))
  )
  const builtWith = firstUses(await queryDerivationGraph(nix, [...new Set(derivers.values())]))
  const isKnownThen = (since: number | undefined, { queuedAt }: BuiltPath): boolean =>
    since !== undefined && since <= queuedAt / 1000
  const isPart = (drv: string, path: BuiltPath): boolean => isKnownThen(builtWith.get(drv), path)
  const undecided = candidates.flatMap((path) => {
    const drv = derivers.get(path.storePath)
    return drv === undefined || isPart(drv, path) ? [] : [drv]
  })
  const knownUses = firstUses(await usersOf(nix, undecided))
  return new Map(
    candidates.map((path): [string, Role] => {
      const drv = derivers.get(path.storePath)
      if (drv === undefined) return [path.storePath, 'artifact']
      if (isPart(drv, path)) return [path.storePath, 'part']
      return [path.storePath, isKnownThen(knownUses.get(drv), path) ? 'open' : 'artifact']
    })
  )
}

/** Derivation → when the first of these that are made with it came into the store. */
function firstUses(users: ReadonlyMap<string, KnownDerivation>): Map<string, number> {
  const since = new Map<string, number>()
  for (const { inputDrvs, registeredAt } of users.values()) {
    for (const drv of inputDrvs) since.set(drv, Math.min(registeredAt, since.get(drv) ?? Infinity))
  }
  return since
}

/** The derivations in this machine's store that are made with one of these. */
async function usersOf(
  nix: Nix,
  drvPaths: readonly string[]
): Promise<Map<string, KnownDerivation>> {
  const referrers = await queryStore(nix, ['--query', '--referrers'], [...new Set(drvPaths)])
  const users = [...new Set(referrers.filter(isDerivation))]
  return queryDerivationGraph(nix, users, { closure: false })
}
