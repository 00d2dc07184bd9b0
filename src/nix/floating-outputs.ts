import { readFile } from 'node:fs/promises'
import type { PathInfo } from '../binary-cache/types.ts'
import { expectNix } from './run.ts'
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
  const gone = await invalidPaths(nix, [...new Set(built.map(({ deriver }) => deriver))])
  const floating: string[] = []
  for (const { storePath, deriver } of built) {
    if (!gone.has(deriver) && hasFloating(await derivationText(nix, deriver)))
      floating.push(storePath)
  }
  return floating
}

/** The file itself: what Nix tells of such a derivation it tells only with the experimental feature `ca-derivations`. */
async function derivationText(nix: Nix, drvPath: string): Promise<string> {
  try {
    return await readFile(drvPath, 'utf8')
  } catch {
    // A store below another root.
    return expectNix(nix, { program: 'nix', args: ['store', 'cat', '--', drvPath] })
  }
}

/** An output with a kind of hash, and neither path nor hash. Of a fixed one both are there. */
function hasFloating(text: string): boolean {
  return /^Derive\(\[(?:\("[^"]*","[^"]*","[^"]*","[^"]*"\),?)*?\("[^"]*","","[^"]+",""\)/.test(
    text
  )
}
