import { NarPublishError } from '../errors.ts'
import { queryStore } from './run.ts'
import type { Nix } from './types.ts'

/** Those of the store paths that are not valid in the store (by default this machine's), which Nix does not fetch for this question. */
export async function invalidPaths(
  nix: Nix,
  storePaths: readonly string[],
  store?: string
): Promise<Set<string>> {
  const place = store === undefined ? [] : ['--store', store]
  const question = [...place, '--check-validity', '--print-invalid']
  return new Set(await queryStore(nix, question, storePaths))
}

export function missingStorePath(storePath: string, cause?: unknown): NarPublishError {
  return new NarPublishError({
    code: 'STORE_PATH_MISSING',
    subject: storePath,
    reason: 'it is not valid in this machine’s store',
    cause
  })
}
