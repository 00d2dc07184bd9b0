import { derivationBytes } from './derivation-bytes.ts'
import { parseDerivationText } from './derivation-file.ts'
import { validDerivers } from './derivers.ts'
import type { Nix } from './types.ts'

/**
 * The system that each valid store path was built for, as its derivation says. A path that has no deriver, or whose derivation is not
 * in this machine's store, has no entry.
 */
export async function querySystem(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, string>> {
  const derivers = await validDerivers(nix, storePaths)
  const files = await derivationBytes(nix, derivers.values())
  // Its variables may hold text that is no UTF-8.
  const systemOf = (drv: string): string | undefined =>
    parseDerivationText(files.get(drv)?.toString('latin1') ?? '')?.system
  return new Map(
    [...derivers].flatMap(([path, drv]): [string, string][] => {
      const system = systemOf(drv)
      return system === undefined ? [] : [[path, system]]
    })
  )
}
