import { unlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { linkRoot, rootCommand, rootOf } from '../nix/gc-roots.ts'
import { expectNix } from '../nix/run.ts'
import type { Nix } from '../nix/types.ts'

/**
 * Puts a link into a queue's folder and makes it an indirect root, as the hook does. Who may not write to Nix's folder asks the
 * daemon for it, which takes ten times as long.
 */
export async function enqueue(nix: Nix, folder: string, storePath: string): Promise<void> {
  if (linkRoot(nix, folder, storePath)) return
  await expectNix(nix, rootCommand(join(folder, basename(storePath)), [storePath]))
}

/** Takes a root away where that is allowed; else the next garbage collection does. */
export function forgetRoot(nix: Pick<Nix, 'env'>, folder: string, storePath: string): void {
  try {
    unlinkSync(rootOf(nix, folder, storePath))
  } catch {
    // It is stale now, and in nobody's way.
  }
}
