import { chunkOperands } from './command.ts'
import { runNix } from './run.ts'
import { makeStore, substituteAll, type FreshStoreRequest } from './substitute.ts'
import type { Nix } from './types.ts'
import { invalidPaths } from './validity.ts'

interface ClosureRequest extends Omit<FreshStoreRequest, 'closure' | 'seedFromLocal'> {
  /** What the cache has of the closures to be proved: full store path → its references, full store paths. */
  inCache: ReadonlyMap<string, readonly string[]>
  /** Paths that these refer to and the cache leaves to others. */
  upstream: readonly string[]
}

/**
 * Substitutes closures into a store of its own, none of which this machine need have: first what the cache leaves to others, by this
 * machine's own substituters, then the rest from the cache. Answers which paths came from the cache; one that needs what nobody gave
 * is not asked for. Throws VERIFY_FAILED with Nix's reason.
 */
export async function substituteClosure(
  nix: Nix,
  { inCache, upstream, ...request }: ClosureRequest
): Promise<string[]> {
  const fresh = await makeStore(request.directory)
  const { store, env } = fresh
  // A derivation would be built instead of fetched.
  for (const chunk of chunkOperands(upstream.filter((path) => !path.endsWith('.drv')))) {
    const args = ['--store', store, '--realise', '--keep-going', '--no-gc-warning', '--', ...chunk]
    // What it could not fetch is seen below.
    await runNix(nix, { program: 'nix-store', args }, { env })
  }
  const missing = await invalidPaths(nix, upstream, store)
  const wanted = completePaths(inCache, missing)
  await substituteAll(nix, request, fresh, wanted)
  return wanted
}

/** Those of the paths whose closure holds nothing that is missing, sorted. */
export function completePaths(
  references: ReadonlyMap<string, readonly string[]>,
  missing: ReadonlySet<string>
): string[] {
  const referrers = new Map<string, string[]>()
  for (const [path, targets] of references) {
    for (const target of targets) referrers.set(target, [...(referrers.get(target) ?? []), path])
  }
  const incomplete = new Set(missing)
  // A set's iteration meets what is added meanwhile.
  for (const path of incomplete) {
    for (const referrer of referrers.get(path) ?? []) incomplete.add(referrer)
  }
  return [...references.keys()].filter((path) => !incomplete.has(path)).sort()
}
