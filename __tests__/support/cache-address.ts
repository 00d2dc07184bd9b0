import { afterAll } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Folder → the folder of its link. */
const links = new Map<string, string>()

afterAll(() => {
  for (const plain of links.values()) rmSync(plain, { recursive: true })
})

/**
 * The address of a binary cache in a folder (made when it is not there), as every Nix takes it: 2.8 neither opens one with a space in
 * it nor knows escapes, so a folder that would need them, such as one below a TMPDIR like that, is reached by a link.
 */
export function cacheAddress(folder: string): string {
  mkdirSync(folder, { recursive: true })
  if (pathToFileURL(folder).href === `file://${folder}`) return `file://${folder}`
  const plain = links.get(folder) ?? makeLink(folder)
  links.set(folder, plain)
  return `file://${plain}/cache`
}

function makeLink(folder: string): string {
  const plain = mkdtempSync('/tmp/nar-publish-plain-')
  // For whoever may read the folder.
  chmodSync(plain, 0o755)
  symlinkSync(folder, join(plain, 'cache'))
  return plain
}

/** The same to write into with `nix copy`, which signs. */
export function signingAddress(folder: string, secretKeyFile: string): string {
  return `${cacheAddress(folder)}?secret-key=${pathToFileURL(secretKeyFile).pathname}`
}

/**
 * The folder for temporary files, or /tmp where it has a name that must be escaped: for what takes no such name, whatever one does (Nix's
 * `unix://` addresses and NIX_SSHOPTS, and @actions/cache, which hands tar a space as the end of a word).
 */
export const plainTmpdir = (): string =>
  pathToFileURL(tmpdir()).href === `file://${tmpdir()}` ? tmpdir() : '/tmp'
