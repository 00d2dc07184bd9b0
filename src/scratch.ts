import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const prefix = 'nar-publish-'

/** A folder of this run's own, readable by this user only: packed NARs, garbage-collector roots, the fresh store. */
export function makeScratch(parent: string): string {
  return mkdtempSync(join(parent, prefix))
}

/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
export function removeScratch(folder: string, parent: string): void {
  const path = resolve(folder)
  if (dirname(path) !== resolve(parent) || !basename(path).startsWith(prefix)) return
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
