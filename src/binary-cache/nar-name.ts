import type { Compression } from './types.ts'

const suffixes: Record<Compression, string> = { zstd: '.zst', xz: '.xz', none: '' }

// File systems take 255 bytes; hash, dash and `.nar.zst` are 61.
const longestName = 100

/**
 * Where a NAR goes below the cache's root: `nar/<ab>/<fileHash>-<pname>.nar[.zst|.xz]`. `fileHash` is `sha256:<base32>`.
 * The hash makes it unique, the name serves people and Git's delta search, and a name of any content is harmless.
 */
export function narCachePath(fileHash: string, pname: string, compression: Compression): string {
  const digest = fileHash.slice('sha256:'.length)
  // Published names stay as they are: one `-` for a character, where harmless.ts has one for each of its code units.
  const name = pname.replace(/[^\w.+-]/gu, '-').slice(0, longestName)
  return `nar/${digest.slice(0, 2)}/${digest}-${name || 'unnamed'}.nar${suffixes[compression]}`
}

/** The name's part before the version, as `builtins.parseDrvName` has it: up to the first dash that no letter follows. */
export function pnameOf(storePathName: string): string {
  return storePathName.slice(0, versionDash(storePathName))
}

/** The part after that dash, or null when there is none. */
export function versionOf(storePathName: string): string | null {
  return storePathName.slice(versionDash(storePathName) + 1) || null
}

function versionDash(name: string): number {
  const dash = name.search(/-[^A-Za-z]/)
  return dash === -1 ? name.length : dash
}
