// On its own: nearly every post step does nothing else, and needs nothing else for it.
import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What the names of scratch folders begin with. */
export const scratchPrefix = 'nar-publish-'

/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
export function removeScratch(folder: string, parent: string): void {
  const path = resolve(folder)
  if (dirname(path) !== resolve(parent) || !basename(path).startsWith(scratchPrefix)) return
  removeFolder(path)
}

/** With all in it, when it is there: the folders of a Nix store are read-only, and are opened first. */
export function removeFolder(path: string): void {
  makeRemovable(path)
  rmSync(path, { recursive: true, force: true })
}

function makeRemovable(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return
  if ((found.mode & 0o700) !== 0o700) chmodSync(path, 0o700)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) makeRemovable(join(path, entry.name))
  }
}
