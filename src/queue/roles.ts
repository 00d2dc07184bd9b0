import { isDerivation, queryDerivationGraph } from '../nix/derivation-graph.ts'
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
  const derivers = await validDerivers(nix, [...new Set([...paths, ...others])])
  const graph = await queryDerivationGraph(nix, [...new Set(derivers.values())])
  /** Derivation → when the first of those came into the store that are made with it and were built, or something with them. */
  const usedSince = new Map<string, number>()
  for (const { inputDrvs, registeredAt } of graph.values()) {
    for (const drv of inputDrvs) {
      usedSince.set(drv, Math.min(registeredAt, usedSince.get(drv) ?? Infinity))
    }
  }
  const roles = new Map<string, Role>()
  for (const { storePath, queuedAt } of candidates) {
    const drv = derivers.get(storePath)
    const isKnownThen = (registeredAt: number): boolean => registeredAt <= queuedAt / 1000
    if (drv === undefined) roles.set(storePath, 'artifact')
    else if (isKnownThen(usedSince.get(drv) ?? Infinity)) roles.set(storePath, 'part')
    else {
      const users = (await queryStore(nix, ['--query', '--referrers'], [drv])).filter(isDerivation)
      const known = await queryDerivationGraph(nix, users, { closure: false })
      const isOpen = users.some((user) => isKnownThen(known.get(user)?.registeredAt ?? Infinity))
      roles.set(storePath, isOpen ? 'open' : 'artifact')
    }
  }
  return roles
}

/** Path → the derivation that it was built by, where both are in this machine's store. */
async function validDerivers(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, string>> {
  const invalid = await invalidPaths(nix, storePaths)
  const outputs = storePaths.filter((path) => !invalid.has(path) && !isDerivation(path))
  // One line for each path, in their order.
  const answers = await queryStore(nix, ['--query', '--deriver'], outputs)
  const gone = await invalidPaths(nix, [...new Set(answers.filter(isDerivation))])
  return new Map(
    outputs.flatMap((path, index): [string, string][] => {
      const drv = answers[index] ?? ''
      return isDerivation(drv) && !gone.has(drv) ? [[path, drv]] : []
    })
  )
}
