import type { PathInfo } from '../binary-cache/types.ts'
import { derivationBytes } from './derivation-bytes.ts'
import type { Nix } from './types.ts'
import { invalidPaths } from './validity.ts'

/**
 * Those of the paths that a content-addressed derivation made whose outputs' paths are known only once they are built
 * (`__contentAddressed`), as far as the derivations are in this machine's store.
 */
export async function floatingOutputs(nix: Nix, infos: readonly PathInfo[]): Promise<string[]> {
  const built = infos.flatMap(({ storePath, ca, deriver }) =>
    ca?.startsWith('fixed:') === true && deriver !== null ? [{ storePath, deriver }] : []
  )
  const derivers = [...new Set(built.map(({ deriver }) => deriver))]
  const gone = await invalidPaths(nix, derivers)
  const files = await derivationBytes(
    nix,
    derivers.filter((path) => !gone.has(path))
  )
  return built.flatMap(({ storePath, deriver }) =>
    hasFloating(files.get(deriver)?.toString('latin1') ?? '') ? [storePath] : []
  )
}

/** An output with a kind of hash, and neither path nor hash. Of a fixed one both are there. */
function hasFloating(text: string): boolean {
  return /^Derive\(\[(?:\("[^"]*","[^"]*","[^"]*","[^"]*"\),?)*?\("[^"]*","","[^"]+",""\)/.test(
    text
  )
}
