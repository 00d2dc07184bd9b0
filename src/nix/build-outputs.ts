import { queryStore } from './run.ts'
import type { Nix } from './types.ts'

/** Output paths of everything that building the derivations may build, themselves included: valid ones and others. */
export async function queryBuildOutputs(
  nix: Nix,
  derivations: readonly string[]
): Promise<Set<string>> {
  const needed = new Set<string>()
  for (const path of await queryStore(nix, ['--query', '--requisites'], derivations)) {
    if (path.endsWith('.drv')) needed.add(path)
  }
  return new Set(await queryStore(nix, ['--query', '--outputs'], [...needed]))
}
