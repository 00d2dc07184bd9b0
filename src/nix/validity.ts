import { NarPublishError } from '../errors.ts'
import { chunkOperands } from './command.ts'
import { expectLines } from './run.ts'
import type { Nix } from './types.ts'

/** Those of the store paths that are not valid in the store (by default this machine's), which Nix does not fetch for this question. */
export async function invalidPaths(
  nix: Nix,
  storePaths: readonly string[],
  store?: string
): Promise<Set<string>> {
  const invalid = new Set<string>()
  for (const chunk of chunkOperands(storePaths)) {
    const args = [
      ...(store === undefined ? [] : ['--store', store]),
      ...['--check-validity', '--print-invalid', '--', ...chunk]
    ]
    for (const path of await expectLines(nix, { program: 'nix-store', args })) invalid.add(path)
  }
  return invalid
}

export function missingStorePath(storePath: string, cause?: unknown): NarPublishError {
  return new NarPublishError({
    code: 'STORE_PATH_MISSING',
    subject: storePath,
    reason: 'it is not valid in this machine’s store',
    cause
  })
}
