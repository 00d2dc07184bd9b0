import { NarPublishError } from '../errors.ts'
import { holdPaths } from './gc-roots.ts'
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
  const [missing] = await invalidPaths(nix, storePaths)
  if (missing !== undefined) throw missingStorePath(missing)
  switch (type) {
    case 'bare':
      return sortedOnce(storePaths)
    case 'binary':
      return query(nix, ['--requisites'], storePaths)
    case 'source':
      return query(nix, ['--requisites'], await derivers(nix, storePaths))
    case 'cache':
      return heldOf(
        nix,
        await query(nix, ['--requisites', '--include-outputs'], await derivers(nix, storePaths))
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

/** The .drv that each path was built by; a .drv stands for itself. */
async function derivers(nix: Nix, storePaths: readonly string[]): Promise<string[]> {
  const outputs = storePaths.filter((path) => !path.endsWith('.drv'))
  // One line for each path, in their order.
  const answers = await queryStore(nix, ['--query', '--deriver'], outputs)
  const unknown = outputs.find((_path, index) => !answers[index]?.endsWith('.drv'))
  if (unknown !== undefined) throw missingDeriver(unknown, 'its database has none for it')
  const found = [...storePaths.filter((path) => path.endsWith('.drv')), ...answers]
  const [missing] = await holdPaths(nix, found)
  if (missing !== undefined) throw missingDeriver(missing, 'the derivation was fetched or deleted')
  return sortedOnce(found)
}

function missingDeriver(subject: string, why: string): NarPublishError {
  return new NarPublishError({
    code: 'STORE_PATH_MISSING',
    subject,
    reason: `the derivation of this closure is not in this machine’s store: ${why}`,
    hint: 'Evaluate and build it in the same job, or use `closure: binary`.'
  })
}

function sortedOnce(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort()
}
