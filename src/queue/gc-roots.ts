import { randomUUID } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { chunkOperands } from '../nix/command.ts'
import { isDerivation } from '../nix/derivation-graph.ts'
import { linkRoot, rootCommand, rootOf } from '../nix/gc-roots.ts'
import { expectNix } from '../nix/run.ts'
import type { Nix } from '../nix/types.ts'

/**
 * Puts links into a queue's folder and makes them indirect roots, as the hook does. Who may not write to Nix's folder asks the daemon
 * for those, once for all: it makes more links, `NAME`, `NAME-2` …
 */
export async function enqueue(
  nix: Nix,
  folder: string,
  storePaths: readonly string[]
): Promise<void> {
  const unrooted = storePaths.filter((path) => !linkRoot(nix, folder, path))
  for (const kind of [
    unrooted.filter((path) => !isDerivation(path)),
    unrooted.filter(isDerivation)
  ]) {
    for (const chunk of chunkOperands(kind))
      // A name of its own, as Nix replaces a root that has it.
      await expectNix(nix, rootCommand(join(folder, randomUUID()), chunk))
  }
}

/** Takes a root away where that is allowed; else the next garbage collection does. */
export function forgetRoot(nix: Pick<Nix, 'env'>, folder: string, storePath: string): void {
  try {
    unlinkSync(rootOf(nix, folder, storePath))
  } catch {
    // It is stale now, and in nobody's way.
  }
}
