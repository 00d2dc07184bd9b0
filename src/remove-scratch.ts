// On its own: nearly every post step does nothing else, and needs nothing else for it.
import { chmodSync, lstatSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** What the names of scratch folders begin with. */
export const scratchPrefix = 'nar-publish-'

/** Where Linux has files in memory, for every user. */
export const sharedMemory = '/dev/shm'

/** In a scratch folder: the link to the part of it that is in memory. */
export const linkToMemory = 'in-memory'

/**
 * Removes a scratch folder. Refuses (silently) what
 * `makeScratch` cannot have made in `parent`, as the post step takes the name from saved state.
 */
export function removeScratch(folder: string, parent: string): void {
  const path = resolve(folder)
  if (dirname(path) !== resolve(parent) || !basename(path).startsWith(scratchPrefix)) return
  removeWhole(path)
}

/** A scratch folder with its part in memory, which is one that `makeScratch` made there. */
export function removeWhole(scratch: string): void {
  try {
    removeScratch(readlinkSync(join(scratch, linkToMemory)), realpathSync(sharedMemory))
  } catch {
    // It has none, or the next run sweeps it.
  }
  removeFolder(scratch)
}

/** With all in it, when it is there. The folders of a Nix store are read-only, and are opened for it. */
export function removeFolder(path: string): void {
  // Something may still be written there while a run is interrupted.
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    remove()
  } catch {
    makeRemovable(path)
    remove()
  }
}

function makeRemovable(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return
  if ((found.mode & 0o700) !== 0o700) chmodSync(path, 0o700)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) makeRemovable(join(path, entry.name))
  }
}
