import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeScratch, removeScratch } from '../scratch.ts'
import { isAtLeast } from './nix.ts'
import type { Nix } from './types.ts'

/** With a name that no address escapes, on every machine that Nix runs on. */
const plainParent = '/tmp'

/**
 * Runs `body` with addresses that this Nix reads. One before 2.26 may take the escapes of a `file:` address for letters of the folder's
 * name (2.8 does), and no name that would need them: such a folder, below a RUNNER_TEMP with a space, is then reached by a link.
 */
export async function withPlainAddresses<T>(
  nix: Nix,
  addresses: readonly string[],
  body: (addresses: readonly string[]) => Promise<T>
): Promise<T> {
  const isEscaped = (address: string): boolean => /^file:\/\/\/[^?]*%/.test(address)
  if (isAtLeast(nix.version, 2, 26) || !addresses.some(isEscaped)) return body(addresses)
  const folder = makeScratch(plainParent)
  try {
    const plain = addresses.map(async (address, index) => {
      if (!isEscaped(address)) return address
      const link = join(folder, String(index))
      await symlink(fileURLToPath(address), link)
      return `file://${link}${new URL(address).search}`
    })
    return await body(await Promise.all(plain))
  } finally {
    removeScratch(folder, plainParent)
  }
}
