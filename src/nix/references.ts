import type { PathInfo } from '../binary-cache/types.ts'
import { queryPathInfo } from './path-info.ts'
import { queryStore } from './run.ts'
import type { Nix } from './types.ts'

/** What the database knows of valid store paths and of all that they refer to, by path. Throws STORE_PATH_MISSING, NIX_FAILED. */
export async function queryRequisites(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, PathInfo>> {
  const all = await queryStore(nix, ['--query', '--requisites'], storePaths)
  return queryPathInfo(nix, [...new Set(all)])
}
