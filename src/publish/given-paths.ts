import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { querySystem } from '../nix/deriver-system.ts'
import { holdPaths } from '../nix/gc-roots.ts'
import type { Nix } from '../nix/types.ts'
import { enclosingStorePath, parseStorePath, storeDirectory } from '../store-path.ts'

export interface GivenPath {
  storePath: string
  /** Of its derivation, where this machine still has that; else the runner's. */
  system: string
}

/**
 * The lines of `paths` as store paths. A link such as `./result` and a path inside a store path count as the store path they
 * lead to, as `nix copy` takes them. Before anything else they are kept from the garbage collector: `missing` are those that are not
 * valid. Throws STORE_PATH_INVALID.
 */
export async function resolveGivenPaths(
  nix: Nix,
  paths: readonly string[],
  environment: Pick<Environment, 'workspace' | 'runnerSystem'>
): Promise<{ given: GivenPath[]; missing: Set<string> }> {
  const storePaths = [...new Set(paths.map((path) => toStorePath(path, environment.workspace)))]
  const missing = await holdPaths(nix, storePaths)
  const systems = await querySystem(
    nix,
    storePaths.filter((path) => !missing.has(path))
  )
  const given = storePaths.map((storePath) => ({
    storePath,
    system: systems.get(storePath) ?? environment.runnerSystem
  }))
  return { given, missing }
}

/** Throws STORE_PATH_INVALID. */
export function toStorePath(path: string, workspace: string): string {
  const inStore = path.startsWith(`${storeDirectory}/`) ? path : linkTarget(path, workspace)
  const storePath = enclosingStorePath(inStore)
  if (storePath !== null) return storePath
  // Says what is wrong in terms of the line as it was written.
  parseStorePath(path)
  return path
}

function linkTarget(path: string, workspace: string): string {
  try {
    return realpathSync(resolve(workspace, path))
  } catch (cause) {
    throw new NarPublishError({
      code: 'STORE_PATH_INVALID',
      subject: JSON.stringify(path.slice(0, 300)),
      reason: `it is neither a store path nor a link to one (${cause instanceof Error ? cause.message : 'unknown'})`,
      cause
    })
  }
}
